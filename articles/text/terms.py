"""What search compares: the terms of a text, the same for indexing and for queries.

    "The U.S. Café’s twenty-one"  ->  "the us cafe s twenty one"
    "東京都で会議"                 ->  "東京 京都 都で で会 会議"

A term is a run of letters and digits without case and accents. Everything else parts
terms, apostrophe and hyphen too, so that O'Neill, O’Neill and O Neill are one phrase
and *Europe* finds *l'Europe*; likewise the groups of 1,204, which every country points
otherwise. Only initials are drawn together: U.S. is `us`. Scripts without spaces become
overlapping pairs of characters, so that a word inside a sentence is found.
"""

from __future__ import annotations

import re
from operator import add
from typing import Final

from articles.text.folding import FOLDING, INITIALS, UNSPACED, compose

# Part of what an index was made with: raise it with every change of what `terms`
# returns (a new Unicode in a new Python may be one), and indexes are rebuilt.
TERMS_VERSION: Final = 1

LONGEST_TERM: Final = 64  # characters; PostgreSQL refuses a lexeme above 2,046 bytes

_LONG_RUN: Final = re.compile(rf"[^ ]{{{LONGEST_TERM}}}(?=[^ ])")
_UNSPACED_RUN: Final = re.compile(f"[{UNSPACED}]+")


def terms(text: str) -> str:
    """The terms of `text` in their order, parted by single spaces.

    >>> terms("O’Neill: “Déjà vu” in the U.S., 1,204 times…")
    'o neill deja vu in the us 1 204 times'
    """
    if not text:  # as many bylines and print headlines are
        return ""
    if text.isascii():
        folded = INITIALS.sub("", text).translate(FOLDING)
    else:
        folded = _fold(text)
    # Two to three times quicker than " ".join(folded.split()), for the same result.
    folded = " ".join(filter(None, map(str.strip, folded.split("  "))))
    if _has_long_run(folded):
        folded = _LONG_RUN.sub(r"\g<0> ", folded)
    return folded


def _fold(text: str) -> str:
    folded = INITIALS.sub("", compose(text)).translate(FOLDING)
    if folded.isascii():  # French, as a rule
        return folded
    return _UNSPACED_RUN.sub(_pairs, folded)


def _pairs(run: re.Match[str]) -> str:
    characters = run[0]
    if len(characters) == 1:
        return f" {characters} "
    return f" {' '.join(map(add, characters, characters[1:]))} "


def _has_long_run(folded: str) -> bool:
    at, last = 0, len(folded) - LONGEST_TERM
    while at < last:
        at = folded.rfind(" ", at, at + LONGEST_TERM + 1) + 1
        if not at:
            return True
    return False
