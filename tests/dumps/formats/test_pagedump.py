from __future__ import annotations

import pytest

from articles.dumps.reading import read

BODY = ("The tide came in at noon, an hour late.", "The keeper wrote it on the door.")
TEXT = "\n\n".join(BODY)
TAIL = "Posted in: Europe\n\nblog comments powered by Disqus"


def read_record(text):
    reading = read(text.encode())
    assert (reading.format, reading.problems) == ("pagedump", ())
    assert len(reading.records) == 1
    return reading.records[0]


def read_kinds(text):
    return [span.kind for span in read(text.encode()).spans if span.kind != "blank"]


def describe(record):
    """Return what was printed, without what is empty."""
    fields = {
        "byline": record.byline,
        "source": record.source,
        "published": record.published and record.published.iso,
        "updated": record.updated and record.updated.iso,
        "sections": record.sections,
        "print_headline": record.print_headline,
        "url": record.url,
        "extra": record.extra,
    }
    return {name: value for name, value in fields.items() if value}


def test_a_page_dump_becomes_a_record():
    record = read_record(
        f"Harbour reopens\n\nBy Ilse Marrow Source:Global Times Published: "
        f"2015-5-12 0:03:01\n\n{TEXT}\n\nNewspaper headline: The gates\n\n{TAIL}\n"
    )

    assert (record.index, record.line, record.headline) == (1, 1, "Harbour reopens")
    assert record.paragraphs == BODY
    assert describe(record) == {
        "byline": "Ilse Marrow",
        "source": "Global Times",
        "published": "2015-05-12T00:03:01",
        "sections": ("Europe",),
        "print_headline": "The gates",
    }


MINUTE = {"published": "2015-05-12T00:03"}


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        ("Source:AFP", {"source": "AFP"}),
        ("Source: AFP", {"source": "AFP"}),
        ("Source \uff1a AFP", {"source": "AFP"}),
        ("SOURCE:AFP PUBLISHED: 2015-5-12 0:03", {"source": "AFP", **MINUTE}),
        ("Source:AFP Published 2015-5-12 0:03", {"source": "AFP", **MINUTE}),
        ("Source:AFP\xa0\tPublished:\xa02015-5-12 0:03", {"source": "AFP", **MINUTE}),
        (
            "Source: Reuters/AFP Published:2015/5/12 0:03",
            {"source": "Reuters/AFP"} | MINUTE,
        ),
        ("Source:AFP-Xinhua", {"source": "AFP-Xinhua"}),
        ("Source: Radio: North", {"source": "Radio: North"}),
        ("Source: A.P.", {"source": "A.P."}),
        ("Source: Global Times 2015-5-12 0:03", {"source": "Global Times", **MINUTE}),
        (
            "Global Times | Published: 2015-5-12 0:03",
            {"source": "Global Times"} | MINUTE,
        ),
        (
            "Agencies - Global Times Published: 2015-5-12 0:03",
            {"source": "Agencies - Global Times"} | MINUTE,
        ),
        ("Published: 2015-5-12 0:03", MINUTE),
        ("Published: 12 May 2015", {"published": "2015-05-12"}),
        ("Published on: May 2015", {"published": "2015-05"}),
        ("Date: 1931", {"published": "1931"}),
        ("Published: 2015-2-31 0:03", {}),
        ("Updated: 2015-5-12 0:03", {"updated": "2015-05-12T00:03"}),
        (
            "Published: 2015-5-12 0:03 (Updated: 2015-5-13)",
            MINUTE | {"updated": "2015-05-13"},
        ),
        (
            "Source:AFP Published: 2015-5-12 0:03 Last Updated: 2015-5-13 1:00:00",
            {"source": "AFP", **MINUTE, "updated": "2015-05-13T01:00:00"},
        ),
        ("By Agencies Published: 2015-5-12 0:03", {"byline": "Agencies", **MINUTE}),
        (
            "By Ilse Marrow and Ann Orrin in Cairo Source:AFP",
            {"byline": "Ilse Marrow and Ann Orrin in Cairo", "source": "AFP"},
        ),
        ("BY ILSE MARROW SOURCE:AFP", {"byline": "ILSE MARROW", "source": "AFP"}),
        ("Ilse Marrow Source:AFP", {"byline": "Ilse Marrow", "source": "AFP"}),
        ("Source:AFP By Ilse Marrow", {"byline": "Ilse Marrow", "source": "AFP"}),
        ("Source: Step By Step", {"source": "Step By Step"}),
        (
            "By Ilse Marrow | Source: AFP | Published: 2015-5-12 0:03",
            {"byline": "Ilse Marrow", "source": "AFP", **MINUTE},
        ),
        ("By Ilse Marrow\n\nSource:AFP", {"byline": "Ilse Marrow", "source": "AFP"}),
        (
            "By Ilse Marrow\nSource:AFP\nPublished: 2015-5-12 0:03",
            {"byline": "Ilse Marrow", "source": "AFP", **MINUTE},
        ),
        ("Source:AFP\n\nBy Ilse Marrow", {"byline": "Ilse Marrow", "source": "AFP"}),
        (
            "Author: Ilse Marrow\nSource:AFP\n12 May 2015\nPage: 3",
            {
                "byline": "Ilse Marrow",
                "source": "AFP",
                "published": "2015-05-12",
                "extra": (("Page", "3"),),
            },
        ),
        (
            "Source:AFP\nURL: https://example.org/a?b=1",
            {"source": "AFP", "url": "https://example.org/a?b=1"},
        ),
        ("By Source: Published:", {}),
        ("|\f Source:AFP", {"source": "AFP"}),
        ("(Source: AFP)", {"source": "AFP"}),
        ("[Source: AFP - Published: 2015-5-12 0:03]", {"source": "AFP", **MINUTE}),
        ("Source: Radio (North)", {"source": "Radio (North)"}),
        ("people.cn Published: 2015-5-12 0:03", {"source": "people.cn", **MINUTE}),
        (
            "By our own correspondent Source:AFP",
            {"byline": "our own correspondent", "source": "AFP"},
        ),
        (
            "Published: 2015-5-12 0:03 By Ilse Marrow",
            {"byline": "Ilse Marrow", **MINUTE},
        ),
        (
            "Story by: Ilse Marrow\nURL: https://example.org/a/",
            {"byline": "Ilse Marrow", "url": "https://example.org/a/"},
        ),
        ("来源：新华社 发布时间：2015年5月12日 0:03", {"source": "新华社", **MINUTE}),
    ],
)
def test_the_line_under_the_headline_is_read_however_it_is_printed(head, fields):
    record = read_record(f"Harbour reopens\n\n{head}\n\n{TEXT}\n\n{TAIL}")

    assert describe(record) == {**fields, "sections": ("Europe",)}
    assert record.paragraphs == BODY


