"""JSON: an article, a list of articles, or an object that holds such a list.

{"status": "ok", "articles": [
  {"headline": "Harbour reopens", "datePublished": "2015-05-12T00:03:01+09:00",
   "articleBody": "The first boat of the year left at noon."}
]}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from articles.dumps.composing import names_in
from articles.dumps.gathering import Gathering
from articles.dumps.objects import (
    BrokenJsonError,
    Element,
    read_elements,
    read_value,
)
from articles.dumps.spellings import fields_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.dumps.pages import Page, Parsed

NAME: Final = "json"
_BEGINS: Final = re.compile(r"\{\s*\"|\[\s*(?:[\[{\"]|\]\s*$)")
_LIST: Final = re.compile(r"\"(?:[^\"\\]|\\.){1,80}+\"\s*+:\s*+\[\s*+(?=\{)")
_MEMBER: Final = re.compile(r"[\s,]*+\"(?:[^\"\\]|\\.)*+\"\s*+:\s*+(?=\{)")
_MOST_LISTS: Final = 200  # that are tried
_OPENS: Final = re.compile(r"[\[{]")
_NO_ARTICLE: Final = "It is no object with the fields of an article."
_ENDLESS: Final = "The list does not end; the file may be cut off."
_HEAD: Final = 3  # lines in which a JSON text shows what it is


def matches(page: Page) -> bool:
    """Say whether the text begins as an object or list does."""
    head = "\n".join(page.texts[number] for number in page.filled[:_HEAD])
    return _BEGINS.match(head.lstrip("\x1e\ufeff")) is not None


def parse(page: Page, *, folder: str) -> Parsed:  # noqa: ARG001  every format takes it
    """Make one record of each object that is an article."""
    gathering = Gathering(page)
    for start, end, value, reason in _find_elements(gathering.text):
        if reason:
            gathering.refuse(start, end, "broken-json", reason)
        elif isinstance(value, dict):
            gathering.take(start, end, value)
        else:
            gathering.refuse(start, end, "no-article", _NO_ARTICLE)
    return gathering.finish()


def _find_elements(text: str) -> Iterator[Element]:
    at = 0
    while opens := _OPENS.search(text, at):
        at = opens.start()
        start = _find_list(text, at)
        if start is None and text[at] == "{":
            yield from _read_members(text, at) or read_elements(text, at)
            return
        at = at + 1 if start is None else start
        is_broken = False
        for element in read_elements(text, at):
            yield element
            at, is_broken = element.end, bool(element.reason)
        at = text.find("]", at) + 1
        if not at and not is_broken:
            yield Element(len(text), len(text), None, _ENDLESS)
        if not at or start is not None:
            return


def _find_list(text: str, at: int) -> int | None:
    """Find where the list of articles within an object begins."""
    if text[at] == "[":
        return None
    try:
        value, _ = read_value(text, at)
    except BrokenJsonError:
        value = None
    if isinstance(value, dict) and _is_whole_article(value):
        return None
    for count, found in enumerate(_LIST.finditer(text, at)):
        if count == _MOST_LISTS:
            break
        if _begins_article(text, found.end()):
            return found.end()
    return None


def _is_whole_article(value: dict[str, Any]) -> bool:
    """Say whether an object has a text of its own, and no list of articles for it."""
    own = {name: each for name, each in value.items() if not _is_list(each)}
    return "body" in fields_of(names_in(own))


def _is_list(value: Any) -> bool:
    if not isinstance(value, list) or not value or not isinstance(value[0], dict):
        return False
    return fields_of(names_in(value[0])) >= {"headline", "body"}


def _begins_article(text: str, at: int) -> bool:
    try:
        value, _ = read_value(text, at)
    except BrokenJsonError:
        return False
    return "headline" in fields_of(names_in(value))


def _read_members(text: str, at: int) -> list[Element]:
    """Read an object of articles by their ids; [] if it is none."""
    elements: list[Element] = []
    at += 1
    while member := _MEMBER.match(text, at):
        try:
            value, at = read_value(text, member.end())
        except BrokenJsonError as error:
            elements.append(Element(member.end(), len(text), None, str(error)))
            break
        if not fields_of(names_in(value)) & {"headline", "body"}:
            return []
        elements.append(Element(member.end(), at, value))
    return elements if len(elements) > 1 else []
