"""A new editor corrects an article, in a real browser on the real site."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

DUMP = """{headline}
Source:Tern Post Published: 2015-3-12 7:30:00

The keeper of Gull Point climbed two hundred steps for the {thing}.

Posted in: Coast
"""


@pytest.fixture(scope="module")
def site(open_site, tmp_path_factory):
    """An archive of three articles, one for each test here to change."""
    dumps = tmp_path_factory.mktemp("dumps")
    for thing in ("lamp", "bell", "flag"):
        text = DUMP.format(headline=f"Lighthouse {thing} is back", thing=thing)
        (dumps / f"{thing}.txt").write_text(text, encoding="utf-8")
    return open_site(dumps)


def sign_in(tab, site, name):
    created = site.manage("create_editor", name)
    tab.goto(f"{site.url}/admin/")
    tab.get_by_label("Username").fill(name)
    tab.get_by_label("Password").fill(created.stdout.splitlines()[1])
    tab.get_by_role("button", name="Log in").click()


def open_article(tab, words):
    tab.get_by_role("link", name="Articles", exact=True).first.click()
    tab.locator("#searchbar").fill(words)
    tab.get_by_role("button", name="Search").click()
    tab.locator("#result_list th a").click()


def test_a_new_editor_corrects_a_headline_and_a_date_and_sees_it_on_the_site(
    page, site
):
    sign_in(page, site, "maren")
    open_article(page, "lamp")
    page.get_by_label("Headline:", exact=True).fill("Beacon lamp is back")
    page.get_by_label("Printed date:").fill("12 May 1931")
    page.get_by_label("Reason for the change:").fill("Misread from the scan.")
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.get_by_text("Tuesday 12 May 1931.")).to_be_visible()

    page.get_by_role("link", name="View on site").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Beacon lamp is back")
    expect(page.locator("article").first).to_contain_text("12 May 1931")
    expect(page.get_by_role("link", name="Edit this article")).to_be_visible()

    page.get_by_role("link", name="See what changed").click()
    expect(page.locator("ins", has_text="Beacon")).to_be_visible()
    expect(page.locator("del", has_text="Lighthouse")).to_be_visible()
    expect(page.get_by_text("Misread from the scan.")).to_be_visible()

    for words in ("beacon", "lighthouse"):
        page.goto(f"{site.url}/articles/?q={words}")
        found = page.get_by_role("link", name="Beacon lamp is back")
        expect(found).to_be_visible()


def test_source_and_sections_are_chosen_by_typing(page, site):
    sign_in(page, site, "ida")
    open_article(page, "bell")

    page.locator(".field-sections .select2-selection").click()
    page.get_by_role("option", name="Coast").click()
    page.locator(".field-source .select2-selection__clear").click()
    page.locator("h1").click()
    page.get_by_role("button", name="Save and continue editing").click()

    expect(page.get_by_text("was changed successfully")).to_be_visible()
    expect(page.locator("#id_source option:checked")).to_have_text("")
    expect(page.locator("#id_sections option:checked")).to_have_count(0)


def test_the_door_to_the_desk_has_a_heading_and_an_icon(page, site):
    failed = []
    page.on("response", lambda r: failed.append(r.url) if r.status > 399 else None)

    page.goto(f"{site.url}/admin/login/")

    expect(page.get_by_role("heading", level=1)).to_have_text("Log in")
    assert failed == []


def test_a_second_editor_is_told_and_loses_nothing(page, site, chromium):
    sign_in(page, site, "runa")
    open_article(page, "flag")
    with chromium.new_page() as second:
        sign_in(second, site, "ulf")
        open_article(second, "flag")
        correct_byline(page, "By Ida Holm", reason="It was left out.")
        expect(page.get_by_text("was changed successfully")).to_be_visible()

        correct_byline(second, "By Ulf Ness", reason="Mine.")

        told = second.get_by_text("runa changed this article while you were writing.")
        expect(told).to_be_visible()
        expect(second.get_by_text("Now: By Ida Holm")).to_be_visible()
        expect(second.get_by_label("Byline:")).to_have_value("By Ulf Ness")
        second.get_by_label("I have seen the article as it is now").check()
        second.get_by_role("button", name="Save and continue editing").click()
        expect(second.get_by_text("was changed successfully")).to_be_visible()


def correct_byline(tab, byline, *, reason):
    tab.get_by_label("Byline:").fill(byline)
    tab.get_by_label("Reason for the change:").fill(reason)
    tab.get_by_role("button", name="Save and continue editing").click()
