"""What a list asks of the search index, and what an article gives to it."""

from __future__ import annotations

from dataclasses import dataclass

Phrase = tuple[str, ...]  # terms in order; a word is a phrase of one


@dataclass(frozen=True, slots=True)
class Match:
    """All `words`, none of `without`, any of `sections`, any of `sources`.

    `but` are precisions that are left out.
    """

    words: tuple[Phrase, ...] = ()
    without: tuple[Phrase, ...] = ()
    sections: tuple[int, ...] = ()
    sources: tuple[int, ...] = ()
    but: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as the index holds it; texts are plain, not yet terms."""

    position: int
    headline: str
    byline: str
    body: str
    former: str
    sections: tuple[int, ...]
    source: int | None

    @property
    def texts(self) -> tuple[str, str, str, str]:
        return self.headline, self.byline, self.body, self.former


@dataclass(frozen=True, slots=True)
class Stale:
    """What was indexed and counted of an article before it changed.

    `fresh` means that nothing was: the article is new. `versions_until` is the largest
    version whose wording was part of `former`.
    """

    article: int
    fresh: bool
    position: int | None
    precision: str
    source: int | None
    sections: tuple[int, ...]
    headline: str
    print_headline: str
    byline: str
    body: str
    versions_until: int
