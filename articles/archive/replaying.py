"""Reads the kept bytes again and compares with what was filed of them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from articles.archive.identity import rank_of
from articles.archive.rereading import read_again
from articles.dumps.ledger import decode_spans
from articles.dumps.reading import PARSER_VERSION
from articles.models import Appearance, Document

if TYPE_CHECKING:
    from collections.abc import Iterator

CHUNK: Final = 200  # documents


def replay() -> Iterator[tuple[str, int, str]]:
    """Yield (what, id, code) of what the bytes do not say as it was filed.

    Documents that another version of the parser read are left out.
    """
    last = 0
    while documents := list(
        Document.objects.filter(pk__gt=last, data__isnull=False).order_by("pk")[:CHUNK]
    ):
        last = documents[-1].pk
        for document in documents:
            spans = decode_spans(bytes(document.spans))
            if sum(span.size for span in spans) != document.size:
                yield "document", document.pk, "spans"
        present = [d.pk for d in documents if d.parser_version == PARSER_VERSION]
        yield from _replay_appearances(present)


def read_by_another_version() -> int:
    """How many documents were read by another version of the parser."""
    return Document.objects.exclude(parser_version=PARSER_VERSION).count()


def _replay_appearances(documents: list[int]) -> Iterator[tuple[str, int, str]]:
    """Read each document once for each place in which it was met."""
    appearances = (
        Appearance.objects.filter(document__in=documents)
        .select_related("document", "batch")
        .order_by("document", "place", "index")
    )
    for _, group in groupby(appearances, key=lambda a: (a.document_id, a.place)):
        met = list(group)
        said = read_again(met[0])
        for appearance in met:
            evidence = said.get(appearance.index)
            if evidence is None or rank_of(evidence) != bytes(appearance.rank):
                yield "appearance", appearance.pk, "replay"
