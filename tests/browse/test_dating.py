"""Dates of an article in words, and its age."""

from __future__ import annotations

from datetime import date

import pytest

from articles.browse.dating import age_in_words, lies_ahead, read_date
from articles.dumps.dates import parse_moment


def printed(raw):
    moment = parse_moment(raw)
    return read_date(
        {
            "printed_raw": raw,
            "printed_minute": moment.minute,
            "printed_second": moment.second,
            "printed_precision": moment.precision,
            "printed_offset": moment.offset,
            "doubts": " ".join(moment.doubts),
        }
    )


@pytest.mark.parametrize(
    ("raw", "today", "age"),
    [
        pytest.param("2015-05-12", date(2016, 5, 11), "", id="a day short of a year"),
        pytest.param("2015-05-12", date(2016, 5, 12), "1 year old", id="a year"),
        pytest.param(
            "2015-05-12", date(2026, 5, 11), "10 years old", id="ten and more"
        ),
        pytest.param("2016-02-29", date(2017, 2, 28), "", id="leap day, not yet"),
        pytest.param("2016-02-29", date(2017, 3, 1), "1 year old", id="leap day"),
        pytest.param(
            "May 1931", date(2026, 5, 30), "at least 94 years old", id="month"
        ),
        pytest.param("1931", date(2026, 12, 30), "at least 94 years old", id="year"),
        pytest.param(
            "12 May 31",
            date(2026, 11, 25),
            "95 years old, if its date is right",
            id="two digits",
        ),
        pytest.param("last Tuesday", date(2026, 11, 25), "", id="no date"),
        pytest.param("9998-05-12", date(2026, 11, 25), "", id="in the future"),
    ],
)
def test_an_article_is_as_old_as_it_can_be_known_to_be(raw, today, age):
    codes = " ".join(parse_moment(raw).doubts)

    assert age_in_words(printed(raw), codes, today) == age


@pytest.mark.parametrize(
    ("raw", "ahead"),
    [
        pytest.param("2026-11-26", False, id="today, east of here"),
        pytest.param("2026-11-27", True, id="nowhere yet"),
        pytest.param("2027", True, id="next year"),
        pytest.param("last Tuesday", False, id="no date"),
    ],
)
def test_the_future_begins_when_it_is_today_nowhere(raw, ahead):
    assert lies_ahead(printed(raw).day, date(2026, 11, 25)) is ahead


@pytest.mark.parametrize(
    ("raw", "iso"),
    [
        ("1931", "1931"),
        ("May 1931", "1931-05"),
        ("12 May 1931", "1931-05-12"),
        ("2015-5-12 0:03:01", "2015-05-12T00:03:01"),
        ("2015-05-12T00:03+09:00", "2015-05-12T00:03+09:00"),
        ("0931-05-12", "0931-05-12"),
    ],
)
def test_machines_read_the_digits_that_were_printed(raw, iso):
    assert printed(raw).iso == iso
