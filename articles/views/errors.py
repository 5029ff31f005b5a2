"""Pages for what went wrong: each says what is, why, and one way on."""

from __future__ import annotations

import logging
import secrets
from typing import TYPE_CHECKING

from articles.browse.nearest import nearest
from articles.views.page import page, page_without_archive

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.template.response import TemplateResponse

log = logging.getLogger(__name__)


def bad_request(request: HttpRequest, exception: Exception) -> TemplateResponse:
    return _rendered(
        page_without_archive(request, "articles/bad_request.html", status=400)
    )


def permission_denied(request: HttpRequest, exception: Exception) -> TemplateResponse:
    return _rendered(page(request, "articles/forbidden.html", status=403))


def csrf_failure(request: HttpRequest, reason: str = "") -> TemplateResponse:
    return _rendered(page(request, "articles/form_refused.html", status=403))


def not_found(request: HttpRequest, exception: Exception) -> TemplateResponse:
    return _rendered(
        page(
            request,
            "articles/not_found.html",
            status=404,
            nearest=nearest(request.path),
        )
    )


def server_error(request: HttpRequest) -> TemplateResponse:
    """Name the failure by a number that stands in the log as well."""
    failure = secrets.token_hex(4)
    log.error("page.failed %s", failure, extra={"failure": failure})
    return _rendered(
        page_without_archive(
            request, "articles/failed.html", status=500, failure=failure
        )
    )


def _rendered(response: TemplateResponse) -> TemplateResponse:
    """Django sends what an error handler returns as it is."""
    response.render()
    return response
