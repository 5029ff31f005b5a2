"""An article as it was imported: the painted file, and the file itself."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from articles.browse.imported import find_appearance, raw_bytes, read_imported
from articles.views.article import find_or_404, way_elsewhere
from articles.views.page import page

if TYPE_CHECKING:
    from django.http import HttpRequest

    from articles.models import Appearance

_LAST_LINE = 10**9  # more lines than a file can have


@require_safe
def as_imported(request: HttpRequest, pk: int) -> HttpResponse:
    """`?appearance=` names another printing, `?from=` a line, `?download` the file."""
    found = find_or_404(pk)
    elsewhere = way_elsewhere(request, found)
    if elsewhere:
        return elsewhere
    appearance = find_appearance(found, _number(request, "appearance"))
    if appearance is None:
        raise Http404
    if "download" in request.GET:
        return _download(appearance)
    return page(
        request,
        "articles/as_imported.html",
        article=found,
        imported=read_imported(appearance, _number(request, "from")),
    )


def _number(request: HttpRequest, name: str) -> int | None:
    """A number of the query string; one that cannot be meant is left out."""
    typed = request.GET.get(name, "")
    if not (typed.isascii() and typed.isdigit() and len(typed) < len(str(_LAST_LINE))):
        return None
    return int(typed)


def _download(appearance: Appearance) -> HttpResponse:
    data = raw_bytes(appearance.document)
    if data is None:
        raise Http404
    name = PurePosixPath(appearance.file.replace("!", "/")).name or "file.txt"
    disposition = content_disposition_header(as_attachment=True, filename=name)
    return HttpResponse(
        data,
        content_type="text/plain",
        headers={"Content-Disposition": disposition},
    )
