"""Sources, sections and their spellings at the desk."""

from __future__ import annotations

import pytest
from django.urls import reverse

from articles.archive.naming import Names
from articles.models import Alias, Change, Section, Source
from tests.factories import make_article, make_source

pytestmark = pytest.mark.django_db

NO_SPELLING = {
    "aliases-TOTAL_FORMS": "1",
    "aliases-INITIAL_FORMS": "0",
    "aliases-0-name": "",
}


@pytest.fixture
def xinhua(db):
    """A source that dumps print in two spellings."""
    names = Names(Source)
    pk = names.find("Xinhua")
    names.find("XINHUA")
    names.find("XINHUA")
    names.keep()
    return Source.objects.get(pk=pk)


def page_of(thing):
    return reverse(f"admin:articles_{thing._meta.model_name}_change", args=[thing.pk])


def errors(response):
    """Every message of the form and of its spellings."""
    forms = [response.context["adminform"].form]
    for inline in response.context["inline_admin_formsets"]:
        forms += inline.formset.forms
    return [
        message for form in forms for found in form.errors.values() for message in found
    ]


def test_a_name_is_corrected_and_imports_leave_it_alone(desk, editor, xinhua):
    data = NO_SPELLING | {"name": "Xinhua News Agency", "aliases-INITIAL_FORMS": "0"}

    desk.post(page_of(xinhua), data)

    xinhua.refresh_from_db()
    assert (xinhua.name, xinhua.slug) == ("Xinhua News Agency", "xinhua")
    assert xinhua.name_is_fixed
    assert Change.objects.latest("pk").by == editor
    names = Names(Source)
    assert names.find("Xinhua") == xinhua.pk
    names.keep()
    assert Source.objects.get().name == "Xinhua News Agency"


def test_spellings_are_listed_with_how_often_they_were_printed(desk, xinhua):
    page = desk.get(page_of(xinhua)).content.decode()

    assert page.index("XINHUA") < page.index("<p>2</p>") < page.index("<p>1</p>")


def test_a_spelling_is_added_by_hand_and_imports_follow_it(desk, xinhua):
    desk.post(
        page_of(xinhua),
        NO_SPELLING | {"name": xinhua.name, "aliases-0-name": " New China  Agency "},
    )

    assert Names(Source).find("new china agency") == xinhua.pk


def test_a_spelling_of_another_source_is_refused_with_the_way_out(desk, xinhua):
    other = make_source("Fjord News")

    page = desk.post(
        page_of(other), NO_SPELLING | {"name": other.name, "aliases-0-name": "xinhua"}
    )

    assert errors(page) == [
        f"“xinhua” is a spelling of “{xinhua.name}”, and dumps that print it are filed "
        "there. Choose another name, or rename the other one first."
    ]


def test_a_spelling_it_has_already_is_refused(desk, xinhua):
    page = desk.post(
        page_of(xinhua), NO_SPELLING | {"name": xinhua.name, "aliases-0-name": "XINHUA"}
    )

    assert errors(page) == ["“XINHUA” is among its spellings."]


def test_the_name_of_another_source_is_refused(desk, xinhua):
    other = make_source("Fjord News")

    page = desk.post(page_of(other), NO_SPELLING | {"name": "XinHua"})

    assert len(errors(page)) == 1
    assert Source.objects.get(pk=other.pk).name == "Fjord News"


def test_a_source_that_no_dump_printed_is_made_at_the_desk(desk, editor):
    desk.post("/admin/articles/source/add/", {"name": "Fjord News"})

    source = Source.objects.get()
    assert (source.name, source.slug, source.name_is_fixed) == (
        "Fjord News",
        "fjord-news",
        True,
    )
    assert Names(Source).find("FJORD NEWS") == source.pk


def test_a_section_is_renamed_with_its_address_kept(desk):
    make_article(sections=("Coast",))
    section = Section.objects.get()

    desk.post(page_of(section), NO_SPELLING | {"name": "Coast and harbour"})

    section.refresh_from_db()
    assert (section.name, section.slug) == ("Coast and harbour", "coast")


def test_lists_and_pages_say_how_many_articles_are_held(
    desk, django_assert_max_num_queries
):
    make_article(source="Fjord News")
    make_article(source="Fjord News")
    source = Source.objects.get()

    with django_assert_max_num_queries(10):
        listed = desk.get("/admin/articles/source/").content.decode()

    assert '<td class="field-articles">2</td>' in listed
    page = desk.get(page_of(source)).content.decode()
    assert source.get_absolute_url() in page
    assert f"/admin/articles/article/?source={source.pk}" in page


def test_choosing_a_source_offers_those_that_match(desk):
    make_source("Fjord News")
    make_source("Tern Post")
    asked = {
        "app_label": "articles",
        "model_name": "article",
        "field_name": "source",
        "term": "fjo",
    }

    found = desk.get("/admin/autocomplete/", asked).json()

    assert [choice["text"] for choice in found["results"]] == ["Fjord News"]


def test_choosing_sections_offers_those_that_match(desk):
    make_article(sections=("Coast", "Fares"))
    asked = {
        "app_label": "articles",
        "model_name": "placement",
        "field_name": "section",
        "term": "far",
    }

    found = desk.get("/admin/autocomplete/", asked).json()

    assert [choice["text"] for choice in found["results"]] == ["Fares"]


def test_printed_spellings_cannot_be_changed_or_deleted(desk, xinhua):
    first = Alias.objects.order_by("pk").first()
    data = {
        "name": xinhua.name,
        "aliases-TOTAL_FORMS": "1",
        "aliases-INITIAL_FORMS": "1",
        "aliases-0-id": first.pk,
        "aliases-0-source": xinhua.pk,
        "aliases-0-name": "Other",
        "aliases-0-DELETE": "on",
    }

    desk.post(page_of(xinhua), data)

    first.refresh_from_db()
    assert first.name == "Xinhua"
