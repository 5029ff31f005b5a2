"""The lines of a file and the bytes that each of them took, bad bytes apart."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from typing import Final

REPLACEMENT: Final = "\ufffd"
UNITS: Final = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}  # bytes
_BREAK: Final = re.compile("(\r\n|\r|\n)")
_LONE: Final = re.compile("[\0\ud800-\udfff]")
_SURROGATE: Final = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")  # as if it were UTF-8
_MAX_UTF32: Final = 0x10FFFF
_WINDOW: Final = 4096  # bytes; a long line of bad bytes must not cost its square


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines without their breaks, their bytes with them, and (offset, bytes) lost."""

    lines: list[str]
    sizes: list[int]
    undecodable: list[tuple[int, bytes]]


def pair_lines(data: bytes, text: str) -> Lines:
    r"""Pair the lines of a clean text with those of its bytes.

    `bytes.splitlines` breaks at \n, \r\n and \r only; `str.splitlines` would break at
    form feeds and U+2028 too.
    """
    sizes = list(map(len, data.splitlines(keepends=True)))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Lines(text.split("\n")[: len(sizes)], sizes, [])


def read_lines(data: bytes, codec: str) -> Lines:
    r"""Decode line by line, by a codec that never has \n, \r or NUL inside a letter."""
    found = Lines([], [], [])
    offset = 0
    for raw in data.splitlines(keepends=True):
        line, bad = _decode_line(raw.rstrip(b"\r\n"), codec)
        found.lines.append(line)
        found.sizes.append(len(raw))
        found.undecodable.extend((offset + at, piece) for at, piece in bad)
        offset += len(raw)
    return found


def _decode_line(raw: bytes, codec: str) -> tuple[str, list[tuple[int, bytes]]]:
    texts: list[str] = []
    bad: list[tuple[int, bytes]] = []
    offset = 0
    for piece in raw.split(b"\0"):
        if offset:
            bad.append((offset - 1, b"\0"))
        text, lost = _decode_piece(piece, codec)
        texts.append(text)
        bad += [(offset + at, lost_bytes) for at, lost_bytes in lost]
        offset += len(piece) + 1
    return REPLACEMENT.join(texts), bad


def _decode_piece(raw: bytes, codec: str) -> tuple[str, list[tuple[int, bytes]]]:
    try:
        return raw.decode(codec), []
    except UnicodeDecodeError:
        pass
    texts: list[str] = []
    bad: list[tuple[int, bytes]] = []
    offset = 0
    while offset < len(raw):
        window = raw[offset : offset + _WINDOW]
        text, good, lost = _decode_until_bad(window, codec)
        texts.append(text)
        offset += good
        if not lost or (good and good + lost == _WINDOW):
            continue  # what the window cut off is read with the next one
        pieces = _part_lost(raw[offset : offset + max(lost, 3)], lost, codec)
        for piece in pieces:
            texts.append(REPLACEMENT)
            bad.append((offset, piece))
            offset += len(piece)
    return "".join(texts), bad


def _decode_until_bad(window: bytes, codec: str) -> tuple[str, int, int]:
    """Return the text before the first bad byte, its bytes, and how many are bad."""
    try:
        return window.decode(codec), len(window), 0
    except UnicodeDecodeError as error:
        good = window[: error.start].decode(codec)
        return good, error.start, error.end - error.start


def _part_lost(raw: bytes, lost: int, codec: str) -> list[bytes]:
    if codec == "utf-8" and _SURROGATE.match(raw):
        return [raw[:3]]
    return [raw[at : at + 1] for at in range(lost)]


def read_wide_lines(data: bytes, codec: str) -> Lines:
    """Decode UTF-16 or UTF-32 as a whole: its line breaks are not bytes."""
    unit = UNITS[codec]
    end = len(data) - len(data) % unit
    found = Lines([], [], [])
    offset = 0
    pieces = [*_BREAK.split(_decode_units(data[:end], codec)), ""]
    for line, ending in zip(pieces[::2], pieces[1::2], strict=True):
        for lone in _LONE.finditer(line):
            at = offset + _measure(line[: lone.start()], codec)
            found.undecodable.append((at, data[at : at + unit]))
        found.lines.append(_LONE.sub(REPLACEMENT, line))
        found.sizes.append(_measure(line + ending, codec))
        offset += found.sizes[-1]
    _add_rest(found, data, end)
    return found


def _decode_units(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec, "surrogatepass")
    except UnicodeDecodeError:  # only UTF-32 has numbers that are no character
        form = "<I" if codec.endswith("le") else ">I"
        numbers = (number for (number,) in struct.iter_unpack(form, data))
        return "".join(chr(n) if n <= _MAX_UTF32 else "\ud800" for n in numbers)


def _measure(text: str, codec: str) -> int:
    return len(text.encode(codec, "surrogatepass"))


def _add_rest(found: Lines, data: bytes, end: int) -> None:
    """Give the bytes of a character that was cut off to the last line."""
    for at in range(end, len(data)):
        found.lines[-1] += REPLACEMENT
        found.sizes[-1] += 1
        found.undecodable.append((at, data[at : at + 1]))
    if not found.sizes[-1]:
        found.lines.pop()
        found.sizes.pop()
