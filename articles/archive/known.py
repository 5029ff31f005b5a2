"""What of a chunk is in the archive already."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from articles.archive.filing import told_as_read
from articles.dumps.records import Problem
from articles.models import Appearance, Document

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from articles.dumps.records import Told


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document of the archive whose bytes are met again."""

    pk: int
    encoding: str
    how: str
    format: str
    has_data: bool
    records: int
    problems: tuple[Problem, ...]

    @property
    def as_read(self) -> Told:
        return told_as_read(self.format, self.encoding, self.how)

    def contradicts(self, told: Told) -> Problem | None:
        """Why these bytes are not read again in the way that the librarian says."""
        if told.encoding and not _same_codec(told.encoding, self.encoding):
            read_as = self.encoding
        elif told.format and told.format != self.format:
            read_as = self.format
        else:
            return None
        return Problem(
            None,
            "read-otherwise",
            f"These bytes are in the archive, read as {read_as}. They were not read "
            "again: one file has one reading.",
        )


def known_documents(digests: Collection[bytes]) -> dict[bytes, KnownDocument]:
    """{sha256: document} of those that are in the archive."""
    columns = (
        *("pk", "sha256", "size", "encoding", "how", "format", "spans"),
        *("records", "problems"),
    )
    rows = Document.objects.filter(sha256__in=digests).values(*columns)
    return {bytes(row["sha256"]): _known(row) for row in rows}


def known_places(documents: Iterable[int]) -> set[tuple[int, int]]:
    """(document, place) of every appearance of these documents."""
    return set(
        Appearance.objects.filter(document__in=list(documents)).values_list(
            "document_id", "place"
        )
    )


def _known(row: Mapping[str, Any]) -> KnownDocument:
    return KnownDocument(
        row["pk"],
        encoding=row["encoding"],
        how=row["how"],
        format=row["format"],
        has_data=row["size"] == 0 or bool(row["spans"]),
        records=row["records"],
        problems=tuple(Problem(*problem) for problem in row["problems"]),
    )


def _same_codec(name: str, other: str) -> bool:
    try:
        return codecs.lookup(name).name == codecs.lookup(other).name
    except LookupError:
        return name == other
