"""Rules, by name, for what a page prints around an article; they cut whole lines."""

from __future__ import annotations

import re
from typing import Final

from articles.dumps.pages import collapse

MAX_LINE: Final = 200  # characters; what is longer is text
COMMENTS_LINE: Final = "comments-line"
RELATED_ARTICLES: Final = "related-articles"
PAGE_FOOTER: Final = "page-footer"

_SHARE_WORD: Final = (
    r"share|tweet|like|pin ?it|facebook|twitter|google ?\+|linkedin|reddit|whatsapp"
    r"|wechat|weibo|pinterest|digg|delicious|e-?mail|print|comment"
)
_RULES: Final = (
    (
        COMMENTS_LINE,
        r"(?:blog )?comments powered by disqus\.?"
        r"|please enable javascript to view the comments.*"
        r"|view the discussion thread\.?"
        r"|(?:no|\d+) comments(?: yet)?|comments ?\(\d+\)"
        r"|(?:leave|add|post) a comment",
    ),
    (
        "print-page",
        r"(?:print|save|bookmark) (?:this )?(?:page|article|story)"
        r"|printer[- ]friendly(?: version| page)?|print(?: version)?"
        r"|e-?mail (?:this|to a friend|this (?:page|article|story).*)",
    ),
    (
        "share-buttons",
        rf"(?:(?:{_SHARE_WORD})(?: \d+)?[\s|·•,/]*)+"
        r"|share (?:this|on|it|via)\b.*|(?:tweet|like) this\b.*"
        r"|follow us (?:on|at)\b.*|(?:like|find) us on \w+\b.*",
    ),
    ("click-here", r"(?:please )?click here (?:to|for)\b.*"),
    (
        "copyright",
        r"(?:copyright\b|©|\(c\) ?(?:copyright )?\d{4}).*"
        r"|.{0,80}\ball rights reserved\b.*",
    ),
    (
        PAGE_FOOTER,
        r"back to (?:the )?top|(?:go to )?top|home *(?:[>»/|][\w &-]+)+"
        r"|(?:next|previous) page|page \d+ of \d+",
    ),
    (
        RELATED_ARTICLES,
        r"(?:related|more) (?:article|storie|story|new|link|topic|report)s?: .*[^.!?]",
    ),
)
_COMPILED: Final = tuple(
    (name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _RULES
)
_HEADING: Final = re.compile(
    r"(?:related|more|recommended|other|latest)"
    r" (?:articles?|stories|story|news|links?|topics?|reading|coverage|content)\s*[::]?"
    r"|(?:see also|read more|most (?:read|popular|viewed)|you may also like)\s*[::]?",
    re.IGNORECASE,
)
_SENTENCE_ENDS: Final = (".", "。", ".”", '."', ".\u2019", "؟")
_MAX_RELATED: Final = 160  # characters of a headline


def match_rule(text: str) -> str:
    """Name the rule that a whole trimmed line falls under, or ""."""
    if len(text) > MAX_LINE:
        return ""
    text = collapse(text)
    for name, pattern in _COMPILED:
        if pattern.fullmatch(text):
            return name
    return ""


def is_related_heading(text: str) -> bool:
    """Say whether a line announces links to other articles."""
    return _HEADING.fullmatch(text) is not None


def may_be_related(text: str) -> bool:
    """Say whether a line below such a heading reads like a headline."""
    return len(text) <= _MAX_RELATED and not text.endswith(_SENTENCE_ENDS)
