"""What changed, when, by whom and why: to be read, never to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from articles.admin import links
from articles.admin.read_only import ReadOnlyAdmin
from articles.archive.editing import who_made
from articles.models import Change, Version

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest
    from django.utils.safestring import SafeString

SHOWN = 50  # articles on the page of a change; a link leads to all of them


@admin.register(Change)
class ChangeAdmin(ReadOnlyAdmin):
    """Acts that changed the archive."""

    list_display = ["__str__", "at", "who", "reason", "article_links"]
    list_filter = ["kind"]
    list_select_related = ["by"]
    fields = ["kind", "at", "who", "reason", "batch_link", "article_list"]
    readonly_fields = ["who", "batch_link", "article_list"]

    @admin.display(description="by")
    def who(self, change: Change) -> str:
        return who_made(change)

    @admin.display(description="batch")
    def batch_link(self, change: Change) -> str:
        return links.page_link(change.batch)

    @admin.display(description="articles")
    def article_links(self, change: Change) -> SafeString:
        return links.list_link(Version, "What it replaced", change=change.pk)

    @admin.display(description="what it replaced")
    def article_list(self, change: Change) -> str:
        found = change.versions.select_related("article")[: SHOWN + 1]
        lines = [
            format_html("{}: {}", _versions_link(version), ", ".join(version.old))
            for version in found[:SHOWN]
        ]
        if len(found) > SHOWN:
            lines.append(self.article_links(change))
        return links.bullets(lines)


@admin.register(Version)
class VersionAdmin(ReadOnlyAdmin):
    """Old values, as the database kept them."""

    list_display = ["__str__", "article_link", "columns", "change_link"]
    list_select_related = ["article", "change"]
    fields = ["article_link", "change_link", "columns", "on_site"]
    readonly_fields = ["article_link", "change_link", "columns", "on_site"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        found = super().get_queryset(request)
        return found.defer("article__body", "article__extra")

    def lookup_allowed(self, lookup: str, value: str, request: object = None) -> bool:
        return lookup in {"article", "change"}

    @admin.display(description="article")
    def article_link(self, version: Version) -> str:
        return links.page_link(version.article)

    @admin.display(description="change")
    def change_link(self, version: Version) -> str:
        return links.page_link(version.change)

    @admin.display(description="old values of")
    def columns(self, version: Version) -> str:
        return ", ".join(version.old)

    @admin.display(description="on the site")
    def on_site(self, version: Version) -> str:
        return _versions_link(version)


def _versions_link(version: Version) -> str:
    return format_html(
        '<a href="{}">{}</a>',
        reverse("versions", args=[version.article_id]),
        version.article,
    )
