"""Reads pages as people do: words in order, without markup."""

from __future__ import annotations

import re
from html import unescape

from django.http import HttpResponse

INLINE = re.compile(r"</?(?:a|b|bdi|code|del|ins|mark|span|time)(?:\s[^>]*)?>")


def html_of(response: HttpResponse) -> str:
    """The page with every run of white space as one blank."""
    return " ".join(response.content.decode().split())


def words_of(response: HttpResponse) -> str:
    """The words between <main> and </main>."""
    main = html_of(response).partition("<main")[2].partition("</main>")[0]
    text = unescape(re.sub(r"<[^>]*>", " ", INLINE.sub("", main.partition(">")[2])))
    return " ".join(text.split())
