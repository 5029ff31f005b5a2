"""Answers for machines."""

from __future__ import annotations

import pytest

from articles.database.install import install, take_down


def test_the_process_answers_without_a_database(client):
    response = client.get("/healthz")

    assert (response.status_code, response.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_a_whole_archive_is_ready(client):
    response = client.get("/readyz")

    assert (response.status_code, response.content) == (200, b"ready\n")


@pytest.mark.django_db(transaction=True)
def test_an_archive_without_its_triggers_is_not_ready(client):
    take_down()

    response = client.get("/readyz")

    install()
    assert response.status_code == 503
    assert b"articles_article_updated is missing" in response.content


def test_the_icon_is_found_where_browsers_look(client):
    response = client.get("/favicon.ico")

    assert (response.status_code, response.url) == (302, "/static/favicon.svg")


def test_crawlers_may_read_everything_but_the_desk(client):
    assert client.get("/robots.txt").content == b"User-agent: *\nDisallow: /admin/\n"
