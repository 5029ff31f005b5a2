"""Compares the import with the bare loop of ../shared/bench, in one run.

usage: python tests/benchmarks/bench_import.py [ARTICLES] [ROUNDS]

Makes a heap, then imports it by the loop and by import_dumps in turn, each into a new
database, and prints the seconds and the memory of each round and the median of the
ratios: 1.0 is as quick as the loop. On a busy machine trust the CPU's.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
BENCH = PROJECT.parent / "shared" / "bench"


def main(articles: int, rounds: int) -> None:
    """Print the ratio of the bare loop's time to the import's, by clock and by CPU."""
    with tempfile.TemporaryDirectory() as folder:
        heap = Path(folder, "heap.tar")
        _run([BENCH / "make_corpus.py", articles, heap])
        ratios = []
        for number in range(rounds):
            loop = _run([BENCH / "import_floor.py", heap, f"{folder}/{number}.db"])
            ours = _import(heap, Path(folder, f"data-{number}"))
            ratios.append((loop.wall_s / ours.wall_s, loop.cpu_s / ours.cpu_s))
            print(f"loop {loop}, import {ours}: {_ratio(ratios[-1:])}")
    print(f"{articles:,} articles, median of {rounds}: {_ratio(ratios)}")


@dataclass(frozen=True)
class Spent:
    """What a process took."""

    wall_s: float
    cpu_s: float
    memory_mb: int  # resident, at most

    def __str__(self) -> str:
        return f"{self.wall_s:.1f} s ({self.cpu_s:.1f} s CPU, {self.memory_mb} MB)"


def _ratio(ratios: list[tuple[float, float]]) -> str:
    wall, cpu = (statistics.median(column) for column in zip(*ratios, strict=True))
    return f"ratio {wall:.2f} by the clock, {cpu:.2f} by CPU"


def _import(heap: Path, data: Path) -> Spent:
    environment = {"NEWSROOM_DATA_DIR": str(data), "DATABASE_URL": ""}
    manage = PROJECT / "manage.py"
    _run([manage, "migrate", "--verbosity", "0"], **environment)
    return _run([manage, "import_dumps", heap, "--quiet"], **environment)


def _run(command: list[object], **environment: str) -> Spent:
    """Run a Python program and take its time."""
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, *map(str, command)],
        stdout=subprocess.DEVNULL,
        env=os.environ | environment,
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command} failed")
    return Spent(
        time.monotonic() - began,
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss // 1024,
    )


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[1:]]
    main(*(arguments + [20_000, 5][len(arguments) :]))
