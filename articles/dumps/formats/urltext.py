"""Text below its address: a web address, a date, the headline, the body.

    http://gazette.example/2010/harbour
    2010-05-22T14:30:00+0900
    Harbour reopens after the frost
    The first boat of the year left the harbour at noon.

Blank lines may stand anywhere, the date may follow the headline, and a file may hold
several articles. The address is the article's own and so its key.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articles.dumps import tails
from articles.dumps.drafting import draft_record
from articles.dumps.headers import Field, read_fields
from articles.dumps.pages import Page, Parsed, find_headline, reject
from articles.dumps.paragraphs import number_paragraphs, part_body
from articles.dumps.records import Problem, Record
from articles.dumps.values import read_address, read_date

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME: Final = "urltext"
_FINE: Final = {"day", "minute", "second"}  # a headline may be a year
_HEAD_LINES: Final = 7  # at most, of fields below the headline
_RULE: Final = re.compile(r"[-=_*#~]{3,}")  # a line that parts articles


def matches(page: Page) -> bool:
    """Say whether an address stands above a date, or else above a plain line."""
    texts = [page.texts[number] for number in page.filled[:2]]
    if len(texts) < 2 or not _read_address_line(texts[0]):  # noqa: PLR2004  a pair
        return False
    if _find_date(page, page.filled[1:3]) is not None:
        return True
    return not read_fields(texts[1]) and not _read_address_line(texts[1])


def parse(page: Page, *, folder: str) -> Parsed:
    """Make one record of each address with a headline below it."""
    roles = ["blank"] * len(page.lines)
    records: list[Record] = []
    problems: list[Problem] = []
    for lines in _part_articles(page):
        index = len(records) + 1
        found = _parse_article(page, lines, roles, index=index, folder=folder)
        if isinstance(found, Record):
            records.append(found)
        else:
            problems.append(found)
    return Parsed(records, problems, roles)


def _part_articles(page: Page) -> Iterator[list[int]]:
    """Begin a new article at each address that has a date below it."""
    lines = page.filled
    start = 0
    for at in range(1, len(lines)):
        above = page.texts[lines[at] - 1]
        if above and not _RULE.fullmatch(above):
            continue
        if (
            _read_address_line(page.texts[lines[at]])
            and _find_date(page, lines[at + 1 : at + 3]) is not None
        ):
            yield lines[start:at]
            start = at
    yield lines[start:]


def _find_date(page: Page, lines: list[int]) -> int | None:
    """Find the date in the line below the address, or below the headline there."""
    for at, number in enumerate(lines[:2]):
        moment = read_date(_strip_label(page.texts[number], "published"))
        if moment is not None and (at == 0 or moment.precision in _FINE):
            return at
    return None


def _strip_label(text: str, name: str) -> str:
    fields = read_fields(text)
    return fields[0].value if [part.name for part in fields] == [name] else text


def _read_address_line(text: str) -> str:
    return read_address(text) or read_address(_strip_label(text, "url"))


def _parse_article(
    page: Page, lines: list[int], roles: list[str], *, index: int, folder: str
) -> Record | Problem:
    dated = _find_date(page, lines[1:])
    head = lines[:1] if dated is None else [lines[0], lines[dated + 1]]
    rest = [number for number in lines if number not in head]
    at = find_headline(page, rest)
    if at is None:
        return reject(lines, roles)
    for number in rest[:at]:
        roles[number] = "ornament"
    for number in head:
        roles[number] = "source-line"
    roles[rest[at]] = "headline"
    printed = [Field("url", "URL", _read_address_line(page.texts[lines[0]]))]
    if dated is not None:
        printed.append(
            Field("published", "", _strip_label(page.texts[head[1]], "published"))
        )
    body = [number for number in rest[at + 1 :] if number > head[-1]]
    printed += _read_fields_around(page, body, roles)
    return draft_record(
        printed,
        index=index,
        line=lines[0] + 1,
        headline=page.texts[rest[at]],
        paragraphs=number_paragraphs(part_body(page, body, roles), roles),
        folder=folder,
        doubts=() if dated is not None else ("format-guessed",),
    )


def _read_fields_around(page: Page, body: list[int], roles: list[str]) -> list[Field]:
    """Take what is no text off the top of a body, and off its end."""
    found: list[Field] = []
    for number in body[:_HEAD_LINES]:
        fields = read_fields(page.texts[number])
        if not fields:
            break
        roles[number] = tails.name_role(fields)
        found += fields
    lines = [number for number in body if roles[number] == "blank"]
    while lines and _RULE.fullmatch(page.texts[lines[-1]]):
        roles[lines.pop()] = "ornament"
    tail = tails.read_tail(page, lines, {field.name for field in found})
    for number, kind in tail.kinds.items():
        roles[number] = kind
    return found + tail.fields
