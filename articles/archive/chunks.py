"""Stores the members of a heap chunk by chunk, each in one transaction."""

from __future__ import annotations

import time
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from django.db import transaction

from articles.archive.catching_up import catch_up
from articles.archive.known import known_documents
from articles.archive.naming import Names
from articles.archive.reporting import TALLIES, Report, Trouble
from articles.archive.sorting import SortedChunk
from articles.archive.storing import (
    Chunk,
    fill_document,
    store_documents,
    store_records,
    table_of,
)
from articles.database.changing import noting
from articles.database.vendor import vendor
from articles.dumps.records import UNDECODABLE
from articles.models import Article, Change, Problem, Section, Source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from articles.archive.filing import Filed, Options
    from articles.dumps.containers import Refused
    from articles.models import Batch


class ChunkWriter:
    """Writes the chunks of one batch and keeps its tallies."""

    def __init__(self, batch: Batch, options: Options) -> None:
        self.batch = batch
        self.options = options
        self.sources = Names(Source)
        self.sections = Names(Section)
        self.refused: list[Refused] = []

    def refuse(self, refused: Refused) -> None:
        """Report this with the next chunk."""
        self.refused.append(refused)

    def store(self, waiting: Sequence[Filed], report: Report) -> float:
        """Read and store a chunk; the report moves on when it is safe in the archive.

        Returns the seconds that the transaction took.
        """
        known = known_documents({filed.member.sha256 for filed in waiting})
        chunk = SortedChunk(waiting, known, self.options)
        began = time.monotonic()
        after = replace(report, problems=[])
        with transaction.atomic():
            self._store(chunk, after)
            self._keep_tallies(after)
        for tally in (*TALLIES, "records"):
            setattr(report, tally, getattr(after, tally))
        report.problems += after.problems
        self.refused = []
        return time.monotonic() - began

    def finish(self, now: datetime) -> None:
        self.batch.finished_at = now
        self.batch.save(update_fields=["finished_at"])

    def _store(self, chunk: SortedChunk, report: Report) -> None:
        change = Change.objects.create(kind=Change.Kind.IMPORT, batch=self.batch)
        new_from = vendor().allocate_ids(table_of(Article), 1)[0]
        with noting(change.pk, new_from=new_from):
            documents = store_documents(chunk.new)
            documents |= {sha256: known.pk for sha256, known in chunk.known.items()}
            for filed in chunk.filled:
                fill_document(documents[filed.member.sha256], filed)
            store_records(
                Chunk(self.batch, self.sources, self.sections, report),
                [(filed, documents[filed.member.sha256]) for filed in chunk.read],
            )
            self.sources.keep()
            self.sections.keep()
        self._report_files(chunk, documents, report)
        catch_up()

    def _report_files(
        self, chunk: SortedChunk, documents: dict[bytes, int], report: Report
    ) -> None:
        rows: list[tuple[int | None, Trouble]] = []
        for refused in self.refused:
            trouble = Trouble(refused.file, None, refused.reason, refused.code)
            rows.append((None, trouble))
        for filed in chunk.files:
            report.files += 1
            report.bytes += filed.member.size
        for _, records in chunk.unchanged:
            report.add("unchanged", records)
        for filed, problem in chunk.problems:
            trouble = Trouble(
                filed.member.file, problem.line, problem.reason, problem.code
            )
            rows.append((documents.get(filed.member.sha256), trouble))
        report.rejected += sum(trouble.code != UNDECODABLE for _, trouble in rows)
        report.problems += [trouble for _, trouble in rows]
        Problem.objects.bulk_create(
            Problem(batch=self.batch, document_id=document, **asdict(trouble))
            for document, trouble in rows
        )

    def _keep_tallies(self, report: Report) -> None:
        for tally in TALLIES:
            setattr(self.batch, tally, getattr(report, tally))
        self.batch.save(update_fields=TALLIES)
