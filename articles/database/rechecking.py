"""Whether the stored text of an article holds what is searched for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.database.wording import former_wording
from articles.models import Article
from articles.text.terms import terms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articles.database.matching import Match, Phrase


def holds(match: Match, positions: Iterable[int]) -> set[int]:
    """Those of `positions` whose texts hold all words and none that is excluded."""
    found = Article.objects.filter(position__in=positions)
    return {article.position for article in found if _holds(match, article)}


def _holds(match: Match, article: Article) -> bool:
    texts = [
        f" {terms(text)} "
        for text in (
            f"{article.headline}\n{article.print_headline}",
            article.byline,
            article.body,
            former_wording(article.pk),
        )
    ]

    def has(phrase: Phrase) -> bool:
        wanted = f" {' '.join(phrase)} "
        return any(wanted in text for text in texts)

    return all(map(has, match.words)) and not any(map(has, match.without))
