"""One run of the import: a heap in, a batch and its report out."""

from __future__ import annotations

import os
import socket
import time
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, Final

from django.db import DatabaseError, transaction
from django.utils import timezone

from articles.archive.catching_up import catch_up
from articles.archive.chunks import ChunkWriter
from articles.archive.errors import ImportRefusedError, ImportStoppedError
from articles.archive.filing import Filed, Options, file_member
from articles.archive.packed import (
    find_container,
    keep_container,
    leave_container,
)
from articles.archive.reporting import Report, tell_kept
from articles.database.vendor import vendor
from articles.dumps.containers import (
    Ignored,
    Member,
    Refused,
    is_container,
    show_name,
    walk,
)
from articles.models import Batch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

FIRST_CHUNK: Final = 100  # members
LARGEST_CHUNK: Final = 500  # members
CHUNK_BYTES: Final = 8_000_000
AIM_S: Final = 0.18  # seconds a transaction, so that editors can save meanwhile


def import_dumps(
    paths: Sequence[Path | str],
    options: Options,
    *,
    stdin: BinaryIO | None = None,
    progress: Callable[[Report], None] = lambda _: None,
) -> Report:
    """Import a heap; safe to run again, from any place, at any time.

    Raises ImportRefusedError when another importer runs, ImportStoppedError when the
    database cannot take more; what `progress` was told of is in the archive then.
    """
    with ExitStack() as stack:
        if not stack.enter_context(vendor().lock_import()):
            raise ImportRefusedError(_who_imports())
        stack.enter_context(vendor().importing())
        if options.is_dry_run:
            # All of it in one transaction that is taken back: the same report.
            stack.enter_context(transaction.atomic())
            stack.callback(transaction.set_rollback, True)  # noqa: FBT003
        catch_up()
        run = _Run(_start_batch(paths, options), options, progress)
        try:
            for path in paths:
                run.take(path, stdin)
            run.finish()
        except DatabaseError as error:
            raise ImportStoppedError(
                f"The database stopped the import: {error}. Mend the cause. "
                + tell_kept(run.report.files, is_dry_run=options.is_dry_run)
            ) from error
        return run.report


class _Run:
    """A batch, its report, and the members that wait for the next transaction."""

    def __init__(
        self, batch: Batch, options: Options, progress: Callable[[Report], None]
    ) -> None:
        self.options = options
        self.progress = progress
        self.report = Report(batch=None if options.is_dry_run else batch.pk)
        self.writer = ChunkWriter(batch, options)
        self.waiting: list[Filed] = []
        self.waiting_bytes = 0
        self.chunk_size = FIRST_CHUNK
        self.started = time.monotonic()

    def take(self, path: Path | str, stdin: BinaryIO | None) -> None:
        """Store all that is below one path; a container that is known is not opened."""
        members = walk([path], max_file=self.options.max_file, stdin=stdin)
        if isinstance(path, str) or not is_container(path):
            self._walk(members)
            return
        known = find_container(path, self.options)
        if known is not None:
            leave_container(known, self.report)
            return
        self._store()  # what waits is not of this container
        before = replace(self.report, problems=[*self.report.problems])
        self._walk(members)
        self._store()
        keep_container(path, self.options, self.writer.batch, before, self.report)

    def finish(self) -> None:
        self._store()
        self.writer.finish(timezone.now())

    def _walk(self, members: Iterable[Member | Refused | Ignored]) -> None:
        for member in members:
            match member:
                case Ignored():
                    self.report.ignored += 1
                case Refused():
                    self.writer.refuse(member)
                case Member():
                    self._take_member(member)

    def _take_member(self, member: Member) -> None:
        self.waiting.append(file_member(member, self.options))
        self.waiting_bytes += len(member.data or b"")
        is_full = len(self.waiting) >= self.chunk_size
        if is_full or self.waiting_bytes >= CHUNK_BYTES:
            self._store()

    def _store(self) -> None:
        waiting, self.waiting, self.waiting_bytes = self.waiting, [], 0
        spent_s = self.writer.store(waiting, self.report)
        fitting = int(len(waiting) * AIM_S / max(spent_s, 0.001))
        self.chunk_size = max(20, min(LARGEST_CHUNK, fitting, 2 * self.chunk_size))
        vendor().between_chunks()
        self.report.seconds = round(time.monotonic() - self.started, 3)
        self.progress(self.report)


def _start_batch(paths: Sequence[Path | str], options: Options) -> Batch:
    assumed, told = options.assumed, options.told
    said = {
        "format": told.format,
        "encoding": told.encoding,
        "source": assumed.source,
        "section": assumed.section,
        "timezone": assumed.timezone,
    }
    return Batch.objects.create(
        started_at=timezone.now(),
        process=os.getpid(),
        host=socket.gethostname(),
        paths=[show_name(str(path)) for path in paths],
        options={name: value for name, value in said.items() if value},
    )


def _who_imports() -> str:
    batch = Batch.objects.filter(finished_at=None).first()
    if batch is None:
        return "Another importer is just starting. Wait for it, then run this again."
    started = timezone.localtime(batch.started_at)
    return (
        f"Another importer is at work: process {batch.process} on {batch.host}, since "
        f"{started:%Y-%m-%d %H:%M:%S}. Wait for it, then run this again."
    )
