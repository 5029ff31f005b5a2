"""What must be true of the database and is seen before anybody is served."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.checks import CheckMessage, Tags, Warning as Caution, register
from django.db import OperationalError

from articles.database.install import missing

if TYPE_CHECKING:
    from collections.abc import Sequence


@register(Tags.database)
def check_triggers(
    *, databases: Sequence[str] | None = None, **_others: Any
) -> list[CheckMessage]:
    """Warn of missing triggers; an error would refuse the `migrate` that mends it."""
    if not databases:
        return []
    try:
        names = missing()
    except OperationalError:  # no database yet: migrate makes it
        return []
    return [
        Caution(
            f"The trigger {name} is missing or not as it should be, so changes of "
            "articles leave no version.",
            hint="Run `python manage.py migrate`: it puts all triggers back.",
            id="articles.W001",
        )
        for name in names
    ]
