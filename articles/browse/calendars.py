"""The squares of a month and the bars of a year."""

from __future__ import annotations

from calendar import Calendar, month_abbr, month_name
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from articles.browse.places import Place, share_of
from articles.browse.printed import day_path, month_path
from articles.browse.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A square of a calendar: outside the month, held, or not held."""

    number: str = ""
    href: str = ""
    count: str = ""
    share: int = 0


def month_bars(
    year: int, held: Mapping[int, int], *, current: int = 0
) -> tuple[Place, ...]:
    most = max(held.values())
    return tuple(
        Place(
            month_abbr[month],
            month_path(year, month),
            f"{month_name[month]}: {counted(n, 'article')}",
            share_of(n, most),
            month == current,
        )
        for month, n in held.items()
    )


def weeks_of(
    year: int, month: int, held: Mapping[int, int]
) -> tuple[tuple[CalendarDay, ...], ...]:
    most = max(held.values(), default=0)
    return tuple(
        tuple(_square(year, month, day, held.get(day, 0), most) for day in week)
        for week in Calendar().monthdayscalendar(year, month)
    )


def _square(year: int, month: int, day: int, n: int, most: int) -> CalendarDay:
    if day == 0:
        return CalendarDay()
    if n == 0:
        return CalendarDay(f"{day}")
    href = day_path(date(year, month, day))
    return CalendarDay(f"{day}", href, f"{n:,}", share_of(n, most))
