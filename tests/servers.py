"""The real site for tests: gunicorn over an archive filled by the real commands."""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

ROOT = Path(__file__).resolve().parents[1]
TIMEOUT_S = 120  # for a command or an answer; generous, for a busy machine


@dataclass(frozen=True, slots=True)
class Answer:
    """What the site said, before any redirect is followed."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True, slots=True)
class Site:
    """A site in service: where it is, and the environment that its commands need."""

    url: str
    environment: Mapping[str, str]

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Ask for a path and query string; both are already encoded."""
        connection = HTTPConnection(urlsplit(self.url).netloc, timeout=TIMEOUT_S)
        try:
            connection.request("GET", path, headers=dict(headers or {}))
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def manage(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a command of manage.py on the archive that is served."""
        return manage(self.environment, *arguments)


def clean_environment(**values: str) -> dict[str, str]:
    """This process's environment without what configures a site, and `values`."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("NEWSROOM_", "DJANGO_"))
        and name not in {"ALLOWED_HOSTS", "DATABASE_URL", "HOST", "PORT", "SECRET_KEY"}
    }
    return kept | values


def manage(
    environment: Mapping[str, str], *arguments: str | Path
) -> subprocess.CompletedProcess[str]:
    """Run manage.py; its exit code is the caller's to look at."""
    return subprocess.run(
        [sys.executable, ROOT / "manage.py", *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        check=False,
    )


def collect_static(folder: Path) -> Path:
    """Compress the static files, which takes seconds, for all sites of a test run."""
    environment = clean_environment(NEWSROOM_DATA_DIR=str(folder))
    manage(environment, "collectstatic", "--noinput").check_returncode()
    return folder / "static"


@contextmanager
def serve(folder: Path, *dumps: Path, static: Path) -> Iterator[Site]:
    """Import the dumps into an archive in the empty folder, and serve it."""
    (folder / "static").symlink_to(static)
    with own_database() as database:
        environment = clean_environment(
            NEWSROOM_DATA_DIR=str(folder), DATABASE_URL=database
        )
        manage(environment, "migrate", "--verbosity=0").check_returncode()
        if dumps:
            manage(environment, "import_dumps", "--quiet", *dumps).check_returncode()
        with _gunicorn(environment) as url:
            yield Site(url, environment)


@contextmanager
def own_database() -> Iterator[str]:
    """The URL of a database of the site's own; blank, for a file, on SQLite."""
    server_url = os.environ.get("DATABASE_URL", "")
    if not server_url:
        yield ""
        return
    name = f"site_{secrets.token_hex(4)}"
    with psycopg.connect(server_url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
    try:
        yield urlsplit(server_url)._replace(path=f"/{name}").geturl()
    finally:
        with psycopg.connect(server_url, autocommit=True) as server:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def _gunicorn(environment: Mapping[str, str]) -> Iterator[str]:
    """Start the server on a port that the system picks, and end it.

    It inherits a listening socket: whoever asks before it is ready waits, and no
    other process can take the port in between.
    """
    with socket.create_server(("127.0.0.1", 0)) as listening:
        host, port = listening.getsockname()
        bind = f"--bind=fd://{listening.fileno()}"
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", bind, "--log-level=warning"],
            cwd=ROOT,
            env={"WEB_CONCURRENCY": "2", **environment},
            stdin=subprocess.DEVNULL,
            pass_fds=[listening.fileno()],
        )
    try:
        yield f"http://{host}:{port}"
    finally:
        server.terminate()
        server.wait(timeout=TIMEOUT_S)
