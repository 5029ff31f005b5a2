"""Compares the import with the bare loop of ../shared/bench, in one run.

usage: python tests/benchmarks/bench_import.py [ARTICLES] [ROUNDS]

Makes a heap, then imports it by the loop and by import_dumps in turn, each into a new
database, and prints the seconds of each round, the median of the ratios (1.0 is as
quick as the loop) and the largest resident memory.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
BENCH = PROJECT.parent / "shared" / "bench"


def main(articles: int, rounds: int) -> None:
    """Print the ratio of the bare loop's time to the import's."""
    with tempfile.TemporaryDirectory() as folder:
        heap = Path(folder, "heap.tar")
        _run([BENCH / "make_corpus.py", articles, heap], {})
        ratios = []
        for number in range(rounds):
            floor = _run([BENCH / "import_floor.py", heap, f"{folder}/{number}.db"], {})
            ours = _import(heap, Path(folder, f"data-{number}"))
            ratios.append(floor / ours)
            print(f"loop {floor:.1f} s, import {ours:.1f} s: ratio {floor / ours:.2f}")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(
        f"{articles:,} articles, {rounds} rounds: ratio {statistics.median(ratios):.2f}"
    )
    print(f"largest resident memory of any process: {memory} MB")


def _import(heap: Path, data: Path) -> float:
    environment = {"NEWSROOM_DATA_DIR": str(data), "DATABASE_URL": ""}
    manage = PROJECT / "manage.py"
    _run([manage, "migrate", "--verbosity", "0"], environment)
    return _run([manage, "import_dumps", heap, "--quiet"], environment)


def _run(command: list[object], environment: dict[str, str]) -> float:
    """Run a Python program; its seconds."""
    began = time.monotonic()
    subprocess.run(
        [sys.executable, *map(str, command)],
        check=True,
        stdout=subprocess.DEVNULL,
        env=os.environ | environment,
    )
    return time.monotonic() - began


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[1:]]
    main(*(arguments + [20_000, 3][len(arguments) :]))
