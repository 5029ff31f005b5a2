"""Find the dates within a short line that prints more than a date."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from articles.dumps.headers import Field
from articles.dumps.values import read_date

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST: Final = 160  # characters of a line that prints a date
_MOST_WORDS: Final = 16  # of a part that prints a date
_FINE: Final = {"day", "minute", "second"}
_PARTING: Final = re.compile(r"\s*[|·•●]\s*|\s{3,}|\s+[\u2013\u2014]\s+|;\s+")
_DATED: Final = re.compile(
    r"\d{4}|\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{2}|\d年\d|\d년"
)
# where a browser leaves no blank between two elements, as in 4 May 2015-8:15Updated
_GLUED: Final = re.compile(
    r"(?<=[a-z])(?=\d{1,2}[./ ]|\d{4}|[A-Z][a-z]+ \d)|(?<=[\u3040-\u9fff])(?=\d{4}年)"
    r"|(?<=\d{4})-(?=\d\d?:\d\d)|(?<=:\d\d)(?=[A-Z][a-z])"
)
_UPDATED: Final = re.compile(
    r"(?:updated|modified|edited|aktualisiert|geändert|mis à jour|modifié"
    r"|actualizad[ao]|atualizad[ao]|aggiornat[ao]|bijgewerkt|uppdaterad|opdateret|oppdatert"
    r"|zmieniono|обновлен[оа]?|изменен[оа]?|更新|수정|تحديث|güncelle(?:me|ndi))\w*",
    re.IGNORECASE,
)


def find_dates(text: str) -> Iterator[Field]:
    """Yield the dates of a line, those behind a word for updates as `updated`.

    >>> [(f.name, f.value) for f in find_dates("Sent 4 May 2015 | Updated 5 May 2015")]
    [('published', '4 May 2015'), ('updated', '5 May 2015')]
    """
    if len(text) > _LONGEST or _DATED.search(text) is None:
        return
    marks = [mark.start() for mark in _UPDATED.finditer(text)]
    bounds = [0, *(at for at in marks if at), len(text)]
    for start, stop in pairwise(bounds):
        is_updated = _UPDATED.match(text, start) is not None
        for part in _PARTING.split(text[start:stop]):
            value = _find_date(part)
            if value:
                yield Field("updated" if is_updated else "published", "", value)


def _find_date(text: str) -> str:
    """Return the longest run of words that is a date to the day, or ""."""
    words = _GLUED.sub(" ", text).split()
    if not words or len(words) > _MOST_WORDS or _DATED.search(text) is None:
        return ""
    for size in range(len(words), 0, -1):
        for start in range(len(words) - size + 1):
            run = " ".join(words[start : start + size]).strip("()[],;")
            moment = read_date(run) if _DATED.search(run) else None
            if moment is not None and moment.precision in _FINE:
                return run
    return ""
