"""base with Django's debug pages."""

from __future__ import annotations

from newsroom.settings.base import *

DEBUG = True
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
