"""What this archive is, and how it treats what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.views.decorators.http import require_safe

from articles.archive.catching_up import catch_up
from articles.browse.about import describe_holdings
from articles.views.page import page

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.template.response import TemplateResponse


@require_safe
def about(request: HttpRequest) -> TemplateResponse:
    catch_up()
    return page(request, "articles/about.html", held=describe_holdings())
