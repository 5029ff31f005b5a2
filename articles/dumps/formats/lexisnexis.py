"""Text of LexisNexis: many documents in one file, each below its number.

                               1 of 10 DOCUMENTS

                               The Gazette (Harbour)

                            January 11, 2010 Monday
                                   Edition 1;

    Harbour reopens after the frost

    BYLINE: Ilse Marrow

    SECTION: NEWS; Pg. 3

    LENGTH: 355 words

    The first boat of the year left the harbour at noon.

    LOAD-DATE: January 11, 2010

                       Copyright 2010 The Gazette
                              All Rights Reserved

The copyright may also stand above the source, the headline behind a label, and the
labels be those of another language. What stands above the first number is a cover page.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from articles.dumps.drafting import draft_record
from articles.dumps.nexis import (
    begins_labels,
    count_head,
    find_foot,
    group_blocks,
    is_known,
    read_foot,
    read_labels,
    read_top,
    settle_fields,
)
from articles.dumps.pages import (
    MAX_HEADLINE,
    Page,
    Parsed,
    collapse,
    parse_parts,
    reject,
)
from articles.dumps.paragraphs import number_paragraphs, part_body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.dumps.records import Problem, Record


NAME: Final = "lexisnexis"
_COUNT: Final = re.compile(
    r"(?:focus\W+)?\d[\d.,]* (?:of|von|de|di|van|sur) \d[\d.,]* do[ck]ument\w*"
    r"|do[ck]ument\w* \d[\d.,]* (?:of|von|de|di|van|sur) \d[\d.,]*",
    re.IGNORECASE,
)
_MAX_COUNT: Final = 60  # characters
_LOOK_AHEAD: Final = 60  # lines below the first number, in which a label stands
_BODY_LABEL: Final = re.compile(r"^(?:BODY|TEXT|TEXTE|TEXTO) ?:\s*")


def matches(page: Page) -> bool:
    """Say whether a numbered document with labels in capitals stands on a page."""
    counts = _find_counts(page)
    if not counts:
        return False
    below = page.filled[counts[0] + 1 :][:_LOOK_AHEAD]
    return any(is_known(page.texts[number]) for number in below)


def parse(page: Page, *, folder: str) -> Parsed:  # noqa: ARG001  every format takes it
    """Make one record of each numbered document."""
    return parse_parts(page, _part_documents, _parse_document)


def _find_counts(page: Page) -> list[int]:
    """Return the places in `page.filled` of lines such as "1 of 10 DOCUMENTS"."""
    return [
        at
        for at, number in enumerate(page.filled)
        if len(page.texts[number]) <= _MAX_COUNT and _is_count(page.texts[number])
    ]


def _is_count(text: str) -> bool:
    return _COUNT.fullmatch(collapse(text)) is not None


def _part_documents(page: Page, roles: list[str]) -> Iterator[list[int]]:
    """Yield the lines of each document, its number first if it has one."""
    lines = page.filled
    counts = _find_counts(page) or [0]
    for number in lines[: counts[0]]:
        roles[number] = "boilerplate:cover-page"
    for start, stop in pairwise([*counts, len(lines)]):
        yield lines[start:stop]


def _parse_document(
    page: Page, lines: list[int], roles: list[str], *, index: int
) -> Record | Problem:
    if _is_count(page.texts[lines[0]]):
        roles[lines[0]] = "boilerplate:document-number"
    blocks = group_blocks(page, [n for n in lines if roles[n] == "blank"])
    labelled = _find_labelled(page, blocks)
    fields, top = read_top(page, blocks[:labelled], roles)
    if labelled is None:
        labelled = min(top + 1, len(blocks))
    head = labelled + count_head(page, blocks[labelled:])
    for block in blocks[labelled:head]:
        read_labels(page, block, roles, fields)
    foot = head + find_foot(page, blocks[head:])
    fields += read_foot(page, blocks[foot:], roles)
    headline = next((part.value for part in fields if part.name == "headline"), "")
    if not headline:
        headline = _read_headline(page, blocks[top:labelled], roles)
    if not headline:
        return reject(lines, roles)
    return draft_record(
        settle_fields(fields),
        index=index,
        line=lines[0] + 1,
        headline=headline,
        paragraphs=_read_body(page, lines, roles),
    )


def _find_labelled(page: Page, blocks: list[list[int]]) -> int | None:
    """Find the first block of the labels above the body, or None."""
    starts = [
        at for at, each in enumerate(blocks) if begins_labels(page.texts[each[0]])
    ]
    return starts[0] if starts else None


def _read_headline(page: Page, blocks: list[list[int]], roles: list[str]) -> str:
    """Read the blocks above the labels as one headline, or the first if too long."""
    for count in (len(blocks), 1):
        lines = [number for block in blocks[:count] for number in block]
        headline = collapse(" ".join(page.texts[number] for number in lines))
        if headline and len(headline) <= MAX_HEADLINE:
            for number in lines:
                roles[number] = "headline"
            return headline
    return ""


def _read_body(page: Page, lines: list[int], roles: list[str]) -> tuple[str, ...]:
    paragraphs = list(part_body(page, lines, roles))
    if paragraphs:
        text, printed = paragraphs[0]
        paragraphs[0] = _BODY_LABEL.sub("", text), printed
    return number_paragraphs(paragraphs, roles)
