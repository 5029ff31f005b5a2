"""Choose the encoding of a file and read its lines; nothing is replaced in silence."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from articles.dumps.declaring import find_declared
from articles.dumps.detection import detect, find_wide
from articles.dumps.errors import UnknownEncodingError
from articles.dumps.lines import UNITS, Lines, pair_lines, read_lines, read_wide_lines

_BOMS: Final = (  # the longer first: that of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8", "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16-be"),
)
_BOM_BYTES: Final = tuple(bom for bom, _, _ in _BOMS)
_WITHOUT_ORDER: Final = {"utf-16": "utf-16-le", "utf-32": "utf-32-le"}
_NOT_FOR_FILES: Final = {"idna", "punycode", "raw-unicode-escape", "unicode-escape"}
# All printable ASCII but \ and ~, which Japanese encodings print as ¥ and ‾.
_PRINTABLE: Final = bytes(range(0x20, 0x5C)) + bytes(range(0x5D, 0x7E)) + b"\r\n"
_ESCAPED: Final = re.compile("[\udc80-\udcff]")
_ESCAPED_SURROGATE: Final = re.compile("\udced[\udca0-\udcbf][\udc80-\udcbf]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The lines of a file without their breaks; `sizes` are bytes, breaks included.

    `bom` and the sizes add up to the size of the file.
    """

    lines: tuple[str, ...]
    sizes: tuple[int, ...]
    undecodable: tuple[tuple[int, bytes], ...]  # (offset in the file, bytes)
    encoding: str  # as it is reported
    codec: str  # as Python decodes it, byte order included
    confidence: float
    how: str
    bom: int  # bytes

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class _Choice:
    encoding: str  # as reported, and understood again when told
    codec: str
    how: str
    confidence: float = 1.0
    bom: int = 0


_UTF8: Final = _Choice("utf-8", "utf-8", "utf-8")


def decode(data: bytes, told: str = "") -> Decoded:
    """Decode `data`; what cannot be decoded is U+FFFD in the lines and listed.

    In this order: what was told, a byte order mark, valid UTF-8, UTF-16 that shows by
    its NULs, mostly valid UTF-8, what the document declares, the detector.
    Raises UnknownEncodingError.
    """
    choice = _choose(data, told)
    found = _read(data[choice.bom :] if choice.bom else data, choice.codec)
    return Decoded(
        lines=tuple(found.lines),
        sizes=tuple(found.sizes),
        undecodable=tuple((choice.bom + at, piece) for at, piece in found.undecodable),
        encoding=choice.encoding,
        codec=choice.codec,
        confidence=choice.confidence,
        how=choice.how,
        bom=choice.bom,
    )


def _read(data: bytes, codec: str) -> Lines:
    if codec in UNITS:
        return read_wide_lines(data, codec)
    if codec != "utf-8" or b"\0" in data:
        return read_lines(data, codec)
    try:
        return pair_lines(data, data.decode())
    except UnicodeDecodeError:
        return read_lines(data, codec)


def _choose(data: bytes, told: str) -> _Choice:
    mark = _find_bom(data)
    if told:
        return _obey(told, mark)
    if mark is not None:
        return mark
    if b"\0" in data or _shifts(data) or not _is_utf8(data):
        return _guess(data)
    return _UTF8


def _shifts(data: bytes) -> bool:
    """Say whether the sign of ISO-2022 stands there, which is valid UTF-8."""
    return b"\x1b" in data and b"\x1b$" in data  # one byte is found far quicker


def _find_bom(data: bytes) -> _Choice | None:
    if not data.startswith(_BOM_BYTES):
        return None
    bom, encoding, codec = next(row for row in _BOMS if data.startswith(row[0]))
    return _Choice(encoding, codec, "bom", bom=len(bom))


def _obey(told: str, mark: _Choice | None) -> _Choice:
    name = _look_up(told)
    if mark is not None and name in {mark.encoding, mark.codec}:
        return _Choice(name, mark.codec, "told", bom=mark.bom)
    return _Choice(name, _WITHOUT_ORDER.get(name, name), "told")


def _look_up(told: str) -> str:
    """Return Python's name for an encoding that keeps line breaks one byte or unit."""
    try:
        name = codecs.lookup(told).name.removesuffix("-sig")
        transparent = _PRINTABLE.decode(name) == _PRINTABLE.decode("ascii")
    except (LookupError, ValueError):
        name, transparent = told, False
    if name in UNITS or name in _WITHOUT_ORDER:
        return name
    if not transparent or name.replace("_", "-") in _NOT_FOR_FILES:
        reason = f"“{told}” is not an encoding of text files; try utf-8 or cp1252."
        raise UnknownEncodingError(reason)
    return name


def _guess(data: bytes) -> _Choice:
    wide = find_wide(data)
    if wide:
        return _Choice(wide, wide, "detected", 0.99)
    if _is_mostly_utf8(data):
        return _Choice("utf-8", "utf-8", "utf-8", 1.0 if _is_utf8(data) else 0.9)
    declared = _obey_document(data)
    if declared:
        return _Choice(declared, declared, "declared")
    encoding, confidence = detect(data)
    return _Choice(encoding, encoding, "detected", confidence)


def _obey_document(data: bytes) -> str:
    """Return the encoding that a document declares, if its bytes are a text in it."""
    declared = find_declared(data)
    if not declared:
        return ""
    try:
        name = _look_up(declared)
        data.decode(name)
    except (UnknownEncodingError, UnicodeDecodeError):
        return ""
    return "" if name in UNITS or name in _WITHOUT_ORDER else name


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_mostly_utf8(data: bytes) -> bool:
    """Say whether as many well-formed letters stand there as bytes that belong to none.

    In another encoding they never do: an accented Western letter stands alone, and of
    the pairs of bytes of a Chinese text about a fifth look like UTF-8. The beginning of
    a letter that the end of the file cuts off is not counted.
    """
    if data.isascii():
        return not _shifts(data)
    text, _ = codecs.utf_8_decode(data, "surrogateescape", False)  # noqa: FBT003
    text, surrogates = _ESCAPED_SURROGATE.subn("", text)
    bad = len(_ESCAPED.findall(text))
    good = surrogates + sum(not char.isascii() for char in text) - bad
    return good >= max(bad, 1)
