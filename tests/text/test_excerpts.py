"""What a list shows of a text."""

from __future__ import annotations

from unicodedata import east_asian_width

import pytest
from hypothesis import given, strategies as st

from articles.text.excerpts import Piece, excerpt, marked, snippet
from articles.text.terms import terms
from tests.text.strategies import any_texts, steady, texts

BEFORE = "The pier was quiet all that winter and the next. " * 20
AFTER = "Nobody on the quay could say when it would end. " * 20


def shown(pieces):
    return "".join(
        f"[{piece.text}]" if piece.marked else piece.text for piece in pieces
    )


def phrases(*words):
    return [tuple(terms(word).split()) for word in words]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("", "", id="empty"),
        pytest.param(" One.\n\nTwo. \n", "One. Two.", id="short"),
        pytest.param("The ferry left at noon.", "The ferry left…", id="between words"),
        pytest.param("The ferry left; at noon.", "The ferry left…", id="semicolon"),
        pytest.param("x" * 40, "x" * 15 + "…", id="one long word"),
        pytest.param("Forty players. Most left.", "Forty players. …", id="sentence"),
        pytest.param("“The players.” He left.", "“The players.” …", id="closing mark"),
        pytest.param("The ferry… Nobody knew.", "The ferry…", id="ellipsis"),
        pytest.param("The ferry... nobody knew.", "The ferry…", id="three points"),
        pytest.param("東京都で会議" * 9, "東京都で会議東…", id="Japanese"),
        pytest.param("東京都。" * 9, "東京都。東京都…", id="between ideographs"),
        pytest.param("東京会議です。" * 9, "東京会議です。…", id="wide point"),
        pytest.param("東京で会議あり。", "東京で会議あり。", id="wide and short"),
        pytest.param("ｶﾞｽ" * 9, "ｶﾞｽ" * 5 + "…", id="half-width"),
        pytest.param("2015 " + "東" * 40, "2015 " + "東" * 5 + "…", id="mixed"),
        pytest.param("का" * 40, "का" * 7 + "…", id="no mark without its letter"),
    ],
)
def test_an_excerpt_is_one_line_cut_where_words_end(body, expected):
    assert excerpt(body, 17) == expected


@steady
@given(any_texts | texts, st.integers(min_value=2, max_value=30))
def test_an_excerpt_is_never_longer_than_its_limit(body, limit):
    shortened = excerpt(body, limit)

    wide = [char for char in shortened if east_asian_width(char) in "WF"]
    assert len(shortened) + len(wide) <= limit


@pytest.mark.parametrize(
    ("text", "wanted", "expected"),
    [
        pytest.param("Ferry, ferry!", ["ferry"], "[Ferry], [ferry]!", id="case"),
        pytest.param("Été à Łódź", ["ete", "lodz"], "[Été] à [Łódź]", id="accents"),
        pytest.param(
            "e\u0301te\u0301 x", ["été"], "[e\u0301te\u0301] x", id="decomposed"
        ),
        pytest.param("Mr. O’Neill", ["O'Neill"], "Mr. [O’Neill]", id="apostrophe"),
        pytest.param("the U.S. fleet", ["US"], "the [U.S]. fleet", id="initials"),
        pytest.param(
            "lake to Lake\nOrin", ["lake orin"], "lake to [Lake\nOrin]", id="phrase"
        ),
        pytest.param("東京都の京都", ["京都"], "東[京都]の[京都]", id="pair"),
        pytest.param("今日の消費者物価", ["消費者"], "今日の[消費者]物価", id="pairs"),
        pytest.param("<b>bold</b>", ["bold"], "<b>[bold]</b>", id="markup is text"),
        pytest.param("a b c", ["b", "a b c"], "[a b c]", id="one in another"),
        pytest.param("nothing", ["ferry"], "nothing", id="not found"),
        pytest.param("nothing", [], "nothing", id="nothing wanted"),
        pytest.param("nothing", ["!"], "nothing", id="a word without terms"),
        pytest.param("", ["ferry"], "", id="empty"),
    ],
)
def test_marks_stand_on_the_printed_characters(text, wanted, expected):
    assert shown(marked(text, phrases(*wanted))) == expected


def test_pieces_are_text_and_mark():
    assert marked("A boat", [("boat",)]) == (
        Piece("A ", marked=False),
        Piece("boat", marked=True),
    )


@steady
@given(texts, texts)
def test_marked_pieces_make_up_the_text(text, word):
    pieces = marked(text, phrases(word, text[:3]))

    assert "".join(piece.text for piece in pieces) == text


@pytest.mark.parametrize("filling", range(380, 420, 3))
def test_a_phrase_is_marked_wherever_it_stands(filling):
    text = "x " * (filling // 2) + "y" * (filling % 2) + " Lake Orin is cold"

    assert "[Lake Orin]" in shown(marked(text, phrases("lake orin")))


def test_a_phrase_does_not_reach_over_what_lies_between():
    text = "Lake " + BEFORE + "Orin"

    assert shown(marked(text, phrases("lake orin"))) == text


def test_a_snippet_shows_twelve_words_around_what_was_found():
    text = f"{BEFORE}Then the ferry came back to the lake at last. {AFTER}"

    assert shown(snippet(text, phrases("ferry"))) == (
        "… the next. Then the [ferry] came back to the lake at last. …"
    )


def test_a_snippet_has_a_second_window_for_another_word():
    text = f"A ferry. {BEFORE}Another ferry. {AFTER}A lake."

    assert shown(snippet(text, phrases("ferry", "lake"))) == (
        "A [ferry]. The pier was quiet all that … it would end. A [lake]."
    )


def test_a_snippet_is_one_line():
    assert shown(snippet("One.\n\nThe ferry\nleft.", phrases("ferry"))) == (
        "One. The [ferry] left."
    )


def test_a_japanese_snippet_is_as_short_as_others():
    text = "今日は天気がよい。" * 50 + "東京で会議。" + "明日は雨が降る。" * 50

    pieces = snippet(text, phrases("東京"))

    assert Piece("東京", marked=True) in pieces
    assert len(shown(pieces)) < 40


def test_a_text_without_the_words_has_no_snippet():
    assert snippet(BEFORE, phrases("ferry")) == ()


def test_windows_that_meet_become_one():
    assert shown(
        snippet(
            "The ferry and then, some words later, the lake.", phrases("ferry", "lake")
        )
    ) == ("The [ferry] and then, some words later, the [lake].")


def test_a_huge_text_is_looked_at_only_as_far_as_a_reader_would():
    text = "word " * 2_000_000 + "ferry"

    assert snippet(text, phrases("ferry")) == ()
    assert marked(text, phrases("ferry")) == (Piece(text, marked=False),)
