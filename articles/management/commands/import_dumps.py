"""Import dumps into the archive."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.archive.errors import ArchiveError
from articles.archive.importing import import_dumps
from articles.archive.reporting import OUTCOMES, Report, tell_kept
from articles.management.dumps import (
    add_dump_arguments,
    options_of,
    paths_of,
    standard_input,
)
from articles.management.progress import Progress

UNREADABLE = 1  # exit code: no file could be read at all
REJECTED = 3  # exit code: something was rejected, the rest is in the archive
INTERRUPTED = 130  # exit code: as shells say of Ctrl-C
MOST_PRINTED = 20  # problems; the report has all


class Command(BaseCommand):
    help = "Import dumps into the archive. Safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        add_dump_arguments(parser)
        parser.add_argument(
            "--dry-run", action="store_true", help="report, but write nothing"
        )
        parser.add_argument(
            "--report", type=Path, metavar="FILE", help="write the outcome as JSON"
        )
        parser.add_argument(
            "--quiet", action="store_true", help="print problems and errors only"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        run = options_of(options, is_dry_run=options["dry_run"])
        paths = paths_of(options["paths"])
        _write(options["report"], "", mode="a")  # or its loss would be told at the end
        with Progress(paths, is_quiet=options["quiet"]) as progress:
            try:
                report = import_dumps(
                    paths, run, stdin=standard_input(), progress=progress.show
                )
            except ArchiveError as error:
                raise CommandError(str(error)) from error
            except KeyboardInterrupt as error:
                kept = tell_kept(progress.files, is_dry_run=run.is_dry_run)
                raise CommandError(
                    f"Interrupted. {kept}", returncode=INTERRUPTED
                ) from error
        self._print(report, options)
        if report.rejected:
            sys.exit(REJECTED if report.files else UNREADABLE)

    def _print(self, report: Report, options: dict[str, Any]) -> None:
        outcome = json.dumps(asdict(report), ensure_ascii=False) + "\n"
        _write(options["report"], outcome, mode="w")
        for problem in report.problems[:MOST_PRINTED]:
            place = ":".join(str(p) for p in (problem.file, problem.line) if p)
            self.stderr.write(f"{place}: {problem.reason}")
        more = len(report.problems) - MOST_PRINTED
        if more > 0:
            self.stderr.write(f"… and {more:,} more problems; --report lists all.")
        if not options["quiet"]:
            self.stdout.write(sentence(report))


def _write(path: Path | None, text: str, *, mode: str) -> None:
    if path is None:
        return
    try:
        with path.open(mode, encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise CommandError(
            f"The report cannot be written to {path}: {error.strerror}."
        ) from error


def sentence(report: Report) -> str:
    """The outcome in one line, such as `Batch 1: 1 file, 1 record: 1 created`."""
    name = "Dry run" if report.batch is None else f"Batch {report.batch}"
    outcomes = [
        f"{n:,} {outcome}" for outcome in OUTCOMES if (n := getattr(report, outcome))
    ]
    line = f"{name}: {_count(report.files, 'file')}, {_count(report.records, 'record')}"
    if outcomes:
        line += f": {', '.join(outcomes)}"
    if report.rejected:
        line += f"; {report.rejected:,} rejected"
    if report.ignored:
        line += f"; {report.ignored:,} ignored"
    return line


def _count(n: int, noun: str) -> str:
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"
