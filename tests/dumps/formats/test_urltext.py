from __future__ import annotations

import pytest

from articles.dumps.reading import read

TEXT = """\
http://gazette.example/2010/harbour
2010-05-22T14:30:00+0900
Harbour reopens after the frost
The first boat of the year left the harbour at noon.

Nobody was surprised.
"""


def read_file(text, folder=""):
    reading = read(text.encode(), folder=folder)
    assert sum(span.size for span in reading.spans) == len(text.encode())
    assert reading.format == "urltext"
    return reading


def read_record(text, folder=""):
    reading = read_file(text, folder)
    assert reading.problems == ()
    (record,) = reading.records
    return record


def test_address_date_and_headline_stand_above_the_body():
    record = read_record(TEXT)

    assert record.url == "http://gazette.example/2010/harbour"
    assert record.published.iso == "2010-05-22T14:30:00+09:00"
    assert record.headline == "Harbour reopens after the frost"
    assert record.paragraphs == (
        "The first boat of the year left the harbour at noon.",
        "Nobody was surprised.",
    )
    assert (record.source, record.byline, record.sections) == ("", "", ())
    assert record.doubts == ()


def test_each_line_has_its_role():
    assert [span.kind for span in read_file(TEXT).spans] == [
        "source-line",
        "headline",
        "paragraph:1",
        "blank",
        "paragraph:2",
    ]


def test_the_section_is_that_of_the_folder_and_says_so():
    record = read_record(TEXT, folder="port")

    assert record.sections == ("port",)
    assert record.doubts == ("section-from-folder",)


def test_a_printed_section_is_taken_before_that_of_the_folder():
    text = TEXT.replace("frost\n", "frost\nSection: Shipping\n")

    record = read_record(text, folder="port")

    assert (record.sections, record.doubts) == (("Shipping",), ())


@pytest.mark.parametrize(
    ("head", "published"),
    [
        pytest.param("2010-05-22 14:30", "2010-05-22T14:30", id="without an offset"),
        pytest.param("22 May 2010", "2010-05-22", id="a day"),
        pytest.param("Date: 22 May 2010", "2010-05-22", id="with a label"),
        pytest.param("Sat, 22 May 2010 14:30:00 +0900", "2010-05-22T14:30:00+09:00"),
        pytest.param("2010年5月22日", "2010-05-22", id="Japanese"),
        pytest.param("2010-02-31", None, id="impossible"),
    ],
)
def test_the_date_has_what_was_printed(head, published):
    record = read_record(TEXT.replace("2010-05-22T14:30:00+0900", head))

    assert record.published.iso == published
    assert record.headline == "Harbour reopens after the frost"


def test_the_address_may_have_its_label():
    record = read_record("URL: " + TEXT)

    assert record.url == "http://gazette.example/2010/harbour"
    assert record.headline == "Harbour reopens after the frost"
    assert record.extra == ()


def test_blank_lines_may_stand_between_the_lines_of_the_head():
    record = read_record(TEXT.replace("\n", "\r\n\r\n"))

    assert record.headline == "Harbour reopens after the frost"
    assert record.published.iso == "2010-05-22T14:30:00+09:00"
    assert len(record.paragraphs) == 2


def test_the_date_may_follow_the_headline():
    record = read_record(
        "http://g.example/1\n1984 again\n2010-05-22\n\nThe tide came.\n"
    )

    assert record.headline == "1984 again"
    assert record.published.iso == "2010-05-22"
    assert record.paragraphs == ("The tide came.",)


def test_without_a_date_the_layout_is_a_guess_and_says_so():
    record = read_record("http://g.example/1\nHarbour reopens\n\nThe tide came in.\n")

    assert (record.headline, record.published) == ("Harbour reopens", None)
    assert record.doubts == ("format-guessed",)


def test_a_byline_and_a_source_below_the_headline_are_no_paragraphs():
    text = TEXT.replace("frost\n", "frost\nBy Ilse Marrow\nSource: Reuters\n")

    record = read_record(text)

    assert (record.byline, record.source) == ("Ilse Marrow", "Reuters")
    assert len(record.paragraphs) == 2


def test_several_articles_share_a_file():
    text = TEXT + "\n-----\n" + TEXT.replace("harbour\n", "ferry\n", 1)

    reading = read_file(text)

    assert [(record.index, record.line, record.url) for record in reading.records] == [
        (1, 1, "http://gazette.example/2010/harbour"),
        (2, 9, "http://gazette.example/2010/ferry"),
    ]
    assert [len(record.paragraphs) for record in reading.records] == [2, 2]


def test_a_piece_without_a_headline_is_a_problem_and_the_others_are_given():
    reading = read_file("http://g.example/1\n2010-05-22\n\n" + TEXT)

    assert [(problem.line, problem.code) for problem in reading.problems] == [
        (1, "no-headline")
    ]
    assert [record.line for record in reading.records] == [4]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("http://g.example/1\n", id="an address alone"),
        pytest.param("http://g.example/1\nhttp://g.example/2\nA list\n", id="a list"),
        pytest.param("See http://g.example/1\n2010-05-22\nText.\n", id="a sentence"),
        pytest.param("http://g.example/1\nSource: AFP\n\nText.\n", id="a source"),
    ],
)
def test_other_texts_that_begin_with_an_address_are_left_to_other_formats(text):
    assert read(text.encode()).format != "urltext"


def test_an_address_within_the_body_begins_no_article():
    text = TEXT + "\nhttp://gazette.example/more\nRead on there.\n"

    assert len(read_file(text).records) == 1


def test_what_a_page_prints_around_its_text_is_left_out():
    text = TEXT + "\nPosted in: Port, Society\n\nblog comments powered by Disqus\n"

    record = read_record(text)

    assert record.sections == ("Port", "Society")
    assert record.paragraphs[-1] == "Nobody was surprised."
