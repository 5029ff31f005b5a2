"""The language of the public templates: Jinja2 with a handful of our own words."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined

from articles.browse.wording import counted, number


def environment(**options: Any) -> Environment:
    """Make the environment; a name that a template does not get stops the page."""
    made = Environment(  # noqa: S701  Django's backend turns autoescape on
        **{
            **options,
            "undefined": StrictUndefined,
            "trim_blocks": True,
            "lstrip_blocks": True,
        }
    )
    made.globals.update(static=static, url=url)
    made.filters.update(number=number, counted=counted)
    return made


def url(name: str, *values: object) -> str:
    """The path of a named page, as in `url("year", "2015")`."""
    return reverse(name, args=values)
