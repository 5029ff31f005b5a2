"""Links to parts of the archive: a year, a day, a section, a source."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A link, and how much is held where it leads, if that is known."""

    name: str
    href: str
    count: str = ""
    share: int = 0  # of the largest beside it, in percent
    is_current: bool = False


def share_of(n: int, most: int) -> int:
    """The length of a bar in percent of the longest; what holds something has one."""
    return max(1, round(100 * n / most)) if n else 0
