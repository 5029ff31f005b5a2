"""Accounts of editors, and what they may do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q

if TYPE_CHECKING:
    from django.contrib.auth.models import User

GROUP: Final = "Editors"
PERMITTED: Final = {
    "change": ("article", "source", "section", "alias"),
    "add": ("source", "section", "alias"),
    "view": (
        "article",
        "source",
        "section",
        "alias",
        "batch",
        "document",
        "appearance",
        "problem",
        "change",
        "version",
    ),
}


def create_editor(name: str, password: str) -> User:
    """Make an account that can use the desk; ValidationError for an unusable name."""
    editor = get_user_model()(username=name, is_staff=True)
    editor.set_password(password)
    with transaction.atomic():
        editor.full_clean(exclude=["last_login"])
        editor.save()
        editor.groups.add(_editors())
    return editor


def _editors() -> Group:
    """The group of editors, with its permissions as they are today."""
    group, _ = Group.objects.get_or_create(name=GROUP)
    codenames = [f"{act}_{name}" for act, names in PERMITTED.items() for name in names]
    permitted = Q(content_type__app_label="articles", codename__in=codenames)
    group.permissions.set(Permission.objects.filter(permitted))
    return group
