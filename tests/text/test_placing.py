"""Found words are marked where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given

from articles.text.placing import placed_terms
from articles.text.terms import terms
from tests.text.strategies import steady, texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("(The boat)", ["The", "boat"], id="plain"),
        pytest.param("U.S.-led", ["U.S", "led"], id="initials"),
        pytest.param("e\u0301te\u0301!", ["e\u0301te\u0301"], id="accents apart"),
        pytest.param("Œuvre’s", ["Œuvre", "s"], id="ligature"),
        pytest.param("5½", ["5½", "½"], id="one character in two terms"),
        pytest.param("東京都", ["東京", "京都"], id="pairs"),
        pytest.param("ﾊﾞﾌﾞﾙ", ["ﾊﾞﾌﾞ", "ﾌﾞﾙ"], id="half-width kana"),
        pytest.param("x" * 70, ["x" * 64, "x" * 6], id="a long run"),
    ],
)
def test_each_term_knows_the_characters_that_made_it(text, expected):
    assert [
        text[placed.start : placed.end] for placed in placed_terms(text)
    ] == expected


@steady
@given(texts)
def test_placed_terms_are_the_terms_of_the_text(text):
    assert [placed.term for placed in placed_terms(text)] == terms(text).split()
