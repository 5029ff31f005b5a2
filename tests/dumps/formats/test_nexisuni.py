from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from articles.dumps.reading import read
from articles.dumps.records import Told

DOCUMENT = """\
Page 1 of 2
Harbour reopens after the frost


Harbour reopens after the frost
The Gazette (Harbour)
January 11, 2010 Monday 3:15 PM GMT

Copyright 2010 The Gazette Ltd. All Rights Reserved

Section: NEWS; Pg. 6
Length: 355 words
Byline: By Ilse Marrow
Body

The first boat left at noon.

London: a second boat followed.

Graphic

The keeper,
at the pier

Classification

Language: ENGLISH

Load-Date: January 12, 2010

End of Document

"""
OTHER = DOCUMENT.replace("Harbour reopens", "Ferry reopens")


def read_file(text):
    reading = read(text.encode())
    assert sum(span.size for span in reading.spans) == len(text.encode())
    assert reading.format == "nexisuni"
    return reading


def read_record(text):
    reading = read_file(text)
    assert reading.problems == ()
    (record,) = reading.records
    return record


def test_a_document_gives_what_stands_around_its_body():
    record = read_record(DOCUMENT)

    assert record.headline == "Harbour reopens after the frost"
    assert (record.source, record.byline) == ("The Gazette (Harbour)", "Ilse Marrow")
    assert record.published.iso == "2010-01-11T15:15+00:00"
    assert (record.sections, record.language) == (("NEWS",), "en")
    assert record.paragraphs == (
        "The first boat left at noon.",
        "London: a second boat followed.",
    )
    assert record.doubts == ()


def test_what_has_no_field_is_kept_under_its_label():
    assert read_record(DOCUMENT).extra == (
        ("Section", "NEWS; Pg. 6"),
        ("Length", "355 words"),
        ("Graphic", "The keeper, at the pier"),
        ("Load-Date", "January 12, 2010"),
    )


def test_marks_of_pages_and_ends_and_the_copyright_are_left_out_by_rule():
    kinds = {span.kind for span in read_file(DOCUMENT).spans}

    assert {kind for kind in kinds if kind.startswith("boilerplate")} == {
        "boilerplate:page-number",
        "boilerplate:copyright",
        "boilerplate:document-end",
    }


def test_each_document_is_a_record():
    reading = read_file(DOCUMENT + OTHER)

    assert [record.headline[:5] for record in reading.records] == ["Harbo", "Ferry"]
    assert [record.index for record in reading.records] == [1, 2]


def test_a_document_without_the_line_above_its_body_ends_its_head_at_the_text():
    record = read_record(DOCUMENT.replace("Body\n", ""))

    assert record.byline == "Ilse Marrow"
    assert record.paragraphs[0] == "The first boat left at noon."


def test_without_a_date_neither_it_nor_a_source_is_derived():
    record = read_record(
        DOCUMENT.replace("January 11, 2010 Monday 3:15 PM GMT\n", "").replace(
            "The Gazette (Harbour)\n", ""
        )
    )

    assert record.headline == "Harbour reopens after the frost"
    assert (record.published, record.source) == (None, "")


def test_a_document_without_a_headline_is_a_problem_and_the_others_are_given():
    reading = read_file(
        "Length: 3 words\nBody\n\nText.\n\nEnd of Document\n" + DOCUMENT
    )

    assert [(problem.line, problem.code) for problem in reading.problems] == [
        (1, "no-headline")
    ]
    assert len(reading.records) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Harbour\n\nEnd of Document\n", id="no labels"),
        pytest.param("Harbour\n\nLength: 3 words\n\nText.\n", id="no end"),
    ],
)
def test_text_without_labels_or_end_is_left_to_other_formats(text):
    assert read(text.encode()).format != "nexisuni"


@given(
    st.lists(
        st.sampled_from([*DOCUMENT.split("\n"), "", "Text."]), min_size=1, max_size=20
    )
)
def test_every_byte_has_a_role_whatever_the_order_of_lines(pieces):
    data = "\n".join(pieces).encode()

    reading = read(data, told=Told(format="nexisuni"))

    assert sum(span.size for span in reading.spans) == len(data)
