"""Labelled text: each field on a line of its own behind its label, then the body.

    Title: Harbour reopens after the frost
    Date: 12 May 2015
    Source: AFP

    The first boat of the year left the harbour at noon.

Labels stand in any order and in several languages; blank lines between them, lines
that wrap and a label before the body are taken as they come. Several records are parted
by a line of dashes or by the first label again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articles.dumps import tails
from articles.dumps.drafting import draft_record
from articles.dumps.labelling import (
    MAX_HEAD,
    is_article,
    is_rule,
    is_sentence,
    read_head,
    read_line,
    settle_fields,
)
from articles.dumps.labels import BODY, EXTRA, read_label
from articles.dumps.pages import Page, Parsed, find_headline, parse_parts, reject
from articles.dumps.paragraphs import number_paragraphs, part_body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.dumps.headers import Field
    from articles.dumps.records import Problem, Record

NAME: Final = "labelled"
_COUNT: Final = re.compile(  # "Article 3 of 20", "[3]"
    r"[\[(#]?(?:(?:article|record|document|item|artikel|artículo|dokument)\s*)?"
    r"#?\d{1,6}(?:\s*(?:of|/|von|de|sur)\s*\d{1,6})?[\]).:]?",
    re.IGNORECASE,
)
_MAX_COUNT: Final = 40  # characters
_MAX_GUESS: Final = 200  # characters of a line that may be a headline
_TAIL_LINES: Final = 10  # in which labels may stand below the body
_ENDS: Final = (".", "!", "?", ":", ",", ";", "。")


def matches(page: Page) -> bool:
    """Say whether a page begins with the labelled fields of an article."""
    start = _find_start(page)
    head = read_head(page, page.filled[start : start + MAX_HEAD])
    return is_article(page, head) and (start == 0 or "headline" in head.names)


def parse(page: Page, *, folder: str) -> Parsed:  # noqa: ARG001  every format takes it
    """Make one record of each head with its body, or a problem of one without."""
    return parse_parts(page, _part_records, _parse_record)


def _find_start(page: Page) -> int:
    """Return the place in `page.filled` below the rules that a file begins with."""
    at = 0
    while at < len(page.filled) - 1 and _parts(page.texts[page.filled[at]]):
        at += 1
    return at


def _parts(text: str) -> bool:
    """Say whether a line parts records, or counts them."""
    counts = len(text) <= _MAX_COUNT and _COUNT.fullmatch(text) is not None
    return counts or is_rule(text)


def _part_records(page: Page, roles: list[str]) -> Iterator[list[int]]:
    """Begin a record at the first label again, or at any below a rule."""
    lines = page.filled
    start = _find_start(page)
    _mark(roles, lines[:start])
    first = read_label(page.texts[lines[start]])
    free = start + 1  # the first line that is not of a head
    for at in range(start + 1, len(lines)):
        if at < free or not _may_begin(page, lines[at - 1 : at + 1], first):
            continue
        head = read_head(page, lines[at : at + MAX_HEAD])
        if is_article(page, head) or _parts(page.texts[lines[at - 1]]):
            yield _cut_rules(page, lines[start:at], roles)
            start, free = at, at + len(head.roles)
    yield lines[start:]


def _may_begin(page: Page, pair: list[int], first: Field | None) -> bool:
    """Say whether the second of two lines repeats a label or stands below a rule."""
    above, text = (page.texts[number] for number in pair)
    label = read_label(text)
    if label is None or first is None:
        return False
    if label.name == first.name != EXTRA or label.label == first.label:
        return True
    return label.name not in {BODY, EXTRA} and _parts(above)


def _cut_rules(page: Page, lines: list[int], roles: list[str]) -> list[int]:
    end = len(lines)
    while end > 1 and _parts(page.texts[lines[end - 1]]):
        end -= 1
    _mark(roles, lines[end:])
    return lines[:end]


def _mark(roles: list[str], lines: list[int]) -> None:
    for number in lines:
        roles[number] = "ornament"


def _parse_record(
    page: Page, lines: list[int], roles: list[str], *, index: int
) -> Record | Problem:
    head = read_head(page, lines[:MAX_HEAD])
    body = lines[len(head.roles) :]
    if body and is_rule(page.texts[body[0]]):
        roles[body[0]] = "ornament"
        if lines[0] and is_rule(page.texts[lines[0] - 1]):
            head.unquote()
    label = head.fields[-1] if head.fields and head.fields[-1].name == BODY else None
    if label is not None and label.value:
        body.insert(0, max(head.roles))
        head.roles[max(head.roles)] = "blank"
    for number, role in head.roles.items():
        roles[number] = role
    fields = head.fields + _read_end(page, body, roles, head.names)
    headline = printed = head.find("headline")
    if not printed:
        headline = _guess_headline(page, body, roles)
    if not headline:
        return reject(lines, roles)
    return draft_record(
        settle_fields(fields),
        index=index,
        line=lines[0] + 1,
        headline=headline,
        paragraphs=_read_body(page, body, roles, label),
        doubts=() if printed else ("format-guessed",),
    )


def _read_end(
    page: Page, body: list[int], roles: list[str], known: set[str]
) -> list[Field]:
    """Take labels, and what is no text, off the end of a body."""
    found: list[Field] = []
    free = [number for number in body if roles[number] == "blank"]
    while free and is_rule(page.texts[free[-1]]):
        roles[free.pop()] = "ornament"
    for number in reversed(free[1:][-_TAIL_LINES:]):
        fields = read_line(page.texts[number])
        names = {part.name for part in fields}
        if not names or names & (known | {EXTRA, BODY, "headline"}):
            break
        if any(is_sentence(part.value) for part in fields):
            break
        roles[free.pop()] = tails.name_role(fields)
        known = known | names
        found += fields
    tail = tails.read_tail(page, free, known)
    for number, kind in tail.kinds.items():
        roles[number] = kind
    return found + tail.fields


def _guess_headline(page: Page, body: list[int], roles: list[str]) -> str:
    """Take a line that stands alone above a text as its headline."""
    free = [number for number in body if roles[number] == "blank"]
    if len(free) < 2 or free[1] == free[0] + 1:  # noqa: PLR2004  two lines
        return ""
    text = page.texts[free[0]]
    if len(text) > _MAX_GUESS or text.endswith(_ENDS) or find_headline(page, free) != 0:
        return ""
    roles[free[0]] = "headline"
    return text


def _read_body(
    page: Page, body: list[int], roles: list[str], label: Field | None
) -> tuple[str, ...]:
    """Part the body; the label before its first line is no text."""
    paragraphs = list(part_body(page, body, roles))
    if label is not None and label.value and paragraphs:
        text, lines = paragraphs[0]
        start = len(page.texts[lines.start]) - len(label.value)
        paragraphs[0] = text[start:], lines
    return number_paragraphs(paragraphs, roles)
