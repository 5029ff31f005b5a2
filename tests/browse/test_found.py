"""A search finds the wording of today and that of before."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from articles.archive.catching_up import catch_up
from articles.browse.listing import Listing
from articles.models import Article
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def search(words):
    return Listing.from_query(QueryDict(f"q={words}")).found


def correct(article, **texts):
    Article.objects.filter(pk=article.pk).update(**texts)
    catch_up()


def test_the_wording_as_first_imported_is_found_and_told():
    article = make_article(body="A boat on Lake Orin sank.")
    correct(article, body="A boat on Lake Orrin sank.")

    [by_old], [by_new] = search('"lake orin"'), search('"lake orrin"')

    assert by_old.former == "found in the wording as first imported: “Lake Orin”"
    assert by_new.former == ""


def test_a_wording_in_between_is_not_called_the_first():
    article = make_article(headline="Orin")
    correct(article, headline="Orinn")
    correct(article, headline="Orrin")

    [story] = search("orinn")

    assert story.former == "found in an earlier wording: “Orinn”"


def test_a_word_that_is_also_in_the_present_wording_is_not_called_former():
    article = make_article(body="Lake Orin.", byline="By Orin Marrel")
    correct(article, body="Lake Orrin.")

    [story] = search("orin")

    assert (story.former, story.edits) == ("", "edited once")
