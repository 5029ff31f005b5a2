"""Print what dumps say, without an archive."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandParser

from articles.archive.filing import Filed, file_member, read_member
from articles.dumps.containers import Ignored, Member, Refused, walk
from articles.management.dumps import (
    add_dump_arguments,
    options_of,
    paths_of,
    standard_input,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.dumps.assuming import Evidence
    from articles.dumps.records import Moment

REJECTED = 3  # exit code
NOBODY_READS = 141  # exit code: as shells say of a closed pipe


class Command(BaseCommand):
    help = "Print one JSON object for each record of the dumps. Writes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        add_dump_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self._parse(options)
        except BrokenPipeError:  # whoever reads has seen enough: head, for one
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(NOBODY_READS)

    def _parse(self, options: dict[str, Any]) -> None:
        run = options_of(options)
        is_rejected = is_read = False
        for found in walk(
            paths_of(options["paths"]), max_file=run.max_file, stdin=standard_input()
        ):
            match found:
                case Ignored():
                    continue
                case Refused():
                    is_rejected = True
                    self._print(_rejected(found.file, None, found.reason, found.code))
                case Member():
                    is_read = True
                    filed = read_member(file_member(found, run), run)
                    is_rejected |= any(p.is_rejection for p in filed.problems)
                    for line in _lines(filed):
                        self._print(line)
                    for loss in (p for p in filed.problems if not p.is_rejection):
                        self.stderr.write(f"{found.file}:{loss.line}: {loss.reason}")
        if is_rejected:
            sys.exit(REJECTED if is_read else 1)

    def _print(self, line: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(line, ensure_ascii=False))


def _lines(filed: Filed) -> Iterator[dict[str, Any]]:
    file = filed.member.file
    for evidence in filed.evidence:
        yield _record(filed, evidence)
    for problem in (p for p in filed.problems if p.is_rejection):
        yield _rejected(file, problem.line, problem.reason, problem.code)


def _record(filed: Filed, evidence: Evidence) -> dict[str, Any]:
    record, reading = evidence.record, filed.reading
    assert reading is not None
    return {
        "file": filed.member.file,
        "index": record.index,
        "format": reading.format,
        "encoding": reading.encoding,
        "headline": record.headline or None,
        "print_headline": record.print_headline or None,
        "byline": record.byline or None,
        "source": evidence.source or None,
        "published": _iso(record.published),
        "updated": _iso(record.updated),
        "precision": (record.published.precision if record.published else "") or None,
        "doubts": list(evidence.doubts),
        "sections": list(evidence.sections),
        "url": record.url or None,
        "language": record.language or None,
        "extra": dict(record.extra),
        "paragraphs": list(record.paragraphs),
    }


def _rejected(file: str, line: int | None, reason: str, code: str) -> dict[str, Any]:
    return {"file": file, "line": line, "reason": reason, "code": code}


def _iso(moment: Moment | None) -> str | None:
    return moment.iso if moment else None
