from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from articles.dumps.reading import read

PIECES = st.lists(
    st.sampled_from(
        ["title,text,x\n", "a", '"', '""', ",", "\n", ";", "\r", "é", "\\", " "]
    )
).map("".join)


def read_table(text):
    reading = read(text.encode())
    assert reading.format == "csv"
    assert sum(span.size for span in reading.spans) == len(text.encode())
    return reading


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("title,text\nIce,Cold\nFog,Grey\n", id="comma"),
        pytest.param("title;text\r\nIce;Cold\r\nFog;Grey\r\n", id="semicolon"),
        pytest.param("title\ttext\nIce\tCold\nFog\tGrey", id="tab"),
        pytest.param("title|text\nIce|Cold\nFog|Grey", id="bar"),
        pytest.param('"title","text"\n"Ice", "Cold"\n"Fog","Grey"\n', id="quotes"),
        pytest.param("\ufeffTitle, TEXT\n\nIce,Cold\n,\nFog,Grey\n", id="blank rows"),
        pytest.param("sep=;\ntitle;text\nIce;Cold\nFog;Grey\n", id="told by Excel"),
        pytest.param("Titel;Inhalt\nIce;Cold\nFog;Grey\n", id="German"),
        pytest.param("标题,正文\nIce,Cold\nFog,Grey\n", id="Chinese"),
        pytest.param(",title,text\n0,Ice,Cold\n1,Fog,Grey\n", id="numbered"),
    ],
)
def test_each_row_is_a_record(text):
    reading = read_table(text)

    assert [(r.headline, r.paragraphs) for r in reading.records] == [
        ("Ice", ("Cold",)),
        ("Fog", ("Grey",)),
    ]
    assert reading.problems == ()


def test_a_quoted_cell_may_hold_lines_and_quotes():
    reading = read_table('title,text\nIce,"It is\n\n""cold"", very"\nFog,Grey\n')

    assert [record.line for record in reading.records] == [2, 5]
    assert reading.records[0].paragraphs == ("It is", '"cold", very')
    assert [span.kind for span in reading.spans] == ["markup", "record:1", "record:2"]


def test_quotes_may_be_escaped_by_a_backslash():
    reading = read_table('title,text\n"An \\"ice\\" day","Cold, very"\n')

    assert reading.records[0].headline == 'An "ice" day'
    assert reading.records[0].paragraphs == ("Cold, very",)


@pytest.mark.parametrize(
    ("row", "headline"),
    [
        pytest.param('Ice,"Cold,x', "Ice", id="open quote"),
        pytest.param('"Ice,Cold,x', "Ice", id="open quote at the start"),
        pytest.param('Ice,"It is "cold" now",x', "Ice", id="quotes within"),
        pytest.param("Ice,Cold", "Ice", id="short"),
        pytest.param("Ice,Cold,x,,", "Ice", id="empty cells too many"),
    ],
)
def test_a_row_with_wrong_quotes_does_not_swallow_the_next(row, headline):
    reading = read_table(f"title,text,x\n{row}\nFog,Grey,x\nDew,Wet,x\n")

    assert [record.headline for record in reading.records] == [headline, "Fog", "Dew"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        pytest.param("Ice,Cold,x,y", "ragged-row", id="wide"),
        pytest.param("Ice", "ragged-row", id="one cell"),
        pytest.param(",,x", "no-headline", id="no article"),
    ],
)
def test_a_row_that_gives_no_record_is_a_problem_and_the_others_are_read(row, code):
    reading = read_table(f"title,text,x\n{row}\nFog,Grey,x\n")

    assert [(problem.line, problem.code) for problem in reading.problems] == [(2, code)]
    assert [record.headline for record in reading.records] == ["Fog"]


def test_a_ragged_row_says_how_many_cells_it_has():
    reading = read_table("title,text\nIce,Cold,x\nFog,Grey\n")

    assert reading.problems[0].reason == "The row has 3 cells, the header 2."


def test_a_table_without_rows_holds_no_article():
    assert [problem.code for problem in read_table("title,text\n").problems] == [
        "no-article"
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Title, text and more\n\nThe ice is out.\n", id="a headline"),
        pytest.param("Source, date and time\nof the ferry\n", id="no headline"),
        pytest.param("name,age\nAnn,40\n", id="another table"),
    ],
)
def test_text_with_commas_is_no_table(text):
    assert read(text.encode()).format == "titled"


@given(PIECES)
def test_the_spans_of_any_table_add_up(text):
    data = f"title,text,x\n{text}".encode()

    assert sum(span.size for span in read(data).spans) == len(data)
