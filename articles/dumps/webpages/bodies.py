"""The text of an article out of its page of HTML, by trafilatura."""

from __future__ import annotations

import copy
import logging
import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from articles.dumps.markup import paragraphs_of
from articles.dumps.pages import collapse, lay_out
from articles.dumps.paragraphs import part_paragraphs
from articles.dumps.plain import paragraphs_in
from articles.dumps.prose import find_story

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.dumps.webpages.opening import Element, WebPage

_CAPTIONS: Final = "//figcaption | //*[contains(@class, 'caption-text')]"
_PARTS: Final = {"p", "head", "item", "row", "list", "quote", "table", "div", "code"}
_MOST_ELEMENTS: Final = 50_000  # the extractor's time is the square of them
_DEEPEST: Final = 250  # levels; the parser drops what stands below the 256th
_WRAPPED_IDEOGRAPHS: Final = re.compile(
    "(?<=[\u3001-\u30ff\u3400-\u9fff\uff00-\uff60])[ \\t\\r]*\\n\\s*"
    "(?=[\u3001-\u30ff\u3400-\u9fff\uff00-\uff60])"
)


def extract_body(page: WebPage, text: str) -> tuple[str, ...]:
    """Return the paragraphs of the article on a page.

    Where the extractor finds nothing, the text that JSON-LD gives is taken, and at last
    the longest run of prose; so on pages that are too large or too deep for it.
    """
    found = tuple(_extract(page.tree)) if _is_handy(page.tree) else ()
    linked = tuple(paragraphs_in(page.linked.get("articleBody")))
    if _size(linked) > 2 * _size(found):
        return linked
    if found:
        return found
    paragraphs = paragraphs_of(text)
    story = find_story(paragraphs)
    return paragraphs[story.start : story.stop]


def _is_handy(tree: Element) -> bool:
    """Say whether a page is neither too large nor cut off by the parser."""
    depth = 0
    walk = etree.iterwalk(tree, events=("start", "end"))
    for count, (event, _) in enumerate(walk):
        depth += 1 if event == "start" else -1
        if depth >= _DEEPEST or count > 2 * _MOST_ELEMENTS:
            return False
    return True


def _size(paragraphs: tuple[str, ...]) -> int:
    return sum(map(len, paragraphs))


def _extract(tree: Element) -> Iterator[str]:
    # to import it takes 0.3 s, which most commands and requests need not pay
    from trafilatura import bare_extraction  # noqa: PLC0415
    from trafilatura.settings import Document  # noqa: PLC0415

    # it reports pages without a text as errors
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = bare_extraction(
        copy.deepcopy(tree),
        favor_precision=True,
        include_comments=False,
        prune_xpath=_CAPTIONS,
    )
    if not isinstance(found, Document):
        return iter(())
    return _part(found.body)


def _part(element: Element) -> Iterator[str]:
    """Yield the paragraphs of an element of the extractor's own kind of XML."""
    if element.tag == "row":
        yield from _part_lines(" ".join(_texts_in(element)))
    elif not any(child.tag in _PARTS for child in element):
        yield from _part_lines("".join(_texts_in(element)))
    else:
        yield from _part_lines(_join(element.text))
        for child in element:
            yield from _part(child)
            yield from _part_lines(_join(child.tail))


def _part_lines(text: str) -> Iterator[str]:
    if text.strip():
        lines = lay_out([collapse(line) for line in text.split("\n")])
        for paragraph, _ in part_paragraphs(lines, 0, len(lines.lines)):
            yield paragraph


def _texts_in(element: Element) -> Iterator[str]:
    for node in element.iter():
        yield "\n" if node.tag == "lb" else _join(node.text)
        if node is not element:
            yield _join(node.tail)


def _join(text: str | None) -> str:
    """Return a text of HTML, in which a line break is a blank, as one line."""
    if not text or "\n" not in text:
        return text or ""
    return _WRAPPED_IDEOGRAPHS.sub("", text).replace("\n", " ")
