"""What LexisNexis prints around a text: a centred head, labels in capitals, a foot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articles.dumps.headers import Field
from articles.dumps.values import read_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from articles.dumps.pages import Page

BODY: Final = "body"
EXTRA: Final = "extra"
UNKNOWN: Final = "unknown"
COPYRIGHT: Final = "copyright"
_ROLES: Final = {"headline": "headline", "sections": "sections"}
_NAMES: Final = {
    "headline": "HEADLINE TITRE TITEL ÜBERSCHRIFT TITULAR TÍTULO",
    "byline": "BYLINE AUTHOR AUTOR AUTOREN AUTEUR AUTEURS AUTORES",
    "sections": "SECTION RUBRIK RESSORT RUBRIQUE SECCIÓN SECCION",
    "language": "LANGUAGE SPRACHE LANGUE IDIOMA",
    "url": "URL",
    BODY: "BODY TEXT TEXTE TEXTO",
    EXTRA: (
        "LENGTH LÄNGE LONGUEUR LONGITUD LAENGE DATELINE HIGHLIGHT GRAPHIC GRAFIK PHOTO"
        " ILLUSTRATION LOAD-DATE UPDATE CORRECTION CORRECTION-DATE PUBLICATION-TYPE"
        " PUBLIKATIONSART TYPE-PUBLICATION JOURNAL-CODE DOCUMENT-TYPE DOC-TYPE ACC-NO"
        " SUBJECT COMPANY ORGANIZATION TICKER INDUSTRY PERSON GEOGRAPHIC CITY STATE"
        " COUNTRY EDITION AUSGABE ÉDITION SERIES COLUMN NOTES MEMO TYPE ISSN KEYWORDS"
        " DISTRIBUTION CONTACT SOURCE PUBLICATION CATEGORY DEPARTMENT SUBJECT-TERMS"
    ),
}
_KNOWN: Final = {label: name for name, row in _NAMES.items() for label in row.split()}
_ONE_LINE: Final = {
    *("LENGTH", "LÄNGE", "LAENGE", "LONGUEUR", "LONGITUD", "LOAD-DATE", "UPDATE"),
    *("LANGUAGE", "SPRACHE", "LANGUE", "IDIOMA"),
}
_HEAD: Final = {
    *("LENGTH", "LÄNGE", "LAENGE", "LONGUEUR", "LONGITUD"),
    *("DATELINE", "HIGHLIGHT", "SERIES"),
}
_FOOT: Final = {
    *("LOAD-DATE", "UPDATE", "LANGUAGE", "SPRACHE", "LANGUE", "IDIOMA"),
    *("PUBLICATION-TYPE", "PUBLIKATIONSART", "TYPE-PUBLICATION", "JOURNAL-CODE"),
}
_CAPTIONS: Final = {"GRAPHIC", "GRAFIK", "PHOTO", "ILLUSTRATION"}
_LABEL: Final = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*) ?:\s*(.*)")
_BY: Final = re.compile(r"^by:?\s+", re.IGNORECASE)
_MAX_LABEL: Final = 24  # characters
_COPYRIGHT: Final = re.compile(
    r"(?:copyright\b|©|\(c\) ?(?:copyright )?\d{4}).*|.*\ball rights reserved\b.*"
    r"|alle rechte vorbehalten\b.*|tous droits réservés\b.*"
    r"|todos los derechos reservados\b.*",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(
    r"(?:p|pp|pg|pgs|page|pages|s|seite|pág|página|col|column|vol|no|nr)\b.*|\d+",
    re.IGNORECASE,
)
_LETTERED: Final = re.compile(r"section \w{1,2}", re.IGNORECASE)
_AT_PLACE: Final = re.compile(r"[;,]\s*(?=(?:pg|page|seite|pág)\b)|;", re.IGNORECASE)
_MAX_DATED: Final = 120  # characters
_MAX_WORDS: Final = 10  # of a date
_INDENT: Final = " " * 8  # of a centred line
_TOP_BLOCKS: Final = 5  # in which source and date stand
_TOP_LINES: Final = 10
_HEAD_BLOCKS: Final = 20
_CAPTION_BLOCKS: Final = 6  # of a picture, at most


def read_capitals(text: str) -> Field | None:
    """Read a line that begins with a label in capitals.

    >>> read_capitals("BYLINE: Ilse Marrow")
    Field(name='byline', label='BYLINE', value='Ilse Marrow')
    """
    match = _LABEL.match(text)
    if match is None or not match[1].isupper() or len(match[1]) > _MAX_LABEL:
        return None
    return Field(_KNOWN.get(match[1], UNKNOWN), match[1], match[2])


def is_known(text: str) -> bool:
    label = read_capitals(text)
    return label is not None and label.name != UNKNOWN


def begins_labels(text: str) -> bool:
    """Say whether a line is the first of the labels that stand above the body."""
    label = read_capitals(text)
    return label is not None and (
        label.name in {"headline", "byline", "sections"} or label.label in _HEAD
    )


def is_copyright(text: str) -> bool:
    return _COPYRIGHT.fullmatch(text) is not None


def group_blocks(page: Page, lines: Sequence[int]) -> list[list[int]]:
    """Group lines at blank ones, and where centred lines end."""
    blocks: list[list[int]] = []
    above = -1
    for number in lines:
        if (
            not blocks
            or number != above + 1
            or (_is_centred(page, above) and not _is_centred(page, number))
        ):
            blocks.append([])
        blocks[-1].append(number)
        above = number
    return blocks


def _is_centred(page: Page, number: int) -> bool:
    return page.lines[number].expandtabs().startswith(_INDENT)


def read_dated(text: str) -> tuple[str, str]:
    """Part a line that begins with a date from what follows it; ("", "") without one.

    >>> read_dated("January 5, 1995, Thursday, Late Edition - Final")
    ('January 5, 1995, Thursday', 'Late Edition - Final')
    """
    if len(text) > _MAX_DATED or not any(map(str.isdigit, text)):
        return "", ""
    words = text.split()
    rated = [
        (_rate_date(words[:size]), size)
        for size in range(2, min(len(words), _MAX_WORDS) + 1)
    ]
    (rank, *_), size = max(rated, default=((0,), 0))
    if not rank:
        return "", ""
    return " ".join(words[:size]).strip(" ,;"), " ".join(words[size:]).strip(" ,;")


def _rate_date(words: list[str]) -> tuple[int, bool, int]:
    """Say how much of a date words are; the name of a zone is in capitals."""
    moment = read_date(" ".join(words).strip(" ,;"))
    if moment is None or moment.precision == "year":
        return 0, False, 0
    timed = moment.precision in {"minute", "second"}
    is_whole = not timed or words[-1].isupper()
    rank = 2 if timed else 1
    return rank, moment.offset is not None, len(words) if is_whole else 0


def read_top(
    page: Page, blocks: list[list[int]], roles: list[str]
) -> tuple[list[Field], int]:
    """Read source, date and edition; return also how many blocks they take."""
    dated = _find_dated(page, blocks[:_TOP_BLOCKS])
    stop = _find_end(page, blocks, dated)
    source: list[str] = []
    fields: list[Field] = []
    for block in blocks[:stop]:
        taken = bool(source)
        for number in block:
            text = page.texts[number]
            roles[number] = "source-line"
            if is_copyright(text):
                roles[number] = f"boilerplate:{COPYRIGHT}"
            elif number == dated:
                date, edition = read_dated(text)
                fields += [Field("published", "", date), _name_edition(edition)]
            elif not taken and (dated is None or number < dated):
                source.append(text)
            else:
                fields.append(_name_edition(text))
    return [Field("source", "", " ".join(source)), *fields], stop


def _find_end(page: Page, blocks: list[list[int]], dated: int | None) -> int:
    """Count the blocks down to the date, or else the source, and what is centred."""
    count = 0
    for block in blocks[:_TOP_BLOCKS]:
        count += 1
        named = dated is None and not is_copyright(page.texts[block[-1]])
        if named or dated in block:
            break
    if blocks and _is_centred(page, blocks[0][0]):
        while count < len(blocks) - 1 and _is_centred(page, blocks[count][0]):
            count += 1
    return count


def _find_dated(page: Page, blocks: list[list[int]]) -> int | None:
    """Find the date; a headline is not centred where the source is."""
    lines = [number for block in blocks for number in block][:_TOP_LINES]
    alike = [n for n in lines if _is_centred(page, n) == _is_centred(page, lines[0])]
    return next((n for n in alike if read_dated(page.texts[n])[0]), None)


def _name_edition(text: str) -> Field:
    return Field(EXTRA, "EDITION", text.rstrip(";"))


def read_labels(
    page: Page,
    lines: list[int],
    roles: list[str],
    fields: list[Field],
    *,
    goes_on: bool = False,
) -> None:
    """Add the labelled fields of a block to `fields`; a value may go on below.

    Below a label that takes one line only the body begins, unless all of it `goes_on`.
    """
    for number in lines:
        label = read_capitals(page.texts[number])
        if label is not None:
            fields.append(label)
        elif fields and (goes_on or fields[-1].label not in _ONE_LINE):
            last = fields[-1]
            value = f"{last.value} {page.texts[number]}".strip()
            fields[-1] = last._replace(value=value)
        else:
            return
        if fields[-1].name == BODY:
            roles[number] = "blank" if fields[-1].value else "source-line"
            return
        roles[number] = _ROLES.get(fields[-1].name, "source-line")


def count_head(page: Page, blocks: list[list[int]]) -> int:
    """Count the blocks of labels that stand above the body.

    An unknown label counts where a known one follows.
    """
    count = 0
    for at, block in enumerate(blocks[:_HEAD_BLOCKS]):
        label = read_capitals(page.texts[block[0]])
        if label is None or label.label in _FOOT:
            break
        if label.name != UNKNOWN:
            count = at + 1
        if label.name == BODY:
            break
    return count


def find_foot(page: Page, blocks: list[list[int]]) -> int:
    """Find the first of the blocks below the body: labels, their text, copyright.

    The text of a caption may hold blank lines.
    """
    firsts = [page.texts[block[0]] for block in blocks]
    labels = [read_capitals(text) for text in firsts]
    below = [
        is_copyright(text) or _stands_below(label)
        for text, label in zip(firsts, labels, strict=True)
    ]
    at = len(blocks)
    while at and below[at - 1]:
        at -= 1
    names = [label.label if label else "" for label in labels]
    at = min([at, *(n for n, name in enumerate(names) if below[n] and name in _FOOT)])
    while at:
        above = range(max(0, at - _CAPTION_BLOCKS), at)
        captions = [n for n in above if names[n] in _CAPTIONS]
        if not below[at - 1] and not captions:
            break
        at = at - 1 if below[at - 1] else captions[0]
    return at


def _stands_below(label: Field | None) -> bool:
    """Say whether a label may stand below the body; an update shows its date."""
    if label is None or label.name in {UNKNOWN, BODY, "headline"}:
        return False
    return label.label != "UPDATE" or bool(read_dated(label.value)[0])


def read_foot(page: Page, blocks: list[list[int]], roles: list[str]) -> list[Field]:
    """Read the labels below the body; a copyright is left out by rule."""
    fields: list[Field] = []
    for block in blocks:
        if is_copyright(page.texts[block[0]]):
            for number in block:
                roles[number] = f"boilerplate:{COPYRIGHT}"
        else:
            read_labels(page, block, roles, fields, goes_on=True)
    return fields


def settle_fields(fields: Iterable[Field]) -> Iterator[Field]:
    """Give fields the names and values of a record."""
    for part in fields:
        if part.name == "sections":
            yield from split_section(part)
        elif part.name == "byline":
            yield part._replace(value=_BY.sub("", part.value, count=1))
        elif part.name == "language":
            yield part._replace(value=part.value.partition(";")[0])
        elif part.name not in {"headline", BODY}:
            yield part._replace(name=EXTRA) if part.name == UNKNOWN else part


def split_section(field: Field) -> list[Field]:
    """Take the name of a section from among its pages and columns.

    >>> split_section(Field("sections", "SECTION", "FEATURES; Pg. 6"))[0].value
    'FEATURES'
    """
    parts = [part.strip() for part in _AT_PLACE.split(field.value)]
    names = [part for part in parts if part and not _PLACE.fullmatch(part)]
    named = [part for part in names if not _LETTERED.fullmatch(part)] or names
    sections = [field._replace(value=name) for name in named[:1]]
    return sections if named == parts[:1] == parts else [*sections, _keep(field)]


def _keep(field: Field) -> Field:
    return field._replace(name=EXTRA)
