"""The versions of an article, and what changed between them."""

from __future__ import annotations

import re

import pytest
from django.db import connection

from articles.models import Article, Change
from tests.views.conftest import LAMP
from tests.views.reading import html_of, words_of

pytestmark = pytest.mark.django_db


def marked(response, tag):
    return re.findall(rf"<{tag}>(.*?)</{tag}>", html_of(response))


@pytest.fixture
def versions(client):
    """versions(article, query): the page."""
    return lambda article, query="": client.get(
        f"/articles/{article.pk}/versions/{query}"
    )


def test_an_article_that_nobody_changed_has_one_version(versions, lamp):
    page = words_of(versions(lamp))

    assert "Nothing: the article was never edited." in page
    assert "1 version Version 0, now shown," in page
    assert page.endswith(": As it was read from the file.")


def test_changed_words_are_marked(versions, lamp, edit):
    edit(lamp, "Counted again", body=lamp.body.replace("212 steps", "214 stairs"))

    response = versions(lamp)

    assert marked(response, "del") == ["212 steps"]
    assert marked(response, "ins") == ["214 stairs"]
    page = words_of(response)
    assert "2 words taken out, 2 put in," in page
    assert "Headline, print headline, byline, source, date and sections are the" in page
    assert "Paragraphs 2 to 3 are the same." in page
    assert "M. Aldane: Counted again" in page


def test_changed_fields_are_said_in_words(versions, lamp, edit):
    edit(
        lamp,
        "Misread",
        headline="Lamp trimmed again",
        printed_minute=lamp.printed_minute + 1440,
        source_id=None,
        sections=(),
    )

    response = versions(lamp)

    page = words_of(response)
    assert "Headline Lamp trimmed at lastagain" in page
    assert "Date Thursday 19 March 1987, 07.33Friday 20 March 1987, 07.33" in page
    assert "Source Gull Point MailNo source printed" in page
    assert "Sections Harbour, WeatherNo section printed" in page
    assert "Paragraphs 1 to 3 are the same." in page


def test_one_change_is_one_version_whatever_it_touched(versions, lamp, edit):
    edit(lamp, "All at once", headline="Lamp", body="Short.", sections=())

    assert "2 versions" in words_of(versions(lamp))


def test_any_two_versions_can_be_compared(versions, lamp, edit):
    for steps in ("213", "214", "215"):
        edit(lamp, f"Now {steps}", body=re.sub(r"21\d", steps, lamp.body))

    response = versions(lamp, "?from=1&to=3")

    assert marked(response, "del") == ["213"]
    assert marked(response, "ins") == ["215"]


def test_two_versions_are_compared_from_old_to_new(versions, lamp, edit):
    edit(lamp, "Counted again", body=lamp.body.replace("212", "214"))

    assert marked(versions(lamp, "?from=1&to=0"), "ins") == ["214"]


def test_a_version_can_be_compared_with_itself(versions, lamp, edit):
    edit(lamp, "Counted again", body=lamp.body.replace("212", "214"))

    assert "These are the same version." in words_of(versions(lamp, "?from=1&to=1"))


@pytest.mark.parametrize("query", ["?from=7", "?to=x", "?from=-1", "?from=%00", "?to="])
def test_a_version_that_is_not_there_is_said_to_be_missing(versions, lamp, edit, query):
    edit(lamp, "Counted again", body=lamp.body.replace("212", "214"))

    response = versions(lamp, query)

    assert response.status_code == 200
    assert "There is no such version." in words_of(response)
    assert marked(response, "ins") == ["214"]


def test_paragraphs_that_came_and_went_are_marked(versions, lamp, edit):
    first, second, third = lamp.body.split("\n\n")
    edit(lamp, "Order", body="\n\n".join([first, "A new one.", second]))

    response = versions(lamp)

    assert "A new one." in "".join(marked(response, "ins"))
    assert third in "".join(marked(response, "del"))


def test_a_break_that_went_is_visible(versions, lamp, edit):
    edit(lamp, "Joined", body=lamp.body.replace("\n\nNobody", " Nobody"))

    response = versions(lamp)

    assert "¶" in "".join(marked(response, "del"))
    assert "nine. Nobody" in re.sub(r"<del>.*?</del>", "", html_of(response)).replace(
        "<ins> </ins>", " "
    )


def test_a_change_by_sql_is_a_version(versions, lamp):
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE articles_article SET extra = %s, byline = 'I. M.'",
            ['[["Page", "3"]]'],
        )

    page = words_of(versions(lamp))

    assert "Outside the editors’ desk: No reason was given." in page
    assert "Printed with it Page: 3" in page
    assert "Byline Ida MarrowI. M." in page


def test_a_text_that_an_import_brought_is_a_version(versions, import_text):
    later = LAMP.replace("7:33:00", "7:33:00 Last Updated: 1987-3-20").replace(
        "212", "214"
    )
    import_text(LAMP)
    lamp = import_text(LAMP, later)[0]

    page = words_of(versions(lamp))

    assert Change.objects.filter(kind=Change.Kind.IMPORT).exists()
    assert re.search(
        r"Import \d+: The import brought another text of this article\.", page
    )


def test_other_files_of_the_same_article_are_listed(versions, import_text):
    import_text(LAMP, LAMP.replace("\n", "\r\n"))
    lamp = Article.objects.get()

    response = versions(lamp)

    assert "Also printed as 1.txt Gull Point Mail, imported" in words_of(response)
    assert html_of(response).count("/as-imported/?appearance=") == 2


def test_the_versions_take_six_queries(
    client, lamp, edit, django_assert_max_num_queries
):
    for steps in ("213", "214", "215"):
        edit(lamp, f"Now {steps}", body=re.sub(r"21\d", steps, lamp.body))

    with django_assert_max_num_queries(6):
        client.get(f"/articles/{lamp.pk}/versions/")
