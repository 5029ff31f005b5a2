"""Walk files, folders and archives, one member in memory at a time.

Nothing here trusts a container: names that lead elsewhere, links, devices, bombs and
encrypted, damaged or cut-off members are refused by name, and the rest is read.
"""

from __future__ import annotations

import io
import os
import re
import stat
import tempfile
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from articles.dumps.folders import Listed, list_files, refuse_unreadable
from articles.dumps.inflating import Inflated, InflateError, is_gzip
from articles.dumps.members import (
    CHUNK,
    Found,
    Ignored,
    Member,
    Place,
    Readable,
    Refused,
    check_name,
    folder_of,
    read_member,
    show_name,
)
from articles.dumps.tars import BLOCK, BrokenTarError, TarMember, is_tar, read_tar
from articles.dumps.unpacking import Unpacked, is_bzip2, is_xz
from articles.dumps.zips import is_zip, read_zip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "Found",
    "Ignored",
    "Member",
    "Refused",
    "folder_of",
    "is_container",
    "show_name",
    "walk",
]

STANDARD_INPUT: Final = "-"
MAX_MEMBERS: Final = 20_000_000  # of one container
MAX_DEPTH: Final = 4  # containers around a container
_BUFFER: Final = 1 << 18  # bytes
_IN_MEMORY: Final = 8 << 20  # bytes of a zip archive that comes through a pipe
_PACKED_ENDING: Final = re.compile(r"\.(?:gz|bz2|xz)$", re.IGNORECASE)
_REFUSED_KINDS: Final = {
    "link": "It is a link, not a file.",
    "device": "It is a device or pipe, not a file.",
    "unsupported": "It is stored in a way that is not read here (sparse or special).",
}


def walk(
    paths: Iterable[Path | str], *, max_file: int, stdin: IO[bytes] | None = None
) -> Iterator[Found]:
    """Yield every member below `paths`, lazily; "-" stands for `stdin`.

    Folders are walked in the order of names, containers in their own. What cannot be
    read is a Refused; members above `max_file` bytes come without their data.
    """
    for path in paths:
        if str(path) == STANDARD_INPUT and stdin is not None:
            yield from _walk_pipe(stdin, STANDARD_INPUT, max_file=max_file)
        else:
            yield from _walk_path(path, max_file=max_file)


def is_container(path: Path) -> bool:
    """Whether a path is a readable archive file, by its first bytes."""
    if not path.is_file():  # of a pipe, a look would take them away
        return False
    try:
        with path.open("rb") as stream:
            head = stream.read(BLOCK)
    except OSError:  # missing, a folder, not readable: walk() says which
        return False
    return _is_packed(head)


def _is_packed(head: bytes) -> bool:
    return any(test(head) for test in (is_gzip, is_bzip2, is_xz, is_zip, is_tar))


def _walk_path(given: Path | str, *, max_file: int) -> Iterator[Found]:
    file = show_name(str(given)) or '""'
    path = Path(given)
    try:
        mode = os.stat(given).st_mode  # noqa: PTH116  Path("") is the present folder
    except OSError as error:
        yield refuse_unreadable(file, error)
        return
    if stat.S_ISDIR(mode):
        yield from _walk_folder(path, max_file=max_file)
    elif stat.S_ISREG(mode):
        yield from _walk_file(Listed(str(path), path.name), max_file=max_file)
    elif stat.S_ISFIFO(mode):
        with path.open("rb") as stream:
            yield from _walk_pipe(stream, path.name, max_file=max_file)
    else:
        yield Refused(file, "device", _REFUSED_KINDS["device"])


def _walk_folder(path: Path, *, max_file: int) -> Iterator[Found]:
    met = False
    for found in list_files(str(path)):
        met = True
        if isinstance(found, Listed):
            yield from _walk_file(found, max_file=max_file)
        else:
            yield found
    if not met:
        yield Refused(show_name(str(path)), "no-files", "The folder holds no files.")


def _walk_file(listed: Listed, *, max_file: int) -> Iterator[Found]:
    file = show_name(listed.name)
    try:
        with Path(listed.location).open("rb", buffering=_BUFFER) as stream:
            head = stream.read(BLOCK)
            stream.seek(0)
            if is_zip(head):
                place = Place(file, file[: file.rfind("/") + 1])
                yield from _walk_zip(stream, place, max_file=max_file)
            else:
                size = Path(listed.location).stat().st_size
                yield from _walk_stream(stream, head, file, size, max_file=max_file)
    except OSError as error:
        yield refuse_unreadable(file, error)


