"""Who sits at the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.http import HttpRequest


def editor_of(request: HttpRequest) -> User:
    """The signed-in editor: the desk lets nobody else in."""
    assert isinstance(request.user, get_user_model())
    return request.user
