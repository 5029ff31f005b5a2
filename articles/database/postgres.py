"""PostgreSQL: term vectors with GIN, triggers, COPY, locks."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from django.db import connection

from articles.database import postgres_triggers
from articles.database.postgres_vectors import unsure_query, vectors, whole_query
from articles.database.precisions import without_coarse
from articles.database.rechecking import holds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from articles.database.matching import Entry, Match

_CHUNK: Final = 200  # entries that are compared at once
_IMPORT_LOCK: Final = 4_160_127  # any number, the same in every importer

TRIGGERS: dict[str, str] = postgres_triggers.TRIGGERS
TABLES: tuple[str, ...] = (
    """
    CREATE TABLE IF NOT EXISTS articles_search_stale (
        article_id bigint PRIMARY KEY,
        fresh boolean NOT NULL,
        position bigint,
        precision text,
        source_id bigint,
        sections text,
        headline text,
        print_headline text,
        byline text,
        body text,
        versions_until bigint
    )
    """,
    """
    CREATE TABLE IF NOT EXISTS articles_search (
        position bigint NOT NULL,
        part smallint NOT NULL,
        terms tsvector NOT NULL,
        PRIMARY KEY (position, part)
    )
    """,
    """
    CREATE INDEX IF NOT EXISTS articles_search_terms
    ON articles_search USING gin (terms)
    """,
    *postgres_triggers.FUNCTIONS,
)


def installed_triggers() -> dict[str, str]:
    """{name: statement} of our triggers that are there and enabled."""
    with connection.cursor() as cursor:
        cursor.execute(
            r"""
            SELECT tgname FROM pg_trigger
            WHERE NOT tgisinternal AND tgenabled = 'O' AND tgname LIKE 'articles\_%%'
            AND tgrelid IN (
                'articles_article'::regclass, 'articles_placement'::regclass
            )
            """,
            [],
        )
        # The statement is read back in another spelling; the name must do.
        return {name: TRIGGERS.get(name, "") for (name,) in cursor.fetchall()}


def drop_trigger(name: str) -> None:
    table = "_".join(name.split("_")[:2])
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")


def begin_change(change: int, new_from: int | None) -> None:
    """Tell the triggers which change this transaction is."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT set_config('newsroom.change', %s, true),
                set_config('newsroom.new_from', %s, true)
            """,
            [str(change), "" if new_from is None else str(new_from)],
        )


def end_change() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT set_config('newsroom.change', '', true),
                set_config('newsroom.new_from', '', true)
            """
        )


def allocate_ids(table: str, number: int) -> Sequence[int]:
    """Ids from the table's own sequence."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT nextval(pg_get_serial_sequence(%s, 'id'))
            FROM generate_series(1, %s)
            """,
            [table, number],
        )
        return sorted(pk for (pk,) in cursor.fetchall())


def load(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert many rows by COPY."""
    names = ", ".join(f'"{column}"' for column in columns)
    statement = f"COPY {table} ({names}) FROM STDIN"
    with (
        connection.wrap_database_errors,
        connection.cursor() as cursor,
        cursor.copy(statement) as copy,
    ):
        for row in rows:
            copy.write_row(row)


@contextmanager
def lock_import() -> Iterator[bool]:
    """A lock that the server frees with the session."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [_IMPORT_LOCK])
        locked = bool(cursor.fetchone()[0])
    try:
        yield locked
    finally:
        if locked:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_IMPORT_LOCK])


@contextmanager
def importing() -> Iterator[None]:
    yield


def between_chunks() -> None:
    """Nothing: the server folds its log in by itself."""


def index(entries: Sequence[Entry]) -> None:
    load(
        "articles_search",
        ("position", "part", "terms"),
        (
            (entry.position, part, vector)
            for entry in entries
            for part, vector in enumerate(vectors(entry))
        ),
    )


def unindex(entries: Sequence[Entry]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM articles_search WHERE position = ANY(%s)",
            [[entry.position for entry in entries]],
        )


def index_differences(
    wanted: Callable[[], Iterator[Entry]],
) -> Iterator[tuple[int, str]]:
    """Compare the stored vectors with new ones, a range of positions at a time."""
    entries, low = wanted(), -1
    while chunk := list(islice(entries, _CHUNK)):
        yield from _differences(chunk, low, chunk[-1].position)
        low = chunk[-1].position
    yield from _differences([], low, 2**63 - 1)


def find(match: Match, *, low: int, high: int, newest: bool, limit: int) -> list[int]:
    """Positions between low and high that match, in order.

    An article that its vectors do not answer for is a candidate only, and is read.
    """
    found: list[int] = []
    while len(found) < limit:
        rows = _candidates(match, low, high, newest=newest, limit=limit)
        sure = {position for position, is_unsure in rows if not is_unsure}
        asked = {position for position, is_unsure in rows if is_unsure}
        sure |= holds(match, asked)
        found += [p for p in dict.fromkeys(p for p, _ in rows) if p in sure]
        if len(rows) < limit:
            break
        low, high = (low, rows[-1][0]) if newest else (rows[-1][0], high)
    return found[:limit]


def count(match: Match, *, low: int, high: int, limit: int) -> int:
    """How many match, counted up to `limit`."""
    return len(find(match, low=low, high=high, newest=True, limit=limit))


def _candidates(
    match: Match, low: int, high: int, *, newest: bool, limit: int
) -> list[tuple[int, bool]]:
    direction = "DESC" if newest else "ASC"
    but, left_out = without_coarse(match, "position", low)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT position, bool_or(terms @@ %s::tsquery)
            FROM articles_search
            WHERE terms @@ %s::tsquery AND position > %s AND position < %s {but}
            GROUP BY position ORDER BY position {direction} LIMIT %s
            """,
            [
                unsure_query(match),
                whole_query(match),
                low,
                high,
                *left_out,
                limit,
            ],
        )
        return cursor.fetchall()


def _differences(
    entries: Sequence[Entry], low: int, high: int
) -> Iterator[tuple[int, str]]:
    rows = [
        (entry.position, part, vector)
        for entry in entries
        for part, vector in enumerate(vectors(entry))
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT DISTINCT
                coalesce(stored.position, wanted.position),
                CASE
                    WHEN wanted.position IS NULL THEN 'no-such-article'
                    WHEN stored.position IS NULL THEN 'not-indexed'
                    ELSE 'terms'
                END
            FROM unnest(%s::bigint[], %s::smallint[], %s::text[])
                AS wanted (position, part, terms)
            FULL JOIN (
                SELECT * FROM articles_search WHERE position > %s AND position <= %s
            ) AS stored
            ON stored.position = wanted.position AND stored.part = wanted.part
            WHERE stored.terms IS DISTINCT FROM wanted.terms::tsvector
            ORDER BY 1
            """,
            [*([row[column] for row in rows] for column in range(3)), low, high],
        )
        yield from cursor.fetchall()
