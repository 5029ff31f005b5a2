"""Leaves out of a search what is known only to its year or month.

The search index knows no precisions; both stand at the first minute of their time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from articles.models.article import POSITIONS_A_MINUTE

if TYPE_CHECKING:
    from articles.database.matching import Match


def without_coarse(match: Match, column: str, low: int) -> tuple[str, list[Any]]:
    """A condition on the positions in `column`, for a list that begins after `low`."""
    if not match.but:
        return "", []
    marks = ", ".join(["%s"] * len(match.but))
    condition = f"""
        AND {column} NOT IN (
            SELECT position FROM articles_article
            WHERE position > %s AND position <= %s AND printed_precision IN ({marks})
        )
    """
    return condition, [low, low + POSITIONS_A_MINUTE, *match.but]
