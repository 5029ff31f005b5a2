"""Where a text holds what was searched for, at a cost that does not follow its size."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from articles.text.placing import Placed, placed_terms
from articles.text.terms import terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# A text is read in blocks, cut between words where there are any. Only a block that
# holds a wanted term is read word by word, which costs thirty times as much.
_BLOCK: Final = re.compile(r"(?s).{1,400}(?=\s|\Z)|.{1,400}(?<=\W)|.{1,400}")
_BREAK: Final = Placed("", 0, 0)  # no term: keeps a phrase from reaching over a gap


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of a text that is one of the wanted phrases."""

    start: int
    end: int
    phrase: tuple[str, ...]


def find(text: str, wanted: Iterable[Sequence[str]], *, until: int) -> Iterator[Found]:
    """Yield the places of `wanted` in the first `until` characters, by their ends.

    `wanted` holds phrases: tuples of terms that follow one another; a word is a tuple
    of one term, a Chinese word the tuple of its pairs.
    """
    phrases = {tuple(phrase) for phrase in wanted if phrase}
    if not phrases:
        return
    by_last_term: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases):
        by_last_term.setdefault(phrase[-1], []).append(phrase)
    recent: deque[Placed] = deque(maxlen=max(map(len, phrases)))
    for placed in _near_terms(
        text, {term for phrase in phrases for term in phrase}, until
    ):
        recent.append(placed)
        for phrase in by_last_term.get(placed.term, ()):
            start = _start_of(phrase, recent)
            if start is not None:
                yield Found(start, placed.end, phrase)


def _near_terms(text: str, wanted: set[str], until: int) -> Iterator[Placed]:
    """Yield the terms of the blocks that hold any of `wanted`."""
    for block in _BLOCK.finditer(text, 0, until):
        found = terms(block[0]).split()
        if wanted.isdisjoint(found):
            if found:
                yield _BREAK
            continue
        for placed in placed_terms(block[0]):
            yield Placed(
                placed.term, block.start() + placed.start, block.start() + placed.end
            )


def _start_of(phrase: tuple[str, ...], recent: deque[Placed]) -> int | None:
    """Where the phrase begins, if the newest of `recent` are its terms."""
    before = len(recent) - len(phrase)
    if before < 0:
        return None
    last = tuple(islice(recent, before, None))
    if tuple(placed.term for placed in last) != phrase:
        return None
    return last[0].start
