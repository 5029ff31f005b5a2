"""Puts up what models cannot describe: triggers, the search index, its notes."""

from __future__ import annotations

from django.db import connection, transaction

from articles.database.vendor import vendor


def is_migrated() -> bool:
    """Whether the tables that triggers stand on are there."""
    return "articles_article" in connection.introspection.table_names()


def install() -> None:
    """Make what is missing; triggers that are there are made anew."""
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in vendor().TABLES:
            cursor.execute(statement)
        for name, statement in vendor().TRIGGERS.items():
            vendor().drop_trigger(name)
            cursor.execute(statement)


def take_down() -> None:
    """Take the triggers away, so that a migration may rebuild their tables."""
    if not is_migrated():
        return
    for name in {*vendor().TRIGGERS, *vendor().installed_triggers()}:
        vendor().drop_trigger(name)


def missing() -> list[str]:
    """The names of triggers that are not there, or are not as they should be."""
    if not is_migrated():
        return []
    there = vendor().installed_triggers()
    return [
        name
        for name, statement in vendor().TRIGGERS.items()
        if _plain(there.get(name, "")) != _plain(statement)
    ]


def _plain(statement: str) -> str:
    return " ".join(statement.split())
