from __future__ import annotations

import pytest

from articles.dumps.dates import parse_moment


@pytest.mark.parametrize(
    ("raw", "iso", "precision"),
    [
        ("2015-5-12 0:03:01", "2015-05-12T00:03:01", "second"),
        ("2015/3/19 19:33:02", "2015-03-19T19:33:02", "second"),
        ("2015-5-12 0:03", "2015-05-12T00:03", "minute"),
        ("2015-05-12T00:03:01+09:00", "2015-05-12T00:03:01+09:00", "second"),
        ("2015-05-12T00:03:01Z", "2015-05-12T00:03:01+00:00", "second"),
        ("2015-05-12T00:03:01.250-03:30", "2015-05-12T00:03:01-03:30", "second"),
        ("Tue, 12 May 2015 00:03:01 +0900", "2015-05-12T00:03:01+09:00", "second"),
        ("2015-5-12 0:03 (GMT+8)", "2015-05-12T00:03+08:00", "minute"),
        ("2015-5-12 0:03 Beijing time", "2015-05-12T00:03", "minute"),
        ("Tue May 12 00:03:01 EST 2015", "2015-05-12T00:03:01", "second"),
        ("2015.5.12", "2015-05-12", "day"),
        ("20150512", "2015-05-12", "day"),
        ("12 May 2015", "2015-05-12", "day"),
        ("12th of May, 2015", "2015-05-12", "day"),
        ("12-May-2015 09:00", "2015-05-12T09:00", "minute"),
        ("Tuesday, May 12, 2015", "2015-05-12", "day"),
        ("May 12, 2015 Tuesday", "2015-05-12", "day"),
        ("May 12, 2015, Tuesday 8:15 PM GMT", "2015-05-12T20:15+00:00", "minute"),
        ("May 12, 2015 8:15 pm", "2015-05-12T20:15", "minute"),
        ("May 12, 2015 at 8.15 p.m. EST", "2015-05-12T20:15", "minute"),
        ("8:15 pm, May 12, 2015", "2015-05-12T20:15", "minute"),
        ("May 12th, 2015 12:00 am", "2015-05-12T00:00", "minute"),
        ("May 12, 2015 12 pm", "2015-05-12T12:00", "minute"),
        ("12.5.2015 14:30", "2015-05-12T14:30", "minute"),
        ("5.12.2015", "2015-12-05", "day"),
        ("12. Mai 2015, 14:30 Uhr", "2015-05-12T14:30", "minute"),
        ("le 12 mai 2015 à 14h30", "2015-05-12T14:30", "minute"),
        ("12 de mayo de 2015", "2015-05-12", "day"),
        ("12 мая 2015", "2015-05-12", "day"),
        ("13/05/2015", "2015-05-13", "day"),
        ("5/13/2015", "2015-05-13", "day"),
        ("5/5/2015", "2015-05-05", "day"),
        ("May 2015", "2015-05", "month"),
        ("2015-05", "2015-05", "month"),
        ("1931", "1931", "year"),
        ("2015年5月12日", "2015-05-12", "day"),
        ("2015年5月12日 14时30分", "2015-05-12T14:30", "minute"),
        ("2015年5月12日(火) 午後3時05分", "2015-05-12T15:05", "minute"),
        ("2015年5月", "2015-05", "month"),
        ("\u0662\u0660\u0661\u0665/\u0665/\u0661\u0662", "2015-05-12", "day"),
        ("\u0661\u0662 مايو \u0662\u0660\u0661\u0665", "2015-05-12", "day"),
        ("\uff12\uff10\uff11\uff15-5-12 0\uff1a03", "2015-05-12T00:03", "minute"),
        ("  2015-5-12\xa00:03 ", "2015-05-12T00:03", "minute"),
        ("0001-01-01", "0001-01-01", "day"),
        ("9999-12-31 23:59:59", "9999-12-31T23:59:59", "second"),
    ],
)
def test_a_printed_date_is_read_with_its_precision_and_without_doubt(
    raw, iso, precision
):
    moment = parse_moment(raw)

    assert (moment.raw, moment.iso, moment.precision) == (raw, iso, precision)
    assert moment.doubts == ()


@pytest.mark.parametrize(
    ("raw", "iso", "doubts"),
    [
        pytest.param("12/05/2015", "2015-05-12", {"ambiguous-day-month"}, id="both"),
        pytest.param("31 February 2015", None, {"impossible"}, id="no such day"),
        pytest.param("2015-2-29 10:00", None, {"impossible"}, id="no leap year"),
        pytest.param("2015-13-1", None, {"impossible"}, id="month 13"),
        pytest.param("2015-0-1", None, {"impossible"}, id="month 0"),
        pytest.param("2015-5-0", None, {"impossible"}, id="day 0"),
        pytest.param("0000-01-01", None, {"impossible"}, id="year 0"),
        pytest.param("13/13/2015", None, {"impossible"}, id="neither"),
        pytest.param("2015-5-12 25:61", "2015-05-12", {"impossible"}, id="no time"),
        pytest.param("12.05.29", "2029-05-12", {"two-digit-year"}, id="before pivot"),
        pytest.param("12.05.30", "1930-05-12", {"two-digit-year"}, id="from pivot"),
        pytest.param("99/12/31", "1999-12-31", {"two-digit-year"}, id="year first"),
        pytest.param(
            "12/05/15",
            "2015-05-12",
            {"two-digit-year", "ambiguous-day-month"},
            id="two doubts",
        ),
        pytest.param("yesterday", None, {"unreadable"}, id="no date"),
        pytest.param("May 12", None, {"unreadable"}, id="no year"),
        pytest.param("", None, set(), id="nothing"),
    ],
)
def test_a_doubtful_date_says_why_and_is_never_invented(raw, iso, doubts):
    moment = parse_moment(raw)

    assert (moment.iso, set(moment.doubts)) == (iso, doubts)


def test_a_year_stands_at_its_first_minute():
    assert parse_moment("1931").minute == parse_moment("1931-01-01 00:00").minute


def test_minutes_count_from_the_first_of_the_first_year():
    assert parse_moment("0001-01-01 00:01").minute == 1


def test_an_offset_does_not_shift_the_printed_time():
    with_offset = parse_moment("2015-05-12T00:03+09:00")

    assert with_offset.minute == parse_moment("2015-05-12T00:03").minute
    assert with_offset.offset == 540
