"""A correction is read word by word."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given

from articles.text.diffs import Passage, diff
from tests.text.strategies import steady, texts, wordings


def shown(passages):
    sign = {"same": "{}", "taken-out": "[-{}-]", "put-in": "[+{}+]"}
    return "".join(sign[passage.kind].format(passage.shown) for passage in passages)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("", "", "", id="both empty"),
        pytest.param("", "New.", "[+New.+]", id="from nothing"),
        pytest.param("Old.", "", "[-Old.-]", id="to nothing"),
        pytest.param("The same.", "The same.", "The same.", id="same"),
        pytest.param(
            "Ansa Terval, 41",
            "Ansa Tervel, 41",
            "Ansa [-Terval-][+Tervel+], 41",
            id="a name",
        ),
        pytest.param(
            "It had two old engines then.",
            "It had three new engines then.",
            "It had [-two old-][+three new+] engines then.",
            id="neighbours are read together",
        ),
        pytest.param(
            "東京都の会議", "東京都で会議", "東京都[-の-][+で+]会議", id="Japanese"
        ),
        pytest.param(
            "One here.\n\nTwo here.",
            "One here. Two here.",
            "One here.[-¶\n\n-][+ +]Two here.",
            id="a paragraph break goes",
        ),
        pytest.param(
            "One.\n\nOld here now.\n\nEnd.",
            "One.\n\nNew here now.\n\nAdded.\n\nEnd.",
            "One.\n\n[-Old-][+New+] here now.\n\n[+Added.¶\n\n+]End.",
            id="a paragraph is added",
        ),
        pytest.param(
            "Cats sleep all day in the warm sun by our kitchen window.",
            "Rain fell upon Vell until nobody could see a boat.",
            "[-Cats sleep all day in the warm sun by our kitchen window.-]"
            "[+Rain fell upon Vell until nobody could see a boat.+]",
            id="nothing in common",
        ),
    ],
)
def test_two_wordings_are_compared(old, new, expected):
    assert shown(diff(old, new)) == expected


def test_passages_have_a_kind_and_a_text():
    assert diff("A boat", "A ship") == (
        Passage("same", "A "),
        Passage("taken-out", "boat"),
        Passage("put-in", "ship"),
    )


@steady
@given(wordings | texts, wordings | texts)
def test_passages_make_up_both_wordings(old, new):
    passages = diff(old, new)

    assert "".join(p.text for p in passages if p.kind != "put-in") == old
    assert "".join(p.text for p in passages if p.kind != "taken-out") == new


@steady
@given(wordings, wordings)
def test_neighbouring_passages_differ_in_kind(old, new):
    kinds = [passage.kind for passage in diff(old, new)]

    assert all(one != other for one, other in pairwise(kinds))


def test_one_word_is_found_among_a_hundred_thousand_paragraphs():
    paragraphs = [f"Paragraph {n} of the book." for n in range(100_000)]
    corrected = [*paragraphs[:50_000], "Paragraph fifty.", *paragraphs[50_001:]]

    passages = diff("\n\n".join(paragraphs), "\n\n".join(corrected))

    assert [p.text for p in passages if p.kind == "put-in"] == ["fifty"]


def test_every_paragraph_of_a_long_text_is_compared_with_its_own():
    chance = random.Random(5)
    words = [f"word{n}" for n in range(200)]
    paragraphs = [" ".join(chance.choices(words, k=100)) for _ in range(60)]

    passages = diff(
        "\n\n".join(f"old {text}" for text in paragraphs),
        "\n\n".join(f"new {text}" for text in paragraphs),
    )

    assert [p.text for p in passages if p.kind == "put-in"] == ["new"] * 60


def test_texts_too_repetitive_to_compare_are_replaced_as_a_whole():
    old, new = "a b " * 2_000 + "a", "b a " * 2_000 + "b"

    assert diff(old, new) == (Passage("taken-out", old), Passage("put-in", new))
