"""The pages of a year, a month and a day."""

from __future__ import annotations

import re

import pytest

from tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def _archive():
    make_article(headline="Almanac", printed="2015")
    make_article(headline="Ferry", printed="2015-05-12T00:03:01")
    make_article(headline="Bridge", printed="2015-05-13", sections=("Trade",))


def text(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", response.content.decode()))


def headlines(response):
    return re.findall(
        r'story__title"[^>]*><a href="[^"]*">(.*?)</a>', response.content.decode()
    )


@pytest.mark.usefixtures("_archive")
@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("/2015/", ["Bridge", "Ferry", "Almanac"]),
        ("/2015/05/", ["Bridge", "Ferry"]),
        ("/2015/05/12/", ["Ferry"]),
        ("/2015/05/?section=trade", ["Bridge"]),
        ("/2015/05/12/?section=trade", []),
        ("/2015/?q=ferry&order=oldest", ["Almanac", "Ferry", "Bridge"]),
    ],
)
def test_a_date_lists_its_articles(client, address, shown):
    response = client.get(address)

    found = [re.sub(r"<[^>]*>", "", headline) for headline in headlines(response)]
    assert found == shown


@pytest.mark.usefixtures("_archive")
@pytest.mark.parametrize("zone", ["UTC", "Pacific/Auckland", "America/Los_Angeles"])
def test_a_printed_day_does_not_move_with_the_servers_clock(client, settings, zone):
    settings.TIME_ZONE = zone

    assert headlines(client.get("/2015/05/12/")) == ["Ferry"]


@pytest.mark.usefixtures("_archive")
def test_a_month_says_what_is_known_only_to_the_year(client):
    response = client.get("/2015/05/")

    assert "2 articles on 2 of 31 days." in text(response)
    assert "1 more is known only to the year" in text(response)


@pytest.mark.usefixtures("_archive")
def test_days_without_articles_are_no_links(client):
    html = client.get("/2015/05/").content.decode()

    assert 'href="/2015/05/12/"' in html
    assert 'href="/2015/05/14/"' not in html


def test_a_date_that_holds_nothing_is_a_page(client):
    assert "Nothing is held of May 1998." in text(client.get("/1998/05/"))


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [("/2015/5/", "/2015/05/"), ("/2015/5/2/", "/2015/05/02/")],
)
def test_a_short_address_leads_to_the_whole_one(client, address, leads_to):
    response = client.get(address)

    assert (response.status_code, response["Location"]) == (301, leads_to)


@pytest.mark.parametrize(
    "address",
    ["/2015/13/", "/2015/00/", "/2015/02/31/", "/2015/02/00/", "/0000/", "/15/"],
)
def test_an_impossible_date_is_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.usefixtures("_archive")
@pytest.mark.parametrize(
    "address",
    [
        "/2015/",
        "/2015/05/",
        "/2015/05/12/",
        "/2015/04/",
        "/2015/05/?section=trade&source=afp",
        "/2015/05/12/?q=ferry",
    ],
)
def test_a_date_takes_six_queries(client, address, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        client.get(address)


@pytest.mark.parametrize(
    ("address", "total", "shown"),
    [
        pytest.param("/2015/01/?q=ferry", "3 articles", 3, id="words in a month"),
        pytest.param("/2015/01/01/?q=ferry", "1 article ", 1, id="words on a day"),
        pytest.param(
            "/2015/01/?section=europe&section=trade",
            "3 articles",
            3,
            id="sections in a month",
        ),
        pytest.param("/2015/01/?q=ferry&order=oldest", "3 articles", 3, id="oldest"),
    ],
)
def test_a_narrowed_date_counts_only_what_it_lists(client, address, total, shown):
    for printed in ("2015", "2015", "2015-01", "2015-01-01", "2015-01-20"):
        make_article(headline=f"Printed {printed}", printed=printed)
    make_article(printed="2014-12-31", sections=("Trade",))

    response = client.get(address)

    sentence = re.search(r'<p class="sentence.*?</p>', response.content.decode(), re.S)
    assert re.sub(r"<[^>]*>", "", sentence[0]).startswith(total)
    assert len(headlines(response)) == shown


@pytest.mark.usefixtures("_archive")
def test_days_that_the_address_of_a_date_has_chosen_are_named_when_given(client):
    response = client.get("/2015/05/?since=2015-05-13&until=2015-05-31")

    assert (
        "One filter was left out. “since=2015-05-13”: "
        "the days of this page are in its address." in text(response)
    )
    assert headlines(response) == ["Bridge", "Ferry"]


def test_a_year_parts_the_sentences_of_its_summary(client):
    for printed in ("2015", "2015-05-12", "2015-05-13", "2015-06-01"):
        make_article(printed=printed)

    assert "in May: 2. 1 more is known only to the year." in text(client.get("/2015/"))


@pytest.mark.usefixtures("_archive")
def test_one_article_is_not_said_in_the_plural(client):
    response = client.get("/2015/05/")

    assert "12 1 article " in text(response)
    assert "1 articles" not in text(response)


@pytest.mark.parametrize("address", ["/2015/?q=ferry", "/2015/05/?q=ferry"])
def test_a_narrowed_date_takes_six_queries_on_every_page(
    client, address, django_assert_max_num_queries
):
    for number in range(31):
        make_article(headline=f"Ferry {number}")
    first = client.get(address).content.decode()
    [further] = re.findall(r'<a href="([^"]*)" rel="next">Older', first)

    with django_assert_max_num_queries(6):
        client.get(further.replace("&amp;", "&"))
    with django_assert_max_num_queries(6):
        client.get(f"{address}&order=oldest&section=europe&section=nowhere")
