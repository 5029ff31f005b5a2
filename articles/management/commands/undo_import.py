"""Take an import back."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.archive.errors import ArchiveError
from articles.archive.undoing import Undo, plan_undo, undo_import
from articles.models import Batch


class Command(BaseCommand):
    help = "Take back what an import brought. Importing the same again is the redo."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("batch", type=int, metavar="BATCH", help="its number")
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *args: Any, **options: Any) -> None:
        batch = Batch.objects.filter(pk=options["batch"]).first()
        if batch is None:
            raise CommandError(
                f"There is no batch {options['batch']}. The admin lists them all."
            )
        self.stdout.write("To be undone: " + _sentence(batch, plan_undo(batch)))
        if not options["yes"] and not self._is_confirmed():
            raise CommandError("Nothing was changed.")
        try:
            undone = undo_import(batch)
        except ArchiveError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(_sentence(batch, undone))

    def _is_confirmed(self) -> bool:
        try:
            return input("Undo it? Type yes: ").strip().lower() == "yes"
        except EOFError:
            return False


def _sentence(batch: Batch, undo: Undo) -> str:
    articles = "article" if undo.removed == 1 else "articles"
    return (
        f"Batch {batch.pk}: {undo.removed:,} {articles} removed, "
        f"{undo.kept_because_edited:,} kept because a person changed them, "
        f"{undo.kept_because_elsewhere:,} kept because they are elsewhere too."
    )
