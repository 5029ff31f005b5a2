"""The text of a file as trimmed lines in blocks, with the part that each line plays."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from articles.dumps.records import Problem, Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

NO_HEADLINE: Final = "no-headline"
MAX_HEADLINE: Final = 300  # characters; longer first lines are the text itself
# Marks that are neither blanks to Python nor letters to a reader stand at edges too.
_EDGES: Final = (
    " \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u3000\ufeff\u200b\u2060"
)
_WORD: Final = re.compile(r"[^\W_]")
_BLANKS: Final = re.compile(r"[^\S\u3000]+")


@dataclass(frozen=True, slots=True)
class Page:
    """Lines as printed, the same trimmed, and the runs of those that are not blank."""

    lines: Sequence[str]
    texts: list[str]
    blocks: list[range]
    filled: list[int]  # the numbers of the lines in the blocks


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a format made of a page; `roles` has one kind a line of the file.

    Where records share lines, `pieces` has (kind, characters) of the text instead, a
    line break being one character.
    """

    records: list[Record]
    problems: list[Problem]
    roles: list[str]
    pieces: list[tuple[str, int]] | None = None


def lay_out(lines: Sequence[str]) -> Page:
    """Trim lines and find the blocks between blank ones; a form feed is a blank."""
    trimmed = map(str.strip, lines)
    texts = [text if text.isascii() else text.strip(_EDGES) for text in trimmed]
    filled = [number for number, text in enumerate(texts) if text]
    blanks = [number for number, text in enumerate([*texts, ""]) if not text]
    gaps = pairwise([-1, *blanks])
    blocks = [range(above + 1, below) for above, below in gaps if below - above > 1]
    return Page(lines, texts, blocks, filled)


def parse_parts(
    page: Page,
    part: Callable[[Page, list[str]], Iterable[list[int]]],
    parse_part: Callable[..., Record | Problem],
) -> Parsed:
    """Make a record, or a problem, of each part of a page.

    `part` gives the lines of each, and may name the role of lines between them;
    `parse_part` takes the page, these lines, the roles and the record's index.
    """
    roles = ["blank"] * len(page.lines)
    records: list[Record] = []
    problems: list[Problem] = []
    for lines in part(page, roles):
        found = parse_part(page, lines, roles, index=len(records) + 1)
        if isinstance(found, Record):
            records.append(found)
        else:
            problems.append(found)
    return Parsed(records, problems, roles)


def find_headline(page: Page, lines: Sequence[int]) -> int | None:
    """Find the place in `lines` of the headline, or None if there is none.

    It is the first line that holds a letter or digit; a longer one than a headline can
    be is text that begins without a headline.
    """
    for at, number in enumerate(lines):
        if _WORD.search(page.texts[number]):
            return at if len(page.texts[number]) <= MAX_HEADLINE else None
    return None


def reject(lines: Sequence[int], roles: list[str]) -> Problem:
    """Enter the lines of a piece without a headline as rejected, and say so."""
    for number in lines:
        roles[number] = f"rejected:{NO_HEADLINE}"
    return Problem(
        line=lines[0] + 1 if lines else None,
        code=NO_HEADLINE,
        reason="No line here can be a headline; write one above the text.",
    )


def collapse(text: str) -> str:
    """Write every run of blanks as one space; an ideographic space stays."""
    if "\u3000" in text:
        return _BLANKS.sub(" ", text).strip(_EDGES)
    return " ".join(text.split())
