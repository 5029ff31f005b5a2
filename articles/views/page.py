"""Every page of the site: a template, what it shows, and the site's frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django.conf import settings
from django.template.response import TemplateResponse

from articles.browse.site import Site, describe_site, describe_site_by

if TYPE_CHECKING:
    from django.http import HttpRequest

    from articles.browse.listing import Listing


def page(
    request: HttpRequest, template: str, *, status: int = 200, **context: Any
) -> TemplateResponse:
    """Answer with a template that gets `context`, and the frame as `site`."""
    site = describe_site(settings.NEWSROOM_SITE_NAME, here=quote(request.path))
    return TemplateResponse(request, template, {"site": site, **context}, status=status)


def page_of_list(
    request: HttpRequest, template: str, listing: Listing, **context: Any
) -> TemplateResponse:
    """Answer as `page` does; what the list has read is not read again for the frame."""
    if listing.everything is None:
        return page(request, template, listing=listing, **context)
    site = describe_site_by(
        listing.everything, settings.NEWSROOM_SITE_NAME, here=quote(request.path)
    )
    context |= {"site": site, "listing": listing}
    return TemplateResponse(request, template, context)


def page_without_archive(
    request: HttpRequest, template: str, *, status: int, **context: Any
) -> TemplateResponse:
    """Answer as `page` does when the database may be what failed."""
    site = Site(settings.NEWSROOM_SITE_NAME, here=quote(request.path))
    return TemplateResponse(request, template, {"site": site, **context}, status=status)
