"""What a page says of its article in JSON-LD (https://schema.org/NewsArticle).

<script type="application/ld+json">
{"@type": "NewsArticle", "headline": "Harbour reopens", "datePublished": "2015-05-12"}
</script>
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Node = dict[str, Any]

_OTHER_TYPES: Final = {"BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "Report"}
_WRAPPING: Final = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.*?\*/|<!\[CDATA\[)+")
_TRAILING: Final = re.compile(r"(?:-->|//\s*\]\]>|\]\]>|;|\s)+$")
_LONE_CONTROL: Final = re.compile(r"[\x00-\x1f]+")
_TOO_DEEP: Final = 40  # levels of lists and objects
_LARGEST: Final = 2_000_000  # characters of one script


def find_article(scripts: Iterable[str]) -> Node:
    """Return the first article with a headline, or else the first one, or {}.

    A script that is no JSON is left out: the page says most things twice.
    """
    articles = [node for text in scripts for node in _find_articles(_load(text))]
    titled = (node for node in articles if node.get("headline") or node.get("name"))
    return next(titled, articles[0] if articles else {})


def _load(text: str) -> Any:
    if len(text) > _LARGEST:
        return None
    bare = _TRAILING.sub("", _WRAPPING.sub("", text[:200]) + text[200:])
    for attempt in (bare, _LONE_CONTROL.sub(" ", bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _find_articles(value: Any) -> Iterator[Node]:
    """Yield the articles in lists, `@graph` and other objects, the outer first."""
    level = [value]
    for _ in range(_TOO_DEEP):
        inner: list[Any] = []
        for node in level:
            if isinstance(node, list):
                inner += node
            elif isinstance(node, dict):
                if _is_article(node):
                    yield node
                inner += [part for key, part in node.items() if _may_hold(key)]
        level = inner


def _may_hold(key: str) -> bool:
    return key in {
        "@graph",
        "mainEntity",
        "mainEntityOfPage",
        "itemListElement",
        "item",
    }


def _is_article(node: Node) -> bool:
    kinds = node.get("@type", "")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    names = [str(kind).rpartition("/")[2].rpartition(":")[2] for kind in kinds]
    return any(name.endswith("Article") or name in _OTHER_TYPES for name in names)
