"""What an empty list says: what is held all the same, and what to take out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from articles.browse.places import Place
from articles.browse.printed import day_path, weekday_in_words
from articles.browse.query import parse_words
from articles.browse.wording import counted
from articles.database import tallies

if TYPE_CHECKING:
    from articles.browse.filters import Choices
    from articles.browse.query import Links
    from articles.database.tallies import Piece


ARCHIVE: Final = "This archive is empty."


@dataclass(frozen=True, slots=True)
class Empty:
    """Why nothing is here, the nearest days that are held, what to take out."""

    fact: str  # nothing where the page has said it already
    near: tuple[Place, ...] = ()
    loosened: tuple[Place, ...] = ()

    @property
    def is_archive(self) -> bool:
        return self.fact == ARCHIVE


@dataclass(frozen=True, slots=True)
class _Loosening:
    label: str
    href: str
    choices: Choices


def explain(choices: Choices, links: Links) -> Empty:
    """Explain an empty list, by one query."""
    loosenings = _loosenings(choices, links)
    pieces: list[Piece] = [
        tallies.total(cell, f"loosened-{place}")
        for place, loosening in enumerate(loosenings)
        if (cell := loosening.choices.cell) is not None
    ]
    if choices.since or choices.until:
        pieces += tallies.near_days(_number(choices.since), _number(choices.until))
    rows = tallies.fetch(pieces)
    counts = {row.kind: row.n for row in rows}
    near = tuple(
        Place(weekday_in_words(day), day_path(day), counted(row.n, "article"))
        for row in rows
        if row.kind == "near-day"
        for day in [_day(row.pk)]
    )
    loosened = tuple(
        Place(way.label, way.href, _count(counts.get(f"loosened-{place}")))
        for place, way in enumerate(loosenings)
    )
    return Empty(_fact(choices, counts.get("held-days")), near, loosened)


def _fact(choices: Choices, held: int | None) -> str:
    if held is None:
        if choices.words.words:
            return "No article that is held has these words together."
        if not choices.pairs():
            return ARCHIVE
        return "Nothing is held under this name yet."
    if held == 0:
        return "This archive does not hold these days."
    if held == 1:
        return "1 article of these days is held, and it does not match."
    return f"{held:,} articles of these days are held, and none of them matches."


def _loosenings(choices: Choices, links: Links) -> list[_Loosening]:
    made = []
    if choices.sources:
        rest = replace(choices, sources=())
        made.append(_Loosening("Any source", links.without("source"), rest))
    if choices.since or choices.until:
        rest = replace(choices, since=None, until=None, but=())
        made.append(_Loosening("Any date", links.without("since", "until"), rest))
    if choices.sections:
        rest = replace(choices, sections=())
        made.append(_Loosening("Any section", links.without("section"), rest))
    for word in choices.words.words:
        typed = choices.words.without(word)
        rest = replace(choices, words=parse_words(typed))
        href = links.put(q=typed) if typed else links.without("q")
        made.append(_Loosening(f"Without {word.shown}", href, rest))
    return made


def _count(n: int | None) -> str:
    return "" if n is None else counted(n, "article")


def _number(day: date | None) -> int | None:
    """The number of a day in the counts, such as 20150512."""
    return None if day is None else day.year * 10_000 + day.month * 100 + day.day


def _day(number: int) -> date:
    year, rest = divmod(number, 10_000)
    return date(year, *divmod(rest, 100))
