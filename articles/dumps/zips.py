"""Read zip archives; what a header says about size is never trusted."""

from __future__ import annotations

import lzma
import stat
import zipfile
import zlib
from typing import IO, TYPE_CHECKING, Final

from articles.dumps.inflating import InflateError, check_ratio
from articles.dumps.members import (
    Found,
    Place,
    Refused,
    check_name,
    read_member,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAGICS: Final = (b"PK\x03\x04", b"PK\x05\x06")
_FIRST_NAME: Final = slice(30, 64)  # of the first member, in the header of the archive
_DOCUMENTS: Final = (b"[Content_Types].xml", b"mimetype", b"META-INF/")
_ENCRYPTED: Final = 1
_DAMAGES: Final = (  # what decompressors and zipfile raise; ValueError for a bad name
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError),
    *(RuntimeError, ValueError),
)


def is_zip(head: bytes) -> bool:
    """Say whether a file is a zip archive, and none that is an office document."""
    return head.startswith(_MAGICS) and not head[_FIRST_NAME].startswith(_DOCUMENTS)


def read_zip(stream: IO[bytes], place: Place, *, max_file: int) -> Iterator[Found]:
    """Yield the members in the order of the archive's directory."""
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        reason = f"The zip archive cannot be opened: {error}."
        yield Refused(place.container, "broken", reason)
        return
    with archive:
        for info in archive.infolist():
            if not info.is_dir():
                yield _read_info(archive, info, place, max_file=max_file)


def _read_info(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: Place, *, max_file: int
) -> Found:
    name = info.filename.replace("\\", "/")  # of old Windows programs
    file = place.name_file(name)
    left_out = check_name(file, name) or _check_kind(file, info)
    if left_out is not None:
        return left_out
    try:
        with archive.open(info) as opened:
            counted = _Counted(opened, info.compress_size)
            return read_member(
                counted,
                file,
                place.name_path(name),
                max_file=max_file,
                size=info.file_size,
            )
    except InflateError as error:
        return Refused(file, error.code, str(error))
    except NotImplementedError:
        return Refused(file, "unsupported", "It is compressed by a method not known.")
    except _DAMAGES as error:
        return Refused(file, "broken", f"It cannot be read: {error}.")


def _check_kind(file: str, info: zipfile.ZipInfo) -> Refused | None:
    if stat.S_ISLNK(info.external_attr >> 16):
        return Refused(file, "link", "It is a link, not a file.")
    if info.flag_bits & _ENCRYPTED:
        return Refused(file, "encrypted", "It is encrypted; decrypt it and try again.")
    return None


class _Counted:
    """The bytes of a member, held to what its compressed size can hold."""

    def __init__(self, stream: IO[bytes], compressed: int) -> None:
        self._stream = stream
        self._compressed = compressed
        self._given = 0

    def read(self, size: int, /) -> bytes:
        data = self._stream.read(size)
        self._given += len(data)
        check_ratio(self._compressed, self._given)
        return data
