"""Text saved from Nexis Uni: many documents in one file, each with its end marked.

Harbour reopens after the frost
The Gazette (Harbour)
January 11, 2010 Monday

Copyright 2010 The Gazette Ltd. All Rights Reserved

Section: NEWS; Pg. 3
Length: 355 words
Byline: Ilse Marrow
Body

The first boat of the year left the harbour at noon.

Load-Date: January 12, 2010

End of Document
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articles.dumps.drafting import draft_record
from articles.dumps.headers import Field
from articles.dumps.nexis import (
    COPYRIGHT,
    EXTRA,
    UNKNOWN,
    is_copyright,
    read_capitals,
    read_dated,
    settle_fields,
)
from articles.dumps.pages import Page, Parsed, find_headline, parse_parts, reject
from articles.dumps.paragraphs import number_paragraphs, part_body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.dumps.records import Problem, Record

NAME: Final = "nexisuni"
_END: Final = re.compile(
    "end of document|ende des dokuments|fin du document|fin del documento",
    re.IGNORECASE,
)
_PAGE: Final = re.compile(r"page \d+ of \d+", re.IGNORECASE)
_BODY: Final = re.compile("body|text|texte|texto|cuerpo", re.IGNORECASE)
_HEADINGS: Final = {"graphic", "classification", "notes", "correction"}
_FOOT: Final = {"Load-Date", "Language", "Publication-Type", "Journal Code"}
_MAX_TOP: Final = 15  # lines down to the date
_MAX_HEAD: Final = 60  # lines down to the body


def matches(page: Page) -> bool:
    """Say whether documents end with their mark below labels such as "Length:"."""
    return any(map(_is_end, page.texts)) and any(
        text.startswith(("Length:", "Load-Date:")) for text in page.texts
    )


def parse(page: Page, *, folder: str) -> Parsed:  # noqa: ARG001  every format takes it
    """Make one record of each document."""
    return parse_parts(page, _part_documents, _parse_document)


def _is_end(text: str) -> bool:
    return len(text) <= len("end of document") + 4 and bool(_END.fullmatch(text))


def _part_documents(page: Page, roles: list[str]) -> Iterator[list[int]]:
    """Yield the lines of each document without the marks of pages and ends."""
    lines: list[int] = []
    for number in page.filled:
        if _PAGE.fullmatch(page.texts[number]):
            roles[number] = "boilerplate:page-number"
        elif _is_end(page.texts[number]):
            roles[number] = "boilerplate:document-end"
            if lines:
                yield lines
            lines = []
        else:
            lines.append(number)
    if lines:
        yield lines


def _parse_document(
    page: Page, lines: list[int], roles: list[str], *, index: int
) -> Record | Problem:
    dated = _find_dated(page, lines)
    headline, fields = _read_top(page, lines[: dated + 1], roles)
    if not headline:
        return reject(lines, roles)
    rest = lines[dated + 1 :] if dated else lines[1:]
    body = _read_head(page, rest, roles, fields)
    foot = _find_foot(page, rest[body:])
    _read_foot(page, rest[body + foot :], roles, fields)
    paragraphs = number_paragraphs(
        part_body(page, rest[body : body + foot], roles), roles
    )
    return draft_record(
        settle_fields(fields),
        index=index,
        line=lines[0] + 1,
        headline=headline,
        paragraphs=paragraphs,
    )


def _find_dated(page: Page, lines: list[int]) -> int:
    """Return the place of the date, which stands third or later, or 0."""
    texts = [page.texts[number] for number in lines[:_MAX_TOP]]
    labels = (at for at, text in enumerate(texts) if _read_label(text))
    stop = next(labels, len(texts))
    places = (at for at in range(2, stop) if read_dated(texts[at])[0])
    return next(places, 0)


def _read_top(
    page: Page, lines: list[int], roles: list[str]
) -> tuple[str, list[Field]]:
    """Read headline, source and date, or the headline alone where no date is."""
    *above, last = lines
    fields: list[Field] = []
    if above:
        date, edition = read_dated(page.texts[last])
        source = above.pop()
        fields = [
            Field("source", "", page.texts[source]),
            Field("published", "", date),
            Field(EXTRA, "Edition", edition),
        ]
        roles[source] = roles[last] = "source-line"
    else:
        above = [last]
    if find_headline(page, above) != 0 or _read_label(page.texts[above[0]]):
        return "", fields
    for number in above:
        roles[number] = "headline"
    return " ".join(dict.fromkeys(page.texts[number] for number in above)), fields


def _read_label(text: str) -> Field | None:
    label, colon, value = text.partition(":")
    found = read_capitals(f"{label.upper()}:{value}") if colon else None
    if found is None or found.name == UNKNOWN:
        return None
    return found._replace(label=label)


def _read_head(
    page: Page, lines: list[int], roles: list[str], fields: list[Field]
) -> int:
    """Read the labels above the body; return the place where the body begins."""
    texts = [page.texts[number] for number in lines[:_MAX_HEAD]]
    marked = next((at for at, text in enumerate(texts) if _BODY.fullmatch(text)), None)
    for at, text in enumerate(texts[:marked]):
        label = _read_label(text)
        if marked is None and label is None and not is_copyright(text):
            return at
        _enter(lines[at], text, label or Field(EXTRA, "Edition", text), roles, fields)
    if marked is not None:
        roles[lines[marked]] = "source-line"
    return len(texts) if marked is None else marked + 1


def _find_foot(page: Page, lines: list[int]) -> int:
    """Return the place of the first line below the body."""
    for at, number in enumerate(lines):
        label = _read_label(page.texts[number])
        if page.texts[number].lower() in _HEADINGS or (label and label.label in _FOOT):
            return at
    return len(lines)


def _read_foot(
    page: Page, lines: list[int], roles: list[str], fields: list[Field]
) -> None:
    """Read the labels below the body; a value may go on below its label."""
    for number in lines:
        text = page.texts[number]
        label = _read_label(text)
        if text.lower() in _HEADINGS:
            label = Field(EXTRA, text, "")
        elif label is None and not is_copyright(text):
            last = fields.pop()
            label = last._replace(value=f"{last.value} {text}".strip())
        _enter(number, text, label, roles, fields)


def _enter(
    number: int, text: str, label: Field | None, roles: list[str], fields: list[Field]
) -> None:
    if is_copyright(text):
        roles[number] = f"boilerplate:{COPYRIGHT}"
    elif label is not None:
        is_section = label.name == "sections"
        roles[number] = "sections" if is_section else "source-line"
        fields.append(label)
