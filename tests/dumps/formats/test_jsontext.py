from __future__ import annotations

import json

import pytest
from hypothesis import given, strategies as st

from articles.dumps.reading import read
from articles.dumps.records import Span

ICE = {"title": "Harbour reopens", "text": "Ice."}
FOG = {"title": "Lamp trimmed", "text": "Fog."}
PIECES = st.lists(
    st.sampled_from(
        [
            *("[", "]", "{", "}", ",", ":", '"', "\n", " ", "\\", "1", "null", "é"),
            *('"articles"', '"title"', '"a"', json.dumps(ICE), '{"text":', "\ufffd"),
        ]
    )
).map("".join)


def read_text(text):
    reading = read(text.encode())
    assert reading.format == "json"
    assert sum(span.size for span in reading.spans) == len(text.encode())
    return reading


def read_one(values):
    reading = read_text(json.dumps(values))
    assert reading.problems == ()
    assert len(reading.records) == 1
    return reading.records[0]


@pytest.mark.parametrize(
    "layout",
    [
        pytest.param([ICE, FOG], id="list"),
        pytest.param({"status": "ok", "articles": [ICE, FOG], "n": 2}, id="articles"),
        pytest.param({"title": "Feed", "items": [ICE, FOG]}, id="list with a title"),
        pytest.param({"response": {"docs": [ICE, FOG]}}, id="list within an object"),
        pytest.param({"data": [{"attributes": ICE}, {"attributes": FOG}]}, id="wraps"),
        pytest.param({"content": [ICE, FOG]}, id="list called content"),
        pytest.param({"hits": [{"_source": ICE}, {"_source": FOG}]}, id="hits"),
        pytest.param({"7": ICE, "8": FOG}, id="object by id"),
    ],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_the_articles_are_found_wherever_they_lie(layout, indent):
    reading = read_text(json.dumps(layout, indent=indent))

    assert [record.headline for record in reading.records] == [
        "Harbour reopens",
        "Lamp trimmed",
    ]
    assert reading.problems == ()
    assert [s.kind for s in reading.spans if s.kind != "markup"] == [
        "record:1",
        "record:2",
    ]


def test_objects_that_follow_each_other_are_records():
    reading = read_text(json.dumps(ICE, indent=1) + "\n" + json.dumps(FOG, indent=1))

    assert [(r.line, r.paragraphs) for r in reading.records] == [
        (1, ("Ice.",)),
        (5, ("Fog.",)),
    ]


def test_each_record_has_its_bytes_on_a_line_that_they_share():
    text = '[{"title": "Eisgang im März"}, {"title": "Dürre"}]'

    assert read_text(text).spans == (
        Span("markup", 1),
        Span("record:1", 29),
        Span("markup", 2),
        Span("record:2", 19),
        Span("markup", 1),
    )


def test_an_article_may_hold_a_list_of_others():
    related = [{"title": "Older", "url": "http://gazette.example/1", "text": "Old."}]

    assert read_one(ICE | {"related": related}).headline == "Harbour reopens"


@pytest.mark.parametrize(
    ("text", "headlines", "problems"),
    [
        pytest.param(
            '[{"title": "A"}, {"title": "B", "te', ["A"], [(1, "broken-json")], id="cut"
        ),
        pytest.param(
            '[{"title": "A"},\n', ["A"], [(1, "broken-json")], id="cut between"
        ),
        pytest.param(
            '{"articles": [{"title": "A"}, {"title": "B"',
            ["A"],
            [(1, "broken-json")],
            id="cut within an object",
        ),
        pytest.param(
            '[{"title": "A"},\n {"title": "B "C"},\n {"title": "D"}]',
            ["A", "D"],
            [(2, "broken-json")],
            id="a quote",
        ),
        pytest.param(
            '[{"title": "A"}, 5, {"n": 1}, {"title": "B"}]',
            ["A", "B"],
            [(1, "no-article"), (1, "no-headline")],
            id="no articles among them",
        ),
        pytest.param("[]", [], [(None, "no-article")], id="empty"),
        pytest.param("[" * 100_000, [], [(1, "broken-json")], id="deep"),
        pytest.param(f'{{"n": {"9" * 9000}}}', [], [(1, "broken-json")], id="digits"),
    ],
)
def test_what_is_broken_is_a_problem_and_the_rest_is_read(text, headlines, problems):
    reading = read_text(text)

    assert [record.headline for record in reading.records] == headlines
    assert [(problem.line, problem.code) for problem in reading.problems] == problems


def test_a_problem_says_what_is_wrong_and_where():
    reading = read_text('[\n{"title": "A" "text": "B"}]')

    assert reading.problems[0].reason == (
        "It is no whole JSON: Expecting ',' delimiter (line 2, column 15)."
    )


def test_text_that_begins_with_a_bracket_is_text():
    assert read(b"[AFP] Harbour reopens\n\nIce.").format == "titled"


@given(PIECES | st.text())
def test_the_spans_of_any_json_add_up(text):
    data = text.encode("utf-8", "surrogatepass")

    assert sum(span.size for span in read(data).spans) == len(data)
