"""Read JSON values one after the other, and say where each of them stands."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_DECODER: Final = json.JSONDecoder(strict=False)  # line breaks in texts are common
_GAP: Final = re.compile(r"[\s,\x1e\ufeff]*+")  # RFC 7464 begins records by \x1e
_NEXT: Final = re.compile(r"\}\s*+,\s*+(?=\{\s*+\")")


class BrokenJsonError(ValueError):
    """A text that is no JSON, and why."""


class Element(NamedTuple):
    """A value, or the reason why there is none."""

    start: int
    end: int
    value: Any
    reason: str = ""


def read_value(text: str, at: int = 0) -> tuple[Any, int]:
    """Return the value that begins at a place, and where it ends.

    Raises BrokenJsonError.
    """
    try:
        return _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        reason = error.msg.removesuffix(" starting at")
        where = f"line {error.lineno}, column {error.colno}"
        raise BrokenJsonError(f"It is no whole JSON: {reason} ({where}).") from error
    except ValueError as error:  # a number of more digits than any is read with
        raise BrokenJsonError("It holds a number of too many digits.") from error
    except RecursionError as error:
        raise BrokenJsonError("Its lists and objects lie too deep.") from error


def read_elements(text: str, at: int) -> Iterator[Element]:
    """Yield values from a place on, to a bracket that closes what it stands in.

    What is broken ends where the next object seems to begin: at the same indentation,
    or after "},".
    """
    while True:
        gap = _GAP.match(text, at)
        start = gap.end() if gap else at
        if start >= len(text) or text[start] in "]}":
            return
        try:
            value, at = read_value(text, start)
        except BrokenJsonError as error:
            at = _find_next(text, start)
            yield Element(start, at, None, str(error))
        else:
            yield Element(start, at, value)


def _find_next(text: str, start: int) -> int:
    line = text.rfind("\n", 0, start) + 1
    indentation = text[line:start]
    if not indentation.strip():
        below = text.find(f"\n{indentation}{{", start)
        if below >= 0:
            return below + 1
    found = _NEXT.search(text, start)
    return found.end() if found else len(text)
