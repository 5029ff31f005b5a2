"""Paging both ways shows each row once."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

import pytest

from articles.browse.pages import PAGE, Cursor, read_cursor, turn_to
from articles.browse.printed import Span


@dataclass(frozen=True)
class Row:
    position: int


def fetch_from(positions):
    def fetch(span, *, newest, limit):
        within = sorted(
            (p for p in positions if span.low < p < span.high), reverse=newest
        )
        return [Row(position) for position in islice(within, limit)]

    return fetch


def walk(fetch, *, newest, backwards_from=None):
    """Every position that following the links shows, and the last page."""
    shown = []
    cursor = backwards_from and Cursor(backwards_from, backwards=True)
    while True:
        page = turn_to(cursor, Span(), fetch, newest=newest)
        positions = [row.position for row in page.rows]
        shown = [*positions, *shown] if backwards_from else [*shown, *positions]
        onward = page.before if backwards_from else page.after
        if onward is None:
            return shown, page
        cursor = Cursor(onward, backwards=bool(backwards_from))


@pytest.mark.parametrize("number", [1, PAGE, PAGE + 1, 3 * PAGE, 3 * PAGE + 1])
@pytest.mark.parametrize("newest", [True, False])
def test_paging_to_the_end_shows_every_row_once_in_order(number, newest):
    fetch = fetch_from(range(10, 10 + number))

    shown, last = walk(fetch, newest=newest)

    assert shown == sorted(range(10, 10 + number), reverse=newest)
    assert last.after is None


@pytest.mark.parametrize("number", [PAGE + 1, 3 * PAGE, 3 * PAGE + 1])
@pytest.mark.parametrize("newest", [True, False])
def test_paging_back_shows_what_paging_on_showed(number, newest):
    fetch = fetch_from(range(10, 10 + number))
    shown, last = walk(fetch, newest=newest)

    back, first = walk(fetch, newest=newest, backwards_from=last.rows[0].position)

    assert back + [row.position for row in last.rows] == shown
    assert first.before is None


def test_a_single_page_has_no_links():
    page = turn_to(None, Span(), fetch_from(range(10, 12)), newest=True)

    assert (page.before, page.after) == (None, None)


def test_a_place_past_the_end_is_an_empty_page():
    page = turn_to(Cursor(5), Span(), fetch_from(range(10, 12)), newest=True)

    assert page.rows == ()


@pytest.mark.parametrize(
    ("query", "cursor"),
    [
        pytest.param({}, None, id="none"),
        pytest.param({"after": ""}, None, id="empty"),
        pytest.param({"after": "1073741824"}, Cursor(2**30), id="after"),
        pytest.param({"before": "7"}, Cursor(7, backwards=True), id="before"),
    ],
)
def test_a_cursor_is_a_plain_number(query, cursor):
    assert read_cursor(query) == cursor


@pytest.mark.parametrize(
    "value", ["x", "-1", "0", "1.5", "٧", "9" * 19, "9" * 400, "1 ", "²"]
)
def test_a_cursor_that_is_no_place_is_refused(value):
    with pytest.raises(ValueError, match="after"):
        read_cursor({"after": value})
