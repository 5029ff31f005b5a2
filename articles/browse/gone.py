"""An article that was taken out: where it stood and why it went, without its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.timezone import localtime

from articles.browse.beside import Fact, ways_on
from articles.browse.dating import read_date
from articles.browse.opening import sections_of, source_of
from articles.browse.wording import day_of

if TYPE_CHECKING:
    from articles.browse.site import Way
    from articles.models import Article


@dataclass(frozen=True, slots=True)
class Gone:
    """What the page of a removed article says."""

    pk: int
    day: str
    reason: str
    source: Way
    printed: str  # as in "on 12 May 2015"; empty when nobody knows
    sections: tuple[Way, ...]
    ways: tuple[Fact, ...]


def describe_gone(article: Article) -> Gone:
    """Describe a removed article, by two queries."""
    printed = read_date(vars(article))
    return Gone(
        pk=article.pk,
        day=day_of(localtime(article.removed_at)),
        reason=article.removed_reason.strip(),
        source=source_of(article),
        printed=printed.when if printed else "",
        sections=sections_of(article),
        ways=tuple(ways_on(article, printed)),
    )
