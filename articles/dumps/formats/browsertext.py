"""The text that w3m, lynx or a browser makes of a news page, with all that is around.

       [1]Skip to content
         * [2]News
         * [3]Sport
    Harbour reopens after the frost
       By Ilse Marrow | 12 May 2015
       The first boat of the year left the harbour at noon on Tuesday, with
       forty people and a [4]brass band on board.

    References
       1. https://gazette.example/#content

The story is the longest run of prose, the headline the line above that shares most
words with it: every record is marked `format-guessed`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articles.dumps.boilerplate import is_related_heading, match_rule
from articles.dumps.drafting import draft_record
from articles.dumps.pages import NO_HEADLINE, Page, Parsed
from articles.dumps.prose import find_story, weigh
from articles.dumps.records import Problem, Record
from articles.dumps.rendered.heads import find_headline, is_caption, read_around
from articles.dumps.rendered.units import read_units

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articles.dumps.headers import Field
    from articles.dumps.rendered.units import Unit

NAME: Final = "browsertext"
_REFERENCES: Final = frozenset(
    {"References", "Visible links", "Visible links:", "Hidden links:"}
)
_REFERENCE: Final = re.compile(r"\d+\.\s+\S+:\S*")
_LINK: Final = re.compile(r"\[\d{1,4}\]\S")
_ITEM: Final = re.compile(r"(?:[*+•□■○●◦☆▪]|\d{1,2}\.)\s+\S.{0,40}")
_AROUND: Final = re.compile(
    r"skip to|jump to|zum inhalt|aller au contenu|ir al contenido|saltar al|ir para o"
    r"|\bmen[uüú]\b|\bcookies?\b|log ?in|sign ?(?:in|up)|subscribe|register|newsletter"
    r"|search|suche\b|recherche|buscar|anmelden|abonn|se connecter"
    r"|iniciar sesión|suscr|facebook|twitter|whatsapp|instagram|\bshare\b|teilen"
    r"|startseite|rubriken|hauptmenü|e-paper|reklama|advertisement|werbung|anzeige"
    r"|javascript|ad block|accessibility|navigation|partager|compartir"
    r"|меню|войти|поиск|подпис|検索|ログイン|会員|바로가기|메뉴|登录|登錄|首页|首頁"
    r"|搜索|검색|로그인|구독|بحث|القائمة|الرئيسية|تسجيل|ค้นหา",
    re.IGNORECASE,
)
_PROSE: Final = 60  # characters; a shorter line is no paragraph
_HEAD: Final = 8  # lines that no other text has without a paragraph among them
_MIN_LINKS: Final = 5
_CAPTIONS: Final = 3  # units at the top of a story that may be captions
_PARAGRAPH: Final = 3  # long lines
_UNWRAPPED: Final = 110  # characters; a paragraph in one line
_CONTROL: Final = re.compile(
    r"\[[\s*xp]*\]|\[\s{3,}|_{5,}|\(BUTTON\)|\[(?:IMG|INLINE)\]|[\u2500-\u257f]{9}"
)
_RULE: Final = re.compile(r"[-=_*~\u2500-\u257f]{3,}")


def matches(page: Page) -> bool:
    """Say whether link numbers, or the lines of a site's frame, stand above prose."""
    head = [page.texts[number] for number in page.filled[:_HEAD]]
    if len(head) < _HEAD:
        return False
    if sum(map(len, head)) > _HEAD * _PROSE:
        return "[" in "".join(head) and _has_links(page)
    return _has_links(page) or _has_frame(page)


def _has_links(page: Page) -> bool:
    """Say whether link numbers and the list of where they lead stand there."""
    if _REFERENCES.isdisjoint(page.texts):
        return False
    links = sum(_LINK.search(page.texts[number]) is not None for number in page.filled)
    return links >= _MIN_LINKS


def _has_frame(page: Page) -> bool:
    """Say whether short lines, items and controls stand above the first paragraph."""
    frame = list(_take_frame(page))
    if len(frame) < _HEAD:
        return False
    items = sum(_ITEM.fullmatch(text) is not None for text in frame)
    controls = sum(_CONTROL.search(text) is not None for text in frame)
    around = controls + sum(_AROUND.search(text) is not None for text in frame)
    return max(items, 2 * around + items * bool(around)) >= _HEAD


