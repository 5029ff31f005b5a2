"""What the editors' desk asks of the search index."""

from __future__ import annotations

from articles.browse.printed import AFTER_ALL, BEFORE_ALL
from articles.browse.query import parse_words
from articles.database import index
from articles.database.index import Match


def positions_with(typed: str, *, limit: int) -> list[int]:
    """The newest positions with the words, phrases and -unwanted ones of a search.

    A text without a word in it finds nothing.
    """
    words = parse_words(typed)
    if not words.words:
        return []
    match = Match(words=words.wanted, without=words.unwanted)
    return index.find(match, low=BEFORE_ALL, high=AFTER_ALL, newest=True, limit=limit)
