"""What changed between two wordings of a text, word by word.

    "Ansa Terval, 41"  ->  "Ansa Tervel, 41":
        same "Ansa ", taken-out "Terval", put-in "Tervel", same ", 41"

Paragraphs are paired first, by those that stand once in either text; only what lies
between them is compared by words (Chinese and its like by characters). A stretch too
long or too repetitive to compare, or with too little in common to be read as a
correction, is replaced as a whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal

from articles.text.folding import UNSPACED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Kind = Literal["same", "taken-out", "put-in"]

_LONGEST_COMPARED: Final = 200_000  # characters of both texts
_MOST_MATCHES: Final = 100_000  # pairs of equal words: what SequenceMatcher walks
_LEAST_IN_COMMON: Final = 0.25  # of the letters of the shorter text
_SHORT: Final = 40  # letters; a headline is always compared by words

_WORD: Final = re.compile(rf"\n\s*\n\s*|\s+|[{UNSPACED}]|[^\W{UNSPACED}]+|.", re.DOTALL)
_BREAK: Final = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that is the same in both wordings, or only in one of them."""

    kind: Kind
    text: str

    @property
    def shown(self) -> str:
        """The text; a paragraph break that came or went is visible as ¶."""
        if self.kind == "same":
            return self.text
        return _BREAK.sub("¶\\g<0>", self.text)


def diff(old: str, new: str) -> tuple[Passage, ...]:
    """Compare two wordings: same and taken-out make up `old`, same and put-in `new`."""
    return tuple(_joined(_tidied(_compare(old, new))))


def _compare(old: str, new: str) -> Iterator[Passage]:
    before, after = _paragraphs(old), _paragraphs(new)
    at_old = at_new = 0
    for anchor_old, anchor_new in [*_anchors(before, after), (len(before), len(after))]:
        yield from _compare_gap(before[at_old:anchor_old], after[at_new:anchor_new])
        yield from _passages("same", "".join(before[anchor_old : anchor_old + 1]))
        at_old, at_new = anchor_old + 1, anchor_new + 1


def _paragraphs(text: str) -> list[str]:
    """The paragraphs, each with the break behind it."""
    ends = [found.end() for found in _BREAK.finditer(text)]
    if text[ends[-1] if ends else 0 :]:
        ends.append(len(text))
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def _anchors(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of places of equal paragraphs, rising in both texts."""
    first, last = _equal_ends(before, after)
    end_old, end_new = len(before) - last, len(after) - last
    once = _singles(before[first:end_old]) & _singles(after[first:end_new])
    place = {text: at for at, text in enumerate(after[:end_new]) if text in once}
    paired = [(at, place[t]) for at, t in enumerate(before[:end_old]) if t in once]
    return [
        *((at, at) for at in range(first)),
        *_longest_rise([pair for pair in paired if min(pair) >= first]),
        *zip(range(end_old, len(before)), range(end_new, len(after)), strict=True),
    ]


def _equal_ends(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """How many leading and how many trailing strings are equal."""
    shorter = min(len(before), len(after))
    first = 0
    while first < shorter and before[first] == after[first]:
        first += 1
    last = 0
    while last < shorter - first and before[-1 - last] == after[-1 - last]:
        last += 1
    return first, last


def _singles(texts: Iterable[str]) -> set[str]:
    return {text for text, times in Counter(texts).items() if times == 1}


def _longest_rise(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most of `pairs`, rising in their first numbers, that rise in the second."""
    tails: list[int] = []  # the smallest end of a rise of each length
    tail_at: list[int] = []
    before: list[int] = []
    for at, (_, place) in enumerate(pairs):
        length = bisect_left(tails, place)
        before.append(tail_at[length - 1] if length else -1)
        tails[length : length + 1] = [place]
        tail_at[length : length + 1] = [at]
    rise = []
    at = tail_at[-1] if tail_at else -1
    while at >= 0:
        rise.append(pairs[at])
        at = before[at]
    return rise[::-1]


def _compare_gap(before: Sequence[str], after: Sequence[str]) -> Iterator[Passage]:
    old, new = "".join(before), "".join(after)
    compared = _compare_words(old, new)
    if compared is not None:
        yield from compared
    elif len(before) == len(after) > 1:
        for one, other in zip(before, after, strict=True):
            yield from _compare_gap([one], [other])
    else:
        yield from _replaced(old, new)


def _compare_words(old: str, new: str) -> list[Passage] | None:
    """The difference in words, or None where it would cost too much to find."""
    if not old or not new:
        return list(_replaced(old, new))
    if len(old) + len(new) > _LONGEST_COMPARED:
        return None
    before, after = _WORD.findall(old), _WORD.findall(new)
    found = _match(before, after) or _match_middle(before, after)
    if found is None or _are_alike(found, old, new):
        return found
    return list(_replaced(old, new))


def _match_middle(before: Sequence[str], after: Sequence[str]) -> list[Passage] | None:
    """The same without equal ends: cheaper, but takes ends of sentences for equal."""
    first, last = _equal_ends(before, after)
    end_old, end_new = len(before) - last, len(after) - last
    middle = _match(before[first:end_old], after[first:end_new])
    if middle is None:
        return None
    return [
        *_passages("same", "".join(before[:first])),
        *middle,
        *_passages("same", "".join(before[end_old:])),
    ]


def _match(before: Sequence[str], after: Sequence[str]) -> list[Passage] | None:
    times = Counter(word for word in after if not word.isspace())
    if sum(times[word] for word in before) > _MOST_MATCHES:
        return None
    matcher = SequenceMatcher(str.isspace, before, after, autojunk=False)
    found: list[Passage] = []
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        taken = "".join(before[old_from:old_to])
        if tag == "equal":
            found += _passages("same", taken)
        else:
            found += _replaced(taken, "".join(after[new_from:new_to]))
    return found


def _are_alike(passages: Iterable[Passage], old: str, new: str) -> bool:
    same = sum(_letters(passage.text) for passage in passages if passage.kind == "same")
    shorter = min(_letters(old), _letters(new))
    return shorter < _SHORT or same >= _LEAST_IN_COMMON * shorter


def _letters(text: str) -> int:
    return sum(map(len, text.split()))


def _replaced(old: str, new: str) -> Iterator[Passage]:
    yield from _passages("taken-out", old)
    yield from _passages("put-in", new)


def _passages(kind: Kind, text: str) -> Iterator[Passage]:
    if text:
        yield Passage(kind, text)


def _tidied(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Draw replaced words together over the spaces between them."""
    taken = put = space = ""
    for passage in passages:
        if passage.kind != "same":
            taken += space + passage.text * (passage.kind == "taken-out")
            put += space + passage.text * (passage.kind == "put-in")
            space = ""
        elif taken.strip() and put.strip() and _is_mere_space(space + passage.text):
            space += passage.text
        else:
            yield from _replaced(taken, put)
            yield from _passages("same", space + passage.text)
            taken = put = space = ""
    yield from _replaced(taken, put)
    yield from _passages("same", space)


def _is_mere_space(text: str) -> bool:
    return text.isspace() and not _BREAK.search(text)


def _joined(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Join neighbours of one kind."""
    for kind, group in groupby(passages, key=lambda passage: passage.kind):
        yield Passage(kind, "".join(passage.text for passage in group))
