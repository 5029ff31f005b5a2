"""The sample archive is what docs/sample.md says it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from articles.archive.filing import Options
from articles.archive.importing import import_dumps
from articles.archive.verifying import verify_archive
from articles.models import Article, Source

pytestmark = pytest.mark.django_db

SAMPLE = Path(settings.BASE_DIR, "docs", "sample")


def test_the_sample_is_imported_whole_with_its_planted_duplicate():
    report = import_dumps([SAMPLE], Options())

    assert (report.files, report.created, report.duplicate) == (27, 26, 1)
    assert report.problems == []
    assert verify_archive().differs == []


def test_the_sample_has_something_odd_of_every_kind():
    import_dumps([SAMPLE], Options())
    doubts = {code for a in Article.objects.all() for code in a.doubts.split()}
    precisions = set(Article.objects.values_list("printed_precision", flat=True))

    assert doubts == {"encoding-guessed", "section-from-folder", "two-digit-year"}
    assert {"", "year", "month", "second"} <= precisions
    assert Article.objects.filter(source=None).exists()
    assert Source.objects.count() == 8
