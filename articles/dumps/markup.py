"""HTML as plain paragraphs, in time that is linear in its length.

Tags are taken away, never obeyed: a broken page gives its text all the same.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from articles.dumps.pages import collapse, lay_out
from articles.dumps.paragraphs import part_paragraphs

_BLOCK: Final = (
    "address|article|aside|blockquote|body|caption|center|dd|details|dialog|dir|div|dl"
    "|dt|fieldset|figcaption|figure|footer|form|h1|h2|h3|h4|h5|h6|header|hr|html|legend"
    "|li|main|menu|nav|ol|optgroup|option|p|pre|section|summary|table|tbody|tfoot|thead"
    "|tr|ul"
)
_BLOCKS: Final = frozenset(_BLOCK.split("|"))
_CELLS: Final = frozenset({"td", "th"})
_INLINE: Final = (
    "a|abbr|b|big|br|cite|code|em|font|i|img|ins|mark|q|s|script|small|span|strike"
    "|strong|style|sub|sup|time|u"
)
# Values in quotes may hold < and >. No two attempts from different places read the same
# bytes in the same state, so that a heap of "<" costs no more than its length.
_TAG: Final = re.compile(
    r"<(?:/?([a-zA-Z][^\s<>/]*+)"
    r"(?:=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|[^<>])*+|[!?/][^<>]*+)>"
)
_KNOWN: Final = re.compile(
    rf"</?(?:{_INLINE}|{_BLOCK}|td|th)(?:\s[^<>=]*+=[^<>]*+|\s*+/?)>|<!--",
    re.IGNORECASE,
)
_PARTED: Final = re.compile(r"<(?:p|br|div)[\s/>]", re.IGNORECASE)
_UNSEEN: Final = re.compile(
    r"<(?:(!--)|(script|style|noscript|template|iframe|svg|title|textarea|select)"
    r"(?=[\s/>]))",
    re.IGNORECASE,
)
_ENDS: Final = {  # of what is not seen
    name: re.compile(rf"</{name}[^<>]*+>", re.IGNORECASE)
    for name in (
        *("script", "style", "noscript", "template", "iframe", "svg", "title"),
        *("textarea", "select"),
    )
} | {"!--": re.compile("-->")}
_ENTITY: Final = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,31}|#\d{1,7}|#[xX]\w{1,6});")
_BLANK_LINE: Final = re.compile(r"\n[ \t\r]*+\n")


def paragraphs_of(html: str) -> tuple[str, ...]:
    """Return the paragraphs of HTML: block elements part them, `<br>` breaks lines.

    Lines within one element are parted as those of plain text. Where no element parts
    the text, its blank lines do.

    >>> paragraphs_of("<p>Ice &amp; <b>fog</b></p><script>x</script><p>The frost")
    ('Ice & fog', 'The frost')
    """
    seen = _drop_unseen(html)
    if not _PARTED.search(seen):
        seen = _BLANK_LINE.sub("<p>", seen)
    pieces = _TAG.split(seen)
    whole: list[str] = []
    for text, tag in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        whole.append(unescape(text).replace("\n", " "))
        name = tag.lower() if tag else ""
        if name in _BLOCKS:
            whole.append("\n\n")
        elif name == "br":
            whole.append("\n")
        elif name in _CELLS:
            whole.append(" ")
    return _part(list(map(collapse, "".join(whole).split("\n"))))


def part_text(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text that is HTML if any of its tags is known.

    >>> part_text("Ice &amp; fog\\n\\nif a < b"), part_text("Ice<br/><br/>The frost")
    (('Ice & fog', 'if a < b'), ('Ice', 'The frost'))
    """
    if is_html(text):
        return paragraphs_of(text)
    return _part(_decode(text).replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def read_line(text: str) -> str:
    """Return a text as one line, without the tags and entities of HTML."""
    if is_html(text):
        return collapse("\n".join(paragraphs_of(text)))
    return collapse(_decode(text))


def is_html(text: str) -> bool:
    """Say whether a text holds a tag of HTML; "<" alone is none."""
    return "<" in text and _KNOWN.search(text) is not None


def _decode(text: str) -> str:
    """Decode entities that end in a semicolon; "?a=1&copy=2" is an address."""
    if "&" not in text:
        return text
    return _ENTITY.sub(lambda match: unescape(match[0]), text)


def _part(lines: list[str]) -> tuple[str, ...]:
    if len(lines) == 1 and lines[0].isascii():
        return (lines[0].strip(),) if lines[0].strip() else ()
    page = lay_out(lines)
    return tuple(text for text, _ in part_paragraphs(page, 0, len(lines)))


def _drop_unseen(html: str) -> str:
    """Take comments and elements without text away; one that never ends stays."""
    at = 0
    kept: list[str] = []
    endless: set[str] = set()
    while (start := _UNSEEN.search(html, at)) is not None:
        name = (start[1] or start[2]).lower()
        end = None if name in endless else _ENDS[name].search(html, start.end())
        if end is None:
            endless.add(name)
            kept.append(html[at : start.end()])
            at = start.end()
            continue
        kept.append(html[at : start.start()])
        at = end.end()
    kept.append(html[at:])
    return "".join(kept)
