"""JSON lines: an object a line, each an article.

{"title": "Harbour reopens", "published": "2015-05-12", "text": "The ice is out."}
{"title": "Lamp trimmed", "source": "AFP", "text": "The keeper came at noon."}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from articles.dumps.composing import compose_record
from articles.dumps.gathering import NO_ARTICLES
from articles.dumps.objects import BrokenJsonError, read_value
from articles.dumps.pages import Page, Parsed
from articles.dumps.records import Problem, Record

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME: Final = "jsonl"
_SAMPLE: Final = 5  # lines
_ACTIONS: Final = {"index", "create", "update", "delete"}  # of a bulk export
_ENDS: Final = ",\x1e\ufeff \t"


def matches(page: Page) -> bool:
    """Say whether the first lines are objects, of which one at most is broken."""
    texts = [page.texts[number].strip(_ENDS) for number in page.filled[:_SAMPLE]]
    objects = [text for text in texts if _is_object(text)]
    return len(objects) > 1 and len(objects) >= len(texts) - 1


def parse(page: Page, *, folder: str) -> Parsed:  # noqa: ARG001  every format takes it
    """Make one record of each line that is an object."""
    roles = ["blank"] * len(page.lines)
    records: list[Record] = []
    problems: list[Problem] = []
    for number in page.filled:
        found = _read_line(page.texts[number], len(records) + 1, number + 1)
        if found is None:
            roles[number] = "markup"
        elif isinstance(found, Record):
            records.append(found)
            roles[number] = f"record:{found.index}"
        else:
            problems.append(found)
            roles[number] = f"rejected:{found.code}"
    if not records and not problems:
        problems.append(NO_ARTICLES)
    return Parsed(records, problems, roles)


def _is_object(text: str) -> bool:
    if not text.startswith("{"):
        return False
    try:
        value, end = read_value(text)
    except BrokenJsonError:
        return False
    return isinstance(value, dict) and end == len(text)


def _read_line(text: str, index: int, line: int) -> Record | Problem | None:
    text = text.strip(_ENDS)
    try:
        value, end = read_value(text)
    except BrokenJsonError as error:
        return Problem(line, "broken-json", str(error).replace("line 1, ", ""))
    if end != len(text) or not isinstance(value, dict):
        return Problem(line, "broken-json", "The line is not one JSON object.")
    if _is_action(value):
        return None
    return compose_record(value, index=index, line=line)


def _is_action(value: dict[str, Any]) -> bool:
    only: Sequence[Any] = list(value.values())
    return value.keys() <= _ACTIONS and len(only) == 1 and isinstance(only[0], dict)
