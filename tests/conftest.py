"""What every test can ask for: a live site, a page in Chromium, clean tables."""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest
from django.db import connection
from playwright.sync_api import sync_playwright

from articles.database.install import take_down
from tests.servers import ROOT, collect_static, serve

CHROMIUM_SWITCHES = [
    "--no-sandbox",  # root has none
    "--disable-dev-shm-usage",  # a container may have none, or 64 MB
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_configure(config):
    config.addinivalue_line("markers", "browser: needs Chromium; runs on SQLite only")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """What a page looks like does not depend on the database: once is enough."""
    browser = [item for item in items if "chromium" in item.fixturenames]
    for item in browser:
        item.add_marker("browser")
    if connection.vendor == "postgresql":
        items[:] = [item for item in items if "chromium" not in item.fixturenames]
        config.hook.pytest_deselected(items=browser)


@pytest.fixture(autouse=True)
def emptied_tables(request):
    """After a test that commits Django empties the models' tables, this the others.

    The triggers go first, or emptying would write versions; Django's own emptying
    ends with the signal that puts them back.
    """
    yield
    marker = request.node.get_closest_marker("django_db")
    if marker is None or not marker.kwargs.get("transaction"):
        return
    take_down()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "INSERT INTO articles_search (articles_search) VALUES ('delete-all')"
            )
        else:
            cursor.execute("TRUNCATE articles_search")
        cursor.execute("DELETE FROM articles_search_stale")


@pytest.fixture(scope="session")
def collected(tmp_path_factory):
    """The folder of the compressed static files."""
    return collect_static(tmp_path_factory.mktemp("collected"))


@pytest.fixture(scope="session")
def open_site(tmp_path_factory, collected):
    """open_site(*dumps): a site of the test's own, served until the session ends."""
    with ExitStack() as sites:
        yield lambda *dumps: sites.enter_context(
            serve(tmp_path_factory.mktemp("site"), *dumps, static=collected)
        )


@pytest.fixture(scope="session")
def live_site(open_site):
    """The sample archive, served. It is shared: a test that writes opens its own."""
    return open_site(ROOT / "docs" / "sample")


@pytest.fixture(scope="session")
def chromium():
    program = shutil.which("chromium")
    if program is None:
        missing = "Chromium is missing: apt-get install chromium"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    # Playwright keeps an event loop in this thread, which Django takes for async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=CHROMIUM_SWITCHES
        )
        yield browser
        browser.close()


@pytest.fixture
def page(chromium):
    """An empty tab. No page may raise, break its policy, or ask another host."""
    complaints = []
    tab = chromium.new_page(locale="en-GB")
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("console", lambda message: complaints.extend(_refused(message.text)))
    tab.on("request", lambda request: complaints.extend(_foreign(request.url)))
    yield tab
    tab.close()
    assert complaints == []


def _refused(text):
    return [text] if "Content Security Policy" in text else []


def _foreign(url):
    return [url] if urlsplit(url).hostname not in {None, "127.0.0.1"} else []
