"""From fields as printed to a record; what cannot be used is kept under its label."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articles.dumps.pages import collapse
from articles.dumps.records import Record
from articles.dumps.values import (
    read_address,
    read_language,
    read_moment,
    split_names,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articles.dumps.headers import Field

_READERS: Final = {"url": read_address, "language": read_language}


def draft_record(  # noqa: PLR0913  a record has many parts
    fields: Iterable[Field],
    *,
    index: int,
    line: int,
    headline: str,
    paragraphs: tuple[str, ...],
    folder: str = "",
    doubts: tuple[str, ...] = (),
) -> Record:
    """Make a record of fields; of two with one name the first counts.

    `folder` is the section where none is printed, and is marked so.
    """
    values: dict[str, str] = {}
    sections: list[str] = []
    extra: list[tuple[str, str]] = []
    for name, label, value in map(_settle, fields):
        if name == "sections":
            sections.append(value)
        elif name == "extra" or name in values:
            extra.append((label or name, value))
        else:
            values[name] = value
    named = split_names(sections)
    if folder and not named:
        named, doubts = (folder,), (*doubts, "section-from-folder")
    return Record(
        index=index,
        line=line,
        headline=collapse(headline),
        print_headline=values.get("print_headline", ""),
        byline=values.get("byline", ""),
        source=values.get("source", ""),
        published=read_moment(values.get("published", "")),
        updated=read_moment(values.get("updated", "")),
        sections=named,
        url=values.get("url", ""),
        language=values.get("language", ""),
        extra=tuple(_join_equal(extra)),
        paragraphs=paragraphs,
        doubts=doubts,
    )


def _settle(field: Field) -> Field:
    """Write an address or a language as records do; what is none is extra."""
    reader = _READERS.get(field.name)
    if reader is None:
        return field
    value = reader(field.value)
    return field._replace(value=value) if value else field._replace(name="extra")


def _join_equal(extra: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Give each label once, with all its values."""
    joined: dict[str, list[str]] = {}
    for label, value in extra:
        if value:
            joined.setdefault(label, []).append(value)
    return ((label, "; ".join(values)) for label, values in joined.items())
