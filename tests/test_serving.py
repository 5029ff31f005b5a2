"""What only the real server can show: limits, connections, files."""

from __future__ import annotations

import re
import socket
from contextlib import ExitStack
from urllib.parse import quote, urlsplit

import pytest


@pytest.mark.parametrize(
    "letters",
    [
        pytest.param("a", id="one byte each"),
        pytest.param("海", id="nine bytes each in an address"),
    ],
)
def test_a_question_of_eight_thousand_letters_has_an_answer(live_site, letters):
    answer = live_site.get(f"/articles/?q={quote(letters * 8192)}")

    assert answer.status == 200


def test_connections_that_say_nothing_hold_nobody_up(live_site):
    where = urlsplit(live_site.url)
    with ExitStack() as idle:
        for _ in range(16):
            idle.enter_context(
                socket.create_connection((where.hostname, where.port), timeout=5)
            )

        assert live_site.get("/healthz").status == 200


def test_a_style_sheet_is_compressed_and_kept_for_years(live_site):
    path = re.search(r'href="(/static/css/site\.\w+\.css)"', live_site.get("/").text)[1]

    answer = live_site.get(path, {"Accept-Encoding": "br"})

    assert answer.status == 200
    assert answer.headers["Content-Encoding"] == "br"
    assert answer.headers["Cache-Control"] == "max-age=315360000, public, immutable"


def test_the_sites_policy_covers_the_admin(live_site):
    answer = live_site.get("/admin/login/")

    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_site_that_is_in_order_says_so(live_site):
    assert live_site.get("/readyz").text == "ready\n"
