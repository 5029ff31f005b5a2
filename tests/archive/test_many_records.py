"""Files with more records than a statement takes values."""

from __future__ import annotations

import json
import sqlite3

import pytest
from django.core.management import call_command
from django.db import connection

from articles.archive.shown import edited_columns, known_articles
from articles.models import Appearance, Article

pytestmark = pytest.mark.django_db
AS_IT_COMES = 32_766  # values of a statement of SQLite; distributions raise it
MANY = 40_000


@pytest.fixture(autouse=True)
def _as_it_comes():
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    limit = sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER
    before = connection.connection.setlimit(limit, AS_IT_COMES)
    yield
    connection.connection.setlimit(limit, before)


def test_more_keys_are_looked_up_than_a_statement_takes():
    assert known_articles([n.to_bytes(16, "big") for n in range(MANY)]) == {}


def test_more_articles_are_looked_up_than_a_statement_takes():
    assert edited_columns(range(MANY)) == {}


def test_each_line_of_a_file_becomes_an_article(tmp_path):
    lines = [
        {
            "title": f"Ice {n}",
            "source": "AFP",
            "date": "2015-5-12 0:03",
            "body": "Cold.",
        }
        for n in range(300)
    ]
    heap = tmp_path / "heap.jsonl"
    heap.write_text("\n".join(map(json.dumps, lines)))

    call_command("import_dumps", str(heap), "--quiet")
    heap.write_text("\n".join(map(json.dumps, reversed(lines))))
    call_command("import_dumps", str(heap), "--quiet")

    assert Article.objects.count() == 300
    assert Appearance.objects.count() == 600
    call_command("verify_archive")
