"""The front page."""

from __future__ import annotations

import re

import pytest

from tests.factories import make_article

pytestmark = pytest.mark.django_db


def text(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", response.content.decode()))


def test_the_longest_article_of_the_newest_day_leads(client):
    make_article(headline="Older and longer", printed="2015-05-11", body="Long. " * 90)
    make_article(headline="A brief", printed="2015-05-12T21:00")
    make_article(
        headline="Ferry returns",
        printed="2015-05-12T00:03",
        body="The first boat left.\n\nIt carried a cow.\n\nIt was late.\n\nA fourth.",
    )
    make_article(headline="Undated", printed="", body="Long. " * 90)

    html = client.get("/").content.decode()

    [lead] = re.findall(r'<article class="lead">.*?</article>', html, re.DOTALL)
    assert "Ferry returns" in lead
    assert "It was late." in lead
    assert "A fourth." not in lead


def test_the_front_says_how_much_is_held_from_when_to_when(client):
    make_article(printed="1931-05-12", source="AFP")
    make_article(printed="2015-05-12", source="Tarn Gazette")

    said = text(client.get("/"))

    assert "2 articles" in said
    assert "2 sources" in said
    assert "12 May 1931 to 12 May 2015" in said


def test_each_section_shows_its_three_newest(client):
    for day in range(1, 6):
        make_article(
            headline=f"Story {day}", printed=f"2015-05-0{day}", sections=("Europe",)
        )

    html = client.get("/").content.decode()

    [sections] = re.findall(r'<div class="sections">.*?</section>', html, re.DOTALL)
    assert re.findall(r"Story \d", sections) == ["Story 5", "Story 4", "Story 3"]


def test_an_archive_without_dates_has_a_front(client):
    make_article(headline="Loose leaf", printed="", source="", sections=())

    response = client.get("/")

    assert "Loose leaf" in text(response)
    assert "No source printed" in text(response)


def test_an_empty_archive_says_how_to_import(client):
    assert (
        "This archive is empty. Import a folder of dumps with "
        "python manage.py import_dumps PATH." in text(client.get("/"))
    )


def test_the_front_takes_six_queries(client, django_assert_max_num_queries):
    for number in range(8):
        make_article(sections=(f"Section {number}",), source=f"Paper {number}")

    with django_assert_max_num_queries(6):
        client.get("/")
