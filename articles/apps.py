"""The app that holds the archive."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "Archive"

    def ready(self) -> None:
        """Migrations rebuild tables: our triggers step aside and come back."""
        from articles import checks  # noqa: F401, PLC0415  needs the models

        pre_migrate.connect(_take_down, sender=self)
        post_migrate.connect(_install, sender=self)


def _take_down(**_: Any) -> None:
    from articles.database.install import take_down  # noqa: PLC0415  needs the models

    take_down()


def _install(**_: Any) -> None:
    from articles.database.install import install, is_migrated  # noqa: PLC0415

    if is_migrated():
        install()
