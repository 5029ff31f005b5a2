"""What the archive holds, for the page that says what it is."""

from __future__ import annotations

from dataclasses import dataclass

from articles.browse.names import tally_everything
from articles.browse.printed import day_in_words, moment_of
from articles.browse.wording import counted


@dataclass(frozen=True, slots=True)
class Held:
    """The archive in figures, each with its noun; empty texts where nothing is."""

    articles: str
    undated: str
    sources: str
    sections: str
    years: str
    first: str
    last: str


def describe_holdings() -> Held:
    """Describe what is held, by one query of kept counts."""
    tally = tally_everything(sections=0, sources=0)
    return Held(
        articles=counted(tally.total, "article") if tally.total else "",
        undated=counted(tally.undated, "article") if tally.undated else "",
        sources=counted(tally.number_of_sources, "source"),
        sections=counted(tally.number_of_sections, "section"),
        years=counted(len(tally.years), "year"),
        first=_day(tally.first),
        last=_day(tally.last),
    )


def _day(position: int | None) -> str:
    moment = moment_of(position) if position else None
    return day_in_words(moment.day) if moment else ""
