"""Links between the pages of the desk, and from them to the site."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import Model
    from django.utils.safestring import SafeString

NOTHING = mark_safe("Nothing")


def page_link(row: Model | None, text: str = "") -> SafeString:
    """A link to the page of `row` on the desk."""
    if row is None:
        return NOTHING
    name = f"admin:{row._meta.app_label}_{row._meta.model_name}_change"
    return format_html(
        '<a href="{}">{}</a>', reverse(name, args=[row.pk]), text or str(row)
    )


def list_link(model: type[Model], text: str, **filters: object) -> SafeString:
    """A link to the list of `model` on the desk, filtered."""
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
    return format_html(
        '<a href="{}?{}">{}</a>', reverse(name), urlencode(filters), text
    )


def bullets(lines: Iterable[str]) -> SafeString:
    """An unordered list; each line is escaped unless it is markup already."""
    points = format_html_join("", "<li>{}</li>", ((line,) for line in lines))
    return format_html("<ul>{}</ul>", points) if points else NOTHING
