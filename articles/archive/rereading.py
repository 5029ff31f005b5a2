"""Reads the kept bytes of a file again, as the run that brought it did."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

from articles.archive.filing import (
    Options,
    file_member,
    read_member,
    told_as_read,
)
from articles.dumps.assuming import Assumed
from articles.dumps.containers import Member

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.dumps.assuming import Evidence
    from articles.models import Appearance


def evidence_of(appearance: Appearance) -> Evidence | None:
    """What the appearance printed, or None when its bytes are not kept."""
    return read_again(appearance).get(appearance.index)


def read_again(appearance: Appearance) -> dict[int, Evidence]:
    """{index: record} of the file of an appearance, where that stood."""
    document, said = appearance.document, appearance.batch.options
    if document.data is None:
        return {}
    options = Options(
        told=told_as_read(document.format, document.encoding, document.how),
        assumed=Assumed(
            said.get("source", ""), said.get("section", ""), said.get("timezone", "")
        ),
    )
    data, sha256 = zlib.decompress(document.data), bytes(document.sha256)
    for path in possible_paths(appearance.file):
        member = Member(appearance.file, path, data, document.size, sha256)
        filed = file_member(member, options)
        if filed.place == appearance.place:
            evidence = read_member(filed, options).evidence
            return {each.record.index: each for each in evidence}
    return {}


def possible_paths(file: str) -> Iterator[str]:
    """Yield the paths below its heap that a reported file may have.

    Each "!" may end the name of a container, or be part of a name.

    >>> list(possible_paths("1989/may.zip!a/b.txt"))
    ['1989/may.zip!a/b.txt', '1989/a/b.txt']
    """
    yield file
    for mark in re.finditer("!", file):
        folder = file[: file.rfind("/", 0, mark.start()) + 1]
        for path in possible_paths(file[mark.end() :]):
            yield folder + path
