from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from articles.dumps.reading import read
from articles.dumps.records import Told

TEXT = """\
Title: Harbour reopens after the frost
Date: 12 May 2015
Source: AFP
Author: Ilse Marrow
Section: Port, Society
Language: English
URL: http://gazette.example/1

The first boat of the year left at noon.

Nobody was surprised.
"""
BODY = ("The first boat of the year left at noon.", "Nobody was surprised.")


def read_file(text):
    reading = read(text.encode())
    assert sum(span.size for span in reading.spans) == len(text.encode())
    assert reading.format == "labelled"
    return reading


def read_record(text):
    reading = read_file(text)
    assert reading.problems == ()
    (record,) = reading.records
    return record


def test_each_label_gives_its_field():
    record = read_record(TEXT)

    assert record.headline == "Harbour reopens after the frost"
    assert record.published.iso == "2015-05-12"
    assert (record.source, record.byline) == ("AFP", "Ilse Marrow")
    assert record.sections == ("Port", "Society")
    assert (record.language, record.url) == ("en", "http://gazette.example/1")
    assert record.paragraphs == BODY
    assert (record.extra, record.doubts) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Überschrift: Hafen\nVeröffentlicht am: 12. Mai 2015\nQuelle: dpa\n"
            "Autorin: Ilse Marrow\nRessort: Politik\nSprache: Deutsch\n\n"
            "Text: Ein Boot.\n",
            id="German",
        ),
        pytest.param(
            "Titre : Hafen\nDate de publication : 12 mai 2015\nSource : dpa\n"
            "Auteur : Ilse Marrow\nRubrique : Politik\nLangue : allemand\n\n"
            "Ein Boot.\n",
            id="French",
        ),
        pytest.param(
            "Título: Hafen\nFecha: 12 de mayo de 2015\nFuente: dpa\nPor: Ilse Marrow\n"
            "Sección: Politik\nIdioma: alemán\n\nCuerpo:\nEin Boot.\n",
            id="Spanish",
        ),
        pytest.param(
            "**HEADLINE:** Hafen\n**PUB_DATE:** 2015-05-12\n**Newspaper:** dpa\n"
            "**By:** By Ilse Marrow\n**Category:** Politik\n**Lang:** de\n\n"
            "Ein Boot.\n",
            id="marked up",
        ),
        pytest.param(
            "Date = 2015-05-12\nAuthor = Ilse Marrow\nSource = dpa\nLanguage = de\n"
            "Section = Politik\nTitle = Hafen\nBody = Ein Boot.\n",
            id="equals signs, headline last",
        ),
        pytest.param(
            "標題\uff1aHafen\n日期\uff1a2015年5月12日\n来源\uff1adpa\n"
            "作者\uff1aIlse Marrow\n"
            "栏目\uff1aPolitik\n语言\uff1ade\n正文\uff1aEin Boot.\n",
            id="Chinese",
        ),
        pytest.param(
            "articleTitle: Hafen\ndatePublished: 2015-05-12\nnews_source: dpa\n"
            "Author: Ilse Marrow\nsection: Politik\nlang: de\n\nEin Boot.\n",
            id="names of a program",
        ),
        pytest.param(
            "Title:\nHafen\n\nDate:\n2015-05-12\n\nSource:\ndpa\n\n"
            "Author:\nIlse Marrow\n\n"
            "Section:\nPolitik\n\nLanguage:\nde\n\nBody:\nEin Boot.\n",
            id="values below their labels",
        ),
        pytest.param(
            "HEADLINE: Hafen\nTEXT: Ein Boot.\nDATE: 12.5.2015\nSOURCE: dpa\n"
            "BYLINE: Ilse Marrow\nSECTION: Politik\nLANGUAGE: GERMAN\n",
            id="labels below the body",
        ),
    ],
)
def test_labels_may_be_spelt_and_placed_in_many_ways(text):
    record = read_record(text)

    assert (record.headline, record.paragraphs) == ("Hafen", ("Ein Boot.",))
    assert record.published.iso == "2015-05-12"
    assert (record.source, record.byline) == ("dpa", "Ilse Marrow")
    assert (record.sections, record.language) == (("Politik",), "de")


def test_labels_that_nobody_knows_are_kept_with_their_values():
    record = read_record(TEXT.replace("Language: English", "Edition: Late\nDesk No: 7"))

    assert record.extra == (("Edition", "Late"), ("Desk No", "7"))
    assert record.paragraphs == BODY


def test_what_is_no_address_and_no_language_is_kept_beside_the_fields():
    record = read_record(
        "Title: Harbour\nURL: see below\nLanguage: Volapük\nDate: soon\n\nText.\n"
    )

    assert (record.url, record.language) == ("", "")
    assert record.extra == (("URL", "see below"), ("Language", "Volapük"))
    assert (record.published.raw, record.published.iso) == ("soon", None)


def test_a_second_value_of_a_field_is_kept_beside_it():
    record = read_record(
        "Title: Harbour\nDate: 2015-05-12\nPublished: 2015-05-13\n"
        "Publisher: Marrow Press\nSource: AFP\n\nText.\n"
    )

    assert (record.published.iso, record.source) == ("2015-05-12", "AFP")
    assert record.extra == (("Published", "2015-05-13"), ("Publisher", "Marrow Press"))


