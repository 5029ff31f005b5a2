"""The articles beside one."""

from __future__ import annotations

import pytest

from articles.browse.neighbours import neighbours
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def test_neighbours_are_of_the_same_source():
    older = make_article(headline="Ferry laid up", printed="1992-10-30", source="AFP")
    make_article(printed="1993-01-01", source="Reuters")
    middle = make_article(printed="2003-11-25", source="AFP")
    newer = make_article(headline="Ferry is back", printed="2004", source="AFP")

    found = neighbours(middle.position, middle.source_id)

    assert [(beside.path, beside.headline, beside.date) for beside in found] == [
        (newer.get_absolute_url(), "Ferry is back", "2004"),
        (older.get_absolute_url(), "Ferry laid up", "30 October 1992"),
    ]


def test_without_a_source_neighbours_are_of_the_whole_archive():
    older = make_article(headline="Ferry laid up", printed="1992-10-30", source="AFP")
    newest = make_article(printed="2003-11-25", source="")

    newer, beside = neighbours(newest.position, None)

    assert newer is None
    assert (beside.headline, beside.source) == (older.headline, "AFP")
