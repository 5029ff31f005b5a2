"""The formats, one module each; every one of them has the names of `Format`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from articles.dumps.formats import (
    browsertext,
    feed,
    html,
    jsonlines,
    jsontext,
    labelled,
    lexisnexis,
    nexisuni,
    pagedump,
    table,
    titled,
    urltext,
)

if TYPE_CHECKING:
    from articles.dumps.pages import Page, Parsed


class Format(Protocol):
    """What a format module offers."""

    @property
    def NAME(self) -> str: ...  # noqa: N802  a constant of the module

    def matches(self, page: Page) -> bool: ...

    def parse(self, page: Page, *, folder: str) -> Parsed: ...


FORMATS: Final[tuple[Format, ...]] = (
    feed,
    html,
    jsonlines,
    jsontext,
    table,
    lexisnexis,
    nexisuni,
    browsertext,
    labelled,
    urltext,
    pagedump,
    titled,
)  # in the order of trial
