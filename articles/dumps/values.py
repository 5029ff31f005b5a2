"""Printed values as the fields of a record hold them; what is none of it gives ""."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articles.dumps.dates import IMPOSSIBLE, parse_moment
from articles.dumps.pages import collapse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articles.dumps.records import Moment

_ADDRESS: Final = re.compile(r"<?((?:https?|ftp)://[^\s<>]+|www\.[^\s<>]+)>?", re.I)
_SEPARATORS: Final = re.compile("[,;|、\uff0c\uff1b]")
_LONGEST_DATE: Final = 80  # characters
_LANGUAGES: Final = {  # by their own names and those in other languages
    name: code
    for code, names in {
        "ar": "arabic arabisch arabe árabe العربية عربي",
        "cs": "czech tschechisch tchèque checo čeština",
        "da": "danish dänisch danois danés dansk",
        "de": "german deutsch allemand alemán tedesco",
        "el": "greek griechisch grec griego ελληνικά",
        "en": "english englisch anglais inglés ingles inglese",
        "es": "spanish spanisch espagnol español espanol spagnolo castellano",
        "fa": "persian farsi persisch persan persa فارسی",
        "fi": "finnish finnisch finnois finés suomi",
        "fr": "french französisch français francais francés francese",
        "he": "hebrew hebräisch hébreu hebreo עברית",
        "hi": "hindi हिन्दी",
        "hu": "hungarian ungarisch hongrois húngaro magyar",
        "id": "indonesian indonesisch indonésien indonesio",
        "it": "italian italienisch italien italiano",
        "ja": "japanese japanisch japonais japonés 日本語",
        "ko": "korean koreanisch coréen coreano 한국어",
        "nl": "dutch niederländisch néerlandais neerlandés nederlands",
        "no": "norwegian norwegisch norvégien noruego norsk",
        "pl": "polish polnisch polonais polaco polski",
        "pt": "portuguese portugiesisch portugais portugués português",
        "ro": "romanian rumänisch roumain rumano română",
        "ru": "russian russisch russe ruso русский",
        "sv": "swedish schwedisch suédois sueco svenska",
        "th": "thai thailändisch thaï tailandés ไทย",
        "tr": "turkish türkisch turc turco türkçe",
        "uk": "ukrainian ukrainisch ukrainien ucraniano українська",
        "ur": "urdu اردو",
        "vi": "vietnamese vietnamesisch vietnamien vietnamita",
        "zh": "chinese chinesisch chinois chino mandarin 中文 汉语 漢語",
    }.items()
    for name in names.split()
}
_CODE: Final = re.compile("([a-z]{2,3})(?:[-_][A-Za-z0-9]+)*")


def read_address(text: str) -> str:
    """Return the web address that a text consists of, or "".

    >>> read_address("<http://gazette.example/1>"), read_address("see www.example.org")
    ('http://gazette.example/1', '')
    """
    match = _ADDRESS.fullmatch(text)
    return match[1] if match else ""


def read_date(text: str) -> Moment | None:
    """Read a text that is a date, if an impossible one, and nothing else."""
    if not text or len(text) > _LONGEST_DATE:
        return None
    moment = parse_moment(text)
    return moment if moment.precision or IMPOSSIBLE in moment.doubts else None


def read_moment(raw: str) -> Moment | None:
    """Read what was printed as a date; one that cannot be read keeps its print."""
    return parse_moment(raw) if raw else None


def read_language(raw: str) -> str:
    """Return the code of a language that is named or given as a code, or "".

    >>> read_language("ENGLISH"), read_language("de-AT"), read_language("Volapük")
    ('en', 'de', '')
    """
    text = raw.strip().lower()
    code = _CODE.fullmatch(text)
    if code and code[1] in _LANGUAGES.values():
        return code[1]
    return _LANGUAGES.get(text, "")


def split_names(values: Iterable[str]) -> tuple[str, ...]:
    """Part names at commas and the like; each is given once, in order."""
    names = (name for value in values for name in _SEPARATORS.split(value))
    return tuple(dict.fromkeys(name for name in map(collapse, names) if name))
