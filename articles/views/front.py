"""The front page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.views.decorators.http import require_safe

from articles.archive.catching_up import catch_up
from articles.browse.front import read_front
from articles.views.page import page

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.template.response import TemplateResponse


@require_safe
def front(request: HttpRequest) -> TemplateResponse:
    catch_up()
    return page(request, "articles/front.html", front=read_front())
