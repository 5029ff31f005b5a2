"""Strict reading of the environment: a value is right or the site does not start."""

from __future__ import annotations

import contextlib
import os
import secrets
from typing import TYPE_CHECKING

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

if TYPE_CHECKING:
    from pathlib import Path

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
DATABASES = {"sqlite", "postgres", "postgresql"}


def text(name: str, default: str = "") -> str:
    """The variable `name`, or `default` when it is missing or blank."""
    return os.environ.get(name, "").strip() or default


def folder(name: str, default: Path) -> Path:
    """The folder in the variable `name`, below `default`'s own unless it is absolute.

    It is made when it is missing; one that cannot be made stops the start.
    """
    path = default.parent / text(name, default.name)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"{name}: the folder {path} cannot be made ({error.strerror})."
        ) from error
    return path


def required(name: str, purpose: str) -> str:
    """The variable `name`; a missing one stops the start and says what it is for."""
    value = text(name)
    if not value:
        raise ImproperlyConfigured(f"Set {name}: {purpose}.")
    return value


def hosts(*, needed: bool) -> list[str]:
    """The names the site answers to, from ALLOWED_HOSTS (separated by commas).

    Without it the site answers to loopback names only, and refuses to start when it
    is `needed` or when HOST listens beyond loopback.
    """
    names = [name.strip() for name in text("ALLOWED_HOSTS").split(",") if name.strip()]
    host = text("HOST", "127.0.0.1").strip("[]")
    if not names and (needed or host not in LOOPBACK):
        raise ImproperlyConfigured(
            "Set ALLOWED_HOSTS to the names under which readers reach the site, "
            "separated by commas, such as news.example.org."
        )
    return names or ["127.0.0.1", "localhost", "[::1]"]


def database(url: str, default: Path) -> dict[str, object]:
    """Django's settings of the database at `url`; SQLite at `default` when blank."""
    url = url or f"sqlite:///{default}"
    scheme = url.partition(":")[0]
    if scheme not in DATABASES:
        raise ImproperlyConfigured(
            f"DATABASE_URL begins with {scheme!r}. Use sqlite:///PATH or "
            "postgres://USER:PASSWORD@HOST:PORT/NAME."
        )
    try:
        config: dict[str, object] = dict(dj_database_url.parse(url))
    except ValueError as error:
        raise ImproperlyConfigured(
            "DATABASE_URL cannot be read. Use sqlite:///PATH or "
            "postgres://USER:PASSWORD@HOST:PORT/NAME, with %40 for @ in a password."
        ) from error
    if not config.get("NAME"):
        raise ImproperlyConfigured("DATABASE_URL names no database.")
    return config


def kept_secret(path: Path) -> str:
    """The secret key kept in the file `path`, made at the first call."""
    if not path.exists():
        written = path.with_name(f"{path.name}-{os.getpid()}")
        written.touch(mode=0o600)
        written.write_text(secrets.token_urlsafe(50), encoding="ascii")
        with contextlib.suppress(FileExistsError):  # another process was quicker
            os.link(written, path)  # whole or not at all
        written.unlink()
    return path.read_text(encoding="ascii")
