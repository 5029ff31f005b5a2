"""Batches, documents, records and problems at the desk: to be read, not written."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Appearance, Article, Batch, Document, Problem
from tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def batch(db):
    """A run that read two files: one gave an article, the other was rejected."""
    batch = Batch.objects.create(
        started_at=timezone.now(),
        process=7,
        host="desk",
        files=2,
        created=1,
        rejected=1,
        bytes=1204,
    )
    read, rejected = (
        Document.objects.create(
            sha256=bytes([n]) * 32, size=602, data=b"", parser_version=1, spans=b""
        )
        for n in (1, 2)
    )
    article = make_article(headline="Harbour reopens")
    Appearance.objects.create(
        document=read,
        index=1,
        place=1,
        article=article,
        batch=batch,
        file="may/03.txt",
        rank=b"",
        source="AFP",
    )
    Problem.objects.create(
        batch=batch,
        document=rejected,
        file="may/04.txt",
        line=1,
        code="no-headline",
        reason="The page has no headline.",
    )
    return batch


def page_of(thing):
    return reverse(f"admin:articles_{thing._meta.model_name}_change", args=[thing.pk])


def test_a_batch_says_what_became_of_every_record_and_file(desk, batch):
    page = desk.get(page_of(batch)).content.decode()

    assert (
        "1 = 1 created + 0 updated + 0 unchanged + 0 duplicate + 0 held + 0 buried"
        in page
    )
    assert "may/04.txt:1: The page has no headline." in page
    assert page_of(Problem.objects.get()) in page
    assert f"/admin/articles/appearance/?batch={batch.pk}" in page


def test_a_problem_leads_to_its_batch_and_document(desk, batch):
    problem = Problem.objects.get()

    page = desk.get(page_of(problem)).content.decode()

    assert page_of(batch) in page
    assert page_of(problem.document) in page


def test_a_document_leads_to_the_articles_it_gave(desk, batch):
    appearance = Appearance.objects.get()

    page = desk.get(page_of(appearance.document)).content.decode()

    assert "01" * 32 in page
    assert "may/03.txt, record 1" in page
    assert page_of(appearance.article) in page
    assert page_of(batch) in page


def test_an_article_names_the_files_it_appeared_in(desk, batch):
    page = desk.get(page_of(Article.objects.get())).content.decode()

    assert "may/03.txt, record 1" in page
    assert page_of(batch) in page


@pytest.mark.parametrize(
    "name", ["batch", "document", "appearance", "problem", "change", "version"]
)
def test_lists_take_few_queries_and_count_no_table(
    desk, batch, django_assert_max_num_queries, name
):
    with django_assert_max_num_queries(10) as asked:
        page = desk.get(f"/admin/articles/{name}/")

    assert page.status_code == 200
    assert 'SELECT COUNT(*) AS "__count" FROM "articles' not in str(
        asked.captured_queries
    )


@pytest.mark.parametrize("name", ["batch", "document", "appearance", "problem"])
def test_nobody_adds_changes_or_deletes_them(admin_client, batch, name):
    row = {
        "batch": Batch,
        "document": Document,
        "appearance": Appearance,
        "problem": Problem,
    }[name].objects.first()
    delete = reverse(f"admin:articles_{name}_delete", args=[row.pk])

    assert admin_client.get(f"/admin/articles/{name}/add/").status_code == 403
    assert admin_client.post(page_of(row), {}).status_code == 403
    assert admin_client.post(delete, {"post": "yes"}).status_code == 403


@pytest.mark.parametrize(
    ("address", "found"),
    [
        pytest.param(
            "/admin/articles/appearance/?batch={}", 1, id="records of a batch"
        ),
        pytest.param("/admin/articles/problem/?batch={}", 1, id="problems of a batch"),
        pytest.param("/admin/articles/problem/?batch=99{}", 0, id="of another batch"),
        pytest.param("/admin/articles/problem/?code=empty", 0, id="problems of a kind"),
    ],
)
def test_lists_are_narrowed_by_links(desk, batch, address, found):
    page = desk.get(address.format(batch.pk))

    assert len(page.context["cl"].result_list) == found
