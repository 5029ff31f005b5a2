"""A progress bar on a terminal: rate and, where the size is known, the time left."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Self

from tqdm import tqdm

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from articles.archive.reporting import Report

COMPRESSED = {".gz", ".tgz", ".zip", ".bz2", ".xz"}


class Progress:
    """Shows how far a run is; nothing where nobody watches."""

    def __init__(self, paths: Sequence[Path | str], *, is_quiet: bool) -> None:
        is_shown = not is_quiet and sys.stderr.isatty()
        self.files = 0
        self._bar = tqdm(
            total=_size(paths) if is_shown else None,
            unit="B",
            unit_scale=True,
            disable=not is_shown,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()

    def show(self, report: Report) -> None:
        """Move on to what the report says."""
        self.files = report.files
        self._bar.set_postfix_str(f"{report.files:,} files", refresh=False)
        self._bar.update(report.bytes - self._bar.n)


def _size(paths: Sequence[Path | str]) -> int | None:
    """The bytes to be read, or None when only reading can tell."""
    total = 0
    for path in paths:
        if isinstance(path, str) or path.suffix.lower() in COMPRESSED:
            return None
        if path.is_dir():
            total += sum(f.lstat().st_size for f in path.rglob("*") if f.is_file())
        elif path.exists():
            total += path.stat().st_size
    return total
