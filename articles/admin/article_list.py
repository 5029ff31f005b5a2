"""The desk's list of articles: filters without counts, rows without texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property

from articles.admin import printed
from articles.models import Article, Change, Source, Version
from articles.models.article import FIRST_DATED
from articles.models.version import MACHINE_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.db.models import QuerySet
    from django.http import HttpRequest

    from articles.browse.printed import Span

COLUMNS: Final = (
    "headline",
    "position",
    "printed_minute",
    "printed_second",
    "printed_precision",
    "printed_offset",
    "doubts",
    "source__name",
)
EDITS_LOOKED_AT: Final = 1000  # changes, and versions, newest first


class ArticleList(ChangeList):
    """Loads only what the list shows: texts would be most of a page's cost."""

    def get_queryset(
        self, request: HttpRequest, exclude_parameters: Any = None
    ) -> QuerySet:
        found = super().get_queryset(request, exclude_parameters)
        return found.only(*COLUMNS).prefetch_related("placements__section")

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        # The bottom of the list says how many, and when it was cut; the search box
        # would call a cut list complete.
        self.full_result_count = self.result_count


class ToCheckFilter(admin.SimpleListFilter):
    """What waits for an editor, each by an index."""

    title = "what to check"
    parameter_name = "check"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("doubtful", "Date in doubt"),
            ("undated", "No date"),
            ("unsourced", "No source"),
            ("edited", "Edited"),
            ("removed", "Removed"),
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet:
        chosen = _CHECKS.get(self.value() or "")
        return chosen(queryset) if chosen else queryset.published()


class FieldFilter(admin.SimpleListFilter):
    """A filter that is one form field: thousands of choices are no list of links."""

    template = "admin/articles/field_filter.html"
    field: forms.Field = forms.CharField()

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("", "")]  # Django leaves a filter without choices out

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        """One entry: the field, what else is chosen, and the way back."""
        name = str(self.parameter_name)
        attributes = {"id": f"filter-{name}"}
        yield {
            "name": name,
            "widget": self.field.widget.render(name, self.shown(), attributes),
            "help": self.field.help_text,
            "complaint": self.checked[1],
            "others": [pair for pair in changelist.params.items() if pair[0] != name],
            "without": self.value() and changelist.get_query_string(remove=[name]),
        }

    def shown(self) -> str | None:
        """The value as the field shows it back."""
        return self.value()

    @cached_property
    def checked(self) -> tuple[Any, str]:
        """The value that can be used, or None; and why it is left out, or nothing."""
        if not self.value():
            return None, ""
        try:
            return self.field.clean(self.value()), ""
        except ValidationError as error:
            return None, f"{' '.join(error.messages)} The filter is left out."


class PrintedField(forms.CharField):
    """A date of any precision, as the positions printed within it."""

    def clean(self, value: str) -> Span | None:
        return printed.span(printed.read(value)) if value.strip() else None


class PrintedFilter(FieldFilter):
    """Articles of a year, a month or a day."""

    title = "printed date"
    parameter_name = "printed"
    field = PrintedField(help_text="1931, May 1931 or 12 May 2015")

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet:
        span, _ = self.checked
        if span is None:
            return queryset
        return queryset.filter(position__gt=span.low, position__lt=span.high)


class SourceFilter(FieldFilter):
    """Articles of one source."""

    title = "source"
    parameter_name = "source"
    field = forms.ModelChoiceField(
        Source.objects.all(),
        required=False,
        widget=AutocompleteSelect(Article._meta.get_field("source"), admin.site),
    )

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet:
        source, _ = self.checked
        return queryset if source is None else queryset.filter(source=source)

    def shown(self) -> str | None:
        """Nothing for an unknown source: the widget would look for its name."""
        return None if self.checked[1] else self.value()


def _edited(queryset: Any) -> QuerySet:
    """Articles of the newest changes by persons; one change may be a million rows."""
    by_persons = Change.objects.exclude(kind__in=MACHINE_KINDS).order_by("-pk")
    changes = list(by_persons.values_list("pk", flat=True)[:EDITS_LOOKED_AT])
    versions = Version.objects.filter(change__in=changes).order_by("-pk")
    edited = versions.values_list("article", flat=True)[:EDITS_LOOKED_AT]
    return queryset.published().filter(pk__in=set(edited))


_CHECKS: Final[dict[str, Callable[[Any], QuerySet]]] = {
    "doubtful": lambda rows: rows.published().with_doubtful_date(),
    "undated": lambda rows: rows.filter(position__lt=FIRST_DATED),
    "unsourced": lambda rows: rows.published().filter(source=None),
    "edited": _edited,
    "removed": lambda rows: rows.filter(position=None),
}
