"""Read printed dates by a table of layouts: nothing is guessed, "now" is never used."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Final

from articles.dumps.months import MONTHS, WEEKDAYS
from articles.dumps.records import MINUTES_A_DAY, Moment

AMBIGUOUS: Final = "ambiguous-day-month"  # 5/12/2015: read as 5 December
IMPOSSIBLE: Final = "impossible"  # 31 February, 25:61
TWO_DIGITS: Final = "two-digit-year"  # 30 to 99: 1930 to 1999, 00 to 29: 2000 to 2029
UNREADABLE: Final = "unreadable"  # printed in no layout of the table
_PIVOT: Final = 30  # fixed, so that a parse does not depend on the day it is made
_NOON: Final = 12
_MONTHS_A_YEAR: Final = 12
_LAST_HOUR: Final = 23
_LAST_SIXTIETH: Final = 59
_WIDEST_OFFSET: Final = 14 * 60  # minutes; Kiribati

_YEAR: Final = r"(?P<year>\d{4})"
_SHORT: Final = r"['’]?(?P<short>\d{2})"
_MONTH: Final = r"(?P<month>\d{1,2})"
_DAY: Final = r"(?P<day>\d{1,2})"
_ORDINAL: Final = r"(?:st|nd|rd|th|er|[.ºª])?"
_NAME: Final = rf"(?P<name>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_OF: Final = r"[\s,-]*(?:(?:of|de|del|den)\s+)?"
_BEFORE: Final = r"(?:(?:on|the|le|den|el|am)\s+)?"
_WEEKDAYS: Final = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_WEEKDAY: Final = rf"{_BEFORE}(?:(?:{_WEEKDAYS})\.?,?\s*)?{_BEFORE}"
_LATE_WEEKDAY: Final = rf"(?:[\s,]+(?:{_WEEKDAYS})\b\.?)?"
_CJK_WEEKDAY: Final = (
    r"(?:\s*\(?(?:星期|周|週)?[一二三四五六日天月火水木金土](?:曜日?)?\)?)?"
)
_TIME: Final = (
    r"(?P<early>上午|午前|오전)?(?P<late>下午|午後|오후)?\s*"
    r"(?P<hour>\d{1,2})"
    r"(?:\s*[:.h時时点點시]\s*(?P<minute>\d{1,2})"
    r"(?:\s*[:.分분]\s*(?P<second>\d{1,2})(?:[.,]\d+)?)?\s*[分秒분초]?"
    r"|(?=\s*[ap]\.?m))"
    r"\s*(?:(?P<half>[ap])\.?m\b\.?)?"
    r"\s*(?:uhr|hrs?|h)?"
)
_ZONE: Final = (
    r"(?:\s*\(?(?P<utc>z|utc|gmt)?(?P<sign>[+-])?"
    r"(?(sign)(?P<east>\d{1,2})(?::?(?P<past>\d{2}))?)\)?)"
    r"(?:\s*\(?[a-z]{2,9}(?:\s[a-z]{2,9})?\)?)?"  # EST, local time: says no offset
)
_GAP: Final = r"\s*(?:t|at|um|[àa]|a las|kl\.?|[,|·–-])?\s*"

_DAYS: Final = (
    rf"{_YEAR}\s*(?P<mark>[-/.])\s*{_MONTH}\s*(?P=mark)\s*{_DAY}\.?",
    rf"{_DAY}{_ORDINAL}{_OF}{_NAME}{_OF}{_YEAR}",
    rf"{_NAME}\s*{_DAY}(?:st|nd|rd|th)?[\s,]+{_YEAR}",
    rf"{_YEAR}\s*[年년]\s*{_MONTH}\s*[月월]\s*{_DAY}\s*[日号號일]?{_CJK_WEEKDAY}",
    rf"{_DAY}\.\s*{_MONTH}\.\s*{_YEAR}",  # dots are never printed month first
    rf"(?P<first>\d\d?)(?P<mark>[/-])(?P<other>\d\d?)(?P=mark){_YEAR}",
    rf"{_YEAR}[\s,-]+{_NAME}[\s,-]+{_DAY}",
    r"(?P<year>[12]\d{3})(?P<month>\d{2})(?P<day>\d{2})",
    rf"{_DAY}{_ORDINAL}{_OF}{_NAME}{_OF}{_SHORT}",
    rf"{_NAME}\s*{_DAY}(?:st|nd|rd|th)?[\s,]+{_SHORT}",
    rf"{_DAY}\.\s*{_MONTH}\.\s*{_SHORT}",
    rf"(?P<short>3[2-9]|[4-9]\d)(?P<mark>[/-]){_MONTH}(?P=mark){_DAY}",  # no day
    rf"(?P<first>\d\d?)(?P<mark>[/-])(?P<other>\d\d?)(?P=mark){_SHORT}",
)
_PARTS: Final = (  # of a date: never with a time
    _YEAR,
    rf"{_YEAR}\s*[年년]",
    rf"{_NAME}{_OF}{_YEAR}",
    rf"{_YEAR}[-/.]{_MONTH}",
    rf"{_YEAR}\s*[年년]\s*{_MONTH}\s*[月월]",
    rf"{_MONTH}[/.]{_YEAR}",
    rf"{_YEAR}[\s,]+{_NAME}",
)
_LAYOUTS: Final = tuple(
    re.compile(layout, re.IGNORECASE)
    for layout in (
        *(f"{_WEEKDAY}{day}{_LATE_WEEKDAY}(?:{_GAP}{_TIME}{_ZONE})?" for day in _DAYS),
        *_PARTS,
        *(f"{_TIME}{_ZONE}{_GAP}{_WEEKDAY}{day}" for day in _DAYS),
        rf"{_WEEKDAY}{_NAME}\s*{_DAY}\s+{_TIME}{_ZONE}\s*{_YEAR}",  # of C's asctime
    )
)
_PLAIN: Final = re.compile(  # most dates of a heap are printed so
    r"(?P<year>\d{4})(?P<mark>[-/])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)[ T]"
    r"(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d))?",
    re.ASCII,
)
_Found = dict[str, str | None]
_INVISIBLE: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def parse_moment(raw: str) -> Moment:
    """Read a printed date; one that cannot be used keeps its print and a doubt.

    >>> parse_moment("12 May 2015, 8.15 pm").iso
    '2015-05-12T20:15'
    >>> parse_moment("5/12/2015").doubts
    ('ambiguous-day-month',)
    """
    plain = _PLAIN.fullmatch(raw)
    if plain is not None:
        return _build(raw, plain.groupdict())
    text = _fold(raw)
    for layout in _LAYOUTS:
        match = layout.fullmatch(text)
        if match is not None:
            return _build(raw, match.groupdict())
    return Moment(raw, doubts=(UNREADABLE,) if text else ())


def _fold(raw: str) -> str:
    """Write the digits of every script and full-width signs as ASCII, drop marks."""
    text = raw
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
        text = text.replace("،", ",").replace("−", "-")
        text = "".join(
            str(unicodedata.decimal(char)) if char.isdecimal() else char
            for char in text
        )
    return " ".join(text.split()).strip(" ,;|")


def _build(raw: str, found: _Found) -> Moment:
    year, doubts = _read_year(found)
    month, day, more = _read_month_and_day(found)
    doubts += more
    try:
        first = date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return Moment(raw, doubts=(IMPOSSIBLE,))
    minute = (first.toordinal() - 1) * MINUTES_A_DAY
    if found.get("hour") is None:
        precision = "year" if month is None else "month" if day is None else "day"
        return Moment(raw, minute, None, precision, None, doubts)
    clock = _read_clock(found)
    if clock is None:
        return Moment(raw, minute, None, "day", None, (*doubts, IMPOSSIBLE))
    offset = _read_offset(found)
    if offset is not None and abs(offset) > _WIDEST_OFFSET:
        offset, doubts = None, (*doubts, IMPOSSIBLE)
    minutes, second = clock
    precision = "minute" if second is None else "second"
    return Moment(raw, minute + minutes, second, precision, offset, doubts)


def _read_year(found: _Found) -> tuple[int, tuple[str, ...]]:
    year = found.get("year")
    if year is not None:
        return int(year), ()
    short = int(found["short"] or 0)
    return short + (2000 if short < _PIVOT else 1900), (TWO_DIGITS,)


def _read_month_and_day(
    found: _Found,
) -> tuple[int | None, int | None, tuple[str, ...]]:
    first, other = found.get("first"), found.get("other")
    if first is not None and other is not None:
        return _order(int(first), int(other))
    name, month, day = found.get("name"), found.get("month"), found.get("day")
    number = MONTHS[name.lower()] if name is not None else _number(month)
    return number, _number(day), ()


def _order(first: int, other: int) -> tuple[int, int, tuple[str, ...]]:
    """Take day and month in the only order that is possible, or else the day first."""
    if other > _MONTHS_A_YEAR >= first:
        return first, other, ()
    both = first <= _MONTHS_A_YEAR and first != other
    return other, first, (AMBIGUOUS,) if both else ()


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def _read_clock(found: _Found) -> tuple[int, int | None] | None:
    """Return the minute of the day and the second, or None if there is no such time."""
    hour = _number(found["hour"]) or 0
    minute = _number(found["minute"]) or 0
    second = _number(found["second"])
    half = (found.get("half") or "").lower()
    late = found.get("late") or half == "p"
    early = found.get("early") or half == "a"
    if late and hour < _NOON:
        hour += _NOON
    elif early and hour == _NOON:
        hour = 0
    if hour > (_NOON - 1 if early else _LAST_HOUR):
        return None
    if minute > _LAST_SIXTIETH or (second or 0) > _LAST_SIXTIETH:
        return None
    return hour * 60 + minute, second


def _read_offset(found: _Found) -> int | None:
    if found.get("sign") is None:
        return 0 if found.get("utc") else None
    minutes = (_number(found["east"]) or 0) * 60 + (_number(found["past"]) or 0)
    return -minutes if found["sign"] == "-" else minutes
