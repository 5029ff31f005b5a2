"""Keys do not hang on case, spacing or how letters were encoded."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given

from articles.text.fingerprints import digest, fold, text_digest
from tests.text.strategies import any_texts, steady, texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("  The\tFerry \n", "the ferry", id="ASCII"),
        pytest.param("The\u00a0\u3000Ferry", "the ferry", id="wide spaces"),
        pytest.param("STRASSE straße", "strasse strasse", id="case folded"),
        pytest.param("e\u0301", "é", id="accents stay, composed"),
        pytest.param("ＡＦＰ", "afp", id="compatibility forms"),
        pytest.param("東京・大阪", "東京・大阪", id="Japanese stays"),
        pytest.param("Don't!", "don't!", id="punctuation stays"),
        pytest.param("\ud800A", "\ud800a", id="lone surrogate"),
    ],
)
def test_the_normal_form_of_a_text(text, expected):
    assert fold(text) == expected


@steady
@given(any_texts | texts)
def test_the_normal_form_is_its_own_normal_form(text):
    assert fold(fold(text)) == fold(text)


def test_a_digest_never_changes():
    assert digest("Harbour reopens", "").hex() == "f39e93d304219e9373389e9bc35716d3"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(("ab", "c"), ("a", "bc"), id="where the parts meet"),
        pytest.param(("a",), ("a", ""), id="an empty part"),
        pytest.param(("a", "b"), ("b", "a"), id="order"),
        pytest.param((), ("",), id="no part"),
    ],
)
def test_different_parts_have_different_digests(one, other):
    assert digest(*one) != digest(*other)


def test_a_digest_has_sixteen_bytes_for_any_text():
    assert len(digest("\ud800", "\x00", "東京")) == 16


def test_texts_that_differ_in_spacing_and_case_have_one_digest():
    assert text_digest("Harbour Reopens", "One.\n\nTwo.") == text_digest(
        "HARBOUR  REOPENS", "One. Two."
    )


def test_a_headline_is_not_the_start_of_the_body():
    assert text_digest("Harbour", "reopens") != text_digest("Harbour reopens", "")


def test_the_memory_of_a_long_text_is_a_few_copies_of_it():
    text = "word " * 100_000

    tracemalloc.start()
    fold(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 6 * len(text)  # all words parted: 15 times
