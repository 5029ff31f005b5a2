"""Rows of lists: ranges of position, read without model instances."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.db import connection, models
from django.db.models import Q
from django.db.models.expressions import RawSQL

if TYPE_CHECKING:
    from collections.abc import Sequence

DATE_DOUBTS = ("ambiguous-day-month", "from-file-name", "impossible", "two-digit-year")
DOUBTFUL_DATE = Q.create([("doubts__contains", code) for code in DATE_DOUBTS], Q.OR)
OPENING = 700  # characters of the body that come with a row, for its summary


class ListedRow(NamedTuple):
    """What a list shows of one article; `opening` is the start of the body."""

    position: int
    pk: int
    headline: str
    opening: str
    source: int | None
    precision: str
    doubts: str
    language: str


_COLUMNS = f"""
    a.position, a.id, a.headline, substr(a.body, 1, {OPENING}), a.source_id,
    a.printed_precision, a.doubts, a.language
"""


class ArticleQuerySet(models.QuerySet):
    """Articles; what is removed has no position and is in no list."""

    def published(self) -> ArticleQuerySet:
        return self.filter(position__isnull=False)

    def newest_first(self) -> ArticleQuerySet:
        return self.order_by("-position")

    def with_doubtful_date(self) -> ArticleQuerySet:
        """Those whose printed date an editor should look at, by a partial index.

        SQLite uses a partial index only when the statement repeats its condition
        with literals; Django binds them there and writes them out in PostgreSQL.
        """
        if connection.vendor == "postgresql":
            return self.filter(DOUBTFUL_DATE)
        codes = (
            f""""articles_article"."doubts" LIKE '%%{code}%%' ESCAPE '\\'"""
            for code in DATE_DOUBTS
        )
        literally = RawSQL(  # noqa: S611  constants
            " OR ".join(codes), (), output_field=models.BooleanField()
        )
        return self.filter(literally)

    def in_range(  # noqa: PLR0913  one range scan has these six bounds
        self,
        *,
        section: int | None = None,
        source: int | None = None,
        low: int,
        high: int,
        newest: bool = True,
        limit: int,
    ) -> list[ListedRow]:
        """The rows with low < position < high, in order, by one index range scan."""
        tables = "articles_article a"
        key = "a"
        if section is not None:
            tables = (
                "articles_placement p JOIN articles_article a ON a.id = p.article_id"
            )
            key = "p"
        where = f"{key}.position > %s AND {key}.position < %s"
        values: list[int] = [low, high]
        if section is not None:
            where += " AND p.section_id = %s"
            values.append(section)
        if source is not None:
            where += f" AND {key}.source_id = %s"
            values.append(source)
        return self._listed(tables, where, values, key=key, newest=newest, limit=limit)

    def at_positions(
        self, positions: Sequence[int], *, newest: bool = True
    ) -> list[ListedRow]:
        """The rows at these positions, in order."""
        if not positions:
            return []
        where = f"a.position IN ({', '.join(['%s'] * len(positions))})"
        return self._listed(
            "articles_article a",
            where,
            list(positions),
            key="a",
            newest=newest,
            limit=len(positions),
        )

    def _listed(  # noqa: PLR0913
        self,
        tables: str,
        where: str,
        values: list[int],
        *,
        key: str,
        newest: bool,
        limit: int,
    ) -> list[ListedRow]:
        direction = "DESC" if newest else "ASC"
        with connection.cursor() as cursor:
            cursor.execute(
                f"""
                SELECT {_COLUMNS}
                FROM {tables}
                WHERE {where}
                ORDER BY {key}.position {direction}
                LIMIT %s
                """,  # noqa: S608  the pieces are ours, the values are bound
                [*values, limit],
            )
            return [ListedRow._make(row) for row in cursor.fetchall()]
