"""A list says what it is."""

from __future__ import annotations

from datetime import date

import pytest

from articles.browse.filters import Choices
from articles.browse.names import Name
from articles.browse.query import Links, parse_words
from articles.browse.sentence import say, sentence

PAPERS = tuple(Name(n, f"Paper {n}", f"paper-{n}") for n in range(1, 8))


def said(choices, total=7, **options):
    return say(sentence(choices, Links(choices.pairs()), total, **options))


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        pytest.param(Choices(), "All 7 articles.", id="nothing chosen"),
        pytest.param(
            Choices(sources=PAPERS[:2], sections=(Name(1, "World", "world"),)),
            "7 articles from Paper 1 or Paper 2 in World.",
            id="sources and a section",
        ),
        pytest.param(
            Choices(sources=PAPERS),
            "7 articles from Paper 1 or Paper 2 or Paper 3 or 4 other sources.",
            id="many sources",
        ),
        pytest.param(
            Choices(words=parse_words('"lake orrin" ferry -cruise -"day trip"')),
            "7 articles with “lake orrin” and ferry but not cruise or “day trip”.",
            id="words",
        ),
        pytest.param(
            Choices(since=date(1998, 3, 1), until=date(1998, 5, 31)),
            "7 articles, printed between 1 March 1998 and 31 May 1998.",
            id="between",
        ),
        pytest.param(
            Choices(since=date(1998, 5, 1), until=date(1998, 5, 31)),
            "7 articles, printed in May 1998.",
            id="a month",
        ),
        pytest.param(
            Choices(since=date(1998, 1, 1), until=date(1998, 12, 31)),
            "7 articles, printed in 1998.",
            id="a year",
        ),
        pytest.param(
            Choices(since=date(1998, 1, 1), until=date(1999, 1, 1)),
            "7 articles, printed between 1 January 1998 and 1 January 1999.",
            id="a year and a day",
        ),
    ],
)
def test_a_sentence_names_every_choice(choices, words):
    assert said(choices).replace("\xa0", " ") == words


@pytest.mark.parametrize(
    ("total", "is_cut", "words"),
    [
        (0, False, "No article."),
        (1, False, "1 article."),
        (1_204_318, False, "All 1,204,318 articles."),
        (10_000, True, "More than 10,000 articles."),
    ],
)
def test_a_sentence_says_the_total_and_when_counting_stopped(total, is_cut, words):
    assert said(Choices(), total, is_cut=is_cut) == words


def test_the_others_are_taken_out_together():
    choices = Choices(sources=PAPERS)

    *_, others, _end = sentence(choices, Links(choices.pairs()), 7)

    assert others.href == "/articles/?source=paper-1&source=paper-2&source=paper-3"
