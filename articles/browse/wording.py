"""Figures and moments in the words of the site."""

from __future__ import annotations

from calendar import month_name
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


def number(figure: int) -> str:
    """Write a figure with commas.

    >>> number(1204318)
    '1,204,318'
    """
    return f"{figure:,}"


def counted(figure: int, one: str, several: str = "") -> str:
    """Write a figure and its noun.

    >>> counted(1, "article"), counted(1500, "article"), counted(2, "entry", "entries")
    ('1 article', '1,500 articles', '2 entries')
    """
    noun = one if figure == 1 else several or f"{one}s"
    return f"{number(figure)} {noun}"


def day_of(moment: datetime) -> str:
    """The day of a moment of the archive's own life, such as 3 June 2024."""
    return f"{moment.day} {month_name[moment.month]} {moment.year}"


def minute_of(moment: datetime) -> str:
    """Day and time of such a moment, as in 3 June 2024, 14.20."""
    return f"{day_of(moment)}, {moment:%H.%M}"
