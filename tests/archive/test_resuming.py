"""One root digest, whatever the order, the container and the interruptions.

The import runs as its own process on a database of its own, so that it can be killed.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tarfile
import time
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.conf import settings
from django.db import connection

DUMPS = 400
KILLS = 5


class Archive:
    """An archive of its own, reached by the real commands."""

    def __init__(self, data: Path, url: str) -> None:
        self.environment = os.environ | {
            "NEWSROOM_DATA_DIR": str(data),
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "newsroom.settings.base",
        }
        self.manage("migrate", "--verbosity", "0")

    def command(self, *arguments: object) -> list[str]:
        manage = Path(settings.BASE_DIR, "manage.py")
        return [sys.executable, str(manage), *map(str, arguments)]

    def run(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*arguments),
            env=self.environment,
            check=False,
            capture_output=True,
            text=True,
        )

    def manage(self, *arguments: object) -> str:
        done = self.run(*arguments)
        done.check_returncode()
        return done.stdout

    def kill_import(self, heap: Path, after_s: float) -> bool:
        """Import and kill the process; whether it was still at work."""
        process = subprocess.Popen(
            self.command("import_dumps", heap),
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(after_s)
        process.send_signal(signal.SIGKILL)
        return process.wait() == -signal.SIGKILL

    def root(self) -> str:
        verdict = json.loads(self.manage("verify_archive", "--json"))
        assert verdict["differs"] == []
        return verdict["root"]


@pytest.fixture
def new_archive(tmp_path: Path):
    """Make archives beside that of the tests, on the same kind of database."""
    url = os.environ.get("DATABASE_URL", "")
    made: list[str] = []

    def make() -> Archive:
        name = f"archive_{os.getpid()}_{len(made)}"
        made.append(name)
        data = tmp_path / name
        if not url.startswith("postgres"):
            return Archive(data, "")
        execute(url, f"CREATE DATABASE {name}")
        return Archive(data, urlsplit(url)._replace(path=f"/{name}").geturl())

    yield make
    if url.startswith("postgres"):
        for name in made:
            execute(url, f"DROP DATABASE {name} WITH (FORCE)")


def execute(url: str, statement: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)


@pytest.fixture(scope="module")
def heap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Dumps with duplicates, longer texts of the same article, and broken files."""
    folder = tmp_path_factory.mktemp("heap")
    for number in range(DUMPS):
        story = number % (DUMPS * 3 // 4)
        text = (
            f"Ferry {story} leaves on time\n\n"
            f"Source:{'GULL POINT MAIL' if number % 3 else 'Gull Point Mail'} "
            f"Published: {1950 + story % 60}-{story % 12 + 1}-5 7:{story % 60:02}\n\n"
            f"The ferry with the number {story} left the quay and nobody was late.\n\n"
            + "A passenger said so.\n\n" * (number > DUMPS * 7 // 8)
            + f"Posted in: {'Harbour' if number % 2 else 'harbour, Weather'}\n"
        )
        place = folder / f"{number % 7}"
        place.mkdir(exist_ok=True)
        (place / f"{number:03}.txt").write_text(text)
    (folder / "empty.txt").write_text("")
    (folder / "noise.txt").write_bytes(bytes(range(256)))
    return folder


def pack(heap: Path, tar: Path, seed: int) -> Path:
    """The heap as a tar, its members in a random order."""
    members = sorted(path for path in heap.rglob("*") if path.is_file())
    random.Random(seed).shuffle(members)
    with tarfile.open(tar, "w:gz") as archive:
        for member in members:
            archive.add(member, arcname=f"./{member.relative_to(heap)}")
    return tar


def test_order_container_and_kills_end_in_one_root_digest(new_archive, heap, tmp_path):
    plain, packed, killed = new_archive(), new_archive(), new_archive()
    plain.run("import_dumps", heap)
    packed.run("import_dumps", pack(heap, tmp_path / "heap.tar.gz", 1))
    chance = random.Random(2)
    kills = [killed.kill_import(heap, chance.uniform(0.3, 1.2)) for _ in range(KILLS)]
    killed.run("import_dumps", pack(heap, tmp_path / "other.tar.gz", 3))

    assert any(kills)
    assert plain.root() == packed.root() == killed.root()


def test_a_second_importer_is_told_who_is_at_work(new_archive, heap):
    archive = new_archive()
    first = subprocess.Popen(
        archive.command("import_dumps", "-"),
        env=archive.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for_batch(archive)
        second = archive.run("import_dumps", heap)
    finally:
        first.communicate(b"A brief\n\nOne paragraph.\n")

    assert second.returncode == 1
    assert f"process {first.pid}" in second.stderr
    assert first.returncode == 0


def test_ctrl_c_says_what_is_kept_and_the_same_command_goes_on(new_archive, heap):
    archive = new_archive()
    process = subprocess.Popen(
        archive.command("import_dumps", "-"),
        env=archive.environment,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    wait_for_batch(archive)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()

    assert process.returncode == 130
    assert "Interrupted" in said
    assert archive.run("import_dumps", heap / "empty.txt").returncode == 3


@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="only SQLite can be told where a disk ends"
)
def test_a_full_disk_stops_with_a_word_and_the_same_command_completes(
    new_archive, heap
):
    archive = new_archive()
    full = (
        "from django.core.management import call_command as c;"
        "from django.db import connection as d;"
        "d.cursor().execute('PRAGMA max_page_count=45');"
        f"c('import_dumps', {str(heap)!r})"
    )
    stopped = archive.run("shell", "-v0", "-c", full)
    archive.run("import_dumps", heap)
    whole = new_archive()
    whole.run("import_dumps", heap)

    assert "The database stopped the import" in stopped.stderr
    assert "full" in stopped.stderr
    assert archive.root() == whole.root()


def wait_for_batch(archive: Archive) -> None:
    """Wait until an importer holds the lock and has said who it is."""
    count = "from articles.models import Batch; print(Batch.objects.count())"
    for _ in range(60):
        if archive.manage("shell", "-v0", "-c", count).strip() == "1":
            return
        time.sleep(0.1)
