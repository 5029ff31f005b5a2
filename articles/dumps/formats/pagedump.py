"""The page dump: a news page as text, one article with what stood around it.

    Harbour reopens after the frost

    By Ann Orrin Source:AFP Published: 2015-5-12 0:03:01

    The first boat of the year left at noon.

    Newspaper headline: The ice is out
    Posted in: Europe, Society
    blog comments powered by Disqus

Everything but the headline may be missing, and several pages may share a file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from articles.dumps import tails
from articles.dumps.headers import Field, read_fields
from articles.dumps.pages import (
    Page,
    Parsed,
    collapse,
    find_headline,
    parse_parts,
    reject,
)
from articles.dumps.paragraphs import number_paragraphs, part_body
from articles.dumps.records import Problem, Record
from articles.dumps.values import read_moment, split_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NAME: Final = "pagedump"
_STRONG: Final = {"source", "published", "updated"}
_HEAD_LINES: Final = 6  # below the headline, in which the source line must stand
_MAX_HEADLINE_LINES: Final = 3
_WRAP_WIDTH: Final = 40  # characters; a shorter line was broken for its sense


def matches(page: Page) -> bool:
    """Say whether a page has a source line, a section line or a comments line."""
    head = page.filled[: _HEAD_LINES + 1]
    if any(_is_source_line(page.texts[number]) for number in head):
        return True
    return tails.has_mark(page, page.filled)


def parse(page: Page, *, folder: str) -> Parsed:  # noqa: ARG001  every format takes it
    """Make one record of each article on the page."""
    return parse_parts(page, lambda page, _: _part_articles(page), _parse_article)


def _is_source_line(text: str) -> bool:
    return any(part.name in _STRONG and part.label for part in read_fields(text))


def _part_articles(page: Page) -> Iterator[list[int]]:
    """Begin a new article after a comments line or form feed, where a head follows."""
    lines = page.filled
    start = 0
    for at in _find_page_ends(page):
        if _begins_article(page, lines[at : at + _HEAD_LINES]):
            yield lines[start:at]
            start = at
    yield lines[start:]


def _find_page_ends(page: Page) -> Iterator[int]:
    """Yield the places in `page.filled` at which a new page may begin."""
    feeds = [number for number, line in enumerate(page.lines) if "\f" in line]
    for at, (above, number) in enumerate(pairwise(page.filled), start=1):
        fed = feeds and bisect_right(feeds, number) > bisect_right(feeds, above)
        if fed or tails.is_comments_line(page.texts[above]):
            yield at


def _begins_article(page: Page, lines: list[int]) -> bool:
    texts = [page.texts[number] for number in lines]
    return not read_fields(texts[0]) and any(map(_is_source_line, texts[1:3]))


@dataclass(slots=True)
class _Found:
    """What was taken out of the lines of an article so far."""

    headline: list[str]
    fields: list[Field] = field(default_factory=list)

    def take(self, fields: Iterable[Field]) -> bool:
        """Add fields unless one of them is known already."""
        new = {part.name for part in fields if part.name != "extra"}
        if new & {part.name for part in self.fields}:
            return False
        self.fields += fields
        return True

    def collect(self) -> defaultdict[str, str]:
        """Return {name: value}, with "" for what was not found."""
        return defaultdict(str, {part.name: part.value for part in self.fields})


def _parse_article(
    page: Page, lines: list[int], roles: list[str], *, index: int
) -> Record | Problem:
    at = find_headline(page, lines)
    if at is None or _lacks_headline(page, lines[at:]):
        return reject(lines, roles)
    for number in lines[:at]:
        roles[number] = "ornament"
    roles[lines[at]] = "headline"
    found = _Found([page.texts[lines[at]]])
    start = at + 1 + _read_head(page, lines[at + 1 :], roles, found)
    _read_tail(page, lines[start:], roles, found)
    body = part_body(page, lines[at + 1 :], roles)
    values = found.collect()
    return Record(
        index=index,
        line=lines[at] + 1,
        headline=collapse(" ".join(found.headline)),
        print_headline=values["print_headline"],
        byline=values["byline"],
        source=values["source"],
        published=read_moment(values["published"]),
        updated=read_moment(values["updated"]),
        sections=split_names(f.value for f in found.fields if f.name == "sections"),
        url=values["url"],
        extra=tuple((f.label, f.value) for f in found.fields if f.name == "extra"),
        paragraphs=number_paragraphs(body, roles),
    )


def _lacks_headline(page: Page, lines: list[int]) -> bool:
    """Say whether an article begins with its source line.

    "Source: talks to go on" above another source is a headline.
    """
    first, *others = (read_fields(page.texts[number]) for number in lines[:3])
    names = {part.name for part in first if part.label} & _STRONG
    following = {part.name for fields in others for part in fields}
    return bool(names) and not names & following


def _read_head(page: Page, lines: list[int], roles: list[str], found: _Found) -> int:
    """Take the lines of fields below a headline; return how many lines they reach."""
    at = _find_source_line(page, lines) or 0
    _read_above(page, lines[:at], roles, found)
    while at < len(lines):
        fields = read_fields(page.texts[lines[at]])
        if not fields or not found.take(fields):
            break
        roles[lines[at]] = tails.name_role(fields)
        at += 1
    return at


def _find_source_line(page: Page, lines: list[int]) -> int | None:
    for at, number in enumerate(lines[:_HEAD_LINES]):
        if _is_source_line(page.texts[number]):
            return at
    return None


def _read_above(page: Page, lines: list[int], roles: list[str], found: _Found) -> None:
    """Read what stands between headline and source line; a deck stays in the text."""
    for number in lines:
        text = page.texts[number]
        fields = read_fields(text)
        if fields and found.take(fields):
            roles[number] = tails.name_role(fields)
        elif roles[number - 1] == "headline" and _continues(found.headline, text):
            found.headline.append(text)
            roles[number] = "headline"


def _continues(headline: list[str], text: str) -> bool:
    """Say whether a line without a blank line above goes on with the headline."""
    if len(headline) >= _MAX_HEADLINE_LINES or text.endswith((".", "。")):
        return False
    return not text[0].isupper() or len(headline[-1]) >= _WRAP_WIDTH


def _read_tail(page: Page, lines: list[int], roles: list[str], found: _Found) -> None:
    known = {part.name for part in found.fields} - {"extra", "sections"}
    tail = tails.read_tail(page, lines, known)
    for number, kind in tail.kinds.items():
        roles[number] = kind
    found.fields += tail.fields
