"""Corrections: one change each, with who and why, and nobody's text lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import IntegrityError, connection

from articles.archive import editing
from articles.archive.verifying import verify_archive
from articles.models import Article, Change, Section, Source, Version
from tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return make_article(
        headline="Harbour reopens",
        body="The ferry is back.\n\nFares stay as they were.",
        printed="2015-05-12T00:03",
        source="Tern Post",
        sections=("Coast",),
    )


@pytest.fixture
def editor(django_user_model):
    return django_user_model.objects.create_user("maren", first_name="Maren")


def edit(article, values, *, by=None, reason="A slip.", seen=None):
    if seen is None:
        seen = editing.state_now(article.pk).version
    return editing.edit_article(article.pk, values, by=by, reason=reason, seen=seen)


def test_a_correction_is_one_change_with_who_and_why(article, editor):
    before = Change.objects.count()

    edited = edit(
        article,
        {"headline": "Harbour reopened", "byline": "By Ida Holm"},
        by=editor,
        reason="The tense.",
    )

    article.refresh_from_db()
    assert (article.headline, article.byline) == ("Harbour reopened", "By Ida Holm")
    assert edited.fields == ("byline", "headline")
    assert Change.objects.count() == before + 1
    assert (edited.change.by, edited.change.reason, edited.change.kind) == (
        editor,
        "The tense.",
        "edit",
    )
    assert list(edited.change.versions.values_list("old", flat=True)) == [
        {"headline": "Harbour reopens", "byline": ""}
    ]


def test_only_what_differs_is_written(article):
    edited = edit(article, {"headline": "Harbour reopens", "byline": "By Ida Holm"})

    assert edited.fields == ("byline",)


def test_without_a_difference_there_is_no_change(article):
    before = Change.objects.count()

    edited = edit(article, {"headline": "Harbour reopens"}, reason="")

    assert (edited.change, edited.fields) == (None, ())
    assert Change.objects.count() == before


def test_a_form_made_before_another_edit_is_refused_and_writes_nothing(article, editor):
    seen = editing.state_now(article.pk).version
    edit(article, {"headline": "Harbour open again"}, by=editor)

    with pytest.raises(editing.Stale) as refused:
        edit(article, {"headline": "Mine"}, seen=seen)

    assert str(refused.value) == (
        "Maren changed this article while you were writing. Nothing was overwritten."
    )
    assert refused.value.now.values["headline"] == "Harbour open again"
    assert Article.objects.get().headline == "Harbour open again"


def test_a_change_by_raw_sql_makes_a_form_stale_too(article):
    seen = editing.state_now(article.pk).version
    Article.objects.update(byline="By hand")

    with pytest.raises(editing.Stale, match="Somebody outside the editors' desk"):
        edit(article, {"headline": "Mine"}, seen=seen)


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({"headline": "Other"}, id="headline"),
        pytest.param({"body": "Other."}, id="text"),
        pytest.param({"printed_precision": "day"}, id="date"),
    ],
)
def test_text_and_date_do_not_change_without_a_reason(article, values):
    with pytest.raises(editing.ReasonMissing):
        edit(article, values, reason="  ")

    assert Article.objects.get().headline == "Harbour reopens"


def test_a_source_may_change_without_a_reason(article):
    other = Source.objects.create(name="Fjord News", slug="fjord-news")

    edit(article, {"source_id": other.pk}, reason="")

    assert Article.objects.get().source == other


def test_sections_change_with_the_old_names_kept(article):
    fares = Section.objects.create(name="Fares", slug="fares")

    edited = edit(article, {"sections": (fares.pk,)})

    placement = article.placements.get()
    assert (placement.section, placement.source) == (fares, article.source)
    first = Version.objects.filter(change=edited.change).first()
    assert first.old == {"sections": ["Coast"]}


@pytest.mark.parametrize(
    ("values", "kept"),
    [
        pytest.param(
            {"printed_precision": "day"}, "encoding-guessed source-assumed", id="date"
        ),
        pytest.param({"source_id": None}, "impossible encoding-guessed", id="source"),
        pytest.param(
            {"byline": "By Ida Holm"},
            "impossible encoding-guessed source-assumed",
            id="byline",
        ),
    ],
)
def test_a_correction_settles_the_doubts_it_answers(article, values, kept):
    Article.objects.update(doubts="impossible encoding-guessed source-assumed")

    edit(article, values)

    assert Article.objects.get().doubts == kept


def test_an_earlier_state_is_found_again_from_its_version(article):
    first = editing.state_now(article.pk)
    fares = Section.objects.create(name="Fares", slug="fares")
    edit(article, {"headline": "Second"})
    second = editing.state_now(article.pk)
    edit(article, {"headline": "Third", "sections": (fares.pk,)})

    assert editing.state_at(article.pk, first.version) == first
    assert editing.state_at(article.pk, second.version) == second


def test_what_fails_inside_a_change_leaves_no_trace(article):
    before = Change.objects.count()

    with pytest.raises(IntegrityError), editing.change(reason="Half of it"):
        Article.objects.update(headline="Half", printed_minute=-1)

    assert Article.objects.get().headline == "Harbour reopens"
    assert Change.objects.count() == before


def test_index_and_counts_follow_a_correction(article):
    fares = Section.objects.create(name="Fares", slug="fares")

    edit(
        article,
        {
            "headline": "Harbour closes",
            "sections": (fares.pk,),
            "printed_minute": article.printed_minute + 60 * 24 * 40,
        },
    )

    assert verify_archive().differs == []


@pytest.mark.django_db(transaction=True)
def test_of_two_saves_at_the_same_moment_one_is_refused(article):
    seen = editing.state_now(article.pk).version
    together = Barrier(2)

    def save(headline):
        together.wait(timeout=20)
        try:
            edit(article, {"headline": headline}, seen=seen)
        except editing.Stale:
            return "refused"
        finally:
            connection.close()
        return headline

    with ThreadPoolExecutor() as editors:
        outcomes = set(editors.map(save, ["First", "Second"]))

    assert outcomes == {Article.objects.get().headline, "refused"}
