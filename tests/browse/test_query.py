"""The language of `q`, and the links of a list."""

from __future__ import annotations

import pytest

from articles.browse.query import MAX_TERMS, Links, parse_words


@pytest.mark.parametrize(
    ("typed", "wanted", "unwanted"),
    [
        pytest.param("harbour strike", (("harbour",), ("strike",)), (), id="words"),
        pytest.param('"lake orrin"', (("lake", "orrin"),), (), id="phrase"),
        pytest.param("“lake orrin”", (("lake", "orrin"),), (), id="curly quotes"),
        pytest.param('"lake orrin', (("lake", "orrin"),), (), id="open quote"),
        pytest.param("ferry -cruise", (("ferry",),), (("cruise",),), id="unwanted"),
        pytest.param('-"lake orrin"', (), (("lake", "orrin"),), id="unwanted phrase"),
        pytest.param("twenty-one", (("twenty", "one"),), (), id="hyphen in a word"),
        pytest.param("O’Neill", (("o", "neill"),), (), id="apostrophe"),
        pytest.param("東京都", (("東京", "京都"),), (), id="pairs of a Japanese word"),
        pytest.param("ferry FERRY", (("ferry",),), (), id="a word said twice"),
        pytest.param("a OR (b", (("a",), ("or",), ("b",)), (), id="signs are nothing"),
        pytest.param("- * \" ' ( 🙂", (), (), id="only signs"),
        pytest.param("fer\0ry", (("fer",), ("ry",)), (), id="NUL"),
        pytest.param("", (), (), id="nothing"),
    ],
)
def test_words_are_read_from_whatever_is_typed(typed, wanted, unwanted):
    words = parse_words(typed)

    assert (words.wanted, words.unwanted) == (wanted, unwanted)


def test_a_long_query_is_cut_and_says_so():
    words = parse_words(" ".join(f"word{n}" for n in range(1_000)))

    assert words.is_cut
    assert len(words.wanted) == MAX_TERMS


def test_a_phrase_without_an_end_is_cut_within():
    words = parse_words('"' + "word " * 2_000)

    assert words.is_cut
    assert [len(phrase) for phrase in words.wanted] == [MAX_TERMS]


def test_signs_alone_are_no_words_and_nothing_typed_is_not_blank():
    assert parse_words("- *").is_blank
    assert not parse_words("   ").is_blank


def test_taking_a_word_out_leaves_the_others_as_typed():
    words = parse_words('"Lake Orrin" ferry -cruise')

    assert [words.without(word) for word in words.words] == [
        "ferry -cruise",
        '"Lake Orrin" -cruise',
        '"Lake Orrin" ferry',
    ]


@pytest.fixture
def links():
    return Links([("section", "a&b"), ("source", "afp"), ("after", "7")])


def test_links_encode_values_and_drop_the_cursor(links):
    assert links.here() == "/articles/?section=a%26b&source=afp"


def test_a_toggle_takes_out_what_is_there_and_adds_what_is_not(links):
    assert links.toggle("source", "afp") == "/articles/?section=a%26b"
    assert (
        links.toggle("source", "tass")
        == "/articles/?section=a%26b&source=afp&source=tass"
    )


def test_a_value_that_is_put_replaces_its_likes(links):
    assert links.put(source="tass") == "/articles/?section=a%26b&source=tass"
    assert links.put(after="9") == "/articles/?section=a%26b&source=afp&after=9"


def test_a_form_carries_all_that_it_does_not_ask(links):
    assert links.fields("source") == ("/articles/", (("section", "a&b"),))


@pytest.fixture
def section_links():
    return Links(
        [("source", "afp")], path="/sections/europe/", fixed=[("section", "europe")]
    )


def test_links_of_a_section_stay_on_its_path(section_links):
    assert section_links.toggle("source", "afp") == "/sections/europe/"
    assert section_links.put(order="oldest") == (
        "/sections/europe/?source=afp&order=oldest"
    )


def test_links_that_change_what_the_path_says_leave_it(section_links):
    assert section_links.toggle("section", "europe") == "/articles/?source=afp"
    assert section_links.toggle("section", "asia") == (
        "/articles/?section=europe&source=afp&section=asia"
    )
