"""The fields that a page of HTML prints of its article, from the surest place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articles.dumps.dates import parse_moment
from articles.dumps.headers import Field
from articles.dumps.pages import collapse
from articles.dumps.plain import names_of, text_of
from articles.dumps.values import read_address, read_language
from articles.dumps.webpages.addresses import find_address
from articles.dumps.webpages.opening import WebPage, text_within
from articles.dumps.webpages.printed import find_printed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# The names that publishers and their systems give to one thing, the surest first.
_PUBLISHED: Final = (
    *("article:published_time", "article:published", "og:published_time", "og:pubdate"),
    *("article:original_publication_date", "originalpublicationdate", "datepublished"),
    *("rnews:datepublished", "parsely-pub-date", "sailthru.date", "article.published"),
    *("citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued"),
    *("dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "pubdate"),
    *("publishdate", "publish-date", "publish_date", "publication_date", "published"),
    *("publication-date", "published_at", "article_date_original", "date_published"),
    *("cxenseparse:recs:publishtime", "og:release_date", "ptime", "pdate", "date"),
    *("article:create_at", "datecreated", "article.created", "created", "pub_date"),
    *("last-publish-date", "firstpublished", "iso-8601-publish-date"),
)
_UPDATED: Final = (
    *("article:modified_time", "article:modified", "og:updated_time", "datemodified"),
    *("article:updated_time", "dcterms.modified", "dc.date.modified", "lastmod"),
    *("article_date_updated", "article.updated", "last-modified", "modified"),
    *("revision_date", "last_updated", "lastmodified", "updated_at"),
)
_BYLINE: Final = (
    *("article:author", "citation_author", "author", "parsely-author", "dc.creator"),
    *("sailthru.author", "article.author", "article_author", "byl", "dcterms.creator"),
    *("cxenseparse:author", "authors", "byline"),
)
_SOURCE: Final = (
    *("og:site_name", "article_publication_name", "citation_journal_title"),
    *("dc.publisher", "dcterms.publisher", "application-name", "copyright-holder"),
)
_SECTIONS: Final = (
    *("article:section", "parsely-section", "section", "articlesection", "category"),
    *("meta-section", "sailthru.section", "dc.subject.section", "cxenseparse:section"),
)
_EXTRA: Final = (
    ("Description", ("og:description", "description", "dc.description")),
    ("Keywords", ("news_keywords", "keywords", "article:tag", "parsely-tags")),
)
_LANGUAGE: Final = ("og:locale", "content-language", "dc.language", "language")
_BASIC: Final = re.compile(
    r"(\d{4})(\d\d)(\d\d)T(\d\d):?(\d\d)(?::?(\d\d))?(Z|[+-]\d\d:?\d\d)?"
)
_FINE: Final = {"day", "minute", "second"}
_MAX_NAME: Final = 120  # characters
_BEFORE: Final = re.compile(
    r"(?:by|von|par|por|di|door|af|av|od|文)[\s::]+", re.IGNORECASE
)


def read_metadata(page: WebPage, text: str) -> Iterator[Field]:
    """Yield the fields of a page but for headline and body; each name once.

    `text` is the page as it was saved.
    """
    moments = list(_find_published(page))
    yield from _choose("published", moments)
    yield from _choose("updated", _find_updated(page))
    source = _find_source(page)
    yield Field("byline", "", ", ".join(_find_names(page, source)))
    yield Field("source", "", source)
    yield from (Field("sections", "", name) for name in _find_sections(page))
    yield Field("url", "", find_address(page, text))
    yield Field("language", "", _find_language(page))
    yield from _find_extra(page)


def _choose(name: str, printed: Iterable[str]) -> Iterator[Field]:
    """Take the first date that can be read, or else the first one."""
    values = list(dict.fromkeys(map(_spread, filter(None, map(collapse, printed)))))
    fine = (raw for raw in values if parse_moment(raw).precision in _FINE)
    chosen = next(fine, values[0] if values else "")
    if chosen:
        yield Field(name, "", chosen)


def _find_published(page: WebPage) -> Iterator[str]:
    yield text_of(page.linked.get("datePublished"))
    yield from _all_meta(page, _PUBLISHED)
    yield from _find_stamped(page, ("datepublished", "pubdate", "datecreated"))
    yield text_of(page.linked.get("dateCreated"))
    yield from (f.value for f in find_printed(page) if f.name == "published")


def _find_updated(page: WebPage) -> Iterator[str]:
    yield text_of(page.linked.get("dateModified"))
    yield from _all_meta(page, _UPDATED)
    yield from _find_stamped(page, ("datemodified",))
    yield from (f.value for f in find_printed(page) if f.name == "updated")


def _all_meta(page: WebPage, names: tuple[str, ...]) -> Iterator[str]:
    return (value for name in names for value in page.meta.get(name, ()))


def _find_stamped(page: WebPage, properties: tuple[str, ...]) -> Iterator[str]:
    """Yield dates that microdata names, as in `<time itemprop="datePublished">`."""
    for element in page.tree.iter("time", "span", "div", "p", "abbr"):
        name = (element.get("itemprop") or element.get("property") or "").lower()
        if name.rpartition(":")[2] in properties or "pubdate" in element.attrib:
            yield element.get("datetime") or element.get("content") or ""
            yield text_within(element)


def _spread(raw: str) -> str:
    """Write a date of ISO 8601's basic form in its extended one."""
    basic = _BASIC.fullmatch(raw)
    if basic is None:
        return raw
    year, month, day, hour, minute, second, zone = basic.groups()
    clock = ":".join(filter(None, (hour, minute, second)))
    return f"{year}-{month}-{day}T{clock}{zone or ''}"