def test_an_impossible_date_keeps_its_print_and_a_doubt():
    record = read_record(f"Harbour\n\nPublished: 2015-2-31 0:03\n\n{TEXT}")

    assert record.published.raw == "2015-2-31 0:03"
    assert record.published.doubts == ("impossible",)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Source: the authority's report names 41 repairs, and says that all were made.",
        "Published: the council's papers were sold within the hour at the fair.",
        "Posted in: the window was a note that nobody could read.",
        "By noon the tide was in and the boats had gone.",
        "Related articles: he had written two of them, and liked neither.",
        "blog comments powered by Disqus are what she reads first, she said.",
        "Click here, said the machine, and he clicked.",
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_words_of_fields_and_rules_within_the_text_are_text(paragraph, place):
    body = [*BODY[:place], paragraph, *BODY[place:]]

    record = read_record("\n\n".join(["Harbour", "Source:AFP", *body, TAIL]))

    assert record.paragraphs == tuple(body)
    assert describe(record) == {"source": "AFP", "sections": ("Europe",)}


@pytest.mark.parametrize(
    ("tail", "kinds"),
    [
        pytest.param(
            "Related articles:\n\nOld ford floods twice\nToll house to be painted",
            ["boilerplate:related-articles"] * 2,
            id="related articles in one block",
        ),
        pytest.param(
            "Related Stories\n\nOld ford floods twice\n\nToll house to be painted",
            ["boilerplate:related-articles"] * 3,
            id="related articles in blocks",
        ),
        pytest.param(
            "Share on Facebook\nTweet\nEmail\n\nPrint this page",
            ["boilerplate:share-buttons", "boilerplate:print-page"],
            id="buttons",
        ),
        pytest.param(
            "Click here to read more about harbours",
            ["boilerplate:click-here"],
            id="click here",
        ),
        pytest.param(
            "\u00a9 2015 The Harbour Post. All rights reserved.",
            ["boilerplate:copyright"],
            id="copyright",
        ),
        pytest.param(
            "Home > World > Europe\n\nBack to top",
            ["boilerplate:page-footer"] * 2,
            id="page footer",
        ),
    ],
)
def test_what_stands_around_an_article_is_cut_by_a_named_rule(tail, kinds):
    text = f"Harbour\n\nSource:AFP\n\n{TEXT}\n\n{tail}\n\n{TAIL}"

    assert read_record(text).paragraphs == BODY
    assert read_kinds(text)[4:] == [*kinds, "sections", "boilerplate:comments-line"]


def test_what_stands_below_the_comments_line_is_of_the_page():
    text = f"Harbour\n\nSource:AFP\n\n{TEXT}\n\n{TAIL}\n\nOur paper since 1854\n"

    assert read_record(text).paragraphs == BODY
    assert read_kinds(text)[-1] == "boilerplate:page-footer"


