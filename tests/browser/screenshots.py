"""Takes pictures of every kind of page; run by bin/screenshots."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.servers import ROOT, Site, collect_static, serve

SWITCHES = ["--no-sandbox", "--disable-gpu"]
WIDTHS = {375: 812, 768: 1024, 1440: 900}  # and the height of the window
SCHEMES = ("light", "dark")
ONE_SCREEN = ("front", "article")  # the others from top to bottom
EDIT = """
import json
from articles.archive.editing import edit_article, state_now
from articles.models import Appearance
from django.contrib.auth.models import User
editor = User.objects.create_user("aldane", first_name="M.", last_name="Aldane")
by_file = {
    appearance.file.rpartition("/")[2]: appearance.article
    for appearance in Appearance.objects.select_related("article")
}
article = by_file["2025-the-mountain-will-settle-it.txt"]
edit_article(
    article.pk,
    {"body": article.body.replace("an awkward week", "a busy week")},
    by=editor,
    reason="A word of paragraph 7.",
    seen=state_now(article.pk).version,
)
print(json.dumps({name: article.pk for name, article in by_file.items()}))
"""


def pages_of(site: Site) -> dict[str, str]:
    """{name: path} of one page of every kind."""
    numbers = json.loads(
        site.manage("shell", "--verbosity=0", "--command", EDIT).stdout
    )
    article = numbers["2025-the-mountain-will-settle-it.txt"]
    return {
        "front": "/",
        "list": "/articles/",
        "section": "/sections/region/",
        "search": "/articles/?q=tunnel",
        "empty": "/articles/?q=nothingofthekind&since=1958-01-01&until=1958-12-31",
        "year": "/1958/",
        "month": "/1958/06/",
        "sections": "/sections/",
        "sources": "/sources/",
        "article": f"/articles/{article}/",
        "article-plain": f"/articles/{numbers['undated-it-is-not-a-tuba.txt']}/",
        "article-old": f"/articles/{numbers['1958-tunnel-opens.txt']}/",
        "article-doubt": f"/articles/{numbers['1963-postman-beats-bus.txt']}/",
        "article-arabic": f"/articles/{numbers['1998-postcard-from-the-oasis.txt']}/",
        "article-japanese": f"/articles/{numbers['2016-the-sign-from-scarth.txt']}/",
        "versions": f"/articles/{article}/versions/",
        "as-imported": f"/articles/{article}/as-imported/",
        "about": "/about/",
        "not-found": "/1998/13/",
    }


def take_pictures(browser: Browser, site: Site, folder: Path) -> Iterator[Path]:
    """Yield each picture once it is written."""
    for name, path in pages_of(site).items():
        for width, height in WIDTHS.items():
            for scheme in SCHEMES:
                tab = browser.new_page(
                    viewport={"width": width, "height": height}, color_scheme=scheme
                )
                tab.goto(site.url + path)
                tab.reload()  # the font is in the cache now, so it is used
                picture = folder / f"{name}-{width}-{scheme}.png"
                tab.screenshot(path=picture, full_page=name not in ONE_SCREEN)
                tab.close()
                yield picture


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    program = shutil.which("chromium")
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        static, data = Path(temporary, "static"), Path(temporary, "data")
        static.mkdir()
        data.mkdir()
        collected = collect_static(static)
        browser = playwright.chromium.launch(executable_path=program, args=SWITCHES)
        with serve(data, ROOT / "docs" / "sample", static=collected) as site:
            for picture in take_pictures(browser, site, folder):
                sys.stdout.write(f"{picture}\n")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
