"""Which text a known article shows when another of its texts arrives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from articles.archive.editing import settled_by, without
from articles.archive.identity import have_equal_text
from articles.archive.rows import DATE_COLUMNS, printed_values
from articles.database.variables import part_values
from articles.models import Article, Placement, Version
from articles.models.version import MACHINE_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from articles.dumps.assuming import Evidence


@dataclass(slots=True)
class Known:
    """An article of the archive that is met again in this chunk."""

    pk: int
    rank: bytes
    is_removed: bool
    is_undone: bool  # removed by the undo of an import, of which this is the redo
    sections: set[int] = field(default_factory=set)
    new_sections: set[int] = field(default_factory=set)
    shown: int | None = None  # the appearance to show, when it is another
    evidence: Evidence | None = None
    source: int | None = None
    outcomes: list[str] = field(default_factory=list)

    def meet(
        self,
        appearance: int,
        rank: bytes,
        evidence: Evidence,
        source: int | None,
        sections: set[int],
    ) -> None:
        """Take note of one more appearance; the better text is shown."""
        if self.is_removed and not self.is_undone:
            self.outcomes.append("buried")
            return
        self.new_sections |= sections - self.sections
        is_same = have_equal_text(self.rank, rank)
        is_better = rank > self.rank
        if is_better:
            self.rank, self.shown = rank, appearance
            self.evidence, self.source = evidence, source
        if self.is_removed:
            self.is_removed = False
            self.outcomes.append("created")
            return
        self.outcomes.append("updated" if is_better and not is_same else "duplicate")


def known_articles(keys: Collection[bytes]) -> dict[bytes, Known]:
    """Those of `keys` that are in the archive."""
    found = {
        bytes(key): Known(
            pk,
            bytes(rank or b""),
            removed_at is not None,
            removal == Article.Removal.UNDO,
        )
        for part in part_values(keys)
        for pk, key, rank, removed_at, removal in Article.objects.filter(
            key__in=part
        ).values_list("pk", "key", "shown__rank", "removed_at", "removal")
    }
    by_pk = {known.pk: known for known in found.values()}
    for pks in part_values(by_pk):
        placed = Placement.objects.filter(article__in=pks)
        for article, section in placed.values_list("article_id", "section_id"):
            by_pk[article].sections.add(section)
    return found


def apply_changes(
    articles: Iterable[Known], add_outcome: Callable[[str], None]
) -> None:
    """Write new texts and sections, but nothing over what a person changed."""
    articles = list(articles)
    touched = [known.pk for known in articles if known.shown or known.new_sections]
    edited = edited_columns(touched)
    for known in articles:
        columns = edited.get(known.pk, frozenset())
        is_held = _show(known, columns)
        if "sections" not in columns:
            # One by one: the trigger completes them from the article.
            for section in sorted(known.new_sections):
                Placement.objects.create(article_id=known.pk, section_id=section)
        for outcome in known.outcomes:
            add_outcome("held" if is_held and outcome == "updated" else outcome)


def edited_columns(articles: Collection[int]) -> dict[int, frozenset[str]]:
    """{article: columns that were changed by any road but an import}."""
    edited: dict[int, frozenset[str]] = {}
    for pks in part_values(articles):
        by_persons = Version.objects.filter(article__in=pks).exclude(
            change__kind__in=MACHINE_KINDS
        )
        rows = by_persons.values_list("article_id", "old", "article__doubts")
        for article, old, doubts in rows:
            columns = edited.get(article, frozenset()) | (old.keys() - {"doubts"})
            is_settled = _settles_date(old.get("doubts", doubts), doubts)
            if is_settled or not columns.isdisjoint(DATE_COLUMNS):
                columns |= DATE_COLUMNS
            edited[article] = columns
    return edited


def _settles_date(old: str, new: str) -> bool:
    """Whether doubts changed by more than a person's choice of source or sections."""
    changed = set(old.split()) ^ set(new.split())
    return not changed <= settled_by(("source_id", "sections"))


def _show(known: Known, edited: frozenset[str]) -> bool:
    """Show the better text; True when an edit keeps part of it from being shown."""
    if known.evidence is None:
        return False
    values = printed_values(known.evidence, known.source)
    values["doubts"] = without(values["doubts"], settled_by(edited))
    article = Article.objects.get(pk=known.pk)
    present = {column: getattr(article, column) for column in values}
    changed: dict[str, Any] = {
        column: value
        for column, value in values.items()
        if value != present[column] and column not in edited
    }
    held = any(present[column] != values[column] for column in edited & values.keys())
    if article.removed_at:  # by an undo, of which this is the redo
        changed |= {"removed_at": None, "removal": "", "removed_reason": ""}
    Article.objects.filter(pk=known.pk).update(shown=known.shown, **changed)
    return held
