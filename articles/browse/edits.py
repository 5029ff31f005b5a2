"""How often persons have changed an article, and the last time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.db.models import Case, Count, Q, When, Window
from django.utils.timezone import localtime

from articles.browse.wording import day_of
from articles.models import Change, Version

if TYPE_CHECKING:
    from articles.models import Article

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
    changes = (
        Change.objects.filter(
            pk__in=Version.objects.filter(article=article.pk).values("change")
        )
        .annotate(
            version=Window(Count("pk")),
            imports=Window(Count("pk", filter=Q(kind=Change.Kind.IMPORT))),
            is_import=Case(When(kind=Change.Kind.IMPORT, then=1), default=0),
        )
        .order_by("is_import", "-pk")
    )
    last = changes.select_related("by").first()
    if last is None or last.version == last.imports:
        return _never(article, version=last.version if last else 0)
    number = last.version - last.imports
    at = localtime(last.at)
    return Edits(
        number=number,
        version=last.version,
        title="Edited once" if number == 1 else f"Edited {number:,} times",
        day=day_of(at),
        iso=at.date().isoformat(),
        rest=who_and_why(last),
    )


def who_and_why(change: Change) -> str:
    """The end of a sentence that begins with a day."""
    who = ""
    if change.kind == Change.Kind.DIRECT:
        who = f", {OUTSIDE}"
    elif change.by is not None:
        who = f" by {name_of(change)}"
    reason = change.reason.strip()
    if reason:
        return f"{who}: {reason}" if reason[-1] in ".!?…" else f"{who}: {reason}."
    return f"{who}." if who.startswith(",") else f"{who}. No reason was given."


def name_of(change: Change) -> str:
    """The name of the person who made a change; nothing when nobody is known."""
    if change.by is None:
        return ""
    return change.by.get_full_name() or change.by.get_username()


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
