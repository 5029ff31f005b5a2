"""Proves that what is shown, counted and found is what is stored."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from articles.archive.catching_up import catch_up
from articles.archive.counting import Tally
from articles.archive.facts import Facts
from articles.database import index, install
from articles.models import Article, DayCount, Document, MonthCount

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

CHUNK: Final = 500  # articles, or documents


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that is not as it should be: a thing, its id, and what is wrong."""

    what: str
    id: int | str
    code: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found; `root` is equal for archives that hold the same."""

    root: str
    articles: int
    differs: list[Difference]

    @property
    def ok(self) -> bool:
        return not self.differs


def verify_archive(progress: Callable[[int], None] = lambda _: None) -> Verdict:
    """Read the whole archive once and compare its parts with each other.

    `progress` is told the number of articles read. What other roads left to be
    indexed and counted is brought into step first; nothing else is changed.
    """
    catch_up()
    differs = [Difference("trigger", name, "missing") for name in install.missing()]
    whole = hashlib.sha256()
    tally = Tally()
    articles = 0
    for facts in _facts():
        for article in facts.articles:
            whole.update(facts.digest_of(article))
            differs += [
                Difference("article", article.pk, code)
                for code in facts.faults_of(article)
            ]
            facts.count(article, tally)
        articles += len(facts.articles)
        progress(articles)
    for pk, sha256, is_whole in _documents():
        whole.update(sha256)
        if not is_whole:
            differs.append(Difference("document", pk, "digest"))
    differs += [*_compare_counts(tally), *_compare_index()]
    return Verdict(whole.hexdigest(), articles, differs)


def _facts() -> Iterator[Facts]:
    """The articles in the order of their keys, which no import decides."""
    last = b""
    while chunk := list(Article.objects.filter(key__gt=last).order_by("key")[:CHUNK]):
        yield Facts(chunk)
        last = bytes(chunk[-1].key)


def _documents() -> Iterator[tuple[int, bytes, bool]]:
    """(id, sha256, whether the kept bytes have this digest), by digest."""
    last = b""
    while chunk := list(
        Document.objects.filter(sha256__gt=last)
        .order_by("sha256")
        .values_list("pk", "sha256", "data")[:CHUNK]
    ):
        for pk, sha256, data in chunk:
            last = bytes(sha256)
            yield pk, last, data is None or _has_digest(bytes(data), last)


def _has_digest(data: bytes, sha256: bytes) -> bool:
    try:
        return hashlib.sha256(zlib.decompress(data)).digest() == sha256
    except zlib.error:
        return False


def _compare_counts(tally: Tally) -> Iterator[Difference]:
    yield from _compare(MonthCount, dict(tally.months))
    yield from _compare(DayCount, dict(tally.days))


def _compare(
    model: type[MonthCount | DayCount], counted: Mapping[Any, int]
) -> Iterator[Difference]:
    kept = {row.pk: row.n for row in model.objects.exclude(n=0).iterator()}
    for key in sorted(kept.keys() | counted.keys()):
        if kept.get(key, 0) != counted.get(key, 0):
            name = "/".join(map(str, key)) if isinstance(key, tuple) else key
            yield Difference(model._meta.model_name or "", name, "count")


def _compare_index() -> Iterator[Difference]:
    """Walk the positions of the articles and of the index side by side."""
    rows = Article.objects.published().order_by("position")
    stored = rows.values_list("position", flat=True).iterator()
    indexed = index.positions()
    ours, theirs = next(stored, None), next(indexed, None)
    while ours is not None or theirs is not None:
        if ours == theirs:
            ours, theirs = next(stored, None), next(indexed, None)
        elif theirs is None or (ours is not None and ours < theirs):
            yield Difference("index", _article_at(ours), "not-indexed")
            ours = next(stored, None)
        else:
            yield Difference("index", _article_at(theirs), "no-such-article")
            theirs = next(indexed, None)


def _article_at(position: int | None) -> int:
    return (position or 0) % 2**30