def _walk_pipe(stream: IO[bytes], file: str, *, max_file: int) -> Iterator[Found]:
    head = stream.read(BLOCK)
    whole = _Rejoined(head, stream)
    if not is_zip(head):
        yield from _walk_stream(whole, head, file, 0, max_file=max_file)
        return
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as spool:
        while chunk := whole.read(CHUNK):
            spool.write(chunk)
        spool.seek(0)
        yield from _walk_zip(spool, Place(file), max_file=max_file)


def _walk_stream(
    stream: Readable, head: bytes, file: str, size: int, *, max_file: int
) -> Iterator[Found]:
    """Read a stream that begins with `head` as what it turns out to be."""
    place = Place(file, file[: file.rfind("/") + 1])
    if _is_packed(head):
        yield from _walk_packed(stream, head, place, max_file=max_file)
    else:
        yield read_member(stream, file, file, max_file=max_file, size=size)


def _walk_packed(
    stream: Readable, head: bytes, place: Place, *, max_file: int
) -> Iterator[Found]:
    """Read a container that is no zip archive, which must be read from its end."""
    if is_tar(head):
        yield from _walk_tar(stream, place, max_file=max_file)
    elif is_gzip(head):
        yield from _walk_unpacked(Inflated(stream), place, max_file=max_file)
    else:
        yield from _walk_unpacked(Unpacked(stream, head), place, max_file=max_file)


def _walk_zip(stream: IO[bytes], place: Place, *, max_file: int) -> Iterator[Found]:
    met = False
    for found in read_zip(stream, place, max_file=max_file):
        met = True
        yield from _open_nested(found, place, max_file=max_file)
    if not met:
        yield _refuse_without_files(place)


def _walk_unpacked(
    unpacked: Readable, place: Place, *, max_file: int
) -> Iterator[Found]:
    """Read what is packed as one stream: a tar archive, or a single file."""
    name = _PACKED_ENDING.sub("", place.container.rpartition("/")[2])
    file = place.name_file(name)
    try:
        head = unpacked.read(BLOCK)
        whole = _Rejoined(head, unpacked)
        if is_tar(head):
            yield from _walk_tar(whole, place, max_file=max_file)
            return
        member = read_member(whole, file, place.name_path(name), max_file=max_file)
    except InflateError as error:
        yield Refused(file, error.code, str(error))
    else:
        yield from _open_nested(member, place, max_file=max_file)


def _walk_tar(stream: Readable, place: Place, *, max_file: int) -> Iterator[Found]:
    at = place.container
    count = 0
    try:
        for entry in read_tar(stream):
            if entry.kind == "folder":
                continue
            count += 1
            if count > MAX_MEMBERS:
                reason = f"It holds more than {MAX_MEMBERS:,} files; the rest is left."
                yield Refused(at, "too-many-members", reason)
                return
            at = place.name_file(entry.name.removeprefix("./"))
            found = _read_entry(entry, place, at, max_file=max_file)
            yield from _open_nested(found, place, max_file=max_file)
            at = place.container
    except (BrokenTarError, InflateError) as error:
        reason = f"{error} What stood before was read."
        yield Refused(at, error.code, reason)
    else:
        if not count:
            yield _refuse_without_files(place)


def _read_entry(entry: TarMember, place: Place, file: str, *, max_file: int) -> Found:
    name = entry.name.removeprefix("./")
    left_out = check_name(file, name)
    if left_out is not None:
        return left_out
    if entry.kind != "file":
        return Refused(file, entry.kind, _REFUSED_KINDS[entry.kind])
    path = place.name_path(name)
    return read_member(entry.stream, file, path, max_file=max_file, size=entry.size)


def _open_nested(found: Found, around: Place, *, max_file: int) -> Iterator[Found]:
    """Yield a member, or what is in it when it is a container itself."""
    if not isinstance(found, Member) or found.data is None:
        yield found
        return
    head = found.data[:BLOCK]
    if not _is_packed(head):
        yield found
        return
    if around.depth >= MAX_DEPTH:
        reason = f"It lies in more than {MAX_DEPTH} archives; unpack some of them."
        yield Refused(found.file, "nested", reason)
        return
    folder = found.path[: found.path.rfind("/") + 1]
    place = Place(found.file, folder, around.depth + 1)
    stream = io.BytesIO(found.data)
    if is_zip(head):
        yield from _walk_zip(stream, place, max_file=max_file)
    else:
        yield from _walk_packed(stream, head, place, max_file=max_file)


def _refuse_without_files(place: Place) -> Refused:
    return Refused(place.container, "no-files", "The archive holds no files.")


class _Rejoined:
    """A stream whose first bytes were read to see what it is."""

    def __init__(self, head: bytes, stream: Readable) -> None:
        self._head = head
        self._stream = stream

    def read(self, size: int, /) -> bytes:
        """Read `size` bytes, or what is left."""
        data, self._head = self._head[:size], self._head[size:]
        return data + self._stream.read(size - len(data)) if size > len(data) else data
