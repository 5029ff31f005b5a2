"""import_dumps and parse_dumps where what they are given cannot be used."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from articles.models import Article, Batch, Source

BRIEF = b"A brief about nothing much\n\nNothing was seen, \xc3\xa9 and \xff too.\n"


@pytest.fixture
def dump(tmp_path):
    (tmp_path / "brief.txt").write_bytes(BRIEF)
    return tmp_path / "brief.txt"


def parse(dump):
    return subprocess.Popen(
        [
            sys.executable,
            str(Path(settings.BASE_DIR, "manage.py")),
            "parse_dumps",
            dump,
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("option", "said"),
    [
        pytest.param({"max_file": 0}, "at least 1", id="no byte"),
        pytest.param({"max_file": -1}, "at least 1", id="fewer than none"),
        pytest.param({"source": "\udcff"}, "--source is not in UTF-8", id="source"),
        pytest.param({"section": "\udcff"}, "--section is not in UTF-8", id="section"),
        pytest.param(
            {"report": Path("/nowhere/report.json")},
            "/nowhere/report.json: No such file or directory",
            id="report",
        ),
    ],
)
def test_an_option_that_cannot_be_used_stops_before_anything(dump, option, said):
    with pytest.raises(CommandError, match=said):
        call_command("import_dumps", str(dump), quiet=True, **option)

    assert not Batch.objects.exists()


@pytest.mark.django_db
def test_a_name_of_blanks_is_no_name(dump):
    call_command("import_dumps", str(dump), quiet=True, source="  ", section=" Lost ")

    article = Article.objects.get()
    assert not Source.objects.exists()
    assert [p.section.name for p in article.placements.all()] == ["Lost"]


@pytest.mark.django_db
def test_a_path_that_is_no_text_is_kept_as_it_can_be_written(tmp_path):
    path = os.fsdecode(os.fsencode(tmp_path) + b"/lat\xe9.txt")
    Path(path).write_bytes(BRIEF)
    call_command("import_dumps", path, quiet=True)

    assert Batch.objects.get().paths == [rf"{tmp_path}/lat\xe9.txt"]


@pytest.mark.django_db
def test_a_closed_standard_input_is_no_hindrance(dump, monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    call_command("import_dumps", str(dump), quiet=True)

    assert Article.objects.count() == 1


@pytest.mark.django_db
def test_a_pipe_is_read_from_its_first_byte(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    writer = Thread(target=(tmp_path / "pipe").write_bytes, args=[BRIEF])
    writer.start()
    call_command("import_dumps", str(tmp_path / "pipe"), quiet=True)
    writer.join()

    assert Article.objects.get().headline == "A brief about nothing much"


@pytest.mark.django_db(transaction=True)
def test_a_dry_run_of_more_than_the_log_holds_ends_well(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("articles.database.sqlite.CHECKPOINT_PAGES", 0)
    for number in range(300):
        (tmp_path / f"{number}.txt").write_text(f"Brief {number}\n\nNothing.\n")
    call_command("import_dumps", str(tmp_path), dry_run=True)

    assert capsys.readouterr().out == "Dry run: 300 files, 300 records: 300 created\n"
    assert not Batch.objects.exists()


def test_lost_bytes_are_told_beside_the_record_and_reject_nothing(dump):
    with parse(dump) as run:
        out, err = run.communicate()

    assert run.returncode == 0
    assert [json.loads(line)["paragraphs"] for line in out.splitlines()] == [
        ["Nothing was seen, é and \ufffd too."]
    ]
    assert err.startswith("brief.txt:3: 1 byte could not be read as utf-8")


def test_a_reader_that_has_seen_enough_ends_the_parse_without_a_word(tmp_path):
    for number in range(2000):
        (tmp_path / f"{number}.txt").write_text(f"Brief {number}\n\nNothing.\n")
    with parse(tmp_path) as run:
        run.stdout.readline()
        run.stdout.close()
        said = run.stderr.read()

    assert (run.returncode, said) == (141, "")
