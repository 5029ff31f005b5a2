"""What a run of the import did, as counts and problems."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

OUTCOMES: Final = ("created", "updated", "unchanged", "duplicate", "held", "buried")
TALLIES: Final = ("files", "ignored", "rejected", "bytes", *OUTCOMES)


@dataclass(frozen=True, slots=True)
class Trouble:
    """A problem as the report prints it."""

    file: str
    line: int | None
    reason: str
    code: str


@dataclass(slots=True)
class Report:
    """The outcome of a run; `batch` is None after a dry run.

    `records` is the sum of the six outcomes; `rejected` counts the pieces that gave no
    record. `problems` also lists what was lost of files that did give one.
    """

    batch: int | None = None
    files: int = 0
    ignored: int = 0
    records: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    duplicate: int = 0
    held: int = 0
    buried: int = 0
    rejected: int = 0
    bytes: int = 0
    seconds: float = 0.0
    problems: list[Trouble] = field(default_factory=list)

    def add(self, outcome: str, n: int = 1) -> None:
        """Count `n` records of this outcome."""
        setattr(self, outcome, getattr(self, outcome) + n)
        self.records += n


def tell_kept(files: int, *, is_dry_run: bool) -> str:
    """Say what of a run that ended early is in the archive, and what to do."""
    if is_dry_run:
        return "Nothing was written: it was a dry run."
    return f"{files:,} files are in the archive; run the same command again to go on."
