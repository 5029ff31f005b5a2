from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from articles.dumps.reading import read
from articles.dumps.records import Told

COVER = """\
Download Request: Selected Items: 1-2
Time Of Request: Friday, March 20, 2015  16:51:31

Source: The Gazette (Harbour);The Ferry...


"""
DOCUMENT = """\
                               1 of 2 DOCUMENTS



                               The Gazette (Harbour)

                            January 11, 2010 Monday
                                   Edition 1;
                                    Islands

Harbour reopens after the frost;
Ice leaves the islands

BYLINE: By ILSE MARROW

SECTION: NEWS; Pg. 3

LENGTH: 355 words


The first boat of the year left the harbour at noon on Sunday, and nobody was
surprised to see the keeper at the end of the pier, who had promised it since
Christmas.

LONDON: A second boat followed.

GRAPHIC: The keeper at the end of the pier, in the coat that he wore all winter
long

His daughter

LOAD-DATE: January 12, 2010

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


                       Copyright 2010 The Gazette Ltd.
                              All Rights Reserved

"""
OTHER = DOCUMENT.replace("1 of 2", "2 of 2").replace("Harbour re", "Ferry re")


def read_file(text):
    reading = read(text.encode())
    assert sum(span.size for span in reading.spans) == len(text.encode())
    assert reading.format == "lexisnexis"
    return reading


def read_record(text):
    reading = read_file(text)
    assert reading.problems == ()
    (record,) = reading.records
    return record


def test_a_document_gives_what_stands_in_its_head():
    record = read_record(DOCUMENT)

    assert record.source == "The Gazette (Harbour)"
    assert record.published.iso == "2010-01-11"
    assert record.headline == "Harbour reopens after the frost; Ice leaves the islands"
    assert (record.byline, record.sections) == ("ILSE MARROW", ("NEWS",))
    assert (record.language, record.doubts) == ("en", ())


def test_lines_of_the_body_are_joined_and_labels_in_capitals_within_it_are_text():
    record = read_record(DOCUMENT)

    assert record.paragraphs == (
        "The first boat of the year left the harbour at noon on Sunday, and nobody was "
        "surprised to see the keeper at the end of the pier, who had promised it since "
        "Christmas.",
        "LONDON: A second boat followed.",
    )


def test_what_has_no_field_is_kept_under_its_label():
    record = read_record(DOCUMENT)

    assert record.extra == (
        ("EDITION", "Edition 1; Islands"),
        ("SECTION", "NEWS; Pg. 3"),
        ("LENGTH", "355 words"),
        (
            "GRAPHIC",
            "The keeper at the end of the pier, in the coat that he wore all winter "
            "long His daughter",
        ),
        ("LOAD-DATE", "January 12, 2010"),
        ("PUBLICATION-TYPE", "Newspaper"),
    )


def test_the_cover_page_and_the_copyright_are_left_out_by_rule():
    kinds = {span.kind for span in read_file(COVER + DOCUMENT).spans}

    assert {kind for kind in kinds if kind.startswith("boilerplate")} == {
        "boilerplate:cover-page",
        "boilerplate:document-number",
        "boilerplate:copyright",
    }


def test_each_document_is_a_record():
    reading = read_file(COVER + DOCUMENT + OTHER)

    assert [record.headline[:7] for record in reading.records] == ["Harbour", "Ferry r"]
    assert [record.index for record in reading.records] == [1, 2]
    assert [record.line for record in reading.records] == [7, 48]
    assert reading.problems == ()


