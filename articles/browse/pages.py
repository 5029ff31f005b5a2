"""Pages of a list: thirty rows from a position on, in either direction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

from articles.browse.printed import AFTER_ALL, BEFORE_ALL, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PAGE: Final = 30  # articles

_DIGITS: Final = 19  # of the largest position


class HasPosition(Protocol):
    @property
    def position(self) -> int: ...


Row = TypeVar("Row", bound=HasPosition)
Row_co = TypeVar("Row_co", bound=HasPosition, covariant=True)


class Fetch(Protocol[Row_co]):
    """Gives at most `limit` rows of a span, in order."""

    def __call__(self, span: Span, *, newest: bool, limit: int) -> Sequence[Row_co]: ...


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a list: the rows after it, or, backwards, those before it."""

    position: int
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """A page of rows; `before` and `after` are the cursors of the pages beside it."""

    rows: tuple[Row, ...]
    before: int | None = None
    after: int | None = None


def read_cursor(query: Mapping[str, str]) -> Cursor | None:
    """The cursor of a query string, if there is one; ValueError when it is none."""
    for name in ("after", "before"):
        value = query.get(name) or ""
        if not value:
            continue
        if not (value.isascii() and value.isdigit() and len(value) <= _DIGITS):
            raise ValueError(name)
        if not BEFORE_ALL < int(value) < AFTER_ALL:
            raise ValueError(name)
        return Cursor(int(value), backwards=name == "before")
    return None


def turn_to(
    cursor: Cursor | None, span: Span, fetch: Fetch[Row], *, newest: bool
) -> Page[Row]:
    """The page at a cursor, or the first one.

    One row more than a page is fetched: it tells whether the list goes on. On the
    other side it does, since the cursor came from there.
    """
    if cursor is None:
        return _page(fetch(span, newest=newest, limit=PAGE + 1))
    descending = newest != cursor.backwards
    rest = Span(high=cursor.position) if descending else Span(low=cursor.position)
    rows = fetch(span.within(rest), newest=descending, limit=PAGE + 1)
    page = _page(rows, has_before=True)
    if not cursor.backwards:
        return page
    return Page(page.rows[::-1], before=page.after, after=page.before)


def _page(rows: Sequence[Row], *, has_before: bool = False) -> Page[Row]:
    kept = tuple(rows[:PAGE])
    if not kept:
        return Page(kept)
    return Page(
        kept,
        before=kept[0].position if has_before else None,
        after=kept[-1].position if len(rows) > PAGE else None,
    )
