"""What an address without a page looks like, and the nearest page that exists.

>>> nearest("/1998/13/").said
'“/1998/13/” reads like a month, but a year has twelve.'
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

from articles.browse.names import look_up, name_path
from articles.browse.printed import (
    day_in_words,
    day_path,
    month_in_words,
    month_path,
)

_DATE: Final = re.compile(r"/(?P<year>\d{4})/(?P<month>\d{1,2})/(?:(?P<day>\d{1,2})/)?")
_NAME: Final = re.compile(r"/(?P<kind>section|source)s/(?P<slug>[^/]+)/")
_ARTICLE: Final = re.compile(r"/articles/\d+/.*")
_LONGEST: Final = 80  # characters of an address that are shown back
_MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Nearest:
    """What the address reads like, and a link where some page is near."""

    said: str
    name: str = ""
    href: str = ""


def nearest(path: str) -> Nearest:
    """Read an address (decoded) that no page has; at most one query."""
    shown = path if len(path) <= _LONGEST else f"{path[:_LONGEST]}…"
    for pattern, read in ((_DATE, _dated), (_NAME, _named), (_ARTICLE, _numbered)):
        match = pattern.fullmatch(path)
        found = read(shown, match) if match else None
        if found:
            return found
    return Nearest(f"“{shown}” is no address of this archive.")


def _dated(shown: str, match: re.Match[str]) -> Nearest | None:
    year, month, day = int(match["year"]), int(match["month"]), match["day"]
    if not year:
        return Nearest(f"“{shown}” reads like a date, but no year is numbered 0.")
    if not 1 <= month <= _MONTHS:
        near = date(year, _MONTHS if month else 1, 1)
        return Nearest(
            f"“{shown}” reads like a month, but a year has twelve.",
            month_in_words(near),
            month_path(near.year, near.month),
        )
    days = monthrange(year, month)[1]
    if day is None or 1 <= int(day) <= days:
        return None
    near = date(year, month, days if int(day) else 1)
    return Nearest(
        f"“{shown}” reads like a day, but {month_in_words(near)} has {days} days.",
        day_in_words(near),
        day_path(near),
    )


def _named(shown: str, match: re.Match[str]) -> Nearest:
    kind, slug = match["kind"], match["slug"].replace("\0", "")
    said = f"No {kind} has the address “{shown}”."
    known = look_up(
        [slug] if kind == "section" else [],
        [slug] if kind == "source" else [],
        with_everything=False,
    )
    near = known.nearest(kind, slug)
    if near is None:
        return Nearest(said)
    return Nearest(said, near.name, name_path(kind, near.slug))


def _numbered(shown: str, _: re.Match[str]) -> Nearest:
    return Nearest(
        f"“{shown}” reads like an article, but none has that number.",
        "All articles",
        "/articles/",
    )
