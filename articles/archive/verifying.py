"""Proves that what is shown, counted and found is what is stored."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from articles.archive.catching_up import catch_up, index_entries
from articles.archive.counting import Tally
from articles.archive.facts import Facts
from articles.archive.replaying import read_by_another_version, replay
from articles.database import index, install
from articles.models import Article, DayCount, Document, MonthCount
from articles.models.article import POSITIONS_A_MINUTE

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
    not_replayed: int  # documents that another version of the parser read

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
    differs += [Difference(*found) for found in replay()]
    return Verdict(whole.hexdigest(), articles, differs, read_by_another_version())


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
    """Compare the index with what it should hold, term by term."""
    for position, code in index.differences(index_entries):
        yield Difference("index", position % POSITIONS_A_MINUTE, code)
