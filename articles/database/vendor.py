"""The functions that both databases have, each in its own way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from django.db import connection

from articles.database import postgres, sqlite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from articles.database.matching import Entry, Match


class Vendor(Protocol):
    """The modules `sqlite` and `postgres`."""

    TABLES: tuple[str, ...]  # statements that make, once, what no model describes
    TRIGGERS: dict[str, str]  # name -> statement

    def installed_triggers(self) -> dict[str, str]:
        """The statements of the triggers that are there, comparable to TRIGGERS."""

    def drop_trigger(self, name: str) -> None: ...

    def begin_change(self, change: int, new_from: int | None) -> None:
        """Tell the triggers who writes in this transaction; ids from `new_from` on
        are new: nothing was indexed of them and they have no history.
        """

    def end_change(self) -> None: ...

    def allocate_ids(self, table: str, number: int) -> Sequence[int]:
        """Ids that nobody else gets, ascending."""

    def load(
        self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]
    ) -> None:
        """Insert many rows; values are as the database stores them."""

    def lock_import(self) -> AbstractContextManager[bool]:
        """False when another importer holds the lock, in any process."""

    def importing(self) -> AbstractContextManager[None]:
        """Settings of the connection while a batch is written."""

    def between_chunks(self) -> None:
        """What is better done while no transaction is open."""

    def index(self, entries: Sequence[Entry]) -> None: ...

    def unindex(self, entries: Sequence[Entry]) -> None: ...

    def index_differences(
        self, wanted: Callable[[], Iterator[Entry]]
    ) -> Iterator[tuple[int, str]]: ...

    def find(
        self, match: Match, *, low: int, high: int, newest: bool, limit: int
    ) -> list[int]: ...

    def count(self, match: Match, *, low: int, high: int, limit: int) -> int: ...


def vendor() -> Vendor:
    """The functions of the database in use."""
    if connection.vendor == "sqlite":
        return sqlite
    return postgres
