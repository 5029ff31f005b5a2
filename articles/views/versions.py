"""The versions of an article, and what changed between two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.views.decorators.http import require_safe

from articles.browse.comparing import compare
from articles.browse.history import printings_of, states_of
from articles.browse.opening import sections_of
from articles.views.article import find_or_404, way_elsewhere
from articles.views.page import page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

    from articles.browse.history import State

PRINTINGS = 50  # that are listed


@require_safe
def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """Compare the last two versions, or those that `?from=` and `?to=` name."""
    found = find_or_404(pk)
    elsewhere = way_elsewhere(request, found)
    if elsewhere:
        return elsewhere
    printings, batch = printings_of(found, most=PRINTINGS)
    states = states_of(found, [way.name for way in sections_of(found)], batch)
    older, newer, is_lost = _chosen(request, states)
    return page(
        request,
        "articles/versions.html",
        article=found,
        states=states,
        printings=printings,
        comparison=compare(older, newer) if older != newer else None,
        chosen=(older.number, newer.number),
        is_lost=is_lost,
    )


def _chosen(request: HttpRequest, states: Sequence[State]) -> tuple[State, State, bool]:
    """The states to compare, older first, and whether one asked for is not there."""
    last = states[0].number
    by_number = {str(state.number): state for state in states}
    typed = [request.GET.get("from"), request.GET.get("to")]
    default = [str(max(last - 1, 0)), str(last)]
    numbers = [default[at] if text is None else text for at, text in enumerate(typed)]
    if not all(text in by_number for text in numbers):
        return by_number[default[0]], by_number[default[1]], True
    older, newer = sorted((by_number[text] for text in numbers), key=_number_of)
    return older, newer, False


def _number_of(state: State) -> int:
    return state.number
