"""Rules of the house that a machine can hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands

from articles.browse.filters import ArticleFilter
from articles.dumps.formats import FORMATS

ROOT = Path(settings.BASE_DIR)
REFERENCE = "".join(
    path.read_text(encoding="utf-8")
    for folder in ("reference", "operations")
    for path in sorted((ROOT / "docs" / folder).glob("*.md"))
)
PUBLIC = [
    path
    for folder in ("articles", "components")
    for path in sorted((ROOT / "templates" / folder).glob("*.html"))
] + [ROOT / "templates" / "base.html"]
CODE = [
    path
    for path in sorted((ROOT / "articles").rglob("*.py"))
    if "migrations" not in path.parts
]


def names(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in paths]


def holding(pattern: str, paths: list[Path]) -> list[str]:
    """Those files that hold the pattern."""
    return names(
        [p for p in paths if re.search(pattern, p.read_text(encoding="utf-8"))]
    )


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param(r"\|\s*safe\b", id="unescaped text"),
        pytest.param(r"\sstyle=|<style", id="inline style"),
        pytest.param(r"\son[a-z]+=|<script(?![^>]*\ssrc=)", id="inline script"),
        pytest.param(r"(src|href)=.https?:", id="third party"),
    ],
)
def test_no_template_of_the_site_has(pattern):
    assert holding(pattern, PUBLIC) == []


def test_templates_are_short():
    assert [
        name
        for name, path in zip(names(PUBLIC), PUBLIC, strict=True)
        if len(path.read_text(encoding="utf-8").splitlines()) > 120
    ] == []


def test_a_component_is_one_macro_of_its_own_name():
    components = [path for path in PUBLIC if path.parent.name == "components"]
    macros = {
        path.stem: re.findall(r"{%-? macro (\w+)", path.read_text(encoding="utf-8"))[:1]
        for path in components
    }

    assert macros == {name: [name] for name in macros}


def test_only_the_database_room_and_querysets_write_sql():
    allowed = ("articles/database/", "articles/models/")
    found = holding(r"\.cursor\(|\.raw\(|connection\.vendor", CODE)

    assert [name for name in found if not name.startswith(allowed)] == []


def test_markup_is_made_only_where_excerpts_and_forms_are():
    found = holding(r"mark_safe\(|Markup\(|format_html\(", CODE)

    assert [name for name in found if not name.startswith("articles/admin/")] == []


def test_the_style_sheet_keeps_its_bounds():
    css = (ROOT / "static" / "css" / "site.css").read_text(encoding="utf-8")

    assert css.count("\n") <= 900
    assert "!important" not in css
    assert re.findall(r"^\s*#[\w-]+\s*[,{]", css, re.MULTILINE) == []


def test_every_command_is_in_the_reference():
    ours = [name for name, app in get_commands().items() if app == "articles"]

    assert [name for name in ours if f"manage.py {name}" not in REFERENCE] == []


def test_every_format_and_filter_is_in_the_reference():
    wanted = [*(f.NAME for f in FORMATS), *ArticleFilter.base_filters]

    assert [name for name in wanted if f"`{name}`" not in REFERENCE] == []


def test_every_variable_of_the_environment_is_in_the_reference():
    settings_code = "".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "newsroom" / "settings").glob("*.py")
    )
    used = set(re.findall(r"(?:text|required|folder)\(\s*\"([A-Z_]+)\"", settings_code))

    assert sorted(name for name in used if f"`{name}`" not in REFERENCE) == []


def test_no_lock_names_a_registry():
    locks = sorted(ROOT.glob("requirements*.lock"))

    assert locks
    assert holding(r"https?://", locks) == []
