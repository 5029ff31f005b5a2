"""Lines of labelled fields, such as "By Ilse Marrow Source:AFP Published: 2014-9-8"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from articles.dumps.dates import parse_moment
from articles.dumps.pages import collapse

_DAY_OR_FINER: Final = {"day", "minute", "second"}
_LONG_FIELDS: Final = {"print_headline", "url", "sections", "extra"}
_FIELDS: Final = {
    "source": r"sources?|来源|來源",
    "published": (
        r"published(?: on| at| date)?|publication date|publish(?:ed)? time"
        r"|posted(?: on| at)?|date|发布时间|發布時間|时间|時間|日期"
    ),
    "updated": (
        r"(?:last )?(?:updated|modified)(?: on| at)?|last update|更新(?:时间|時間)?"
    ),
    "byline": (
        r"authors?|writer|reporter|(?:written|reported|posted|story|text|words) by"
        r"|作者|记者"
    ),
    "sections": r"(?:posted|published) in|filed under|categor(?:y|ies)|sections?",
    "print_headline": r"(?:newspaper|print) headline|headline in print",
    "url": r"url|permalink|web address",
}
_EXTRA: Final = r"page|edition|editor|place|location|photos?|credit|tags?|keywords?"
_LABEL: Final = re.compile(
    r"(?<![^\s|·•,;/()\[\]])(?:"
    + "|".join(f"(?P<{field}>{labels})" for field, labels in _FIELDS.items())
    + f"|(?P<extra>{_EXTRA})"
    # "Published 2015-5-12" lacks its colon now and then
    + r")(?:\s*[:\uff1a]|(?:(?<=blished)|(?<=updated))\s+(?=\d))",
    re.IGNORECASE,
)
_BY: Final = re.compile(r"by\s+(?P<names>\S.*)", re.IGNORECASE)
_LATE_BY: Final = re.compile(r"(.+?)[\s|,]+[Bb][Yy]\s+(\S+\s+\S.*)")
_LATE_DATE: Final = re.compile(r"(.+?)[\s|,·\u2013-]+([12]\d{3}[-/.年].+)")
_LATE: Final = {  # what may follow a value without a label
    "source": (("published", _LATE_DATE), ("byline", _LATE_BY)),
    "published": (("byline", _LATE_BY),),
    "updated": (("byline", _LATE_BY),),
}
_SENTENCE_ENDS: Final = (".", "!", "?", "。", "\uff01", "\uff1f", '."', ".”")
_EDGES: Final = " \t\xa0\u3000|·•,;/-\u2013\u2014"
_BRACKETS: Final = (("(", "()" + _EDGES), ("[", "[]" + _EDGES))
_MAX_LINE: Final = 300  # characters
_MAX_VALUE: Final = 80  # characters
_MAX_NAME_WORDS: Final = 10
_MAX_PLAIN_WORDS: Final = 2
_MIN_SENTENCE_WORDS: Final = 5
_LOWER_CASE_WORDS: Final = {
    *("and", "at", "in", "of", "for", "from", "with", "the", "our", "own", "special"),
    *("staff", "reporter", "reporters", "writer", "writers", "editor"),
    *("correspondent", "correspondents", "de", "da", "das", "del", "der", "den", "di"),
    *("do", "dos", "la", "le", "van", "von", "zu", "al", "el", "bin", "ibn", "y"),
    *("et", "und", "e"),
}


class Field(NamedTuple):
    """One labelled value; `name` is a field of a record, or "extra"."""

    name: str
    label: str
    value: str


def read_fields(text: str) -> tuple[Field, ...]:
    """Read a line that consists of fields only; () when it is text.

    >>> [(field.name, field.value) for field in read_fields("By Ann Orrin Source:AFP")]
    [('byline', 'Ann Orrin'), ('source', 'AFP')]
    """
    return _read_line(text) if len(text) <= _MAX_LINE else ()


@lru_cache(maxsize=256)  # the same lines are looked at from above and from below
def _read_line(text: str) -> tuple[Field, ...]:
    signed = ":" in text or "\uff1a" in text or "ublished " in text or "pdated " in text
    marks = list(_LABEL.finditer(text)) if signed else []
    if not marks:
        return _read_unlabelled(text)
    fields: list[Field] = []
    lead = collapse(text[: marks[0].start()]).strip(_EDGES + "([")
    if lead and lead.lower() != "by":
        fields += _read_lead(lead, marks[0].lastgroup or "")
        if not fields:
            return ()
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=True):
        fields += _read_value(mark, text[mark.end() : end])
    names = [field.name for field in fields if field.name != "extra"]
    if len(names) != len(set(names)) or not all(map(_is_short, fields)):
        return ()
    return tuple(fields)


def _read_unlabelled(text: str) -> tuple[Field, ...]:
    by = _BY.fullmatch(text)
    if by is not None and is_name(by["names"]):
        return (Field("byline", "By", collapse(by["names"])),)
    if text[-1:].isdigit() and parse_moment(text).precision in _DAY_OR_FINER:
        return (Field("published", "", text),)
    return ()


def _read_lead(lead: str, following: str) -> list[Field]:
    """Read what stands before the first label: who wrote it, or where it is from."""
    by = _BY.fullmatch(lead)
    if by is not None:
        named = not by["names"][0].islower() or is_name(by["names"])
        return [Field("byline", "By", by["names"])] if named else []
    if following == "source" and is_name(lead):
        return [Field("byline", "", lead)]
    short = len(lead.split()) <= _MAX_PLAIN_WORDS  # people.cn is no name by its letters
    if following in {"published", "updated"} and (short or is_name(lead)):
        return [Field("source", "", lead)]
    return []


def _read_value(mark: re.Match[str], text: str) -> list[Field]:
    name = mark.lastgroup or ""
    label = mark[0].rstrip(":\uff1a \t\xa0\u3000")
    if name == "url":
        return [Field(name, label, collapse(text))]
    value = _trim(text)
    if name in {"published", "updated"}:
        value = _trim(value.partition("|")[0])
    for part, pattern in () if value.isalpha() else _LATE.get(name, ()):
        late = pattern.fullmatch(value)
        if late is not None and _is_usable(part, late[2]):
            return [Field(name, label, _trim(late[1])), Field(part, "", late[2])]
    return [Field(name, label, value)]


def _trim(text: str) -> str:
    """Take away what parts fields, and brackets that the label stands within."""
    value = collapse(text).strip(_EDGES)
    for opening, ends in _BRACKETS:
        if opening not in value.rstrip(opening):
            value = value.rstrip(ends)
    return value


def _is_usable(name: str, value: str) -> bool:
    if name == "byline":
        return is_name(value)
    return parse_moment(value).precision in _DAY_OR_FINER


def _is_short(field: Field) -> bool:
    limit = _MAX_LINE if field.name in _LONG_FIELDS else _MAX_VALUE
    return len(field.value) <= limit and not _is_sentence(field)


def _is_sentence(field: Field) -> bool:
    return (
        field.name not in {"print_headline", "url"}
        and field.value.endswith(_SENTENCE_ENDS)
        and (
            len(field.value.split()) >= _MIN_SENTENCE_WORDS or not field.value.isascii()
        )
    )


def is_name(text: str) -> bool:
    """Say whether words could name people or agencies: few, and none in lower case."""
    words = text.split()
    return (
        0 < len(words) <= _MAX_NAME_WORDS
        and len(text) <= _MAX_VALUE
        and text[-1] not in ".!?:,;。\uff01\uff1f"
        and not words[0][0].isdigit()
        and all(
            not word[0].islower() or word.lower().strip(",") in _LOWER_CASE_WORDS
            for word in words
        )
    )
