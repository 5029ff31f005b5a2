"""The headline of a story among the lines above it, and what is printed around."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articles.dumps.boilerplate import match_rule
from articles.dumps.datelines import find_dates
from articles.dumps.headers import Field, is_name, read_fields
from articles.dumps.prose import ends_sentence, weigh

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articles.dumps.rendered.units import Unit

_ABOVE: Final = 50  # units above the story in which the headline is looked for
_SHORTEST: Final = 12  # characters of a headline; of ideographs half of them
_LONGEST: Final = 220  # characters
_OPENING: Final = 12  # units of the story whose words are compared
# Whole words, and overlapping pairs of letters where no blanks part words; the vowel
# signs of India are no letters to a regular expression.
_WORD: Final = re.compile(
    r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0900-\u0dff]){3,}|\d{2,}"
    r"|(?=([\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}))"
)
_LETTERS: Final = re.compile(r"[^\W\d_]{2}")
_IDEOGRAPH: Final = re.compile("[\u2e80-\u9fff\uac00-\ud7af]")
_BYLINE: Final = re.compile(
    r"(?:written by|by|von|par|por|di|door|af|av|text|texto|автор|作者|記者|记者)"
    r"[:\uff1a]?\s+(?P<names>\S.*)",
    re.IGNORECASE,
)
_ABOVE_HEADLINE: Final = 5  # units in which dates are read
_LONGEST_CAPTION: Final = 350  # characters
_CAPTION: Final = re.compile(
    r"(?:photos?|fotos?|images?|bild|credits?|crédit|quelle|写真)(?: by)?\s*[:\uff1a/]"
    r"|getty|shutterstock|picture alliance|©|[/|]\s*(?:ap|afp|dpa|epa|reuters)\b"
    r"|\((?:ap|afp|dpa|epa|reuters)\b[^)]*\)\W*$",
    re.IGNORECASE,
)
_MOMENTS: Final = {"published", "updated"}
_FAR: Final = 0.015  # what each unit of distance takes off a score
_ENOUGH: Final = 0.08  # the score of a line that reads like a headline
_AS_GOOD: Final = 0.7  # of the best score: of such lines the highest is the headline
_SIGNED: Final = 1.5  # how much more likely above a byline or date
_NEAR: Final = 6  # units from the headline to its byline or date
_UNLIKELY: Final = 0.4
_LONG: Final = 130  # characters of a caption rather than a headline
_MANY: Final = 5  # words shared with the story
_CREDIT: Final = re.compile(
    r"\b(?:photo|foto|image|bild|getty|reuters|afp|dpa|epa|shutterstock|picture"
    r"|quelle|crédit|fotografía|via)\b|©|\((?:ap|afp|dpa)\b|写真|資料|사진|фото",
    re.IGNORECASE,
)


def find_headline(units: Sequence[Unit], story: range) -> int | None:
    """Return the unit above the story that reads like its headline, or None.

    It shares words with the story and stands above who and when, and above captions;
    a line that ends with it is the trail that leads there.
    """
    opening = units[story.start : story.start + _OPENING]
    words = _words(" ".join(unit.text for unit in opening))
    window = range(max(0, story.start - _ABOVE), story.start)
    signed = [at for at in window if any(_read(units[at].text))]
    scores = {
        at: _score(units[at], words)
        * (_SIGNED if any(0 < line - at <= _NEAR for line in signed) else 1)
        * (1 - _FAR * (story.start - at))
        for at in window
    }
    best = max(scores.values(), default=0)
    if best < _ENOUGH:
        return _find_plain(units, story)
    first = next(at for at in window if scores[at] >= _AS_GOOD * best)
    trail = units[first].text
    ends = (at for at in window if at > first and trail.endswith(units[at].text))
    return next((at for at in ends if scores[at] >= best / 2), first)


def _find_plain(units: Sequence[Unit], story: range) -> int | None:
    """Find the highest line close above the story that could be a headline at all."""
    for at in range(max(0, story.start - _NEAR), story.start):
        if not units[at].is_item and _may_be_headline(units[at].text):
            return at
    return None


def _may_be_headline(text: str) -> bool:
    shortest = _SHORTEST // 2 if _IDEOGRAPH.search(text) else _SHORTEST
    if not shortest <= len(text) <= _LONGEST or _LETTERS.search(text) is None:
        return False
    return not (match_rule(text) or read_fields(text) or any(find_dates(text)))


def _score(unit: Unit, words: set[str]) -> float:
    text = unit.text
    own = _words(text)
    if len(own) < 2 or _CREDIT.search(text) or any(find_dates(text)):  # noqa: PLR2004  a single word is a label
        return 0
    shared = len(own & words)
    loss = 1.0
    if unit.is_item or unit.is_link:
        loss *= _UNLIKELY
    if ends_sentence(text) and not text.endswith(("?", "!", "”", "»", '"')):
        loss *= _UNLIKELY
    if len(text) > (_LONG // 2 if _IDEOGRAPH.search(text) else _LONG):
        loss *= _UNLIKELY
    return min(shared, _MANY) / _MANY * (0.5 + 0.5 * shared / len(own)) * loss


def is_caption(text: str) -> bool:
    """Say whether a text names who made a picture, as the lines below one do."""
    return len(text) <= _LONGEST_CAPTION and _CAPTION.search(text) is not None


def _words(text: str) -> set[str]:
    found = (match[1] or match[0] for match in _WORD.finditer(text))
    return {word.casefold()[:6] for word in found if word}  # endings change


def read_around(
    units: Sequence[Unit], headline: int, story: range
) -> Iterator[tuple[int, tuple[Field, ...]]]:
    """Yield (unit, fields) of bylines and dates: below the headline, then above it."""
    below = range(headline + 1, story.start)
    above = range(headline - 1, max(-1, headline - _ABOVE_HEADLINE), -1)
    opening = range(story.start, min(story.start + _OPENING, story.stop))
    labels = (at for at in opening if weigh(units[at].text) < 0)
    for at in (*below, *labels, *above):
        fields = tuple(_read(units[at].text))
        if fields:
            yield at, fields


def _read(text: str) -> Iterator[Field]:
    """Yield the byline and the dates of a line, whatever parts them."""
    dates = list(find_dates(text))
    fields = read_fields(text)
    if fields and (not dates or any(field.name in _MOMENTS for field in fields)):
        yield from fields
        return
    named = _BYLINE.fullmatch(text)
    if named:
        names = named["names"].partition(dates[0].value if dates else "\n")[0]
        names = names.strip(" |,;·•-\u2013\u2014(")
        if names and is_name(names):
            yield Field("byline", "", names)
    yield from dates
