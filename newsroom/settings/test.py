"""base for the tests: a database of its own, quick passwords, plain static files."""

from __future__ import annotations

from newsroom.settings.base import *

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if "sqlite" in str(DATABASES["default"]["ENGINE"]):
    # A file, as in service: WAL and locks do not exist in memory.
    DATABASES["default"]["TEST"] = {"NAME": DATA_DIR / "test.sqlite3"}
