"""What a reader asked: the language of `q`, and the links that change a list.

>>> [word.typed for word in parse_words('"lake orrin" ferry -cruise').words]
['"lake orrin"', 'ferry', '-cruise']
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import quote_plus

from articles.text.terms import terms

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

MAX_TERMS: Final = 64  # more would cost the index more than a reader gains
CURSORS: Final = frozenset({"after", "before"})

_PART = re.compile(r'(-?)"([^"]*)"?|(-?)([^\s"]+)')
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\0": " "})


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a phrase of `q`: as typed, as said in words, as compared."""

    typed: str
    shown: str
    terms: tuple[str, ...]
    is_unwanted: bool


@dataclass(frozen=True, slots=True)
class Words:
    """All of `q`. `is_cut` when it held more terms than a search takes."""

    typed: str = ""
    words: tuple[Word, ...] = ()
    is_cut: bool = False

    @property
    def wanted(self) -> tuple[tuple[str, ...], ...]:
        return tuple(word.terms for word in self.words if not word.is_unwanted)

    @property
    def unwanted(self) -> tuple[tuple[str, ...], ...]:
        return tuple(word.terms for word in self.words if word.is_unwanted)

    @property
    def is_blank(self) -> bool:
        """Whether something was typed and nothing of it can be searched for."""
        return not self.words and bool(self.typed.strip())

    def without(self, word: Word) -> str:
        """What is left to type when `word` is taken out."""
        return " ".join(other.typed for other in self.words if other != word)


def parse_words(typed: str) -> Words:
    """Read words, "phrases" and -unwanted ones; whatever is typed is valid.

    An open quote is closed at the end; signs that mean nothing here part words.
    """
    found: dict[tuple[tuple[str, ...], bool], Word] = {}
    room = MAX_TERMS
    is_cut = False
    for match in _PART.finditer(typed.translate(_QUOTES)):
        word, is_shortened = _read_word(match, room)
        is_cut |= is_shortened
        if word and (word.terms, word.is_unwanted) not in found:
            found[word.terms, word.is_unwanted] = word
            room -= len(word.terms)
    return Words(typed, tuple(found.values()), is_cut)


def _read_word(match: re.Match[str], room: int) -> tuple[Word | None, bool]:
    """The word of a match, unless no term is left of it; and whether it was cut."""
    phrase = match[2]
    text = match[4] if phrase is None else phrase
    all_terms = tuple(terms(text).split())
    kept = all_terms[:room]
    if not kept:
        return None, bool(all_terms)
    is_shortened = len(kept) < len(all_terms)
    shown = " ".join(kept) if is_shortened else " ".join(text.split())
    is_unwanted = "-" in (match[1], match[3])
    if phrase is not None:
        typed, shown = f'"{shown}"', f"“{shown}”"
    else:
        typed = shown
    return Word(f"{'-' * is_unwanted}{typed}", shown, kept, is_unwanted), is_shortened


@dataclass(frozen=True, slots=True)
class Pair:
    """One name and value of a query string, encoded once."""

    name: str
    value: str
    encoded: str


class Links:
    """The address of a list, and the links that change one thing in it.

    A list has a path that may stand for some choices (`/sections/europe/`). A link
    that changes one of them, or adds to it, leads to the list of all articles, with
    the rest written out. No link carries the cursor but `put` when told so.
    """

    def __init__(
        self,
        pairs: Iterable[tuple[str, str]],
        *,
        path: str = "/articles/",
        fixed: Iterable[tuple[str, str]] = (),
        anywhere: str = "/articles/",
    ) -> None:
        self.path = path
        self._anywhere = anywhere
        self._fixed = _encode(fixed)
        self._pairs = [pair for pair in _encode(pairs) if pair.name not in CURSORS]
        self._fixed_names = {pair.name for pair in self._fixed}

    def here(self) -> str:
        """This list from its beginning."""
        return _join(self.path, self._pairs)

    def put(self, **values: str) -> str:
        """The list with these values in place of all others of their names."""
        base, pairs = self._open(values)
        kept = [pair for pair in pairs if pair.name not in values]
        return _join(base, [*kept, *_encode(values.items())])

    def without(self, *names: str) -> str:
        """The list with no value of these names."""
        base, pairs = self._open(names)
        return _join(base, [pair for pair in pairs if pair.name not in names])

    def toggle(self, name: str, value: str) -> str:
        """The list with one value taken out, or put in beside its like."""
        base, pairs = self._open((name,))
        kept = [pair for pair in pairs if (pair.name, pair.value) != (name, value)]
        if len(kept) == len(pairs):
            kept += _encode([(name, value)])
        return _join(base, kept)

    def drop(self, name: str, values: Collection[str]) -> str:
        """The list with several values of one name taken out."""
        base, pairs = self._open((name,))
        kept = [p for p in pairs if p.name != name or p.value not in values]
        return _join(base, kept)

    def fields(self, *names: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        """Where a form sends these names to, and what else it must carry."""
        base, pairs = self._open(names)
        return base, tuple((p.name, p.value) for p in pairs if p.name not in names)

    def _open(self, names: Iterable[str]) -> tuple[str, list[Pair]]:
        if self._fixed_names.isdisjoint(names):
            return self.path, self._pairs
        return self._anywhere, [*self._fixed, *self._pairs]


def _encode(pairs: Iterable[tuple[str, str]]) -> list[Pair]:
    return [
        Pair(name, value, f"{name}={quote_plus(value, errors='replace')}")
        for name, value in pairs
    ]


def _join(path: str, pairs: Iterable[Pair]) -> str:
    query = "&".join(pair.encoded for pair in pairs)
    return f"{path}?{query}" if query else path
