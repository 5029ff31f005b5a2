"""verify_archive names what was changed behind the archive's back."""

from __future__ import annotations

import zlib

import pytest
from django.db import connection

from articles.archive.filing import Options
from articles.archive.importing import import_dumps
from articles.archive.verifying import Difference, verify_archive
from articles.database import index
from articles.database.matching import Entry
from articles.models import Appearance, Article, DayCount, Document, MonthCount

pytestmark = pytest.mark.django_db

DUMP = """Lamp trimmed at last

Source:Gull Point Mail Published: 1987-3-19 7:33:00

The keeper climbed 212 steps.

Posted in: Harbour
"""


@pytest.fixture
def article(tmp_path) -> Article:
    (tmp_path / "lamp.txt").write_text(DUMP)
    import_dumps([tmp_path / "lamp.txt"], Options())
    return Article.objects.get()


def differs() -> list[Difference]:
    return verify_archive().differs


def test_a_whole_archive_differs_in_nothing(article):
    assert differs() == []


def test_kept_bytes_that_changed_are_named(article):
    Document.objects.update(data=zlib.compress(b"Lamp stolen at last\n\nNobody saw.\n"))
    document, appearance = Document.objects.get(), Appearance.objects.get()

    assert differs() == [
        Difference("document", document.pk, "digest"),
        Difference("appearance", appearance.pk, "replay"),
    ]


def test_a_count_that_is_off_is_named(article):
    DayCount.objects.update(n=2)
    MonthCount.objects.filter(month=198703, section=-1, source=-1).delete()

    assert differs() == [
        Difference("monthcount", "-1/-1/198703", "count"),
        Difference("daycount", 19870319, "count"),
    ]


def test_spans_that_do_not_add_up_are_named(article):
    document = Document.objects.get()
    Document.objects.update(spans=b"")

    assert differs() == [Difference("document", document.pk, "spans")]


def test_documents_of_another_parser_are_counted_not_failed(article):
    Document.objects.update(parser_version=0)
    verdict = verify_archive()

    assert (verdict.ok, verdict.not_replayed) == (True, 1)


def entry_of(article: Article, **changes: object) -> Entry:
    section = article.placements.get().section_id
    values = {
        "position": article.position,
        "headline": article.headline,
        "byline": "",
        "body": article.body,
        "former": "",
        "sections": (section,),
        "source": article.source_id,
    }
    return Entry(**(values | changes))


def test_an_article_that_is_not_in_the_index_is_named(article):
    index.take_out([entry_of(article)])

    assert differs() == [Difference("index", article.pk, "not-indexed")]


def test_one_wrong_term_in_the_index_is_named(article):
    index.take_out([entry_of(article)])
    index.add([entry_of(article, body="The keeper climbed 213 steps.")])

    assert differs() == [Difference("index", article.pk, "terms")]


def test_an_entry_of_no_article_is_named(article):
    index.add([entry_of(article, position=article.position + 5)])

    assert differs() == [Difference("index", article.pk + 5, "no-such-article")]


def test_a_placement_that_forgot_its_article_is_named(article):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_placement SET position = 1")

    assert differs() == [Difference("article", article.pk, "placement")]
