"""Rows of lists: ranges of position, read without model instances."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import connection, models
from django.db.models import Q
from django.db.models.expressions import RawSQL

if TYPE_CHECKING:
    from collections.abc import Sequence

DATE_DOUBTS = (
    "ambiguous-day-month",
    "from-file-name",
    "impossible",
    "two-digit-year",
)
DOUBTFUL_DATE = Q.create([("doubts__contains", code) for code in DATE_DOUBTS], Q.OR)
OPENING = 700  # characters of the body that come with a row, for its summary
SEARCHED = 100_000  # characters of the body that a snippet is looked for in
BETWEEN_NAMES = "\x1f"  # in one column; so are the versions


class ListedRow(NamedTuple):
    """What a list shows of one article; `opening` is the start of the body.

    Only a search fetches `beside` (print headline and byline) and `former`, the old
    values of its versions, oldest first, as JSON parted by BETWEEN_NAMES.
    """

    position: int
    pk: int
    headline: str
    opening: str
    source: str | None
    sections: str | None
    precision: str
    doubts: str
    language: str
    edits: int  # changes by persons
    beside: str
    former: str | None

    @property
    def section_names(self) -> list[str]:
        return sorted(self.sections.split(BETWEEN_NAMES)) if self.sections else []


@dataclass(frozen=True, slots=True)
class Scan:
    """Positions between low and high, both excluded, in one index range.

    `but` are precisions that are left out.
    """

    low: int
    high: int
    section: int | None = None
    source: int | None = None
    but: tuple[str, ...] = ()


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

    def in_range(self, scan: Scan, *, newest: bool, limit: int) -> list[ListedRow]:
        """The rows of a scan, in order."""
        tables, key, where, values = _range(scan)
        return self._listed(
            _columns(opening=OPENING),
            f"{tables} WHERE {where} ORDER BY {key}.position {_direction(newest)}",
            [*values, limit],
        )

    def count_in_range(self, scan: Scan, *, limit: int) -> int:
        """How many rows a scan has, counted up to `limit`."""
        tables, _key, where, values = _range(scan)
        if scan.section is not None and not scan.but:
            tables = "articles_placement p"
        with connection.cursor() as cursor:
            cursor.execute(
                f"""
                SELECT COUNT(*) FROM (SELECT 1 FROM {tables} WHERE {where} LIMIT %s) x
                """,  # noqa: S608  the pieces are ours, the values are bound
                [*values, limit],
            )
            return int(cursor.fetchone()[0])

    def at_positions(
        self, positions: Sequence[int], *, newest: bool = True
    ) -> list[ListedRow]:
        """The rows at these positions, in order, with all that a search looks at."""
        if not positions:
            return []
        marks = ", ".join(["%s"] * len(positions))
        return self._listed(
            _columns(opening=SEARCHED, searched=True),
            f"""
            {_SOURCED} WHERE a.position IN ({marks})
            ORDER BY a.position {_direction(newest)}
            """,
            [*positions, len(positions)],
        )

    def around(self, position: int, source: int | None) -> list[ListedRow]:
        """The rows next to a position, before and after, of one source or of all."""
        condition = "" if source is None else "AND a.source_id = %s"
        values = [position] if source is None else [position, source]
        halves = [
            f"""
            SELECT * FROM (
                SELECT {_columns(opening=1)} FROM {_SOURCED}
                WHERE a.position {sign} %s {condition}
                ORDER BY a.position {direction} LIMIT 1
            ) half
            """  # noqa: S608
            for sign, direction in (("<", "DESC"), (">", "ASC"))
        ]
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(halves), [*values, *values])
            return [ListedRow._make(row) for row in cursor.fetchall()]

    def newest_of_sections(
        self, sections: Sequence[int], *, limit: int
    ) -> dict[int, list[ListedRow]]:
        """{section: its newest rows}, one short range scan a section."""
        parts = [
            f"""
            SELECT * FROM (
                SELECT {pk:d}, {_columns(opening=1)} FROM {_PLACED}
                WHERE p.section_id = {pk:d} AND p.position > 0
                ORDER BY p.position DESC LIMIT {limit:d}
            ) section_{pk:d}
            """  # noqa: S608
            for pk in sections
        ]
        newest: dict[int, list[ListedRow]] = {pk: [] for pk in sections}
        if parts:
            with connection.cursor() as cursor:
                cursor.execute(" UNION ALL ".join(parts))
                for pk, *row in cursor.fetchall():
                    newest[pk].append(ListedRow._make(row))
        return newest

    def longest_from(self, position: int, *, among: int) -> ListedRow | None:
        """The longest of the newest `among` rows after a position, with its body."""
        rows = self._listed(
            _columns(opening=SEARCHED),
            f"""
            {_SOURCED} WHERE a.id = (
                SELECT id FROM (
                    SELECT id, length(body) AS letters FROM articles_article
                    WHERE position > %s ORDER BY position DESC LIMIT {among:d}
                ) newest
                ORDER BY letters DESC, id LIMIT 1
            )
            """,  # noqa: S608
            [position, 1],
        )
        return rows[0] if rows else None

    def _listed(self, columns: str, tables: str, values: list[Any]) -> list[ListedRow]:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {columns} FROM {tables} LIMIT %s", values)  # noqa: S608
            return [ListedRow._make(row) for row in cursor.fetchall()]


_SOURCED = "articles_article a LEFT JOIN articles_source o ON o.id = a.source_id"
_PLACED = """
    articles_placement p JOIN articles_article a ON a.id = p.article_id
    LEFT JOIN articles_source o ON o.id = a.source_id
"""


def _range(scan: Scan) -> tuple[str, str, str, list[Any]]:
    """Tables, the one with the key, condition and values of a scan."""
    tables, key = (_SOURCED, "a") if scan.section is None else (_PLACED, "p")
    where = f"{key}.position > %s AND {key}.position < %s"
    values: list[Any] = [scan.low, scan.high]
    if scan.section is not None:
        where += " AND p.section_id = %s"
        values.append(scan.section)
    if scan.source is not None:
        where += f" AND {key}.source_id = %s"
        values.append(scan.source)
    for precision in scan.but:
        where += " AND a.printed_precision <> %s"
        values.append(precision)
    return tables, key, where, values


def _columns(*, opening: int, searched: bool = False) -> str:
    join = "group_concat" if connection.vendor == "sqlite" else "string_agg"
    former = f"""(
        SELECT {join}(old, '{BETWEEN_NAMES}') FROM (
            SELECT CAST(v.old AS TEXT) AS old FROM articles_version v
            WHERE v.article_id = a.id ORDER BY v.id
        ) versions
    )"""  # noqa: S608
    return f"""
        a.position, a.id, a.headline, substr(a.body, 1, {opening:d}), o.name,
        (
            SELECT {join}(t.name, '{BETWEEN_NAMES}')
            FROM articles_placement q JOIN articles_section t ON t.id = q.section_id
            WHERE q.article_id = a.id
        ),
        a.printed_precision, a.doubts, a.language,
        (
            SELECT COUNT(DISTINCT v.change_id)
            FROM articles_version v JOIN articles_change c ON c.id = v.change_id
            WHERE v.article_id = a.id AND c.kind NOT IN ('import', 'undo')
        ),
        {"a.print_headline || ' ' || a.byline" if searched else "''"},
        {former if searched else "NULL"}
    """  # noqa: S608


def _direction(newest: bool) -> str:  # noqa: FBT001  read beside ORDER BY
    return "DESC" if newest else "ASC"
