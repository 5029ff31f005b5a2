"""One article as its page shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from articles.browse.beside import Fact, facts_of
from articles.browse.dating import Printed, age_in_words, lies_ahead, read_date
from articles.browse.edits import Edits, edits_of
from articles.browse.names import name_path
from articles.browse.neighbours import Neighbour, neighbours
from articles.browse.site import Way
from articles.browse.stories import NO_SOURCE, direction_of
from articles.models import Article
from articles.text.folding import UNSPACED

if TYPE_CHECKING:
    from datetime import date

_LONG_HEADLINE: Final = 120  # characters
_SIGNS: Final = re.compile(rf"[{UNSPACED}]")
_TOLD: Final = "not printed, but told at the import"
_FROM_FOLDER: Final = "taken from the name of the folder"


@dataclass(frozen=True, slots=True)
class Opened:
    """What the page of an article shows, ready to be printed."""

    pk: int
    path: str
    headline: str
    is_long: bool
    is_unspaced: bool
    language: str
    direction: str
    sections: tuple[Way, ...]
    sections_doubt: str
    source: Way
    source_doubt: str
    byline: str
    printed: Printed
    updated: Printed | None
    notice: tuple[str, str]  # the fact, and what follows; both empty when young
    paragraphs: tuple[str, ...]
    printed_with: tuple[tuple[str, str], ...]  # labels and values
    facts: tuple[Fact, ...]
    edits: Edits
    newer: Neighbour | None
    older: Neighbour | None


def find_article(pk: int) -> Article | None:
    """An article, removed or not, with all that its page reads of other tables."""
    found = Article.objects.select_related("source", "shown__batch")
    return found.filter(pk=pk).first()


def open_article(article: Article, *, today: date) -> Opened:
    """Read what stands around an article, by four queries."""
    columns = vars(article)
    printed = read_date(columns)
    edits = edits_of(article)
    newer, older = neighbours(article.position, article.source_id)
    codes = article.doubts.split()
    return Opened(
        pk=article.pk,
        path=article.get_absolute_url(),
        headline=article.headline,
        is_long=len(article.headline) > _LONG_HEADLINE,
        is_unspaced=is_unspaced(article.body or article.headline),
        language=article.language,
        direction=direction_of(article.language),
        sections=sections_of(article),
        sections_doubt=_sections_doubt(codes),
        source=source_of(article),
        source_doubt=_TOLD if "source-assumed" in codes else "",
        byline=article.byline,
        printed=_doubted(printed, today),
        updated=read_date(columns, "updated"),
        notice=_notice(article, printed, today, is_edited=bool(edits.number)),
        paragraphs=tuple(article.paragraphs),
        printed_with=_printed_with(article),
        facts=facts_of(article, printed, length_in_words(article.body)),
        edits=edits,
        newer=newer,
        older=older,
    )


def sections_of(article: Article) -> tuple[Way, ...]:
    """The sections of an article, A to Z."""
    named = article.placements.order_by("section__name")
    return tuple(
        Way(name, name_path("section", slug))
        for name, slug in named.values_list("section__name", "section__slug")
    )


def length_in_words(text: str) -> str:
    """The length as readers of the script count it.

    >>> length_in_words("The ferry is back."), length_in_words("霧の港")
    ('4 words', '3 characters')
    """
    words, signs = _words_and_signs(text)
    if signs > words:
        return f"{signs:,} characters"
    return f"{words:,} word{'' if words == 1 else 's'}"


def is_unspaced(text: str) -> bool:
    """Whether most of a text is in a script that puts no spaces between words."""
    words, signs = _words_and_signs(text)
    return signs > words


def source_of(article: Article) -> Way:
    if article.source is None:
        return Way(NO_SOURCE, "")
    return Way(article.source.name, name_path("source", article.source.slug))


def _words_and_signs(text: str) -> tuple[int, int]:
    return len(text.split()), len(_SIGNS.findall(text))


def _sections_doubt(codes: list[str]) -> str:
    if "section-assumed" in codes:
        return _TOLD
    return _FROM_FOLDER if "section-from-folder" in codes else ""


def _doubted(printed: Printed | None, today: date) -> Printed:
    if printed is None:
        return Printed("No date printed")
    if not lies_ahead(printed.day, today):
        return printed
    return replace(printed, doubts=(*printed.doubts, "it lies in the future"))


def _notice(
    article: Article, printed: Printed | None, today: date, *, is_edited: bool
) -> tuple[str, str]:
    if printed is None:
        missing = "no date" if article.source else "no source and no date"
        return (
            f"The dump gives {missing} for this article.",
            "Nothing was guessed. It comes after all dated articles in lists.",
        )
    age = age_in_words(printed, article.doubts, today)
    if not age:
        return ("", "")
    shown = (
        f"It was printed {printed.when} and edited here since."
        if is_edited
        else f"It is shown as it was printed {printed.when}."
    )
    return (
        f"This article is {age}.",
        f"{shown} Times, prices and names may have changed since.",
    )


def _printed_with(article: Article) -> tuple[tuple[str, str], ...]:
    pairs = [("Print headline", article.print_headline)]
    pairs += [(label or "Note", value) for label, value in article.extra]
    if article.url:
        pairs.append(("Address", article.url))
    return tuple((label, value) for label, value in pairs if value)
