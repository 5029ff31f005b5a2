"""Former wording of an article, as its versions keep it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from articles.models import Article, Version

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

WORDS = ("headline", "print_headline", "byline", "body")


def former_wording(article: int, until: int | None = None) -> str:
    """All wording that the versions of an article hold, up to the version `until`."""
    versions = Version.objects.filter(article_id=article).order_by("pk")
    if until is not None:
        versions = versions.filter(pk__lte=until)
    return _wording(versions.values_list("old", flat=True))


def former_wordings(positions: Collection[int]) -> dict[int, str]:
    """{article: all its former wording} of those at `positions` that have any."""
    versions = Version.objects.filter(
        article_id__in=Article.objects.filter(position__in=positions).values("pk")
    )
    olds: dict[int, list[Mapping[str, str]]] = defaultdict(list)
    for article, old in versions.order_by("pk").values_list("article_id", "old"):
        olds[article].append(old)
    return {article: _wording(each) for article, each in olds.items()}


def _wording(olds: Iterable[Mapping[str, str]]) -> str:
    return "\n\n".join(
        old[column] for old in olds for column in WORDS if old.get(column)
    )
