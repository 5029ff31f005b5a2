"""What a list can be narrowed to: sections, sources and years, as links."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from articles.browse.names import LARGEST
from articles.browse.places import share_of
from articles.browse.printed import year_path
from articles.browse.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articles.browse.filters import Choices
    from articles.browse.names import Name, Tally
    from articles.browse.query import Links

NEW_YEAR: Final = (1, 1)
NEW_YEARS_EVE: Final = (12, 31)


@dataclass(frozen=True, slots=True)
class Choice:
    """A link that adds or takes out one value; `share` is of the largest, in percent.

    `count` is empty where no counts are kept of just these articles.
    """

    label: str
    href: str
    count: str
    share: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One question that a list can be narrowed by."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    more_href: str
    more: str  # words of the link to all choices; empty when all are here


def facets(
    choices: Choices,
    tally: Tally,
    links: Links,
    *,
    has_counts: bool,
    has_years: bool = True,
) -> tuple[Facet, ...]:
    """The facets of a list that have anything to choose."""
    made = (
        Facet(
            "section",
            "Section",
            _of_names("section", choices.sections, tally.sections, links, has_counts),
            "/sections/",
            _more(tally.number_of_sections, "section"),
        ),
        Facet(
            "source",
            "Source",
            _of_names("source", choices.sources, tally.sources, links, has_counts),
            "/sources/",
            _more(tally.number_of_sources, "source"),
        ),
        Facet(
            "year",
            "Year",
            _of_years(choices, tally.years, links, has_counts) if has_years else (),
            year_path(tally.years[0][0]) if tally.years else "",
            _more(len(tally.years), "year"),
        ),
    )
    return tuple(facet for facet in made if facet.choices)


def _of_names(
    field: str,
    chosen: Sequence[Name],
    held: Sequence[Name],
    links: Links,
    has_counts: bool,  # noqa: FBT001
) -> tuple[Choice, ...]:
    slugs = {name.slug for name in chosen}
    listed = [name for name in held if name.slug in slugs]
    listed += [name for name in chosen if name.pk not in {n.pk for n in held}]
    room = max(0, LARGEST - len(listed))
    listed += [name for name in held if name.slug not in slugs][:room]
    most = max((name.n for name in listed), default=0)
    return tuple(
        Choice(
            name.name,
            links.toggle(field, name.slug),
            f"{name.n:,}" if has_counts else "",
            share_of(name.n, most) if has_counts else 0,
            name.slug in slugs,
        )
        for name in sorted(listed, key=lambda name: (-name.n, name.name))
    )


def _of_years(
    choices: Choices,
    years: Iterable[tuple[int, int]],
    links: Links,
    has_counts: bool,  # noqa: FBT001
) -> tuple[Choice, ...]:
    by_size = sorted(years, key=lambda pair: (pair[1], pair[0]), reverse=True)
    listed = by_size[:LARGEST]
    listed += [p for p in by_size[LARGEST:] if _is_chosen(p[0], choices)]
    most = listed[0][1] if listed else 0
    return tuple(
        Choice(
            f"{year}",
            _year_link(year, choices, links),
            f"{n:,}" if has_counts else "",
            share_of(n, most) if has_counts else 0,
            _is_chosen(year, choices),
        )
        for year, n in sorted(listed, reverse=True)
    )


def _is_chosen(year: int, choices: Choices) -> bool:
    return (choices.since, choices.until) == _days_of(year)


def _year_link(year: int, choices: Choices, links: Links) -> str:
    if _is_chosen(year, choices):
        return links.without("since", "until")
    since, until = _days_of(year)
    return links.put(since=since.isoformat(), until=until.isoformat())


def _days_of(year: int) -> tuple[date, date]:
    return date(year, *NEW_YEAR), date(year, *NEW_YEARS_EVE)


def _more(number: int, noun: str) -> str:
    return f"All {counted(number, noun)}" if number > LARGEST else ""
