"""Texts of many scripts for property tests, the same ones in every run."""

from __future__ import annotations

from hypothesis import settings, strategies as st

steady = settings(derandomize=True, deadline=None, max_examples=100, database=None)

ALPHABET = (
    "aZé ßœøİ.,'’-\n\n\t0٣½…ﬁ"
    "\u0301\u00ad\u200d"  # a lone accent, a soft hyphen, a joiner
    "東京都のがｶﾞｰ々、。한국어ᄀ"
    "कीไทยุאָבّأىة"
    "😀\x00\x0c\ufffd\ud800"
)

texts = st.text(ALPHABET, max_size=60)
any_texts = st.text(max_size=40)
wordings = st.lists(
    st.sampled_from(["one", "two", "three", " ", " ", "\n\n", "\n", ".", "東", "京"]),
    max_size=30,
).map("".join)