def _take_frame(page: Page) -> Iterator[str]:
    """Yield the lines above the first paragraph, in one line or three long ones."""
    long = 0
    for number in page.filled:
        text = page.texts[number]
        is_long = len(text) >= _PROSE and not _RULE.fullmatch(text)
        long = long + 1 if is_long else 0
        if long == _PARAGRAPH:
            return
        if len(text) > _UNWRAPPED and not _AROUND.search(text):
            return
        yield text


def parse(page: Page, *, folder: str) -> Parsed:
    """Make one record of each page of the text, or a problem where no story stands."""
    roles = ["blank"] * len(page.lines)
    records: list[Record] = []
    problems: list[Problem] = []
    for start, stop in _part_pages(page, roles):
        units = read_units(page, start, stop)
        index = len(records) + 1
        found = _read(units, roles, index=index, folder=folder)
        if isinstance(found, Record):
            records.append(found)
        else:
            problems.append(found)
    return Parsed(records, problems, roles)


def _part_pages(page: Page, roles: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the lines of each page; a list of references ends one."""
    start = 0
    lines = page.filled
    at = 0
    while at < len(lines):
        number = lines[at]
        if page.texts[number] in _REFERENCES and _is_listed(page, lines[at + 1 :]):
            yield start, number
            while at < len(lines) and _is_reference(page, lines[at]):
                roles[lines[at]] = "boilerplate:link-references"
                at += 1
            start = lines[at] if at < len(lines) else len(page.lines)
            continue
        at += 1
    if start < len(page.lines) and any(number >= start for number in lines[-1:]):
        yield start, len(page.lines)


def _is_listed(page: Page, lines: Sequence[int]) -> bool:
    return bool(lines) and _is_reference(page, lines[0])


def _is_reference(page: Page, number: int) -> bool:
    text = page.texts[number]
    return text in _REFERENCES or _REFERENCE.fullmatch(text) is not None


def _read(
    units: Sequence[Unit], roles: list[str], *, index: int, folder: str
) -> Record | Problem:
    story = find_story([unit.text for unit in units])
    headline = find_headline(units, story) if story else None
    if headline is None:
        for unit in units:
            _enter(unit, f"rejected:{NO_HEADLINE}", roles)
        reason = "No line above the longest run of prose reads like a headline."
        return Problem(units[0].lines.start + 1 if units else None, NO_HEADLINE, reason)
    story = _skip_captions(units, story)
    for at, unit in enumerate(units):
        _enter(unit, _name_rule(unit, is_above=at < story.start), roles)
    _enter(units[headline], "headline", roles)
    fields: list[Field] = []
    for at, found in read_around(units, headline, story):
        new = [field for field in found if field.name not in {f.name for f in fields}]
        if new:
            fields += new
            _enter(units[at], "source-line", roles)
    return draft_record(
        fields,
        index=index,
        line=units[headline].lines.start + 1,
        headline=units[headline].text,
        paragraphs=_number(units[story.start : story.stop], roles),
        folder=folder,
        doubts=("format-guessed",),
    )


def _skip_captions(units: Sequence[Unit], story: range) -> range:
    """Begin the story below the captions above it, and below what parts them."""
    start = story.start
    for at in range(start, min(start + _CAPTIONS, story.stop - 1)):
        if is_caption(units[at].text):
            start = at + 1
    return range(start, story.stop)


def _number(units: Sequence[Unit], roles: list[str]) -> tuple[str, ...]:
    texts: list[str] = []
    for unit in units:
        if _is_foreign(unit):
            continue
        texts.append(unit.text)
        _enter(unit, f"paragraph:{len(texts)}", roles)
    return tuple(texts)


def _is_foreign(unit: Unit) -> bool:
    """Say whether a unit within the story is a link or a button, no part of it."""
    if not unit.text or match_rule(unit.text):
        return True
    return weigh(unit.text) < 0 and (unit.is_link or is_related_heading(unit.text))


def _name_rule(unit: Unit, *, is_above: bool) -> str:
    rule = match_rule(unit.text)
    return f"boilerplate:{rule or ('navigation' if is_above else 'page-footer')}"


def _enter(unit: Unit, role: str, roles: list[str]) -> None:
    for number in unit.lines:
        roles[number] = role
