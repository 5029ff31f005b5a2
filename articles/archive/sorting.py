"""Sorts the members of a chunk: new bytes, known bytes, known places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.archive.filing import Filed, Options, read_member
from articles.archive.known import known_places

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from articles.archive.known import KnownDocument
    from articles.dumps.records import Problem


class SortedChunk:
    """The members of a chunk by what is to be done with them.

    `new` are read and their bytes kept; `filled` are read, and the bytes kept of
    documents that had only a digest; `read` are all whose records may be new;
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
        self._met: dict[bytes, set[int]] = {}
        for filed in files:
            self._sort(filed)

    def _sort(self, filed: Filed) -> None:
        sha256, place = filed.member.sha256, filed.place
        document = self.known.get(sha256)
        places = self._met.setdefault(sha256, set())
        is_met = bool(places)
        is_here = place in places
        places.add(place)
        if is_here:
            return self._leave(filed, self._records_met(sha256))
        if document is None:
            return self._read(filed, self.new if not is_met else None)
        if not document.has_data and filed.member.data is not None:
            return self._read(filed, self.filled if not is_met else None)
        refusal = document.contradicts(self._options.told)
        if refusal:
            self.problems.append((filed, refusal))
        if not document.has_data or (document.pk, place) in self._places or refusal:
            self.problems += [(filed, problem) for problem in document.problems]
            return self._leave(filed, document.records)
        return self._read(filed, None)

    def _leave(self, filed: Filed, records: int) -> None:
        self.unchanged.append((filed, records))

    def _read(self, filed: Filed, kept: list[Filed] | None) -> None:
        """Read a member; `kept` collects it when its bytes are to be kept."""
        filed = read_member(filed, self._options)
        if kept is not None:
            kept.append(filed)
        self.read.append(filed)
        self.problems += [(filed, problem) for problem in filed.problems]

    def _records_met(self, sha256: bytes) -> int:
        return next(
            len(filed.evidence) for filed in self.read if filed.member.sha256 == sha256
        )
