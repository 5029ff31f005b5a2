"""Bytes, names and texts that the archive knows already, met again."""

from __future__ import annotations

import contextlib
import json
import shutil
import tarfile

import pytest
from django.core.management import call_command

from articles.archive.editing import edit_article, state_now
from articles.models import Article, Document, Problem, Section

pytestmark = pytest.mark.django_db

CAFE = "Cafetería nueva en el puerto\n\nEl señor Muñoz abrió a las nueve.\n"
WHARF = """Wharf to be mended

Source:Gull Point Mail Published: 1987-3-19 7:33

The planks are older than the mayor.
"""
TIDES = """{headline}

Source:Gull Point Mail Published: {date}

URL: http://{host}/{path}

{text}
"""


@pytest.fixture
def run(tmp_path):
    """run(*paths, **options): import, and return the report."""

    def import_dumps(*paths, **options):
        file = tmp_path / "report.json"
        with contextlib.suppress(SystemExit):  # 3 when something was rejected
            call_command(
                "import_dumps", *map(str, paths), report=file, quiet=True, **options
            )
        return json.loads(file.read_text())

    return import_dumps


def write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def differences(capsys):
    capsys.readouterr()
    with contextlib.suppress(SystemExit):
        call_command("verify_archive", json=True)
    return json.loads(capsys.readouterr().out)["differs"]


def tides(path, host="tern.example", **values):
    printed = {"headline": "Tides", "date": "1987-3-19 7:33", "text": "High at nine."}
    return TIDES.format(host=host, path=path, **printed | values)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(
            CAFE.encode("mac-roman"), {"encoding": "mac-roman"}, id="encoding"
        ),
        pytest.param(WHARF.encode(), {"format": "titled"}, id="format"),
    ],
)
def test_known_bytes_in_another_place_are_read_as_they_were(
    tmp_path, run, capsys, data, told
):
    run(write(tmp_path / "a.txt", data), **told)
    write(tmp_path / "heap" / "north" / "b.txt", data)
    report = run(tmp_path / "heap")

    assert (report["created"], report["duplicate"]) == (0, 1)
    assert differences(capsys) == []


def test_a_file_rejected_as_one_format_comes_in_as_another(tmp_path, run):
    dump = write(tmp_path / "a.txt", WHARF)
    rejected = run(dump, format="json")
    report = run(dump, format="titled")

    assert (rejected["rejected"], rejected["records"]) == (1, 0)
    assert (report["rejected"], report["created"]) == (0, 1)
    assert Document.objects.get().format == "titled"


def test_a_smaller_limit_takes_no_kept_bytes_away(tmp_path, run):
    picture = write(tmp_path / "a.png", b"\x89PNG\r\n\x1a\n" + bytes(200))
    run(picture)
    run(picture, max_file=100)

    assert Document.objects.get().data is not None


def test_a_known_file_named_twice_in_one_run_is_unchanged_twice(tmp_path, run):
    dump = write(tmp_path / "a.txt", WHARF)
    run(dump)

    assert run(dump, dump)["unchanged"] == 2


@pytest.mark.parametrize(
    "name", ["Yahoo!/1.txt", "sport/sport!.txt", "a!/b!/c!.txt", "!.txt"]
)
def test_an_exclamation_mark_in_a_name_is_no_container(tmp_path, run, capsys, name):
    write(tmp_path / "heap" / name, "A brief\n\nNothing was seen.\n")
    run(tmp_path / "heap")

    folders = [name.rpartition("/")[0].rpartition("/")[2]] if "/" in name else []
    assert [section.name for section in Section.objects.all()] == folders
    assert differences(capsys) == []


def test_addresses_that_differ_in_the_case_of_their_path_are_two_articles(
    tmp_path, run
):
    report = run(
        write(tmp_path / "a.txt", tides("AbC")),
        write(tmp_path / "b.txt", tides("aBc", headline="Ebbs")),
        write(tmp_path / "c.txt", tides("AbC", host="TERN.example")),
    )

    assert (report["created"], report["duplicate"]) == (2, 1)


def test_lost_bytes_are_told_each_time_and_reject_nothing(tmp_path, run):
    heap = tmp_path / "heap"
    for number in range(120):  # enough for a container to be remembered
        write(heap / f"{number}.txt", f"Brief {number}\n\nNothing {number} seen.\n")
    write(heap / "bad.txt", b"Bad brief\n\nNothing \xc3\xa9\xc3\xa9 was \xff seen.\n")
    with tarfile.open(tmp_path / "heap.tar", "w") as tar:
        tar.add(heap, arcname=".")
    reports = [run(heap), run(tmp_path / "heap.tar"), run(tmp_path / "heap.tar")]

    told = [("bad.txt", 3, "undecodable")]
    assert [report["rejected"] for report in reports] == [0, 0, 0]
    assert [
        [(p["file"].rpartition("!")[2], p["line"], p["code"]) for p in each["problems"]]
        for each in reports
    ] == [told] * 3
    assert Problem.objects.filter(code="undecodable").count() == 3


def test_a_choice_of_sections_does_not_hold_the_date_of_a_later_text(tmp_path, run):
    run(write(tmp_path / "a.txt", tides("x", date="5/12/1986")), section="Coast")
    article = Article.objects.get()
    harbour = Section.objects.create(name="Harbour", slug="harbour")
    seen = state_now(article.pk).version
    edit_article(article.pk, {"sections": (harbour.pk,)}, by=None, reason="", seen=seen)
    report = run(
        write(tmp_path / "b.txt", tides("x", text="High at ten.")), section="Coast"
    )

    article.refresh_from_db()
    assert report["updated"] == 1
    assert (article.body, article.printed_raw) == ("High at ten.", "1987-3-19 7:33")
    assert article.doubts == ""
    assert [p.section.name for p in article.placements.all()] == ["Harbour"]


def test_a_date_that_a_person_confirmed_is_held(tmp_path, run):
    run(write(tmp_path / "a.txt", tides("x", date="5/12/1986")))
    article = Article.objects.get()
    seen = state_now(article.pk).version
    edit_article(article.pk, {"doubts": ""}, by=None, reason="", seen=seen)
    report = run(write(tmp_path / "b.txt", tides("x", text="High at ten.")))

    article.refresh_from_db()
    assert report["held"] == 1
    assert (article.body, article.printed_raw) == ("High at ten.", "5/12/1986")


def test_a_redo_in_another_container_brings_the_articles_back(tmp_path, run):
    heap = tmp_path / "heap"
    for number in range(120):
        write(heap / f"{number}.txt", f"Brief {number}\n\nNothing {number} seen.\n")
    shutil.make_archive(str(tmp_path / "heap"), "tar", heap)
    batch = run(heap)["batch"]
    run(tmp_path / "heap.tar")
    call_command("undo_import", batch, yes=True)
    report = run(tmp_path / "heap.tar")

    assert report["created"] == 120
    assert Article.objects.published().count() == 120
