"""Where the rows of a list come from, and how many there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.browse import names
from articles.browse.names import Tally
from articles.browse.printed import DATED, Span
from articles.browse.sentence import COUNTED_UNTIL
from articles.database import index
from articles.database.matching import Match
from articles.models import Article
from articles.models.listing import ListedRow, Scan

if TYPE_CHECKING:
    from articles.browse.filters import ArticleFilter, Choices
    from articles.browse.pages import Cursor, Fetch, Page


@dataclass(frozen=True, slots=True)
class Size:
    """How many articles a list holds, and what its choices hold.

    `is_cut` when counting stopped at `total`. Without `has_counts` the tally is that of
    the whole archive: its names are good, its numbers are not those of the list.
    """

    total: int
    tally: Tally
    is_cut: bool = False
    has_counts: bool = True


def span_of_rows(choices: Choices) -> Span:
    """The positions of a list; oldest first, those without a date stand apart."""
    return choices.span if choices.newest else choices.span.within(DATED)


def fetch_by(choices: Choices) -> Fetch[ListedRow]:
    """Read rows by one range of an index where that is enough, else by a search."""

    def scan_range(span: Span, *, newest: bool, limit: int) -> list[ListedRow]:
        scan = _scan(choices, span)
        return Article.objects.in_range(scan, newest=newest, limit=limit)

    def search(span: Span, *, newest: bool, limit: int) -> list[ListedRow]:
        positions = index.find(
            _match(choices), low=span.low, high=span.high, newest=newest, limit=limit
        )
        return Article.objects.at_positions(positions, newest=newest)

    return scan_range if choices.is_range else search


def measure(
    chosen: ArticleFilter, page: Page[ListedRow], cursor: Cursor | None
) -> Size:
    """Count by kept counts where there are any, else up to COUNTED_UNTIL."""
    choices = chosen.choices
    if choices.cell is not None:
        tally = names.tally(
            choices.cell, sections=choices.sections, sources=choices.sources
        )
        return Size(tally.total, tally)
    tally = chosen.known.everything or Tally()
    if cursor is None and page.after is None and choices.newest:
        return Size(len(page.rows), tally, has_counts=False)
    number = _count_live(choices)
    total = min(number, COUNTED_UNTIL)
    return Size(total, tally, is_cut=number > total, has_counts=False)


def _count_live(choices: Choices) -> int:
    span, limit = choices.span, COUNTED_UNTIL + 1
    if choices.is_range:
        return Article.objects.count_in_range(_scan(choices, span), limit=limit)
    return index.count(_match(choices), low=span.low, high=span.high, limit=limit)


def _scan(choices: Choices, span: Span) -> Scan:
    return Scan(
        low=span.low,
        high=span.high,
        section=choices.sections[0].pk if choices.sections else None,
        source=choices.sources[0].pk if choices.sources else None,
        but=choices.but,
    )


def _match(choices: Choices) -> Match:
    return Match(
        words=choices.words.wanted,
        without=choices.words.unwanted,
        sections=tuple(name.pk for name in choices.sections),
        sources=tuple(name.pk for name in choices.sources),
        but=choices.but,
    )
