"""Inflate gzip streams, and stop where far more comes out than can be text."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from articles.dumps.members import Readable

MAX_RATIO: Final = 200  # bytes out a byte in; text reaches 10, a bomb 1,000
FREE: Final = 16 << 20  # bytes out before the ratio counts
GZIP_MAGIC: Final = b"\x1f\x8b\x08"
_INPUT: Final = 1 << 16  # bytes
_OUTPUT: Final = 1 << 20  # bytes
_GZIP: Final = 31  # zlib's wbits for a gzip header and its checksum


def is_gzip(head: bytes) -> bool:
    return head.startswith(GZIP_MAGIC)


class InflateError(Exception):
    """The compressed data cannot be read any further; `code` says in which way."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code


def check_ratio(taken: int, given: int) -> None:
    """Raise InflateError if so many bytes out of so few are a bomb."""
    if given > FREE and given > MAX_RATIO * max(taken, 1):
        reason = f"It inflates to more than {MAX_RATIO} times its size."
        raise InflateError("bomb", reason)


class Inflated:
    """The inflated bytes of a gzip stream; what stands before a damage is given."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._decoder = zlib.decompressobj(_GZIP)
        self._waiting = b""
        self._ready = bytearray()
        self._taken = self._given = 0
        self._error: InflateError | None = None
        self._ended = False

    def read(self, size: int, /) -> bytes:
        """Read `size` bytes or what is left; raises InflateError if that is none."""
        while len(self._ready) < size and self._error is None and not self._ended:
            self._fill()
        if self._error is not None and not self._ready:
            raise self._error
        data = bytes(self._ready[:size])
        del self._ready[:size]
        return data

    def _fill(self) -> None:
        raw = self._waiting or self._read_raw()
        self._waiting = b""
        before = self._decoder.copy()
        try:
            data = self._decoder.decompress(raw, _OUTPUT)
            self._given += len(data)
            check_ratio(self._taken, self._given)
        except zlib.error:
            self._ready += _inflate_up_to_damage(before, raw)
            self._error = InflateError("broken", "The compressed data is damaged.")
            return
        except InflateError as error:
            self._error = error
            return
        self._ready += data
        self._waiting = self._decoder.unconsumed_tail
        if self._decoder.eof:
            self._go_on()
        elif not raw:
            self._error = InflateError("cut-off", "The compressed data is cut off.")

    def _read_raw(self) -> bytes:
        raw = self._stream.read(_INPUT)
        self._taken += len(raw)
        return raw

    def _go_on(self) -> None:
        """Begin the next gzip member; other bytes after the last are padding."""
        rest = self._decoder.unused_data or self._read_raw()
        rest = rest.lstrip(b"\0")
        if rest.startswith(GZIP_MAGIC):
            self._decoder = zlib.decompressobj(_GZIP)
            self._waiting = rest
        else:
            self._ended = True


def _inflate_up_to_damage(decoder: zlib._Decompress, raw: bytes) -> bytes:
    data = bytearray()
    try:
        for at in range(len(raw)):
            data += decoder.decompress(raw[at : at + 1])
    except zlib.error:
        pass
    return bytes(data)
