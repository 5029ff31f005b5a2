"""Where each term of a text stands in it, so that found words can be marked.

"Été à Łódź"  ->  ete 0-3, a 4-5, lodz 6-10
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from unicodedata import category

from articles.text.folding import FOLDING, INITIALS, UNSPACED, compose
from articles.text.terms import LONGEST_TERM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN: Final = re.compile(r"\S+")
_RUN: Final = re.compile(rf"[{UNSPACED}]+|[^ {UNSPACED}]{{1,{LONGEST_TERM}}}")


@dataclass(frozen=True, slots=True)
class Placed:
    """A term and the characters of the text that made it."""

    term: str
    start: int
    end: int


def placed_terms(text: str) -> Iterator[Placed]:
    """Yield the terms of `text` in order, as `terms` makes them, with their places."""
    for token in _TOKEN.finditer(text):
        word = token[0]
        if word.isascii() and not INITIALS.search(word):
            folded = word.translate(FOLDING)
            spots: Sequence[tuple[int, int]] = [(at, at + 1) for at in range(len(word))]
        else:
            folded, spots = _aligned(word)
        for start, end in _cuts(folded):
            first, last = spots[start][0], spots[end - 1][1]
            yield Placed(folded[start:end], token.start() + first, token.start() + last)


def _aligned(word: str) -> tuple[str, list[tuple[int, int]]]:
    """The folded word and, for each of its characters, the span that made it."""
    composed = ""
    places: list[tuple[int, int]] = []
    for start, end in _clusters(word):
        part = compose(word[start:end])
        composed += part
        places += [(start, end)] * len(part)
    dots = {dot.start() for dot in INITIALS.finditer(composed)}
    letters = [
        "" if at in dots else FOLDING[ord(character)]
        for at, character in enumerate(composed)
    ]
    spots = [
        place for letter, place in zip(letters, places, strict=True) for _ in letter
    ]
    return "".join(letters), spots


def _clusters(word: str) -> Iterator[tuple[int, int]]:
    """Spans of a character with the marks that may compose with it."""
    starts = [
        at for at, character in enumerate(word) if at == 0 or not _joins(character)
    ]
    return zip(starts, [*starts[1:], len(word)], strict=True)


def _joins(character: str) -> bool:
    return (
        category(character)[0] == "M"
        or character in "\uff9e\uff9f"  # half-width voicing marks
        or "\u1160" <= character <= "\u11ff"  # vowels and finals of a Korean syllable
    )


def _cuts(folded: str) -> Iterator[tuple[int, int]]:
    """Spans of the terms in a folded word."""
    for run in _RUN.finditer(folded):
        if run.end() - run.start() == 1 or not _is_unspaced(run[0]):
            yield run.span()
            continue
        for at in range(run.start(), run.end() - 1):
            yield at, at + 2


_is_unspaced: Final = re.compile(f"[{UNSPACED}]").match
