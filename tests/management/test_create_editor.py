"""create_editor NAME."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


def test_an_editor_signs_in_with_the_password_that_is_printed_once(client, capsys):
    call_command("create_editor", "maren")

    first, password, last = capsys.readouterr().out.splitlines()
    assert first == "Editor maren can sign in at /admin/ with this password:"
    assert len(password) == 20
    assert last == "It is not shown again."
    typed = {"username": "maren", "password": password, "next": "/admin/"}
    assert client.post("/admin/login/", typed).headers["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_an_editor_may_do_what_the_desk_needs_and_no_more(capsys):
    call_command("create_editor", "maren")

    editor = User.objects.get()
    assert (editor.is_staff, editor.is_superuser, editor.is_active) == (
        True,
        False,
        True,
    )
    assert [group.name for group in editor.groups.all()] == ["Editors"]
    assert sorted(editor.get_all_permissions()) == [
        "articles.add_alias",
        "articles.add_section",
        "articles.add_source",
        "articles.change_alias",
        "articles.change_article",
        "articles.change_section",
        "articles.change_source",
        "articles.view_alias",
        "articles.view_appearance",
        "articles.view_article",
        "articles.view_batch",
        "articles.view_change",
        "articles.view_document",
        "articles.view_problem",
        "articles.view_section",
        "articles.view_source",
        "articles.view_version",
    ]


def test_a_name_that_is_taken_is_refused_with_the_way_to_a_new_password(capsys):
    call_command("create_editor", "maren")

    with pytest.raises(CommandError) as refused:
        call_command("create_editor", "maren")

    assert str(refused.value) == (
        "maren has an account already. To give it a new password: "
        "manage.py changepassword maren"
    )


@pytest.mark.parametrize("name", ["", "two words", "x" * 151, "\udcff"])
def test_a_name_that_cannot_be_is_refused(name):
    with pytest.raises(CommandError):
        call_command("create_editor", name)

    assert not User.objects.exists()
