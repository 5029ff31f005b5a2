"""Rows of a list as a reader sees them, under the days they were printed on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from django.utils.timezone import localdate

from articles.browse.dating import lies_ahead
from articles.browse.found import former_wording
from articles.browse.printed import (
    COARSE,
    UNDATED,
    day_path,
    moment_of,
    month_path,
    printed_date,
    printed_iso,
    printed_time,
    year_path,
)
from articles.models.article import article_path
from articles.models.listing import DATE_DOUBTS
from articles.text.excerpts import Piece, excerpt, marked, snippet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articles.browse.filters import Choices
    from articles.models.listing import ListedRow

NO_SOURCE: Final = "No source printed"
NO_USABLE_DATE: Final = "No date that can be used"
RIGHT_TO_LEFT: Final = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}

_UNREAD: Final = frozenset({"impossible", "unreadable"})


@dataclass(frozen=True, slots=True)
class Story:
    """One row. `source` and `sections` leave out what the whole list has in common."""

    path: str
    headline: str
    excerpt: str
    source: str
    sections: tuple[str, ...]
    date: str
    iso: str
    time: str
    is_doubtful: bool
    edits: str
    language: str
    direction: str
    headline_pieces: tuple[Piece, ...] = ()  # of a search, with marks
    excerpt_pieces: tuple[Piece, ...] = ()
    former: str = ""  # where the words stood, when they no longer do


@dataclass(frozen=True, slots=True)
class Day:
    """A heading and the stories below it; without `href` no page is of that day."""

    key: str
    number: str
    names: tuple[str, ...]
    href: str
    stories: tuple[Story, ...]


def story(row: ListedRow, choices: Choices | None = None) -> Story:
    """A row without marks."""
    sections = row.section_names
    source = row.source or NO_SOURCE
    if choices and len(choices.sections) == 1:
        sections = [name for name in sections if name != choices.sections[0].name]
    if choices and len(choices.sources) == 1:
        source = ""
    return Story(
        path=article_path(row.pk, row.headline),
        headline=row.headline,
        excerpt=excerpt(row.opening),
        source=source,
        sections=tuple(sections),
        date=_date(row),
        iso=printed_iso(row.position, row.precision),
        time=printed_time(row.position, row.precision),
        is_doubtful=_is_doubtful(row),
        edits=edited(row.edits),
        language=row.language,
        direction=direction_of(row.language),
    )


def found_story(row: ListedRow, choices: Choices) -> Story:
    """A row of a search: with marks, or with the former wording that was found."""
    wanted = choices.words.wanted
    return replace(
        story(row, choices),
        headline_pieces=marked(row.headline, wanted),
        excerpt_pieces=snippet(row.opening, wanted),
        former=former_wording(row, wanted),
    )


def days(rows: Iterable[ListedRow], choices: Choices | None = None) -> tuple[Day, ...]:
    """Rows under the days they were printed on, in the order of the rows.

    What is known only to the month or the year has a heading of its own.
    """
    grouped: dict[str, list[ListedRow]] = {}
    for row in rows:
        grouped.setdefault(printed_iso(row.position, row.precision), []).append(row)
    return tuple(_day(key, group, choices) for key, group in grouped.items())


def edited(number: int) -> str:
    """Say how often persons changed an article; nothing when they never did."""
    if number == 0:
        return ""
    return "edited once" if number == 1 else f"edited {number:,} times"


def direction_of(language: str) -> str:
    """The value of `dir` for a text in a language, or in one that is not known."""
    if not language:
        return "auto"
    return "rtl" if language.lower().partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def _date(row: ListedRow) -> str:
    """The printed date; one that was printed and is no date is not called missing."""
    is_read = _UNREAD.isdisjoint(row.doubts.split()) or moment_of(row.position)
    return printed_date(row.position, row.precision) if is_read else NO_USABLE_DATE


def _is_doubtful(row: ListedRow) -> bool:
    moment = moment_of(row.position)
    if moment and lies_ahead(moment.day, localdate()):
        return True
    return not set(DATE_DOUBTS).isdisjoint(row.doubts.split())


def _day(key: str, rows: Sequence[ListedRow], choices: Choices | None) -> Day:
    stories = tuple(story(row, choices) for row in rows)
    first = rows[0]
    moment = moment_of(first.position)
    if moment is None:
        return Day("undated", "", (UNDATED,), "", stories)
    if first.precision in COARSE:
        name = printed_date(first.position, first.precision)
        href = (
            year_path(moment.day.year)
            if first.precision == "year"
            else month_path(moment.day.year, moment.day.month)
        )
        names = (name, f"known only to the {first.precision}")
        return Day(key, "", names, href, stories)
    names = (f"{moment.day:%A}", f"{moment.day:%B} {moment.day.year}")
    return Day(key, f"{moment.day.day}", names, day_path(moment.day), stories)
