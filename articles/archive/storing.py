"""Writes one chunk of a heap: documents, appearances, articles, index, counts."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from isal import isal_zlib

from articles.archive import rows
from articles.archive.counting import Tally
from articles.archive.identity import have_equal_text, key_of, rank_of
from articles.archive.rows import Draft
from articles.archive.shown import Known, apply_changes, known_articles
from articles.database import index
from articles.database.vendor import vendor
from articles.dumps.ledger import encode_spans
from articles.dumps.reading import PARSER_VERSION
from articles.models import Appearance, Article, Batch, Document, Placement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.db.models import Model

    from articles.archive.filing import Filed
    from articles.archive.naming import Names
    from articles.archive.reporting import Report
    from articles.dumps.assuming import Evidence


@dataclass(frozen=True, slots=True)
class Arrival:
    """One record that may be new to the archive, and the document it stands in."""

    filed: Filed
    evidence: Evidence
    document: int
    key: bytes
    rank: bytes


@dataclass(slots=True)
class Chunk:
    """The rows of one transaction while they are put together."""

    batch: Batch
    sources: Names
    sections: Names
    report: Report
    drafts: dict[bytes, Draft] = field(default_factory=dict)
    known: dict[bytes, Known] = field(default_factory=dict)
    appearances: list[tuple[Any, ...]] = field(default_factory=list)


def store_documents(new: Sequence[Filed]) -> dict[bytes, int]:
    """Keep the bytes of members that are not in the archive yet; {sha256: id}."""
    ids = vendor().allocate_ids(table_of(Document), len(new))
    documents = {filed.member.sha256: pk for filed, pk in zip(new, ids, strict=True)}
    vendor().load(
        table_of(Document),
        rows.DOCUMENT,
        (
            (pk, filed.member.sha256, filed.member.size, *_document_values(filed))
            for filed, pk in zip(new, ids, strict=True)
        ),
    )
    return documents


def fill_document(pk: int, filed: Filed) -> None:
    """Keep the bytes of a document of which only the digest was known."""
    values = dict(zip(rows.DOCUMENT[3:], _document_values(filed), strict=True))
    values |= {name: json.loads(values[name]) for name in ("undecodable", "problems")}
    Document.objects.filter(pk=pk).update(**values)


def _document_values(filed: Filed) -> tuple[Any, ...]:
    """The columns of a document after its size, in the order of rows.DOCUMENT."""
    reading = filed.reading
    assert reading is not None
    data = filed.member.data
    return (
        None if data is None else isal_zlib.compress(data, 1),
        reading.encoding,
        reading.confidence,
        reading.how,
        reading.format,
        PARSER_VERSION,
        encode_spans(reading.spans),
        json.dumps([(offset, raw.hex()) for offset, raw in reading.undecodable]),
        json.dumps([(p.line, p.code, p.reason) for p in reading.problems]),
        len(reading.records),
    )


def store_records(chunk: Chunk, read: Sequence[tuple[Filed, int]]) -> None:
    """Store the records of members, given with the ids of their documents."""
    arrivals = list(_arrivals(read))
    chunk.known = known_articles({arrival.key for arrival in arrivals})
    appearance_ids = vendor().allocate_ids(table_of(Appearance), len(arrivals))
    article_ids = iter(
        vendor().allocate_ids(
            table_of(Article),
            len({arrival.key for arrival in arrivals} - chunk.known.keys()),
        )
    )
    for arrival, pk in zip(arrivals, appearance_ids, strict=True):
        _store_record(chunk, arrival, pk, article_ids)
    _load_new(chunk)
    apply_changes(chunk.known.values(), chunk.report.add)


def table_of(model: type[Model]) -> str:
    return model._meta.db_table


def _arrivals(read: Sequence[tuple[Filed, int]]) -> Iterator[Arrival]:
    for filed, document in read:
        for evidence in filed.evidence:
            yield Arrival(
                filed, evidence, document, key_of(evidence.record), rank_of(evidence)
            )


def _store_record(
    chunk: Chunk, arrival: Arrival, pk: int, article_ids: Iterator[int]
) -> None:
    evidence = arrival.evidence
    source = chunk.sources.find(evidence.source) if evidence.source else None
    sections = {chunk.sections.find(name) for name in evidence.sections}
    known = chunk.known.get(arrival.key)
    if known is not None:
        known.meet(pk, arrival.rank, evidence, source, sections)
        article = known.pk
    else:
        article = _draft(chunk, arrival, pk, source, article_ids).pk
        chunk.drafts[arrival.key].sections |= sections
    chunk.appearances.append(_appearance(chunk, arrival, pk, article))


def _draft(
    chunk: Chunk,
    arrival: Arrival,
    pk: int,
    source: int | None,
    article_ids: Iterator[int],
) -> Draft:
    draft = chunk.drafts.get(arrival.key)
    if draft is None:
        draft = Draft(
            next(article_ids), arrival.key, pk, arrival.rank, arrival.evidence, source
        )
        chunk.drafts[arrival.key] = draft
        chunk.report.add("created")
        return draft
    is_same = have_equal_text(draft.rank, arrival.rank)
    is_better = arrival.rank > draft.rank
    if is_better:
        draft.shown, draft.rank = pk, arrival.rank
        draft.evidence, draft.source = arrival.evidence, source
    chunk.report.add("updated" if is_better and not is_same else "duplicate")
    return draft


def _appearance(
    chunk: Chunk, arrival: Arrival, pk: int, article: int
) -> tuple[Any, ...]:
    evidence = arrival.evidence
    return (
        pk,
        arrival.document,
        evidence.record.index,
        arrival.filed.place,
        article,
        chunk.batch.pk,
        arrival.filed.member.file,
        arrival.rank,
        evidence.source,
        json.dumps(evidence.sections, ensure_ascii=False),
        " ".join(evidence.doubts),
    )


def _load_new(chunk: Chunk) -> None:
    drafts = sorted(chunk.drafts.values(), key=lambda draft: draft.position)
    placements = [(draft, section) for draft in drafts for section in draft.sections]
    ids = vendor().allocate_ids(table_of(Placement), len(placements))
    load = vendor().load
    load(
        table_of(Article),
        rows.ARTICLE,
        (draft.row() for draft in sorted(drafts, key=lambda draft: draft.pk)),
    )
    load(table_of(Appearance), rows.APPEARANCE, chunk.appearances)
    load(
        table_of(Placement),
        rows.PLACEMENT,
        (
            (pk, draft.pk, section, draft.source, draft.position)
            for pk, (draft, section) in zip(ids, placements, strict=True)
        ),
    )
    index.add(draft.entry() for draft in drafts)
    tally = Tally()
    for draft in drafts:
        tally.count(draft.position, draft.precision, draft.source, draft.sections)
    tally.keep()
