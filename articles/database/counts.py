"""Adds to the kept counts; the same SQL serves both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Mapping


def add_to_months(deltas: Mapping[tuple[int, int, int], int]) -> None:
    """Add {(section, source, month): n}, sorted: two writers cannot deadlock."""
    _add(
        """
        INSERT INTO articles_monthcount (section, source, month, n)
        VALUES (%s, %s, %s, %s)
        ON CONFLICT (section, source, month)
        DO UPDATE SET n = articles_monthcount.n + excluded.n
        """,
        [(*key, n) for key, n in sorted(deltas.items()) if n],
    )


def add_to_days(deltas: Mapping[int, int]) -> None:
    """Add {day: n}."""
    _add(
        """
        INSERT INTO articles_daycount (day, n) VALUES (%s, %s)
        ON CONFLICT (day) DO UPDATE SET n = articles_daycount.n + excluded.n
        """,
        [(day, n) for day, n in sorted(deltas.items()) if n],
    )


def add_appearances(thing: str, met: Mapping[str, int]) -> None:
    """Add {spelling: n} to the aliases of sources or sections.

    `thing` is the column that such aliases fill: source_id or section_id.
    """
    with connection.cursor() as cursor:
        cursor.executemany(
            f"""
            UPDATE articles_alias SET appearances = appearances + %s
            WHERE name = %s AND {thing} IS NOT NULL
            """,
            [(n, name) for name, n in sorted(met.items())],
        )


def _add(statement: str, rows: list[tuple[int, ...]]) -> None:
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(statement, rows)
