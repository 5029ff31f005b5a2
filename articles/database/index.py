"""The search index, whatever the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.database.matching import Match
from articles.database.vendor import vendor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from articles.database.matching import Entry

__all__ = ["Match"]


def add(entries: Iterable[Entry]) -> None:
    """Index entries. They are sorted: random order costs twice."""
    vendor().index(sorted(entries, key=lambda entry: entry.position))


def take_out(entries: Iterable[Entry]) -> None:
    """Take out entries, each as it was indexed."""
    vendor().unindex(sorted(entries, key=lambda entry: entry.position))


def find(match: Match, *, low: int, high: int, newest: bool, limit: int) -> list[int]:
    """Positions between low and high, both excluded, that match, in order."""
    return vendor().find(match, low=low, high=high, newest=newest, limit=limit)


def count(match: Match, *, low: int, high: int, limit: int) -> int:
    """How many positions between low and high match, counted up to `limit`."""
    return vendor().count(match, low=low, high=high, limit=limit)


def differences(wanted: Callable[[], Iterator[Entry]]) -> Iterator[tuple[int, str]]:
    """(position, code) of each article whose terms in the index are not as wanted.

    `wanted` gives all entries in ascending position, as often as it is called.
    """
    return vendor().index_differences(wanted)
