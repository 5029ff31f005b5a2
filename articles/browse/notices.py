"""What is said above a list: what was left out of an address, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from articles.browse.query import MAX_TERMS

if TYPE_CHECKING:
    from articles.browse.filters import ArticleFilter, Choices, Refusal
    from articles.browse.query import Links

NUMBERS: Final = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, and the link to what may have been meant."""

    text: str
    offer: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """The fact in bold, and a list of lines, or one line that goes on from it."""

    fact: str
    lines: tuple[Line, ...]


def notices(
    chosen: ArticleFilter, links: Links, *, is_lost: bool
) -> tuple[Notice, ...]:
    """All notices of a list; `is_lost` when its cursor was not understood."""
    choices = chosen.choices
    made = [_left_out(chosen.errors, links)] if chosen.errors else []
    if chosen.is_exchanged:
        reason = ", because “since” was later than “until”."
        made.append(Notice("The dates were exchanged", (Line(reason),)))
    made += _about_words(choices)
    if is_lost:
        fact = "The place in the list was not understood"
        made.append(Notice(fact, (Line(", so this is its beginning."),)))
    return tuple(made)


def _left_out(refusals: tuple[Refusal, ...], links: Links) -> Notice:
    lines = tuple(_line(refusal, links) for refusal in refusals)
    number = len(lines)
    if number == 1:
        line = replace(lines[0], text=f" {lines[0].text}")
        return Notice("One filter was left out.", (line,))
    said = NUMBERS[number] if number < len(NUMBERS) else f"{number}"
    return Notice(f"{said} filters were left out:", lines)


def _line(refusal: Refusal, links: Links) -> Line:
    if not refusal.offer:
        return Line(refusal.reason)
    if refusal.name in ("section", "source"):
        href = links.toggle(refusal.name, refusal.offer)
        return Line(f"{refusal.reason} Nearest name:", refusal.offer_in_words, href)
    href = links.put(**{refusal.name: refusal.offer})
    return Line(refusal.reason, f"Use {refusal.offer_in_words}", href)


def _about_words(choices: Choices) -> list[Notice]:
    if choices.words.is_blank:
        said = choices.words.typed.strip()[:60]
        is_all = not choices.pairs()
        which = "all articles, newest first" if is_all else "the articles without it"
        line = Line(f" in “{said}”. These are {which}.")
        return [Notice("There was no word to search for", (line,))]
    if choices.words.is_cut:
        line = Line(" The rest was left out.")
        return [Notice(f"The search was cut to its first {MAX_TERMS} words.", (line,))]
    return []
