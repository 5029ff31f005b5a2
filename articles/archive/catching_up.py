"""Brings the search index and the counts into step with changed articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.db import transaction

from articles.archive.counting import Tally
from articles.database import index
from articles.database.matching import Entry
from articles.database.stale import is_stale, take_stale
from articles.database.wording import former_wording
from articles.models import Article, Placement

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from articles.database.matching import Stale

_CHUNK: Final = 200  # articles a transaction


def catch_up() -> None:
    """Re-index and re-count all articles that changed by any road; often none."""
    while is_stale():
        with transaction.atomic():
            _catch_up_some()


def index_entries() -> Iterator[Entry]:
    """All that the index should hold, in ascending position."""
    last = -1
    published = Article.objects.published().order_by("position")
    while articles := list(published.filter(position__gt=last)[:_CHUNK]):
        last = articles[-1].position
        sections = _sections_of([article.pk for article in articles])
        for article in articles:
            yield _entry(article, tuple(sections.get(article.pk, ())))


def _entry(article: Article, sections: tuple[int, ...]) -> Entry:
    return Entry(
        position=article.position,
        headline=_headlines(article.headline, article.print_headline),
        byline=article.byline,
        body=article.body,
        former=former_wording(article.pk),
        sections=sections,
        source=article.source_id,
    )


def _catch_up_some() -> None:
    stale = take_stale(_CHUNK)
    present = Article.objects.in_bulk([note.article for note in stale])
    sections = _sections_of(present)
    tally = Tally()
    for note in stale:
        if not note.fresh:
            tally.count(note.position, note.precision, note.source, note.sections, n=-1)
    for article in present.values():
        tally.count(
            article.position,
            article.printed_precision,
            article.source_id,
            sections.get(article.pk, ()),
        )
    index.take_out(
        _indexed(note) for note in stale if not note.fresh and note.position is not None
    )
    index.add(
        _entry(article, tuple(sections.get(article.pk, ())))
        for article in present.values()
        if article.position is not None
    )
    tally.keep()


def _sections_of(articles: Collection[int]) -> dict[int, list[int]]:
    sections: dict[int, list[int]] = {}
    placed = Placement.objects.filter(article__in=articles)
    for pk, section in placed.values_list("article_id", "section_id"):
        sections.setdefault(pk, []).append(section)
    return sections


def _indexed(note: Stale) -> Entry:
    """The entry as it was indexed: one wrong letter would spoil a contentless index."""
    assert note.position is not None
    return Entry(
        position=note.position,
        headline=_headlines(note.headline, note.print_headline),
        byline=note.byline,
        body=note.body,
        former=former_wording(note.article, note.versions_until),
        sections=note.sections,
        source=note.source,
    )


def _headlines(headline: str, print_headline: str) -> str:
    return f"{headline}\n{print_headline}" if print_headline else headline
