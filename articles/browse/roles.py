"""The part that a run of bytes plays in a file, in words and as a colour.

>>> role_of("paragraph:3").words, role_of("boilerplate:comments-line").words
('Paragraph 3', 'Left out: rule “comments line”')
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Role:
    """`words` stand beside a line, `group` in the key; `tone` is a class."""

    words: str
    group: str
    tone: str
    is_left_out: bool = False


GROUPS: Final = {
    "Headline": "span-head",
    "Source and date": "span-line",
    "Paragraphs": "span-text",
    "Section line": "span-sect",
    "Left out by rule": "span-junk",
    "Record": "span-text",
    "Markup": "span-none",
    "Rejected": "span-bad",
    "Bytes that are not text": "span-bad",
    "Blank": "span-none",
}

_NAMED: Final = {
    "headline": Role("Headline", "Headline", "span-head"),
    "print-headline": Role("Print headline", "Headline", "span-head"),
    "source-line": Role("Source, date or byline", "Source and date", "span-line"),
    "sections": Role("Section line", "Section line", "span-sect"),
    "bom": Role("Byte order mark", "Left out by rule", "span-junk", is_left_out=True),
    "undecodable": Role(
        "Bytes that are not text", "Bytes that are not text", "span-bad"
    ),
    "blank": Role("", "Blank", "span-none"),
    "markup": Role("Markup", "Markup", "span-none"),
}


def role_of(kind: str) -> Role:
    """The role of a kind of span, known or not."""
    named = _NAMED.get(kind)
    if named:
        return named
    family, _, detail = kind.partition(":")
    if family == "paragraph":
        tone = "span-text" if int(detail) % 2 else "span-text-2"
        return Role(f"Paragraph {detail}", "Paragraphs", tone)
    if family == "record":
        tone = "span-text" if int(detail) % 2 else "span-text-2"
        return Role(f"Record {int(detail):,}", "Record", tone)
    rule = (detail or family).replace("-", " ")
    if family == "rejected":
        return Role(f"Rejected: {rule}", "Rejected", "span-bad", is_left_out=True)
    return Role(
        f"Left out: rule “{rule}”", "Left out by rule", "span-junk", is_left_out=True
    )
