"""The import from real files into a real database, by its command."""

from __future__ import annotations

import contextlib
import json
import shutil
import tarfile
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.archive.editing import change
from articles.models import (
    Appearance,
    Article,
    Batch,
    Container,
    Document,
    MonthCount,
    Problem,
    Source,
)
from articles.models.counts import ALL

pytestmark = pytest.mark.django_db

LAMP = """Lamp trimmed at last

Source:Gull Point Mail Published: 1987-3-19 7:33:00

The keeper climbed 212 steps with a can of oil and came down with an opinion.

The light was seen from the ferry at nine.

Posted in: Harbour, Weather

blog comments powered by Disqus
"""
BRIEF = """A brief about nothing much

Nothing was seen, and it was seen by several people.
"""


@pytest.fixture
def heap(tmp_path: Path) -> Path:
    folder = tmp_path / "heap"
    (folder / "letters").mkdir(parents=True)
    (folder / "lamp.txt").write_text(LAMP)
    (folder / "letters" / "brief.txt").write_text(BRIEF)
    (folder / "again.txt").write_text(LAMP.replace("\n", "  \r\n"))
    return folder


@pytest.fixture
def report_of(tmp_path: Path):
    """Import and return the report, without what changes from run to run."""

    def run(*paths: Path, **options) -> dict:
        file = tmp_path / "report.json"
        with contextlib.suppress(SystemExit):  # 3 when something was rejected
            call_command(
                "import_dumps", *map(str, paths), report=file, quiet=True, **options
            )
        report = json.loads(file.read_text())
        return {
            name: n for name, n in report.items() if name not in {"seconds", "batch"}
        }

    return run


def outcomes(report: dict) -> dict:
    """The counts of a report that are not 0."""
    return {
        name: n for name, n in report.items() if n and name not in {"bytes", "problems"}
    }


def root(capsys) -> str:
    capsys.readouterr()
    call_command("verify_archive", json=True)
    verdict = json.loads(capsys.readouterr().out)
    assert verdict["differs"] == []
    return verdict["root"]


def test_a_folder_becomes_articles_with_all_that_was_printed(heap, report_of):
    report = report_of(heap)

    article = Article.objects.get(headline="Lamp trimmed at last")
    assert outcomes(report) == {"files": 3, "records": 3, "created": 2, "duplicate": 1}
    assert article.source == Source.objects.get(name="Gull Point Mail")
    assert article.printed_raw == "1987-3-19 7:33:00"
    assert article.printed_precision == "second"
    assert len(article.paragraphs) == 2
    assert sorted(p.section.name for p in article.placements.all()) == [
        "Harbour",
        "Weather",
    ]
    assert Document.objects.count() == 3
    assert Appearance.objects.filter(article=article).count() == 2


def test_importing_the_same_folder_twice_changes_nothing(heap, report_of, capsys):
    report_of(heap)
    before = root(capsys)
    report = report_of(heap)

    assert outcomes(report) == {"files": 3, "records": 3, "unchanged": 3}
    assert root(capsys) == before


def test_the_same_heap_in_a_tar_is_known(heap, report_of, capsys, tmp_path):
    report_of(heap)
    before = root(capsys)
    with tarfile.open(tmp_path / "other.tar", "w") as tar:
        tar.add(heap, arcname=".")
    report = report_of(tmp_path / "other.tar")

    assert outcomes(report) == {"files": 3, "records": 3, "unchanged": 3}
    assert root(capsys) == before


def test_a_longer_text_of_the_same_article_is_shown(heap, report_of, tmp_path):
    report_of(heap)
    longer = tmp_path / "longer.txt"
    longer.write_text(LAMP.replace("nine.", "nine.\n\nNobody waved."))
    report = report_of(longer)

    assert outcomes(report) == {"files": 1, "records": 1, "updated": 1}
    assert "Nobody waved." in Article.objects.get(headline="Lamp trimmed at last").body


def test_an_edited_field_stays_and_the_new_text_is_held(heap, report_of, tmp_path):
    report_of(heap)
    with change(reason="The keeper wrote in"):
        Article.objects.filter(headline="Lamp trimmed at last").update(
            body="Corrected."
        )
    longer = tmp_path / "longer.txt"
    longer.write_text(LAMP.replace("nine.", "nine.\n\nNobody waved."))
    report = report_of(longer)

    assert outcomes(report) == {"files": 1, "records": 1, "held": 1}
    assert Article.objects.get(headline="Lamp trimmed at last").body == "Corrected."


def test_a_dry_run_reports_the_same_and_writes_nothing(heap, report_of):
    report = report_of(heap, dry_run=True)

    assert outcomes(report) == {"files": 3, "records": 3, "created": 2, "duplicate": 1}
    assert not Article.objects.exists()
    assert not Batch.objects.exists()
    assert report == report_of(heap)


def test_counts_are_kept_for_sections_sources_and_months(heap, report_of):
    report_of(heap)

    source = Source.objects.get(name="Gull Point Mail")
    assert MonthCount.objects.get(section=ALL, source=ALL, month=ALL).n == 2
    assert MonthCount.objects.get(section=ALL, source=source.pk, month=198703).n == 1
    assert MonthCount.objects.get(section=ALL, source=ALL, month=0).n == 1


