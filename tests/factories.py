"""Rows for tests: articles as an import leaves them, without a file."""

from __future__ import annotations

from itertools import count

from articles.archive.catching_up import catch_up
from articles.dumps.dates import parse_moment
from articles.models import Article, Placement, Section, Source
from articles.text.fingerprints import digest
from articles.text.slugs import slug

_numbers = count(1)


def make_source(name: str) -> Source:
    return Source.objects.get_or_create(name=name, defaults={"slug": slug(name)})[0]


def make_section(name: str) -> Section:
    return Section.objects.get_or_create(name=name, defaults={"slug": slug(name)})[0]


def make_article(
    *,
    headline: str = "Harbour reopens",
    printed: str = "2015-05-12T00:03",
    source: str = "AFP",
    sections: tuple[str, ...] = ("Europe",),
    body: str = "The ferry is back.",
    **columns: object,
) -> Article:
    """An article in the lists, indexed and counted; empty names and dates are none."""
    moment = parse_moment(printed)
    article = Article.objects.create(
        key=digest(str(next(_numbers))),
        headline=headline,
        body=body,
        source=make_source(source) if source else None,
        printed_raw=printed,
        printed_minute=moment.minute,
        printed_second=moment.second,
        printed_precision=moment.precision,
        printed_offset=moment.offset,
        **columns,
    )
    for name in sections:
        Placement.objects.create(article=article, section=make_section(name))
    catch_up()
    return article
