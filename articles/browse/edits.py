"""How often persons have changed an article, and the last time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.timezone import localtime

from articles.browse.wording import day_of
from articles.models import Change, Version
from articles.models.version import MACHINE_KINDS

if TYPE_CHECKING:
    from articles.models import Article

_COLUMNS: Final = (
    "change",
    "change__kind",
    "change__at",
    "change__reason",
    "change__by__first_name",
    "change__by__last_name",
    "change__by__username",
)
OUTSIDE: Final = "outside the editors’ desk"


@dataclass(frozen=True, slots=True)
class Edits:
    """What the record below an article says; `version` is the number of the present."""

    number: int
    version: int
    title: str
    day: str  # of the last edit, or of the import that gave the text
    iso: str
    rest: str  # of the sentence: who, and why


def edits_of(article: Article) -> Edits:
    """Count an article's changes by one query: those of imports are no edits."""
    changes = {
        row.change: row
        for row in Version.objects.filter(article=article.pk)
        .order_by("pk")
        .values_list(*_COLUMNS, named=True)
    }
    edits = [row for row in changes.values() if row.change__kind not in MACHINE_KINDS]
    if not edits:
        return _never(article, version=len(changes))
    number, last = len(edits), edits[-1]
    at = localtime(last.change__at)
    name = full_name(
        last.change__by__first_name,
        last.change__by__last_name,
        last.change__by__username,
    )
    return Edits(
        number=number,
        version=len(changes),
        title="Edited once" if number == 1 else f"Edited {number:,} times",
        day=day_of(at),
        iso=at.date().isoformat(),
        rest=who_and_why(last.change__kind, name, last.change__reason),
    )


def who_and_why(kind: str, name: str, reason: str) -> str:
    """The end of a sentence that begins with a day."""
    who = f" by {name}" if name else ""
    if kind == Change.Kind.DIRECT:
        who = f", {OUTSIDE}"
    reason = reason.strip()
    if reason:
        return f"{who}: {reason}" if reason[-1] in ".!?…" else f"{who}: {reason}."
    return f"{who}." if kind == Change.Kind.DIRECT else f"{who}. No reason was given."


def full_name(first: str | None, last: str | None, username: str | None) -> str:
    """The name of an editor; nothing when nobody is known."""
    return f"{first or ''} {last or ''}".strip() or username or ""


def _never(article: Article, *, version: int) -> Edits:
    at = localtime(article.shown.batch.started_at) if article.shown else None
    return Edits(
        number=0,
        version=version,
        title="Never edited",
        day=day_of(at) if at else "",
        iso=at.date().isoformat() if at else "",
        rest="",
    )
