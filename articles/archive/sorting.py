"""Sorts the members of a chunk: new bytes, known bytes, known places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from articles.archive.filing import Filed, Options, read_member
from articles.archive.known import known_places

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from articles.archive.known import KnownDocument
    from articles.dumps.records import Problem


class SortedChunk:
    """The members of a chunk by what is to be done with them.

    `new` are read and their bytes kept; `filled` are read, and their bytes or their
    reading kept in a document that had none; `read` are all whose records may be new;
    `unchanged` are (member, records) that stand where they stood; `problems` are
    (member, problem) of any of them.
    """

    def __init__(
        self,
        files: Sequence[Filed],
        known: Mapping[bytes, KnownDocument],
        options: Options,
    ) -> None:
        self.files = files
        self.known = known
        self.new: list[Filed] = []
        self.filled: list[Filed] = []
        self.read: list[Filed] = []
        self.unchanged: list[tuple[Filed, int]] = []
        self.problems: list[tuple[Filed, Problem]] = []
        self._options = options
        self._places = known_places(document.pk for document in known.values())
        self._met: dict[tuple[bytes, int], int] = {}  # how many records
        self._kept: set[bytes] = set()
        for filed in files:
            self._sort(filed)

    def _sort(self, filed: Filed) -> None:
        sha256, place = filed.member.sha256, filed.place
        document = self.known.get(sha256)
        if (sha256, place) in self._met:
            return self._leave(filed, self._met[sha256, place])
        if document is None or not document.records:
            return self._read_anew(filed, document)
        refusal = document.contradicts(self._options.told)
        if refusal:
            self.problems.append((filed, refusal))
        if refusal or (document.pk, place) in self._places:
            self.problems += [(filed, problem) for problem in document.problems]
            return self._leave(filed, document.records)
        self._read(filed, replace(self._options, told=document.as_read))
        return None

    def _leave(self, filed: Filed, records: int) -> None:
        self.unchanged.append((filed, records))
        self._met[filed.member.sha256, filed.place] = records

    def _read(self, filed: Filed, options: Options) -> Filed:
        filed = read_member(filed, options)
        self.read.append(filed)
        self.problems += [(filed, problem) for problem in filed.problems]
        self._met[filed.member.sha256, filed.place] = len(filed.evidence)
        return filed

    def _read_anew(self, filed: Filed, document: KnownDocument | None) -> None:
        """Read bytes that gave no record yet, and keep them once."""
        filed = self._read(filed, self._options)
        if filed.member.sha256 in self._kept:
            return
        if document is None:
            self.new.append(filed)
        elif filed.member.data is not None and (
            filed.evidence or not document.has_data
        ):
            self.filled.append(filed)
        else:
            return
        self._kept.add(filed.member.sha256)
