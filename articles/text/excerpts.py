"""Short pieces of a text for people: an excerpt, a snippet, a text with marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Final
from unicodedata import category, east_asian_width

from articles.text.finding import Found, find
from articles.text.folding import UNSPACED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_MARKED_UNTIL: Final = 2**20  # characters of a text that are looked at for marks
_MOST_MARKS: Final = 2_000  # a page with more is slow to read and to send
_SNIPPET_UNTIL: Final = 2**18
_SNIPPET_LOOKS: Final = 200  # places that a snippet chooses from

_WINDOW_WORDS: Final = 12
_WORDS_BEFORE: Final = 4
_LONGEST_SIDE: Final = 120  # characters of a window beside its mark

# Two characters of a script without spaces take the room of a word.
_WORD: Final = re.compile(rf"[{UNSPACED}]{{1,2}}|[^\s{UNSPACED}]+")
_ENDS_IN_UNSPACED: Final = re.compile(rf"[{UNSPACED}]\Z")
_SPACES: Final = re.compile(r"\s+")

_LOOSE_END: Final = re.compile(r"(?:[ ,;:、\uff0c…]|\.{2,})+\Z")
# A full-width point needs no space behind it: it brings its own.
_ENDS_SENTENCE: Final = re.compile(r"[.!?؟\u06d4।][\"'”\u2019»)\]]*\Z")
_ROOM_FOR_ELLIPSIS: Final = 2  # columns, for a space before it


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, marked or not."""

    text: str
    marked: bool


def excerpt(body: str, limit: int = 160) -> str:
    """The start of a text in one line of at most `limit` columns.

    A wide character of East Asia takes two columns, any other one.

    >>> excerpt("The ferry is back.\\n\\nIt left at noon.", 24)
    'The ferry is back. It…'
    >>> excerpt("The ferry is back.\\n\\nIt left at noon.", 21)
    'The ferry is back. …'
    """
    line = ""
    for word in re.finditer(rf"\S{{1,{limit}}}(?:\s+|\Z)?", body):
        line += _SPACES.sub(" ", word[0])
        if len(line.rstrip()) > limit:
            break
    line = line.rstrip()
    columns = _measure(line)
    if not line or columns[-1] <= limit:
        return line
    start = _cut(line, bisect_right(columns, limit - _ROOM_FOR_ELLIPSIS))
    return f"{start} …" if _ENDS_SENTENCE.search(start) else f"{start}…"


def snippet(text: str, wanted: Iterable[Sequence[str]]) -> tuple[Piece, ...]:
    """One line of at most two windows around found words; empty when none is found."""
    places = list(islice(find(text, wanted, until=_SNIPPET_UNTIL), _SNIPPET_LOOKS))
    pieces: list[Piece] = []
    end = 0
    for window in _windows(text, places):
        if window.start > 0:
            pieces.append(Piece(" … " if pieces else "… ", marked=False))
        pieces += _pieces(text, _merged(places), window)
        end = window.stop
    if pieces and text[end : end + _LONGEST_SIDE].strip():
        pieces.append(Piece(" …", marked=False))
    return tuple(
        Piece(_SPACES.sub(" ", piece.text), marked=piece.marked) for piece in pieces
    )


def marked(text: str, wanted: Iterable[Sequence[str]]) -> tuple[Piece, ...]:
    """The whole text in pieces, those marked that are `wanted` (see `find`)."""
    places = islice(find(text, wanted, until=_MARKED_UNTIL), _MOST_MARKS)
    return tuple(_pieces(text, _merged(places), range(len(text))))


def _measure(line: str) -> Sequence[int]:
    """Count the columns that the line takes up to and with each character."""
    if line.isascii():
        return range(1, len(line) + 1)
    return list(accumulate(2 if east_asian_width(c) in "WF" else 1 for c in line))


def _cut(line: str, end: int) -> str:
    """The start of a line, cut between words, or anywhere in scripts without spaces."""
    while end > 1 and category(line[end])[0] == "M":
        end -= 1
    start = line[:end]
    if line[end] != " " and not _ENDS_IN_UNSPACED.search(start):
        words = start.rpartition(" ")[0]
        start = words or start
    return _LOOSE_END.sub("", start) or start


def _windows(text: str, places: Sequence[Found]) -> list[range]:
    """One or two windows in the order of the text; the second shows other words."""
    if not places:
        return []
    first = _window(text, min(places, key=lambda found: found.start))
    shown = {found.phrase for found in places if _holds(first, found)}
    others = [found for found in places if found.start >= first.stop]
    if not others:
        return [first]
    next_place = min(others, key=lambda found: (found.phrase in shown, found.start))
    second = _window(text, next_place)
    if second.start <= first.stop:
        return [range(first.start, second.stop)]
    return [first, second]


def _window(text: str, found: Found) -> range:
    """Twelve words, some of them before what was found."""
    side = max(0, found.start - _LONGEST_SIDE)
    before = [word.start() for word in _WORD.finditer(text, side, found.start)]
    after = [
        word.end()
        for word in islice(
            _WORD.finditer(text, found.end, found.end + _LONGEST_SIDE),
            max(1, _WINDOW_WORDS - _WORDS_BEFORE - len(found.phrase)),
        )
    ]
    start = before[-_WORDS_BEFORE:][0] if before else found.start
    return range(start, after[-1] if after else found.end)


def _holds(window: range, found: Found) -> bool:
    return window.start <= found.start and found.end <= window.stop


def _merged(places: Iterable[Found]) -> list[tuple[int, int]]:
    """The places without overlaps: the pairs of one word become one mark."""
    merged: list[tuple[int, int]] = []
    for found in sorted(places, key=lambda found: (found.start, found.end)):
        if merged and found.start <= merged[-1][1]:
            start, end = merged.pop()
            merged.append((start, max(end, found.end)))
        else:
            merged.append((found.start, found.end))
    return merged


def _pieces(
    text: str, marks: Iterable[tuple[int, int]], window: range
) -> Iterator[Piece]:
    at = window.start
    for start, end in marks:
        if end <= at or start >= window.stop:
            continue
        if start > at:
            yield Piece(text[at:start], marked=False)
        at = min(end, window.stop)
        yield Piece(text[max(start, window.start) : at], marked=True)
    if at < window.stop:
        yield Piece(text[at : window.stop], marked=False)
