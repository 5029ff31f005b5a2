"""What the desk shows and nobody changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin

from articles.admin.paging import BoundedPaginator

if TYPE_CHECKING:
    from django.http import HttpRequest


class ReadOnlyAdmin(admin.ModelAdmin):
    """Lists and pages of rows that only the archive itself writes."""

    actions = None
    list_per_page = 100
    ordering = ["-pk"]
    paginator = BoundedPaginator
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    sortable_by = ()

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
