"""Names as parts of an address: Unicode kept, lower case, words joined by hyphens.

"Sport & Leisure"  ->  sport-leisure        "経済・政治"  ->  経済-政治
"""

from __future__ import annotations

import re
from typing import Final
from unicodedata import category, normalize

from articles.text.fingerprints import digest

LONGEST_SLUG: Final = 80  # characters

# What stands, or will stand, behind /articles/<id>/ as a page of its own.
RESERVED: Final = frozenset({"as-imported", "report", "versions"})

_APOSTROPHES: Final = re.compile("['’ʼ]")
_SUFFIX_BYTES: Final = 4  # eight hexadecimal digits


def slug(name: str, fallback: str = "article") -> str:
    """Make a slug of a name; `fallback` when the name has no letter and no digit.

    Digits alone are a slug too: no address tells a number from a name.

    >>> slug("O’Neill’s 21% / ../Ärger")
    'oneills-21-ärger'
    """
    start = name[: LONGEST_SLUG * 16]  # a headline of a megabyte costs no more
    lowered = _APOSTROPHES.sub("", normalize("NFKC", start).lower())
    kept = normalize("NFKC", "".join(map(_keep, lowered)))
    return _cut("-".join(kept.split()), LONGEST_SLUG) or fallback


def distinct_slug(name: str, fallback: str = "article") -> str:
    """The slug of a name whose plain slug is taken: with a suffix from its digest."""
    suffix = digest(name)[:_SUFFIX_BYTES].hex()
    return f"{_cut(slug(name, fallback), LONGEST_SLUG - len(suffix) - 1)}-{suffix}"


def article_slug(headline: str) -> str:
    """The slug of an article's address, never the name of a page below the article."""
    made = slug(headline)
    return "article" if made in RESERVED else made


def _keep(character: str) -> str:
    kind = category(character)
    if kind == "Cf":  # invisible: direction marks, joiners, soft hyphens
        return ""
    return character if kind[0] in "LMN" else " "


def _cut(joined: str, limit: int) -> str:
    if len(joined) <= limit:
        return joined
    words = joined[: limit + 1].rpartition("-")[0]
    if len(words) * 2 >= limit:
        return words
    return _without_torn_mark(joined, limit).strip("-")


def _without_torn_mark(word: str, limit: int) -> str:
    end = limit
    while end > 1 and category(word[end])[0] == "M":
        end -= 1
    return word[:end]
