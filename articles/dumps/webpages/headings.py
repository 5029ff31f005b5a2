"""The headline of a page of HTML: what heading, metadata and title agree on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articles.dumps.markup import read_line
from articles.dumps.plain import text_of
from articles.dumps.webpages.addresses import find_host
from articles.dumps.webpages.opening import WebPage, text_within

if TYPE_CHECKING:
    from collections.abc import Iterator

_TITLES: Final = (
    *("og:title", "citation_title", "dc.title", "dcterms.title", "parsely-title"),
    *("sailthru.title", "hdl", "headline", "twitter:title", "title"),
)
_PARTING: Final = re.compile(
    r"\s+[-|\u2013\u2014»·•:/_\uff5c\uff1a]+\s+|\s*[|_»\uff5c]\s*|\s+::\s+"
)
_FOLLOWS: Final = re.compile(r"\s*[-|\u2013\u2014»·•:/_\uff5c\uff1aㅣ(\u2026]")
_LETTERS: Final = re.compile(r"[\W_]+")
_CUT: Final = re.compile(r"\s*(?:\.{3}|…)$")
_LAST_NAME: Final = 60  # characters; the name of a site is shorter


def find_headline(page: WebPage) -> str:
    """Return the headline, or "" if nothing on the page can be one.

    The heading counts where another place agrees with it: each of them may be that of
    another page, written for machines, or cut off.
    """
    headings = find_headings(page)
    named = _shorten([*_find_titles(page)], headings)
    for title in named:
        for heading in headings:
            if heading and _agree(heading, title):
                return heading
    return next(iter(named), "") or max(headings, key=len, default="")


def find_other_title(page: WebPage, headline: str) -> str:
    """Return the title of the page's window where it is not the headline, or ""."""
    title = _read_title(page)
    return "" if _agree(_strip_site(page, title), headline) else title


def find_headings(page: WebPage) -> list[str]:
    """Return the texts of the headings of the first rank."""
    return [text_within(heading) for heading in page.tree.iter("h1")]


def _find_titles(page: WebPage) -> Iterator[str]:
    linked = text_of(page.linked.get("headline") or page.linked.get("name"))
    titles = [linked, *(page.first_meta(name) for name in _TITLES), _read_title(page)]
    return (_strip_site(page, title) for title in map(read_line, titles) if title)


def _read_title(page: WebPage) -> str:
    element = page.tree.find(".//title")
    return "" if element is None else text_within(element)


def _shorten(titles: list[str], headings: list[str]) -> list[str]:
    """Take off what follows the whole of another title: "Harbour reopens | Europe"."""
    return [min(_beginnings(title, titles + headings), key=len) for title in titles]


def _beginnings(title: str, others: list[str]) -> Iterator[str]:
    yield title
    for other in others:
        rest = title[len(other) :]
        if other and title.startswith(other) and _FOLLOWS.match(rest):
            yield other


def _agree(heading: str, named: str) -> bool:
    """Say whether a heading is a title, or the whole of one that was cut off."""
    one, other = _fold(heading), _fold(_CUT.sub("", named))
    if _CUT.search(named):
        return one.startswith(other)
    return one == other


def _fold(text: str) -> str:
    return _LETTERS.sub("", text).casefold()


def _strip_site(page: WebPage, title: str) -> str:
    """Take the name of the site off either end of a title, and what stands beyond."""
    sites = {_fold(name) for name in _site_names(page)} | {""}
    for mark in _PARTING.finditer(title):
        if _fold(title[: mark.start()]) in sites:
            title = title[mark.end() :]
            break
    for mark in _PARTING.finditer(title):
        if mark.start() and _fold(title[mark.end() :]) in sites:
            return title[: mark.start()]
    return _strip_last(title)


def _strip_last(title: str) -> str:
    """Take off the few words behind the last bar: a bar parts no headline."""
    kept, bar, last = title.rpartition(" | ")
    few = 0 < len(last) <= _LAST_NAME and len(kept) > len(last)
    return kept.strip() if bar and few else title


def _site_names(page: WebPage) -> Iterator[str]:
    yield page.first_meta("og:site_name")
    yield page.first_meta("application-name")
    yield text_of(page.linked.get("publisher"))
    host = find_host(page)
    yield from (host, host.removeprefix("www."), *host.split(".")[-3:-1])
