from __future__ import annotations

import pytest

from articles.dumps.pages import collapse
from articles.dumps.values import read_address, read_date, read_language, split_names


@pytest.mark.parametrize(
    ("text", "address"),
    [
        pytest.param("https://gazette.example/1?a=b", None, id="https"),
        pytest.param("www.gazette.example/1", None, id="without a scheme"),
        pytest.param("HTTP://GAZETTE.EXAMPLE/1", None, id="upper case"),
        pytest.param("<http://gazette.example/>", "http://gazette.example/", id="<>"),
        pytest.param("see http://gazette.example/", "", id="in a sentence"),
        pytest.param("gazette.example", "", id="a name"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_an_address_is_a_text_of_its_own(text, address):
    assert read_address(text) == (text if address is None else address)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        pytest.param("ENGLISH", "en", id="English"),
        pytest.param("Französisch", "fr", id="German name"),
        pytest.param("日本語", "ja", id="own name"),
        pytest.param("pt_BR", "pt", id="code with a region"),
        pytest.param("xx", "", id="no such code"),
        pytest.param("plain", "", id="no language"),
    ],
)
def test_a_language_is_given_by_its_code(raw, code):
    assert read_language(raw) == code


def test_an_impossible_date_is_one_and_a_sentence_is_none():
    impossible = read_date("2010-02-31")

    assert impossible is not None
    assert impossible.doubts == ("impossible",)
    assert read_date("The first boat of 2010") is None
    assert read_date("") is None


def test_names_are_parted_once_each_in_order():
    assert split_names(["News, Sport", "News;  Arts "]) == ("News", "Sport", "Arts")


def test_an_ideographic_space_stays():
    assert (
        collapse(" 港が開く\u3000 氷は去る  今日\u3000")
        == "港が開く\u3000 氷は去る 今日"
    )
