"""A page of HTML as a tree, and what it says of itself by name: nothing is obeyed."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from lxml import etree, html

from articles.dumps.pages import collapse
from articles.dumps.webpages.linked import find_article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.dumps.webpages.linked import Node

Element = Any  # lxml has no types
_NAMES: Final = ("property", "name", "itemprop", "http-equiv")
_LARGE_TAG: Final = re.compile(r"<([a-zA-Z]\w*+)(\s[^<>]{8000,}+)>")  # characters
_BREAK: Final = "\n"
_MAX_VALUE: Final = 20_000  # characters


@dataclass(frozen=True, slots=True)
class WebPage:
    """`meta` is {name in lower case: values in order}, `linked` the JSON-LD article."""

    tree: Element
    meta: dict[str, list[str]]
    linked: Node

    def first_meta(self, *names: str) -> str:
        """Return the first value of the first of these names that has one."""
        return next((self.meta[name][0] for name in names if name in self.meta), "")


def open_page(text: str) -> WebPage | None:
    """Parse a page; None if it holds no element."""
    text = _LARGE_TAG.sub(_drop_attributes, text)
    parser = html.HTMLParser(encoding="utf-8", remove_pis=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.LxmlError:
        return None
    scripts = (
        "".join(script.itertext())
        for script in tree.iter("script")
        if "ld+json" in (script.get("type") or "").lower()
    )
    return WebPage(tree, _read_meta(tree), find_article(scripts))


def _drop_attributes(tag: re.Match[str]) -> str:
    """Take the attributes off a tag, whose number the parser squares; lines stay."""
    return f"<{tag[1]}{tag[2].count(_BREAK) * _BREAK}>"


def text_within(element: Element) -> str:
    """Return the text of an element as one line, without scripts and styles."""
    return collapse(" ".join(_texts_in(element)))


def _texts_in(element: Element) -> Iterator[str]:
    for node in element.iter(etree.Element):
        if node.tag not in {"script", "style"} and node.text:
            yield node.text
        if node is not element and node.tail:
            yield node.tail


def _read_meta(tree: Element) -> dict[str, list[str]]:
    meta: defaultdict[str, list[str]] = defaultdict(list)
    for element in tree.iter("meta"):
        value = collapse(element.get("content") or "")
        if not value or len(value) > _MAX_VALUE:
            continue
        for name in _NAMES:
            for key in (element.get(name) or "").lower().split():
                meta[key].append(value)
    return dict(meta)
