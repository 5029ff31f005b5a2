"""Where a search found its words, when the present wording no longer has them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from articles.models.listing import BETWEEN_NAMES
from articles.text.excerpts import snippet
from articles.text.terms import terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articles.models.listing import ListedRow

AS_IMPORTED: Final = "the wording as first imported"
WORDINGS: Final = ("headline", "print_headline", "byline", "body")


def former_wording(row: ListedRow, wanted: Sequence[Sequence[str]]) -> str:
    """Say in which former wording the words stood that the present one lacks.

    Nothing when the present wording has them all, or when no version is at hand.
    """
    if not row.former:
        return ""
    present = _joined(terms(" ".join((row.headline, row.beside, row.opening))))
    missing = [phrase for phrase in wanted if _joined(" ".join(phrase)) not in present]
    if not missing:
        return ""
    changed: set[str] = set()
    for column, wording in _wordings(row.former):
        found = [piece.text for piece in snippet(wording, missing) if piece.marked]
        if found:
            which = "an earlier wording" if column in changed else AS_IMPORTED
            return f"found in {which}: “{found[0]}”"
        changed.add(column)
    return ""


def _wordings(former: str) -> Iterator[tuple[str, str]]:
    """The former texts, oldest first, with the columns that held them."""
    for values in former.split(BETWEEN_NAMES):
        old: dict[str, str] = json.loads(values)
        for column in WORDINGS:
            if old.get(column):
                yield column, old[column]


def _joined(words: str) -> str:
    """Words between blanks, so that a word is not found within another."""
    return f" {words} "
