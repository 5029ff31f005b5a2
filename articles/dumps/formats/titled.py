"""Titled text: line 1 is the headline, blank lines part paragraphs, a folder a section.

    Harbour reopens after the frost

    The first boat of the year left the harbour at noon.

The last format of all: it takes any text that has a line short enough for a headline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articles.dumps.headers import read_fields
from articles.dumps.pages import Page, Parsed, collapse, find_headline, reject
from articles.dumps.paragraphs import number_paragraphs, part_paragraphs
from articles.dumps.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME: Final = "titled"


def matches(page: Page) -> bool:
    """Take any text: this is the last format to be tried."""
    return bool(page.blocks)


def parse(page: Page, *, folder: str) -> Parsed:
    """Make one record of a page, or a problem if it has no headline."""
    roles = ["blank"] * len(page.lines)
    lines = page.filled
    at = find_headline(page, lines)
    if at is None:
        return Parsed([], [reject(lines, roles)], roles)
    for number in lines[:at]:
        roles[number] = "ornament"
    roles[lines[at]] = "headline"
    byline = _read_byline(page, lines[at] + 1)
    if byline is not None:
        roles[byline] = "source-line"
    start = (lines[at] if byline is None else byline) + 1
    paragraphs = number_paragraphs(part_paragraphs(page, start, len(roles)), roles)
    record = Record(
        index=1,
        line=lines[at] + 1,
        headline=collapse(page.texts[lines[at]]),
        byline=read_fields(page.texts[byline])[0].value if byline is not None else "",
        sections=(folder,) if folder else (),
        paragraphs=paragraphs,
        doubts=tuple(_find_doubts(page, lines[at], folder)),
    )
    return Parsed([record], [], roles)


def _read_byline(page: Page, start: int) -> int | None:
    """Find a line "By Ilse Marrow" that stands alone below the headline."""
    block = next((block for block in page.blocks if block.start >= start), None)
    if block is None or len(block) > 1:
        return None
    fields = read_fields(page.texts[block.start])
    is_byline = len(fields) == 1 and fields[0].name == "byline"
    return block.start if is_byline else None


def _find_doubts(page: Page, headline: int, folder: str) -> Iterator[str]:
    if folder:
        yield "section-from-folder"
    if any(headline in block and len(block) > 1 for block in page.blocks):
        yield "format-guessed"  # no blank line shows where the headline ends
