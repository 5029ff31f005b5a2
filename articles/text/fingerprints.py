"""Normal forms and digests: what makes two printed things the same thing.

Apart from `articles.text.terms`, so that a better search never changes a key.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Final
from unicodedata import normalize

DIGEST_SIZE: Final = 16  # bytes
_UNEVEN: Final = re.compile(r" \s+|[^\S ]\s*")  # blanks that are not one space


def fold(text: str) -> str:
    """The normal form for keys: compatibility forms, case and white space made equal.

    >>> fold("  Ｔｈｅ\\u00a0STRASSE ") == fold("the straße")
    True
    """
    if text.isascii():
        return _even(text.lower())
    return _even(normalize("NFKC", normalize("NFKC", text).casefold()))


def _even(text: str) -> str:
    """Write runs of blanks as one; parting all words takes ten times the memory."""
    return _UNEVEN.sub(" ", text).strip()


def digest(*parts: str) -> bytes:
    """Sixteen bytes that stand for exactly these parts in this order."""
    whole = sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        whole.update(len(encoded).to_bytes(8, "big"))
        whole.update(encoded)
    return whole.digest()[:DIGEST_SIZE]


def text_digest(headline: str, body: str) -> bytes:
    """The digest of an article's text, however it was spaced and capitalised."""
    return digest(fold(headline), fold(body))
