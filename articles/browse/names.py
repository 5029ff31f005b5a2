"""Sections and sources by their slugs, and what is held of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from articles.database import tallies
from articles.database.tallies import Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articles.database.tallies import Piece, Tallied

NEAR: Final = 400  # names that an unknown one is compared with
LARGEST: Final = 7  # choices of a facet
IN_NAVIGATION: Final = 8  # sections


@dataclass(frozen=True, slots=True)
class Name:
    """A section or a source, and how many articles the list holds of it."""

    pk: int
    name: str
    slug: str
    n: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """What a part of the archive holds; names by size, years newest first."""

    total: int = 0
    undated: int = 0
    sections: tuple[Name, ...] = ()
    sources: tuple[Name, ...] = ()
    years: tuple[tuple[int, int], ...] = ()
    number_of_sections: int = 0
    number_of_sources: int = 0
    first: int | None = None  # dated positions
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the slugs of an address."""

    sections: tuple[Name, ...] = ()
    sources: tuple[Name, ...] = ()
    near: dict[str, tuple[Name, ...]] = field(default_factory=dict)  # by kind
    everything: Tally | None = None

    def nearest(self, kind: str, slug: str) -> Name | None:
        """The name that an unknown slug most likely means."""
        by_slug = {name.slug: name for name in self.near.get(kind, ())}
        found = get_close_matches(slug.lower(), by_slug, n=1, cutoff=0.6)
        return by_slug[found[0]] if found else None


def name_path(kind: str, slug: str) -> str:
    """The address of a section or a source; long pages cannot wait for reverse()."""
    return f"/{kind}s/{quote(slug)}/"


def look_up(
    sections: Sequence[str], sources: Sequence[str], *, with_everything: bool
) -> Known:
    """Find slugs, names near the unknown ones, and, when asked, the whole tally."""
    pieces: list[Piece] = []
    for kind, slugs in (("section", sections), ("source", sources)):
        if slugs:
            pieces.append(tallies.named(kind, slugs))
            pieces += [tallies.near(kind, slug, NEAR) for slug in slugs]
    if with_everything:
        pieces += _pieces(Cell(), max(LARGEST, IN_NAVIGATION))
    rows = tallies.fetch(pieces)
    return Known(
        sections=_names(rows, "named-section"),
        sources=_names(rows, "named-source"),
        near={kind: _names(rows, f"near-{kind}") for kind in ("section", "source")},
        everything=_tally(rows) if with_everything else None,
    )


def tally(
    cell: Cell,
    *,
    sections: Iterable[Name] = (),
    sources: Iterable[Name] = (),
    most: int = LARGEST,
) -> Tally:
    """What a cell holds: its largest names, and these, though they hold nothing."""
    pieces = _pieces(cell, most)
    for kind, names in (("section", sections), ("source", sources)):
        pks = [name.pk for name in names]
        if pks:
            pieces.append(tallies.chosen(kind, cell, pks))
    return _tally(tallies.fetch(pieces))


def tally_everything(*, sections: int, sources: int) -> Tally:
    """What the whole archive holds, and from when to when."""
    pieces = [
        *_sums(Cell()),
        tallies.largest("section", Cell(), sections),
        tallies.largest("source", Cell(), sources),
        tallies.ends(),
    ]
    return _tally(tallies.fetch(pieces))


def _pieces(cell: Cell, most: int) -> list[Piece]:
    return [
        *_sums(cell),
        tallies.largest("section", cell, most),
        tallies.largest("source", cell, most),
    ]


def _sums(cell: Cell) -> list[Piece]:
    return [
        tallies.total(cell),
        tallies.undated(cell),
        tallies.years(cell),
        tallies.number("section"),
        tallies.number("source"),
    ]


def _tally(rows: Iterable[Tallied]) -> Tally:
    rows = list(rows)
    sums = {row.kind: row.n for row in rows}
    years = sorted(((r.pk, r.n) for r in rows if r.kind == "year"), reverse=True)
    return Tally(
        total=sums["total"],
        undated=sums["undated"],
        sections=_names(rows, "section"),
        sources=_names(rows, "source"),
        years=tuple(years),
        number_of_sections=sums["number-section"],
        number_of_sources=sums["number-source"],
        first=sums.get("first"),
        last=sums.get("last"),
    )


def _names(rows: Iterable[Tallied], kind: str) -> tuple[Name, ...]:
    """The rows of a kind, each once, largest first."""
    found = {
        row.pk: Name(row.pk, row.name, row.slug, row.n)
        for row in rows
        if row.kind == kind
    }
    return tuple(sorted(found.values(), key=lambda name: (-name.n, name.name)))
