"""The records of a structured text, and what every character of it plays."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

from articles.dumps.composing import compose_record
from articles.dumps.pages import Page, Parsed
from articles.dumps.records import Problem, Record

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_ARTICLES: Final = Problem(None, "no-article", "The file holds no article.")


class Gathering:
    """Records and problems in the order of the text; the rest of it is markup."""

    def __init__(self, page: Page) -> None:
        self.text = "\n".join(page.lines)
        self._starts = list(
            accumulate((len(line) + 1 for line in page.lines), initial=0)
        )
        self._records: list[Record] = []
        self._problems: list[Problem] = []
        self._pieces: list[tuple[str, int]] = []
        self._at = 0

    def take(self, start: int, end: int, values: Mapping[str, Any]) -> None:
        """Make a record of values that stand from `start` to before `end`."""
        index, line = len(self._records) + 1, self._line_of(start)
        found = compose_record(values, index=index, line=line)
        if isinstance(found, Record):
            self._records.append(found)
            self._enter(f"record:{index}", start, end)
        else:
            self._problems.append(found)
            self._enter(f"rejected:{found.code}", start, end)

    def refuse(self, start: int, end: int, code: str, reason: str) -> None:
        self._problems.append(Problem(self._line_of(start), code, reason))
        self._enter(f"rejected:{code}", start, end)

    def finish(self) -> Parsed:
        """Return what was gathered; a text that holds no article is a problem."""
        if not self._records and not self._problems:
            self._problems.append(NO_ARTICLES)
        self._enter("markup", len(self.text), len(self.text))
        return Parsed(self._records, self._problems, [], self._pieces)

    def _enter(self, kind: str, start: int, end: int) -> None:
        self._pieces += ("markup", start - self._at), (kind, end - start)
        self._at = end

    def _line_of(self, at: int) -> int:
        return min(bisect_right(self._starts, at), max(1, len(self._starts) - 1))
