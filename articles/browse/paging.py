"""Words and links for going on: newer and older, another order, another date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.browse.printed import UNDATED, moment_of, printed_date, printed_time
from articles.browse.wording import counted
from articles.models.article import FIRST_DATED

if TYPE_CHECKING:
    from articles.browse.filters import Choices
    from articles.browse.names import Tally
    from articles.browse.pages import Page
    from articles.browse.query import Links
    from articles.browse.rows import Size
    from articles.models.listing import ListedRow


@dataclass(frozen=True, slots=True)
class Order:
    """A link to the same list in one of its orders."""

    label: str
    href: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Pager:
    """The ways on from a page; a link without `href` is left out, a word is said."""

    before: str
    before_href: str
    after: str
    after_href: str
    undated: str = ""
    undated_href: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A GET form: what it carries along, and what its fields of days hold now."""

    action: str
    hidden: tuple[tuple[str, str], ...]
    field: str = ""  # the name of the only field, where there is one
    since: str = ""
    until: str = ""
    earliest: str = ""  # days that the fields allow
    latest: str = ""


def orders(choices: Choices, links: Links) -> tuple[Order, ...]:
    return (
        Order("Newest first", links.without("order"), choices.newest),
        Order("Oldest first", links.put(order="oldest"), not choices.newest),
    )


def pager(page: Page[ListedRow], choices: Choices, links: Links, size: Size) -> Pager:
    """The pager of a page; oldest first, the undated are offered at the end."""
    before, after = ("Newer", "Older") if choices.newest else ("Earlier", "Later")
    if page.before is None:
        before = "These are the newest" if choices.newest else "These are the oldest"
    if page.after is None:
        after = "This is the end of the list"
    else:
        after = f"{after}: {_place(page.rows[-1], newest=choices.newest)}"
    undated = _undated(choices, size) if page.after is None else ""
    return Pager(
        before=before,
        before_href=_cursor(links, "before", page.before),
        after=after,
        after_href=_cursor(links, "after", page.after),
        undated=undated,
        undated_href=links.put(order="newest", after=str(FIRST_DATED)),
    )


def jump(page: Page[ListedRow], choices: Choices, links: Links, tally: Tally) -> Form:
    """The form that leads to a date in this list."""
    field = "until" if choices.newest else "since"
    action, hidden = links.fields(field)
    moment = moment_of(page.rows[-1].position) if page.rows else None
    day = moment.day.isoformat() if moment else ""
    return Form(action, hidden, field, day, day, *_limits(tally))


def period(choices: Choices, links: Links, tally: Tally) -> Form:
    """The form that takes two days."""
    action, hidden = links.fields("since", "until")
    since, until = (
        day.isoformat() if day else "" for day in (choices.since, choices.until)
    )
    return Form(action, hidden, "", since, until, *_limits(tally))


def search(links: Links) -> Form:
    """The form that takes new words for this list."""
    action, hidden = links.fields("q")
    return Form(action, hidden, "q")


def _limits(tally: Tally) -> tuple[str, str]:
    """The first and the last day of the years that hold something."""
    years = [year for year, _ in tally.years]
    if not years:
        return "", ""
    return f"{min(years):04}-01-01", f"{max(years):04}-12-31"


def _cursor(links: Links, name: str, position: int | None) -> str:
    return "" if position is None else links.put(**{name: str(position)})


def _place(row: ListedRow, *, newest: bool) -> str:
    if row.position < FIRST_DATED:
        return "more without a date"
    words = [printed_date(row.position, row.precision)]
    words.append(printed_time(row.position, row.precision))
    said = ", ".join(word for word in words if word)
    return f"{'before' if newest else 'after'} {said}"


def _undated(choices: Choices, size: Size) -> str:
    """What stands apart from a list in the order of time."""
    if choices.newest or choices.since or choices.until or not size.tally.undated:
        return ""
    if not size.has_counts:
        return UNDATED
    return f"{counted(size.tally.undated, 'article')} without a date"
