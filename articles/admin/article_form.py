"""The form in which an editor corrects an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, cast

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html

from articles.admin import printed
from articles.archive import editing
from articles.models import Article, Placement, Section, Source

if TYPE_CHECKING:
    from django.http import QueryDict

    from articles.archive.editing import Stale, State
    from articles.dumps.records import Moment

EDITABLE: Final = (
    "headline",
    "print_headline",
    "byline",
    "body",
    "printed",
    "source",
    "sections",
)
_BLANK_LINES: Final = re.compile(r"\n(?:[^\S\n]*\n)+")


class LineField(forms.CharField):
    """Text of one line."""

    widget = forms.TextInput(attrs={"class": "vLargeTextField", "dir": "auto"})


class BodyField(forms.CharField):
    """Paragraphs parted by blank lines, however many blanks were typed."""

    widget = forms.Textarea(
        attrs={"class": "vLargeTextField", "rows": 28, "dir": "auto"}
    )

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value)).replace("\r\n", "\n").replace("\r", "\n")
        parts = _BLANK_LINES.split(text.strip("\n"))
        return "\n\n".join(part for part in parts if part.strip())


class ArticleForm(forms.ModelForm):
    """What can be corrected, why, and the state of the article that was shown."""

    headline = LineField(
        error_messages={"required": "An article needs a headline: it is found by it."}
    )
    print_headline = LineField(
        required=False, help_text="The headline of the printed edition, where known."
    )
    byline = LineField(required=False)
    body = BodyField(
        required=False, strip=False, help_text="Part paragraphs by a blank line."
    )
    printed = forms.CharField(
        label="Printed date",
        required=False,
        max_length=100,
        help_text=(
            f"As much as is known: {printed.EXAMPLES}. Empty when nothing is known."
        ),
    )
    date_is_right = forms.BooleanField(
        label="The date is right as it stands: take its doubts away", required=False
    )
    sections = forms.ModelMultipleChoiceField(
        Section.objects.all(),
        required=False,
        widget=AutocompleteSelectMultiple(
            Placement._meta.get_field("section"), admin.site
        ),
    )
    reason = LineField(
        label="Reason for the change",
        required=False,
        max_length=1000,
        help_text=(
            "Readers see it beside the change. Needed when text or date change."
        ),
    )
    overwrite = forms.BooleanField(
        label="I have seen the article as it is now: save mine over it",
        required=False,
        widget=forms.HiddenInput,
    )
    made_from = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    class Meta:
        model = Article
        fields = ["headline", "print_headline", "byline", "body", "source"]
        labels = {"printed_raw": "As the dump prints it", "url": "Address as printed"}
        help_texts = {"printed_raw": ""}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.values: dict[str, Any] = {}  # what edit_article is given
        self.moment: Moment | None = None  # a date that was typed anew
        now = editing.state_now(self.instance.pk)
        self.initial.update(_as_typed(now))
        self.initial.update(made_from=now.version, seen=now.version)
        doubts = self.instance.doubts
        if editing.without_date_doubts(doubts) == doubts:
            self.fields["date_is_right"].widget = forms.HiddenInput()

    def clean_printed(self) -> dict[str, Any]:
        """The date's columns; nothing when the text is as it was shown."""
        raw = self.cleaned_data["printed"]
        if not self.fields["printed"].has_changed(self.initial["printed"], raw):
            return {}
        self.moment = printed.read(raw)
        return printed.columns(self.moment)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        now = editing.state_now(self.instance.pk, lock=True)
        if self._is_stale(now):
            self._show_beside(now)
            stale = editing.Stale(now, editing.last_change(self.instance.pk))
            raise ValidationError(self._notice(stale), code="stale")
        if not self.errors:
            self.values = self._values(cleaned, now)
            self._ask_for_reason(now)
        return cleaned

    def _values(self, cleaned: dict[str, Any], now: State) -> dict[str, Any]:
        source: Source | None = cleaned["source"]
        values = {name: cleaned[name] for name in editing.TEXTS} | cleaned["printed"]
        values["source_id"] = source.pk if source else None
        values["sections"] = tuple(sorted(s.pk for s in cleaned["sections"]))
        if cleaned["date_is_right"] or self.moment:  # typed anew, though the same day
            values["doubts"] = editing.without_date_doubts(str(now.values["doubts"]))
        return values

    def _ask_for_reason(self, now: State) -> None:
        changed = editing.differing(now, self.values)
        if editing.needs_reason(changed) and not self.cleaned_data["reason"].strip():
            self.add_error("reason", str(editing.ReasonMissing()))

    def _is_stale(self, now: State) -> bool:
        """Whether the article moved, and the editor does not knowingly write over."""
        if self.cleaned_data.get("made_from") == now.version:
            return False
        knowing = self.cleaned_data.get("overwrite")
        return not (knowing and self.cleaned_data.get("seen") == now.version)

    def _show_beside(self, now: State) -> None:
        """Keep what was typed, with the present value beside what both changed.

        A field that this editor left alone takes its present value.
        """
        made_from = self.cleaned_data.get("made_from") or 0
        before = _as_typed(editing.state_at(self.instance.pk, made_from))
        present = _as_typed(now)
        data = cast("QueryDict", self.data).copy()
        data["seen"] = str(now.version)
        data.pop("overwrite", None)
        self.fields["overwrite"].widget = forms.CheckboxInput()
        for name in EDITABLE:
            if before[name] == present[name]:
                continue
            if self._differs(name, before) and self._differs(name, present):
                self.add_error(name, _now(name, present[name]))
            else:
                data.setlist(name, _posted(present[name]))
        self.data = data

    def _differs(self, name: str, initial: dict[str, Any]) -> bool:
        return self.fields[name].has_changed(initial[name], self[name].data)

    def _notice(self, stale: Stale) -> str:
        return format_html(
            "{} Your text is below, with the present one beside it where both differ. "
            '<a href="{}" target="_blank">Compare the versions</a>. To save yours '
            "nevertheless, tick the box beside the reason.",
            str(stale),
            reverse("versions", args=[self.instance.pk]),
        )


def _as_typed(state: State) -> dict[str, Any]:
    """The editable fields of a state as the form shows them."""
    shown: dict[str, Any] = {name: state.values[name] for name in editing.TEXTS}
    shown["printed"] = printed.typed(state.values)
    shown["source"] = state.values["source_id"]
    shown["sections"] = list(state.values["sections"])
    return shown


def _posted(value: Any) -> list[str]:
    """A value as a browser posts it."""
    values = value if isinstance(value, list) else [value]
    return ["" if each is None else str(each) for each in values]


def _now(name: str, value: Any) -> str:
    """The sentence that gives a field's present value."""
    if name == "source":
        value = Source.objects.filter(pk=value).first()
    if name == "sections":
        value = ", ".join(
            Section.objects.filter(pk__in=value).values_list("name", flat=True)
        )
    return f"Now: {value}" if value else "Now: nothing"
