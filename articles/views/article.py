"""The page of an article, under its permanent and its full address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import (
    Http404,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.utils.cache import patch_cache_control
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from articles.browse.gone import describe_gone
from articles.browse.opening import find_article, open_article
from articles.text.slugs import article_slug
from articles.views.page import page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.template.response import TemplateResponse

    from articles.models import Article


@require_safe
def article_permanent(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead to the address with the headline in it, which changes with the headline."""
    found = find_or_404(pk)
    return way_elsewhere(request, found) or HttpResponseRedirect(
        found.get_absolute_url()
    )


@require_safe
def article(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    found = find_or_404(pk)
    elsewhere = way_elsewhere(request, found)
    if elsewhere:
        return elsewhere
    if slug != article_slug(found.headline):
        return HttpResponseRedirect(found.get_absolute_url())
    is_editor = _is_editor(request)
    response = page(
        request,
        "articles/article.html",
        article=open_article(found, today=localdate()),
        address=request.build_absolute_uri(found.get_absolute_url()),
        is_editor=is_editor,
    )
    if is_editor:
        patch_cache_control(response, private=True)
    return response


def find_or_404(pk: int) -> Article:
    found = find_article(pk)
    if found is None:
        raise Http404
    return found


def way_elsewhere(request: HttpRequest, found: Article) -> HttpResponse | None:
    """The answer for an article that was merged or taken out; else None."""
    if found.merged_into:
        return HttpResponsePermanentRedirect(found.merged_into.get_absolute_url())
    if found.removed_at:
        return _gone(request, found)
    return None


def _gone(request: HttpRequest, found: Article) -> TemplateResponse:
    return page(request, "articles/gone.html", status=410, gone=describe_gone(found))


def _is_editor(request: HttpRequest) -> bool:
    """Ask who reads only when somebody signed in: else the page is everybody's."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    return request.user.is_staff and request.user.has_perm("articles.change_article")