def test_a_time_of_day_joins_its_date():
    record = read_record("Title: Harbour\nDate: 12 May 2015\nTime: 8.15 pm\n\nText.\n")

    assert record.published.iso == "2015-05-12T20:15"
    assert record.extra == ()


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(
            "Title: Harbour reopens\nafter the frost\nDate: 2015\n", id="bare"
        ),
        pytest.param("Title: Harbour reopens\n  after the frost\n", id="indented"),
    ],
)
def test_a_value_may_go_on_below(head):
    record = read_record(f"{head}Source: AFP\n\nText.\n")

    assert record.headline == "Harbour reopens after the frost"


def test_front_matter_is_read_without_its_fence():
    record = read_record(
        '---\ntitle: "Harbour: open"\ndate: 2015-05-12\ncategories: [Port, Society]\n'
        "---\n\nText.\n"
    )

    assert (record.headline, record.sections) == ("Harbour: open", ("Port", "Society"))
    assert record.paragraphs == ("Text.",)


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param("\n-----\n", id="dashes"),
        pytest.param("\n=====\n\n", id="equals signs"),
        pytest.param("\n* * *\n", id="stars"),
        pytest.param("\n\n", id="nothing but the first label"),
        pytest.param("\n\nArticle 2 of 2\n\n", id="a count"),
    ],
)
def test_several_records_share_a_file(rule):
    reading = read_file(TEXT + rule + TEXT.replace("Harbour", "Ferry"))

    assert reading.problems == ()
    assert [record.headline for record in reading.records] == [
        "Harbour reopens after the frost",
        "Ferry reopens after the frost",
    ]
    assert [record.paragraphs for record in reading.records] == [BODY, BODY]
    assert [record.index for record in reading.records] == [1, 2]


def test_labels_stand_in_any_order_below_a_rule():
    reading = read_file(TEXT + "----\nSource: dpa\nDate: 2015\nTitle: Ferry\n\nText.\n")

    assert [record.headline for record in reading.records][1:] == ["Ferry"]
    assert reading.records[0].paragraphs == BODY


def test_a_record_without_a_headline_is_a_problem_and_the_others_are_given():
    reading = read_file(
        TEXT + "----\nTitle:\nDate: 2015\n\nIt rained.\n----\nTitle: Ferry\n\nText.\n"
    )

    assert [(problem.line, problem.code) for problem in reading.problems] == [
        (13, "no-headline")
    ]
    assert [record.line for record in reading.records] == [1, 18]


def test_labels_below_an_address_with_its_label_are_read_as_such():
    record = read_record("URL: http://g.example/1\nDate: 2015\nTitle: Ice\n\nText.\n")

    assert (record.headline, record.url) == ("Ice", "http://g.example/1")


def test_a_line_alone_above_the_text_is_taken_for_the_headline_and_doubted():
    record = read_record(
        "URL: http://g.example/1\nDate: 2015-05-12\n\nHarbour reopens\n\nThe boat.\n"
    )

    assert (record.headline, record.paragraphs) == ("Harbour reopens", ("The boat.",))
    assert record.doubts == ("format-guessed",)


def test_a_body_that_begins_like_a_label_is_text():
    record = read_record(
        "Title: Harbour\nDate: 2015-05-12\n\nLondon: the first boat left.\n\nEnd.\n"
    )

    assert record.paragraphs == ("London: the first boat left.", "End.")


def test_a_message_is_read_by_its_subject():
    record = read_record(
        "From: keeper@harbour.example\nSubject: Ice\nOrganization: Port\nLines: 2\n\n"
        "It is gone.\n"
    )

    assert (record.headline, record.paragraphs) == ("Ice", ("It is gone.",))
    assert record.extra[0] == ("From", "keeper@harbour.example")


def test_the_end_of_a_page_is_left_out():
    record = read_record(TEXT + "\nblog comments powered by Disqus\n")

    assert record.paragraphs == BODY


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Analysis: why it froze\n\nText: here.\n", "titled", id="a colon"),
        pytest.param("Title fight: who wins\n\nText.\n", "titled", id="a longer label"),
        pytest.param("Story: how it froze\nIt was cold.\n", "titled", id="one label"),
        pytest.param(
            "Interview: the keeper\nSource: AFP\nPublished: 2015-5-12\n\nText.\n",
            "pagedump",
            id="a page dump with a colon in its headline",
        ),
        pytest.param(
            "Source: talks to go on\n\nSource:AFP Published: 2015-5-12\n\nText.\n",
            "pagedump",
            id="a page dump whose headline begins like a label",
        ),
        pytest.param(
            "1984\nSource: AFP\nPublished: 2015-5-12\n\nText.\n",
            "pagedump",
            id="a page dump with a number as its headline",
        ),
    ],
)
def test_texts_that_merely_hold_a_colon_are_left_to_other_formats(text, name):
    assert read(text.encode()).format == name


PIECES = st.sampled_from(
    [
        "Title: A",
        "Date: 2015",
        "Text:",
        "Body: b",
        "-----",
        "",
        "x",
        "  y",
        "ID: 5",
        "3",
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=20))
def test_every_byte_has_a_role_whatever_the_order_of_lines(pieces):
    data = "\n".join(pieces).encode()

    reading = read(data, told=Told(format="labelled"))

    assert sum(span.size for span in reading.spans) == len(data)
