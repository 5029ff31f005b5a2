"""Guess the encoding of bytes that say nothing about it."""

from __future__ import annotations

import codecs
import re
from typing import Final

import chardet

# The encodings that news was kept in. Left out: those of terminals and printers that
# short texts are mistaken for, and subsets of what is here.
_WINDOWS: Final = [f"cp{page}" for page in (*range(1250, 1259), 874, 932, 949)]
_UNIX: Final = [f"iso8859-{part}" for part in (2, 5, 6, 7, 8, 13, 15)]
_DOS: Final = ["cp437", "cp850", "cp852", "cp866"]
_CYRILLIC: Final = ["koi8-r", "koi8-u", "mac-cyrillic"]
_MAC: Final = ["mac-roman", "mac-latin2"]
_CHINESE: Final = ["gb18030", "big5hkscs", "hz"]
_JAPANESE: Final = ["shift_jis_2004", "euc_jis_2004", "iso2022_jp_2"]
_KOREAN: Final = ["iso2022_kr"]
ENCODINGS: Final = (
    _WINDOWS + _UNIX + _DOS + _CYRILLIC + _MAC + _CHINESE + _JAPANESE + _KOREAN
)
WESTERN: Final = "cp1252"
SAMPLE_SIZE: Final = 32_768  # bytes from the first that is not ASCII
LEAD_SIZE: Final = 2048  # bytes of ASCII before it
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_NOT_WESTERN: Final = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")  # cp1252 has none of them
_LATIN_9: Final = re.compile(rb"\xa4|[A-Za-z][\xbc\xbd][A-Za-z]")  # € and œ
_FAINT: Final = 0.1  # below it the detector's first choice is hardly above its others
_FEW: Final = 8  # bytes beyond ASCII that a faint answer may rest on
_MIN_NULS: Final = 3  # fewer are dirt in a text of bytes
_EVIDENT: Final = 0.7  # share of the units of a Western UTF-16 text that hold a NUL


def detect(data: bytes) -> tuple[str, float]:
    """Return the likeliest encoding and the confidence, 0 to 1.

    Short Western texts are where detectors fail, so a faint answer that rests on a few
    bytes becomes cp1252.
    """
    sample = _take_sample(data.replace(b"\0", b""))
    answer = chardet.detect(sample, include_encodings=ENCODINGS, compat_names=False)
    encoding = codecs.lookup(answer["encoding"] or WESTERN).name
    confidence = answer["confidence"]
    if _is_faint(sample, confidence):
        return WESTERN, confidence
    if encoding == "iso8859-15" and not _LATIN_9.search(sample):
        return WESTERN, confidence
    return encoding, confidence


def _take_sample(data: bytes) -> bytes:
    first = _HIGH.search(data)
    if first is None:
        return data[:SAMPLE_SIZE]
    return data[max(0, first.start() - LEAD_SIZE) : first.start() + SAMPLE_SIZE]


def _is_faint(sample: bytes, confidence: float) -> bool:
    return (
        confidence < _FAINT
        and len(_HIGH.findall(sample)) <= _FEW
        and not _NOT_WESTERN.search(sample)
    )


def find_wide(data: bytes) -> str:
    """Name the kind of UTF-16 or UTF-32 whose NULs all stand where they must, or ""."""
    sample = data[: min(SAMPLE_SIZE, len(data) // 4 * 4)]
    columns = [sample[at::4].count(0) for at in range(4)]
    units = len(sample) // 4
    if sum(columns) < _MIN_NULS:
        return ""
    if columns[3] == units and 2 * columns[2] > units > 2 * columns[0]:
        return "utf-32-le"
    if columns[0] == units and 2 * columns[1] > units > 2 * columns[3]:
        return "utf-32-be"
    even, odd = columns[0] + columns[2], columns[1] + columns[3]
    if even and odd:
        return ""
    codec, line_break = ("utf-16-le", b"\n\0") if odd else ("utf-16-be", b"\0\n")
    if even + odd >= _EVIDENT * 2 * units:
        return codec
    # a text of bytes with dirt in it does not look so, one in Chinese does
    return codec if line_break in sample and _HIGH.search(sample) else ""
