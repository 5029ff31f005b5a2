from __future__ import annotations

import json

import pytest
from hypothesis import given, strategies as st

from articles.dumps.reading import read
from articles.dumps.records import Problem

UTC = "2015-05-12T00:03:01+00:00"


def compose(values):
    reading = read(json.dumps({"title": "T"} | values).encode())
    assert reading.problems == ()
    return reading.records[0]


@pytest.mark.parametrize(
    ("values", "field", "expected"),
    [
        pytest.param({"headline": "A"}, "headline", "A", id="headline over title"),
        pytest.param({"title": "<i>A</i> &amp; B"}, "headline", "A & B", id="markup"),
        pytest.param({"title": {"rendered": "A"}}, "headline", "A", id="rendered"),
        pytest.param(
            {"headline": {"main": "A", "print_headline": "B"}},
            "print_headline",
            "B",
            id="print headline within",
        ),
        pytest.param({"Print-Headline": "A"}, "print_headline", "A", id="spelling"),
        pytest.param({"author": "By Ann Orrin"}, "byline", "Ann Orrin", id="by"),
        pytest.param({"authors": ["A", "B"]}, "byline", "A, B", id="authors"),
        pytest.param({"byline": [{"name": "A"}]}, "byline", "A", id="objects"),
        pytest.param({"publisher": {"name": "AFP"}}, "source", "AFP", id="publisher"),
        pytest.param({"newspaper": "Gazette"}, "source", "Gazette", id="newspaper"),
        pytest.param({"source": 0}, "source", "0", id="source 0"),
        pytest.param({"source": "None"}, "source", "None", id="source None"),
        pytest.param(
            {"source": "http://gazette.example/1"},
            "url",
            "http://gazette.example/1",
            id="source is an address",
        ),
        pytest.param(
            {"section": "World, Sport"}, "sections", ("World", "Sport"), id="text"
        ),
        pytest.param(
            {"categories": ["A, B", "C"]}, "sections", ("A, B", "C"), id="list"
        ),
        pytest.param({"category": "['A', 'B']"}, "sections", ("A", "B"), id="repr"),
        pytest.param({"tags": ["A"]}, "sections", ("A",), id="tags without a section"),
        pytest.param(
            {"tags": ["A"], "section": "B"}, "extra", (("tags", "A"),), id="tags"
        ),
        pytest.param(
            {"link": "http://a.example"}, "url", "http://a.example", id="link"
        ),
        pytest.param({"id": 17}, "extra", (("id", "17"),), id="id is no address"),
        pytest.param({"lang": "de-AT"}, "language", "de", id="language"),
        pytest.param(
            {"lang": "Volapük"}, "extra", (("lang", "Volapük"),), id="unknown"
        ),
        pytest.param(
            {"colour": "red", "x": None}, "extra", (("colour", "red"),), id="extra"
        ),
        pytest.param({"huge": "x" * 400}, "extra", (), id="long extra"),
        pytest.param({"body": "A.\n\nB."}, "paragraphs", ("A.", "B."), id="text body"),
        pytest.param({"html": "<p>A<p>B"}, "paragraphs", ("A", "B"), id="html body"),
        pytest.param({"paragraphs": ["A", "B"]}, "paragraphs", ("A", "B"), id="listed"),
        pytest.param(
            {"contents": [{"type": "title", "content": "T"}, {"content": "A"}, None]},
            "paragraphs",
            ("A",),
            id="blocks",
        ),
        pytest.param(
            {"content": "A…", "articleBody": "A and B"},
            "paragraphs",
            ("A and B",),
            id="the longest body",
        ),
        pytest.param({"description": "A"}, "paragraphs", ("A",), id="summary alone"),
        pytest.param(
            {"body": "a\0b\ud800"}, "paragraphs", ("a\ufffdb\ufffd",), id="lone"
        ),
        pytest.param({"body": 7}, "paragraphs", (), id="a number is no body"),
    ],
)
def test_names_are_understood(values, field, expected):
    assert getattr(compose(values), field) == expected


