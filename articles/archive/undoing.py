"""Takes a batch back: what only it brought goes, what others share stays."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from articles.archive.catching_up import catch_up
from articles.archive.errors import ImportRefusedError, UndoRefusedError
from articles.archive.naming import Names
from articles.archive.rereading import evidence_of
from articles.archive.rows import printed_values
from articles.database.changing import noting
from articles.database.vendor import vendor
from articles.models import (
    Appearance,
    Article,
    Batch,
    Change,
    Container,
    Placement,
    Section,
    Source,
    Version,
)
from articles.models.version import MACHINE_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet

CHUNK: Final = 100  # articles a transaction


@dataclass(frozen=True, slots=True)
class Undo:
    """What becomes of a batch's articles."""

    removed: int
    kept_because_edited: int
    kept_because_elsewhere: int


def plan_undo(batch: Batch) -> Undo:
    """Count what undoing a batch would do; nothing is changed."""
    articles = _articles_of(batch)
    machine_made = articles.exclude(_is_edited())
    elsewhere = machine_made.filter(_is_elsewhere(batch)).count()
    removed = machine_made.count() - elsewhere
    return Undo(removed, articles.filter(_is_edited()).count(), elsewhere)


def undo_import(batch: Batch, progress: Callable[[int], None] = lambda _: None) -> Undo:
    """Take back what a batch brought; importing the same heap again is the redo.

    An article that a person changed stays as it is, with its evidence. One that stands
    in other batches too keeps those appearances and shows the best of their texts. All
    others are removed, and stay as tombstones. Interrupted, it goes on when called
    again. Raises ImportRefusedError while an importer runs, UndoRefusedError when the
    batch has been undone.
    """
    if batch.undone_at:
        raise UndoRefusedError(f"Batch {batch.pk} has been undone already.")
    with vendor().lock_import() as is_locked:
        if not is_locked:
            raise ImportRefusedError(
                "An importer is at work. Wait for it, then run this again."
            )
        outcome = plan_undo(batch)
        done = 0
        Container.objects.all().delete()  # the redo must open whichever it comes in
        while chunk := list(_articles_of(batch).exclude(_is_edited())[:CHUNK]):
            with transaction.atomic():
                _undo_articles(batch, chunk)
                catch_up()
            done += len(chunk)
            progress(done)
        Batch.objects.filter(pk=batch.pk).update(undone_at=timezone.now())
    return outcome


def _articles_of(batch: Batch) -> QuerySet[Article]:
    """The batch's articles that are in the archive."""
    brought = Appearance.objects.filter(article=OuterRef("pk"), batch=batch)
    return Article.objects.filter(Exists(brought), removed_at=None)


def _is_edited() -> Exists:
    versions = Version.objects.filter(article=OuterRef("pk"))
    return Exists(versions.exclude(change__kind__in=MACHINE_KINDS))


def _is_elsewhere(batch: Batch) -> Exists:
    return Exists(Appearance.objects.filter(~Q(batch=batch), article=OuterRef("pk")))


def _undo_articles(batch: Batch, articles: list[Article]) -> None:
    change = Change.objects.create(
        kind=Change.Kind.UNDO, batch=batch, reason=f"Import {batch.pk} was undone"
    )
    taken = Appearance.objects.filter(batch=batch, article__in=articles)
    with noting(change.pk):
        _forget_spellings(taken)
        these = Article.objects.filter(pk__in=[article.pk for article in articles])
        elsewhere = list(these.filter(_is_elsewhere(batch)))
        these.exclude(pk__in=[article.pk for article in elsewhere]).update(
            shown=None,
            removal=Article.Removal.UNDO,
            removed_at=timezone.now(),
            removed_reason=f"The import that brought it, {batch.pk}, was undone.",
        )
        for article in elsewhere:
            _show_another(article, batch)
        taken.delete()


def _forget_spellings(taken: QuerySet[Appearance]) -> None:
    sources: Counter[str] = Counter()
    sections: Counter[str] = Counter()
    for source, names in taken.values_list("source", "sections"):
        sources.update([source] if source else [])
        sections.update(names)
    Names(Source).forget(sources)
    Names(Section).forget(sections)


def _show_another(article: Article, batch: Batch) -> None:
    """Show the best of the texts that stay, and only the sections they name."""
    rest = article.appearances.exclude(batch=batch).select_related("document", "batch")
    best = max(rest, key=lambda appearance: bytes(appearance.rank))
    sections = Names(Section)
    named = {sections.known(name) for a in rest for name in a.sections}
    Placement.objects.filter(article=article).exclude(section__in=named).delete()
    if best.pk == article.shown_id:
        return
    evidence = evidence_of(best)
    values = {}
    if evidence is not None:
        source = Names(Source).known(evidence.source) if evidence.source else None
        values = printed_values(evidence, source)
    Article.objects.filter(pk=article.pk).update(shown=best, **values)
