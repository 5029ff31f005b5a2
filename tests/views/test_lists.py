"""Lists in the browser: filters, search, paging, and what bad input gets."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from articles.browse.names import name_path
from articles.models import MonthCount, Section, Source
from articles.models.article import article_path
from articles.models.counts import ALL
from tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def _archive():
    make_article(
        headline="Ferry returns",
        printed="2015-05-12T00:03",
        source="AFP",
        sections=("Europe", "Trade"),
        body="A boat crossed Lake Orrin.",
    )
    make_article(
        headline="Bridge opens",
        printed="2015-06-13",
        source="Tarn Gazette",
        sections=("Trade",),
    )


def text(response):
    html = re.sub(r"<(style|script|title).*?</\1>", "", response.content.decode())
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", html))


def headlines(response):
    return re.findall(
        r'story__title"[^>]*><a href="[^"]*">(.*?)</a>', response.content.decode()
    )


@pytest.mark.usefixtures("_archive")
@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("/articles/", ["Bridge opens", "Ferry returns"]),
        ("/articles/?order=oldest", ["Ferry returns", "Bridge opens"]),
        ("/articles/?section=europe", ["Ferry returns"]),
        ("/articles/?source=tarn-gazette", ["Bridge opens"]),
        ("/articles/?since=2015-06-01", ["Bridge opens"]),
        ("/articles/?until=2015-05-12", ["Ferry returns"]),
        ("/articles/?q=orrin", ["Ferry returns"]),
        ("/sections/europe/", ["Ferry returns"]),
        ("/sections/trade/?source=afp", ["Ferry returns"]),
        ("/sources/tarn-gazette/", ["Bridge opens"]),
    ],
)
def test_each_filter_shows_what_it_names_and_hides_the_rest(client, address, shown):
    assert headlines(client.get(address)) == shown


@pytest.mark.usefixtures("_archive")
def test_the_heading_is_a_sentence_and_so_is_the_title(client):
    response = client.get("/articles/?section=europe&source=afp")

    assert "1 article from Take out: AFP in Take out: Europe." in text(response)
    assert "<title>1 article from AFP in Europe ·" in response.content.decode()


@pytest.mark.usefixtures("_archive")
def test_links_that_combine_are_not_for_search_engines(client):
    combined = client.get("/articles/?section=trade&source=afp").content.decode()
    plain = client.get("/sections/trade/").content.decode()

    assert '<meta name="robots" content="noindex">' in combined
    assert "noindex" not in plain
    assert len(re.findall(r'class="(?:chip|facet__choice)"', plain)) == len(
        re.findall(r'class="(?:chip|facet__choice)" href="[^"]*" rel="nofollow"', plain)
    )


@pytest.mark.usefixtures("_archive")
@pytest.mark.parametrize(
    "query",
    [
        "section=nowhere",
        "section=%00&source=%F0%9F%99%82%25",
        "since=2015-99-99",
        "since=2016-01-01&until=2015-01-01",
        "since=0001-01-01&until=9999-12-31",
        "after=abc",
        "after=99999999999999999999",
        "before=0",
        "order=sideways",
        "q=" + "%22" * 4_000,
        "q=" + "ferry+" * 1_400,
        "q=%00",
        "q=%27%3B+DROP+TABLE--",
        "q=" + "x" * 8_000,
        "section=" + "&section=".join(f"s{n}" for n in range(40)),
        "unknown=1&q",
        "q=%FF%FE",
    ],
)
def test_whatever_the_query_string_there_is_a_page(client, query):
    response = client.get(f"/articles/?{query}")

    assert response.status_code == 200
    assert response.content.decode().count("<h1") == 1


@pytest.mark.usefixtures("_archive")
def test_a_value_that_cannot_be_used_is_said_aloud(client):
    response = client.get("/articles/?section=nowhere&q=orrin")

    assert "One filter was left out. There is no section “nowhere”." in text(response)
    assert headlines(response) == ["Ferry returns"]


@pytest.mark.usefixtures("_archive")
def test_the_query_is_shown_back_as_typed(client):
    response = client.get("/articles/", {"q": '"lake  orrin" -<b>'})

    assert 'value="&#34;lake  orrin&#34; -&lt;b&gt;"' in response.content.decode()


@pytest.mark.parametrize("address", ["/sections/nowhere/", "/sources/%00/"])
def test_a_name_that_does_not_exist_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_a_list_can_only_be_read(client):
    assert client.post("/articles/").status_code == 405


def test_markup_in_a_headline_is_text(client):
    make_article(headline="<script>alert(1)</script>", source="<b>", sections=("<i>",))

    html = client.get("/articles/").content.decode()

    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


@pytest.mark.parametrize("name", ["R&D, “Quoted”", "ثقافة", "国際", "a/b"])
def test_a_name_in_any_script_is_a_link_that_works(client, name):
    make_article(headline="Ferry returns", sections=(name,))
    section = Section.objects.get(name=name)

    response = client.get(section.get_absolute_url())

    assert headlines(response) == ["Ferry returns"]
    assert f'href="{section.get_absolute_url()}"' in str(
        client.get("/sections/").content.decode()
    )


def test_a_language_turns_the_headline_and_not_the_line_below(client):
    make_article(headline="العبّارة", language="ar", source="AFP")

    html = client.get("/articles/").content.decode()

    assert 'class="story__title" lang="ar" dir="rtl"' in html
    assert '<p class="story__meta">' in html


def test_paths_of_lists_are_those_of_the_address_book():
    assert article_path(7, "Été à “Kyōto”") == reverse(
        "article", args=[7, "été-à-kyōto"]
    )
    assert name_path("section", "国際-a") == reverse("section", args=["国際-a"])
    assert name_path("source", "国際-a") == reverse("source", args=["国際-a"])


def test_an_archive_without_articles_has_an_empty_list(client):
    response = client.get("/articles/")

    assert "No article. This archive is empty." in text(response)


def test_sections_and_sources_are_indexed_with_counts(client):
    make_article(sections=("Trade", "Europe"), source="")

    sections, sources = client.get("/sections/"), client.get("/sources/")

    assert "2 sections." in text(sections)
    assert "Europe 1 Trade 1" in text(sections)
    assert "1 article prints no source." in text(sources)


@pytest.mark.usefixtures("_archive")
@pytest.mark.parametrize(
    "address",
    [
        "/articles/",
        "/articles/?section=trade",
        "/articles/?section=trade&source=afp&order=oldest",
        "/articles/?section=trade&section=europe&source=afp&source=tarn-gazette",
        "/articles/?q=boat&section=trade&section=europe&since=2015-05-02&before=9",
        "/articles/?q=boat&section=nowhere&source=papers&since=x&after=x",
        "/articles/?since=2015-05-02&until=2015-05-20&source=afp",
        "/articles/?section=europe&source=tarn-gazette&since=2015-01-02",
        "/articles/?q=nothing-like-it&section=europe&until=2015-05-20",
        "/sections/trade/",
        "/sections/trade/?q=boat",
        "/sources/afp/",
        "/sections/",
        "/sources/",
    ],
)
def test_a_list_takes_six_queries_whatever_is_asked(
    client, address, django_assert_max_num_queries
):
    with django_assert_max_num_queries(6):
        response = client.get(address)

    assert response.status_code == 200


@pytest.fixture
def _five_thousand_sources():
    Source.objects.bulk_create(
        Source(name=f"Paper {n:04}", slug=f"paper-{n:04}") for n in range(5_000)
    )
    MonthCount.objects.bulk_create(
        MonthCount(section=ALL, source=pk, month=ALL, n=1)
        for pk in Source.objects.filter(name__startswith="Paper").values_list(
            "pk", flat=True
        )
    )


@pytest.mark.usefixtures("_archive", "_five_thousand_sources")
def test_thousands_of_sources_do_not_swell_a_list(
    client, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12):
        response, names = client.get("/articles/"), client.get("/sources/")

    assert len(response.content) < 40_000
    assert "All 5,002 sources" in text(response)
    assert "5,002 sources." in text(names)
