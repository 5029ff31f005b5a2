"""Former wording of an article, as its versions keep it."""

from __future__ import annotations

from articles.models import Version

WORDS = ("headline", "print_headline", "byline", "body")


def former_wording(article: int, until: int | None = None) -> str:
    """All wording that the versions of an article hold, up to the version `until`."""
    versions = Version.objects.filter(article_id=article).order_by("pk")
    if until is not None:
        versions = versions.filter(pk__lte=until)
    return "\n\n".join(
        old[column]
        for old in versions.values_list("old", flat=True)
        for column in WORDS
        if old.get(column)
    )
