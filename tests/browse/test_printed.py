"""Positions as dates in words, and dates as ranges of positions."""

from __future__ import annotations

from datetime import date

import pytest

from articles.browse import printed
from articles.browse.periods import months_of
from articles.browse.printed import AFTER_ALL, Span, position_of, span_of
from articles.models.article import FIRST_DATED
from articles.models.counts import ALL

NOON = 12 * 60 * 2**30


@pytest.mark.parametrize(
    ("position", "precision", "words", "iso", "time"),
    [
        (position_of(date(1931, 1, 1)) + 1, "year", "1931", "1931", ""),
        (position_of(date(1931, 5, 1)) + 1, "month", "May 1931", "1931-05", ""),
        (position_of(date(2015, 5, 12)) + 9, "day", "12 May 2015", "2015-05-12", ""),
        (
            position_of(date(2015, 5, 12)) + NOON,
            "minute",
            "12 May 2015",
            "2015-05-12",
            "12.00",
        ),
        (9, "", "No date printed", "", ""),
        (FIRST_DATED + 1, "day", "1 January 1", "0001-01-01", ""),
    ],
)
def test_a_position_says_its_date_as_exactly_as_it_was_printed(
    position, precision, words, iso, time
):
    said = (
        printed.printed_date(position, precision),
        printed.printed_iso(position, precision),
        printed.printed_time(position, precision),
    )

    assert said == (words, iso, time)


@pytest.mark.parametrize(
    ("since", "until", "span"),
    [
        pytest.param(None, None, Span(), id="everything, the undated too"),
        pytest.param(
            date(2015, 5, 12),
            date(2015, 5, 12),
            Span(position_of(date(2015, 5, 12)), position_of(date(2015, 5, 13))),
            id="one day",
        ),
        pytest.param(
            None,
            date(2015, 5, 12),
            Span(FIRST_DATED, position_of(date(2015, 5, 13))),
            id="until leaves out the undated",
        ),
        pytest.param(
            date(2015, 5, 12),
            None,
            Span(position_of(date(2015, 5, 12)), AFTER_ALL),
            id="since",
        ),
    ],
)
def test_days_are_a_range_of_positions(since, until, span):
    assert span_of(since, until) == span


def test_the_last_day_of_all_has_an_end():
    assert span_of(None, date(9999, 12, 31)).high < AFTER_ALL


@pytest.mark.parametrize(
    ("since", "until", "but", "months"),
    [
        pytest.param(None, None, (), (ALL, ALL), id="no days"),
        pytest.param(
            date(2015, 5, 1), date(2015, 5, 31), (), (201505, 201505), id="a month"
        ),
        pytest.param(
            date(2015, 1, 1), date(2015, 12, 31), (), (201500, 201512), id="a year"
        ),
        pytest.param(
            date(2015, 1, 1), date(2015, 1, 31), ("year",), (201501, 201501), id="bare"
        ),
        pytest.param(None, date(2016, 2, 29), (), (1, 201602), id="until a leap day"),
        pytest.param(date(2015, 5, 2), None, (), None, id="since the middle"),
        pytest.param(
            None, date(2016, 2, 28), (), None, id="until the last day but one"
        ),
    ],
)
def test_whole_months_have_kept_counts(since, until, but, months):
    assert months_of(since, until, but) == months
