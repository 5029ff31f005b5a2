"""From the bytes of one file to its records: a pure function of bytes and options."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING, Final

from articles.dumps.binaries import find_binary
from articles.dumps.encodings import Decoded, decode
from articles.dumps.errors import UnknownFormatError
from articles.dumps.formats import FORMATS, Format
from articles.dumps.ledger import make_spans
from articles.dumps.pages import Parsed, lay_out
from articles.dumps.records import (
    UNDECODABLE,
    Problem,
    Reading,
    Record,
    Span,
    Told,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

PARSER_VERSION: Final = 2  # raise it when any file may be read otherwise than before
_NOTHING_TOLD: Final = Told()


def read(data: bytes, *, folder: str = "", told: Told = _NOTHING_TOLD) -> Reading:
    """Read one file; what gives no record is a problem, never an exception.

    `folder` is the section that titled text takes. Raises UnknownFormatError and
    UnknownEncodingError for what the librarian told.
    """
    formats = _choose_formats(told.format)
    decoded = decode(data, told.encoding)
    wide = decoded.codec.startswith(("utf-16", "utf-32"))
    binary = "" if wide else find_binary(data)
    if binary:
        return _refuse_binary(len(data), binary)
    page = lay_out(decoded.lines)
    if not page.blocks:
        return _refuse_empty(decoded)
    chosen = next((each for each in formats if each.matches(page)), formats[-1])
    return _finish(decoded, chosen.NAME, chosen.parse(page, folder=folder))


def check_told(told: Told) -> None:
    """Refuse a format or encoding that nobody knows, before a run begins."""
    _choose_formats(told.format)
    decode(b"", told.encoding)


def _choose_formats(name: str) -> tuple[Format, ...]:
    if not name:
        return FORMATS
    chosen = tuple(each for each in FORMATS if name == each.NAME)
    if not chosen:
        known = ", ".join(each.NAME for each in FORMATS)
        raise UnknownFormatError(f"“{name}” is no format; choose one of {known}.")
    return chosen


def _refuse_binary(size: int, binary: str) -> Reading:
    problem = Problem(None, "binary", f"The file is {binary}, not text.")
    spans = (Span("rejected:binary", size),)
    return Reading("", 0.0, "", "", (), (problem,), spans, ())


def _refuse_empty(decoded: Decoded) -> Reading:
    problem = Problem(None, "empty", "The file is empty or holds only blanks.")
    return _finish(decoded, "", Parsed([], [problem], ["blank"] * len(decoded.lines)))


def _finish(decoded: Decoded, name: str, parsed: Parsed) -> Reading:
    records = tuple(parsed.records)
    if decoded.how == "detected":
        records = tuple(_doubt(record, "encoding-guessed") for record in records)
    return Reading(
        encoding=decoded.encoding,
        confidence=decoded.confidence,
        how=decoded.how,
        format=name,
        records=records,
        problems=(*parsed.problems, *_tell_loss(decoded)),
        spans=make_spans(decoded, parsed.roles, parsed.pieces),
        undecodable=decoded.undecodable,
    )


def _tell_loss(decoded: Decoded) -> Iterator[Problem]:
    """Yield a problem if bytes could not be decoded."""
    if not decoded.undecodable:
        return
    count = sum(len(lost) for _, lost in decoded.undecodable)
    offset = decoded.undecodable[0][0]
    ends = accumulate(decoded.sizes, initial=decoded.bom)
    line = sum(1 for _ in takewhile(lambda end: end <= offset, ends))
    noun = "byte" if count == 1 else "bytes"
    reason = (
        f"{count:,} {noun} could not be read as {decoded.encoding}, the first at "
        f"offset {offset:,}; U+FFFD stands in the text instead."
    )
    yield Problem(line, UNDECODABLE, reason)


def _doubt(record: Record, code: str) -> Record:
    return replace(record, doubts=(*record.doubts, code))
