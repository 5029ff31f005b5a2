"""Part lines into paragraphs: blank lines part them, and how lines break decides more.

A line was *wrapped* when the first word of the next one would not have fitted; wrapped
lines are joined. Lines that each end a sentence are paragraphs of their own, as are
lines that begin with an indentation when others do not. All other line breaks, those
of verse, lists and tables, are kept. Where a block lacks the blank lines around it,
they are missing within it too: each of its lines is a paragraph, unless wrapped.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from articles.dumps.pages import Page

_ENDS: Final = (".", "!", "?", "…", "。", "\uff01", "\uff1f", "؟", "\u06d4", "।")
_CLOSING: Final = "\"'”\u2019»)]」』\uff09】"
_MARKS: Final = re.compile(r"[-\u2013—*•·‣▪■□○●◆]\s|\d{1,2}[.)]\s|\t| {3}")
_IDEOGRAPH: Final = re.compile("[\u3001-\u30ff\u3400-\u9fff\uff00-\uff60]")
_INDENTED: Final = re.compile("(?:\t| {2,}|\u3000)")
_SHORTEST_WIDTH: Final = 50  # characters; verse and tables are narrower
_SHORTEST_IDEOGRAPHIC_WIDTH: Final = 15
_WIDEST: Final = 120  # characters; wider lines are paragraphs that nobody wrapped


Paragraph = tuple[str, range]  # the text and the lines it was printed on


def part_paragraphs(page: Page, start: int, stop: int) -> Iterator[Paragraph]:
    """Yield the paragraphs that stand in the lines from `start` to before `stop`."""
    first = bisect_right(page.blocks, start, key=lambda block: block.stop)
    for block in page.blocks[first:]:
        if block.start >= stop:
            return
        if len(block) == 1:
            yield page.texts[block.start], block
            continue
        lines = range(max(block.start, start), min(block.stop, stop))
        yield from _part_block(page, lines, clipped=lines != block)


def part_body(
    page: Page, lines: Sequence[int], roles: Sequence[str]
) -> Iterator[Paragraph]:
    """Part the lines that nothing else took, in runs without any other line."""
    taken = [at for at, number in enumerate(lines) if roles[number] != "blank"]
    for above, below in pairwise([-1, *taken, len(lines)]):
        if below - above > 1:
            yield from part_paragraphs(page, lines[above + 1], lines[below - 1] + 1)


def number_paragraphs(
    paragraphs: Iterable[Paragraph], roles: list[str]
) -> tuple[str, ...]:
    """Enter the lines of each paragraph in `roles`, and return the texts."""
    texts: list[str] = []
    for number, (text, lines) in enumerate(paragraphs, start=1):
        texts.append(text)
        role = f"paragraph:{number}"
        for line in lines:
            roles[line] = role
    return tuple(texts)


def _part_block(page: Page, lines: range, *, clipped: bool) -> Iterator[Paragraph]:
    texts = page.texts[lines.start : lines.stop]
    starts = _find_indented(page, lines)
    if not starts and _stand_alone(texts, clipped=clipped):
        starts = list(lines)
    starts = starts or [lines.start]
    for start, stop in zip(starts, [*starts[1:], lines.stop], strict=True):
        yield _join(page.texts[start:stop]), range(start, stop)


def _find_indented(page: Page, lines: range) -> list[int]:
    """Return the lines that begin a paragraph by their indentation."""
    texts = page.texts[lines.start : lines.stop]
    indented = [n for n in lines if _INDENTED.match(page.lines[n])]
    if not indented or _longest(texts) < _narrowest(texts):
        return []
    if len(indented) == len(lines) and not page.lines[lines.start].startswith("\u3000"):
        return []  # all of it is indented
    return sorted({lines.start, *indented})


def _stand_alone(texts: list[str], *, clipped: bool) -> bool:
    """Say whether each line is a paragraph; `clipped` blocks lack their blank lines."""
    if _longest(texts) > _WIDEST:
        return True
    wrapped = _is_wrapped(texts)
    if all(_ends_sentence(text) for text in texts):
        return clipped or not wrapped
    return clipped and not wrapped and _longest(texts) >= _narrowest(texts)


def _is_wrapped(texts: list[str]) -> bool:
    longest = _longest(texts)
    return longest >= _narrowest(texts) and all(
        len(line) + len(_first_word(following)) + 1 > longest
        for line, following in pairwise(texts)
        if not _MARKS.match(following)
    )


def _join(texts: list[str]) -> str:
    if not _is_wrapped(texts):
        return "\n".join(texts)
    joined = texts[0]
    for following in texts[1:]:
        gap = "\n" if _MARKS.match(following) else " "
        if _IDEOGRAPH.match(joined[-1]) and _IDEOGRAPH.match(following):
            gap = ""
        joined += gap + following
    return joined


def _longest(texts: list[str]) -> int:
    return max(map(len, texts))


def _narrowest(texts: list[str]) -> int:
    ideographic = _IDEOGRAPH.match(texts[0][-1])
    return _SHORTEST_IDEOGRAPHIC_WIDTH if ideographic else _SHORTEST_WIDTH


def _first_word(text: str) -> str:
    return text[0] if _IDEOGRAPH.match(text) else text.split(maxsplit=1)[0]


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith(_ENDS)
