"""The head of a labelled record: its fields, however they are broken into lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articles.dumps import tails
from articles.dumps.headers import Field, read_fields
from articles.dumps.labels import BODY, EXTRA, OUTLET, TIME, read_label
from articles.dumps.values import read_address, read_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.dumps.pages import Page

MAX_HEAD: Final = 60  # lines
_MAX_VALUE: Final = 2000  # characters of any value but the body
_ALONE: Final = {"title", "headline", "titel", "titre", "título", "titulo", "titular"}
_MAX_RULE: Final = 200  # characters
_RULE: Final = re.compile(r"(?:[-=_*#~+]\s?){3,}")
_QUOTED: Final = re.compile(r"""\[(?P<list>[^\[\]]+)\]|(["'])(?P<text>.+)\2""")
_REPEATED: Final = {EXTRA, "byline", "sections"}
_MANY: Final = 3  # lines, of which one is the headline
_MIN_SENTENCE_WORDS: Final = 5
_BY: Final = re.compile(r"^by\s+", re.IGNORECASE)
_FINAL: Final = {OUTLET: "source", TIME: EXTRA, "headline": EXTRA}
_ROLES: Final = {
    "headline": "headline",
    "print_headline": "print-headline",
    "sections": "sections",
}


@dataclass(slots=True)
class Head:
    """The fields of a head in order, and the part that each of its lines plays."""

    fields: list[Field] = field(default_factory=list)
    roles: dict[int, str] = field(default_factory=dict)

    @property
    def names(self) -> set[str]:
        return {part.name for part in self.fields} - {EXTRA}

    def find(self, name: str) -> str:
        return next((part.value for part in self.fields if part.name == name), "")

    def add(self, fields: Sequence[Field], number: int) -> None:
        role = _ROLES.get(fields[0].name, "source-line")
        self.roles[number] = role if len(fields) == 1 else tails.name_role(fields)
        self.fields += fields

    def continue_last(self, text: str, number: int) -> None:
        last = self.fields[-1]
        gap, text = (", ", text[2:]) if text.startswith("- ") else (" ", text)
        self.fields[-1] = last._replace(value=f"{last.value}{gap}{text}".strip(", "))
        self.roles[number] = self.roles[number - 1]

    def unquote(self) -> None:
        """Take away the quotes and brackets of values in front matter."""
        for at, part in enumerate(self.fields):
            match = _QUOTED.fullmatch(part.value)
            if match is not None:
                self.fields[at] = part._replace(value=match["list"] or match["text"])


def read_head(page: Page, lines: Sequence[int]) -> Head:
    """Read the labelled fields that `lines` begin with, up to the label of the body."""
    head = Head()
    for at, number in enumerate(lines):
        fields = read_line(page.texts[number])
        if fields and _belongs(page, lines, at, head):
            head.add(fields, number)
        elif not _is_known(fields) and _goes_on(page, lines, at, head):
            head.continue_last(page.texts[number], number)
        else:
            break
        if head.fields[-1].name == BODY:
            break
    return head


@lru_cache(maxsize=256)  # the lines around one are looked at again
def read_line(text: str) -> tuple[Field, ...]:
    """Read the fields of a line that begins with a label."""
    several = read_fields(text)
    if len(several) > 1 and several[0].label and several[0].name != EXTRA:
        return several
    label = read_label(text)
    if label is None or (label.name != BODY and len(label.value) > _MAX_VALUE):
        return ()
    return (label,)


def is_article(page: Page, head: Head) -> bool:
    """Say whether a head is one of an article: not a line that happens to hold a colon.

    A head without a headline shows a date or an address, and something else.
    """
    names = head.names
    if "headline" in names:
        return len(head.roles) >= _MANY or len(names) > 1 or _stands_alone(page, head)
    if not names or head.fields[0].name in {EXTRA, BODY} or len(head.roles) == 1:
        return False
    dated = read_date(head.find("published")) is not None
    return len(names) > 1 and (
        dated or ("published" not in names and bool(read_address(head.find("url"))))
    )


def _stands_alone(page: Page, head: Head) -> bool:
    """Say whether a headline with its label is followed by a text of its own."""
    below = max(head.roles) + 1
    return (
        len(head.fields) == 1
        and head.fields[0].label.lower() in _ALONE
        and bool(head.fields[0].value)
        and below < len(page.texts)
        and not page.texts[below]
    )


def is_rule(text: str) -> bool:
    """Say whether a line is drawn, as below a head or between two records."""
    return len(text) <= _MAX_RULE and _RULE.fullmatch(text) is not None


def is_known(page: Page, number: int) -> bool:
    """Say whether a line begins with a label that is known."""
    return _is_known(read_line(page.texts[number]))


def _is_known(fields: tuple[Field, ...]) -> bool:
    return bool(fields) and fields[0].name != EXTRA


def is_sentence(text: str) -> bool:
    return text.endswith((".", "!", "?", "。")) and (
        len(text.split()) >= _MIN_SENTENCE_WORDS or not text.isascii()
    )


def _belongs(page: Page, lines: Sequence[int], at: int, head: Head) -> bool:
    """Say whether the labelled line at this place is of the head, not of the body."""
    first = read_line(page.texts[lines[at]])[0]
    if any(_repeats(head, part, first) for part in head.fields):
        return False
    below = lines[at + 1] if at + 1 < len(lines) else None
    is_apart = at > 0 and lines[at - 1] != lines[at] - 1
    if first.name != EXTRA:
        return not is_apart or first.name == BODY or not is_sentence(first.value)
    if is_apart or below == lines[at] + 1:
        return below is not None and (
            is_known(page, below)
            if is_apart
            else is_rule(page.texts[below]) or bool(read_line(page.texts[below]))
        )
    return True


def _repeats(head: Head, part: Field, other: Field) -> bool:
    """Say whether a label was printed before: then another record begins."""
    if part.label.lower() != other.label.lower():
        return False
    return part is head.fields[0] or part.name not in _REPEATED


def _goes_on(page: Page, lines: Sequence[int], at: int, head: Head) -> bool:
    """Say whether a line without a label goes on with the value above it."""
    number = lines[at]
    if not head.fields or lines[at - 1] != number - 1:
        return False
    if not head.fields[-1].value:
        return True
    if page.lines[number][:1].isspace() and not page.lines[lines[0]][:1].isspace():
        return True
    below = number + 1
    return at + 1 < len(lines) and lines[at + 1] == below and is_known(page, below)


def settle_fields(fields: Sequence[Field]) -> list[Field]:
    """Name fields as those of a record: an outlet is the source where no other is."""
    settled = _join_time([part for part in fields if part.name != BODY])
    headline = next((part for part in settled if part.name == "headline"), None)
    settled = [part for part in settled if part is not headline]
    settled.sort(key=lambda part: part.name == OUTLET)
    return [
        part._replace(name=_FINAL.get(part.name, part.name), value=_strip_by(part))
        for part in settled
    ]


def _join_time(fields: list[Field]) -> list[Field]:
    """Write a time of day that was printed apart behind its date."""
    time = next((part for part in fields if part.name == TIME), None)
    day = next((part for part in fields if part.name == "published"), None)
    if time is None or day is None:
        return fields
    joined = day._replace(value=f"{day.value} {time.value}")
    moment = read_date(joined.value)
    if moment is None or moment.precision not in {"minute", "second"}:
        return fields
    return [joined if part is day else part for part in fields if part is not time]


def _strip_by(part: Field) -> str:
    return _BY.sub("", part.value, count=1) if part.name == "byline" else part.value
