"""Find elements of XML by their tags, as feeds have them: well-formed or not.

No entity is ever declared or looked up elsewhere: what a document defines is not used.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN: Final = re.compile(
    r"<!\[CDATA\[|<!--|<(/?)([A-Za-z_][\w.:-]*+)"
    r"((?:=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|[^<>])*+)>"
)
_ATTRIBUTE: Final = re.compile(r"([\w.:-]+)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)')")
_CDATA: Final = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)
_ENDS: Final = {"<![CDATA[": "]]>", "<!--": "-->"}


class Tag(NamedTuple):
    """A tag; `kind` is "open", "close" or "empty"."""

    start: int
    end: int
    kind: str
    name: str
    attributes: str


class Found(NamedTuple):
    """An element and what stands within it, as it is written."""

    start: int
    end: int
    name: str
    attributes: str
    inner: str


def read_tags(text: str, at: int = 0) -> Iterator[Tag]:
    """Yield the tags outside comments and CDATA sections."""
    while token := _TOKEN.search(text, at):
        at = token.end()
        ending = _ENDS.get(token[0])
        if ending is not None:
            closed = text.find(ending, at)
            if closed < 0:
                return
            at = closed + len(ending)
            continue
        rest = token[3].rstrip()
        is_empty = rest.endswith("/")
        kind = "close" if token[1] else "empty" if is_empty else "open"
        yield Tag(token.start(), at, kind, token[2], rest.rstrip("/"))


def read_children(text: str) -> Iterator[Found]:
    """Yield the outermost elements of a text; what does not end reaches to its end."""
    opened: Tag | None = None
    depth = 0
    for tag in read_tags(text):
        if opened is None:
            if tag.kind == "open":
                opened, depth = tag, 1
            elif tag.kind == "empty":
                yield Found(tag.start, tag.end, tag.name, tag.attributes, "")
        elif tag.name == opened.name and tag.kind != "empty":
            depth += 1 if tag.kind == "open" else -1
            if not depth:
                inner = text[opened.end : tag.start]
                yield Found(opened.start, tag.end, *opened[3:], inner)
                opened = None
    if opened is not None:
        yield Found(opened.start, len(text), *opened[3:], text[opened.end :])


def read_attributes(attributes: str) -> dict[str, str]:
    """Return {name: value} of what stands in a tag behind its name."""
    return {
        name: unescape(one or other)
        for name, one, other in _ATTRIBUTE.findall(attributes)
    }


def read_inner(inner: str) -> str:
    """Return the text of an element: its CDATA as it stands, entities decoded."""
    if "<![CDATA[" not in inner:
        return unescape(inner).strip()
    pieces = _CDATA.split(inner)
    pieces[::2] = map(unescape, pieces[::2])
    return "".join(pieces).strip()
