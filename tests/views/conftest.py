"""Articles that came from files, and a hand that edits them."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from articles.archive.editing import edit_article, state_now
from articles.models import Article

LAMP = """Lamp trimmed at last

By Ida Marrow Source:Gull Point Mail Published: 1987-3-19 7:33:00

The keeper climbed 212 steps with a can of oil and came down with an opinion.

The light was seen from the ferry at nine.

Nobody on the ferry had asked for it.

Newspaper headline: Lamp trimmed

Posted in: Harbour, Weather

blog comments powered by Disqus
"""


@pytest.fixture
def import_text(db, tmp_path):
    """import_text(text, …): the articles of files with these texts, oldest first."""

    def run(*texts: str | bytes) -> list[Article]:
        for number, text in enumerate(texts, start=1):
            data = text if isinstance(text, bytes) else text.encode()
            (tmp_path / f"{number}.txt").write_bytes(data)
        call_command("import_dumps", tmp_path, quiet=True)
        return list(Article.objects.order_by("pk"))

    return run


@pytest.fixture
def lamp(import_text):
    """An article of three paragraphs, as it was imported."""
    return import_text(LAMP)[0]


@pytest.fixture
def edit(db):
    """edit(article, reason, …): change columns as the editor M. Aldane."""
    editor = User.objects.create_user("aldane", first_name="M.", last_name="Aldane")

    def change(article: Article, reason: str, **values: object) -> None:
        seen = state_now(article.pk).version
        edit_article(article.pk, values, by=editor, reason=reason, seen=seen)
        article.refresh_from_db()

    return change
