"""Fills in forms of the desk as a browser does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

    from articles.models import Article


def article_page(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def filled_in(response: HttpResponse) -> dict[str, Any]:
    """{field: what the form on this page would post}, nothing being touched."""
    form = response.context["adminform"].form
    values = {bound.html_name: bound.value() for bound in form}
    return {
        name: value
        for name, value in values.items()
        if value is not None and value is not False
    }


def save(
    desk: Client, article: Article, page: HttpResponse | None = None, **typed: Any
) -> HttpResponse:
    """Type into the form of an article and save it; `page` shows an earlier form."""
    shown = page or desk.get(article_page(article))
    return desk.post(article_page(article), filled_in(shown) | typed, follow=True)
