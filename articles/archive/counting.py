"""Keeps the counts in step, in the transaction that changes the rows."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from articles.database import counts
from articles.models.article import POSITIONS_A_MINUTE
from articles.models.counts import ALL, NONE

if TYPE_CHECKING:
    from collections.abc import Iterable

_FIRST: Final = datetime(1, 1, 1)  # noqa: DTZ001  printed times have no zone


class Tally:
    """Counts of a number of articles, to be added to the kept ones."""

    def __init__(self) -> None:
        self.months: Counter[tuple[int, int, int]] = Counter()
        self.days: Counter[int] = Counter()

    def count(
        self,
        position: int | None,
        precision: str,
        source: int | None,
        sections: Iterable[int],
        *,
        n: int = 1,
    ) -> None:
        """Count one article `n` times; a removed one has no position and counts not."""
        if position is None:
            return
        month, day = month_and_day(position, precision)
        for section in (ALL, *(tuple(sections) or (NONE,))):
            for origin in (ALL, source or NONE):
                self.months[section, origin, month] += n
                self.months[section, origin, ALL] += n
        if day:
            self.days[day] += n

    def keep(self) -> None:
        """Add this tally to the kept counts."""
        counts.add_to_months(self.months)
        counts.add_to_days(self.days)


def month_and_day(position: int, precision: str) -> tuple[int, int]:
    """An article's month, such as 201505, 201500 or NONE, and its day or 0."""
    minute = position // POSITIONS_A_MINUTE - 1
    if minute < 0:
        return NONE, 0
    date = _FIRST + timedelta(minutes=minute)
    if precision == "year":
        return date.year * 100, 0
    month = date.year * 100 + date.month
    return month, 0 if precision == "month" else month * 100 + date.day
