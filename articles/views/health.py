"""Answers for machines: is the process alive, may it be asked, what may be crawled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.browse.readiness import unready

if TYPE_CHECKING:
    from django.http import HttpRequest

_PLAIN = "text/plain; charset=utf-8"
_ROBOTS = "User-agent: *\nDisallow: /admin/\n"


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; the database is not asked."""
    return HttpResponse("ok\n", content_type=_PLAIN)


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """The database answers and is as the program needs it, or 503 with the reasons."""
    reasons = unready()
    if reasons:
        return HttpResponse(
            "".join(f"{reason}\n" for reason in reasons),
            content_type=_PLAIN,
            status=503,
        )
    return HttpResponse("ready\n", content_type=_PLAIN)


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Lead to the icon: browsers ask here for pages that name none, as the admin's."""
    return HttpResponseRedirect(static("favicon.svg"))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse(_ROBOTS, content_type=_PLAIN)
