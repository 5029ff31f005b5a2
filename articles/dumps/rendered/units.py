"""The lines that a browser made of a page, joined again to what they were made of."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final
from unicodedata import east_asian_width

from articles.dumps.pages import collapse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.dumps.pages import Page

_LINK: Final = re.compile(r"\[\d{1,4}\]")
_WIDGET: Final = re.compile(
    r"\((?:BUTTON|\s|[*X]|INLINE|IFRAME)\)|\[(?:IMG|INLINE|LINK|EMBED|INS:|DEL:)\]?"
    r"|:(?:INS|DEL)\]|\[[\w%.()-]{1,120}\.(?:jpe?g|png|gif|svg|webp)\]|_{4,}|\[[_\s]{3,}\]"
    r"|#(?=\[\d)"
)
_BULLET: Final = re.compile(r"\s*(?:[*+•□■○●◦▪☆·@#]|[-\u2013]|o(?=\s))\s+(?=\S)")
_RULE: Final = re.compile(r"\s*[-=_*~\u2500-\u257f]{3,}\s*")
_LONG: Final = 130  # columns; a longer line is a paragraph of its own
_SLACK: Final = 2  # columns that a browser leaves free before it breaks a line
_RAGGED: Final = 8  # columns by which words that cannot break are too long
_NARROWEST: Final = 50  # columns
_IDEOGRAPH: Final = re.compile("[\u2e80-\u9fff\uff00-\uff60]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, heading or item of a list, with the lines it was printed on."""

    text: str
    lines: range
    is_item: bool  # of a list
    is_link: bool  # nothing but one, as far as link numbers show


def read_units(page: Page, start: int, stop: int) -> list[Unit]:
    """Join the wrapped lines from `start` to before `stop`."""
    width = _find_width(page, start, stop)
    return [
        _make_unit(page, lines)
        for block in page.blocks
        if start <= block.start < stop
        for lines in _part(page, block, width)
    ]


def _find_width(page: Page, start: int, stop: int) -> int:
    """Return the columns of the page, those of its third line by width.

    Where many lines are wider still, nobody wrapped them: the width has no end.
    """
    columns = sorted(
        _columns(page.lines[number])
        for block in page.blocks
        if start <= block.start < stop and len(block) > 1
        for number in block
        if "://" not in page.lines[number]
    )
    width = max(_NARROWEST, columns[-3] if len(columns) >= 3 else 0)  # noqa: PLR2004
    long = [each for each in columns if each > _NARROWEST]
    wider = [each for each in long if each > width + _RAGGED]
    return sys.maxsize if width > _LONG or 4 * len(wider) > len(long) else width


def _part(page: Page, block: range, width: int) -> Iterator[range]:
    start = block.start
    for above, below in pairwise(block):
        if not _is_wrapped(page.lines[above], page.lines[below], width):
            yield range(start, below)
            start = below
    yield range(start, block.stop)


def _is_wrapped(above: str, below: str, width: int) -> bool:
    """Say whether the first word of a line would not have fitted above it."""
    columns = _columns(above)
    if columns > _LONG or _columns(below) > _LONG or _BULLET.match(below):
        return False
    if _RULE.fullmatch(above) or _RULE.fullmatch(below):
        return False
    text = below.strip()
    word = text[0] if _IDEOGRAPH.match(text) else text.split(maxsplit=1)[0]
    return columns + 1 + _columns(word) > width - _SLACK


def _columns(line: str) -> int:
    line = line.rstrip()
    if line.isascii():
        return len(line)
    return len(line) + sum(east_asian_width(char) in "WF" for char in line)


def _make_unit(page: Page, lines: range) -> Unit:
    text = ""
    for number in lines:
        line = _WIDGET.sub(" ", page.lines[number]).strip()
        glued = text and _IDEOGRAPH.match(text[-1]) and _IDEOGRAPH.match(line)
        text += line if glued or not text else f" {line}"
    first = page.lines[lines.start]
    bare = _BULLET.sub("", text, count=1) if _BULLET.match(first) else text
    is_link = len(_LINK.findall(bare)) == 1 and _LINK.match(bare) is not None
    clean = collapse(_LINK.sub("", bare))
    return Unit(clean, lines, _BULLET.match(first) is not None, is_link)
