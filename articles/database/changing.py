"""Tells the triggers who writes."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from articles.database.vendor import vendor

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def noting(change: int, *, new_from: int | None = None) -> Iterator[None]:
    """Within this block, and its transaction, versions belong to `change`.

    Articles with ids from `new_from` on are new: they get no history and are indexed
    and counted by whoever writes them.
    """
    vendor().begin_change(change, new_from)
    yield
    vendor().end_change()  # after an error the rollback has done it
