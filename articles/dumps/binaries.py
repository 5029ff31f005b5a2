"""Tell files that hold no text from those that do."""

from __future__ import annotations

from typing import Final

_MAGIC: Final = {
    b"\x89PNG\r\n\x1a\n": "a PNG picture",
    b"GIF87a": "a GIF picture",
    b"GIF89a": "a GIF picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"%PDF-": "a PDF document",
    b"\x7fELF": "a program",
    b"PK\x03\x04": "a zip archive",
    b"\x1f\x8b\x08": "a gzip archive",
    b"BZh91AY&SY": "a bzip2 archive",
    b"\xfd7zXZ\0": "an xz archive",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"Rar!\x1a\x07": "a RAR archive",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old Office document",
    b"SQLite format 3\0": "a database",
    b"\xca\xfe\xba\xbe": "a program",
}
_FIRST_BYTES: Final = tuple(_MAGIC)
SAMPLE_SIZE: Final = 8192  # bytes
_TEXT_CONTROLS: Final = b"\t\n\v\f\r\x1b"  # the last shifts old Japanese encodings
_CONTROLS: Final = bytes({*range(0x20), 0x7F} - {*_TEXT_CONTROLS})
_MAX_SHARE: Final = 0.06  # random bytes have 0.11, dirty text far less
_MIN_COUNT: Final = 8


def find_binary(data: bytes) -> str:
    """Say what a file is if it is no text ("a PNG picture"), or return ""."""
    if data.startswith(_FIRST_BYTES):
        return next(name for magic, name in _MAGIC.items() if data.startswith(magic))
    sample = data[:SAMPLE_SIZE]
    count = len(sample) - len(sample.translate(None, _CONTROLS))
    if count >= _MIN_COUNT and count > _MAX_SHARE * len(sample):
        return "binary data"
    return ""
