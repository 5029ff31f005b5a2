"""All that is stored of a few articles, as it is proved."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from articles.archive.identity import shows_text
from articles.database.tracked import PRINTED
from articles.models import Appearance, Placement, Source, Version
from articles.models.version import MACHINE_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articles.archive.counting import Tally
    from articles.models import Article


class Facts:
    """Articles with their placements, evidence and history."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = articles
        pks = [article.pk for article in articles]
        self._placements: dict[int, list[Placement]] = defaultdict(list)
        for placement in Placement.objects.filter(article__in=pks).select_related(
            "section"
        ):
            self._placements[placement.article_id].append(placement)
        self._evidence: dict[int, list[tuple[int, bytes, bytes]]] = defaultdict(list)
        for article, pk, rank, sha256 in Appearance.objects.filter(
            article__in=pks
        ).values_list("article_id", "pk", "rank", "document__sha256"):
            self._evidence[article].append((pk, bytes(rank), bytes(sha256)))
        self._edits: dict[int, list[tuple[dict[str, Any], str]]] = defaultdict(list)
        by_persons = (
            Version.objects.filter(article__in=pks)
            .exclude(change__kind__in=MACHINE_KINDS)
            .order_by("pk")
        )
        for article, old, reason in by_persons.values_list(
            "article_id", "old", "change__reason"
        ):
            self._edits[article].append((old, reason))
        self._sources = dict(
            Source.objects.filter(pk__in=self._source_ids()).values_list("pk", "name")
        )

    def digest_of(self, article: Article) -> bytes:
        """A digest of all but ids, file names, batches and times."""
        printed = {name: getattr(article, name) for name in PRINTED}
        printed["source_id"] = article.source_id and self._sources[article.source_id]
        whole = [
            bytes(article.key).hex(),
            printed,
            sorted(p.section.name for p in self._placements[article.pk]),
            sorted({sha256.hex() for _, _, sha256 in self._evidence[article.pk]}),
            [article.removed_at is not None, article.removed_reason],
            [(self._portable(old), why) for old, why in self._edits[article.pk]],
        ]
        text = json.dumps(whole, sort_keys=True, ensure_ascii=True)
        return hashlib.sha256(text.encode()).digest()

    def faults_of(self, article: Article) -> Iterator[str]:
        """Codes of what does not fit together."""
        for placement in self._placements[article.pk]:
            if (placement.source_id, placement.position) != (
                article.source_id,
                article.position,
            ):
                yield "placement"
        evidence = {pk: rank for pk, rank, _ in self._evidence[article.pk]}
        if article.shown_id is None:
            return
        if article.shown_id not in evidence:
            yield "no-appearance"
        elif evidence[article.shown_id] != max(evidence.values()):
            yield "another-text-is-due"
        elif not self._is_edited(article) and not shows_text(
            evidence[article.shown_id], article.headline, article.paragraphs
        ):
            yield "text"

    def count(self, article: Article, tally: Tally) -> None:
        tally.count(
            article.position,
            article.printed_precision,
            article.source_id,
            [placement.section_id for placement in self._placements[article.pk]],
        )

    def _is_edited(self, article: Article) -> bool:
        return any(
            column in old
            for old, _ in self._edits[article.pk]
            for column in ("headline", "body")
        )

    def _portable(self, old: dict[str, Any]) -> dict[str, Any]:
        """Old values without ids and times, which differ from archive to archive."""
        kept = {k: v for k, v in old.items() if k not in {"removed_at", "extra"}}
        if "source_id" in kept:
            kept["source_id"] = self._sources.get(kept["source_id"])
        return kept

    def _source_ids(self) -> set[int]:
        ids = {article.source_id for article in self.articles}
        for edits in self._edits.values():
            ids |= {old.get("source_id") for old, _ in edits}
        return {pk for pk in ids if pk is not None}
