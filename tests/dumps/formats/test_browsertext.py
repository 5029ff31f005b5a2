"""Texts that w3m, lynx and browsers made of pages written for these tests."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from articles.dumps.formats import browsertext
from articles.dumps.pages import lay_out
from articles.dumps.reading import read

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "browsertext"
ANSWERS = json.loads((SAMPLES / "answers.json").read_text("utf-8"))
FILES = sorted(path.name for path in SAMPLES.glob("*.txt"))
STORY = (
    "The first boat of the year left the harbour at noon on Tuesday, with forty people"
    " and a brass band on board, and nobody was surprised."
)
FRAME = "Skip to content\nMenu\nSearch\nLog in\nNews\nSport\nOpinion\nWeather\n\n"
HEADLINE = "Harbour reopens, and the first boat leaves"


def read_text(text):
    reading = read(text.encode())
    assert reading.format == "browsertext"
    assert sum(span.size for span in reading.spans) == len(text.encode())
    return reading


def read_record(text):
    (record,) = read_text(text).records
    return record


@pytest.mark.parametrize("file", FILES)
def test_the_story_is_found_among_all_that_is_around_it(file):
    answer = ANSWERS[file.partition(".")[0]]

    record = read_record((SAMPLES / file).read_text("utf-8"))

    assert {
        "headline": record.headline,
        "published": record.published.iso,
        "byline": record.byline,
        "paragraphs": list(record.paragraphs),
    } == answer
    assert record.doubts == ("format-guessed",)


def test_what_is_left_out_is_named_by_rule():
    reading = read_text((SAMPLES / "english.lynx.txt").read_text("utf-8"))

    assert {span.kind for span in reading.spans if ":" in span.kind} >= {
        "boilerplate:navigation",
        "boilerplate:page-footer",
        "boilerplate:link-references",
        "boilerplate:share-buttons",
        "boilerplate:copyright",
        "paragraph:1",
    }


def test_several_pages_of_lynx_share_a_file():
    text = "".join(
        (SAMPLES / f"{name}.lynx.txt").read_text("utf-8")
        for name in ("english", "german", "spanish")
    )

    records = read_text(text).records

    assert [(record.index, record.headline) for record in records] == [
        (1, ANSWERS["english"]["headline"]),
        (2, ANSWERS["german"]["headline"]),
        (3, ANSWERS["spanish"]["headline"]),
    ]


@pytest.mark.parametrize(
    ("line", "published", "byline"),
    [
        pytest.param("By Ann Orrin, 12 May 2015", "2015-05-12", "Ann Orrin", id="both"),
        pytest.param("Von Ann Orrin | 12.05.2015", "2015-05-12", "Ann Orrin", id="bar"),
        pytest.param("Published 12 May 2015, 8.15 pm", "2015-05-12T20:15", "", id="on"),
        pytest.param("Published12 May 2015", "2015-05-12", "", id="no blank"),
    ],
)
def test_who_and_when_stand_below_the_headline(line, published, byline):
    record = read_record(f"{FRAME}{HEADLINE}\n\n{line}\n\n{STORY}\n")

    assert (record.published.iso, record.byline) == (published, byline)


def test_a_date_of_the_frame_is_not_that_of_the_article():
    text = f"25 December 2023\n{FRAME}{HEADLINE}\n\n{STORY}\n"

    assert read_record(text).published is None


def test_the_trail_that_leads_to_a_page_is_not_its_headline():
    text = f"{FRAME}Home News {HEADLINE}\n\n{HEADLINE}\n\n{STORY}\n"

    assert read_record(text).headline == HEADLINE


def test_a_caption_is_neither_headline_nor_paragraph():
    caption = "The first boat leaves the harbour at noon. Photo: Ann Orrin"

    record = read_record(f"{FRAME}{HEADLINE}\n\n{caption}\n\n{STORY}\n")

    assert (record.headline, record.paragraphs) == (HEADLINE, (STORY,))


def test_a_page_without_a_story_is_a_problem():
    reading = read_text(FRAME + "Contact\nPrivacy\nImprint\nCookies\n")

    assert [(p.line, p.code) for p in reading.problems] == [(1, "no-headline")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{HEADLINE}\n\n{STORY}\n", id="titled text"),
        pytest.param(
            f"{HEADLINE}\n\nBy Ann Orrin Source:AFP Published: 2015-5-12\n\n{STORY}\n"
            "\nPosted in: Port\nblog comments powered by Disqus\n",
            id="page dump",
        ),
        pytest.param(
            f"{HEADLINE}\n\n{STORY} [1]\n\n{STORY}\n\nReferences\n\n1. The Gazette\n",
            id="notes of a scholar",
        ),
        pytest.param(
            "Ice\nFog\nDew\nRain\nHail\nSnow\nSleet\nFrost\n\n" + STORY, id="verse"
        ),
        pytest.param(
            f"Title: {HEADLINE}\nDate: 2015-05-12\nAuthor: Ann Orrin\n\n{STORY}\n",
            id="labelled text",
        ),
    ],
)
def test_other_texts_are_left_to_other_formats(text):
    assert read(text.encode()).format != "browsertext"


@given(
    st.lists(
        st.sampled_from(
            [
                *("[1]News", "References", "1. https://g.example/", "   * [2]Sport"),
                *(
                    "",
                    STORY,
                    HEADLINE,
                    "(BUTTON)",
                    "[   ]",
                    "12 May 2015",
                    "━━━━",
                    "東京",
                ),
                *("By Ann Orrin", "•", "\f", "_____"),
            ]
        )
    ).map("\n".join)
)
def test_each_line_of_any_text_has_its_role(text):
    page = lay_out(text.split("\n"))

    parsed = browsertext.parse(page, folder="")

    assert len(parsed.roles) == len(page.lines)
    assert parsed.records or parsed.problems or not page.filled
