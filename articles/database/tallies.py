"""Kept counts and the names they belong to: all that a page needs in one statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from django.db import connection

from articles.models.article import FIRST_DATED
from articles.models.counts import ALL, NONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


LAST_DAY: Final = 99_991_231


class Tallied(NamedTuple):
    """One row of a tally; `kind` says what was counted."""

    kind: str
    pk: int
    name: str
    slug: str
    n: int


class Piece(NamedTuple):
    """A SELECT of the columns of Tallied, and its values."""

    sql: str
    values: list[Any]


@dataclass(frozen=True, slots=True)
class Cell:
    """The part of the counts that a list shows: months from `low` to `high`."""

    section: int = ALL
    source: int = ALL
    low: int = ALL
    high: int = ALL


def fetch(pieces: Iterable[Piece]) -> list[Tallied]:
    """The rows of all pieces, by one statement."""
    statements, values = [], []
    for piece in pieces:
        statements.append(f"SELECT * FROM ({piece.sql}) piece")
        values += piece.values
    if not statements:
        return []
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(statements), values)
        return [Tallied._make(row) for row in cursor.fetchall()]


def named(kind: str, slugs: Sequence[str]) -> Piece:
    """The sections or sources with these slugs; `n` is 0."""
    marks = ", ".join(["%s"] * len(slugs))
    return Piece(
        f"""
        SELECT 'named-{kind}' AS kind, id, name, slug, 0 AS n
        FROM articles_{kind} WHERE slug IN ({marks})
        """,
        list(slugs),
    )


def near(kind: str, slug: str, limit: int) -> Piece:
    """Names that begin as an unknown slug does; nothing when the slug is known."""
    first = slug[:1].replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return Piece(
        f"""
        SELECT 'near-{kind}' AS kind, id, name, slug, 0 AS n
        FROM articles_{kind}
        WHERE slug LIKE %s ESCAPE '\\'
            AND NOT EXISTS (SELECT 1 FROM articles_{kind} WHERE slug = %s)
        ORDER BY slug LIMIT %s
        """,
        [f"{first}%", slug, limit],
    )


def largest(kind: str, cell: Cell, limit: int) -> Piece:
    """The sections or sources with the most articles in a cell, largest first."""
    where, values = _other(kind, cell)
    return Piece(
        f"""
        SELECT '{kind}' AS kind, t.id, t.name, t.slug, CAST(SUM(c.n) AS BIGINT) AS n
        FROM articles_monthcount c JOIN articles_{kind} t ON t.id = c.{kind}
        WHERE {where} AND c.month BETWEEN %s AND %s
        GROUP BY t.id, t.name, t.slug
        HAVING SUM(c.n) > 0
        ORDER BY 5 DESC, 3 LIMIT {limit:d}
        """,
        [*values, cell.low, cell.high],
    )


def chosen(kind: str, cell: Cell, pks: Sequence[int]) -> Piece:
    """These sections or sources with their counts in a cell, though they be 0."""
    marks = ", ".join(["%s"] * len(pks))
    where, values = _other(kind, cell)
    return Piece(
        f"""
        SELECT '{kind}' AS kind, t.id, t.name, t.slug,
            CAST(COALESCE(SUM(c.n), 0) AS BIGINT) AS n
        FROM articles_{kind} t
        LEFT JOIN articles_monthcount c
            ON c.{kind} = t.id AND {where} AND c.month BETWEEN %s AND %s
        WHERE t.id IN ({marks})
        GROUP BY t.id, t.name, t.slug
        """,
        [*values, cell.low, cell.high, *pks],
    )


def _other(kind: str, cell: Cell) -> tuple[str, list[int]]:
    """The condition by the choices of the other kind."""
    if kind == "section":
        return "c.source = %s", [cell.source]
    return "c.section = %s", [cell.section]


def number(kind: str) -> Piece:
    """How many sections or sources hold anything."""
    other = "source" if kind == "section" else "section"
    return Piece(
        f"""
        SELECT 'number-{kind}' AS kind, 0 AS pk, '' AS name, '' AS slug, COUNT(*) AS n
        FROM articles_monthcount
        WHERE {kind} > 0 AND {other} = {ALL} AND month = {ALL} AND n > 0
        """,
        [],
    )


def total(cell: Cell, kind: str = "total") -> Piece:
    return _summed(kind, cell)


def undated(cell: Cell) -> Piece:
    return _summed("undated", Cell(cell.section, cell.source, NONE, NONE))


def _summed(kind: str, cell: Cell) -> Piece:
    return Piece(
        f"""
        SELECT '{kind}' AS kind, 0 AS pk, '' AS name, '' AS slug,
            CAST(COALESCE(SUM(n), 0) AS BIGINT) AS n
        FROM articles_monthcount
        WHERE section = %s AND source = %s AND month BETWEEN %s AND %s
        """,
        [cell.section, cell.source, cell.low, cell.high],
    )


def years(cell: Cell) -> Piece:
    """Every year that holds something, whatever the months of the cell."""
    return Piece(
        """
        SELECT 'year' AS kind, month / 100 AS pk, '' AS name, '' AS slug,
            CAST(SUM(n) AS BIGINT) AS n
        FROM articles_monthcount
        WHERE section = %s AND source = %s AND month > 0 AND n > 0
        GROUP BY month / 100
        """,
        [cell.section, cell.source],
    )


def newest_year() -> Piece:
    """The newest year that holds something; 0 when nothing has a date."""
    return Piece(
        f"""
        SELECT 'newest-year' AS kind, 0 AS pk, '' AS name, '' AS slug,
            CAST(COALESCE(MAX(month), 0) / 100 AS BIGINT) AS n
        FROM articles_monthcount
        WHERE section = {ALL} AND source = {ALL} AND month > 0 AND n > 0
        """,
        [],
    )


def of_day(day: int) -> Piece:
    """How many articles were printed on a day, a number such as 20150512."""
    return Piece(
        """
        SELECT 'day' AS kind, 0 AS pk, '' AS name, '' AS slug,
            CAST(COALESCE(SUM(n), 0) AS BIGINT) AS n
        FROM articles_daycount WHERE day = %s
        """,
        [day],
    )


def months() -> Piece:
    """Every month that holds something, and every year of which only that is known."""
    return Piece(
        f"""
        SELECT 'month' AS kind, month AS pk, '' AS name, '' AS slug, n
        FROM articles_monthcount
        WHERE section = {ALL} AND source = {ALL} AND month > 0 AND n > 0
        """,
        [],
    )


def days(first: int, last: int) -> Piece:
    """Every day from the first to the last that holds something."""
    return Piece(
        """
        SELECT 'day' AS kind, day AS pk, '' AS name, '' AS slug, n
        FROM articles_daycount WHERE day BETWEEN %s AND %s AND n > 0
        """,
        [first, last],
    )


def near_days(since: int | None, until: int | None) -> list[Piece]:
    """The days that hold something before and after some, and what those hold.

    Days are numbers such as 20150512. Days that name only a month are in no day.
    """
    pieces = [
        Piece(
            """
            SELECT 'held-days' AS kind, 0 AS pk, '' AS name, '' AS slug,
                CAST(COALESCE(SUM(n), 0) AS BIGINT) AS n
            FROM articles_daycount WHERE day BETWEEN %s AND %s
            """,
            [since or 0, until or LAST_DAY],
        )
    ]
    if since is not None:
        pieces.append(_near_day("<", since, "DESC"))
    if until is not None:
        pieces.append(_near_day(">", until, "ASC"))
    return pieces


def _near_day(sign: str, day: int, direction: str) -> Piece:
    return Piece(
        f"""
        SELECT 'near-day' AS kind, day AS pk, '' AS name, '' AS slug, n
        FROM articles_daycount WHERE day {sign} %s AND n > 0
        ORDER BY day {direction} LIMIT 1
        """,
        [day],
    )


def ends() -> Piece:
    """The first and the last dated position, as two rows."""
    return Piece(
        f"""
        SELECT 'first' AS kind, 0 AS pk, '' AS name, '' AS slug, MIN(position) AS n
        FROM articles_article WHERE position > {FIRST_DATED}
        UNION ALL
        SELECT 'last', 0, '', '', MAX(position)
        FROM articles_article WHERE position > {FIRST_DATED}
        """,
        [],
    )
