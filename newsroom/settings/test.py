"""base for the tests: data of their own, quick passwords, plain static files."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

from newsroom.settings import env

if not env.text("NEWSROOM_DATA_DIR"):
    # Two test runs at once, or a site in service beside them, never share a file.
    folder = tempfile.mkdtemp(prefix="newsroom-test-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["NEWSROOM_DATA_DIR"] = folder  # base reads it

from newsroom.settings.base import *

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_ROOT.mkdir(exist_ok=True)  # WhiteNoise warns of a missing one
if "sqlite" in str(DATABASES["default"]["ENGINE"]):
    # A file, as in service: WAL and locks do not exist in memory.
    DATABASES["default"]["TEST"] = {"NAME": DATA_DIR / "test.sqlite3"}
