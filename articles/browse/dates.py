"""Years, months and days: what is held of each, and the next that holds something."""

from __future__ import annotations

from calendar import month_name, monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from articles.browse.calendars import month_bars, weeks_of
from articles.browse.periods import month_number
from articles.browse.places import Place
from articles.browse.printed import (
    day_in_words,
    day_path,
    month_in_words,
    month_path,
    weekday_in_words,
    year_path,
)
from articles.browse.wording import counted
from articles.database import tallies
from articles.database.tallies import Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from articles.browse.calendars import CalendarDay
    from articles.database.tallies import Tallied

MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class DatePage:
    """What stands above the list of a year, a month or a day."""

    name: str
    year: int
    up: Place | None
    before: Place | None  # the next earlier one that holds something
    after: Place | None
    summary: str
    busiest: Place | None = None
    vague: str = ""  # what names this time less exactly, and where it is listed
    vague_href: str = ""
    months: tuple[Place, ...] = ()
    years: tuple[Place, ...] = ()
    weeks: tuple[tuple[CalendarDay, ...], ...] = ()


def year_page(year: int) -> DatePage:
    """A year: twelve months, and all years."""
    held = _held(tallies.fetch([tallies.months()]), "month")
    years = _years(held)
    total = years.get(year, 0)
    months = {month: held.get(month_number(year, month), 0) for month in MONTHS}
    vague = held.get(month_number(year, 0), 0)
    before, after = _beside(year, years)
    return DatePage(
        name=f"{year}",
        year=year,
        up=None,
        before=_year(before, years),
        after=_year(after, years),
        summary=_summary(total, f"{year}"),
        busiest=_busiest_month(year, months),
        vague=f"{_more(vague)} known only to the year." if vague else "",
        months=month_bars(year, months),
        years=tuple(
            Place(f"{each}", year_path(each), f"{n:,}", is_current=each == year)
            for each, n in sorted(years.items())
        ),
    )


def month_page(year: int, month: int) -> DatePage:
    """A month: its calendar, and the months of its year."""
    first = _day_number(date(year, month, 1))
    rows = tallies.fetch([tallies.months(), tallies.days(first, first + 30)])
    held = _held(rows, "month")
    days = {number % 100: n for number, n in _held(rows, "day").items()}
    total = held.get(month_number(year, month), 0)
    numbers = [number for number in held if number % 100]
    before, after = _beside(month_number(year, month), numbers)
    name = month_in_words(date(year, month, 1))
    vague = held.get(month_number(year, 0), 0)
    undecided = total - sum(days.values())
    return DatePage(
        name=name,
        year=year,
        up=Place(f"{year}", year_path(year)),
        before=_month(before, held),
        after=_month(after, held),
        summary=_summary(total, name, _on_days(year, month, days, undecided)),
        busiest=_busiest_day(year, month, days),
        vague=f"{_more(vague)} known only to the year" if vague else "",
        vague_href=year_path(year),
        months=month_bars(
            year,
            {each: held.get(month_number(year, each), 0) for each in MONTHS},
            current=month,
        ),
        weeks=weeks_of(year, month, days),
    )


def day_page(day: date) -> DatePage:
    """A day, and the next ones that hold something."""
    number, first = _day_number(day), _day_number(day.replace(day=1))
    month = month_number(day.year, day.month)
    rows = tallies.fetch(
        [
            *tallies.near_days(number, number),
            tallies.days(first, first + 30),
            tallies.total(Cell(low=month, high=month), "of-the-month"),
        ]
    )
    held = {row.kind: row.n for row in rows}
    undecided = held["of-the-month"] - sum(_held(rows, "day").values())
    near = sorted((row.pk, row.n) for row in rows if row.kind == "near-day")
    return DatePage(
        name=weekday_in_words(day),
        year=day.year,
        up=Place(month_in_words(day), month_path(day.year, day.month)),
        before=_near(n for n in near if n[0] < number),
        after=_near(n for n in near if n[0] > number),
        summary=_summary(held["held-days"], day_in_words(day)),
        vague=f"{_more(undecided)} known only to the month" if undecided else "",
        vague_href=month_path(day.year, day.month),
    )


def _held(rows: Iterable[Tallied], kind: str) -> dict[int, int]:
    """{201505: articles}, or {20150512: articles}."""
    return {row.pk: row.n for row in rows if row.kind == kind}


def _years(held: Mapping[int, int]) -> dict[int, int]:
    years: dict[int, int] = {}
    for number, n in held.items():
        years[number // 100] = years.get(number // 100, 0) + n
    return years


def _beside(number: int, others: Iterable[int]) -> tuple[int | None, int | None]:
    """The nearest smaller and the nearest larger number."""
    others = list(others)
    before = max((other for other in others if other < number), default=None)
    after = min((other for other in others if other > number), default=None)
    return before, after


def _year(year: int | None, years: Mapping[int, int]) -> Place | None:
    if year is None:
        return None
    return Place(f"{year}", year_path(year), f"{years[year]:,}")


def _month(number: int | None, held: Mapping[int, int]) -> Place | None:
    if number is None:
        return None
    year, month = divmod(number, 100)
    name = month_in_words(date(year, month, 1))
    return Place(name, month_path(year, month), f"{held[number]:,}")


def _near(numbers: Iterable[tuple[int, int]]) -> Place | None:
    for number, n in numbers:
        day = date(number // 10_000, number // 100 % 100, number % 100)
        return Place(day_in_words(day), day_path(day), f"{n:,}")
    return None


def _busiest_month(year: int, held: Mapping[int, int]) -> Place | None:
    month = _largest(held)
    if month is None:
        return None
    name = f"in {month_name[month]}"
    return Place(name, month_path(year, month), f"{held[month]:,}")


def _busiest_day(year: int, month: int, held: Mapping[int, int]) -> Place | None:
    day = _largest(held)
    if day is None:
        return None
    name = f"on {date(year, month, day):%A} {day} {month_name[month]}"
    return Place(name, day_path(date(year, month, day)), f"{held[day]:,}")


def _largest(held: Mapping[int, int]) -> int | None:
    """The one that holds more than each of several others."""
    by_size = sorted((n, number) for number, n in held.items() if n)
    if len(by_size) < 2 or by_size[-1][0] == by_size[-2][0]:  # noqa: PLR2004  a pair
        return None
    return by_size[-1][1]


def _on_days(year: int, month: int, held: Mapping[int, int], undecided: int) -> str:
    days = monthrange(year, month)[1]
    said = f" on {len(held)} of {days} days" if held else ""
    if undecided and held:
        return f"{said}, {undecided:,} of them without a day"
    return " without a day" if undecided else said


def _summary(total: int, name: str, on_days: str = "") -> str:
    if total == 0:
        return f"Nothing is held of {name}."
    return f"{counted(total, 'article')}{on_days}."


def _more(n: int) -> str:
    return "1 more is" if n == 1 else f"{n:,} more are"


def _day_number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day
