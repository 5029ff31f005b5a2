"""Printed dates: from a position to words, and from a date to a range of positions.

>>> printed_date(position_of(date(2015, 5, 12)), "day")
'12 May 2015'
"""

from __future__ import annotations

from calendar import day_name, month_name
from dataclasses import dataclass
from datetime import date
from typing import Final

from articles.models.article import FIRST_DATED, POSITIONS_A_MINUTE

MINUTES_A_DAY: Final = 24 * 60
BEFORE_ALL: Final = 0
AFTER_ALL: Final = 2**63 - 1
UNDATED: Final = "Without a date"
COARSE: Final = {"year", "month"}  # precisions that name no day


@dataclass(frozen=True, slots=True)
class Moment:
    """The printed local moment that a position stands for."""

    day: date
    minute: int  # of the day


@dataclass(frozen=True, slots=True)
class Span:
    """A range of positions, both ends excluded."""

    low: int = BEFORE_ALL
    high: int = AFTER_ALL

    def within(self, other: Span) -> Span:
        return Span(max(self.low, other.low), min(self.high, other.high))


DATED: Final = Span(low=FIRST_DATED)


def span_of(since: date | None, until: date | None) -> Span:
    """All positions printed from `since` to `until`, both included."""
    if since is None and until is None:
        return Span()
    low = position_of(since) if since else FIRST_DATED
    return Span(low, position_of(until, days=1) if until else AFTER_ALL)


def position_of(day: date, *, days: int = 0) -> int:
    """The position that is just below everything printed on a day or later."""
    minutes = (day.toordinal() - 1 + days) * MINUTES_A_DAY
    return (minutes + 1) * POSITIONS_A_MINUTE


def moment_of(position: int) -> Moment | None:
    """The printed moment of a position; None for the undated."""
    if position < FIRST_DATED:
        return None
    days, minute = divmod(position // POSITIONS_A_MINUTE - 1, MINUTES_A_DAY)
    return Moment(date.fromordinal(days + 1), minute)


def printed_date(position: int, precision: str) -> str:
    """The printed date as it is said in a line: with the digits of its precision."""
    moment = moment_of(position)
    if moment is None:
        return "No date printed"
    if precision == "year":
        return f"{moment.day.year}"
    if precision == "month":
        return month_in_words(moment.day)
    return day_in_words(moment.day)


def printed_time(position: int, precision: str) -> str:
    """The printed time of day, such as 05.52; nothing when none was printed."""
    moment = moment_of(position)
    if moment is None or precision not in {"minute", "second"}:
        return ""
    return "{:02}.{:02}".format(*divmod(moment.minute, 60))


def printed_iso(position: int, precision: str) -> str:
    """The printed date for machines: 1931, 1931-05 or 1931-05-12."""
    moment = moment_of(position)
    if moment is None:
        return ""
    digits = {"year": 4, "month": 7}.get(precision, 10)
    return moment.day.isoformat()[:digits]


def day_in_words(day: date) -> str:
    return f"{day.day} {month_name[day.month]} {day.year}"


def weekday_in_words(day: date) -> str:
    return f"{day_name[day.weekday()]} {day_in_words(day)}"


def month_in_words(day: date) -> str:
    return f"{month_name[day.month]} {day.year}"


def day_path(day: date) -> str:
    return f"/{day.year:04}/{day.month:02}/{day.day:02}/"


def month_path(year: int, month: int) -> str:
    return f"/{year:04}/{month:02}/"


def year_path(year: int) -> str:
    return f"/{year:04}/"
