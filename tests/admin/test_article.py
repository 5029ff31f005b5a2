"""Correcting an article at the desk."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.contrib.messages import get_messages

from articles.models import Article, Change, Version
from tests.admin.forms import article_page, filled_in, save
from tests.factories import make_article, make_section, make_source

pytestmark = pytest.mark.django_db


def errors(response):
    """{field: messages} of the form that came back."""
    return {
        field: list(found)
        for field, found in response.context["adminform"].form.errors.items()
    }


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_a_headline_is_corrected_with_a_reason(desk, editor, article):
    save(desk, article, headline="Harbour reopened", reason="The tense.")

    article.refresh_from_db()
    change = Change.objects.latest("pk")
    assert article.headline == "Harbour reopened"
    assert (change.by, change.reason, change.kind) == (editor, "The tense.", "edit")
    assert Version.objects.latest("pk").old == {"headline": "Harbour reopens"}


def test_everything_that_was_not_touched_stays_as_it_was(desk, article):
    before = Article.objects.filter(pk=article.pk).values().get()

    save(desk, article, byline="By Ida Holm", reason="It was left out.")

    after = Article.objects.filter(pk=article.pk).values().get()
    assert after == before | {"byline": "By Ida Holm"}


def test_saving_an_untouched_form_makes_no_version(desk, article):
    before = Change.objects.count()

    page = save(desk, article)

    assert Change.objects.count() == before
    assert "Nothing differed, so no version was made." in said(page)


@pytest.mark.parametrize(
    ("typed", "minute_of_day", "precision", "shown"),
    [
        pytest.param("1931", 0, "year", "1931", id="a year"),
        pytest.param("May 1931", 0, "month", "May 1931", id="a month"),
        pytest.param("12 May 1931", 0, "day", "Tuesday 12 May 1931", id="a day"),
        pytest.param(
            "1931-05-12 07:30",
            450,
            "minute",
            "Tuesday 12 May 1931, 07.30",
            id="a minute",
        ),
        pytest.param(
            "1931-05-12 07:30:20",
            450,
            "second",
            "Tuesday 12 May 1931, 07.30",
            id="a second",
        ),
    ],
)
def test_a_date_is_typed_in_parts_of_any_precision(
    desk, article, typed, minute_of_day, precision, shown
):
    page = save(desk, article, printed=typed, reason="Misread.")

    article.refresh_from_db()
    assert article.printed_precision == precision
    assert article.printed_minute % 1440 == minute_of_day
    assert f"The printed date was understood as: {shown}." in said(page)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        pytest.param(
            "31 February 2015",
            "“31 February 2015” does not exist in the calendar or on the clock.",
            id="no such day",
        ),
        pytest.param(
            "2015-05-12 25:61",
            "“2015-05-12 25:61” does not exist in the calendar or on the clock.",
            id="no such time",
        ),
        pytest.param(
            "05/12/2015",
            "“05/12/2015” can be read in two ways: name the month, as in 12 May 2015.",
            id="two readings",
        ),
        pytest.param(
            "12 May 15",
            "“12 May 15” leaves the century open: write the year in full.",
            id="two digits",
        ),
        pytest.param(
            "next Tuesday",
            "“next Tuesday” cannot be read as a date. Write it as in 2015-05-12 00:03, "
            "12 May 2015, May 1931 or 1931, or leave it empty when no date is known.",
            id="no date",
        ),
    ],
)
def test_a_date_that_cannot_be_is_refused_and_kept_in_the_form(
    desk, article, typed, message
):
    page = save(desk, article, printed=typed, reason="Misread.")

    assert errors(page) == {"printed": [message]}
    assert filled_in(page)["printed"] == typed
    assert Article.objects.get().printed_precision == "minute"


def test_an_emptied_date_leaves_the_article_undated(desk, article):
    page = save(desk, article, printed="", reason="It is the date of the scan.")

    article = Article.objects.get()
    assert (article.printed_minute, article.printed_precision) == (None, "")
    assert "The printed date was understood as: No date printed." in said(page)


def test_a_corrected_date_is_no_longer_in_doubt(desk, article):
    Article.objects.update(doubts="ambiguous-day-month encoding-guessed")

    save(desk, article, printed="5 December 2015", reason="Day and month exchanged.")

    assert Article.objects.get().doubts == "encoding-guessed"


def test_a_date_typed_in_words_settles_the_same_day_that_was_in_doubt(desk, article):
    Article.objects.update(doubts="ambiguous-day-month encoding-guessed")

    save(desk, article, printed="12 May 2015, 00:03", reason="It is in the print.")

    assert Article.objects.get().doubts == "encoding-guessed"


def test_a_doubtful_date_can_be_declared_right(desk, article):
    Article.objects.update(doubts="ambiguous-day-month encoding-guessed")

    save(desk, article, date_is_right="on", reason="Checked on paper.")

    article = Article.objects.get()
    assert (article.doubts, article.printed_precision) == ("encoding-guessed", "minute")


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param({"headline": "Other"}, id="headline"),
        pytest.param({"body": "Other."}, id="text"),
        pytest.param({"printed": "1931"}, id="date"),
    ],
)
def test_text_and_date_need_a_reason(desk, article, typed):
    page = save(desk, article, **typed)

    assert errors(page) == {
        "reason": ["Say why the text or the date changes: readers see the reason."]
    }
    assert filled_in(page).items() >= typed.items()
    assert Article.objects.get().headline == "Harbour reopens"


def test_a_headline_is_needed(desk, article):
    page = save(desk, article, headline="  ", reason="None.")

    assert errors(page) == {
        "headline": ["An article needs a headline: it is found by it."]
    }


def test_source_and_sections_are_chosen_anew(desk, article):
    source, fares, europe = (
        make_source("Fjord News"),
        make_section("Fares"),
        make_section("Europe"),
    )

    save(desk, article, source=source.pk, sections=[fares.pk, europe.pk])

    article.refresh_from_db()
    assert article.source == source
    names = article.placements.order_by("section__name")
    assert list(names.values_list("section__name", "source__name")) == [
        ("Europe", "Fjord News"),
        ("Fares", "Fjord News"),
    ]


def test_paragraphs_stay_paragraphs_however_the_browser_ends_lines(desk, article):
    typed = "\r\nThe ferry is back.\r\n \r\n\r\n  A line\r\n  of verse.\r\n"

    save(desk, article, body=typed, reason="A new paragraph.")

    assert Article.objects.get().paragraphs == [
        "The ferry is back.",
        "  A line\n  of verse.",
    ]


def test_a_stale_form_is_refused_and_loses_nothing(desk, editor, article):
    early = desk.get(article_page(article))
    save(desk, article, headline="Harbour open again", reason="A better word.")

    page = save(desk, article, early, headline="Mine", reason="My reason.")

    assert Article.objects.get().headline == "Harbour open again"
    found = errors(page)
    assert found["headline"] == ["Now: Harbour open again"]
    assert found["__all__"][0].startswith(
        "Maren Aldane changed this article while you were writing. "
        "Nothing was overwritten."
    )
    shown = filled_in(page)
    assert (shown["headline"], shown["reason"]) == ("Mine", "My reason.")


def test_a_field_left_alone_in_a_stale_form_takes_its_present_value(desk, article):
    early = desk.get(article_page(article))
    fares = make_section("Fares")
    save(
        desk,
        article,
        byline="By Ida Holm",
        printed="1931",
        sections=[fares.pk],
        reason="Found on paper.",
    )

    page = save(desk, article, early, headline="Mine", reason="My reason.")

    shown = filled_in(page)
    assert (shown["byline"], shown["printed"]) == ("By Ida Holm", "1931")
    assert (shown["headline"], shown["sections"]) == ("Mine", [str(fares.pk)])


def test_a_stale_form_is_refused_again_until_the_editor_says_so(desk, article):
    early = desk.get(article_page(article))
    save(desk, article, headline="Theirs", byline="By Ida Holm", reason="One.")
    beside = save(desk, article, early, headline="Mine", reason="Two.")

    refused = save(desk, article, beside)
    assert Article.objects.get().headline == "Theirs"

    save(desk, article, refused, overwrite="on")
    article = Article.objects.get()
    assert (article.headline, article.byline) == ("Mine", "By Ida Holm")


def test_saying_so_does_not_cover_what_was_not_seen(desk, article):
    early = desk.get(article_page(article))
    save(desk, article, headline="Theirs", reason="One.")
    beside = save(desk, article, early, headline="Mine", reason="Two.")
    save(desk, article, headline="Theirs again", reason="Three.")

    page = save(desk, article, beside, overwrite="on")

    assert Article.objects.get().headline == "Theirs again"
    assert errors(page)["headline"] == ["Now: Theirs again"]


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("/admin/articles/article/", id="list"),
        pytest.param("/admin/articles/article/{pk}/change/", id="form"),
    ],
)
def test_markup_in_a_headline_is_shown_as_text(desk, address):
    article = make_article(headline="<script>alert(1)</script> & more")

    page = desk.get(address.format(pk=article.pk)).content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in page
    assert "<script>alert" not in page


def test_markup_in_anothers_headline_is_shown_as_text_beside_ours(desk, article):
    early = desk.get(article_page(article))
    save(desk, article, headline="<b>Theirs</b>", reason="One.")

    page = save(desk, article, early, headline="Mine", reason="Two.")

    assert "Now: &lt;b&gt;Theirs&lt;/b&gt;" in page.content.decode()


def test_articles_are_neither_added_nor_deleted_at_the_desk(admin_client, article):
    assert admin_client.get("/admin/articles/article/add/").status_code == 403
    delete = f"/admin/articles/article/{article.pk}/delete/"
    assert admin_client.get(delete).status_code == 403


def test_who_may_only_look_sees_the_article_and_changes_nothing(
    client, django_user_model, article
):
    guest = django_user_model.objects.create_user("guest", is_staff=True)
    guest.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(guest)

    assert "Harbour reopens" in client.get(article_page(article)).content.decode()
    refused = client.post(article_page(article), {"headline": "Mine"})
    assert refused.status_code == 403
