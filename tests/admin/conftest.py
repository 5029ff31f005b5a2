"""A desk with an editor at it."""

from __future__ import annotations

import pytest

from articles.archive.editors import create_editor
from tests.factories import make_article


@pytest.fixture
def editor(db):
    editor = create_editor("maren", "hull-lantern-27")
    editor.first_name, editor.last_name = "Maren", "Aldane"
    editor.save()
    return editor


@pytest.fixture
def desk(client, editor):
    """A browser in which the editor is signed in."""
    client.force_login(editor)
    return client


@pytest.fixture
def article(db):
    return make_article(
        headline="Harbour reopens",
        body="The ferry is back.\n\nFares stay as they were.",
        printed="2015-05-12T00:03",
        source="Tern Post",
        sections=("Coast",),
    )
