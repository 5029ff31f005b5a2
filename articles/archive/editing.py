"""Changes by persons: atomic, with who and why, and never over another's in silence."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.db import transaction

from articles.archive.catching_up import catch_up
from articles.archive.errors import ArchiveError
from articles.database import changing
from articles.models import Article, Change, Placement, Section, Version
from articles.models.listing import DATE_DOUBTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from django.contrib.auth.models import User

TEXTS: Final = ("headline", "print_headline", "byline", "body")
DATE: Final = (
    "printed_minute",
    "printed_second",
    "printed_precision",
    "printed_offset",
)
COLUMNS: Final = (*TEXTS, *DATE, "source_id", "doubts")

DATE_SETTLES: Final = frozenset({*DATE_DOUBTS, "offset-assumed", "unreadable"})
SOURCE_SETTLES: Final = frozenset({"source-assumed"})
SECTIONS_SETTLE: Final = frozenset({"section-assumed", "section-from-folder"})


class EditingError(ArchiveError):
    """A change that was not made."""


class Stale(EditingError):  # noqa: N818  a state, not a mistake
    """The article has changed since the form was made; nothing was written."""

    def __init__(self, now: State, last: Change | None) -> None:
        super().__init__(
            f"{who_made(last)} changed this article while you were writing. "
            "Nothing was overwritten."
        )
        self.now = now


class ReasonMissing(EditingError):  # noqa: N818
    """Text or date would change without a reason."""

    def __init__(self) -> None:
        super().__init__(
            "Say why the text or the date changes: readers see the reason."
        )


@dataclass(frozen=True, slots=True)
class State:
    """What an editor can change of an article, and the version it had then.

    `values` holds the columns in COLUMNS, and "sections" as ascending ids.
    """

    version: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Edited:
    """What a save did; without a difference there is no change."""

    change: Change | None
    fields: tuple[str, ...]


@contextmanager
def change(
    *,
    by: User | None = None,
    reason: str = "",
    kind: str = Change.Kind.EDIT,
) -> Iterator[Change]:
    """Make everything written in this block one change: all of it or nothing."""
    with transaction.atomic():
        noted = Change.objects.create(kind=kind, by=by, reason=reason)
        with changing.noting(noted.pk):
            yield noted
        catch_up()


def edit_article(
    article_id: int,
    values: Mapping[str, Any],
    *,
    by: User | None,
    reason: str,
    seen: int,
) -> Edited:
    """Write the values that differ, or raise Stale when `seen` is no longer newest.

    `values` is keyed as in State; keys that are left out stay as they are.
    """
    with transaction.atomic():
        now = state_now(article_id, lock=True)
        if now.version != seen:
            raise Stale(now, last_change(article_id))
        new = differing(now, values)
        if needs_reason(new) and not reason.strip():
            raise ReasonMissing
        if not new:
            return Edited(None, ())
        with change(by=by, reason=reason.strip()) as noted:
            _write(article_id, new)
    return Edited(noted, tuple(sorted(new)))


def state_now(article_id: int, *, lock: bool = False) -> State:
    """The present state; a locked one stays as it is until the transaction ends."""
    rows = Article.objects.filter(pk=article_id)
    if lock:
        rows = rows.select_for_update()  # SQLite: writing transactions begin IMMEDIATE
    values: dict[str, Any] = dict(rows.values(*COLUMNS).get())
    placed = Placement.objects.filter(article=article_id).order_by("section_id")
    values["sections"] = tuple(placed.values_list("section_id", flat=True))
    newest = Version.objects.filter(article=article_id).order_by("-pk")
    return State(newest.values_list("pk", flat=True).first() or 0, values)


def state_at(article_id: int, version: int) -> State:
    """The state in which `version` was the newest."""
    values = dict(state_now(article_id).values)
    later = Version.objects.filter(article=article_id, pk__gt=version).order_by("-pk")
    for old in later.values_list("old", flat=True):
        if "sections" in old:
            values["sections"] = _section_ids(old["sections"])
        values |= {column: old[column] for column in COLUMNS if column in old}
    return State(version, values)


def differing(now: State, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that are not as they were, and the doubts that they leave."""
    new = {name: value for name, value in values.items() if value != now.values[name]}
    kept = without(str(new.get("doubts", now.values["doubts"])), settled_by(new))
    return new if kept == now.values["doubts"] else new | {"doubts": kept}


def without_date_doubts(doubts: str) -> str:
    """The codes that remain when an editor says that the date is right."""
    return without(doubts, DATE_SETTLES)


def without(doubts: str, settled: frozenset[str]) -> str:
    """The codes that are not settled."""
    return " ".join(code for code in doubts.split() if code not in settled)


def settled_by(columns: Collection[str]) -> frozenset[str]:
    """The doubts that an editor answers by giving these columns, or "sections"."""
    settled: frozenset[str] = frozenset()
    if any(column in columns for column in DATE):
        settled |= DATE_SETTLES
    if "source_id" in columns:
        settled |= SOURCE_SETTLES
    if "sections" in columns:
        settled |= SECTIONS_SETTLE
    return settled


def needs_reason(new: Mapping[str, Any]) -> bool:
    """Whether text or date are among the new values."""
    return not new.keys().isdisjoint((*TEXTS, *DATE))


def last_change(article_id: int) -> Change | None:
    """The newest change of an article."""
    newest = Version.objects.filter(article=article_id).order_by("-pk")
    version = newest.select_related("change__by").first()
    return version.change if version else None


def who_made(change: Change | None) -> str:
    """A name for the beginning of a sentence."""
    if change is None or change.kind == Change.Kind.DIRECT:
        return "Somebody outside the editors' desk"
    if change.by is None:
        return "Somebody" if change.is_by_person else "An import"
    return change.by.get_full_name() or change.by.get_username()


def _write(article_id: int, new: Mapping[str, Any]) -> None:
    columns = {name: value for name, value in new.items() if name != "sections"}
    if columns:
        Article.objects.filter(pk=article_id).update(**columns)
    if "sections" in new:
        _place(article_id, new["sections"])


def _place(article_id: int, sections: Sequence[int]) -> None:
    placed = Placement.objects.filter(article=article_id)
    placed.exclude(section__in=sections).delete()
    there = set(placed.values_list("section_id", flat=True))
    Placement.objects.bulk_create(
        Placement(article_id=article_id, section_id=section)
        for section in sections
        if section not in there
    )


def _section_ids(names: Sequence[str]) -> tuple[int, ...]:
    """Ids of sections by name; one that has another name by now is left out."""
    found = Section.objects.filter(name__in=names).order_by("pk")
    return tuple(found.values_list("pk", flat=True))
