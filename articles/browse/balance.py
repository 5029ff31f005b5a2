"""What became of the bytes of a file, as a key with counts and a bar."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from articles.browse.roles import GROUPS, role_of
from articles.browse.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articles.dumps.records import Span

LENGTH: Final = 100.0  # of the bar
_SHORTEST: Final = 0.8  # so that two bytes can be seen among thousands


@dataclass(frozen=True, slots=True)
class Part:
    """An entry of the key and its piece of the bar."""

    name: str
    tone: str
    size: str
    x: str
    width: str


def balance(spans: Iterable[Span]) -> tuple[Part, ...]:
    """Add up the spans by what they are: the sizes of all parts are the file's."""
    sizes: Counter[str] = Counter()
    for span in spans:
        sizes[role_of(span.kind).group] += span.size
    groups = [group for group in GROUPS if sizes[group]]
    total = sizes.total() or 1
    widths = [max(_SHORTEST, LENGTH * sizes[group] / total) for group in groups]
    scale = LENGTH / (sum(widths) or 1)
    parts, x = [], 0.0
    for group, width in zip(groups, widths, strict=True):
        parts.append(
            Part(
                name=group,
                tone=GROUPS[group],
                size=counted(sizes[group], "byte"),
                x=f"{x:.2f}",
                width=f"{width * scale:.2f}",
            )
        )
        x += width * scale
    return tuple(parts)
