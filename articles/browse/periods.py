"""Whole months, for which counts are kept: 201505, or 201500 for only the year."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

from articles.models.counts import ALL

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

FIRST_MONTH, LAST_MONTH = 1, 999_912


def months_of(
    since: date | None, until: date | None, but: Collection[str] = ()
) -> tuple[int, int] | None:
    """The first and the last month counted for these days; None if not whole months.

    Articles known only to the year stand at its first minute, so they belong to a
    range that begins with 1 January, unless `but` leaves out that precision.
    """
    if since is None and until is None:
        return ALL, ALL
    first, last = _first(since, but), _last(until)
    if first is None or last is None:
        return None
    return first, last


def month_number(year: int, month: int) -> int:
    """The number of a month in the counts; month 0 is what names only the year."""
    return year * 100 + month


def _first(since: date | None, but: Collection[str]) -> int | None:
    if since is None:
        return FIRST_MONTH
    if since.day > 1 or "month" in but:
        return None
    if since.month == 1 and "year" not in but:
        return month_number(since.year, 0)
    return month_number(since.year, since.month)


def _last(until: date | None) -> int | None:
    if until is None:
        return LAST_MONTH
    if until.day < monthrange(until.year, until.month)[1]:
        return None
    return month_number(until.year, until.month)
