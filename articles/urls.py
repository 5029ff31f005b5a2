"""The addresses of the archive."""

from __future__ import annotations

urlpatterns: list = []
