"""Prove that the archive is whole."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from articles.archive.verifying import Verdict, verify_archive

MOST_PRINTED = 50  # differences


class Command(BaseCommand):
    help = "Compare rows, placements, counts, search index and kept bytes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--json", action="store_true", help="print one line of JSON"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        verdict = verify_archive(self._show)
        if options["json"]:
            self.stdout.write(_json(verdict))
        else:
            self._print(verdict)
        if not verdict.ok:
            sys.exit(1)

    def _show(self, articles: int) -> None:
        if sys.stderr.isatty():
            self.stderr.write(f"\r{articles:,} articles", ending="")

    def _print(self, verdict: Verdict) -> None:
        for difference in verdict.differs[:MOST_PRINTED]:
            self.stderr.write(f"{difference.what} {difference.id}: {difference.code}")
        more = len(verdict.differs) - MOST_PRINTED
        if more > 0:
            self.stderr.write(f"… and {more:,} more; --json lists all.")
        if verdict.not_replayed:
            self.stdout.write(
                f"{verdict.not_replayed:,} documents were read by another version of "
                "the parser and were not read again."
            )
        state = "is whole" if verdict.ok else "differs"
        self.stdout.write(
            f"The archive {state}: {verdict.articles:,} articles, root {verdict.root}"
        )


def _json(verdict: Verdict) -> str:
    return json.dumps(
        {
            "ok": verdict.ok,
            "root": verdict.root,
            "articles": verdict.articles,
            "differs": [asdict(difference) for difference in verdict.differs],
        },
        ensure_ascii=False,
    )
