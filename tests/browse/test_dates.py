"""Years, months and days agree with one another and lead on to what is held."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict

from articles.browse.dates import day_page, month_page, year_page
from articles.browse.filters import Fixed
from articles.browse.listing import Listing
from tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def _archive():
    for headline, printed in (
        ("Almanac", "2015"),
        ("Winter number", "2015-01"),
        ("New Year", "2015-01-01"),
        ("Midnight", "2015-01-01T00:00"),
        ("Ferry", "2015-05-12T00:03"),
        ("Bridge", "2015-05-12"),
        ("Ice", "2015-05-30"),
        ("Far away", "1931-12-31"),
    ):
        make_article(headline=headline, printed=printed)


def headlines(**fixed):
    shown = Listing.from_query(QueryDict(), Fixed(**fixed))
    return {story.headline for day in shown.days for story in day.stories}


@pytest.mark.usefixtures("_archive")
def test_a_year_counts_its_months_and_what_names_no_month():
    page = year_page(2015)

    assert page.summary == "7 articles."
    assert page.vague == "1 more is known only to the year."
    assert [month.count for month in page.months if month.share] == [
        "January: 3 articles",
        "May: 3 articles",
    ]
    assert [(year.name, year.count) for year in page.years] == [
        ("1931", "1"),
        ("2015", "7"),
    ]
    assert (page.before.href, page.after) == ("/1931/", None)


@pytest.mark.usefixtures("_archive")
def test_a_month_counts_its_days_and_leads_to_the_next_that_holds_something():
    page = month_page(2015, 5)

    held = [day for week in page.weeks for day in week if day.href]
    assert page.summary == "3 articles on 2 of 31 days."
    assert [(day.number, day.count, day.share) for day in held] == [
        ("12", "2", 100),
        ("30", "1", 50),
    ]
    assert page.busiest.name == "on Tuesday 12 May"
    assert (page.up.href, page.before.href, page.after) == (
        "/2015/",
        "/2015/01/",
        None,
    )
    assert (page.vague, page.vague_href) == (
        "1 more is known only to the year",
        "/2015/",
    )


@pytest.mark.usefixtures("_archive")
def test_a_day_leads_over_empty_days():
    page = day_page(date(2015, 5, 12))

    assert page.summary == "2 articles."
    assert (page.up.href, page.before.href, page.after.href) == (
        "/2015/05/",
        "/2015/01/01/",
        "/2015/05/30/",
    )


@pytest.mark.usefixtures("_archive")
def test_a_day_says_what_is_known_only_to_the_month():
    page = day_page(date(2015, 1, 1))

    assert (page.summary, page.vague, page.vague_href) == (
        "2 articles.",
        "1 more is known only to the month",
        "/2015/01/",
    )


@pytest.mark.usefixtures("_archive")
def test_a_month_leaves_out_what_is_known_only_to_the_year():
    assert headlines(
        since=date(2015, 1, 1), until=date(2015, 1, 31), but=("year",)
    ) == {"Winter number", "New Year", "Midnight"}


@pytest.mark.usefixtures("_archive")
def test_a_day_leaves_out_what_is_known_only_to_the_month():
    assert headlines(
        since=date(2015, 1, 1), until=date(2015, 1, 1), but=("year", "month")
    ) == {"New Year", "Midnight"}


@pytest.mark.usefixtures("_archive")
def test_a_month_that_holds_nothing_says_so_and_leads_on():
    page = month_page(2015, 3)

    assert page.summary == "Nothing is held of March 2015."
    assert (page.before.href, page.after.href) == ("/2015/01/", "/2015/05/")


@pytest.mark.parametrize(
    ("year", "month"),
    [pytest.param(1, 1, id="the first"), pytest.param(9999, 12, id="the last")],
)
def test_the_ends_of_time_are_months(year, month):
    assert len(month_page(year, month).weeks) >= 5
