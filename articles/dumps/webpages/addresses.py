"""The address of a page of HTML: what it declares, or what saved it wrote down."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articles.dumps.plain import address_of
from articles.dumps.values import read_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.dumps.webpages.opening import WebPage

_SAVED_FROM: Final = re.compile(
    r"<!--[^>]{0,300}?(?:saved from url=\(\d+\)|\burl:\s*|mirrored from\s+)"
    r"(?P<address>[^\s>]+)",
    re.IGNORECASE,
)
_HOST: Final = re.compile(r"(?:https?://)?([^/:?#\s]+)", re.IGNORECASE)
_HOME: Final = re.compile(r"https?://[^/?#]+/?(?:index\.\w+)?(?:#.*)?", re.IGNORECASE)
_SAVED_WITHIN: Final = 20_000  # characters; savers sign at the top


def find_address(page: WebPage, text: str) -> str:
    """Return the page's own address; that of a site's home page is none."""
    saved = _SAVED_FROM.search(text, 0, _SAVED_WITHIN)
    candidates = (*_declared(page), read_address(saved["address"]) if saved else "")
    return next((each for each in candidates if each and not _HOME.fullmatch(each)), "")


def find_host(page: WebPage) -> str:
    """Return the name of the host that the page says it is from, or ""."""
    address = next(filter(None, _declared(page)), "")
    found = _HOST.match(address)
    return found[1].lower() if found else ""


def _declared(page: WebPage) -> Iterator[str]:
    for link in page.tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower():
            yield read_address((link.get("href") or "").strip())
    yield from map(read_address, page.meta.get("og:url", ()))
    yield address_of(page.linked.get("url"))
    yield address_of(page.linked.get("mainEntityOfPage"))
    yield from map(read_address, page.meta.get("twitter:url", ()))
