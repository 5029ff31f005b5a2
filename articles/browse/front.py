"""The front page: what is held, the newest day, the sections, the years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from articles.browse import names
from articles.browse.names import name_path
from articles.browse.places import Place
from articles.browse.printed import (
    AFTER_ALL,
    BEFORE_ALL,
    UNDATED,
    moment_of,
    position_of,
    printed_date,
    year_path,
)
from articles.browse.stories import Story, story
from articles.browse.wording import counted
from articles.models import Article
from articles.models.listing import Scan

if TYPE_CHECKING:
    from articles.browse.names import Name, Tally

SECTIONS: Final = 6
STORIES: Final = 3  # of a section
SOURCES: Final = 12
NEWEST: Final = 6
LEAD_AMONG: Final = 200  # articles of the newest day that may lead


@dataclass(frozen=True, slots=True)
class Lead:
    """The story that opens the front page, with its first paragraphs."""

    label: str
    kicker: tuple[str, ...]
    story: Story
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionPart:
    """A section with its newest stories."""

    name: str
    href: str
    count: str
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class Front:
    """Everything the front page prints; all of it empty in an empty archive."""

    total: str
    folio: tuple[str, ...]
    lead: Lead | None
    newest: tuple[Story, ...]
    sections: tuple[SectionPart, ...]
    years: tuple[Place, ...]
    sources: tuple[Place, ...]
    more_sections: str
    more_sources: str

    @property
    def is_empty(self) -> bool:
        return not self.total


def read_front() -> Front:
    """Read the front page."""
    tally = names.tally_everything(sections=SECTIONS, sources=SOURCES)
    lead = _lead(tally)
    return Front(
        total=counted(tally.total, "article") if tally.total else "",
        folio=_folio(tally),
        lead=lead,
        newest=_newest(lead),
        sections=_sections(tally.sections),
        years=tuple(
            Place(f"{year}", year_path(year), f"{n:,}")
            for year, n in reversed(tally.years)
        ),
        sources=tuple(
            Place(source.name, name_path("source", source.slug), f"{source.n:,}")
            for source in tally.sources
        ),
        more_sections=_all(tally.number_of_sections, SECTIONS, "section"),
        more_sources=_all(tally.number_of_sources, SOURCES, "source"),
    )


def _lead(tally: Tally) -> Lead | None:
    """The longest article of the newest day; of no day when nothing is dated."""
    moment = moment_of(tally.last or BEFORE_ALL)
    start = position_of(moment.day) if moment else BEFORE_ALL
    row = Article.objects.longest_from(start, among=LEAD_AMONG)
    if row is None:
        return None
    paragraphs = [part for part in row.opening.split("\n\n") if part][:3]
    leading = story(row)
    return Lead(
        f"The newest day: {leading.date}" if leading.iso else UNDATED,
        (*leading.sections[:2], leading.source),
        leading,
        tuple(paragraphs),
    )


def _newest(lead: Lead | None) -> tuple[Story, ...]:
    scan = Scan(BEFORE_ALL, AFTER_ALL)
    rows = Article.objects.in_range(scan, newest=True, limit=NEWEST + 1)
    stories = [story(row) for row in rows]
    return tuple(s for s in stories if not lead or s.path != lead.story.path)[:NEWEST]


def _sections(sections: tuple[Name, ...]) -> tuple[SectionPart, ...]:
    rows = Article.objects.newest_of_sections(
        [section.pk for section in sections], limit=STORIES
    )
    return tuple(
        SectionPart(
            section.name,
            name_path("section", section.slug),
            f"{section.n:,}",
            tuple(story(row) for row in rows[section.pk]),
        )
        for section in sections
    )


def _folio(tally: Tally) -> tuple[str, ...]:
    """How much is held, and from when to when."""
    words = (
        counted(tally.total, "article"),
        counted(tally.number_of_sources, "source"),
        _span(tally),
    )
    return tuple(word for word in words if word) if tally.total else ()


def _span(tally: Tally) -> str:
    if tally.first is None or tally.last is None:
        return ""
    first, last = (printed_date(end, "day") for end in (tally.first, tally.last))
    return first if first == last else f"{first} to {last}"


def _all(number: int, shown: int, noun: str) -> str:
    return f"All {counted(number, noun)}, A to Z" if number > shown else ""
