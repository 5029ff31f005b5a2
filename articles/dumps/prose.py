"""Where the story stands among the lines of a page: the longest run of prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_END: Final = "[.!?…。؟।\uff01\uff1f\u06d4][\"'”’»)\\]」』\uff09]*"  # of a sentence
_SENTENCE: Final = re.compile(rf"{_END}(?:\s|$)")
_WHOLE: Final = re.compile(rf"{_END}\s*$")
_IDEOGRAPH: Final = re.compile("[\u3001-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_THAI: Final = re.compile("[\u0e00-\u0e7f]")
_LEAST: Final = 60  # characters of a paragraph that is surely prose
_LEAST_IDEOGRAPHIC: Final = 25
_GAP: Final = 120  # what a short line between two paragraphs takes off a run


def weigh(text: str) -> int:
    """Return how much a paragraph speaks for prose: its length, or less than 0.

    >>> weigh("Home"), weigh("The first boat of the year left the harbour. " * 2)
    (-120, 90)
    """
    ideographs = len(_IDEOGRAPH.findall(text))
    least = _LEAST_IDEOGRAPHIC if ideographs * 3 > len(text) else _LEAST
    if 2 * len(text) >= least and ends_sentence(text):
        return len(text) // 3 if len(text) < least else len(text) + 2 * ideographs
    if len(text) < least or not (_SENTENCE.search(text) or _THAI.search(text)):
        return -_GAP
    return len(text) + 2 * ideographs


def ends_sentence(text: str) -> bool:
    """Say whether a text ends as a sentence does."""
    return _WHOLE.search(text) is not None


def find_story(paragraphs: Sequence[str]) -> range:
    """Find the run of paragraphs that weighs most; range(0) if none is prose."""
    best = start = weight = heaviest = 0
    stop = 0
    for at, text in enumerate(paragraphs):
        own = weigh(text)
        if weight <= 0:
            weight, start = 0, at
        weight += own
        if weight > heaviest:
            heaviest, best, stop = weight, start, at + 1
    return range(best, stop)
