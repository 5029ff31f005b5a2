"""What must be true of the database and is seen before anybody is served."""

from __future__ import annotations

from typing import Any

from django.core.checks import Tags, Warning as CheckWarning, register
from django.db import OperationalError

from articles.database.install import missing


@register(Tags.database)
def check_triggers(databases: list[str] | None, **kwargs: Any) -> list[CheckWarning]:
    """Warn of missing triggers; an error would refuse the `migrate` that mends it."""
    if not databases:
        return []
    try:
        names = missing()
    except OperationalError:  # no database yet: migrate makes it
        return []
    return [
        CheckWarning(
            f"The trigger {name} is missing or not as it should be, so changes of "
            "articles leave no version.",
            hint="Run `python manage.py migrate`: it puts all triggers back.",
            id="articles.W001",
        )
        for name in names
    ]
