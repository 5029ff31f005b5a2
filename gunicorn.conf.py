"""How gunicorn serves the archive; docs/decisions/0002-gunicorn.md says why."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from django.template import engines
from django.urls import resolve
from gunicorn.http import message

if TYPE_CHECKING:
    from gunicorn.arbiter import Arbiter

wsgi_app = "newsroom.wsgi:application"
host = (os.environ.get("HOST") or "127.0.0.1").strip("[]")
port = os.environ.get("PORT") or "8000"
bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"

# A page is a few milliseconds of one core, so a process for each core; more only queue.
cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2
workers = int(os.environ.get("WEB_CONCURRENCY") or min(max(cores, 2), 4))
# Threads let a page through while another waits for a slow reader or a locked database.
worker_class = "gthread"
threads = 4

# One copy of the code and the compiled templates; a wrong setting stops the start once.
preload_app = True
keepalive = 15  # seconds: the next click of a reader finds the connection open
graceful_timeout = 20  # seconds for answers under way when the site stops
if Path("/dev/shm").is_dir():  # noqa: S108  heartbeats must never wait for a disk
    worker_tmp_dir = "/dev/shm"  # noqa: S108

# Eight thousand letters of Japanese are 72 kB in an address. Every q has an answer, so
# gunicorn's own ceiling of 8,190 bytes is raised; 0, its other choice, has no ceiling.
limit_request_line = message.MAX_REQUEST_LINE = 80_000  # bytes

# Off until asked for with --access-logfile; then without addresses and what was sought.
access_log_format = "%(t)s %(m)s %(U)s %(s)s %(B)s %(M)sms"
control_socket_disable = True  # it would lie in the home folder, shared by all sites


def when_ready(_server: Arbiter) -> None:
    """Compile the pages and read the addresses once, before the workers are forked."""
    pages = engines["jinja2"].env
    for name in pages.list_templates(filter_func=_is_public):
        pages.get_template(name)
    resolve("/")


def _is_public(name: str) -> bool:
    return not name.startswith("admin/")  # those are Django's
