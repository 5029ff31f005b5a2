"""What changed between two states of an article: fields in words, the text by words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from articles.browse.dating import read_date
from articles.browse.stories import NO_SOURCE
from articles.browse.wording import counted, number
from articles.text.diffs import Passage, diff
from articles.text.folding import UNSPACED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from articles.browse.history import State

_BREAK: Final = re.compile(r"\n[^\S\n]*\n\s*")
_WORD: Final = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that is another, as passages of both values."""

    label: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs in a row: one that changed, or several that did not."""

    is_same: bool
    said: str  # of those that are the same, such as "Paragraphs 4 to 8 are the same."
    paragraphs: tuple[tuple[Passage, ...], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states of an article, the older one first."""

    older: State
    newer: State
    fields: tuple[FieldChange, ...]
    same: str  # the fields that did not change, as a sentence
    blocks: tuple[Block, ...]
    tally: str  # of the words


def compare(older: State, newer: State) -> Comparison:
    """Compare field by field, and the text paragraph by paragraph."""
    changed, same = [], []
    for label, read in _FIELDS.items():
        before, after = read(older.columns), read(newer.columns)
        if before != after:
            changed.append(FieldChange(label, _passages(label, before, after)))
        elif after:
            same.append(label)
    text = diff(older.columns["body"], newer.columns["body"])
    return Comparison(
        older=older,
        newer=newer,
        fields=tuple(changed),
        same=_list_same(same),
        blocks=tuple(_blocks(text)),
        tally=_tally([*text, *(part for each in changed for part in each.passages)]),
    )


def _date(columns: Mapping[str, Any], name: str) -> str:
    printed = read_date(columns, name)
    if printed is None:
        return "No date printed" if name == "printed" else ""
    if not printed.doubts:
        return printed.words
    return f"{printed.words} (in doubt: {'; '.join(printed.doubts)})"


_FIELDS: Final[dict[str, Callable[[Mapping[str, Any]], str]]] = {
    "Headline": lambda columns: columns["headline"],
    "Print headline": lambda columns: columns["print_headline"],
    "Byline": lambda columns: columns["byline"],
    "Source": lambda columns: columns["source"] or NO_SOURCE,
    "Date": lambda columns: _date(columns, "printed"),
    "Last updated": lambda columns: _date(columns, "updated"),
    "Sections": lambda columns: (
        ", ".join(sorted(columns["sections"])) or "No section printed"
    ),
    "Address": lambda columns: columns["url"],
    "Language": lambda columns: columns["language"],
    "Printed with it": lambda columns: "; ".join(
        f"{label}: {value}" for label, value in columns["extra"]
    ),
}
_WHOLE: Final = {"Source", "Date", "Last updated"}  # halves of them say nothing


def _passages(label: str, before: str, after: str) -> tuple[Passage, ...]:
    if label not in _WHOLE:
        return diff(before, after)
    pieces = (Passage("taken-out", before), Passage("put-in", after))
    return tuple(piece for piece in pieces if piece.text)


def _list_same(labels: list[str]) -> str:
    if not labels:
        return ""
    *others, last = [labels[0], *(label.lower() for label in labels[1:])]
    said = f"{', '.join(others)} and {last}" if others else last
    return f"{said} {'are' if others or last == 'Sections' else 'is'} the same."


def _blocks(passages: Iterable[Passage]) -> Iterator[Block]:
    """Paragraphs with what changed in them; runs of those that are the same."""
    count = 0
    for is_same, group in groupby(_paragraphs(passages), key=_is_same):
        paragraphs = tuple(group)
        if not is_same:
            for paragraph in paragraphs:
                count += any(part.kind == "put-in" for part in paragraph) or any(
                    part.kind == "same" for part in paragraph
                )
                yield Block(is_same, "", (paragraph,))
            continue
        first, count = count + 1, count + len(paragraphs)
        if first == count:
            said = f"Paragraph {number(first)} is the same."
        else:
            said = f"Paragraphs {number(first)} to {number(count)} are the same."
        yield Block(is_same, said, paragraphs)


def _is_same(paragraph: tuple[Passage, ...]) -> bool:
    return all(part.kind == "same" for part in paragraph)


def _paragraphs(passages: Iterable[Passage]) -> Iterator[tuple[Passage, ...]]:
    """Part passages where the newer text, or a whole paragraph taken out, ends."""
    paragraph: list[Passage] = []
    for passage in passages:
        *ended, rest = _split(passage)
        for text in ended:
            paragraph.append(Passage(passage.kind, text))
            yield tuple(part for part in paragraph if part.text)
            paragraph = []
        paragraph.append(Passage(passage.kind, rest))
    if any(part.text for part in paragraph):
        yield tuple(part for part in paragraph if part.text)


def _split(passage: Passage) -> list[str]:
    """The paragraphs of a passage; a break that came or went stays visible as ¶."""
    if passage.kind == "same":
        return _BREAK.split(passage.text)
    if passage.kind == "taken-out" and not passage.text.strip():
        return ["¶ "]
    return _BREAK.sub("¶\0", passage.text).split("\0")


def _tally(passages: Iterable[Passage]) -> str:
    sizes = {"same": 0, "taken-out": 0, "put-in": 0}
    for passage in passages:
        sizes[passage.kind] += len(_WORD.findall(passage.text))
    return (
        f"{counted(sizes['taken-out'], 'word')} taken out, "
        f"{number(sizes['put-in'])} put in, {number(sizes['same'])} the same."
    )
