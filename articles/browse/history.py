"""The states an article has been in, put together from the old values it left."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from django.utils.timezone import localtime

from articles.browse.edits import OUTSIDE, full_name
from articles.browse.wording import minute_of
from articles.database.tracked import PRINTED
from articles.models import Appearance, Change, Source, Version

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from articles.models import Article, Batch

_NEW_TEXT: Final = "The import brought another text of this article."
_NEW_SECTIONS: Final = "The import found this article in other sections."


@dataclass(frozen=True, slots=True)
class State:
    """What an article said from one change to the next.

    `columns` holds PRINTED, "sections" (names, A to Z) and "source" (a name or "").
    """

    number: int  # 0 is the article as imported
    day: str
    who: str
    why: str
    columns: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Printing:
    """One file that held the article."""

    pk: int
    file: str
    source: str
    imported: str
    is_shown: bool


def printings_of(article: Article, *, most: int) -> tuple[list[Printing], Batch | None]:
    """The first files that held an article, and the import of the very first."""
    found = (
        Appearance.objects.filter(article=article)
        .select_related("batch")
        .only("file", "source", "batch")
        .order_by("pk")[:most]
    )
    printings = [
        Printing(
            pk=one.pk,
            file=one.file,
            source=one.source,
            imported=minute_of(localtime(one.batch.started_at)),
            is_shown=one.pk == article.shown_id,
        )
        for one in found
    ]
    return printings, found[0].batch if printings else None


def states_of(
    article: Article, sections: Iterable[str], batch: Batch | None
) -> tuple[State, ...]:
    """All states of an article, the present one first, by at most two queries."""
    steps = _steps_of(article)
    values = {name: getattr(article, name) for name in PRINTED}
    values["sections"] = sorted(sections)
    columns = [values]
    for _, old in steps:
        columns.append({name: old.get(name, now) for name, now in columns[-1].items()})
    names = _source_names(columns)
    whole = [_whole(values, names) for values in columns]
    numbers = range(len(steps), 0, -1)
    states = [
        _state(number, change, old, now)
        for number, (change, old), now in zip(numbers, steps, whole, strict=False)
    ]
    return (*states, _first(batch, whole[-1]))


def _steps_of(article: Article) -> list[tuple[Change, dict[str, Any]]]:
    """The changes of an article, newest first, with what each of them replaced."""
    versions = (
        Version.objects.filter(article=article.pk)
        .select_related("change__by")
        .order_by("-pk")
    )
    steps = []
    for change, group in groupby(versions, key=lambda version: version.change):
        old: dict[str, Any] = {}
        for version in group:
            old |= version.old  # the first value that a change replaced comes last
        steps.append((change, old))
    return steps


def _source_names(columns: Iterable[Mapping[str, Any]]) -> dict[int | None, str]:
    pks = {values["source_id"] for values in columns} - {None}
    return dict(Source.objects.filter(pk__in=pks).values_list("pk", "name"))


def _whole(
    values: Mapping[str, Any], names: Mapping[int | None, str]
) -> dict[str, Any]:
    """The columns of a state; SQLite's triggers keep JSON as text."""
    extra = values["extra"]
    return {
        **values,
        "source": names.get(values["source_id"], ""),
        "extra": json.loads(extra) if isinstance(extra, str) else extra,
    }


def _state(
    number: int, change: Change, old: Mapping[str, Any], columns: Mapping[str, Any]
) -> State:
    return State(
        number=number,
        day=minute_of(localtime(change.at)),
        who=_who(change),
        why=change.reason.strip() or _why(change, old),
        columns=columns,
    )


def _first(batch: Batch | None, columns: Mapping[str, Any]) -> State:
    return State(
        number=0,
        day=minute_of(localtime(batch.started_at)) if batch else "",
        who=f"Import {batch.pk}" if batch else "No import",
        why="As it was read from the file." if batch else "As it was first put in.",
        columns=columns,
    )


def _who(change: Change) -> str:
    if change.kind == Change.Kind.IMPORT:
        return f"Import {change.batch_id}" if change.batch_id else "An import"
    if change.kind == Change.Kind.UNDO:
        return f"The undo of import {change.batch_id}"
    if change.kind == Change.Kind.DIRECT:
        return OUTSIDE[0].upper() + OUTSIDE[1:]
    if change.by is None:
        return "Somebody"
    return full_name(change.by.first_name, change.by.last_name, change.by.username)


def _why(change: Change, old: Mapping[str, Any]) -> str:
    if change.kind != Change.Kind.IMPORT:
        return "No reason was given."
    return _NEW_SECTIONS if old.keys() == {"sections"} else _NEW_TEXT