def _find_names(page: WebPage, source: str) -> tuple[str, ...]:
    """Return who wrote the article; the site itself only where nobody else is named."""
    linked = page.linked.get("author") or page.linked.get("creator")
    found = [_clean_names(names_of(linked))]
    found += (_clean_names(page.meta[name]) for name in _BYLINE if name in page.meta)
    found.append(_clean_names(_find_signed(page)))
    named = [names for names in found if names]
    persons = (names for names in named if names != (source,))
    return next(persons, named[0] if named else ())


def _clean_names(names: Iterable[str]) -> tuple[str, ...]:
    cleaned = (_BEFORE.sub("", name, count=1).strip() for name in names)
    return tuple(dict.fromkeys(name for name in cleaned if _may_name(name)))


def _may_name(text: str) -> bool:
    return (
        0 < len(text) <= _MAX_NAME
        and not read_address(text)
        and "@" not in text
        and text[0] not in "(["
    )


def _find_signed(page: WebPage) -> Iterator[str]:
    for element in page.tree.iter("a", "span", "div", "p", "address"):
        names = (element.get("rel"), element.get("itemprop"))
        if "author" in names:
            yield text_within(element)


def _find_source(page: WebPage) -> str:
    linked = text_of(page.linked.get("sourceOrganization"))
    publisher = text_of(page.linked.get("publisher"))
    return linked or page.first_meta("source") or page.first_meta(*_SOURCE) or publisher


def _find_sections(page: WebPage) -> tuple[str, ...]:
    linked = names_of(page.linked.get("articleSection"))
    if linked:
        return linked
    return tuple(
        next(
            (page.meta[name] for name in _SECTIONS if name in page.meta),
            [],
        )
    )


def _find_language(page: WebPage) -> str:
    candidates = (
        text_of(page.linked.get("inLanguage")),
        page.tree.get("lang") or "",
        page.tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        page.tree.get("xml:lang") or "",
        *_all_meta(page, _LANGUAGE),
    )
    return next(filter(None, map(read_language, candidates)), "")


def _find_extra(page: WebPage) -> Iterator[Field]:
    for label, names in _EXTRA:
        value = page.first_meta(*names)
        if value:
            yield Field("extra", label, value)
