"""Reads the kept bytes of a file again, as the run that brought it did."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from articles.archive.filing import Options, file_member, read_member
from articles.dumps.assuming import Assumed
from articles.dumps.containers import Member
from articles.dumps.records import Told
from articles.models import Document

if TYPE_CHECKING:
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
    is_told = document.how == Document.How.TOLD
    options = Options(
        told=Told(
            format=said.get("format", ""),
            encoding=document.encoding if is_told else "",
        ),
        assumed=Assumed(
            said.get("source", ""), said.get("section", ""), said.get("timezone", "")
        ),
    )
    member = Member(
        file=appearance.file,
        path=path_of(appearance.file),
        data=zlib.decompress(document.data),
        size=document.size,
        sha256=bytes(document.sha256),
    )
    evidence = read_member(file_member(member, options), options).evidence
    return {each.record.index: each for each in evidence}


def path_of(file: str) -> str:
    """The path of a reported file below its heap, whatever it is packed in.

    >>> path_of("1989/may.zip!a/b.tar!c.txt"), path_of("a/b.txt")
    ('1989/a/c.txt', 'a/b.txt')
    """
    *containers, name = file.split("!")
    folders = [container[: container.rfind("/") + 1] for container in containers]
    return "".join([*folders, name])
