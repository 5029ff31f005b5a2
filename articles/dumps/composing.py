"""From the named values of an object or row to a record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from articles.dumps.markup import part_text, read_line
from articles.dumps.pages import MAX_HEADLINE, NO_HEADLINE
from articles.dumps.plain import (
    address_of,
    clean,
    moment_of,
    names_of,
    paragraphs_in,
    text_of,
)
from articles.dumps.records import Moment, Problem, Record
from articles.dumps.spellings import find_field
from articles.dumps.values import read_language

if TYPE_CHECKING:
    from collections.abc import Mapping

_WRAPPERS: Final = {  # objects whose values are those of the article
    *("_source", "article", "node", "fields", "data", "attributes", "meta", "metadata"),
    *("document", "doc", "story", "item", "post", "news", "properties", "record"),
}
_OURS: Final = frozenset({"file", "index", "format", "encoding", "precision", "doubts"})
_PRINTED_BY_US: Final = _OURS | {"headline", "extra", "paragraphs"}
_CODE: Final = re.compile("[a-z]+(?:-[a-z]+)+|impossible|unreadable")
_BY: Final = re.compile(r"(?:written )?by[:\s]\s*(?=\S)", re.IGNORECASE)
_CLOCK: Final = re.compile(r"\d{1,2}[:.]\d\d.*")
_LONGEST_EXTRA: Final = 300  # characters
_MOST_EXTRA: Final = 50
_DEEPEST: Final = 3

_Labelled = tuple[str, Any]
_Found = dict[str, list[_Labelled]]


def compose_record(
    values: Mapping[str, Any], *, index: int, line: int
) -> Record | Problem:
    """Make a record of named values; names that stand for no field go to extra."""
    found = _sort(values)
    extra = found.pop("extra", [])
    body = _take_body(found, extra)
    headline = read_line(text_of(_take(found, "headline", extra)))
    doubts = _doubts_in(values)
    if not headline:
        headline, body = _split_off_headline(body)
        doubts = (*doubts, "format-guessed")
    if not headline:
        reason = "Neither a headline nor a text that begins with one stands here."
        return Problem(line, NO_HEADLINE, reason)
    published = _take_published(found, extra)
    sections = names_of(_take(found, "sections", extra))
    if not sections:
        sections = names_of(_take(found, "tags", extra))
    return Record(
        index=index,
        line=line,
        headline=headline,
        print_headline=_print_headline(found, values, extra),
        byline=_take_byline(found, extra),
        source=_take_source(found, extra),
        published=published,
        updated=moment_of(_take(found, "updated", extra)),
        sections=sections,
        url=_take_if(found, "url", address_of, extra),
        language=_take_if(
            found, "language", lambda value: read_language(text_of(value)), extra
        ),
        extra=_print_extra(
            [*extra, *(pair for rest in found.values() for pair in rest)]
        ),
        paragraphs=body,
        doubts=doubts,
    )


def names_in(values: Mapping[str, Any]) -> list[str]:
    """Return the names of the values of an object and of those that it wraps."""
    return [label for label, _ in _flatten(values, 0)]


def _sort(values: Mapping[str, Any]) -> _Found:
    """Sort values by the fields that their names stand for, the best name first."""
    ranked: dict[str, list[tuple[int, _Labelled]]] = {}
    for label, value in _flatten(values, 0):
        field, rank = find_field(label) or ("extra", 0)
        if value not in (None, "", [], {}):
            ranked.setdefault(field, []).append((rank, (label, value)))
    return {
        field: [pair for _, pair in sorted(pairs, key=lambda ranked: ranked[0])]
        for field, pairs in ranked.items()
    }


def _flatten(values: Mapping[str, Any], depth: int) -> list[_Labelled]:
    is_ours = values.keys() >= _PRINTED_BY_US
    flat: list[_Labelled] = []
    for label, value in values.items():
        if is_ours and label in _OURS:
            continue
        wraps = isinstance(value, dict) and depth < _DEEPEST
        if wraps and (label.lower() in _WRAPPERS or (is_ours and label == "extra")):
            flat += _flatten(value, depth + 1)
        else:
            flat.append((label, value))
    return flat


def _take(found: _Found, field: str, extra: list[_Labelled]) -> Any:
    """Take the value with the best name; the others are extra."""
    pairs = found.pop(field, [])
    extra += pairs[1:]
    return pairs[0][1] if pairs else None


def _take_if(found: _Found, field: str, read: Any, extra: list[_Labelled]) -> str:
    """Take the first value that can be read so; the others are extra."""
    taken = ""
    for label, value in found.pop(field, []):
        read_value = "" if taken else read(value)
        if read_value:
            taken = read_value
        else:
            extra.append((label, value))
    return taken


def _take_body(found: _Found, extra: list[_Labelled]) -> tuple[str, ...]:
    """Take the longest of the texts, or the summary where there is none."""
    texts = [
        (label, paragraphs)
        for label, value in found.pop("body", [])
        if (paragraphs := tuple(paragraphs_in(value)))
    ]
    if not texts:
        return tuple(paragraphs_in(_take(found, "summary", extra)))
    best = max(texts, key=lambda text: sum(map(len, text[1])))
    extra += [
        (label, "\n".join(paragraphs))
        for label, paragraphs in texts
        if paragraphs != best[1]
    ]
    return best[1]


def _split_off_headline(body: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Take the first line of a text without a headline, if it is short enough."""
    first, _, rest = body[0].partition("\n") if body else ("", "", "")
    if len(first) > MAX_HEADLINE or not any(char.isalnum() for char in first):
        return "", body
    return first.strip(), (*part_text(rest), *body[1:])


