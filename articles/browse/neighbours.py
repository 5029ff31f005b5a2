"""The articles beside one in its source, or in the whole archive."""

from __future__ import annotations

from dataclasses import dataclass

from articles.browse.printed import printed_date
from articles.browse.stories import NO_SOURCE, direction_of
from articles.models import Article
from articles.models.article import article_path


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What a link to the next article says."""

    path: str
    headline: str
    source: str
    date: str
    language: str
    direction: str


def neighbours(
    position: int, source: int | None
) -> tuple[Neighbour | None, Neighbour | None]:
    """The next newer and the next older article of a source, or of all without one."""
    newer = older = None
    for row in Article.objects.around(position, source):
        neighbour = Neighbour(
            path=article_path(row.pk, row.headline),
            headline=row.headline,
            source=row.source or NO_SOURCE,
            date=printed_date(row.position, row.precision),
            language=row.language,
            direction=direction_of(row.language),
        )
        if row.position > position:
            newer = neighbour
        else:
            older = neighbour
    return newer, older