def test_sources_that_differ_in_case_are_one_under_the_commonest_spelling(
    report_of, tmp_path
):
    for number, name in enumerate(
        ["GULL POINT MAIL", "Gull Point Mail"] * 2
        + ["gull  point mail", "Gull Point Mail"]
    ):
        (tmp_path / f"{number}.txt").write_text(
            LAMP.replace("Gull Point Mail", name).replace(
                "trimmed", f"trimmed {number}"
            )
        )
    report_of(*sorted(tmp_path.glob("*.txt")))

    assert [source.name for source in Source.objects.all()] == ["Gull Point Mail"]


def test_what_the_librarian_says_is_used_where_nothing_is_printed(report_of, heap):
    report_of(heap, source="The Keeper", section="Lost", timezone="Europe/Berlin")

    brief = Article.objects.get(headline="A brief about nothing much")
    lamp = Article.objects.get(headline="Lamp trimmed at last")
    assert brief.source.name == "The Keeper"
    assert brief.doubts.split() == ["section-from-folder", "source-assumed"]
    assert (lamp.printed_offset, lamp.doubts) == (60, "offset-assumed")


def test_rejected_files_are_kept_and_listed(tmp_path, report_of):
    (tmp_path / "heap").mkdir()
    (tmp_path / "heap" / "empty.txt").write_text("")
    (tmp_path / "heap" / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (tmp_path / "heap" / "lamp.txt").write_text(LAMP)
    report = report_of(tmp_path / "heap")

    assert outcomes(report) == {"files": 3, "records": 1, "created": 1, "rejected": 2}
    assert [(p.file, p.code) for p in Problem.objects.order_by("file")] == [
        ("empty.txt", "empty"),
        ("picture.txt", "binary"),
    ]
    assert Document.objects.count() == 3


def test_a_file_above_the_limit_keeps_its_digest_and_comes_in_later(
    tmp_path, report_of
):
    (tmp_path / "lamp.txt").write_text(LAMP)
    refused = report_of(tmp_path / "lamp.txt", max_file=100)
    document = Document.objects.get()
    report = report_of(tmp_path / "lamp.txt")

    assert outcomes(refused) == {"files": 1, "rejected": 1}
    assert (document.size, document.data) == (len(LAMP), None)
    assert outcomes(report) == {"files": 1, "records": 1, "created": 1}
    assert Document.objects.get().data is not None


def test_a_path_that_does_not_exist_is_named_and_the_others_go_on(
    tmp_path, report_of, heap
):
    report = report_of(tmp_path / "nowhere", heap)

    assert [problem["file"] for problem in report["problems"]] == [
        str(tmp_path / "nowhere")
    ]
    assert Article.objects.count() == 2


def test_nothing_that_could_be_read_exits_1(tmp_path):
    with pytest.raises(SystemExit) as exit_:
        call_command("import_dumps", str(tmp_path / "nowhere"), quiet=True)

    assert exit_.value.code == 1


@pytest.mark.parametrize(
    ("option", "said"),
    [
        pytest.param({"timezone": "Atlantis/West"}, "no time zone", id="timezone"),
        pytest.param({"encoding": "utf-99"}, "utf-99", id="encoding"),
        pytest.param({"format": "papyrus"}, "papyrus", id="format"),
    ],
)
def test_an_option_that_cannot_be_used_stops_before_anything(heap, option, said):
    with pytest.raises(CommandError, match=said):
        call_command("import_dumps", str(heap), quiet=True, **option)

    assert not Batch.objects.exists()


def test_known_bytes_told_to_be_otherwise_are_not_read_again(heap, report_of):
    report_of(heap)
    report = report_of(heap / "lamp.txt", encoding="cp1252")

    assert [problem["code"] for problem in report["problems"]] == ["read-otherwise"]
    assert Article.objects.count() == 2


def test_one_file_under_two_paths_of_a_run_is_one_article(heap, report_of):
    shutil.copy(heap / "lamp.txt", heap / "copy.txt")
    report = report_of(heap, heap / "lamp.txt")

    assert outcomes(report) == {
        "files": 5,
        "records": 5,
        "created": 2,
        "duplicate": 2,
        "unchanged": 1,
    }


@pytest.fixture
def large_tar(tmp_path: Path) -> Path:
    """More files than a container needs to be remembered."""
    folder = tmp_path / "large"
    folder.mkdir()
    for number in range(120):
        text = LAMP.replace("Lamp trimmed", f"Lamp {number} trimmed")
        (folder / f"{number}.txt").write_text(text)
    with tarfile.open(tmp_path / "large.tar", "w") as tar:
        tar.add(folder, arcname=".")
    return tmp_path / "large.tar"


def test_a_known_container_is_not_opened_again(large_tar, report_of, heap, capsys):
    first = report_of(large_tar)
    before = root(capsys)
    again = report_of(heap, large_tar)

    assert Container.objects.get().records == first["created"] == 120
    assert outcomes(again) == {
        "files": 123,
        "records": 123,
        "created": 2,
        "duplicate": 1,
        "unchanged": 120,
    }
    assert root(capsys) != before


def test_a_known_container_is_opened_for_another_section(large_tar, report_of):
    report_of(large_tar)
    again = report_of(large_tar, source="The Keeper", section="Lamps")

    assert outcomes(again) == {"files": 120, "records": 120, "duplicate": 120}


def test_a_container_with_a_rejected_member_says_so_every_time(large_tar, report_of):
    with tarfile.open(large_tar, "a") as tar:
        tar.addfile(tarfile.TarInfo("empty.txt"))
    report_of(large_tar)
    again = report_of(large_tar)

    assert outcomes(again) == {
        "files": 121,
        "records": 120,
        "unchanged": 120,
        "rejected": 1,
    }
