"""Which bytes of a file play which part: complete by construction, few to keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from articles.dumps.encodings import Decoded, decode
from articles.dumps.measuring import measure
from articles.dumps.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# The numbers of kinds in stored ledgers: add at the end, never change the order.
_KINDS: Final = (
    "blank",
    "headline",
    "source-line",
    "sections",
    "print-headline",
    "bom",
    "undecodable",
    "ornament",
    "boilerplate:comments-line",
    "boilerplate:related-articles",
    "boilerplate:share-buttons",
    "boilerplate:print-page",
    "boilerplate:click-here",
    "boilerplate:copyright",
    "boilerplate:page-footer",
    "markup",
    "record:next",
)
_LITERAL: Final = 0  # the name of the kind follows
_NEXT_PARAGRAPH: Final = 1
_SAME_PARAGRAPH: Final = 2
_FIRST_KIND: Final = 3
_NEXT_RECORD: Final = "record:next"  # the number after that of the record before
_NUMBERS: Final = {kind: number for number, kind in enumerate(_KINDS, _FIRST_KIND)}


def make_spans(
    decoded: Decoded,
    roles: Sequence[str],
    measured: Iterable[tuple[str, int]] | None = None,
) -> tuple[Span, ...]:
    """Join lines of the same role; BOM and undecodable bytes are kinds of their own.

    `measured` are (kind, characters), which count in place of the roles of lines.
    """
    if measured is None:
        pieces: Iterable[tuple[str, int]] = zip(roles, decoded.sizes, strict=True)
    else:
        pieces = measure(decoded, measured)
    if decoded.undecodable:
        pieces = _cut_out(decoded, pieces)
    spans: list[Span] = []
    kind, size = "bom", decoded.bom
    for role, length in pieces:
        if role == kind:
            size += length
            continue
        if size:
            spans.append(Span(kind, size))
        kind, size = role, length
    if size:
        spans.append(Span(kind, size))
    return tuple(spans)


def _cut_out(
    decoded: Decoded, pieces: Iterable[tuple[str, int]]
) -> Iterator[tuple[str, int]]:
    lost = [(at, len(piece)) for at, piece in reversed(decoded.undecodable)]
    offset = decoded.bom
    for role, size in pieces:
        end = offset + size
        while lost and lost[-1][0] < end:
            at, length = lost.pop()
            if at > offset:
                yield role, at - offset
            yield "undecodable", length
            offset = at + length
        if end > offset:
            yield role, end - offset
        offset = end


def encode_spans(spans: Iterable[Span]) -> bytes:
    """Pack a ledger into about three bytes a span."""
    packed = bytearray()
    paragraph = record = 0
    for kind, size in spans:
        number = _NUMBERS.get(kind, _LITERAL)
        if kind == "headline":
            paragraph = 0
        elif kind == f"record:{record + 1}":
            number, record = _NUMBERS[_NEXT_RECORD], record + 1
        elif number == _LITERAL and kind == f"paragraph:{paragraph + 1}":
            number, paragraph = _NEXT_PARAGRAPH, paragraph + 1
        elif number == _LITERAL and kind == f"paragraph:{paragraph}":
            number = _SAME_PARAGRAPH
        packed.append(number)
        if number == _LITERAL:
            name = kind.encode()
            _pack(len(name), packed)
            packed += name
        _pack(size, packed)
    return bytes(packed)


def decode_spans(packed: bytes) -> tuple[Span, ...]:
    """Unpack what encode_spans made."""
    spans: list[Span] = []
    paragraph = record = at = 0
    while at < len(packed):
        number = packed[at]
        at += 1
        if number == _LITERAL:
            length, at = _unpack(packed, at)
            kind, at = packed[at : at + length].decode(), at + length
        elif number in {_NEXT_PARAGRAPH, _SAME_PARAGRAPH}:
            paragraph += number == _NEXT_PARAGRAPH
            kind = f"paragraph:{paragraph}"
        else:
            kind = _KINDS[number - _FIRST_KIND]
            paragraph = 0 if kind == "headline" else paragraph
            if kind == _NEXT_RECORD:
                record += 1
                kind = f"record:{record}"
        size, at = _unpack(packed, at)
        spans.append(Span(kind, size))
    return tuple(spans)


def _pack(number: int, packed: bytearray) -> None:
    """Write seven bits a byte, the lowest first, as protocol buffers do."""
    while number > 0x7F:  # noqa: PLR2004  seven bits
        packed.append(number & 0x7F | 0x80)
        number >>= 7
    packed.append(number)


def _unpack(packed: bytes, at: int) -> tuple[int, int]:
    number = shift = 0
    while packed[at] & 0x80:
        number |= (packed[at] & 0x7F) << shift
        shift += 7
        at += 1
    return number | packed[at] << shift, at + 1


@dataclass(frozen=True, slots=True)
class Painted:
    """One line of a file as it was imported, with the part it plays."""

    offset: int  # bytes from the start of the file
    size: int  # bytes, line break included
    kind: str
    text: str  # undecodable bytes are written as \xE2


def paint(data: bytes, spans: Iterable[Span], *, encoding: str) -> Iterator[Painted]:
    """Yield the lines of a file; a byte order mark is a line without text."""
    decoded = decode(data, encoding)
    if decoded.bom:
        yield Painted(0, decoded.bom, "bom", "")
    starts = _Starts(spans)
    lost = list(reversed(decoded.undecodable))
    offset = decoded.bom
    for line, size in zip(decoded.lines, decoded.sizes, strict=True):
        end = offset + size
        bad: list[tuple[int, bytes]] = []
        while lost and lost[-1][0] < end:
            bad.append(lost.pop())
        parts = starts.find_parts(offset, end)
        if len(parts) == 1:
            text = _write_out(data, (offset, end), bad, decoded.codec) if bad else line
            yield Painted(offset, size, parts[0].kind, text)
        else:
            for kind, length in parts:
                place = (offset, offset + length)
                lost_here = [each for each in bad if place[0] <= each[0] < place[1]]
                text = _write_out(data, place, lost_here, decoded.codec)
                yield Painted(offset, length, kind, text)
                offset += length
        offset = end


class _Starts:
    """Spans in order, asked for the parts that bytes play, ever further on."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = iter(spans)
        self._end = 0
        self._kind = "blank"

    def find_parts(self, start: int, end: int) -> list[Span]:
        """Return the spans of a line; undecodable bytes belong to those beside them."""
        parts: list[Span] = []
        at = start
        while at < end:
            self._reach(at, end)
            stop = min(self._end, end)
            kind, size = self._kind, stop - at
            above = parts[-1] if parts else None
            if above is not None and above.kind == "undecodable":
                parts[-1] = Span(kind, above.size + size)
            elif above is not None and kind in {"undecodable", above.kind}:
                parts[-1] = Span(above.kind, above.size + size)
            else:
                parts.append(Span(kind, size))
            at = stop
        return parts

    def _reach(self, at: int, end: int) -> None:
        """Go on to the span that holds a byte; the last one reaches to the end."""
        while self._end <= at:
            span = next(self._spans, Span(self._kind, end - self._end))
            self._kind = span.kind
            self._end += span.size


def _write_out(
    data: bytes, place: tuple[int, int], bad: list[tuple[int, bytes]], codec: str
) -> str:
    offset, end = place
    texts: list[str] = []
    for at, piece in bad:
        texts.append(data[offset:at].decode(codec, "replace"))
        texts.append("".join(f"\\x{byte:02X}" for byte in piece))
        offset = at + len(piece)
    texts.append(data[offset:end].decode(codec, "replace"))
    return "".join(texts).rstrip("\r\n")
