"""Rows of articles_search_stale, which have the same columns in both databases."""

from __future__ import annotations

from typing import Any

from django.db import connection

from articles.database.matching import Stale


def take_stale(limit: int) -> list[Stale]:
    """Take the notes of at most `limit` articles out of the table."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            DELETE FROM articles_search_stale
            WHERE article_id IN (
                SELECT article_id FROM articles_search_stale
                ORDER BY article_id LIMIT %s
            )
            RETURNING article_id, fresh, position, precision, source_id, sections,
                headline, print_headline, byline, body, versions_until
            """,
            [limit],
        )
        return [_stale(row) for row in cursor.fetchall()]


def is_stale() -> bool:
    """Whether any article changed since it was indexed and counted."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT 1 FROM articles_search_stale)")
        return bool(cursor.fetchone()[0])


def _stale(row: tuple[Any, ...]) -> Stale:
    article, fresh, position, precision, source, sections, *texts, versions_until = row
    headline, print_headline, byline, body = (text or "" for text in texts)
    return Stale(
        article=article,
        fresh=bool(fresh),
        position=position,
        precision=precision or "",
        source=source,
        sections=tuple(int(pk) for pk in (sections or "").split(",") if pk),
        headline=headline,
        print_headline=print_headline,
        byline=byline,
        body=body,
        versions_until=versions_until or 0,
    )
