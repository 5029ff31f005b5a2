"""Whether the stored text of an article holds what is searched for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articles.database.wording import former_wordings
from articles.models import Article
from articles.text.terms import terms

if TYPE_CHECKING:
    from collections.abc import Collection

    from articles.database.matching import Match, Phrase


_CHUNK: Final = 50  # articles in memory: these are the longest ones


def holds(match: Match, positions: Collection[int]) -> set[int]:
    """Those of `positions` whose texts hold all words and none that is excluded."""
    if not positions:
        return set()
    former = former_wordings(positions)
    found = Article.objects.filter(position__in=positions).iterator(_CHUNK)
    return {
        article.position
        for article in found
        if _holds(match, article, former.get(article.pk, ""))
    }


def _holds(match: Match, article: Article, former: str) -> bool:
    texts = [
        f" {terms(text)} "
        for text in (
            f"{article.headline}\n{article.print_headline}",
            article.byline,
            article.body,
            former,
        )
    ]

    def has(phrase: Phrase) -> bool:
        wanted = f" {' '.join(phrase)} "
        return any(wanted in text for text in texts)

    return all(map(has, match.words)) and not any(map(has, match.without))
