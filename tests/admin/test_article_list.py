"""The desk's list of articles."""

from __future__ import annotations

import pytest
from django.db import connection
from django.utils import timezone

from articles.admin.paging import BoundedPaginator
from articles.models import Article
from tests.admin.forms import save
from tests.factories import make_article, make_source

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/article/"


@pytest.fixture
def archive(db):
    """Three articles, one of them without a date and one without a source."""
    make_article(
        headline="Lamp trimmed",
        printed="1931",
        source="Fjord News",
        sections=("Coast",),
    )
    make_article(headline="No date here", printed="", source="Tern Post", sections=())
    make_article(
        headline="Ferry late",
        body="The Aurora lay in fog.",
        printed="2015-05-12T00:03",
        source="",
        sections=("Coast", "Fares"),
    )


def headlines(response):
    return [article.headline for article in response.context["cl"].result_list]


def test_the_newest_stands_first_with_source_date_and_sections(desk, archive):
    page = desk.get(LIST)

    assert headlines(page) == ["Ferry late", "Lamp trimmed", "No date here"]
    text = page.content.decode()
    assert "Tuesday 12 May 2015, 00.03" in text
    assert "Coast, Fares" in text


@pytest.mark.parametrize(
    ("check", "found"),
    [
        pytest.param("undated", ["No date here"], id="no date"),
        pytest.param("unsourced", ["Ferry late"], id="no source"),
        pytest.param("doubtful", ["Lamp trimmed"], id="date in doubt"),
        pytest.param("edited", ["No date here"], id="edited"),
        pytest.param("removed", ["Lamp gone"], id="removed"),
        pytest.param(
            "nonsense", ["Ferry late", "Lamp trimmed", "No date here"], id="unknown"
        ),
    ],
)
def test_what_waits_for_an_editor_can_be_filtered(desk, archive, check, found):
    make_article(headline="Lamp gone", removed_at=timezone.now())
    Article.objects.filter(headline="Ferry late").update(doubts="encoding-guessed")
    Article.objects.filter(headline="Lamp trimmed").update(doubts="two-digit-year")
    connection.cursor().execute("DELETE FROM articles_version")
    undated = Article.objects.get(headline="No date here")
    save(desk, undated, byline="By Ida Holm", reason="It was left out.")

    assert headlines(desk.get(LIST, {"check": check})) == found


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        pytest.param("1931", ["Lamp trimmed"], id="year"),
        pytest.param("May 2015", ["Ferry late"], id="month"),
        pytest.param("2015-05-12", ["Ferry late"], id="day"),
        pytest.param("2015-05-13", [], id="next day"),
        pytest.param("9999", [], id="last year"),
    ],
)
def test_a_year_month_or_day_can_be_filtered(desk, archive, printed, found):
    assert headlines(desk.get(LIST, {"printed": printed})) == found


def test_a_date_filter_that_is_no_date_is_named_and_left_out(desk, archive):
    page = desk.get(LIST, {"printed": "31 February 2015"})

    assert len(headlines(page)) == 3
    assert (
        "“31 February 2015” does not exist in the calendar or on the clock. "
        "The filter is left out." in page.content.decode()
    )


def test_a_source_can_be_filtered(desk, archive):
    source = make_source("Fjord News")

    assert headlines(desk.get(LIST, {"source": source.pk})) == ["Lamp trimmed"]


@pytest.mark.parametrize("value", ["99999", "9" * 30, "fjord"])
def test_an_unknown_source_is_named_and_left_out(desk, archive, value):
    page = desk.get(LIST, {"source": value})

    assert len(headlines(page)) == 3
    assert "The filter is left out." in page.content.decode()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("aurora", ["Ferry late"], id="a word of the text"),
        pytest.param('"lamp trimmed"', ["Lamp trimmed"], id="a phrase"),
        pytest.param("lamp -trimmed", [], id="an unwanted word"),
        pytest.param("?!", [], id="only signs"),
    ],
)
def test_articles_are_found_by_their_words(desk, archive, words, found):
    assert headlines(desk.get(LIST, {"q": words})) == found


def test_an_edited_article_is_found_by_its_former_wording_too(desk, archive):
    article = Article.objects.get(headline="Lamp trimmed")
    save(desk, article, headline="Wick cut", reason="A better word.")

    assert headlines(desk.get(LIST, {"q": "trimmed"})) == ["Wick cut"]
    assert headlines(desk.get(LIST, {"q": "wick"})) == ["Wick cut"]


def test_a_long_list_is_cut_instead_of_counted(desk, archive, monkeypatch):
    monkeypatch.setattr(BoundedPaginator, "MOST", 2)

    page = desk.get(LIST)

    assert "The first 2 of more articles" in page.content.decode()


@pytest.mark.parametrize("articles", [1, 30])
@pytest.mark.parametrize(
    "query",
    [
        pytest.param({}, id="all"),
        pytest.param({"check": "edited"}, id="edited"),
        pytest.param({"q": "ferry"}, id="search"),
        pytest.param({"source": "", "printed": "2015"}, id="date"),
    ],
)
def test_the_list_takes_few_queries_whatever_its_length(
    desk, django_assert_max_num_queries, articles, query
):
    for number in range(articles):
        make_article(headline=f"Ferry {number}")

    with django_assert_max_num_queries(10):
        desk.get(LIST, query)


def test_the_articles_with_a_doubtful_date_are_found_by_their_index(archive):
    plan = Article.objects.with_doubtful_date().newest_first().only("pk").explain()

    assert connection.vendor != "sqlite" or "article_doubtful_date" in plan


def test_filtering_by_a_source_takes_few_queries_too(
    desk, archive, django_assert_max_num_queries
):
    source = make_source("Fjord News")

    with django_assert_max_num_queries(10):
        desk.get(LIST, {"source": source.pk, "printed": "1931"})
