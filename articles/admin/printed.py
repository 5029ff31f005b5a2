"""Printed dates in the hands of an editor: as text to type, in words, and back."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from django.core.exceptions import ValidationError

from articles.browse.printed import (
    Span,
    moment_of,
    printed_date,
    printed_time,
    span_of,
    weekday_in_words,
)
from articles.dumps.dates import parse_moment
from articles.dumps.records import Moment
from articles.models.article import POSITIONS_A_MINUTE

if TYPE_CHECKING:
    from collections.abc import Mapping

EXAMPLES: Final = "2015-05-12 00:03, 12 May 2015, May 1931 or 1931"

_REFUSED: Final = {
    "impossible": "“{raw}” does not exist in the calendar or on the clock.",
    "ambiguous-day-month": (
        "“{raw}” can be read in two ways: name the month, as in 12 May 2015."
    ),
    "two-digit-year": "“{raw}” leaves the century open: write the year in full.",
}


def typed(values: Mapping[str, Any]) -> str:
    """The printed date of an article's columns as an editor would type it."""
    return (_moment(values).iso or "").replace("T", " ")


def in_words(position: int, precision: str) -> str:
    """The printed date, with no more than was printed.

    >>> in_words(position(1053422272), "minute")
    'Tuesday 25 November 2003, 05.52'
    """
    moment = moment_of(position)
    if moment is None or precision in {"year", "month"}:
        return printed_date(position, precision)
    time = printed_time(position, precision)
    return f"{weekday_in_words(moment.day)}{', ' if time else ''}{time}"


def moment_in_words(moment: Moment) -> str:
    """How a date was understood."""
    return in_words(position(moment.minute), moment.precision)


def position(minute: int | None) -> int:
    """The smallest position of a printed minute."""
    return 0 if minute is None else (minute + 1) * POSITIONS_A_MINUTE


def span(moment: Moment) -> Span:
    """The positions of the whole year, month or day of a moment that has one."""
    printed = moment_of(position(moment.minute))
    assert printed is not None
    first = last = printed.day
    if moment.precision == "year":
        last = date(first.year, 12, 31)
    if moment.precision == "month":
        last = first.replace(day=monthrange(first.year, first.month)[1])
    return span_of(first, last)


def read(raw: str) -> Moment:
    """Read a date that an editor typed; ValidationError says what is wrong with it."""
    moment = parse_moment(raw)
    for doubt in moment.doubts:
        if doubt in _REFUSED:
            raise ValidationError(_REFUSED[doubt].format(raw=raw), code=doubt)
    if moment.minute is None and raw.strip():
        raise ValidationError(
            f"“{raw}” cannot be read as a date. Write it as in {EXAMPLES}, "
            "or leave it empty when no date is known.",
            code="unreadable",
        )
    return moment


def columns(moment: Moment) -> dict[str, Any]:
    """The columns of an article that hold a printed date."""
    return {
        "printed_minute": moment.minute,
        "printed_second": moment.second,
        "printed_precision": moment.precision,
        "printed_offset": moment.offset,
    }


def _moment(values: Mapping[str, Any]) -> Moment:
    return Moment(
        raw="",
        minute=values["printed_minute"],
        second=values["printed_second"],
        precision=values["printed_precision"],
        offset=values["printed_offset"],
    )
