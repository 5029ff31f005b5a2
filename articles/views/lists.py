"""Lists of articles: all, of a section, of a source; and the names of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.views.decorators.http import require_safe

from articles.archive.catching_up import catch_up
from articles.browse.contents import contents
from articles.browse.filters import Fixed
from articles.browse.listing import Listing, NothingNamed
from articles.browse.names import name_path
from articles.views.page import page, page_of_list

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.template.response import TemplateResponse


@require_safe
def article_list(request: HttpRequest) -> TemplateResponse:
    catch_up()
    return _list(request, Listing.from_query(request.GET))


@require_safe
def section(request: HttpRequest, slug: str) -> TemplateResponse:
    slug = slug.lower()
    return _named(request, Fixed(name_path("section", slug), section=slug))


@require_safe
def source(request: HttpRequest, slug: str) -> TemplateResponse:
    slug = slug.lower()
    return _named(request, Fixed(name_path("source", slug), source=slug))


@require_safe
def section_list(request: HttpRequest) -> TemplateResponse:
    catch_up()
    names = contents("section")
    return page(request, "articles/names.html", title="Sections", names=names)


@require_safe
def source_list(request: HttpRequest) -> TemplateResponse:
    catch_up()
    names = contents("source")
    return page(request, "articles/names.html", title="Sources", names=names)


def _named(request: HttpRequest, fixed: Fixed) -> TemplateResponse:
    catch_up()
    try:
        listing = Listing.from_query(request.GET, fixed)
    except NothingNamed as error:
        raise Http404(str(error)) from error
    return _list(request, listing)


def _list(request: HttpRequest, listing: Listing) -> TemplateResponse:
    return page_of_list(request, "articles/list.html", listing, within=listing.within)
