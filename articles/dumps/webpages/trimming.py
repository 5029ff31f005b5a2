"""Take off what an extractor left above the text: headline, byline, date, buttons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articles.dumps.boilerplate import match_rule
from articles.dumps.datelines import find_dates
from articles.dumps.headers import read_fields
from articles.dumps.prose import ends_sentence
from articles.dumps.values import read_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LEAD: Final = 8  # paragraphs at most
_LABEL: Final = 25  # characters; a shorter line that is no sentence is a label
_WIDER_THAN_HEADLINE: Final = 60  # characters, of a kicker above it
_LETTERS: Final = re.compile(r"[\W_]+")
_BYLINE: Final = 90  # characters of a line with who, where and when


def trim_lead(
    paragraphs: Sequence[str], headline: str, names: Iterable[str]
) -> tuple[str, ...]:
    """Return the paragraphs without those at the top that print the page's fields.

    `names` are what the page prints of itself: its byline, its source, its sections.
    """
    known = {_fold(name) for name in names} - {""}
    title = _fold(headline)
    at = 0
    while at < min(_LEAD, len(paragraphs) - 1):
        if not _is_label(paragraphs[at], title, known):
            break
        at += 1
    return tuple(paragraphs[at:])


def _is_label(text: str, title: str, known: set[str]) -> bool:
    folded = _fold(text)
    if not folded or folded in known or _repeats(folded, title):
        return True
    if read_fields(text) or match_rule(text) or read_date(text):
        return True
    if ends_sentence(text) or text.endswith((":", "\uff1a")):
        return False
    return len(text) <= _LABEL or (len(text) <= _BYLINE and any(find_dates(text)))


def _repeats(folded: str, title: str) -> bool:
    return bool(title) and (
        title in folded and len(folded) - len(title) <= _WIDER_THAN_HEADLINE
    )


def _fold(text: str) -> str:
    return _LETTERS.sub("", text).casefold()
