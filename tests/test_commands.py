"""bin/setup and bin/run, as somebody types them."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager

import pytest

from tests.servers import ROOT, TIMEOUT_S, Site, clean_environment, own_database

DUMP = """The ferry is back
Tern Post
May 12, 2015 Tuesday 8:15 AM

The first ferry in nine years left the harbour on Tuesday with four passengers,
a dog and the mayor, who had not bought a ticket.

Section: Coast
"""


def call(command, **options):
    return subprocess.run(
        [command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        check=False,
        **options,
    )


def free_port():
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        return listening.getsockname()[1]


@pytest.fixture
def checkout(tmp_path):
    """The commands in a folder of their own, with nothing to install."""
    folder = tmp_path / "a checkout"
    shutil.copytree(ROOT / "bin", folder / "bin")
    (folder / "requirements.lock").write_text("# nothing\n")
    return folder


@pytest.fixture
def environment(tmp_path, collected):
    """A site without articles that was set up before."""
    (tmp_path / "static").symlink_to(collected)
    with own_database() as database:
        yield clean_environment(
            NEWSROOM_DATA_DIR=str(tmp_path),
            DATABASE_URL=database,
            PORT=str(free_port()),
        )


@contextmanager
def running(environment, *paths, folder=ROOT):
    """bin/run in a process group of its own, as a terminal gives it."""
    with subprocess.Popen(
        [ROOT / "bin" / "run", *paths],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as run:
        try:
            yield run
        finally:
            if run.poll() is None:
                os.killpg(run.pid, signal.SIGKILL)


def lines_until(run, start):
    """What is printed up to the line that begins so, or to the end."""
    lines = []
    for line in run.stdout:
        lines.append(line.rstrip("\n"))
        if line.startswith(start):
            break
    return lines


def test_setup_makes_an_environment_and_then_has_nothing_to_do(checkout):
    first = call(checkout / "bin" / "setup")
    started = time.perf_counter()
    second = call(checkout / "bin" / "setup")
    seconds = time.perf_counter() - started

    assert (first.returncode, first.stderr) == (0, "")
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert seconds < 2  # 0.01 on an idle machine; pip alone takes longer
    assert (checkout / ".venv" / "bin" / "pip").exists()


def test_setup_mends_an_environment_that_broke_off(checkout):
    scripts = checkout / ".venv" / "bin"
    scripts.mkdir(parents=True)
    (scripts / "python").symlink_to(checkout / "gone")

    run = call(checkout / "bin" / "setup")

    assert run.returncode == 0
    assert call(scripts / "python").returncode == 0


def test_two_setups_at_once_make_one_environment(checkout):
    with ThreadPoolExecutor() as callers:
        runs = list(callers.map(call, [checkout / "bin" / "setup"] * 2))

    assert sorted(run.stdout.count("Making .venv") for run in runs) == [0, 1]
    assert [run.returncode for run in runs] == [0, 0]


def test_setup_without_a_python_says_what_to_install(checkout, tmp_path):
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("bash", "env", "dirname", "cat", "cmp"):
        (tools / name).symlink_to(shutil.which(name))

    run = call(checkout / "bin" / "setup", env={"PATH": str(tools)})

    assert run.returncode == 1
    assert run.stderr == (
        "Python 3.11 or newer is needed. On Debian: "
        "apt-get install python3 python3-venv\n"
    )


def test_run_imports_a_folder_named_from_where_the_caller_stands(environment, tmp_path):
    (tmp_path / "dumps").mkdir()
    (tmp_path / "dumps" / "ferry.txt").write_text(DUMP)

    with running(environment, "dumps", folder=tmp_path) as run:
        said = lines_until(run, "The archive is at ")
        address = f"http://127.0.0.1:{environment['PORT']}"
        answer = Site(address, environment).get("/articles/")
        os.killpg(run.pid, signal.SIGINT)
        code = run.wait(timeout=TIMEOUT_S)

    assert "Batch 1: 1 file, 1 record: 1 created" in said
    assert said[-1] == f"The archive is at {address}/ (Ctrl-C stops it)."
    assert answer.status == 200
    assert "The ferry is back" in answer.text
    assert code == 0


def test_run_fills_an_empty_archive_with_the_sample(environment):
    with running(environment) as run:
        said = lines_until(run, "  ")

    assert "The archive is empty: importing the sample." in said
    assert said[-1].endswith("manage.py create_editor NAME")


def test_run_stops_when_nothing_could_be_imported(environment):
    with running(environment, "nowhere") as run:
        said = lines_until(run, "The site was not started.")

        assert run.wait(timeout=TIMEOUT_S) == 1
    assert any("nowhere" in line for line in said)


def test_run_says_that_its_port_is_taken(environment):
    with closing(socket.create_server(("127.0.0.1", int(environment["PORT"])))):
        run = call(ROOT / "bin" / "run", env=environment)

    assert run.returncode == 1
    assert run.stderr == (
        f"Something serves at http://127.0.0.1:{environment['PORT']}/ already. "
        "Stop it, or choose another: PORT=8001 bin/run\n"
    )


@pytest.mark.parametrize(
    ("values", "message"),
    [
        pytest.param(
            {"PORT": "http"},
            "PORT=http is no number. Use one such as 8000.\n",
            id="port",
        ),
        pytest.param(
            {"WEB_CONCURRENCY": "many"},
            "WEB_CONCURRENCY=many is no number of processes. Use one such as 2.\n",
            id="processes",
        ),
    ],
)
def test_run_names_a_value_that_is_no_number(tmp_path, values, message):
    environment = clean_environment(NEWSROOM_DATA_DIR=str(tmp_path), **values)

    run = call(ROOT / "bin" / "run", env=environment)

    assert (run.returncode, run.stderr) == (1, message)
