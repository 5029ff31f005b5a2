"""A site that is configured wrongly does not start, and says what to set."""

from __future__ import annotations

import pytest

from tests.servers import clean_environment, manage

PROD = {"DJANGO_SETTINGS_MODULE": "newsroom.settings.prod"}
KEY = {"SECRET_KEY": "kept-by-nobody-and-used-by-this-test-only"}


def check(tmp_path, **values):
    return manage(clean_environment(NEWSROOM_DATA_DIR=str(tmp_path), **values), "check")


@pytest.mark.parametrize(
    ("values", "message"),
    [
        pytest.param(
            PROD,
            "Set SECRET_KEY: a long random text that is kept secret.",
            id="production without a key",
        ),
        pytest.param(
            PROD | KEY,
            "Set ALLOWED_HOSTS to the names under which readers reach the site, "
            "separated by commas, such as news.example.org.",
            id="production without names",
        ),
        pytest.param(
            {"HOST": "0.0.0.0"},  # noqa: S104  the case under test
            "Set ALLOWED_HOSTS to the names under which readers reach the site, "
            "separated by commas, such as news.example.org.",
            id="open to the network without names",
        ),
        pytest.param(
            {"DATABASE_URL": "mysql://news@127.0.0.1/news"},
            "DATABASE_URL begins with 'mysql'. Use sqlite:///PATH or "
            "postgres://USER:PASSWORD@HOST:PORT/NAME.",
            id="database of another kind",
        ),
        pytest.param(
            {"DATABASE_URL": "postgres://news@127.0.0.1:port/news"},
            "DATABASE_URL cannot be read. Use sqlite:///PATH or "
            "postgres://USER:PASSWORD@HOST:PORT/NAME, with %40 for @ in a password.",
            id="database URL with a word for a port",
        ),
        pytest.param(
            {"DATABASE_URL": "postgres://news@127.0.0.1"},
            "DATABASE_URL names no database.",
            id="database URL without a name",
        ),
        pytest.param(
            {"NEWSROOM_TIME_ZONE": "Mars/Olympus"},
            "NEWSROOM_TIME_ZONE='Mars/Olympus' is no time zone. Use a name such as "
            "Europe/Berlin.",
            id="unknown time zone",
        ),
    ],
)
def test_a_wrong_setting_is_named(tmp_path, values, message):
    run = check(tmp_path, **values)

    assert (run.returncode, run.stdout, run.stderr) == (1, "", message + "\n")


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    folder = tmp_path / "file" / "data"

    run = manage(clean_environment(NEWSROOM_DATA_DIR=str(folder)), "check")

    assert run.returncode == 1
    assert run.stderr == (
        f"NEWSROOM_DATA_DIR: the folder {folder} cannot be made (Not a directory).\n"
    )


def test_a_database_that_does_not_answer_is_said_in_a_line(tmp_path):
    environment = clean_environment(
        NEWSROOM_DATA_DIR=str(tmp_path),
        DATABASE_URL="postgres://news@127.0.0.1:1/news",
    )

    run = manage(environment, "migrate")

    assert run.returncode == 1
    assert run.stderr.startswith("The database failed: connection failed")
    assert run.stderr.endswith(
        "DATABASE_URL says which one is used, and `manage.py migrate` makes its "
        "tables.\n"
    )


def test_production_starts_when_all_is_set(tmp_path):
    run = check(tmp_path, ALLOWED_HOSTS="news.example.org", **PROD, **KEY)

    assert (run.returncode, run.stderr) == (0, "")


def test_the_key_of_a_single_machine_is_made_once_and_kept_from_others(tmp_path):
    check(tmp_path)
    key = tmp_path / "secret-key"
    first = key.read_text()
    check(tmp_path)

    assert key.read_text() == first
    assert len(first) >= 50
    assert key.stat().st_mode & 0o077 == 0


def test_a_key_that_is_given_leaves_no_file(tmp_path):
    check(tmp_path, **KEY)

    assert list(tmp_path.iterdir()) == []
