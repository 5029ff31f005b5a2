"""Tables: comma, semicolon, tab or bar between cells, the names in the first row.

title,date,source,text
Harbour reopens,2015-05-12,AFP,"The first boat of the year
left the harbour at noon."
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articles.dumps.composing import compose_record
from articles.dumps.gathering import NO_ARTICLES
from articles.dumps.pages import Page, Parsed
from articles.dumps.records import Problem, Record
from articles.dumps.rows import (
    DELIMITERS,
    Dialect,
    Row,
    find_dialect,
    read_rows,
)
from articles.dumps.spellings import fields_of

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME: Final = "csv"
_TOLD: Final = re.compile(r"sep=.", re.IGNORECASE)  # a line of Excel's
_LONGEST_NAME: Final = 60  # characters of a name in the header
_SAMPLE: Final = 50  # rows
_FEWEST: Final = 2  # columns


def matches(page: Page) -> bool:
    """Say whether line 1 names columns, and the rows below have as many cells."""
    header = _find_header(page)
    if header is None or not any(mark in page.lines[header] for mark in DELIMITERS):
        return False  # most files, at no cost
    names, dialect = _read_header(page, header)
    if len(names) < _FEWEST or any(len(name) > _LONGEST_NAME for name in names):
        return False
    if not _are_names(names):
        return False
    rows = read_rows(page.lines[: header + _SAMPLE], header + 1, len(names), dialect)
    widths = [len(row.cells) for row in rows]
    return not widths or len(names) in widths


def parse(page: Page, *, folder: str) -> Parsed:  # noqa: ARG001  every format takes it
    """Make one record of each row."""
    roles = ["blank"] * len(page.lines)
    records: list[Record] = []
    problems: list[Problem] = []
    header = _find_header(page) or 0
    names, dialect = _read_header(page, header)
    for number in page.filled:
        if number <= header:
            roles[number] = "markup"
    for row in read_rows(page.lines, header + 1, len(names), dialect):
        found = _read_row(names, row, index=len(records) + 1)
        if isinstance(found, Record):
            records.append(found)
            kind = f"record:{found.index}"
        else:
            problems.append(found)
            kind = f"rejected:{found.code}"
        roles[row.start : row.stop] = [kind] * (row.stop - row.start)
    if not records and not problems:
        problems.append(NO_ARTICLES)
    return Parsed(records, problems, roles)


def _find_header(page: Page) -> int | None:
    head = (n for n in page.filled[:2] if not _TOLD.fullmatch(page.texts[n]))
    return next(head, None)


def _read_header(page: Page, header: int) -> tuple[list[str], Dialect]:
    dialect = find_dialect(page.lines, header)
    row = next(read_rows([page.lines[header]], 0, 0, dialect), Row(0, 1, []))
    return [cell.strip().lstrip("\ufeff#").strip() for cell in row.cells], dialect


def _are_names(names: Sequence[str]) -> bool:
    """Say whether a headline or text is among the names, and another field."""
    fields = fields_of(names)
    return bool(fields & {"headline", "body"}) and len(fields) > 1


def _read_row(names: Sequence[str], row: Row, *, index: int) -> Record | Problem:
    line = row.start + 1
    cells = [cell.strip() for cell in row.cells]
    if any(cells[len(names) :]):
        reason = f"The row has {len(cells)} cells, the header {len(names)}."
        return Problem(line, "ragged-row", reason)
    values: dict[str, str] = {}
    for number, (name, cell) in enumerate(zip(names, cells, strict=False), start=1):
        label = name or f"column {number}"
        values[label if label not in values else f"{label} ({number})"] = cell
    if len(cells) < len(names) and not any(cells[1:]):
        reason = f"The row has {len(cells)} cells, the header {len(names)}."
        return Problem(line, "ragged-row", reason)
    return compose_record(values, index=index, line=line)
