"""How long `terms` takes: python -m tests.benchmarks.bench_terms."""

from __future__ import annotations

from timeit import repeat

from articles.text.terms import terms

# A sentence, the number of characters, the budget in microseconds.
SAMPLES = {
    "English": ("The ferry left at 6.40, said Mr. O'Neill; it was full. ", 3_000, 50),
    "French": ("L’été, à Québec, le cœur de la ville a été rénové… ", 3_000, 400),
    "Japanese": ("東京都の１月の物価指数は、前年比で上昇した（総務省）。", 1_500, 750),
    "Arabic": ("وصلت العبّارة إلى الميناء في السّاعة ٦:٤٠ صباحًا، ", 3_000, 750),
}
ROUNDS, CALLS = 5, 100


def main() -> None:
    for name, (sentence, size, budget) in SAMPLES.items():
        text = (sentence * size)[:size]
        taken = min(repeat(lambda text=text: terms(text), number=CALLS, repeat=ROUNDS))
        micros = taken / CALLS * 1e6
        print(f"{name:10} {size} characters: {micros:6.1f} us of {budget}")


if __name__ == "__main__":
    main()
