"""What the frame of every page says of the archive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.browse.names import IN_NAVIGATION, name_path
from articles.database import tallies
from articles.database.tallies import Cell

if TYPE_CHECKING:
    from articles.browse.names import Tally


@dataclass(frozen=True, slots=True)
class Way:
    """A link of the navigation."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Site:
    """The site's name, the page's own path, and the ways into the archive."""

    name: str
    here: str
    sections: tuple[Way, ...] = ()  # the largest ones
    number_of_articles: int = 0
    number_of_sections: int = 0
    number_of_sources: int = 0
    newest_year: int | None = None

    @property
    def is_empty(self) -> bool:
        return not self.number_of_articles


def describe_site(name: str, here: str) -> Site:
    """Describe the site by one query, whatever the size of the archive."""
    rows = tallies.fetch(
        [
            tallies.total(Cell()),
            tallies.largest("section", Cell(), IN_NAVIGATION),
            tallies.number("section"),
            tallies.number("source"),
            tallies.newest_year(),
        ]
    )
    sections = sorted(
        (row for row in rows if row.kind == "section"), key=lambda row: -row.n
    )
    sums = {row.kind: row.n for row in rows}
    return Site(
        name=name,
        here=here,
        sections=tuple(
            Way(row.name, name_path("section", row.slug)) for row in sections
        ),
        number_of_articles=sums["total"],
        number_of_sections=sums["number-section"],
        number_of_sources=sums["number-source"],
        newest_year=sums["newest-year"] or None,
    )


def describe_site_by(everything: Tally, name: str, here: str) -> Site:
    """Describe the site without a query, by what a list has read of the archive."""
    largest = everything.sections[:IN_NAVIGATION]
    return Site(
        name=name,
        here=here,
        sections=tuple(
            Way(section.name, name_path("section", section.slug)) for section in largest
        ),
        number_of_articles=everything.total,
        number_of_sections=everything.number_of_sections,
        number_of_sources=everything.number_of_sources,
        newest_year=everything.years[0][0] if everything.years else None,
    )
