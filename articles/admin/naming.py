"""Sources and sections on the desk: their names, and the spellings dumps print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.html import format_html

from articles.admin import links
from articles.admin.editors import editor_of
from articles.admin.paging import BoundedPaginator
from articles.archive import renaming
from articles.models import Alias, Article, MonthCount, Section, Source
from articles.models.counts import ALL

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest


class NameField(forms.CharField):
    """A name on one line, without spare blanks."""

    widget = forms.TextInput(attrs={"class": "vTextField", "dir": "auto"})

    def to_python(self, value: Any) -> str:
        return " ".join(str(super().to_python(value)).split())


class NameForm(forms.ModelForm):
    """The name of a source or a section."""

    name = NameField()

    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        owner = renaming.owner_of(self._meta.model, name)
        if owner is not None and owner.pk != self.instance.pk:
            raise ValidationError(_taken(name, owner), code="taken")
        return name


class AliasForm(forms.ModelForm):
    """A spelling that dumps may print."""

    name = NameField(label="Spelling")

    class Meta:
        model = Alias
        fields = ["name"]

    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        parent = self.instance.source or self.instance.section
        owner = renaming.owner_of(type(parent), name)
        if owner is not None and owner.pk != parent.pk:
            raise ValidationError(_taken(name, owner), code="taken")
        if Alias.objects.filter(name=name, **{_field(parent): parent}).exists():
            raise ValidationError(f"“{name}” is among its spellings.", code="known")
        return name


class AliasInline(admin.TabularInline):
    """The spellings met in dumps, and those that an editor adds."""

    model = Alias
    form = AliasForm
    fields = ["name", "appearances"]
    readonly_fields = ["appearances"]
    ordering = ["-appearances", "name"]
    extra = 1
    verbose_name = "spelling"
    verbose_name_plural = "spellings: imports file all of them under this name"

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # what was printed stays as it was printed

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class NamedAdmin(admin.ModelAdmin):
    """What sources and sections have in common."""

    actions = None
    form = NameForm
    fields = ["name", "slug", "list_on_site", "articles"]
    readonly_fields = ["slug", "list_on_site", "articles"]
    inlines = [AliasInline]
    list_display = ["name", "articles"]
    ordering = ["name"]
    paginator = BoundedPaginator
    search_fields = ["name"]
    show_full_result_count = False
    sortable_by = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        field = _field(self.model)
        pair = {"section": ALL, "source": ALL, "month": ALL} | {field: OuterRef("pk")}
        kept = Subquery(
            MonthCount.objects.filter(**pair).values("n")[:1],
            output_field=IntegerField(),
        )
        return super().get_queryset(request).annotate(held=Coalesce(kept, 0))

    @admin.display(description="articles")
    def articles(self, thing: Any) -> str:
        return f"{thing.held:,}"

    @admin.display(description="on the site")
    def list_on_site(self, thing: Any) -> str:
        address = thing.get_absolute_url()
        return format_html('<a href="{}">{}</a>', address, address)

    def view_on_site(self, thing: Any) -> str:
        return thing.get_absolute_url()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        return [AliasInline] if obj else []

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fields if obj else ["name"]

    def save_model(
        self,
        request: HttpRequest,
        obj: Any,
        form: Any,
        change: bool,  # noqa: FBT001  Django's
    ) -> None:
        name = form.cleaned_data["name"]
        if not change:
            made = renaming.create_named(self.model, name, by=editor_of(request))
            obj.pk, obj.slug = made.pk, made.slug
        elif "name" in form.changed_data:
            before = self.model.objects.get(pk=obj.pk)
            renaming.rename(before, name, by=editor_of(request))

    def save_formset(
        self,
        request: HttpRequest,
        form: Any,
        formset: Any,
        change: bool,  # noqa: FBT001  Django's
    ) -> None:
        for alias in formset.save(commit=False):
            renaming.add_spelling(form.instance, alias.name, by=editor_of(request))


@admin.register(Source)
class SourceAdmin(NamedAdmin):
    """Newspapers and agencies."""

    fields = [*NamedAdmin.fields, "articles_on_desk"]
    readonly_fields = [*NamedAdmin.readonly_fields, "articles_on_desk"]

    @admin.display(description="on the desk")
    def articles_on_desk(self, source: Source) -> str:
        return links.list_link(Article, "Its articles", source=source.pk)


@admin.register(Section)
class SectionAdmin(NamedAdmin):
    """Parts of the paper."""


def _taken(name: str, owner: Source | Section) -> str:
    return (
        f"“{name}” is a spelling of “{owner.name}”, and dumps that print it are filed "
        "there. Choose another name, or rename the other one first."
    )


def _field(thing: Source | Section | type[Source] | type[Section]) -> str:
    return "source" if isinstance(thing, Source) or thing is Source else "section"
