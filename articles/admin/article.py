"""Articles on the desk: found by their words, corrected with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.contrib import admin, messages
from django.forms import Media
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from articles.admin import links, printed
from articles.admin.article_form import ArticleForm
from articles.admin.article_list import (
    ArticleList,
    PrintedFilter,
    SourceFilter,
    ToCheckFilter,
)
from articles.admin.editors import editor_of
from articles.admin.paging import BoundedPaginator
from articles.archive import editing
from articles.archive.catching_up import catch_up
from articles.browse.desk import positions_with
from articles.models import Appearance, Article

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

    from articles.dumps.records import Moment

SHOWN: Final = 20  # appearances on the page of an article
FACTS: Final = (
    "number",
    "understood",
    "printed_raw",
    "doubts_in_words",
    "removed",
    "url",
    "language",
    "labelled",
    "on_site",
    "appearance_list",
)


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):
    """The list and the form; every change goes through archive.editing."""

    actions = None
    autocomplete_fields = ["source"]
    form = ArticleForm
    list_display = ["headline", "source", "printed", "in_sections", "doubts"]
    list_filter = [ToCheckFilter, PrintedFilter, SourceFilter]
    list_per_page = 100
    list_select_related = ["source"]
    ordering = ["-position"]
    paginator = BoundedPaginator
    readonly_fields = FACTS
    search_fields = ["headline"]
    search_help_text = (
        "Words of the headline, byline, text or an earlier wording. "
        "“A phrase” and -unwanted work as on the site."
    )
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    sortable_by = ()
    fieldsets = [
        (None, {"fields": ["headline", "print_headline", "byline", "body"]}),
        (
            "Printed",
            {
                "fields": [
                    "printed",
                    "understood",
                    "printed_raw",
                    "doubts_in_words",
                    "date_is_right",
                    "source",
                    "sections",
                ]
            },
        ),
        ("Saving", {"fields": ["reason", "overwrite", "made_from", "seen"]}),
        (
            "Where it came from",
            {
                "fields": [
                    "number",
                    "removed",
                    "url",
                    "language",
                    "labelled",
                    "on_site",
                    "appearance_list",
                ]
            },
        ),
    ]

    @property
    def media(self) -> Media:
        """With our few rules, and what the list's source filter needs."""
        ours = Media(css={"all": ["css/desk.css"]})
        return super().media + SourceFilter.field.widget.media + ours

    def get_changelist(self, request: HttpRequest, **options: Any) -> type[ArticleList]:
        return ArticleList

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        if self.has_change_permission(request, obj):
            return self.fieldsets
        texts = ["headline", "print_headline", "byline", "body", "source"]
        return [(None, {"fields": [*texts, *FACTS]})]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        """The newest that hold the words, by the index of the site's own search."""
        if not search_term.strip():
            return queryset, False
        catch_up()
        found = positions_with(search_term, limit=BoundedPaginator.MOST + 1)
        return queryset.filter(position__in=found), False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # articles come from dumps

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(
        self,
        request: HttpRequest,
        obj: Article,
        form: ArticleForm,
        change: bool,  # noqa: FBT001  Django's
    ) -> None:
        edited = editing.edit_article(
            obj.pk,
            form.values,
            by=editor_of(request),
            reason=form.cleaned_data["reason"],
            seen=form.cleaned_data["seen"],
        )
        moment: Moment | None = form.moment
        if moment is not None:
            understood = printed.moment_in_words(moment)
            messages.info(request, f"The printed date was understood as: {understood}.")
        if not edited.fields:
            messages.warning(request, "Nothing differed, so no version was made.")

    def view_on_site(self, article: Article) -> str:
        return article.get_absolute_url()

    @admin.display(description="printed")
    def printed(self, article: Article) -> str:
        return _printed(article)

    @admin.display(description="sections")
    def in_sections(self, article: Article) -> str:
        return ", ".join(p.section.name for p in article.placements.all())

    @admin.display(description="number")
    def number(self, article: Article) -> str:
        return str(article.pk)

    @admin.display(description="understood as")
    def understood(self, article: Article) -> str:
        return _printed(article)

    @admin.display(description="doubts")
    def doubts_in_words(self, article: Article) -> str:
        return links.bullets(code.replace("-", " ") for code in article.doubts.split())

    @admin.display(description="state")
    def removed(self, article: Article) -> str:
        if article.removed_at is None:
            return "In the archive"
        return f"Removed on {article.removed_at:%d %B %Y}: {article.removed_reason}"

    @admin.display(description="also printed")
    def labelled(self, article: Article) -> str:
        return links.bullets(f"{label}: {value}" for label, value in article.extra)

    @admin.display(description="on the site")
    def on_site(self, article: Article) -> str:
        ways = (("as_imported", "As imported"), ("versions", "Versions"))
        return format_html_join(
            " · ",
            '<a href="{}">{}</a>',
            ((reverse(name, args=[article.pk]), words) for name, words in ways),
        )

    @admin.display(description="files it appeared in")
    def appearance_list(self, article: Article) -> str:
        found = article.appearances.select_related("batch")[: SHOWN + 1]
        lines = [_file(appearance) for appearance in found[:SHOWN]]
        if len(found) > SHOWN:
            lines.append(links.list_link(Appearance, "All of them", article=article.pk))
        return links.bullets(lines)


def _file(appearance: Appearance) -> str:
    """A file, its record, and the run that read it."""
    return format_html("{}, {}", str(appearance), links.page_link(appearance.batch))


def _printed(article: Article) -> str:
    position = printed.position(article.printed_minute)
    return printed.in_words(position, article.printed_precision)
