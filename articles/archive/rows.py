"""Rows of the big tables, as they are loaded."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from articles.database.matching import Entry
from articles.database.tracked import PRINTED
from articles.models.article import POSITIONS_A_MINUTE

if TYPE_CHECKING:
    from articles.dumps.assuming import Evidence
    from articles.dumps.records import Moment

DOCUMENT: Final = (
    "id",
    "sha256",
    "size",
    "data",
    "encoding",
    "confidence",
    "how",
    "format",
    "parser_version",
    "spans",
    "undecodable",
    "problems",
    "records",
)
APPEARANCE: Final = (
    "id",
    "document_id",
    "index",
    "place",
    "article_id",
    "batch_id",
    "file",
    "rank",
    "source",
    "sections",
    "doubts",
)
PLACEMENT: Final = ("id", "article_id", "section_id", "source_id", "position")
ARTICLE: Final = ("id", "key", "shown_id", "removal", "removed_reason", *PRINTED)
DATE_COLUMNS: Final = frozenset(
    name for name in PRINTED if name.startswith(("printed_", "updated_"))
) | {"doubts"}


@dataclass(slots=True)
class Draft:
    """A new article while its chunk is put together."""

    pk: int
    key: bytes
    shown: int  # id of the appearance that gives the text
    rank: bytes
    evidence: Evidence
    source: int | None
    sections: set[int] = field(default_factory=set)

    @property
    def position(self) -> int:
        published = self.evidence.record.published
        minute = published.minute if published else None
        return (0 if minute is None else minute + 1) * POSITIONS_A_MINUTE + self.pk

    @property
    def precision(self) -> str:
        published = self.evidence.record.published
        return published.precision if published else ""

    def row(self) -> tuple[Any, ...]:
        values = printed_values(self.evidence, self.source)
        values["extra"] = json.dumps(values["extra"], ensure_ascii=False)
        return (
            self.pk,
            self.key,
            self.shown,
            "",
            "",
            *(values[name] for name in PRINTED),
        )

    def entry(self) -> Entry:
        record = self.evidence.record
        headline = record.headline
        if record.print_headline:
            headline = f"{headline}\n{record.print_headline}"
        return Entry(
            position=self.position,
            headline=headline,
            byline=record.byline,
            body=record.body,
            former="",
            sections=tuple(self.sections),
            source=self.source,
        )


def printed_values(evidence: Evidence, source: int | None) -> dict[str, Any]:
    """{column: value} of all that an article shows of its evidence."""
    record = evidence.record
    return {
        "headline": record.headline,
        "print_headline": record.print_headline,
        "byline": record.byline,
        "body": record.body,
        "source_id": source,
        **_moment("printed", record.published, evidence.published_offset),
        **_moment("updated", record.updated, evidence.updated_offset),
        "doubts": " ".join(evidence.doubts),
        "url": record.url,
        "language": record.language,
        "extra": [list(pair) for pair in record.extra],
    }


def _moment(prefix: str, moment: Moment | None, offset: int | None) -> dict[str, Any]:
    return {
        f"{prefix}_raw": moment.raw if moment else "",
        f"{prefix}_precision": moment.precision if moment else "",
        f"{prefix}_minute": moment.minute if moment else None,
        f"{prefix}_second": moment.second if moment else None,
        f"{prefix}_offset": offset,
    }
