"""Where articles came from: batches, documents, appearances and problems."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.utils.html import format_html

from articles.admin import links
from articles.admin.read_only import ReadOnlyAdmin
from articles.models import Appearance, Batch, Document, Problem

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

SHOWN = 50  # problems or appearances on a page; a link leads to all of them
OUTCOMES = ("created", "updated", "unchanged", "duplicate", "held", "buried")


@admin.register(Batch)
class BatchAdmin(ReadOnlyAdmin):
    """Runs of the import, with what became of every file and record."""

    list_display = [
        "__str__",
        "started_at",
        "finished_at",
        "files",
        "records",
        "created",
        "updated",
        "duplicate",
        "rejected",
    ]
    fields = [
        ("started_at", "finished_at"),
        ("host", "process"),
        "paths",
        "options",
        ("files", "ignored", "bytes"),
        "sum_of_records",
        "rejected",
        "problem_list",
        "appearance_list",
    ]
    readonly_fields = ["sum_of_records", "problem_list", "appearance_list"]

    @admin.display(description="records")
    def sum_of_records(self, batch: Batch) -> str:
        parts = [f"{getattr(batch, name):,} {name}" for name in OUTCOMES]
        return f"{batch.records:,} = {' + '.join(parts)}"

    @admin.display(description="what could not be used")
    def problem_list(self, batch: Batch) -> str:
        found = list(batch.problems.all()[: SHOWN + 1])
        lines = [links.page_link(problem) for problem in found[:SHOWN]]
        if len(found) > SHOWN:
            lines.append(links.list_link(Problem, "All problems", batch=batch.pk))
        return links.bullets(lines)

    @admin.display(description="articles")
    def appearance_list(self, batch: Batch) -> str:
        return links.list_link(Appearance, "Every record it read", batch=batch.pk)


@admin.register(Document)
class DocumentAdmin(ReadOnlyAdmin):
    """Files as they were read; their bytes are shown on the site, not here."""

    list_display = ["__str__", "size", "encoding", "how", "format", "records"]
    fields = [
        "digest",
        "size",
        ("encoding", "how", "confidence"),
        ("format", "parser_version"),
        "records",
        "undecodable",
        "problem_list",
        "appearance_list",
    ]
    readonly_fields = ["digest", "problem_list", "appearance_list"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).defer("data", "spans")

    @admin.display(description="SHA-256")
    def digest(self, document: Document) -> str:
        return bytes(document.sha256).hex()

    @admin.display(description="what could not be used")
    def problem_list(self, document: Document) -> str:
        found = document.reported.select_related("batch")[:SHOWN]
        return links.bullets(
            format_html("{}, {}", links.page_link(p), links.page_link(p.batch))
            for p in found
        )

    @admin.display(description="its records")
    def appearance_list(self, document: Document) -> str:
        found = document.appearances.select_related("article", "batch")[: SHOWN + 1]
        lines = [_describe(appearance) for appearance in found[:SHOWN]]
        if len(found) > SHOWN:
            lines.append(
                links.list_link(Appearance, "All records", document=document.pk)
            )
        return links.bullets(lines)


@admin.register(Appearance)
class AppearanceAdmin(ReadOnlyAdmin):
    """Every record of every file, and the article that it became."""

    list_display = ["__str__", "article_link", "source", "batch_link", "document_link"]
    list_select_related = ["article", "batch"]
    fields = [
        ("file", "index"),
        "article_link",
        "document_link",
        "batch_link",
        "source",
        "sections",
        "doubts",
    ]
    readonly_fields = ["article_link", "document_link", "batch_link"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        found = super().get_queryset(request)
        return found.defer("article__body", "article__extra")

    def lookup_allowed(self, lookup: str, value: str, request: Any = None) -> bool:
        return lookup in {"article", "batch", "document"}

    @admin.display(description="article")
    def article_link(self, appearance: Appearance) -> str:
        return links.page_link(appearance.article)

    @admin.display(description="batch")
    def batch_link(self, appearance: Appearance) -> str:
        return links.page_link(appearance.batch)

    @admin.display(description="document")
    def document_link(self, appearance: Appearance) -> str:
        pk = appearance.document_id
        return links.page_link(Document(pk=pk))


@admin.register(Problem)
class ProblemAdmin(ReadOnlyAdmin):
    """What imports could not use, with place and reason."""

    list_display = ["file", "line", "reason", "code", "batch_link"]
    list_select_related = ["batch"]
    fields = [("file", "line"), "reason", "code", "batch_link", "document_link"]
    readonly_fields = ["batch_link", "document_link"]

    def lookup_allowed(self, lookup: str, value: str, request: Any = None) -> bool:
        return lookup in {"batch", "code", "document"}

    @admin.display(description="batch")
    def batch_link(self, problem: Problem) -> str:
        return links.page_link(problem.batch)

    @admin.display(description="document")
    def document_link(self, problem: Problem) -> str:
        pk = problem.document_id
        return links.page_link(Document(pk=pk) if pk else None)


def _describe(appearance: Appearance) -> str:
    """A record of a file, the article that it became, and the run that read it."""
    return format_html(
        "{}: {}, {}",
        str(appearance),
        links.page_link(appearance.article),
        links.page_link(appearance.batch),
    )
