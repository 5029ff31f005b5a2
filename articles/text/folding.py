"""What each character becomes in a term: case, accents and letter forms folded.

É -> e    ﬁ -> fi    œ -> oe    ß -> ss    ٣ -> 3    أ -> ا    が -> が    ! -> " "
"""

from __future__ import annotations

import re
from typing import Final
from unicodedata import category, decimal, normalize

# Scripts that are written without spaces between words (and Korean, whose words take
# endings): Thai, Lao, Burmese, Khmer, Hangul, kana, bopomofo, Chinese characters.
UNSPACED: Final = (
    "\u0e01-\u0e4e\u0e80-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff"
    "\u3005-\u3007\u3031-\u3035\u3041-\u309f\u30a1-\u30fa\u30fc-\u318f\u31a0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uaa60-\uaa7f\uac00-\ud7ff"
    "\uf900-\ufaff\uff66-\uffdc\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)

# The point between two single letters: U.S. is us, J.R.R. is jrr, 3.2 stays 3 2.
# The point stands first in the pattern so that the search is one for a character.
INITIALS: Final = re.compile(r"\.(?<=(?<![^\W_])[^\W\d_]\.)(?=[^\W\d_](?![^\W_]))")

# Only accents go, and the points that Hebrew and Arabic leave out in print: a vowel
# sign of an Indic script or a Japanese voicing mark is part of its letter.
_DROPPED: Final = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe2f"
    "\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06ed\u0711\u0730-\u074a\u08ca-\u08ff\U000e0100-\U000e01ef]"
)

# Letters that Unicode does not decompose. The Arabic ones are printed for one another
# (ى for ي, ه for ة) or differ between Arabic, Persian and Urdu keyboards (ک, ی, ہ).
_LETTERS: Final = {
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ı": "i",
    "ł": "l",
    "ŋ": "n",
    "ŧ": "t",
    "þ": "th",
    "\u0671": "\u0627",  # alef wasla
    "\u0629": "\u0647",  # teh marbuta
    "\u06c1": "\u0647",  # heh goal
    "\u06d5": "\u0647",  # ae
    "\u0649": "\u064a",  # alef maksura
    "\u06cc": "\u064a",  # Farsi yeh
    "\u06a9": "\u0643",  # keheh
} | dict.fromkeys("ʹʺʻʼʽʾʿˈ", " ")  # letters to Unicode, apostrophes in print

_HALFWIDTH_VOICED: Final = re.compile("[\uff66-\uff9d][\uff9e\uff9f]")


class _Folding(dict[int, str]):
    """{code point: what it becomes}, filled as characters are met.

    A memo for `str.translate`: at most one short string for each character of Unicode.
    """

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold(chr(code))
        return folded


FOLDING: Final = _Folding()


def compose(text: str) -> str:
    """Join letters and marks that stand apart, so that `FOLDING` sees one character."""
    text = normalize("NFC", text)
    if "\uff9e" in text or "\uff9f" in text:
        return _HALFWIDTH_VOICED.sub(lambda two: normalize("NFKC", two[0]), text)
    return text


def _fold(character: str) -> str:
    if (
        "\u3131" <= character <= "\u318e"
    ):  # the parts of a syllable, shown alone: ㅋㅋㅋ
        return character
    plain = normalize("NFKD", normalize("NFKC", character).casefold())
    return normalize("NFC", "".join(map(_fold_part, plain)))


def _fold_part(character: str) -> str:
    if character in _LETTERS:
        return _LETTERS[character]
    kind = category(character)
    if kind in {"Cf", "Me"} or _DROPPED.match(character):
        return ""
    if kind == "Nd":
        return str(decimal(character))
    return character if kind[0] in "LMN" else " "
