"""The facts beside an article: ways on, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.timezone import localtime

from articles.browse.names import name_path
from articles.browse.printed import (
    day_in_words,
    day_path,
    month_in_words,
    month_path,
    year_path,
)
from articles.browse.wording import counted, day_of
from articles.database import tallies
from articles.database.tallies import Cell

if TYPE_CHECKING:
    from datetime import date

    from articles.browse.dating import Printed
    from articles.models import Article


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands there, as a link where it leads on."""

    label: str
    text: str
    href: str = ""


def facts_of(
    article: Article, printed: Printed | None, length: str
) -> tuple[Fact, ...]:
    """The facts of an article, by at most one query."""
    facts = ways_on(article, printed)
    facts.append(Fact("Length", length))
    if article.shown:
        facts.append(
            Fact("Imported", day_of(localtime(article.shown.batch.started_at)))
        )
    facts.append(Fact("Number", str(article.pk)))
    return tuple(facts)


def ways_on(article: Article, printed: Printed | None) -> list[Fact]:
    """The same day, month or year; and the same source then."""
    if printed is None or printed.day is None or printed.last_day is None:
        return []
    first, last = printed.day, printed.last_day
    is_day = first == last
    period = "day" if is_day else printed.precision
    name, path, low, high = _period(first, period)
    if is_day:
        found = {"total": _on(first)}
    else:
        found = _in_months(article.source_id, low, high)
    facts = [_same(period, found["total"], name, path)]
    if article.source:
        facts.append(
            Fact(
                label=f"Same source, same {period}",
                text=_of_source(article.source.name, found.get("source"), period),
                href=f"{name_path('source', article.source.slug)}"
                f"?since={first.isoformat()}&until={last.isoformat()}",
            )
        )
    return facts


def _on(day: date) -> int:
    """How many articles were printed on a day."""
    return tallies.fetch([tallies.of_day(int(f"{day:%Y%m%d}"))])[0].n


def _in_months(source: int | None, low: int, high: int) -> dict[str, int]:
    """How many articles some months hold, of all sources and of one."""
    pieces = [tallies.total(Cell(low=low, high=high))]
    if source is not None:
        pieces.append(tallies.total(Cell(source=source, low=low, high=high), "source"))
    return {row.kind: row.n for row in tallies.fetch(pieces)}


def _period(first: date, period: str) -> tuple[str, str, int, int]:
    """Name, address and the range of kept months of a day, a month or a year."""
    month = first.year * 100 + first.month
    if period == "day":
        return day_in_words(first), day_path(first), month, month
    if period == "month":
        return month_in_words(first), month_path(first.year, first.month), month, month
    january = first.year * 100
    return f"{first.year}", year_path(first.year), january, january + 12


def _same(period: str, number: int, name: str, path: str) -> Fact:
    if number <= 1:
        return Fact(f"Same {period}", f"No other article of {name}", path)
    return Fact(f"Same {period}", f"{counted(number, 'article')} of {name}", path)


def _of_source(name: str, number: int | None, period: str) -> str:
    if number is None:  # no counts are kept for a source and a day
        return f"{name} that {period}"
    if number <= 1:
        return f"No other article of {name}"
    return f"{counted(number, 'article')} of {name}"
