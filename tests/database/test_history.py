"""Every road of change leaves a version, and index and counts follow."""

from __future__ import annotations

import pytest
from django.db import connection

from articles.archive.catching_up import catch_up
from articles.archive.verifying import verify_archive
from articles.database import index
from articles.database.matching import Match
from articles.models import (
    Article,
    Change,
    MonthCount,
    Placement,
    Section,
    Source,
    Version,
)
from articles.models.counts import ALL

pytestmark = pytest.mark.django_db

MAY_2015 = 1_059_530_403 - 1_059_530_403 % 1440  # a day in minutes since year 1


@pytest.fixture
def article() -> Article:
    source = Source.objects.create(name="Gull Point Mail", slug="gull-point-mail")
    section = Section.objects.create(name="Harbour", slug="harbour")
    article = Article.objects.create(
        key=b"k" * 16,
        headline="Lamp trimmed at last",
        body="The keeper climbed.\n\nThe light came back.",
        source=source,
        printed_minute=MAY_2015,
        printed_precision="day",
    )
    Placement.objects.create(article=article, section=section)
    catch_up()
    return article


def found(*words: str) -> list[int]:
    match = Match(words=tuple((word,) for word in words))
    return index.find(match, low=0, high=2**62, newest=True, limit=10)


def by_save(article: Article) -> None:
    article.headline = "Lamp cleaned at last"
    article.save()


def by_update(article: Article) -> None:
    Article.objects.update(headline="Lamp cleaned at last")


def by_bulk_update(article: Article) -> None:
    article.headline = "Lamp cleaned at last"
    Article.objects.bulk_update([article], ["headline"])


def by_raw_sql(article: Article) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_article SET headline = 'Lamp cleaned at last'")


@pytest.mark.parametrize("road", [by_save, by_update, by_bulk_update, by_raw_sql])
def test_every_road_of_change_leaves_the_old_value(article, road):
    road(article)

    (version,) = Version.objects.all()
    assert version.article_id == article.pk
    assert version.old == {"headline": "Lamp trimmed at last"}
    assert version.change.kind == Change.Kind.DIRECT


@pytest.mark.parametrize("road", [by_save, by_update, by_bulk_update, by_raw_sql])
def test_old_and_new_wording_are_both_found_after_catching_up(article, road):
    road(article)
    catch_up()

    assert found("cleaned") == found("trimmed") == [article.position]
    assert verify_archive().differs == []


def test_a_new_article_has_no_version(article):
    assert Version.objects.count() == 0
    assert found("lamp") == [article.position]


def test_a_save_that_changes_nothing_leaves_no_version(article):
    article.save()

    assert Version.objects.count() == 0


def test_a_changed_date_moves_placements_counts_and_index(article):
    Article.objects.update(printed_minute=MAY_2015 + 40 * 1440)
    article.refresh_from_db()
    catch_up()

    assert Placement.objects.get().position == article.position
    assert found("lamp") == [article.position]
    assert verify_archive().differs == []


def test_a_changed_source_moves_placements_and_counts(article):
    other = Source.objects.create(name="Tarn Post", slug="tarn-post")
    Article.objects.update(source=other)
    catch_up()

    assert Placement.objects.get().source == other
    assert MonthCount.objects.get(section=ALL, source=other.pk, month=ALL).n == 1
    assert verify_archive().differs == []


def test_sections_taken_away_and_added_leave_the_old_names(article):
    weather = Section.objects.create(name="Weather", slug="weather")
    Placement.objects.all().delete()
    Placement.objects.create(article=article, section=weather)
    catch_up()

    assert [version.old for version in Version.objects.all()] == [
        {"sections": ["Harbour"]},
        {"sections": []},
    ]
    assert verify_archive().differs == []


def test_a_removed_article_leaves_lists_counts_and_index(article):
    Article.objects.update(removed_at="2026-01-01T00:00:00Z", removed_reason="Test")
    catch_up()

    assert list(Article.objects.published()) == []
    assert found("lamp") == []
    assert MonthCount.objects.exclude(n=0).count() == 0
    assert verify_archive().differs == []


def test_a_deleted_article_leaves_its_whole_text_as_a_version(article):
    Article.objects.all().delete()
    catch_up()

    assert Version.objects.last().old["body"] == article.body
    assert found("lamp") == []
    assert verify_archive().differs == []


def test_a_text_changed_twice_before_catching_up_leaves_the_index_right(article):
    Article.objects.update(body="One.")
    Article.objects.update(body="Two.", headline="Three")
    catch_up()
    Article.objects.update(body="Four.")
    catch_up()

    assert found("keeper") == found("one") == found("four") == [article.position]
    assert found("five") == []