def _print_headline(
    found: _Found, values: Mapping[str, Any], extra: list[_Labelled]
) -> str:
    printed = text_of(_take(found, "print_headline", extra))
    headline = values.get("headline")
    if not printed and isinstance(headline, dict):
        printed = text_of(headline.get("print_headline"))
    return read_line(printed)


def _take_byline(found: _Found, extra: list[_Labelled]) -> str:
    value = _take(found, "byline", extra)
    names = names_of(value) if isinstance(value, list) else (read_line(text_of(value)),)
    return _BY.sub("", ", ".join(names), count=1) if names else ""


def _take_source(found: _Found, extra: list[_Labelled]) -> str:
    """Take the first name of a source; an address names a page, not a source."""
    addresses: list[_Labelled] = []
    source = ""
    for label, value in found.pop("source", []):
        if isinstance(value, str) and address_of(value):
            addresses.append((label, value))
        elif source:
            extra.append((label, value))
        else:
            source = read_line(text_of(value))
    found.setdefault("url", []).extend(addresses)
    return source


def _take_published(found: _Found, extra: list[_Labelled]) -> Moment | None:
    moment = moment_of(_take(found, "published", extra))
    clocks = found.get("clock", [])
    if moment is None and found.get("year"):
        parts = [_take(found, part, extra) for part in ("year", "month", "day")]
        moment = moment_of("-".join(filter(None, map(text_of, parts))))
    if moment is None and clocks:
        moment = moment_of(_take(found, "clock", extra))
    elif moment is not None and moment.precision == "day" and clocks:
        clock = text_of(clocks[0][1])
        if _CLOCK.fullmatch(clock):
            _take(found, "clock", extra)
            return moment_of(f"{moment.raw} {clock}")
    return moment


def _doubts_in(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the doubts of a record that was printed by parse_dumps."""
    doubts = values.get("doubts")
    if not isinstance(doubts, list) or not values.keys() >= _PRINTED_BY_US:
        return ()
    return tuple(code for code in map(text_of, doubts) if _CODE.fullmatch(code))


def _print_extra(extra: list[_Labelled]) -> tuple[tuple[str, str], ...]:
    printed: dict[str, str] = {}
    for label, value in extra:
        names = names_of(value) if isinstance(value, list) else ()
        text = ", ".join(names) or read_line(text_of(value))
        if text and len(text) <= _LONGEST_EXTRA and len(printed) < _MOST_EXTRA:
            printed.setdefault(clean(label), text)
    return tuple(printed.items())
