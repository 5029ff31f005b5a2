"""Make an editor's account."""

from __future__ import annotations

import secrets
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.archive.editors import create_editor

PASSWORD_BYTES = 15  # 20 letters, digits and signs


class Command(BaseCommand):
    help = "Make an account for an editor, and print its password once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="what the editor signs in with")

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        accounts = get_user_model().objects  # never asked for what is no text
        if name.isprintable() and accounts.filter(username=name).exists():
            raise CommandError(
                f"{name} has an account already. To give it a new password: "
                f"manage.py changepassword {name}"
            )
        password = secrets.token_urlsafe(PASSWORD_BYTES)
        try:
            create_editor(name, password)
        except ValidationError as error:
            raise CommandError(f"{name!r}: {' '.join(error.messages)}") from error
        self.stdout.write(f"Editor {name} can sign in at /admin/ with this password:")
        self.stdout.write(password)
        self.stdout.write("It is not shown again.")
