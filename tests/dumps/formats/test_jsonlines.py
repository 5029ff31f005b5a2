from __future__ import annotations

import json

import pytest

from articles.dumps.reading import read
from articles.dumps.records import Span

LINE = {"title": "Harbour reopens", "source": "AFP", "body": "Ice.\n\nFog."}


def read_lines(*lines):
    text = "\n".join(
        line if isinstance(line, str) else json.dumps(line) for line in lines
    )
    reading = read(text.encode())
    assert reading.format == "jsonl"
    assert sum(span.size for span in reading.spans) == len(text.encode())
    return reading


def test_each_line_is_a_record():
    reading = read_lines(LINE, "", LINE | {"title": "Lamp trimmed"})

    assert [
        (r.index, r.line, r.headline, r.source, r.paragraphs) for r in reading.records
    ] == [
        (1, 1, "Harbour reopens", "AFP", ("Ice.", "Fog.")),
        (2, 3, "Lamp trimmed", "AFP", ("Ice.", "Fog.")),
    ]
    assert [span.kind for span in reading.spans] == ["record:1", "blank", "record:2"]
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("line", "code"),
    [
        pytest.param('{"title": "Cut o', "broken-json", id="cut off"),
        pytest.param("Harbour reopens", "broken-json", id="no JSON"),
        pytest.param('["title"]', "broken-json", id="no object"),
        pytest.param('{"title": "a"} {"title": "b"}', "broken-json", id="two"),
        pytest.param('{"size": 5}', "no-headline", id="no article"),
    ],
)
def test_a_line_that_gives_no_record_is_a_problem_and_the_others_are_read(line, code):
    reading = read_lines(LINE, line, LINE, LINE)

    assert [record.line for record in reading.records] == [1, 3, 4]
    assert [(problem.line, problem.code) for problem in reading.problems] == [(2, code)]
    assert [span.kind for span in reading.spans][1] == f"rejected:{code}"


def test_lines_that_say_what_to_do_with_the_next_one_are_markup():
    reading = read_lines({"index": {"_id": "1"}}, LINE, {"index": {"_id": "2"}}, LINE)

    assert reading.spans[0] == Span("markup", 24)
    assert len(reading.records) == 2
    assert reading.problems == ()


def test_commas_and_record_separators_at_the_ends_are_left_out():
    line = json.dumps(LINE)

    assert len(read_lines(f"{line},", f"\x1e{line}", line).records) == 3
