"""Where in its file the element stands that holds an article."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articles.dumps.webpages.opening import Element

_PREFIX: Final = 20  # characters, by which texts are found again
_BLANK: Final = re.compile(r"\s+")


def find_place(text: str, tree: Element, paragraphs: Iterable[str]) -> tuple[int, int]:
    """Return where the least element that holds the paragraphs begins and ends.

    The parser knows lines only: where several elements share one, the place is wider,
    and it is all of the text where none can be found.
    """
    element = _find_element(tree, {_key(each) for each in paragraphs} - {""})
    if element is None or not element.sourceline:
        return 0, len(text)
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    line = min(element.sourceline, len(starts) - 1)
    last = min(_last_line(element) or len(starts), len(starts) - 1)
    name = re.escape(str(element.tag))
    begins = re.compile(rf"<{name}(?![\w-])", re.IGNORECASE)
    ends = re.compile(rf"</{name}\s*>", re.IGNORECASE)
    start = begins.search(text, starts[line - 1], starts[line])
    stops = [end.end() for end in ends.finditer(text, starts[line - 1], starts[last])]
    stop = stops[-1] if stops else min(starts[last], len(text))
    begin = start.start() if start else starts[line - 1]
    return (begin, stop) if begin < stop else (0, len(text))


def _find_element(tree: Element, keys: set[str]) -> Element | None:
    """Find the least element with every text that begins as a paragraph does."""
    common: list[Element] = []
    for element in tree.iter():
        if _key(element.text) in keys:
            common = _share(common, element)
        if _key(element.tail) in keys:
            common = _share(common, element.getparent())
    return common[-1] if common else None


def _share(common: list[Element], element: Element) -> list[Element]:
    path = [*reversed([*element.iterancestors()]), element]
    if not common:
        return path
    pairs = zip(common, path, strict=False)
    return [one for one, other in pairs if one is other]


def _last_line(element: Element) -> int | None:
    """Return the line on which the element that follows begins."""
    following = next(_find_following(element), None)
    return following.sourceline if following is not None else None


def _find_following(element: Element) -> Iterator[Element]:
    for each in (element, *element.iterancestors()):
        yield from each.itersiblings()


def _key(text: str | None) -> str:
    if not text:
        return ""
    key = _BLANK.sub(
        "",
        text[: 4 * _PREFIX].lstrip()
        if len(text) < 4 * _PREFIX
        else text.strip()[: 4 * _PREFIX],
    )[:_PREFIX]
    return key if len(key) == _PREFIX else ""
