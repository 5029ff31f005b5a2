"""The page that says what the archive is."""

from __future__ import annotations

import pytest

from tests.factories import make_article
from tests.views.reading import words_of

pytestmark = pytest.mark.django_db


def test_it_says_what_is_held(client):
    make_article(printed="1931-05-12")
    make_article(headline="Bridge", printed="2015-05-12", source="Reuters")
    make_article(headline="Letter", printed="")

    page = words_of(client.get("/about/"))

    assert (
        "It holds 3 articles from 2 sources in 1 section, printed from 12 May 1931 to "
        "12 May 2015. 1 article has no date that can be used." in page
    )


def test_it_says_that_nothing_is_held(client):
    assert "It holds no article yet." in words_of(client.get("/about/"))


def test_it_has_the_name_of_the_site(client, settings):
    settings.NEWSROOM_SITE_NAME = "The Gull Point Archive"

    assert words_of(client.get("/about/")).startswith(
        "About this archive The Gull Point Archive keeps news articles"
    )


def test_it_takes_few_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        client.get("/about/")
