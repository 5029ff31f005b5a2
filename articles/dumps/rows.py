"""Read the rows of a table and the lines that each of them took, wrong quotes too."""

from __future__ import annotations

import csv
import sys
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from _csv import Reader
    from collections.abc import Iterable, Iterator, Sequence

DELIMITERS: Final = ("\t", ";", ",", "|")
_SAMPLE: Final = 200  # lines
_WASTE: Final = 1_000_000  # lines read twice, after which cells stay on their line
csv.field_size_limit(sys.maxsize)  # a cell may hold a book; it is in memory already


class Row(NamedTuple):
    """The cells that stand in the lines from `start` to before `stop`."""

    start: int
    stop: int
    cells: list[str]
    is_wrong: bool = False  # a quote is left open, or closed within a cell

    @property
    def lines(self) -> int:
        return self.stop - self.start


class Dialect(NamedTuple):
    """What parts cells, and whether a quote in a cell is written as \\"."""

    delimiter: str
    escapes: bool


def find_dialect(lines: Sequence[str], header: int) -> Dialect:
    """Take the sign that parts the header into most cells."""
    line = lines[header]
    delimiter = max(DELIMITERS, key=lambda sign: len(_part(line, sign)))
    sample = lines[header + 1 : header + _SAMPLE]
    escapes = any('\\"' in line for line in sample)
    doubles = any('""' in line.replace(f'{delimiter}""', "") for line in sample)
    return Dialect(delimiter, escapes and not doubles)


def _part(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), [])


def read_rows(
    lines: Sequence[str], start: int, width: int, dialect: Dialect
) -> Iterator[Row]:
    """Yield the rows from a line on; blank lines between them are no rows.

    A row of several lines whose quotes are wrong, or that is wider than the header, has
    a quote too many: its first line is a row of its own, the next begins below it.
    """
    wasted = 0
    while start < len(lines):
        stop = len(lines) if wasted < _WASTE else start + 1
        for row in _read_run(lines, start, stop, dialect):
            start = row.stop
            if not row.is_wrong and (len(row.cells) <= width or row.lines == 1):
                if any(map(str.strip, row.cells)):
                    yield row
                continue
            wasted += row.lines
            start = row.start + 1
            yield Row(row.start, start, _part_line(lines[row.start], dialect))
            break


def _read_run(
    lines: Sequence[str], start: int, stop: int, dialect: Dialect
) -> Iterator[Row]:
    """Yield rows up to the first whose quotes are wrong."""
    run = (f"{lines[number]}\n" for number in range(start, stop))
    reader = _reader(run, dialect, strict=True)
    at = start
    while at < stop:
        try:
            cells: list[str] = next(reader, [])
            is_wrong = False
        except csv.Error:
            cells, is_wrong = [], True
        yield Row(at, start + reader.line_num, cells, is_wrong)
        at = start + reader.line_num


def _part_line(line: str, dialect: Dialect) -> list[str]:
    """Part a line with wrong quotes; one that is left open parts nothing."""
    if line.count('"') % 2:
        return [cell.strip(' "') for cell in line.split(dialect.delimiter)]
    return next(_reader([line], dialect, strict=False), [])


def _reader(lines: Iterable[str], dialect: Dialect, *, strict: bool) -> Reader:
    return csv.reader(
        lines,
        delimiter=dialect.delimiter,
        escapechar="\\" if dialect.escapes else None,
        skipinitialspace=True,
        strict=strict,
    )
