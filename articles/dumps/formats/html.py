"""Saved pages of HTML, each with one article; several pages may share a file.

<!doctype html>
<html lang="en"><head>
<meta property="og:title" content="Harbour reopens after the frost">
<meta property="article:published_time" content="2015-05-12T00:03:01+09:00">
</head><body><nav>…</nav><article>
<h1>Harbour reopens after the frost</h1>
<p>The first boat of the year left at noon.</p>
</article></body></html>
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articles.dumps.drafting import draft_record
from articles.dumps.headers import Field
from articles.dumps.markup import is_html
from articles.dumps.pages import MAX_HEADLINE, NO_HEADLINE, Page, Parsed
from articles.dumps.records import Problem, Record
from articles.dumps.values import split_names
from articles.dumps.webpages.bodies import extract_body
from articles.dumps.webpages.headings import (
    find_headings,
    find_headline,
    find_other_title,
)
from articles.dumps.webpages.metadata import read_metadata
from articles.dumps.webpages.opening import open_page
from articles.dumps.webpages.places import find_place
from articles.dumps.webpages.trimming import trim_lead

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME: Final = "html"
_PROLOGUE: Final = (
    r"(?:HTTP/\d[^\n]*+\n(?:[^\n<]++\n)*+)?(?:\s|\ufeff|<\?[^>]*+>|<!--.*?-->)*+"
)
_BEGINS: Final = re.compile(
    rf"{_PROLOGUE}<(?:(!doctype\s++html|html|head|body)|(\w++))(?=[\s>/])", re.S | re.I
)
_NEXT_PAGE: Final = re.compile(
    r"</html\s*+>\s*+(?:<!--(?:[^-]|-(?!->))*+-->\s*+)*+"
    r"(?=<!doctype\s++html|<html[\s>]|HTTP/\d)",
    re.I,
)
_CLOSING: Final = re.compile(
    r"</(?:p|div|span|a|h[1-6]|li|td|title|article|section|table)\s*+>", re.I
)
_PRINTED_ABOVE: Final = {"byline", "source", "sections", "published", "updated"}
_MANY: Final = 4  # closing tags, of a page that lacks its beginning
_HEAD: Final = 100  # lines, in which a page shows what it is


def matches(page: Page) -> bool:
    """Say whether the text begins as a page does, or with one of many tags."""
    first = page.texts[page.filled[0]]
    if not first.startswith(("<", "HTTP/")):
        return False
    head = "\n".join(page.lines[: page.filled[0] + _HEAD])
    begins = _BEGINS.match(head)
    if begins is None:
        return False
    if begins[1]:
        return True
    return is_html(f"<{begins[2]}>") and len(_CLOSING.findall(head)) >= _MANY


def parse(page: Page, *, folder: str) -> Parsed:
    """Make one record of each page with a headline."""
    text = "\n".join(page.lines)
    records: list[Record] = []
    problems: list[Problem] = []
    pieces: list[tuple[str, int]] = []
    for start, stop in _part_pages(text):
        line = text.count("\n", 0, start) + 1
        index = len(records) + 1
        found, place = _read(text[start:stop], index=index, line=line, folder=folder)
        pieces.append(("markup", place[0]))
        if isinstance(found, Record):
            records.append(found)
            pieces.append((f"record:{index}", place[1] - place[0]))
        else:
            problems.append(found)
            pieces.append((f"rejected:{found.code}", place[1] - place[0]))
        pieces.append(("markup", stop - start - place[1]))
    return Parsed(records, problems, [], pieces)


def _part_pages(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for ending in _NEXT_PAGE.finditer(text):
        yield start, ending.end()
        start = ending.end()
    yield start, len(text)


def _read(
    text: str, *, index: int, line: int, folder: str
) -> tuple[Record | Problem, tuple[int, int]]:
    """Read one page; return where its article stands too."""
    page = open_page(text)
    headline = find_headline(page) if page else ""
    if page is None or not headline or len(headline) > MAX_HEADLINE:
        reason = "The page has no title and no heading that can be a headline."
        return Problem(line, NO_HEADLINE, reason), (0, len(text))
    fields = [*read_metadata(page, text)]
    fields.append(Field("extra", "Page title", find_other_title(page, headline)))
    known = [*find_headings(page), *_find_names(fields)]
    paragraphs = trim_lead(extract_body(page, text), headline, known)
    start, stop = find_place(text, page.tree, paragraphs)
    record = draft_record(
        fields,
        index=index,
        line=line + text.count("\n", 0, start),
        headline=headline,
        paragraphs=paragraphs,
        folder=folder,
    )
    return record, (start, stop)


def _find_names(fields: list[Field]) -> Iterator[str]:
    """Yield what a page prints above its text: names, sections, dates."""
    for field in fields:
        if field.name in _PRINTED_ABOVE:
            yield field.value
            yield from split_names([field.value])
