"""What a list is, as a sentence of which each choice can be taken out.

2,058 articles from AFP or Northern Wire in World, printed between 1 March 1998 and …
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from articles.browse.printed import day_in_words, month_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from articles.browse.filters import Choices
    from articles.browse.names import Name
    from articles.browse.query import Links, Word

COUNTED_UNTIL: Final = 10_000
SAID: Final = 3  # names of a kind that a sentence says
DECEMBER: Final = 12


@dataclass(frozen=True, slots=True)
class Part:
    """A few words of the sentence; with `href`, a choice that the link takes out."""

    text: str
    href: str = ""
    is_strong: bool = False


def say(parts: Iterable[Part]) -> str:
    """The sentence as plain words."""
    return "".join(part.text for part in parts)


def sentence(
    choices: Choices,
    links: Links,
    total: int,
    *,
    is_cut: bool = False,
    with_days: bool = True,
) -> tuple[Part, ...]:
    """The sentence of a list; `is_cut` when more than `total` were not counted."""
    parts = [
        *_names("from", "source", choices.sources, links),
        *_names("in", "section", choices.sections, links),
        *_words(choices, links),
    ]
    if with_days:
        parts += _days(choices.since, choices.until, links)
    is_whole = not parts and with_days
    return (*_start(total, is_cut=is_cut, is_whole=is_whole), *parts, Part("."))


def _start(total: int, *, is_cut: bool, is_whole: bool) -> list[Part]:
    if total == 0:
        return [Part("No article", is_strong=True)]
    noun = Part(" article" if total == 1 else " articles")
    if is_cut:
        return [Part(f"More than {total:,}", is_strong=True), noun]
    number = Part(f"{total:,}", is_strong=True)
    return [Part("All "), number, noun] if is_whole and total > 1 else [number, noun]


def _names(
    link: str, field: str, names: Sequence[Name], links: Links
) -> Iterator[Part]:
    """“ from AFP or Reuters or Tass or 4 other sources”."""
    said = names if len(names) <= SAID + 1 else names[:SAID]
    others = names[len(said) :]
    for place, name in enumerate(said):
        yield Part(" or " if place else f" {link} ")
        yield Part(name.name, links.toggle(field, name.slug))
    if others:
        yield Part(" or ")
        slugs = [name.slug for name in others]
        yield Part(f"{len(others)} other {field}s", links.drop(field, slugs))


def _words(choices: Choices, links: Links) -> Iterator[Part]:
    """“ with ferry and “lake orrin” but not cruise”."""
    words = choices.words.words
    for is_unwanted, start, between in (
        (False, " with ", " and "),
        (True, " but not " if choices.words.wanted else " without ", " or "),
    ):
        of_this_kind = [word for word in words if word.is_unwanted == is_unwanted]
        for place, word in enumerate(of_this_kind):
            yield Part(between if place else start)
            yield Part(word.shown, _without(word, choices, links))


def _without(word: Word, choices: Choices, links: Links) -> str:
    rest = choices.words.without(word)
    return links.put(q=rest) if rest else links.without("q")


def _days(since: date | None, until: date | None, links: Links) -> Iterator[Part]:
    if since and until:
        yield from _period(since, until, links)
    elif since:
        yield Part(", printed since ")
        yield _day(since, links, "since")
    elif until:
        yield Part(", printed until ")
        yield _day(until, links, "until")


def _period(since: date, until: date, links: Links) -> Iterator[Part]:
    name = _name_of_period(since, until)
    if name:
        yield Part(", printed on " if since == until else ", printed in ")
        yield Part(_unbroken(name), links.without("since", "until"))
        return
    yield Part(", printed between ")
    yield _day(since, links, "since")
    yield Part(" and ")
    yield _day(until, links, "until")


def _name_of_period(since: date, until: date) -> str:
    """The name of a single day, month or year."""
    if since == until:
        return day_in_words(since)
    if since.day > 1 or since.year != until.year:
        return ""
    if until.day < monthrange(until.year, until.month)[1]:
        return ""
    if since.month == until.month:
        return month_in_words(since)
    return f"{since.year}" if (since.month, until.month) == (1, DECEMBER) else ""


def _day(day: date, links: Links, field: str) -> Part:
    return Part(_unbroken(day_in_words(day)), links.without(field))


def _unbroken(words: str) -> str:
    return words.replace(" ", "\xa0")
