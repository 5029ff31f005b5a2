"""Dates that a page prints beside its heading: elsewhere they are those of others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articles.dumps.datelines import find_dates
from articles.dumps.headers import Field, read_fields
from articles.dumps.webpages.opening import text_within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.dumps.webpages.opening import Element, WebPage

_DATED: Final = re.compile(
    r"date|time(?!line)|publi|posted|submitted|byline|meta\b|info|source|stamp", re.I
)
_DATES: Final = {"published", "updated"}
_ABOVE: Final = 12  # elements before the heading
_BELOW: Final = 40  # elements after it
_LONGEST: Final = 160  # characters


def find_printed(page: WebPage) -> Iterator[Field]:
    """Yield dates that stand near the heading, those of `<time>` first."""
    near = list(_find_near(page.tree))
    for element in near:
        if element.tag == "time" and element.get("datetime"):
            yield Field("published", "", element.get("datetime"))
    for element in near:
        marks = f"{element.get('class', '')} {element.get('id', '')}"
        if element.tag == "time" or _DATED.search(marks):
            yield from _read(text_within(element))


def _read(text: str) -> Iterator[Field]:
    if not text or len(text) > _LONGEST:
        return
    fields = [field for field in read_fields(text) if field.name in _DATES]
    yield from fields or find_dates(text)


def _find_near(tree: Element) -> Iterator[Element]:
    """Yield the elements below the last heading of the first rank, then those above."""
    elements = [each for each in tree.iter() if isinstance(each.tag, str)]
    headings = [at for at, each in enumerate(elements) if each.tag == "h1"]
    for at in headings[::-1]:
        yield from elements[at : at + _BELOW]
    for at in headings[::-1]:
        yield from elements[max(0, at - _ABOVE) : at]
