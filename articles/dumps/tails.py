"""What stands below the text of a page: sections, links, buttons, notices."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from articles.dumps import boilerplate
from articles.dumps.headers import Field, read_fields

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.dumps.pages import Page

_MAX_COMMENTS_LINE: Final = 80  # characters
_MARK_LINES: Final = 12  # at the end, in which a section line is looked for
_FOOTER_LINES: Final = 15  # at most, below the comments line
_RELATED_LINES: Final = 40  # at most, below their heading
_LATE_LINES: Final = 6  # above text that no rule knows
_RELATED: Final = f"boilerplate:{boilerplate.RELATED_ARTICLES}"
_FOOTER: Final = f"boilerplate:{boilerplate.PAGE_FOOTER}"


@dataclass(slots=True)
class Tail:
    """The part that each line of a tail plays, and the fields they hold, in order."""

    kinds: dict[int, str] = field(default_factory=dict)
    fields: list[Field] = field(default_factory=list)


def has_mark(page: Page, lines: Sequence[int]) -> bool:
    """Say whether the end of a page shows a section line or a comments line."""
    texts = [page.texts[number] for number in lines[-_MARK_LINES:]]
    return any(is_comments_line(text) or _is_section_line(text) for text in texts)


def is_comments_line(text: str) -> bool:
    """Say whether this line is that of the comments, which ends a page."""
    return (
        len(text) <= _MAX_COMMENTS_LINE
        and "omment" in text.lower()
        and boilerplate.match_rule(text) == boilerplate.COMMENTS_LINE
    )


def _is_section_line(text: str) -> bool:
    return any(part.name == "sections" for part in read_fields(text))


def name_role(fields: Sequence[Field]) -> str:
    """Name the part that a line of fields plays."""
    names = {part.name for part in fields}
    if names == {"sections"}:
        return "sections"
    return "print-headline" if names == {"print_headline"} else "source-line"


def read_tail(page: Page, lines: Sequence[int], known: set[str]) -> Tail:
    """Read the last of `lines` upwards for as long as they are no text.

    `known` names the fields that were printed above: a second one is text.
    """
    tail = Tail()
    stop = _read_footer(page, lines, tail, known)
    while stop:
        if _read_line(page, lines[stop - 1], tail, known):
            stop -= 1
            continue
        start = _find_related(page, lines[:stop])
        if start is None:
            break
        tail.kinds |= dict.fromkeys(lines[start:stop], _RELATED)
        stop = start
    if not any(part.name == "sections" for part in tail.fields):
        _read_late_sections(page, lines[:stop], tail, known)
    tail.fields.reverse()
    return tail


def _read_footer(page: Page, lines: Sequence[int], tail: Tail, known: set[str]) -> int:
    """Take what little stands below the comments line: it belongs to the page."""
    for at in range(len(lines) - 1, max(-1, len(lines) - _FOOTER_LINES), -1):
        if len(page.texts[lines[at]]) > boilerplate.MAX_LINE:
            break
        if not is_comments_line(page.texts[lines[at]]):
            continue
        for number in reversed(lines[at + 1 :]):
            if not _read_line(page, number, tail, known):
                tail.kinds[number] = _FOOTER
        return at + 1
    return len(lines)


def _read_line(page: Page, number: int, tail: Tail, known: set[str]) -> bool:
    text = page.texts[number]
    fields = read_fields(text)
    if fields and not _is_taken(fields, tail, known):
        tail.kinds[number] = name_role(fields)
        tail.fields += reversed(fields)
        return True
    rule = boilerplate.match_rule(text)
    if not rule or _is_within_paragraph(page, number):
        return False
    tail.kinds[number] = f"boilerplate:{rule}"
    return True


def _is_taken(fields: Sequence[Field], tail: Tail, known: set[str]) -> bool:
    taken = known | {part.name for part in tail.fields} - {"sections", "extra"}
    return not taken.isdisjoint(part.name for part in fields)


def _is_within_paragraph(page: Page, number: int) -> bool:
    """Say whether the line above runs on into this one: a rule may not cut there."""
    above = page.texts[number - 1] if number else ""
    if not above or above.endswith((".", "!", "?", '"', "”", "。")):
        return False
    return not (
        read_fields(above)
        or boilerplate.match_rule(above)
        or boilerplate.is_related_heading(above)
    )


def _find_related(page: Page, lines: Sequence[int]) -> int | None:
    """Find the heading above lines that all read like headlines."""
    for at in range(len(lines) - 1, max(-1, len(lines) - _RELATED_LINES), -1):
        text = page.texts[lines[at]]
        if boilerplate.is_related_heading(text):
            return at
        if not boilerplate.may_be_related(text):
            return None
    return None


def _read_late_sections(
    page: Page, lines: Sequence[int], tail: Tail, known: set[str]
) -> None:
    """Take a section line that stands alone above text which no rule knows."""
    for number in reversed(lines[-_LATE_LINES:]):
        around = page.texts[number - 1 : number] + page.texts[number + 1 : number + 2]
        if not any(around) and _is_section_line(page.texts[number]):
            _read_line(page, number, tail, known)
            return
