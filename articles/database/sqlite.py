"""SQLite: a contentless FTS5 index, triggers, bulk loading, locks."""

from __future__ import annotations

import fcntl
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from django.db import connection

from articles.database import sqlite_triggers
from articles.database.precisions import without_coarse
from articles.text.terms import terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from articles.database.matching import Entry, Match, Phrase

# Merging is left to fewer, larger steps; see docs/decisions.
_FTS5_OPTIONS: Final = {"automerge": 16, "crisismerge": 64, "hashsize": 8_388_608}
CHECKPOINT_PAGES: Final = 2_000  # of 16 KiB: the log is folded in past 32 MB
_COLUMNS: Final = ("headline", "byline", "body", "former", "tags")
_CACHE_KIB: Final = 64_000  # of the importer's connection
_FIRST, _LAST = 0, 2**63 - 1

TRIGGERS: dict[str, str] = sqlite_triggers.TRIGGERS
TABLES: tuple[str, ...] = (
    """
    CREATE TABLE IF NOT EXISTS articles_changing (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        change_id INTEGER,
        new_from INTEGER
    )
    """,
    "INSERT OR IGNORE INTO articles_changing VALUES (1, NULL, NULL)",
    """
    CREATE TABLE IF NOT EXISTS articles_search_stale (
        article_id INTEGER PRIMARY KEY,
        fresh INTEGER NOT NULL,
        position INTEGER,
        precision TEXT,
        source_id INTEGER,
        sections TEXT,
        headline TEXT,
        print_headline TEXT,
        byline TEXT,
        body TEXT,
        versions_until INTEGER
    )
    """,
    """
    CREATE VIRTUAL TABLE IF NOT EXISTS articles_search USING fts5 (
        headline, byline, body, former, tags, content='', tokenize='ascii'
    )
    """,
    *(
        f"INSERT INTO articles_search (articles_search, rank) VALUES ('{name}', {n})"
        for name, n in _FTS5_OPTIONS.items()
    ),
)


def installed_triggers() -> dict[str, str]:
    """{name: statement} of our triggers that are there."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT name, sql FROM sqlite_master
            WHERE type = 'trigger' AND name LIKE 'articles\\_%' ESCAPE '\\'
            """
        )
        return dict(cursor.fetchall())


