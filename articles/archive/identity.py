"""Which records are one article, and which of their texts is shown.

Both are functions of what was printed, so nothing depends on the order of arrival.
"""

from __future__ import annotations

import hashlib
import re
import struct
from typing import TYPE_CHECKING, Final

from articles.text.fingerprints import digest, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.dumps.assuming import Evidence
    from articles.dumps.records import Moment, Record

_TO_THE_MINUTE: Final = ("minute", "second")
_TEXT_DIGEST: Final = slice(12, 28)  # of a rank
_HOST: Final = re.compile(r"\A[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*")
_INVERT: Final = bytes(255 - byte for byte in range(256))


def key_of(record: Record) -> bytes:
    """16 bytes that are equal for all records of one article.

    The record's own address; else headline, source and printed moment, when that is
    known to the minute; else headline and text. What a folder or an option gave is
    never part of it.
    """
    if record.url:
        return digest("url", _fold_address(record.url))
    moment = record.published
    if moment and moment.minute is not None and moment.precision in _TO_THE_MINUTE:
        return digest(
            "printed",
            fold(record.headline),
            fold(record.source),
            str(moment.minute),
            str(moment.second if moment.second is not None else ""),
        )
    return digest("text", fold(record.headline), fold(record.body))


def _fold_address(url: str) -> str:
    """Write scheme and host in lower case: of all else the case may matter."""
    whole = "".join(url.split())
    return _HOST.sub(lambda found: found[0].lower(), whole, count=1)


def rank_of(evidence: Evidence) -> bytes:
    """Bytes that sort the texts of one article; the greatest is shown.

    The latest moment, then the longest text, then the smallest digest of it; then, of
    equal texts, one with a source before one without, and the smallest digest of all
    other fields, so that ties never depend on who came first.
    """
    record = evidence.record
    text = digest(record.headline, *record.paragraphs)
    return (
        struct.pack(
            ">QL",
            _seconds(record.updated) or _seconds(record.published),
            min(len(record.headline) + len(record.body), 2**32 - 1),
        )
        + text.translate(_INVERT)
        + bytes([bool(evidence.source)])
        + _rest(evidence)[:8].translate(_INVERT)
    )


def have_equal_text(rank: bytes, other: bytes) -> bool:
    """Whether two ranks are those of the same headline and paragraphs."""
    return rank[_TEXT_DIGEST] == other[_TEXT_DIGEST]


def shows_text(rank: bytes, headline: str, paragraphs: Sequence[str]) -> bool:
    """Whether a rank is that of this very text."""
    text = digest(headline, *paragraphs)
    return rank[_TEXT_DIGEST] == text.translate(_INVERT)


def place_of(path: str, folder: str, assumed: tuple[str, ...]) -> int:
    """A signed 64-bit digest of where a file stood and what its run assumed."""
    return struct.unpack(">q", digest(path, folder, *assumed)[:8])[0]


def _seconds(moment: Moment | None) -> int:
    """A moment as a sortable number; 0 when there is none."""
    if moment is None or moment.minute is None:
        return 0
    return (moment.minute + 1) * 60 + (moment.second or 0)


def _rest(evidence: Evidence) -> bytes:
    return hashlib.sha256(
        repr(
            (
                evidence.record.print_headline,
                evidence.record.byline,
                evidence.source,
                evidence.record.published,
                evidence.record.updated,
                evidence.published_offset,
                evidence.updated_offset,
                evidence.record.url,
                evidence.record.language,
                evidence.record.extra,
                evidence.doubts,
            )
        ).encode("utf-8", "surrogatepass")
    ).digest()
