"""Unpack bzip2 and xz streams, held to the same limits as gzip."""

from __future__ import annotations

import bz2
import lzma
from typing import TYPE_CHECKING, Final

from articles.dumps.inflating import InflateError, check_ratio

if TYPE_CHECKING:
    from articles.dumps.members import Readable

BZIP2_MAGIC: Final = b"BZh"
XZ_MAGIC: Final = b"\xfd7zXZ\0"
_BLOCK_MAGIC: Final = b"1AY&SY"  # of the first block of bzip2, or its end:
_END_MAGIC: Final = b"\x17\x72\x45\x38\x50\x90"
_INPUT: Final = 1 << 16  # bytes
_OUTPUT: Final = 1 << 20  # bytes
_MEMORY: Final = 128 << 20  # bytes that an xz stream may ask for


def is_bzip2(head: bytes) -> bool:
    """Say whether these are the first bytes of a bzip2 stream, and no word BZh…"""
    return head.startswith(BZIP2_MAGIC) and head[4:10] in (_BLOCK_MAGIC, _END_MAGIC)


def is_xz(head: bytes) -> bool:
    return head.startswith(XZ_MAGIC)


class Unpacked:
    """The bytes of a bzip2 or xz stream; what stands before a damage is given."""

    def __init__(self, stream: Readable, head: bytes) -> None:
        self._stream = stream
        self._is_bzip2 = is_bzip2(head)
        self._decoder = self._new_decoder()
        self._waiting = b""
        self._ready = bytearray()
        self._taken = self._given = 0
        self._error: InflateError | None = None
        self._ended = False

    def read(self, size: int, /) -> bytes:
        """Read `size` bytes or what is left; raises InflateError if that is none."""
        while len(self._ready) < size and self._error is None and not self._ended:
            try:
                self._fill()
            except (OSError, EOFError, lzma.LZMAError):
                reason = "The compressed data is damaged."
                self._error = InflateError("broken", reason)
            except InflateError as error:
                self._error = error
        if self._error is not None and not self._ready:
            raise self._error
        data = bytes(self._ready[:size])
        del self._ready[:size]
        return data

    def _new_decoder(self) -> bz2.BZ2Decompressor | lzma.LZMADecompressor:
        if self._is_bzip2:
            return bz2.BZ2Decompressor()
        return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_MEMORY)

    def _fill(self) -> None:
        raw, self._waiting = self._waiting, b""
        if not raw and self._decoder.needs_input:
            raw = self._read_raw()
            if not raw:
                raise InflateError("cut-off", "The compressed data is cut off.")
        data = self._decoder.decompress(raw, _OUTPUT)
        self._given += len(data)
        check_ratio(self._taken, self._given)
        self._ready += data
        if self._decoder.eof:
            self._go_on()

    def _read_raw(self) -> bytes:
        raw = self._stream.read(_INPUT)
        self._taken += len(raw)
        return raw

    def _go_on(self) -> None:
        """Begin the next stream; other bytes after the last are padding."""
        rest = (self._decoder.unused_data or self._read_raw()).lstrip(b"\0")
        if not (is_bzip2(rest) if self._is_bzip2 else is_xz(rest)):
            self._ended = True
            return
        self._decoder = self._new_decoder()
        self._waiting = rest
