"""Containers that a batch has read whole: met again, they need not be opened."""

from __future__ import annotations

import hashlib
from dataclasses import astuple
from typing import TYPE_CHECKING, Final

from articles.archive.identity import place_of
from articles.dumps.reading import PARSER_VERSION
from articles.models import Container

if TYPE_CHECKING:
    from pathlib import Path

    from articles.archive.filing import Options
    from articles.archive.reporting import Report
    from articles.models import Batch

FEWEST: Final = 100  # files; of fewer the walk is as quick


def find_container(path: Path, options: Options) -> Container | None:
    """The container at `path`, if it was read whole, and in the same way, before."""
    if not Container.objects.filter(size=path.stat().st_size).exists():
        return None
    return Container.objects.filter(
        sha256=_digest(path), way=_way(path, options)
    ).first()


def leave_container(known: Container, report: Report) -> None:
    """Report all that is in a known container as it was, and as unchanged."""
    report.files += known.files
    report.ignored += known.ignored
    report.bytes += known.bytes
    report.add("unchanged", known.records)


def keep_container(
    path: Path, options: Options, batch: Batch, before: Report, after: Report
) -> None:
    """Remember a container that gave no problem, by what it added."""
    files = after.files - before.files
    is_whole = len(after.problems) == len(before.problems)
    if files < FEWEST or not is_whole:
        return
    Container.objects.get_or_create(
        sha256=_digest(path),
        way=_way(path, options),
        defaults={
            "size": path.stat().st_size,
            "batch": batch,
            "files": files,
            "ignored": after.ignored - before.ignored,
            "records": after.records - before.records,
            "bytes": after.bytes - before.bytes,
        },
    )


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def _way(path: Path, options: Options) -> int:
    """A digest of how a container is read: its name may say what folder is left out."""
    said = (*astuple(options.told), *astuple(options.assumed), str(options.max_file))
    return place_of(path.name, str(PARSER_VERSION), said)
