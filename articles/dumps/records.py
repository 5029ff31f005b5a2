"""What one file says: records, problems, and a span for each of its bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, NamedTuple

UNDECODABLE: Final = "undecodable"  # code of the problem, kind of the span
MINUTES_A_DAY: Final = 24 * 60
_FIRST: Final = datetime(1, 1, 1)  # noqa: DTZ001  printed times have no zone
_LAYOUTS: Final = {
    "year": "%Y",
    "month": "%Y-%m",
    "day": "%Y-%m-%d",
    "minute": "%Y-%m-%dT%H:%M",
    "second": "%Y-%m-%dT%H:%M:%S",
}


@dataclass(frozen=True, slots=True)
class Moment:
    """A printed date; a year, month or day stands at its first minute.

    `minute` counts from 0001-01-01T00:00 of the printed local time and is None when
    nothing usable was printed; `offset` is in minutes east of UTC.
    """

    raw: str
    minute: int | None = None
    second: int | None = None
    precision: str = ""  # "", "year", "month", "day", "minute" or "second"
    offset: int | None = None
    doubts: tuple[str, ...] = ()

    @property
    def iso(self) -> str | None:
        """The printed local time with the digits of its precision, or None."""
        if self.minute is None:
            return None
        local = _FIRST + timedelta(minutes=self.minute, seconds=self.second or 0)
        # strftime pads years below 1000 on some platforms only
        layout = _LAYOUTS[self.precision].replace("%Y", f"{local.year:04}")
        return local.strftime(layout) + format_offset(self.offset)


def format_offset(minutes: int | None) -> str:
    """Print an offset as ISO 8601 does.

    >>> format_offset(540), format_offset(-210), format_offset(None)
    ('+09:00', '-03:30', '')
    """
    if minutes is None:
        return ""
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"


@dataclass(frozen=True, slots=True)
class Record:
    """One article as a file prints it; a field that cannot be derived is empty."""

    index: int  # 1 is the first record of the file
    line: int  # where it begins; 1 is the first line
    headline: str
    print_headline: str = ""
    byline: str = ""
    source: str = ""
    published: Moment | None = None
    updated: Moment | None = None
    sections: tuple[str, ...] = ()
    url: str = ""
    language: str = ""
    extra: tuple[tuple[str, str], ...] = ()  # (label, value) of what has no field
    paragraphs: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        return "\n\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a file holds that gave no record, or not all of it."""

    line: int | None
    code: str
    reason: str

    @property
    def is_rejection(self) -> bool:
        """Whether this gave no record; bytes lost from a text are no rejection."""
        return self.code != UNDECODABLE


class Span(NamedTuple):
    """A run of bytes of the file that have the same role."""

    kind: str
    size: int  # bytes of the file


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one file's bytes say; the sizes of the spans add up to its size."""

    encoding: str
    confidence: float
    how: str  # "bom", "utf-8", "declared", "detected" or "told"
    format: str
    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    spans: tuple[Span, ...]
    undecodable: tuple[tuple[int, bytes], ...]  # (offset, bytes)


@dataclass(frozen=True, slots=True)
class Told:
    """What the librarian said about the files of a run."""

    format: str = ""
    encoding: str = ""