def test_a_rule_never_cuts_within_a_paragraph():
    text = f"Harbour\n\nSource:AFP\n\nThe keeper was told to press\nPrint\n\n{TAIL}"

    assert read_record(text).paragraphs == ("The keeper was told to press\nPrint",)


def test_a_section_line_above_unknown_text_is_still_a_section_line():
    record = read_record(
        f"Harbour\n\nSource:AFP\n\n{TEXT}\n\nPosted in: Europe\n\nShe lives in Bree.\n"
    )

    assert record.sections == ("Europe",)
    assert record.paragraphs == (*BODY, "She lives in Bree.")


@pytest.mark.parametrize(
    ("line", "sections"),
    [
        ("Posted in: Markets, Business", ("Markets", "Business")),
        ("Posted in:Markets", ("Markets",)),
        ("POSTED IN: Arts & Books , Odd  News", ("Arts & Books", "Odd News")),
        ("Posted in: Europe, Europe", ("Europe",)),
        ("Posted in: 国际、财经", ("国际", "财经")),
        ("Filed under: Europe | Society", ("Europe", "Society")),
        ("Posted in:", ()),
        ("Posted in: Europe\n\nPosted in: Society", ("Europe", "Society")),
    ],
)
def test_sections_are_those_printed(line, sections):
    record = read_record(f"Harbour\n\nSource:AFP\n\n{TEXT}\n\n{line}\n")

    assert record.sections == sections
    assert record.paragraphs == BODY


@pytest.mark.parametrize(
    "tail", ["Posted in: Europe", "blog comments powered by Disqus"]
)
def test_the_tail_alone_shows_a_page_dump(tail):
    assert read_record(f"Harbour\n\n{TEXT}\n\n{tail}").paragraphs == BODY


def test_a_headline_that_was_wrapped_is_joined():
    record = read_record(
        "Harbour reopens after the long frost of the\nwinter, says its keeper\n\n"
        f"Source:AFP Published: 2015-5-12\n\n{TEXT}\n"
    )

    assert record.headline == (
        "Harbour reopens after the long frost of the winter, says its keeper"
    )
    assert record.paragraphs == BODY


def test_a_line_between_headline_and_source_line_is_kept_as_text():
    record = read_record(f"Harbour\n\nKeeper is content\n\nSource:AFP\n\n{TEXT}\n")

    assert (record.headline, record.source) == ("Harbour", "AFP")
    assert record.paragraphs == ("Keeper is content", *BODY)


def test_missing_blank_lines_are_missed_by_nobody():
    record = read_record(
        "\n".join(["Harbour", "Source:AFP Published: 2015-5-12", *BODY])
        + "\nPosted in: Europe\nblog comments powered by Disqus"
    )

    assert record.paragraphs == BODY
    assert describe(record) == {
        "source": "AFP",
        "published": "2015-05-12",
        "sections": ("Europe",),
    }


@pytest.mark.parametrize("ending", ["\r\n", "\r", "  \r\n", "\n\n", "\t\n\f"])
def test_line_ends_and_doubled_blank_lines_make_no_difference(ending):
    text = f"\n\nHarbour\n\nSource:AFP Published: 2015-5-12\n\n{TEXT}\n\n{TAIL}\n"

    changed = read_record(text.replace("\n", ending))

    assert (changed.headline, changed.paragraphs) == ("Harbour", BODY)
    assert describe(changed) == describe(read_record(text))


def test_a_source_credit_below_the_text_is_the_source():
    record = read_record(f"Harbour\n\n{TEXT}\n\nSource: AFP\n\n{TAIL}")

    assert (record.source, record.paragraphs) == ("AFP", BODY)


@pytest.mark.parametrize(
    "headline",
    ["Source: talks to go on", "By the numbers", "Published: her last diary"],
)
def test_a_headline_may_begin_like_a_field(headline):
    record = read_record(
        f"{headline}\n\nSource:AFP Published: 2015-5-12 0:03\n\n{TEXT}\n"
    )

    assert record.headline == headline
    assert describe(record) == {"source": "AFP", **MINUTE}


def test_an_article_may_have_no_text():
    assert read_record(f"Harbour\n\nSource:AFP\n\n{TAIL}").paragraphs == ()


@pytest.mark.parametrize("between", ["\n\n", "\n\f\n"], ids=["blank", "form feed"])
def test_pages_one_after_the_other_are_records_of_their_own(between):
    first = f"Harbour\n\nSource:AFP Published: 2015-5-12\n\n{TEXT}\n\n{TAIL}"
    second = f"Bridge\n\nSource:Reuters\n\n{TEXT}\n\n{TAIL}"

    reading = read((first + between + second).encode())

    assert [(each.index, each.line, each.headline) for each in reading.records] == [
        (1, 1, "Harbour"),
        (2, 12 + between.count("\n") - 1, "Bridge"),
    ]
    assert [each.source for each in reading.records] == ["AFP", "Reuters"]
    assert {each.paragraphs for each in reading.records} == {BODY}
