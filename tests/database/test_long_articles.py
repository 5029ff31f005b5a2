"""Search in articles that are longer than a term vector has room for."""

from __future__ import annotations

import pytest

from articles.browse.query import parse_words
from articles.database import index
from articles.database.index import Match
from articles.models import Article
from tests.factories import make_article

pytestmark = pytest.mark.django_db

REPEATED = "tide " * 300 + "red buoy"  # more places than a term has
MANY_WORDS = "tide " + " ".join(f"w{n}" for n in range(25_000)) + " red buoy"


@pytest.fixture(
    params=[
        pytest.param(REPEATED, id="a word again and again"),
        pytest.param(MANY_WORDS, id="very many words"),
    ]
)
def long(request):
    make_article(headline="Short", body="A red buoy at low tide.")
    return make_article(headline="Chapter", body=request.param)


def found(typed):
    words = parse_words(typed)
    match = Match(words=words.wanted, without=words.unwanted)
    asked = {"low": 0, "high": 2**63 - 1, "limit": 31}
    positions = index.find(match, newest=True, **asked)
    assert index.count(match, **asked) == len(positions)
    shown = Article.objects.filter(position__in=positions).order_by("headline")
    return list(shown.values_list("headline", flat=True))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("tide buoy", ["Chapter", "Short"]),
        ("chapter tide", ["Chapter"]),
        ("chapter elsewhere", []),
        ('"red buoy"', ["Chapter", "Short"]),
        ('"buoy red"', []),
        ('tide -"buoy red"', ["Chapter", "Short"]),
        ('tide -"low tide"', ["Chapter"]),
        ("tide -low", ["Chapter"]),
        ("tide -red", []),
        ("-low", ["Chapter"]),
        ('-chapter "red buoy"', ["Short"]),
    ],
)
def test_a_long_article_is_found_by_what_it_holds(long, typed, expected):
    assert found(typed) == expected


def test_words_are_found_in_long_articles_without_reading_them(
    django_assert_num_queries,
):
    for number in range(3):
        make_article(headline=f"Chapter {number}", body=REPEATED)

    with django_assert_num_queries(1):
        positions = index.find(
            Match(words=(("tide",), ("buoy",)), without=(("low",),)),
            low=0,
            high=2**63 - 1,
            newest=True,
            limit=31,
        )

    assert len(positions) == 3
