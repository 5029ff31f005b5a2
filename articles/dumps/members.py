"""What a walk through files, folders and archives meets."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Final, Protocol

CHUNK: Final = 1 << 20  # bytes read at once where a size is not known or not trusted
_ENDINGS: Final = re.compile(
    r"(?:\.(?:zip|tar|tgz|gz|tbz2?|bz2|txz|xz))+$", re.IGNORECASE
)
_SYSTEM_FILES: Final = re.compile(
    r"\.DS_Store|Thumbs\.db|ehthumbs\.db|desktop\.ini|\.directory|Icon\r|\._.*",
    re.IGNORECASE,
)
_SYSTEM_FOLDERS: Final = {
    "__MACOSX",
    ".Spotlight-V100",
    ".Trashes",
    ".fseventsd",
    "$RECYCLE.BIN",
    "System Volume Information",
    "lost+found",
}
_CONTROLS: Final = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160))}
_DRIVE: Final = re.compile("[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class Member:
    """One file; `data` is None when it is larger than a run takes.

    `file` is the name it is reported by (`heap.tar!a/b.txt`), `path` the same without
    the container, so that a heap has the same paths however it is packed.
    """

    file: str
    path: str
    data: bytes | None
    size: int  # bytes
    sha256: bytes

    @property
    def container(self) -> str:
        """The name of its container without ending, or ""."""
        if self.file == self.path:  # any "!" is part of its name
            return ""
        name = self.file.partition("!")[0]
        return _ENDINGS.sub("", name.rpartition("/")[2])


@dataclass(frozen=True, slots=True)
class Refused:
    """A member or path that could not or may not be read, and why."""

    file: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Ignored:
    """A file of the operating system's, left out by a rule."""

    file: str
    rule: str


Found = Member | Refused | Ignored


@dataclass(frozen=True, slots=True)
class Place:
    """Where members come from: the name of a container, and the folder it lies in."""

    container: str
    folder: str = ""
    depth: int = 0  # containers around this one

    def name_file(self, name: str) -> str:
        return f"{self.container}!{show_name(name)}"

    def name_path(self, name: str) -> str:
        return f"{self.folder}{show_name(name)}"


class Readable(Protocol):
    """Anything that gives bytes in order."""

    def read(self, size: int, /) -> bytes: ...


def read_member(
    stream: Readable, file: str, path: str, *, max_file: int, size: int = 0
) -> Member:
    """Read a stream to its end; beyond `max_file` bytes only size and digest are kept.

    `size` is what the container says, used for the first read only.
    """
    data = stream.read(min(size, max_file) + 1 if size else CHUNK)
    chunk = data
    chunks = [data]
    length = len(data)
    digest = hashlib.sha256(data)
    while chunk:
        chunk = stream.read(CHUNK)
        length += len(chunk)
        digest.update(chunk)
        if length <= max_file:
            chunks.append(chunk)
        else:
            chunks.clear()
    whole = b"".join(chunks) if length <= max_file else None
    return Member(file, path, whole, length, digest.digest())


def show_name(name: str) -> str:
    r"""Write the bytes of a name that are no text as \xe9, control characters too."""
    if name.isascii() and name.isprintable():
        return name
    raw = name.encode("utf-8", "surrogateescape")
    return raw.decode("utf-8", "backslashreplace").translate(_CONTROLS)


def check_name(file: str, name: str) -> Refused | Ignored | None:
    """Refuse a name that must not be used, ignore one of the operating system's."""
    danger = _find_danger(name)
    if danger:
        return Refused(file, "unsafe-name", danger)
    rule = _find_system_rule(name)
    return Ignored(file, rule) if rule else None


def _find_danger(name: str) -> str:
    path = name.replace("\\", "/")
    if path.startswith("/") or _DRIVE.match(path):
        return "Its name is an absolute path."
    if ".." in path.split("/"):
        return "Its name leads out of the archive."
    return "" if path.strip("/") else "It has no name."


def _find_system_rule(path: str) -> str:
    *folders, name = path.split("/")
    if _SYSTEM_FILES.fullmatch(name):
        return "._*" if name.startswith("._") else name
    return next((f"{folder}/" for folder in folders if folder in _SYSTEM_FOLDERS), "")


def folder_of(path: str, container: str = "") -> str:
    """Return the folder that titled text takes as its section, or "".

    It is the nearest one that is not of digits only; a first part that repeats the name
    of the container is none.

    >>> folder_of("heap/sport/2004/001.txt", "heap"), folder_of("heap/001.txt", "heap")
    ('sport', '')
    """
    folders = path.split("/")[:-1]
    if folders and container and folders[0] == container:
        folders = folders[1:]
    named = (folder.strip() for folder in reversed(folders))
    return next((each for each in named if each and not each.isdecimal()), "")