@pytest.mark.parametrize(
    ("values", "iso"),
    [
        pytest.param({"date": "2015-05-12"}, "2015-05-12", id="day"),
        pytest.param({"publishedAt": "2015-05-12T00:03:01.000Z"}, UTC, id="ISO"),
        pytest.param({"pubDate": "Tue, 12 May 2015 00:03:01 GMT"}, UTC, id="RFC 2822"),
        pytest.param({"datePublished": 1431388981}, UTC, id="seconds"),
        pytest.param({"published_date": 1431388981000}, UTC, id="ms"),
        pytest.param({"timestamp": "1431388981.5"}, UTC, id="float"),
        pytest.param({"date": 20150512}, "2015-05-12", id="eight digits"),
        pytest.param({"date": "20150512T000301Z"}, UTC, id="basic"),
        pytest.param({"date": {"$date": "2015-05-12"}}, "2015-05-12", id="object"),
        pytest.param(
            {"date": "2015-5-12", "time": "0:03"}, "2015-05-12T00:03", id="clock"
        ),
        pytest.param({"year": 2015, "month": 5, "day": 12}, "2015-05-12", id="parts"),
        pytest.param({"year": 2015}, "2015", id="year"),
        pytest.param(
            {"created": "2014", "published": "2015"}, "2015", id="better name"
        ),
        pytest.param({"date": "soon"}, None, id="unreadable"),
        pytest.param({"date": 10**14 * 9}, None, id="far away"),
    ],
)
def test_dates_are_read(values, iso):
    published = compose(values).published

    assert published is not None
    assert published.iso == iso


def test_an_update_is_told_from_a_publication():
    record = compose({"dateModified": "2015-05-13", "datePublished": "2015-05-12"})

    assert [record.published.iso, record.updated.iso] == ["2015-05-12", "2015-05-13"]


def test_a_text_without_headline_gives_its_first_line_as_a_guess():
    reading = read(b'{"text": "Harbour reopens\\nIce.", "url": "http://a.example"}')

    record = reading.records[0]
    assert (record.headline, record.paragraphs) == ("Harbour reopens", ("Ice.",))
    assert record.doubts == ("format-guessed",)


def test_a_text_without_a_line_for_a_headline_is_a_problem():
    reading = read(json.dumps({"text": "x" * 400, "date": "2015"}).encode())

    assert reading.problems == (
        Problem(
            1,
            "no-headline",
            "Neither a headline nor a text that begins with one stands here.",
        ),
    )


def test_what_parse_dumps_prints_is_read_as_it_was():
    printed = {
        "file": "a.txt",
        "index": 1,
        "format": "titled",
        "encoding": "utf-8",
        "headline": "Harbour reopens",
        "print_headline": None,
        "byline": "Ann Orrin",
        "source": "AFP",
        "published": "2015-05-12",
        "updated": None,
        "precision": "day",
        "doubts": ["section-from-folder"],
        "sections": ["Europe, Asia"],
        "url": None,
        "language": None,
        "extra": {"page": "3"},
        "paragraphs": ["Ice.", "Fog."],
    }

    record = read(json.dumps(printed).encode()).records[0]

    assert (record.headline, record.byline, record.source, record.paragraphs) == (
        "Harbour reopens",
        "Ann Orrin",
        "AFP",
        ("Ice.", "Fog."),
    )
    assert (record.published.iso, record.sections) == ("2015-05-12", ("Europe, Asia",))
    assert record.extra == (("page", "3"),)
    assert record.doubts == ("section-from-folder",)


LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=9)
    | st.sampled_from(["2015-05-12", "1431388981", "<p>x", "['a']", "http://x.example"])
)
NAMES = st.sampled_from(
    [
        *("title", "text", "body", "date", "time", "year", "source", "author", "tags"),
        *("url", "section", "lang", "fields", "extra", "type", "name", "headline"),
    ]
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4)
    ),
    max_leaves=8,
)


@given(st.dictionaries(NAMES, VALUES, max_size=6))
def test_any_values_give_a_record_or_a_problem(values):
    reading = read(json.dumps([values]).encode())

    assert len(reading.records) + len(reading.problems) == 1
    assert "\0" not in "".join(
        record.headline + record.body for record in reading.records
    )
