"""The pages of a year, a month and a day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponsePermanentRedirect
from django.views.decorators.http import require_safe

from articles.archive.catching_up import catch_up
from articles.browse import dates
from articles.browse.filters import Fixed
from articles.browse.listing import Listing
from articles.browse.printed import day_path, month_path, year_path
from articles.views.page import page_of_list

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from articles.browse.dates import DatePage


@require_safe
def year(request: HttpRequest, year: int) -> HttpResponse:
    first = _checked(year)
    catch_up()
    fixed = Fixed(year_path(year), since=first, until=date(year, 12, 31))
    return _page(request, dates.year_page(year), fixed)


@require_safe
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    first = _checked(year, month)
    path = month_path(year, month)
    if request.path != path:
        return HttpResponsePermanentRedirect(path)
    catch_up()
    last = first.replace(day=monthrange(year, month)[1])
    fixed = Fixed(path, since=first, until=last, but=("year",))
    return _page(request, dates.month_page(year, month), fixed)


@require_safe
def day(request: HttpRequest, year: int, month: int, day: int) -> HttpResponse:
    printed = _checked(year, month, day)
    path = day_path(printed)
    if request.path != path:
        return HttpResponsePermanentRedirect(path)
    catch_up()
    fixed = Fixed(path, since=printed, until=printed, but=("year", "month"))
    return _page(request, dates.day_page(printed), fixed)


def _checked(year: int, month: int = 1, day: int = 1) -> date:
    """The first day of what an address names; a page not found when there is none."""
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Http404(str(error)) from error


def _page(request: HttpRequest, dated: DatePage, fixed: Fixed) -> HttpResponse:
    listing = Listing.from_query(request.GET, fixed)
    return page_of_list(request, "articles/dated.html", listing, dated=dated)
