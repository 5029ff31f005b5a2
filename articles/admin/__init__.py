"""The editors' desk: thin pages of Django's admin over the archive."""

from __future__ import annotations

from django.conf import settings
from django.contrib import admin

from articles.admin import article, history, naming, origin

__all__ = ["article", "history", "naming", "origin"]

admin.site.site_header = f"{settings.NEWSROOM_SITE_NAME}: editors' desk"
admin.site.site_title = settings.NEWSROOM_SITE_NAME
admin.site.index_title = "The archive"
admin.site.site_url = "/"
