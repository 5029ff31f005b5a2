"""How many values one statement takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

T = TypeVar("T")
MOST: Final = 30_000  # SQLite as it comes takes 32,766; PostgreSQL 65,535


def part_values(values: Collection[T]) -> Iterator[list[T]]:
    """Yield lists that are short enough for `column IN (…)`."""
    whole = list(values)
    for start in range(0, len(whole), MOST):
        yield whole[start : start + MOST]