def test_windows_line_breaks_and_a_byte_order_mark_change_nothing():
    text = COVER + DOCUMENT + OTHER

    changed = read(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    assert changed.records == read_file(text).records


def test_a_document_without_a_headline_is_a_problem_and_the_others_are_given():
    bare = DOCUMENT.replace(
        "Harbour reopens after the frost;\nIce leaves the islands\n\n", ""
    )

    reading = read_file(bare + OTHER)

    assert [(problem.line, problem.code) for problem in reading.problems] == [
        (1, "no-headline")
    ]
    assert [record.headline[:5] for record in reading.records] == ["Ferry"]


OLD = """\
                               25 of 30 DOCUMENTS

                    Copyright 1995 The Gazette Company
                                The Gazette

              January 5, 1995, Thursday, Late Edition - Final

SECTION: Section A; Page 1; Column 5; Islands Desk

LENGTH: 1203 words

HEADLINE: Harbour reopens

BYLINE:  By ILSE MARROW

DATELINE: PORT, Jan. 4

BODY:
   The first boat left at noon.

   Nobody was surprised.
"""


def test_the_older_layout_has_its_headline_behind_a_label():
    record = read_record(OLD)

    assert (record.headline, record.source) == ("Harbour reopens", "The Gazette")
    assert (record.byline, record.published.iso) == ("ILSE MARROW", "1995-01-05")
    assert record.paragraphs == (
        "The first boat left at noon.",
        "Nobody was surprised.",
    )
    assert dict(record.extra)["EDITION"] == "Late Edition - Final"


@pytest.mark.parametrize(
    ("section", "names"),
    [
        pytest.param("FEATURES; Pg. 6", ("FEATURES",), id="page"),
        pytest.param("NEWS", ("NEWS",), id="name alone"),
        pytest.param("Section A; Column 5; Foreign Desk; Pg. 1", ("Foreign Desk",)),
        pytest.param("A SECTION, Pg. A01", ("A SECTION",), id="comma"),
        pytest.param("Pg. 6", (), id="page alone"),
        pytest.param("S. 4", (), id="German page"),
    ],
)
def test_a_section_is_named_without_its_page(section, names):
    record = read_record(DOCUMENT.replace("NEWS; Pg. 3", section))

    assert record.sections == names


@pytest.mark.parametrize(
    ("date", "iso", "edition"),
    [
        pytest.param("January 8, 2010", "2010-01-08", None, id="no weekday"),
        pytest.param(
            "January 8, 2010 Friday 3:15 PM GMT", "2010-01-08T15:15+00:00", None
        ),
        pytest.param(
            "January 8, 2010 Friday 10:08 AM First Edition",
            "2010-01-08T10:08",
            "First Edition",
        ),
        pytest.param("8. Januar 2010 Freitag", "2010-01-08", None, id="German"),
        pytest.param("8 janvier 2010 vendredi", "2010-01-08", None, id="French"),
        pytest.param("June 2004", "2004-06", None, id="month"),
        pytest.param("Friday 8 January 2010", "2010-01-08", None, id="weekday first"),
    ],
)
def test_the_date_has_what_was_printed(date, iso, edition):
    text = DOCUMENT.replace("                                   Edition 1;\n", "")
    text = text.replace("                                    Islands\n", "")

    record = read_record(text.replace("January 11, 2010 Monday", date))

    assert record.published.iso == iso
    assert dict(record.extra).get("EDITION") == edition


@pytest.mark.parametrize(
    "number",
    [
        pytest.param("1 of 1 DOCUMENT", id="one"),
        pytest.param("1,024 of 2,000 DOCUMENTS", id="thousands"),
        pytest.param("Dokument 1 von 10", id="German"),
        pytest.param("Document 1 de 10", id="French"),
        pytest.param("1 de 10 DOCUMENTOS", id="Spanish"),
    ],
)
def test_documents_are_numbered_in_several_languages(number):
    assert len(read_file(DOCUMENT.replace("1 of 2 DOCUMENTS", number)).records) == 1


def test_labels_may_be_those_of_another_language():
    record = read_record(
        "Dokument 1 von 2\n\nDer Bote\n\n8. Januar 2010 Freitag\n\nHafen offen\n\n"
        "AUTOR: Ilse Marrow\n\nRUBRIK: POLITIK; S. 4\n\nLÄNGE: 90 Wörter\n\n"
        "Ein Boot fuhr.\n\nUPDATE: 9. Januar 2010\n\nSPRACHE: GERMAN; DEUTSCH\n"
    )

    assert (record.source, record.headline) == ("Der Bote", "Hafen offen")
    assert (record.byline, record.sections) == ("Ilse Marrow", ("POLITIK",))
    assert (record.language, record.paragraphs) == ("de", ("Ein Boot fuhr.",))


def test_blank_lines_may_be_missing_between_labels_and_before_the_text():
    record = read_record(
        "1 of 2 DOCUMENTS\n\nThe Gazette\n\nJanuary 8, 2010\n\nHarbour reopens\n\n"
        "BYLINE: Ilse Marrow\nSECTION: NEWS\nLENGTH: 20 words\nThe boat left.\n"
    )

    assert (record.byline, record.sections) == ("Ilse Marrow", ("NEWS",))
    assert record.paragraphs == ("The boat left.",)


def test_without_a_date_nothing_is_derived():
    record = read_record(
        DOCUMENT.replace("                            January 11, 2010 Monday\n", "")
        .replace("                                   Edition 1;\n", "")
        .replace("                                    Islands\n", "")
    )

    assert (record.published, record.source) == (None, "The Gazette (Harbour)")
    assert record.headline.startswith("Harbour reopens")


def test_a_count_without_labels_is_left_to_other_formats():
    text = "Archive\n\n1 of 2 DOCUMENTS\n\nThe first boat.\n"

    assert read(text.encode()).format == "titled"


def test_short_text_without_labels_above_it_is_no_headline():
    record = read_record(
        "1 of 2 DOCUMENTS\n\nThe Gazette\n\nJanuary 8, 2010\n\nHarbour reopens\n\n"
        "The boat left.\n\nLOAD-DATE: January 9, 2010\n\nLANGUAGE: ENGLISH\n"
    )

    assert (record.headline, record.language) == ("Harbour reopens", "en")
    assert record.paragraphs == ("The boat left.",)
    assert record.extra == (("LOAD-DATE", "January 9, 2010"),)


def test_a_centred_notice_below_the_date_is_not_of_the_headline():
    notice = "                              Correction Appended\n\n"

    record = read_record(DOCUMENT.replace("Harbour re", notice + "Harbour re"))

    assert record.headline.startswith("Harbour reopens")
    assert record.extra[0] == ("EDITION", "Edition 1; Islands; Correction Appended")


@pytest.mark.parametrize(
    "headline",
    [
        pytest.param("TEXT: The keeper's speech", id="known elsewhere"),
        pytest.param("EXCLUSIVE: Harbour reopens", id="unknown"),
        pytest.param("June 2004 was hot", id="like a date"),
    ],
)
def test_a_headline_may_begin_like_something_else(headline):
    text = DOCUMENT.replace("Harbour reopens after the frost;\n", f"{headline}\n")

    record = read_record(text.replace("Ice leaves the islands\n", ""))

    assert record.headline == headline


def test_a_paragraph_that_announces_an_update_is_text():
    record = read_record(DOCUMENT.replace("LONDON:", "UPDATE:"))

    assert record.paragraphs[1] == "UPDATE: A second boat followed."


PIECES = st.sampled_from(
    [*DOCUMENT.split("\n"), *OLD.split("\n"), "", "2 of 2 DOCUMENTS", "BODY: text"]
)


@given(st.lists(PIECES, min_size=1, max_size=25))
def test_every_byte_has_a_role_whatever_the_order_of_lines(pieces):
    data = "\n".join(pieces).encode()

    reading = read(data, told=Told(format="lexisnexis"))

    assert sum(span.size for span in reading.spans) == len(data)
