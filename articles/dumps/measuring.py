"""How many bytes of the file a run of its characters took."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.dumps.lines import REPLACEMENT, UNITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articles.dumps.encodings import Decoded

Piece = tuple[str, int]  # a kind and a size


def measure(decoded: Decoded, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Turn (kind, characters of the text) into (kind, bytes after the BOM).

    Whatever the pieces are, the sizes add up to those of the lines: the last kind
    takes what is left, and where an encoding keeps a state a piece may end a few bytes
    too early, but never in another line.
    """
    ruler = _Ruler(decoded)
    kind = "markup"
    for kind, characters in pieces:
        yield kind, ruler.advance(characters)
    yield kind, ruler.finish()


class _Ruler:
    """A place in the text, known as line and column, and in bytes."""

    def __init__(self, decoded: Decoded) -> None:
        self._decoded = decoded
        self._lost = list(reversed(decoded.undecodable))
        self._line = self._column = 0
        self._start = self._at = decoded.bom  # bytes: of the line, and reached

    def advance(self, characters: int) -> int:
        """Go on by so many characters; return the bytes of the way."""
        began, lines = self._at, self._decoded.lines
        while self._line < len(lines) and characters > 0:
            left = len(lines[self._line]) + 1 - self._column
            if characters < left:
                self._step(characters)
                break
            characters -= left
            self._end_line()
        return self._at - began

    def finish(self) -> int:
        began = self._at
        while self._line < len(self._decoded.lines):
            self._end_line()
        return self._at - began

    def _end_line(self) -> None:
        self._start = self._at = self._start + self._decoded.sizes[self._line]
        self._line, self._column = self._line + 1, 0
        while self._lost and self._lost[-1][0] < self._at:
            self._lost.pop()

    def _step(self, characters: int) -> None:
        line = self._decoded.lines[self._line]
        text = line[self._column : self._column + characters]
        self._column += characters
        first, *others = text.split(REPLACEMENT) if self._lost else (text,)
        at = self._at + self._size(first)
        for other in others:
            at += self._size_of_lost(at) + self._size(other)
        self._at = min(at, self._start + self._decoded.sizes[self._line])

    def _size_of_lost(self, at: int) -> int:
        """Return the bytes of a U+FFFD: of those it stands for, or its own."""
        while self._lost and self._lost[-1][0] < at:
            self._lost.pop()
        if self._lost and self._lost[-1][0] == at:
            return len(self._lost.pop()[1])
        return self._size(REPLACEMENT)

    def _size(self, text: str) -> int:
        codec = self._decoded.codec
        if text.isascii() and codec not in UNITS:
            return len(text)
        return len(text.encode(codec, "replace"))
