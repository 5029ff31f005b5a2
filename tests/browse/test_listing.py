"""From a query string to a page of a list."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from articles.browse.filters import Fixed
from articles.browse.listing import Listing, NothingNamed
from articles.browse.sentence import say
from articles.models import Article
from tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive():
    make_article(
        headline="Ferry returns",
        printed="2015-05-12T00:03",
        source="AFP",
        sections=("Europe", "Trade"),
        body="The ferry is back on Lake Orrin.",
    )
    make_article(
        headline="Bridge opens",
        printed="2015-05-13",
        source="Tarn Gazette",
        sections=("Trade",),
    )
    make_article(
        headline="Ice on the lake", printed="2016-01", source="AFP", sections=("Sport",)
    )
    make_article(headline="Old almanac", printed="1931", source="", sections=())
    make_article(headline="Loose leaf", printed="", source="AFP", sections=("Europe",))


def listing(query="", **fixed):
    return Listing.from_query(QueryDict(query), Fixed(**fixed) if fixed else None)


def headlines(shown):
    grouped = [story.headline for day in shown.days for story in day.stories]
    return grouped or [story.headline for story in shown.found]


ALL = ["Ice on the lake", "Bridge opens", "Ferry returns", "Old almanac", "Loose leaf"]


@pytest.mark.parametrize(
    ("query", "expected", "words"),
    [
        pytest.param("", ALL, "All 5 articles.", id="everything, newest first"),
        pytest.param(
            "section=europe",
            ["Ferry returns", "Loose leaf"],
            "2 articles in Europe.",
            id="a section",
        ),
        pytest.param(
            "source=tarn-gazette",
            ["Bridge opens"],
            "1 article from Tarn Gazette.",
            id="a source",
        ),
        pytest.param(
            "section=europe&source=afp&since=2015-05-12&until=2015-05-12",
            ["Ferry returns"],
            "1 article from AFP in Europe, printed on 12\xa0May\xa02015.",
            id="a section, a source and a day",
        ),
        pytest.param(
            "section=europe&section=trade",
            ["Bridge opens", "Ferry returns", "Loose leaf"],
            "3 articles in Europe or Trade.",
            id="two sections, an article in both once",
        ),
        pytest.param(
            "source=afp&source=tarn-gazette&section=trade",
            ["Bridge opens", "Ferry returns"],
            "2 articles from AFP or Tarn Gazette in Trade.",
            id="two sources of a section",
        ),
        pytest.param(
            "since=2015-01-01&until=2015-12-31",
            ["Bridge opens", "Ferry returns"],
            "2 articles, printed in 2015.",
            id="a year",
        ),
        pytest.param(
            "since=2015-05-13",
            ["Ice on the lake", "Bridge opens"],
            "2 articles, printed since 13\xa0May\xa02015.",
            id="since the middle of a month",
        ),
        pytest.param(
            "until=2015-05-12",
            ["Ferry returns", "Old almanac"],
            "2 articles, printed until 12\xa0May\xa02015.",
            id="until, without the undated",
        ),
        pytest.param(
            'q="lake orrin"',
            ["Ferry returns"],
            "1 article with “lake orrin”.",
            id="a phrase",
        ),
        pytest.param(
            "q=lake+-orrin",
            ["Ice on the lake"],
            "1 article with lake but not orrin.",
            id="a word without another",
        ),
        pytest.param(
            "q=lake&section=europe&since=2015-01-01",
            ["Ferry returns"],
            "1 article in Europe with lake, printed since 1\xa0January\xa02015.",
            id="words, a section and a day",
        ),
        pytest.param(
            "q=-orrin&source=afp",
            ["Ice on the lake", "Loose leaf"],
            "2 articles from AFP without orrin.",
            id="only an unwanted word",
        ),
        pytest.param(
            "order=oldest",
            ["Old almanac", "Ferry returns", "Bridge opens", "Ice on the lake"],
            "All 5 articles.",
            id="oldest first, the undated apart",
        ),
        pytest.param(
            "after=1073741824", ["Loose leaf"], "All 5 articles.", id="the undated"
        ),
    ],
)
def test_a_query_string_chooses_articles_and_says_so(archive, query, expected, words):
    shown = listing(query)

    assert (headlines(shown), say(shown.sentence)) == (expected, words)


def test_rows_stand_under_the_dates_they_print(archive):
    shown = listing()

    assert [(day.number, *day.names, day.href) for day in shown.days] == [
        ("", "January 2016", "known only to the month", "/2016/01/"),
        ("13", "Wednesday", "May 2015", "/2015/05/13/"),
        ("12", "Tuesday", "May 2015", "/2015/05/12/"),
        ("", "1931", "known only to the year", "/1931/"),
        ("", "Without a date", ""),
    ]


def test_rows_leave_out_what_the_whole_list_has_in_common(archive):
    [day, *_] = listing("section=europe&source=afp").days

    [story] = day.stories
    assert (story.source, story.sections, story.time) == ("", ("Trade",), "00.03")


def test_a_row_without_a_source_says_so(archive):
    shown = listing("until=1931-12-31")

    assert shown.days[0].stories[0].source == "No source printed"


def test_each_chip_takes_out_one_thing(archive):
    shown = listing('section=europe&source=afp&q="lake orrin"+ferry&until=2015-05-12')

    assert {part.text: part.href for part in shown.sentence if part.href} == {
        "AFP": "/articles/?q=%22lake+orrin%22+ferry&section=europe&until=2015-05-12",
        "Europe": "/articles/?q=%22lake+orrin%22+ferry&source=afp&until=2015-05-12",
        "“lake orrin”": "/articles/?section=europe&source=afp&until=2015-05-12&q=ferry",
        "ferry": (
            "/articles/?section=europe&source=afp&until=2015-05-12&q=%22lake+orrin%22"
        ),
        "12\xa0May\xa02015": (
            "/articles/?q=%22lake+orrin%22+ferry&section=europe&source=afp"
        ),
    }


def test_oldest_first_offers_the_undated_at_its_end(archive):
    shown = listing("order=oldest")

    assert shown.pager.undated == "1 article without a date"
    assert headlines(listing(shown.pager.undated_href.partition("?")[2])) == [
        "Loose leaf"
    ]


def facet(shown, name):
    return {
        choice.label: (choice.count, choice.is_chosen)
        for facet in shown.facets
        if facet.name == name
        for choice in facet.choices
    }


def test_a_facet_counts_with_the_other_choices_applied(archive):
    shown = listing("section=trade&source=afp")

    assert facet(shown, "section") == {
        "Europe": ("2", False),
        "Sport": ("1", False),
        "Trade": ("1", True),
    }
    assert facet(shown, "source") == {"AFP": ("1", True), "Tarn Gazette": ("1", False)}
    assert facet(shown, "year") == {"2015": ("1", False)}


def test_whole_months_narrow_the_counts_of_facets(archive):
    shown = listing("since=2015-05-01&until=2015-05-31")

    assert facet(shown, "source") == {"AFP": ("1", False), "Tarn Gazette": ("1", False)}


def test_a_chosen_name_that_holds_nothing_here_is_still_offered(archive):
    shown = listing("section=sport&source=tarn-gazette")

    assert facet(shown, "section")["Sport"] == ("0", True)
    assert facet(shown, "source")["Tarn Gazette"] == ("0", True)


@pytest.mark.parametrize(
    "query",
    ["q=lake", "section=europe&section=trade", "since=2015-05-12&until=2015-05-20"],
)
def test_where_no_counts_are_kept_facets_are_names_without_numbers(archive, query):
    shown = listing(query)

    assert {count for count, _ in facet(shown, "source").values()} == {""}


def test_the_chosen_are_always_among_the_choices(archive):
    for number in range(9):
        make_article(sections=(f"Big {number}",), printed="2015-05-12", source="Tass")
        make_article(sections=(f"Big {number}",), printed="2015-05-12", source="Tass")

    shown = listing("section=sport")

    assert len(facet(shown, "section")) == 7
    assert facet(shown, "section")["Sport"] == ("1", True)


def test_the_year_facet_sets_both_days(archive):
    shown = listing("source=afp")

    [years] = [facet for facet in shown.facets if facet.name == "year"]
    assert years.choices[-1].href == (
        "/articles/?source=afp&since=2015-01-01&until=2015-12-31"
    )


def test_a_path_fixes_a_choice_that_a_chip_takes_out(archive):
    shown = listing("source=afp", path="/sections/europe/", section="europe")

    assert headlines(shown) == ["Ferry returns", "Loose leaf"]
    assert {part.text: part.href for part in shown.sentence if part.href} == {
        "AFP": "/sections/europe/",
        "Europe": "/articles/?source=afp",
    }


def test_a_path_that_names_nothing_is_told(archive):
    with pytest.raises(NothingNamed):
        listing(path="/sections/nowhere/", section="nowhere")


NOTICES = [
    pytest.param(
        "section=nowhere&section=europe",
        "One filter was left out.",
        [("There is no section “nowhere”.", "")],
        id="an unknown section beside a known one",
    ),
    pytest.param(
        "source=tarn-gazete",
        "One filter was left out.",
        [("There is no source “tarn-gazete”. Nearest name:", "Tarn Gazette")],
        id="a source misspelt",
    ),
    pytest.param(
        "since=2015-99-99",
        "One filter was left out.",
        [("“since=2015-99-99” is not a date: a year has 12 months.", "")],
        id="no such month",
    ),
    pytest.param(
        "until=1998-02-31",
        "One filter was left out.",
        [
            (
                "“until=1998-02-31” is not a date: February 1998 has 28 days.",
                "Use 28 February 1998",
            )
        ],
        id="no such day",
    ),
    pytest.param(
        "since=12/05/2015",
        "One filter was left out.",
        [
            (
                "“since=12/05/2015” is not a date: days are written as 2015-05-12.",
                "",
            )
        ],
        id="another layout",
    ),
    pytest.param(
        "since=2015-05-13&until=2015-05-12",
        "The dates were exchanged",
        [(", because “since” was later than “until”.", "")],
        id="since after until",
    ),
    pytest.param(
        "order=best",
        "One filter was left out.",
        [("“order=best” is no order: newest or oldest.", "")],
        id="an unknown order",
    ),
    pytest.param(
        "order=x&since=0000-01-01&source=%00",
        "Two filters were left out:",
        [
            ("“since=0000-01-01” is not a date: there is no year 0.", ""),
            ("“order=x” is no order: newest or oldest.", ""),
        ],
        id="several",
    ),
    pytest.param(
        "after=x",
        "The place in the list was not understood",
        [(", so this is its beginning.", "")],
        id="a broken cursor",
    ),
    pytest.param(
        "q=-+*",
        "There was no word to search for",
        [("in “- *”. These are all articles, newest first.", "")],
        id="only signs",
    ),
]


@pytest.mark.parametrize(("query", "fact", "lines"), NOTICES)
def test_what_cannot_be_used_is_named_and_left_out(archive, query, fact, lines):
    [notice] = listing(query).notices

    said = [(line.text.lstrip(), line.offer) for line in notice.lines]
    assert (notice.fact, said) == (fact, lines)


def test_what_can_be_used_holds_beside_what_cannot(archive):
    shown = listing("section=nowhere&section=sport&source=afp&since=2015-99-99")

    assert headlines(shown) == ["Ice on the lake"]


def test_a_nearest_name_is_a_link_that_chooses_it(archive):
    [notice] = listing("source=tarn-gazete&section=trade").notices

    assert notice.lines[0].href == "/articles/?section=trade&source=tarn-gazette"


def test_hostile_words_are_a_page(archive):
    shown = listing("q=" + "%00%22'%28" * 2_000 + "orrin")

    assert headlines(shown) == ["Ferry returns"]


def test_a_search_marks_what_it_found(archive):
    [story] = listing("q=orrin").found

    assert [piece.text for piece in story.excerpt_pieces if piece.marked] == ["Orrin"]
    assert story.former == ""


def test_an_empty_list_says_what_is_held_and_what_to_take_out(archive):
    shown = listing("section=sport&since=2015-05-12&until=2015-05-13")

    assert say(shown.sentence) == (
        "No article in Sport, printed between 12\xa0May\xa02015 and 13\xa0May\xa02015."
    )
    assert shown.empty.fact == (
        "2 articles of these days are held, and none of them matches."
    )
    assert [(way.name, way.count) for way in shown.empty.loosened] == [
        ("Any date", "1 article"),
        ("Any section", ""),
    ]


def test_days_that_are_not_held_lead_to_the_nearest_that_are(archive):
    shown = listing("since=2015-05-20&until=2015-05-21")

    assert shown.empty.fact == "This archive does not hold these days."
    assert [(way.name, way.href, way.count) for way in shown.empty.near] == [
        ("Wednesday 13 May 2015", "/2015/05/13/", "1 article")
    ]


def test_a_page_past_the_end_is_not_an_empty_list(archive):
    shown = listing("section=sport&after=7")

    assert (headlines(shown), shown.empty) == ([], None)


def test_thirty_articles_are_a_page_and_the_pager_goes_both_ways():
    for number in range(31):
        make_article(headline=f"Story {number}", printed="2015-05-12")

    first = listing("section=europe")
    second = listing(first.pager.after_href.partition("?")[2])
    back = listing(second.pager.before_href.partition("?")[2])

    assert headlines(first) == [f"Story {number}" for number in range(30, 0, -1)]
    assert headlines(second) == ["Story 0"]
    assert headlines(back) == headlines(first)
    assert (first.pager.before_href, second.pager.after_href) == ("", "")
    assert first.pager.after == "Older: before 12 May 2015"


def test_counting_stops_at_ten_thousand():
    Article.objects.bulk_create(
        Article(
            key=number.to_bytes(4),
            headline="Tide table",
            printed_minute=10**9,
            printed_precision="day",
        )
        for number in range(10_002)
    )

    shown = listing("since=1000-01-02")

    assert say(shown.sentence) == (
        "More than 10,000 articles, printed since 2\xa0January\xa01000."
    )


@pytest.mark.parametrize(
    ("printed", "doubts", "said"),
    [
        pytest.param("9998-05-12", "", ("12 May 9998", True), id="in the future"),
        pytest.param("", "", ("No date printed", False), id="none printed"),
        pytest.param(
            "31 February 2014",
            "impossible",
            ("No date that can be used", True),
            id="no such day",
        ),
    ],
)
def test_a_row_says_what_is_wrong_with_its_date(printed, doubts, said):
    make_article(printed=printed, doubts=doubts)

    [story] = listing("q=ferry").found

    assert (story.date, story.is_doubtful) == said
