"""Guess the encoding of bytes that say nothing about it."""

from __future__ import annotations

import codecs
import re
from typing import Final

import chardet

# The encodings that news was kept in. Left out: those of terminals and printers that
# short texts are mistaken for, and subsets of what is here.
LATIN: Final = [
    *("cp1252", "cp1250", "cp1254", "cp1257", "cp1258", "cp437", "cp850", "cp852"),
    *("iso8859-2", "iso8859-13", "iso8859-15", "mac-roman", "mac-latin2"),
]
OTHER_ALPHABETS: Final = [
    *("cp1251", "cp866", "iso8859-5", "koi8-r", "koi8-u", "mac-cyrillic", "cp1253"),
    *("iso8859-7", "cp1255", "iso8859-8", "cp1256", "iso8859-6", "cp874"),
]
EAST_ASIAN: Final = [
    *("cp932", "shift_jis_2004", "euc_jis_2004", "iso2022_jp_2", "gb18030", "hz"),
    *("big5hkscs", "cp949", "iso2022_kr"),
]
WESTERN: Final = "cp1252"
SAMPLE_SIZE: Final = 32_768  # bytes from the first that is not ASCII
LEAD_SIZE: Final = 2048  # bytes of ASCII before it
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_HIGH_RUN: Final = re.compile(rb"[\x80-\xff]+")
_JOINED: Final = re.compile(rb"[A-Za-z][\x80-\xff]|[\x80-\xff][A-Za-z]")
_NOT_WESTERN: Final = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")  # cp1252 has none of them
_LATIN_9: Final = re.compile(rb"\xa4|[A-Za-z][\xbc\xbd][A-Za-z]")  # € and œ
_FAINT: Final = 0.1  # below it the detector's first choice is hardly above its others
_FEW: Final = 8  # bytes beyond ASCII that a faint answer may rest on
_MIN_NULS: Final = 3  # fewer are dirt in a text of bytes
_EVIDENT: Final = 0.7  # share of the units of a Western UTF-16 text that hold a NUL


def detect(data: bytes) -> tuple[str, float]:
    """Return the likeliest encoding and the confidence, 0 to 1.

    Western texts are where detectors fail: a faint answer that rests on a few bytes
    becomes cp1252, and letters of two alphabets in one word become Latin ones.
    """
    sample = _take_sample(data.replace(b"\0", b""))
    encoding, confidence = _ask(sample, LATIN + OTHER_ALPHABETS + EAST_ASIAN)
    if encoding in OTHER_ALPHABETS and _mixes_alphabets(sample):
        encoding, confidence = _ask(sample, LATIN)
    if _is_faint(sample, confidence):
        return WESTERN, confidence
    if encoding == "iso8859-15" and not _LATIN_9.search(sample):
        return WESTERN, confidence
    return encoding, confidence


def _ask(sample: bytes, encodings: list[str]) -> tuple[str, float]:
    answer = chardet.detect(sample, include_encodings=encodings, compat_names=False)
    return codecs.lookup(answer["encoding"] or WESTERN).name, answer["confidence"]


def _mixes_alphabets(sample: bytes) -> bool:
    """Say whether letters beyond ASCII mostly stand in words with ASCII letters."""
    runs = len(_HIGH_RUN.findall(sample))
    return len(_JOINED.findall(sample)) * 3 > runs


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
