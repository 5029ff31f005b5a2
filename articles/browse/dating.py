"""The date of an article as the page says it: in words, for machines, and in doubt."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from articles.browse.printed import day_in_words, month_in_words, weekday_in_words
from articles.dumps.records import MINUTES_A_DAY, Moment

if TYPE_CHECKING:
    from collections.abc import Mapping

_DOUBTS: Final = {
    "ambiguous-day-month": "day and month may be exchanged",
    "two-digit-year": "only two digits of the year were printed",
    "from-file-name": "taken from the name of the file",
    "unreadable": "it could not be read as a date",
}
_OF_THE_YEAR: Final = frozenset({"two-digit-year", "from-file-name"})


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed date. Without a usable one `day` is None and `words` is the print."""

    words: str
    iso: str = ""
    day: date | None = None  # the first one of a month or a year
    precision: str = ""
    doubts: tuple[str, ...] = ()  # in words

    @property
    def when(self) -> str:
        """The date in a sentence, such as "on 12 May 2015" or "in 1931"."""
        if self.day is None:
            return ""
        if self.precision == "year":
            return f"in {self.day.year}"
        if self.precision == "month":
            return f"in {month_in_words(self.day)}"
        return f"on {day_in_words(self.day)}"

    @property
    def last_day(self) -> date | None:
        """The last day that the date may mean."""
        if self.day is None:
            return None
        if self.precision == "year":
            return self.day.replace(month=12, day=31)
        if self.precision == "month":
            days = monthrange(self.day.year, self.day.month)[1]
            return self.day.replace(day=days)
        return self.day


def read_date(columns: Mapping[str, Any], name: str = "printed") -> Printed | None:
    """Read the columns of one date; None when nothing was printed.

    The doubts of an article are those of its printed date.
    """
    raw, minute = columns[f"{name}_raw"], columns[f"{name}_minute"]
    codes = columns["doubts"].split() if name == "printed" else []
    if minute is None:
        return (
            Printed(f"“{raw}”", doubts=_explain(codes, is_read=False)) if raw else None
        )
    precision = columns[f"{name}_precision"]
    moment = Moment(
        raw=raw,
        minute=minute,
        second=columns[f"{name}_second"],
        precision=precision,
        offset=columns[f"{name}_offset"],
    )
    days, minute_of_day = divmod(minute, MINUTES_A_DAY)
    day = date.fromordinal(days + 1)
    return Printed(
        words=_in_words(day, minute_of_day, precision),
        iso=moment.iso or "",
        day=day,
        precision=precision,
        doubts=_explain(codes, is_read=True),
    )


def lies_ahead(day: date | None, today: date) -> bool:
    """Whether a day is later than today is anywhere on earth."""
    return day is not None and day > today + timedelta(days=1)


def age_in_words(printed: Printed, codes: str, today: date) -> str:
    """How old an article is, in whole years from one on; nothing for a younger one."""
    last = printed.last_day
    if last is None:
        return ""
    years = today.year - last.year - ((today.month, today.day) < (last.month, last.day))
    if years < 1:
        return ""
    at_least = "at least " if last != printed.day else ""
    condition = (
        "" if _OF_THE_YEAR.isdisjoint(codes.split()) else ", if its date is right"
    )
    return f"{at_least}{years} year{'' if years == 1 else 's'} old{condition}"


def _in_words(day: date, minute: int, precision: str) -> str:
    if precision == "year":
        return f"{day.year}"
    if precision == "month":
        return month_in_words(day)
    if precision == "day":
        return weekday_in_words(day)
    return f"{weekday_in_words(day)}, {minute // 60:02}.{minute % 60:02}"


def _explain(codes: list[str], *, is_read: bool) -> tuple[str, ...]:
    impossible = "there is no such time" if is_read else "there is no such day"
    said = {**_DOUBTS, "impossible": impossible}
    return tuple(said[code] for code in codes if code in said)
