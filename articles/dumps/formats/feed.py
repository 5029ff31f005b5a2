"""Feeds: RSS of any version and Atom, each item or entry an article.

<rss version="2.0"><channel><title>Gazette</title>
  <item><title>Harbour reopens</title><link>http://gazette.example/1</link>
    <pubDate>Tue, 12 May 2015 00:03:01 GMT</pubDate>
    <description>&lt;p&gt;The ice is out.&lt;/p&gt;</description></item>
</channel></rss>
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articles.dumps.elements import (
    Found,
    read_attributes,
    read_children,
    read_inner,
    read_tags,
)
from articles.dumps.gathering import Gathering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.dumps.elements import Tag
    from articles.dumps.pages import Page, Parsed

NAME: Final = "feed"
_HEAD: Final = 4000  # characters in which a feed shows what it is
_FIRST: Final = re.compile(r"\s*<(?:\?xml|!DOCTYPE|!--|\w+:?)", re.IGNORECASE)
_ROOT: Final = re.compile(r"<(?:\w+:)?(?:rss|RDF|feed|channel)[\s>]")
_ITEMS: Final = {"item", "entry"}
_FEEDS: Final = {"channel", "feed"}
_NAMES: Final = {  # of elements whose own names say something else elsewhere
    "title": "headline",
    "encoded": "content",
    "pubDate": "published",
    "published": "published",
    "issued": "published",
    "created": "created",
    "date": "date",
    "updated": "updated",
    "modified": "updated",
    "creator": "author",
    "author": "author",
    "category": "categories",
    "subject": "categories",
    "content": "content",
    "description": "description",
    "summary": "summary",
    "source": "source",
    "publisher": "publisher",
    "language": "language",
    "link": "link",
    "guid": "guid",
    "origLink": "link",
}
_FOREIGN: Final = ("media:", "itunes:", "thr:", "slash:", "sy:", "geo:", "georss:")
_ADDRESSED: Final = re.compile(r"\S+@\S+\s*\((.+)\)")
_SEVERAL: Final = {"author", "categories"}
_CUT_OFF: Final = "The element does not end; the file may be cut off."


def matches(page: Page) -> bool:
    """Say whether the text begins as XML and soon as a feed."""
    head = "\n".join(page.texts[: page.filled[0] + 100])[:_HEAD]
    return bool(_FIRST.match(head) and _ROOT.search(head))


def parse(page: Page, *, folder: str) -> Parsed:  # noqa: ARG001  every format takes it
    """Make one record of each item or entry."""
    gathering = Gathering(page)
    text = gathering.text
    items = list(_read_items(text))
    ends = [*(opened.start for opened, _ in items), len(text)]
    shared = _read_feed(text[: ends[0]])
    for (opened, closed), following in zip(items, ends[1:], strict=True):
        if closed is None:
            gathering.refuse(opened.start, following, "broken-xml", _CUT_OFF)
        else:
            inner = text[opened.end : closed.start]
            gathering.take(opened.start, closed.end, shared | _read_item(inner))
    return gathering.finish()


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _read_items(text: str) -> Iterator[tuple[Tag, Tag | None]]:
    """Yield the tags that begin and end each item; one that is cut off has no end."""
    opened: Tag | None = None
    for tag in read_tags(text):
        if _local(tag.name) not in _ITEMS or tag.kind == "empty":
            continue
        if opened is not None:
            yield opened, tag if tag.kind == "close" else None
        opened = tag if tag.kind == "open" else None
    if opened is not None:
        yield opened, None


def _read_feed(head: str) -> dict[str, str]:
    """Return what a feed says of all its articles: its name and its language."""
    tags = read_tags(head)
    root = next((tag for tag in tags if _local(tag.name) in _FEEDS), None)
    if root is None:
        return {}
    shared: dict[str, str] = {}
    for child in read_children(head[root.end :]):
        if child.name in {"title", "atom:title"}:
            shared.setdefault("site", read_inner(child.inner))
        elif _local(child.name) == "language":
            shared.setdefault("language", read_inner(child.inner))
    language = read_attributes(root.attributes).get("xml:lang", "")
    return {"language": language} | shared if language else shared


def _read_item(inner: str) -> dict[str, str | list[str]]:
    """Return what the elements of an item say; of two of one name the first counts."""
    values: dict[str, str | list[str]] = {}
    several: dict[str, list[str]] = {}
    for child in read_children(inner):
        name = _NAMES.get(_local(child.name), child.name)
        value = "" if child.name.startswith(_FOREIGN) else _read_child(name, child)
        if value and name in _SEVERAL:
            several.setdefault(name, []).append(value)
        elif value:
            values.setdefault(name, value)
    return values | several


def _read_child(name: str, child: Found) -> str:
    attributes = read_attributes(child.attributes)
    if name == "link":
        is_other = attributes.get("rel", "alternate") != "alternate"
        return "" if is_other else attributes.get("href") or read_inner(child.inner)
    if name == "author":
        return _read_author(child)
    if name == "categories":
        term = attributes.get("label") or attributes.get("term")
        return read_inner(child.inner) or term or ""
    if name == "source" and "<title" in child.inner:
        return _read_within(child, "title")
    if "<" in child.inner and "<![CDATA[" not in child.inner:
        return child.inner  # XHTML, or a feed that forgot to escape
    return read_inner(child.inner)


def _read_author(child: Found) -> str:
    """Read a name: in an element of its own, or in brackets behind an address."""
    text = _read_within(child, "name") or read_inner(child.inner)
    addressed = _ADDRESSED.fullmatch(text)
    return addressed[1] if addressed else text


def _read_within(child: Found, name: str) -> str:
    inside = (each for each in read_children(child.inner) if _local(each.name) == name)
    return next((read_inner(each.inner) for each in inside), "")
