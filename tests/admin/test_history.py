"""Who changed what, when and why, at the desk."""

from __future__ import annotations

import pytest
from django.urls import reverse

from articles.models import Change, Version
from tests.admin.forms import article_page, save

pytestmark = pytest.mark.django_db


def test_a_change_says_who_made_it_why_and_of_what(desk, article):
    save(desk, article, headline="Harbour reopened", reason="The tense.")
    change = Change.objects.latest("pk")

    page = desk.get(reverse("admin:articles_change_change", args=[change.pk]))

    text = page.content.decode()
    assert "Maren Aldane" in text
    assert "The tense." in text
    assert reverse("versions", args=[article.pk]) in text


def test_a_version_leads_to_its_article_and_its_change(desk, article):
    save(desk, article, headline="Harbour reopened", reason="The tense.")
    version = Version.objects.latest("pk")

    page = desk.get(reverse("admin:articles_version_change", args=[version.pk]))

    text = page.content.decode()
    assert article_page(article) in text
    assert reverse("admin:articles_change_change", args=[version.change_id]) in text


def test_changes_are_listed_by_kind(desk, article):
    save(desk, article, headline="Harbour reopened", reason="The tense.")

    page = desk.get("/admin/articles/change/", {"kind__exact": "edit"})

    assert [change.reason for change in page.context["cl"].result_list] == [
        "The tense."
    ]


@pytest.mark.parametrize("name", ["change", "version"])
def test_history_is_written_by_nobody(admin_client, desk, article, name):
    save(desk, article, headline="Harbour reopened", reason="The tense.")
    row = {"change": Change, "version": Version}[name].objects.first()
    address = reverse(f"admin:articles_{name}_change", args=[row.pk])

    assert admin_client.post(address, {}).status_code == 403
    assert admin_client.get(f"/admin/articles/{name}/add/").status_code == 403