def drop_trigger(name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER IF EXISTS {name}")


def begin_change(change: int, new_from: int | None) -> None:
    """Tell the triggers which change this transaction is."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE articles_changing SET change_id = %s, new_from = %s",
            [change, new_from],
        )


def end_change() -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_changing SET change_id = NULL, new_from = NULL")


def allocate_ids(table: str, number: int) -> Sequence[int]:
    """Ids after the largest ever used: the transaction holds the write lock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        row = cursor.fetchone()
    first = (row[0] if row else 0) + 1
    return range(first, first + number)


def load(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert many rows by one prepared statement."""
    connection.ensure_connection()
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    with connection.wrap_database_errors:
        connection.connection.executemany(
            f"INSERT INTO {table} ({names}) VALUES ({marks})",
            rows,
        )


@contextmanager
def lock_import() -> Iterator[bool]:
    """A lock on a file beside the database; the system frees it with the process."""
    path = Path(f"{connection.settings_dict['NAME']}-import.lock")
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


@contextmanager
def importing() -> Iterator[None]:
    """Fold the log in between chunks only, so that no transaction waits for it."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_autocheckpoint=0")
        cursor.execute("PRAGMA journal_size_limit=0")
        cursor.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_autocheckpoint=1000")


def between_chunks() -> None:
    """Fold the write-ahead log into the database when it has grown."""
    if connection.in_atomic_block:  # a dry run is one transaction
        return
    log = Path(f"{connection.settings_dict['NAME']}-wal")
    if log.exists() and log.stat().st_size > CHECKPOINT_PAGES * 16_384:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")


def index(entries: Sequence[Entry]) -> None:
    """Add entries, which must ascend by position: random order costs twice."""
    connection.ensure_connection()
    with connection.wrap_database_errors:
        connection.connection.executemany(
            """
            INSERT INTO articles_search (rowid, headline, byline, body, former, tags)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            (_row(entry) for entry in entries),
        )


def unindex(entries: Sequence[Entry]) -> None:
    """Take entries out; each must be, to the letter, as it was indexed."""
    connection.ensure_connection()
    with connection.wrap_database_errors:
        connection.connection.executemany(
            """
            INSERT INTO articles_search
                (articles_search, rowid, headline, byline, body, former, tags)
            VALUES ('delete', ?, ?, ?, ?, ?, ?)
            """,
            (_row(entry) for entry in entries),
        )


def index_differences(
    wanted: Callable[[], Iterator[Entry]],
) -> Iterator[tuple[int, str]]:
    """Compare the sums of all terms; only when they differ, article by article."""
    if _sum_of(wanted()) == _sum_of_index():
        return
    ours = {entry.position: _sum_of([entry]) for entry in wanted()}
    theirs = _sums_of_index()
    for position in sorted(ours.keys() | theirs.keys()):
        if position not in ours:
            yield position, "no-such-article"
        elif position not in theirs:
            yield position, "not-indexed"
        elif ours[position] != theirs[position]:
            yield position, "terms"


def find(match: Match, *, low: int, high: int, newest: bool, limit: int) -> list[int]:
    """Positions between low and high that match, in order."""
    direction = "DESC" if newest else "ASC"
    where, values = _where(match, low, high)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT rowid FROM articles_search WHERE {where}
            ORDER BY rowid {direction} LIMIT %s
            """,
            [*values, limit],
        )
        return [position for (position,) in cursor.fetchall()]


def count(match: Match, *, low: int, high: int, limit: int) -> int:
    """How many match, counted up to `limit`."""
    where, values = _where(match, low, high)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT count(*) FROM (
                SELECT 1 FROM articles_search WHERE {where} LIMIT %s
            )
            """,
            [*values, limit],
        )
        return int(cursor.fetchone()[0])


def _row(entry: Entry) -> tuple[Any, ...]:
    tags = ["all", *(f"s{pk}" for pk in sorted(entry.sections))]
    if entry.source is not None:
        tags.append(f"o{entry.source}")
    return entry.position, *map(terms, entry.texts), " ".join(tags)


def _where(match: Match, low: int, high: int) -> tuple[str, list[Any]]:
    but, left_out = without_coarse(match, "rowid", low)
    return (
        f"articles_search MATCH %s AND rowid > %s AND rowid < %s {but}",
        [_expression(match), max(low, _FIRST), min(high, _LAST), *left_out],
    )


def _expression(match: Match) -> str:
    """The match in FTS5's query language. Terms hold letters and digits only."""
    words = [f"{{headline byline body former}} : {_quoted(p)}" for p in match.words]
    tags = [_any("s", match.sections), _any("o", match.sources)]
    wanted = [*words, *(tag for tag in tags if tag)] or ["tags : all"]
    expression = " AND ".join(f"({part})" for part in wanted)
    if not match.without:
        return expression
    unwanted = " OR ".join(
        f"({{headline byline body former}} : {_quoted(p)})" for p in match.without
    )
    return f"({expression}) NOT ({unwanted})"


def _quoted(phrase: Phrase) -> str:
    return '"' + " ".join(re.sub(r'["\0]', "", term) for term in phrase) + '"'


def _any(letter: str, ids: Sequence[int]) -> str:
    return f"tags : ({' OR '.join(f'{letter}{pk}' for pk in ids)})" if ids else ""


def _sum_of(entries: Iterable[Entry]) -> int:
    """The sum of a hash of each (term, position, column, place in the column)."""
    return sum(
        hash((term, entry.position, column, place))
        for entry in entries
        for column, text in zip(_COLUMNS, _row(entry)[1:], strict=True)
        for place, term in enumerate(text.split())
    )


def _sum_of_index() -> int:
    return sum(hash(found) for found in _index_terms())


def _sums_of_index() -> dict[int, int]:
    sums: dict[int, int] = {}
    for found in _index_terms():
        sums[found[1]] = sums.get(found[1], 0) + hash(found)
    return sums


def _index_terms() -> Iterator[tuple[str, int, str, int]]:
    with connection.cursor() as cursor:
        cursor.execute(
            """
            CREATE VIRTUAL TABLE IF NOT EXISTS temp.articles_search_terms
            USING fts5vocab (main, articles_search, instance)
            """
        )
        cursor.execute("SELECT term, doc, col, offset FROM articles_search_terms")
        yield from cursor
