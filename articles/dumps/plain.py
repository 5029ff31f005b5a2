"""Values of JSON, tables and feeds as texts, names, paragraphs and moments."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from articles.dumps.lines import REPLACEMENT
from articles.dumps.markup import part_text, read_line
from articles.dumps.values import read_address, read_moment, split_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.dumps.records import Moment

_WRAPPED: Final = (  # what of an object is its text
    *("rendered", "text", "main", "value", "#text", "$t", "_", "name", "title"),
    *(
        "webTitle",
        "label",
        "term",
        "displayName",
        "fullName",
        "original",
        "headline",
        "content",
    ),
    *("html", "plain", "default", "$date", "$oid", "@value", "iso", "body"),
)
_ADDRESSES: Final = ("href", "url", "@id", "@href", "web", "canonical", *_WRAPPED)
_NOT_TEXT: Final = {  # kinds of blocks that stand beside the text of an article
    *("title", "headline", "kicker", "byline", "date", "image", "video", "author_info"),
    *("gallery", "photo", "picture", "ad", "advertisement", "embed", "related"),
    *("newsletter", "interstitial_link", "oembed_response", "author", "audio"),
}
_LONE: Final = re.compile("[\0\ud800-\udfff]")
_QUOTED: Final = re.compile(r"'([^']*)'|\"([^\"]*)\"")
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_UNITS: Final = {9: 1, 10: 1, 12: 10**3, 13: 10**3, 16: 10**6, 19: 10**9}  # by digits
_STAMP: Final = re.compile(r"(\d{4})(\d\d)(\d\d)T?(\d\d)(\d\d)(\d\d)?Z?")
_NUMBER: Final = re.compile(r"(-?\d{9,19})(?:\.\d+)?")
_DEEPEST: Final = 4  # levels of objects within a value
_MOST_NAMES: Final = 1000


def text_of(value: Any, depth: int = 0) -> str:
    """Return a value as text; of an object, the part that holds its text."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list) and depth < _DEEPEST:
        return next(filter(None, (text_of(part, depth + 1) for part in value)), "")
    if isinstance(value, dict) and depth < _DEEPEST:
        return text_of(_unwrap(value), depth + 1)
    return ""


def clean(text: str) -> str:
    """Write NULs and lone surrogates, which no database keeps, as U+FFFD."""
    if text.isascii() and "\0" not in text:
        return text
    return _LONE.sub(REPLACEMENT, text)


def names_of(value: Any) -> tuple[str, ...]:
    """Return the names that a value holds; commas part those of a text only."""
    if isinstance(value, list):
        found = [read_line(text_of(part)) for part in value[:_MOST_NAMES]]
        return tuple(dict.fromkeys(filter(None, found)))
    text = read_line(text_of(value))
    if text.startswith("[") and text.endswith("]"):  # a list of Python's in a table
        quoted = _QUOTED.findall(text)
        return names_of([one or other for one, other in quoted] or text[1:-1])
    return split_names([text])[:_MOST_NAMES]


def paragraphs_in(value: Any, depth: int = 0) -> Iterator[str]:
    """Yield the paragraphs of a text, a list of them, or a list of blocks."""
    if isinstance(value, str):
        yield from part_text(clean(value))
    elif isinstance(value, list) and depth < _DEEPEST:
        for part in value:
            yield from paragraphs_in(part, depth + 1)
    elif isinstance(value, dict) and depth < _DEEPEST:
        kind = str(value.get("subtype") or value.get("type")).lower()
        if kind not in _NOT_TEXT:
            yield from paragraphs_in(_unwrap(value), depth + 1)


def address_of(value: Any) -> str:
    """Return the web address that a value is or holds, or ""."""
    if isinstance(value, list):
        return next(filter(None, map(address_of, value)), "")
    if isinstance(value, dict):
        found = (value.get(name) for name in _ADDRESSES)
        value = next((each for each in found if isinstance(each, str)), "")
    return read_address(value.strip()) if isinstance(value, str) else ""


def moment_of(value: Any) -> Moment | None:
    """Read a date: printed, or counted from 1970 in seconds or parts of them."""
    raw = " ".join(text_of(value).split())
    if raw[-1:].isdigit() or raw.endswith("Z"):
        number = _NUMBER.fullmatch(raw)
        moment = _count_from_1970(number[1]) if number else None
        stamp = _STAMP.fullmatch(raw)
        if moment is None and stamp is not None:
            year, month, day, *clock = filter(None, stamp.groups())
            zone = "Z" if raw.endswith("Z") else ""
            printed = f"{year}-{month}-{day} {':'.join(clock)}{zone}"
            moment = read_moment(printed)
        if moment is not None:
            return replace(moment, raw=raw)
    return read_moment(raw)


def _count_from_1970(digits: str) -> Moment | None:
    unit = _UNITS.get(len(digits.lstrip("-")))
    if unit is None:
        return None
    try:
        moment = _EPOCH + timedelta(seconds=int(digits) // unit)
    except OverflowError:
        return None
    return read_moment(moment.isoformat())


def _unwrap(value: dict[str, Any]) -> Any:
    return next((value[name] for name in _WRAPPED if value.get(name)), None)
