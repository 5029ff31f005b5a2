"""The page of an article."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from tests.factories import make_article
from tests.views.reading import html_of, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(client):
    """read(article): the page under its full address."""
    return lambda article: client.get(article.get_absolute_url())


def remove(article, reason="", merged_into=None):
    article.removed_at = timezone.now()
    article.removed_reason = reason
    article.merged_into = merged_into
    article.save()


def test_an_article_is_shown_with_all_that_was_printed(read, lamp):
    page = words_of(read(lamp))

    assert page.startswith(
        "Harbour · Weather Lamp trimmed at last Gull Point Mail By Ida Marrow "
        "Printed Thursday 19 March 1987, 07.33"
    )
    assert "The keeper climbed 212 steps with a can of oil" in page
    assert "Printed with it Print headline Lamp trimmed" in page
    assert "Disqus" not in page


def test_each_paragraph_can_be_cited(read, lamp):
    found = re.findall(r'<p id="(p\d+)"[^>]*>(.*?)</p>', html_of(read(lamp)))

    assert found == [
        (
            "p1",
            "The keeper climbed 212 steps with a can of oil and came down with an "
            "opinion.",
        ),
        ("p2", "The light was seen from the ferry at nine."),
        ("p3", "Nobody on the ferry had asked for it."),
    ]


def test_the_date_is_there_for_machines(read, lamp):
    assert '<time datetime="1987-03-19T07:33:00">' in html_of(read(lamp))


def test_the_page_names_its_own_address(read, lamp):
    address = f"http://testserver/articles/{lamp.pk}/lamp-trimmed-at-last/"

    assert f'<link rel="canonical" href="{address}">' in html_of(read(lamp))


def test_the_facts_lead_to_the_day_and_to_the_source_on_that_day(read):
    ferry = make_article(printed="2015-05-12T00:03")
    make_article(headline="Bridge", printed="2015-05-12", source="Reuters")

    page = html_of(read(ferry))

    assert '<a href="/2015/05/12/">2 articles of 12 May 2015</a>' in page
    assert (
        '<a href="/sources/afp/?since=2015-05-12&amp;until=2015-05-12">AFP that day</a>'
        in page
    )


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        pytest.param("1931", "Same year 2 articles of 1931", id="year"),
        pytest.param("1931-05", "Same month 2 articles of May 1931", id="month"),
    ],
)
def test_a_coarse_date_leads_to_its_month_or_year(read, printed, said):
    first = make_article(printed=printed)
    make_article(headline="Bridge", printed=printed)

    page = words_of(read(first))

    assert said in page
    assert "2 articles of AFP" in page


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        pytest.param(
            "2015-05-12T00:03", "Printed Tuesday 12 May 2015, 00.03", id="minute"
        ),
        pytest.param("2015-05-12", "Printed Tuesday 12 May 2015", id="day"),
        pytest.param("May 1931", "Printed May 1931", id="month"),
        pytest.param("1931", "Printed 1931", id="year"),
        pytest.param("", "No date printed", id="none"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_was_printed(read, printed, said):
    page = words_of(read(make_article(printed=printed)))

    assert said in page
    assert f"{said}," not in page


@pytest.mark.parametrize(
    ("printed", "doubts", "said"),
    [
        pytest.param(
            "5/12/2015",
            "ambiguous-day-month",
            "in doubt: day and month may be exchanged",
            id="order",
        ),
        pytest.param(
            "31 February 1998",
            "impossible",
            "“31 February 1998” in doubt: there is no such day",
            id="no such day",
        ),
        pytest.param(
            "12 May 31",
            "two-digit-year",
            "in doubt: only two digits of the year were printed",
            id="two digits",
        ),
        pytest.param("9998-05-12", "", "in doubt: it lies in the future", id="future"),
        pytest.param(
            "last Tuesday", "unreadable", "in doubt: it could not be read", id="words"
        ),
    ],
)
def test_a_doubtful_date_says_why(read, printed, doubts, said):
    article = make_article(printed=printed, doubts=doubts)

    assert said in words_of(read(article))


def test_an_old_article_says_its_age(read, lamp, settings):
    years = timezone.localdate().year - 1987
    had_its_day = (timezone.localdate().month, timezone.localdate().day) >= (3, 19)

    page = words_of(read(lamp))

    assert f"This article is {years if had_its_day else years - 1} years old." in page
    assert "It is shown as it was printed on 19 March 1987." in page


def test_a_new_article_has_no_age(read):
    yesterday = timezone.localdate() - timedelta(days=1)

    assert "years old" not in words_of(read(make_article(printed=f"{yesterday}")))


def test_what_was_not_printed_is_said_to_be_missing(read):
    page = words_of(read(make_article(printed="", source="", sections=())))

    assert page.startswith("No section printed Harbour reopens No source printed")
    assert "The dump gives no source and no date for this article." in page
    assert not re.search(r"None|null|Unknown", page)


def test_a_headline_alone_is_an_article(read):
    assert "The dump holds a headline and no text." in words_of(
        read(make_article(body=""))
    )


def test_what_was_assumed_is_in_doubt(read):
    page = words_of(read(make_article(doubts="source-assumed section-from-folder")))

    assert "AFP in doubt: not printed, but told at the import" in page
    assert "Section taken from the name of the folder." in page


def test_markup_in_a_dump_is_text(read):
    article = make_article(
        headline="<script>alert(1)</script>", body="<b>bold</b> & <i>brave</i>"
    )

    page = html_of(read(article))

    assert "<script>alert" not in page
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; &lt;i&gt;brave" in page


def test_newer_and_older_stay_in_the_source(read):
    make_article(headline="Older", printed="2015-05-10")
    make_article(headline="Other paper", printed="2015-05-13", source="Reuters")
    middle = make_article(headline="Middle", printed="2015-05-12")
    make_article(headline="Newer", printed="2015-05-14")

    page = words_of(read(middle))

    assert "Newer Newer AFP, 14 May 2015 Older Older AFP, 10 May 2015" in page


def test_the_words_of_a_known_language_have_its_name_and_direction(read):
    page = html_of(read(make_article(headline="منارة", language="ar")))

    assert '<h1 class="head__title" lang="ar" dir="rtl">' in page


def test_the_words_of_an_unknown_language_turn_by_themselves(read):
    assert '<h1 class="head__title" dir="auto">' in html_of(read(make_article()))


def test_an_article_says_that_it_was_never_edited(read, lamp):
    today = timezone.localdate()

    assert (
        f"Never edited The text is as it was imported on {today.day} {today:%B %Y}."
        in words_of(read(lamp))
    )


def test_an_edit_is_on_the_page_at_the_next_load(read, lamp, edit):
    edit(lamp, "Her second count", body=lamp.body.replace("212", "214"))
    edit(lamp, "The name of the ship", headline="Lamp of the Tern trimmed")
    today = timezone.localdate()

    page = words_of(read(lamp))

    assert (
        f"Edited 2 times Last on {today.day} {today:%B %Y} by M. Aldane: "
        "The name of the ship." in page
    )
    assert "It was printed on 19 March 1987 and edited here since." in page


def test_a_change_by_sql_is_an_edit_from_outside(read, lamp):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_article SET byline = 'I. Marrow'")

    assert "outside the editors’ desk." in words_of(read(lamp))


def test_the_permanent_address_leads_to_the_full_one(client, lamp):
    response = client.get(f"/articles/{lamp.pk}/")

    assert response.status_code == 302
    assert response["Location"] == lamp.get_absolute_url()


@pytest.mark.parametrize("slug", ["lamp", "LAMP-TRIMMED-AT-LAST", "ランプ", "a%20b"])
def test_a_wrong_slug_leads_to_the_right_one(client, lamp, slug):
    response = client.get(f"/articles/{lamp.pk}/{slug}/")

    assert response.status_code == 302
    assert response["Location"] == lamp.get_absolute_url()


@pytest.mark.parametrize(
    "headline",
    [
        pytest.param("Versions", id="reserved"),
        pytest.param("霧の港に渡し船", id="Japanese"),
        pytest.param("…", id="signs only"),
        pytest.param("100 % & more / less?", id="signs of addresses"),
        pytest.param("word " * 60, id="300 characters"),
    ],
)
def test_every_headline_makes_an_address_that_answers(read, headline):
    response = read(make_article(headline=headline))

    assert response.status_code == 200


def test_paths_made_without_the_resolver_are_its_own(lamp):
    assert lamp.get_absolute_url() == reverse(
        "article", args=[lamp.pk, "lamp-trimmed-at-last"]
    )


@pytest.mark.parametrize("number", ["0", "77", "99999999999999999999"])
def test_an_article_that_never_was_is_not_found(client, number):
    assert client.get(f"/articles/{number}/x/").status_code == 404


@pytest.mark.parametrize("page", ["", "as-imported/", "versions/", "any-slug/"])
def test_a_removed_article_is_gone_with_its_reason(client, lamp, page):
    remove(lamp, "the keeper asked for it")

    response = client.get(f"/articles/{lamp.pk}/{page}")

    words = words_of(response)
    assert response.status_code == 410
    assert "The reason given: the keeper asked for it" in words
    assert "It was printed by Gull Point Mail on 19 March 1987, under Harbour" in words
    assert "trimmed" not in html_of(response)
    assert "212 steps" not in html_of(response)


def test_a_removal_without_a_reason_says_so(client, lamp):
    remove(lamp)

    assert "No reason was recorded." in words_of(client.get(f"/articles/{lamp.pk}/x/"))


@pytest.mark.parametrize("page", ["", "as-imported/", "versions/", "any-slug/"])
def test_a_merged_article_is_the_other_one(client, lamp, page):
    other = make_article(headline="Lamp")
    remove(lamp, merged_into=other)

    response = client.get(f"/articles/{lamp.pk}/{page}")

    assert response.status_code == 301
    assert response["Location"] == other.get_absolute_url()


def test_a_page_for_readers_is_the_same_for_all_of_them(read, lamp):
    response = read(lamp)

    assert "Cookie" not in response.get("Vary", "")
    assert "Edit this article" not in html_of(response)


def test_an_editor_finds_the_way_to_the_desk(client, read, lamp):
    editor = User.objects.create_user("ida", is_staff=True)
    editor.user_permissions.add(Permission.objects.get(codename="change_article"))
    client.force_login(editor)

    response = read(lamp)

    assert f"/admin/articles/article/{lamp.pk}/change/" in html_of(response)
    assert response["Cache-Control"] == "private"
    assert "Cookie" in response["Vary"]


def test_an_article_takes_six_queries(
    client, lamp, edit, django_assert_max_num_queries
):
    edit(lamp, "Her second count", body=lamp.body.replace("212", "214"))
    for day in range(1, 9):
        make_article(printed=f"1987-03-{day:02}", source="Gull Point Mail")
    address = Article.objects.get(pk=lamp.pk).get_absolute_url()

    with django_assert_max_num_queries(6):
        client.get(address)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param(
            "霧の港\n\n船は朝まで待った。\n\n灯台は見えなかった。\n", 2, id="Japanese"
        ),
        pytest.param("Fog\n\nThe ship waited.\n\nIt saw no light.\n", 0, id="English"),
    ],
)
def test_a_text_without_spaces_is_set_as_its_script_asks(
    client, import_text, text, count
):
    [article] = import_text(text)

    response = client.get(article.get_absolute_url())

    assert response.content.decode().count("--unspaced") == count
