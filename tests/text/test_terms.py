"""Search has one idea of a word."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from articles.text.terms import LONGEST_TERM, terms
from tests.text.strategies import any_texts, steady, texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", "", id="empty"),
        pytest.param("The FERRY, again!", "the ferry again", id="case and punctuation"),
        pytest.param("a\tb\r\nc\x0cd\x00e", "a b c d e", id="control characters"),
        pytest.param("snake_case", "snake case", id="underscore"),
        pytest.param("1,204 boats at 3.2", "1 204 boats at 3 2", id="numbers"),
        pytest.param("U.S. and U.S.A.", "us and usa", id="initials"),
        pytest.param("J.R.R. Tolkien, e.g.", "jrr tolkien eg", id="initials of names"),
        pytest.param("_U.S._ С.Ш.А.", "us сша", id="initials between marks"),
        pytest.param("plan B. A boat", "plan b a boat", id="letter ends a sentence"),
        pytest.param("Éire, déjà vu", "eire deja vu", id="accents"),
        pytest.param("e\u0301te\u0301", "ete", id="accents apart from their letters"),
        pytest.param(
            "Œuvre Ærø Łódź Đà Straße", "oeuvre aero lodz da strasse", id="ligs"
        ),
        pytest.param("İstanbul, Diyarbakır", "istanbul diyarbakir", id="Turkish i"),
        pytest.param("Ёлка, Ὀδυσσεύς", "елка οδυσσευσ", id="Cyrillic and Greek"),
        pytest.param("ＡＦＰ ﬁn ① ½", "afp fin 1 1 2", id="compatibility forms"),
        pytest.param("co\u00adope\u200drate", "cooperate", id="invisible characters"),
        pytest.param("😀 \ufffd \ud800 €5", "5", id="symbols"),
        pytest.param("أحمد إسلام آمال ٱلله", "احمد اسلام امال الله", id="alef forms"),
        pytest.param("كِتَابٌ مـــدرسة على", "كتاب مدرسه علي", id="harakat, tatweel"),
        pytest.param("کتاب ی", "كتاب ي", id="Persian letters"),
        pytest.param("٢٠١٥ ۱۹۹۹ २०", "2015 1999 20", id="digits of other scripts"),
        pytest.param("שָׁלוֹם", "שלום", id="Hebrew points"),
        pytest.param("हिन्दी में", "हिन्दी में", id="Indic vowel signs stay"),
        pytest.param("東京都で", "東京 京都 都で", id="Japanese in pairs"),
        pytest.param("京", "京", id="one character"),
        pytest.param("がか、はば", "がか はば", id="voicing marks stay"),
        pytest.param("か\u3099っこう", "がっ っこ こう", id="voicing marks apart"),
        pytest.param("ﾊﾞﾌﾞﾙ", "バブ ブル", id="half-width kana"),
        pytest.param("2015年5月iPhoneを", "2015 年 5 月 iphone を", id="mixed scripts"),
        pytest.param("대통령은", "대통 통령 령은", id="Korean"),
        pytest.param("ไทยแท้", "ไท ทย ยแ แท ท้", id="Thai"),
        pytest.param("𠮷野家", "𠮷野 野家", id="beyond the basic plane"),
    ],
)
def test_a_text_becomes_its_terms(text, expected):
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("O'Neill", "o’neill", id="curly apostrophe"),
        pytest.param("O'Neill", "OʼNeill", id="modifier apostrophe"),
        pytest.param("twenty-one", "twenty‑one", id="other hyphen"),
        pytest.param("U.S.", "US", id="initials without points"),
        pytest.param("café", "CAFE", id="no accent"),
        pytest.param("می\u200cخواهم", "میخواهم", id="Persian half space"),
        pytest.param("葛\U000e0100飾", "葛飾", id="variation selector"),
    ],
)
def test_ways_to_print_a_word_find_each_other(one, other):
    assert terms(one) == terms(other)


def test_a_japanese_word_is_found_inside_a_sentence():
    assert terms("消費者") in terms("今日は東京都の消費者物価指数が発表された。")


def test_no_term_is_longer_than_an_index_takes():
    longest = max(map(len, terms("x" * 5_000 + " é" + "y" * 5_000).split()))

    assert longest == LONGEST_TERM


def test_a_run_of_letters_is_cut_alike_wherever_it_stands():
    assert terms("x" * 150) in terms("before " + "x" * 150 + " after")


@steady
@given(any_texts | texts)
def test_terms_are_words_parted_by_single_spaces(text):
    found = terms(text)

    assert found == " ".join(found.split())
    assert "\ud800" not in found


@steady
@given(any_texts | texts)
def test_ascii_in_terms_is_lower_case_letters_and_digits(text):
    ascii_left = {character for character in terms(text) if character.isascii()}

    assert ascii_left <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")


@steady
@given(texts)
def test_the_terms_of_terms_are_the_same_terms(text):
    assert terms(terms(text)) == terms(text)


@steady
@given(texts, texts)
def test_texts_on_two_lines_have_the_terms_of_both(one, other):
    assert terms(f"{one}\n{other}").split() == f"{terms(one)} {terms(other)}".split()


@steady
@given(st.text(st.characters(max_codepoint=127), max_size=40))
def test_plain_ascii_has_the_same_terms_beside_other_letters(text):
    assert terms(f"{text} é").split() == [*terms(text).split(), "e"]
