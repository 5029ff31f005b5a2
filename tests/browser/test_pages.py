"""Every kind of page in a real browser: for all readers, at all sizes."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

DUMP = """{headline}
By Ida Marrow Source:Tern Post Published: {date} Last Updated: 2015-3-13

The keeper of Gull Point climbed two hundred steps for the lamp.

The stairs were counted twice, from below and from above.

{last}

Posted in: Coast, Harbour

blog comments powered by Disqus
"""
LONG_WORD = "Lighthouse" * 20
LONG_HEADLINE = " ".join(["The keeper counts the stairs of the lighthouse again,"] * 5)
PREPARE = """
import json
from django.utils import timezone
from articles.archive.editing import change, edit_article, state_now
from articles.models import Article
pks = dict(Article.objects.values_list("headline", "pk"))
lamp = Article.objects.get(pk=pks["The lamp is back"])
edit_article(
    lamp.pk,
    {"headline": "The lamp is back at last", "body": lamp.body.replace("two", "three")},
    by=None, reason="Counted again", seen=state_now(lamp.pk).version,
)
with change(reason="asked for"):
    Article.objects.filter(pk=pks["The bell is back"]).update(
        removed_at=timezone.now(), removed_reason="the keeper asked for it"
    )
print(json.dumps({key.split()[1]: pk for key, pk in pks.items()}))
"""
PAGES = {
    "front": "/",
    "list": "/articles/",
    "filtered list": "/articles/?section=coast&section=harbour&source=tern-post",
    "list with notices": "/articles/?section=nowhere&since=2015-99-99&after=x",
    "search": "/articles/?q=keeper&order=oldest",
    "empty list": "/articles/?q=nothing+of+the+kind&section=coast",
    "sections": "/sections/",
    "section": "/sections/coast/",
    "sources": "/sources/",
    "source": "/sources/tern-post/",
    "year": "/2015/",
    "month": "/2015/03/",
    "day": "/2015/03/12/",
    "article": "/articles/{lamp}/x/",
    "article without a date": "/articles/{flag}/x/",
    "article with a long headline": "/articles/{keeper}/x/",
    "versions": "/articles/{lamp}/versions/",
    "as imported": "/articles/{lamp}/as-imported/",
    "removed article": "/articles/{bell}/x/",
    "about": "/about/",
    "not found": "/2015/13/",
}


@pytest.fixture(scope="module")
def site(open_site, tmp_path_factory):
    """An archive with an edited article, a removed one, and odd ones."""
    dumps = tmp_path_factory.mktemp("dumps")
    for number, (headline, date, last) in enumerate(
        [
            ("The lamp is back", "2015-3-12 7:30:00", "Nobody had asked."),
            ("The bell is back", "2015-3-13 7:30:00", "Nobody had asked."),
            ("The flag is back", "some day", "Nobody had asked."),
            (LONG_HEADLINE, "5/6/1931", LONG_WORD),
        ]
    ):
        text = DUMP.format(headline=headline, date=date, last=last)
        (dumps / f"{number}.txt").write_text(text, encoding="utf-8")
    return open_site(dumps)


@pytest.fixture(scope="module")
def address(site):
    """address(name): the full address of one of PAGES."""
    prepared = site.manage("shell", "--verbosity=0", "--command", PREPARE)
    numbers = json.loads(prepared.stdout)
    return lambda name: site.url + PAGES[name].format(**numbers)


@pytest.mark.parametrize(
    ("width", "scheme"),
    [pytest.param(375, "dark", id="phone"), pytest.param(1440, "light", id="desk")],
)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_in_the_way_of_any_reader(page, address, name, width, scheme):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(address(name))
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")

    result = Axe().run(page)

    assert result.violations_count == 0, result.generate_report()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_role("main")).to_have_count(1)


@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways_on_the_narrowest_phone(page, address, name):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address(name))

    widths = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")

    assert widths == [320, 320]


def test_the_first_stop_of_the_keyboard_is_the_way_past_the_navigation(page, address):
    page.goto(address("article"))

    page.keyboard.press("Tab")

    expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()


def test_the_size_of_the_text_is_chosen_and_kept(page, address):
    page.goto(address("article"))
    before = page.locator("#p2").evaluate("p => getComputedStyle(p).fontSize")

    page.get_by_role("button", name="Largest text").click()
    page.reload()

    after = page.locator("#p2").evaluate("p => getComputedStyle(p).fontSize")
    assert float(after[:-2]) == pytest.approx(1.35 * float(before[:-2]))


@pytest.mark.parametrize(
    ("key", "path"),
    [
        pytest.param("v", "/versions/", id="versions"),
        pytest.param("r", "/as-imported/", id="raw"),
        pytest.param("u", "/sections/coast/", id="up"),
    ],
)
def test_single_keys_follow_the_links_of_an_article(page, address, key, path):
    page.goto(address("article"))

    page.keyboard.press(key)

    page.wait_for_url(f"**{path}")


def test_the_help_for_the_keyboard_opens_and_closes(page, address):
    page.goto(address("article"))

    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog", name="Keyboard")).to_be_hidden()


def test_single_keys_are_letters_in_a_field(page, address):
    page.goto(address("article"))

    page.keyboard.press("/")
    page.keyboard.type("v/r")

    expect(page.get_by_role("searchbox")).to_have_value("v/r")


def test_without_script_an_article_reads_and_versions_compare(chromium, site, address):
    tab = chromium.new_page(java_script_enabled=False)
    tab.goto(address("article"))

    expect(tab.get_by_role("button", name="Largest text")).to_be_hidden()
    tab.get_by_role("link", name="See what changed").click()
    tab.get_by_label("From").select_option("1")
    tab.get_by_role("button", name="Compare").click()

    expect(tab.get_by_text("These are the same version.")).to_be_visible()
    tab.close()


def test_an_article_prints_without_what_is_for_screens(page, address):
    page.emulate_media(media="print")
    page.goto(address("article"))

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("Edited once")).to_be_visible()
    expect(page.get_by_text("From Back Numbers, article")).to_be_visible()
    expect(page.locator("nav").first).to_be_hidden()
    expect(page.locator("form").first).to_be_hidden()
    expect(page.locator("footer").last).to_be_hidden()


def test_a_cited_paragraph_is_marked(page, address):
    page.goto(address("article"))
    plain = page.locator("#p2").evaluate("p => getComputedStyle(p).boxShadow")

    page.goto(f"{page.url}#p2")

    marked = page.locator("#p2").evaluate("p => getComputedStyle(p).boxShadow")
    assert (plain == "none", marked == "none") == (True, False)
