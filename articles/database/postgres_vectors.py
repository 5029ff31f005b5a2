"""Term vectors: an article's terms with their places, and queries over them.

A tsvector holds places up to 16383 and 256 of each term, and 1 MB of terms. An article
within these limits answers exactly. A longer one is marked `=long` and has no places:
for a phrase it is only a candidate, and its text decides. One with too many terms is
cut into `=parts` too, and is a candidate for all. Tags begin with `=`, which no term
does: `=s3` a section, `=o40` a source.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from articles.text.terms import terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articles.database.matching import Entry, Match, Phrase

_LAST_PLACE: Final = 16_383
_MOST_PLACES: Final = 255
_PART_TERMS: Final = 10_000  # different terms; with their places far below 1 MB
_PART_BYTES: Final = 500_000


def vectors(entry: Entry) -> Iterator[str]:
    """The vectors of an article in PostgreSQL's text form: one, unless it is long."""
    places: dict[str, list[int]] = {}
    place = 0
    for text in entry.texts:
        for term in terms(text).split():
            place += 1
            places.setdefault(term, []).append(place)
        place += 1  # so that no phrase reaches from one text into the next
    tags = [f"'=s{pk}'" for pk in entry.sections]
    if entry.source is not None:
        tags.append(f"'=o{entry.source}'")
    if _is_long(places, place):
        tags.append("'=long'")
        parts = list(_parts(sorted(places)))
        if len(parts) > 1:
            tags.append("'=parts'")
        for part in parts:
            yield " ".join([*tags, *(f"'{term}'" for term in part)])
        return
    yield " ".join([*tags, *(_placed(term, at) for term, at in places.items())])


def whole_query(match: Match) -> str:
    """The match as a tsquery: exact for all articles that `unsure_query` leaves out."""
    tags = [_any("=s", match.sections), _any("=o", match.sources)]
    tags = [tag for tag in tags if tag]
    words = [_phrase(phrase) for phrase in match.words]
    without = [f"!({_phrase(phrase)})" for phrase in match.without]
    exact = " & ".join([*tags, *words, *without]) or "!'='"
    singles = sorted({f"'{term}'" for phrase in match.words for term in phrase})
    either = [f"({' | '.join(singles)})"] if singles else []
    unwanted = [f"!'{phrase[0]}'" for phrase in match.without if len(phrase) == 1]
    long = " & ".join(["'=long' & !'=parts'", *tags, *singles, *unwanted])
    parted = " & ".join(["'=parts'", *tags, *either])
    return f"(({exact}) & !'=long') | ({long}) | ({parted})"


def unsure_query(match: Match) -> str:
    """The articles, as a tsquery, that a match finds as candidates only."""
    has_phrase = any(len(phrase) > 1 for phrase in (*match.words, *match.without))
    return "'=long'" if has_phrase else "'=parts'"


def _is_long(places: dict[str, list[int]], last: int) -> bool:
    return (
        last > _LAST_PLACE
        or len(places) > _PART_TERMS
        or any(len(at) > _MOST_PLACES for at in places.values())
    )


def _placed(term: str, at: Sequence[int]) -> str:
    return f"'{term}':{','.join(map(str, at))}"


def _parts(ordered: Sequence[str]) -> Iterator[list[str]]:
    """Cut the terms into parts that stay below PostgreSQL's limit."""
    rest = iter(ordered)
    while part := list(islice(rest, _PART_TERMS)):
        size = sum(len(term.encode()) for term in part)
        step = max(1, len(part) * _PART_BYTES // max(size, _PART_BYTES))
        for start in range(0, len(part), step):
            yield part[start : start + step]


def _phrase(phrase: Phrase) -> str:
    return "(" + " <-> ".join(f"'{term}'" for term in phrase) + ")"


def _any(prefix: str, ids: Sequence[int]) -> str:
    return "(" + " | ".join(f"'{prefix}{pk}'" for pk in ids) + ")" if ids else ""
