"""The one answer to a query string, behind every list of articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.browse import paging, rows
from articles.browse.empty import Empty, explain
from articles.browse.facets import facets
from articles.browse.filters import ArticleFilter, Fixed
from articles.browse.names import name_path
from articles.browse.notices import notices
from articles.browse.pages import read_cursor, turn_to
from articles.browse.query import Links
from articles.browse.sentence import say, sentence
from articles.browse.stories import days, found_story

if TYPE_CHECKING:
    from django.http import QueryDict

    from articles.browse.facets import Facet
    from articles.browse.filters import Choices
    from articles.browse.names import Tally
    from articles.browse.notices import Notice
    from articles.browse.pages import Cursor, Page
    from articles.browse.paging import Form, Order, Pager
    from articles.browse.sentence import Part
    from articles.browse.stories import Day, Story
    from articles.models.listing import ListedRow


class NothingNamed(LookupError):  # noqa: N818  an answer, not a mistake
    """The path of a list names a section or a source that does not exist."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of a list, ready to print."""

    typed: str  # the words of the search, as typed
    search: Form  # carries the other choices along with new words
    notices: tuple[Notice, ...]
    sentence: tuple[Part, ...]
    days: tuple[Day, ...]
    found: tuple[Story, ...]  # of a search, which has no days
    facets: tuple[Facet, ...]
    orders: tuple[Order, ...]
    pager: Pager
    period: Form
    jump: Form
    empty: Empty | None  # why a list holds nothing; a page past its end has none
    within: tuple[str, ...]  # the addresses of the sections it is narrowed to
    start: str  # the address of its first page
    everything: Tally | None  # of the archive, where it had to be read
    is_search: bool
    is_narrowed: bool  # by more than the path says
    is_combination: bool  # not for search engines

    @property
    def title(self) -> str:
        return say(self.sentence).rstrip(".")

    @classmethod
    def from_query(cls, query: QueryDict, fixed: Fixed | None = None) -> Listing:
        """Answer a query string; a value that cannot be used is left out and named.

        Raises NothingNamed when the path itself names nothing.
        """
        fixed = fixed or Fixed()
        chosen = ArticleFilter(query, fixed)
        choices = chosen.choices
        _check(fixed, choices)
        links = _links(choices, fixed)
        cursor, is_lost = _cursor(query)
        span, fetch = rows.span_of_rows(choices), rows.fetch_by(choices)
        page = turn_to(cursor, span, fetch, newest=choices.newest)
        size = rows.measure(chosen, page, cursor)
        return cls(
            typed=query.get("q", ""),
            search=paging.search(links),
            notices=notices(chosen, links, is_lost=is_lost),
            sentence=sentence(
                choices,
                links,
                size.total,
                is_cut=size.is_cut,
                with_days=fixed.since is None,
            ),
            days=_days(page, choices),
            found=_found(page, choices),
            facets=facets(
                choices,
                size.tally,
                links,
                has_counts=size.has_counts,
                has_years=fixed.since is None,
            ),
            orders=paging.orders(choices, links),
            pager=paging.pager(page, choices, links, size),
            period=paging.period(choices, links, size.tally),
            jump=paging.jump(page, choices, links, size.tally),
            empty=_empty(fixed, choices, links) if size.total == 0 else None,
            within=tuple(name_path("section", each.slug) for each in choices.sections),
            start=links.here(),
            everything=chosen.known.everything,
            is_search=bool(choices.words.typed.strip()),
            is_narrowed=links.here() != fixed.path,
            is_combination=choices.is_combination,
        )


def _check(fixed: Fixed, choices: Choices) -> None:
    for slug, names in (
        (fixed.section, choices.sections),
        (fixed.source, choices.sources),
    ):
        if slug and slug not in {name.slug for name in names}:
            raise NothingNamed(slug)


def _links(choices: Choices, fixed: Fixed) -> Links:
    pairs = [pair for pair in choices.pairs() if pair not in fixed.pairs()]
    return Links(pairs, path=fixed.path, fixed=fixed.pairs())


def _empty(fixed: Fixed, choices: Choices, links: Links) -> Empty:
    """The page of a date says itself what is held of it and around it."""
    return Empty("") if fixed.since else explain(choices, links)


def _cursor(query: QueryDict) -> tuple[Cursor | None, bool]:
    """The cursor, and whether there was one that was not understood."""
    try:
        return read_cursor(query), False
    except ValueError:
        return None, True


def _days(page: Page[ListedRow], choices: Choices) -> tuple[Day, ...]:
    return () if choices.words.words else days(page.rows, choices)


def _found(page: Page[ListedRow], choices: Choices) -> tuple[Story, ...]:
    if not choices.words.words:
        return ()
    return tuple(found_story(row, choices) for row in page.rows)
