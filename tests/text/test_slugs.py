"""Names in addresses."""

from __future__ import annotations

from unicodedata import is_normalized

import pytest
from hypothesis import given

from articles.text.slugs import LONGEST_SLUG, article_slug, distinct_slug, slug
from tests.text.strategies import any_texts, steady, texts


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Sport & Leisure", "sport-leisure", id="words"),
        pytest.param("O’Neill's", "oneills", id="apostrophes"),
        pytest.param("Économie", "économie", id="accents stay"),
        pytest.param("E\u0301conomie", "économie", id="composed"),
        pytest.param("経済・政治", "経済-政治", id="Japanese"),
        pytest.param("हिन्दी", "हिन्दी", id="vowel signs stay"),
        pytest.param("\u202bחדשות\u202c", "חדשות", id="right to left"),
        pytest.param("../..\\etc/passwd", "etc-passwd", id="path"),
        pytest.param("..", "article", id="dots"),
        pytest.param("100%2F?#", "100-2f", id="percent and query"),
        pytest.param("1931", "1931", id="digits"),
        pytest.param("😀🎉", "article", id="emoji only"),
        pytest.param("", "article", id="empty"),
        pytest.param("\ud800\x00", "article", id="surrogate and NUL"),
        pytest.param("--a--b--", "a-b", id="hyphens"),
    ],
)
def test_a_name_becomes_a_slug(name, expected):
    assert slug(name) == expected


def test_a_name_without_letters_takes_the_fallback_that_was_given():
    assert slug("***", "section") == "section"


def test_a_long_slug_is_cut_between_words():
    assert slug("harbour " * 40) == "-".join(["harbour"] * 10)


def test_a_long_word_is_cut():
    assert slug("x" * 300) == "x" * LONGEST_SLUG


@steady
@given(any_texts | texts)
def test_a_slug_can_stand_in_an_address(name):
    made = slug(name)

    assert made
    assert not set(made) & set("/\\.%?#& \n'\"<>")
    assert made.strip("-") == made
    assert is_normalized("NFC", made)


@steady
@given(any_texts | texts)
def test_a_slug_is_its_own_slug(name):
    assert slug(slug(name)) == slug(name)


def test_names_with_one_slug_are_told_apart():
    one, other = distinct_slug("Art & Life"), distinct_slug("Art / Life")

    assert one != other
    assert one.startswith("art-life-")
    assert one == distinct_slug("Art & Life")


def test_a_distinct_slug_is_no_longer_than_others():
    assert len(distinct_slug("x" * 300)) == LONGEST_SLUG


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        pytest.param("Harbour reopens", "harbour-reopens", id="plain"),
        pytest.param("Versions", "article", id="name of a page"),
        pytest.param("As imported", "article", id="name of another page"),
        pytest.param("Versions of events", "versions-of-events", id="longer"),
    ],
)
def test_an_article_is_never_named_like_a_page_below_it(headline, expected):
    assert article_slug(headline) == expected
