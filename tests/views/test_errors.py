"""Pages for what went wrong."""

from __future__ import annotations

import logging
import re

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory

from articles.views.errors import bad_request, permission_denied, server_error
from tests.factories import make_article, make_section
from tests.views.reading import html_of, words_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "said", "link"),
    [
        pytest.param(
            "/1998/13/",
            "“/1998/13/” reads like a month, but a year has twelve.",
            '<a href="/1998/12/">December 1998</a>',
            id="month 13",
        ),
        pytest.param(
            "/1998/00/",
            "“/1998/00/” reads like a month, but a year has twelve.",
            '<a href="/1998/01/">January 1998</a>',
            id="month 0",
        ),
        pytest.param(
            "/2015/02/31/",
            "“/2015/02/31/” reads like a day, but February 2015 has 28 days.",
            '<a href="/2015/02/28/">28 February 2015</a>',
            id="31 February",
        ),
        pytest.param(
            "/sections/europ/",
            "No section has the address “/sections/europ/”.",
            '<a href="/sections/europe/">Europe</a>',
            id="section with a slip",
        ),
        pytest.param(
            "/sources/afq/",
            "No source has the address “/sources/afq/”.",
            '<a href="/sources/afp/">AFP</a>',
            id="source with a slip",
        ),
        pytest.param(
            "/articles/99999999999999999999/x/",
            "reads like an article, but none has that number.",
            '<a href="/articles/">All articles</a>',
            id="article that never was",
        ),
    ],
)
def test_a_page_that_is_not_there_names_the_nearest(client, path, said, link):
    make_article()

    response = client.get(path)

    assert response.status_code == 404
    assert said in words_of(response)
    assert f"The nearest page is {link}." in html_of(response)


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere/",
        "/0000/",
        "/sections/%00/",
        "/%3Cscript%3E/",
        f"/{'a' * 5000}/",
        "/☃/",
    ],
)
def test_any_other_address_has_ways_on(client, path):
    response = client.get(path)

    assert response.status_code == 404
    assert "Ways in" in words_of(response)
    assert "<script>" not in html_of(response)


def test_a_page_that_is_not_there_takes_few_queries(
    client, django_assert_max_num_queries
):
    make_section("Europe")

    with django_assert_max_num_queries(6):
        client.get("/sections/europ/")


def test_a_failure_has_the_number_that_is_in_the_log(caplog):
    with caplog.at_level(logging.ERROR, logger="articles"):
        response = server_error(RequestFactory().get("/"))

    number = re.search(r"was recorded</b> as (\w{8})\.", html_of(response))
    assert response.status_code == 500
    assert number
    assert caplog.messages == [f"page.failed {number[1]}"]


def test_a_failure_needs_no_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        server_error(RequestFactory().get("/"))


def test_an_address_that_cannot_be_read_is_refused(django_assert_num_queries):
    with django_assert_num_queries(0):
        response = bad_request(RequestFactory().get("/"), Exception())

    assert response.status_code == 400
    assert "This address could not be read" in words_of(response)


def test_a_host_that_is_not_ours_is_refused_in_words(client, settings):
    settings.ALLOWED_HOSTS = ["news.example"]

    response = client.get("/", headers={"host": "evil.example"})

    assert response.status_code == 400
    assert "This address could not be read" in words_of(response)


def test_a_page_for_the_staff_says_so():
    response = permission_denied(RequestFactory().get("/"), PermissionDenied())

    assert response.status_code == 403
    assert "This page is for the archive’s staff" in words_of(response)


def test_a_form_without_its_mark_is_refused_in_words():
    response = Client(enforce_csrf_checks=True).post("/admin/login/")

    assert response.status_code == 403
    assert "This form was not accepted" in words_of(response)


@pytest.mark.parametrize("path", ["/", "/nowhere/", "/about/", "/admin/login/"])
def test_every_page_has_the_policy_that_keeps_scripts_out(client, path):
    policy = client.get(path)["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
