"""List the files below a folder in the order of their names; links are not followed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.dumps.members import Ignored, Refused, check_name, show_name

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Listed:
    """A regular file below a folder."""

    location: str  # as the operating system takes it
    name: str  # below the folder


def list_files(folder: str, prefix: str = "") -> Iterator[Listed | Refused | Ignored]:
    """Yield the files below `folder`, their names beginning with `prefix`."""
    try:
        with os.scandir(folder) as scan:
            found = sorted(scan, key=lambda each: each.name)
    except OSError as error:
        yield refuse_unreadable(show_name(prefix) or folder, error)
        return
    for each in found:
        name = prefix + each.name
        if each.is_dir(follow_symlinks=False):
            yield from list_files(each.path, f"{name}/")
        else:
            yield _check(each, name)


def refuse_unreadable(file: str, error: OSError) -> Refused:
    """Say of a path why the operating system does not let it be read."""
    missing = isinstance(error, FileNotFoundError)
    reason = "There is no such file or folder" if missing else error.strerror
    return Refused(file, "missing" if missing else "unreadable", f"{reason}.")


def _check(each: os.DirEntry[str], name: str) -> Listed | Refused | Ignored:
    shown = show_name(name)
    left_out = check_name(shown, name)
    if isinstance(left_out, Ignored):
        return left_out
    if each.is_symlink():
        return Refused(shown, "link", "It is a link, not a file.")
    if not each.is_file(follow_symlinks=False):
        return Refused(shown, "device", "It is a device or pipe, not a file.")
    return Listed(each.path, name)
