"""All sections, or all sources, A to Z, with what is held of each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final
from unicodedata import name as character_name

from articles.browse.names import name_path
from articles.browse.places import Place
from articles.browse.wording import counted
from articles.database import tallies
from articles.database.tallies import Cell
from articles.models.counts import NONE
from articles.text.terms import terms

if TYPE_CHECKING:
    from articles.database.tallies import Tallied

FEW: Final = 60  # names that need no letters
MOST: Final = 20_000  # names on one page
EAST_ASIAN: Final = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")


@dataclass(frozen=True, slots=True)
class Letter:
    """The names that begin with one letter; a short index has no letters."""

    letter: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """An index of names; `nameless` counts the articles that print none."""

    letters: tuple[Letter, ...]
    summary: str


def contents(kind: str) -> Contents:
    """The index of all "section"s or "source"s that hold anything."""
    none = Cell(section=NONE) if kind == "section" else Cell(source=NONE)
    rows = tallies.fetch(
        [tallies.largest(kind, Cell(), MOST), tallies.total(none, "nameless")]
    )
    named = sorted((r for r in rows if r.kind == kind), key=_sorting)
    letter_of = _letter if len(named) > FEW else _no_letter
    nameless = next(row.n for row in rows if row.kind == "nameless")
    return Contents(
        letters=tuple(
            Letter(letter, tuple(_place(kind, row) for row in group))
            for letter, group in groupby(named, key=letter_of)
        ),
        summary=_summary(kind, len(named), nameless),
    )


def _summary(kind: str, number: int, nameless: int) -> str:
    said = f"{counted(number, kind)}." if number else "No name is printed yet."
    if not nameless:
        return said
    verb = "prints" if nameless == 1 else "print"
    return f"{said} {counted(nameless, 'article')} {verb} no {kind}."


def _place(kind: str, row: Tallied) -> Place:
    return Place(row.name, name_path(kind, row.slug), f"{row.n:,}")


def _letter(row: Tallied) -> str:
    return _sorting(row)[1]


def _no_letter(_row: Tallied) -> str:
    return ""


def _sorting(row: Tallied) -> tuple[int, str, str]:
    """Letters first, then figures and signs, then scripts that have no alphabet."""
    folded = terms(row.name)
    first = folded[:1]
    if not first.isalpha():
        return 1, "0 to 9", folded
    if character_name(first, "").startswith(EAST_ASIAN):
        return 2, "Chinese, Japanese, Korean", folded
    return 0, first.upper(), folded
