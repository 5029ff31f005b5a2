"""From a query string to checked choices; what cannot be used is named and left out."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import django_filters
from django import forms
from django.core.exceptions import ValidationError

from articles.browse.names import Known, Name, look_up
from articles.browse.periods import months_of
from articles.browse.printed import Span, day_in_words, span_of
from articles.browse.query import Words, parse_words
from articles.database.tallies import Cell
from articles.models import Article
from articles.models.counts import ALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import QueryDict

MOST_NAMES: Final = 20  # sections, and sources, that one address may choose
NO_WORDS: Final = Words()
SHOWN: Final = 60  # characters of a value that a message repeats
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A value that was left out, why, and what might have been meant."""

    name: str
    value: str
    reason: str
    offer: str = ""  # a value that would do
    offer_in_words: str = ""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What the path of a list has chosen already; `but` are precisions left out."""

    path: str = "/articles/"
    section: str = ""
    source: str = ""
    since: date | None = None
    until: date | None = None
    but: tuple[str, ...] = ()

    def pairs(self) -> list[tuple[str, str]]:
        """The choices as an address without this path would say them."""
        days = (("since", self.since), ("until", self.until))
        slugs = (("section", self.section), ("source", self.source))
        return [
            *(pair for pair in slugs if pair[1]),
            *((name, day.isoformat()) for name, day in days if day),
        ]


@dataclass(frozen=True, slots=True)
class Choices:
    """What a list is narrowed to."""

    sections: tuple[Name, ...] = ()
    sources: tuple[Name, ...] = ()
    since: date | None = None
    until: date | None = None
    words: Words = NO_WORDS
    newest: bool = True
    but: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        return span_of(self.since, self.until)

    @property
    def cell(self) -> Cell | None:
        """The kept counts of exactly these articles, where there are any."""
        months = months_of(self.since, self.until, self.but)
        if months is None or not self.is_range:
            return None
        return Cell(_only(self.sections), _only(self.sources), *months)

    @property
    def is_range(self) -> bool:
        """Whether one index range holds exactly these articles."""
        return not (self.words.words or len(self.sections) > 1 or len(self.sources) > 1)

    @property
    def is_combination(self) -> bool:
        """Whether a list is one of the endlessly many that choices combine to."""
        has_days = bool(self.since or self.until)
        number = len(self.sections) + len(self.sources) + has_days
        return number > 1 or bool(self.words.words) or not self.newest

    def pairs(self) -> list[tuple[str, str]]:
        """The choices as an address says them, one spelling for each list."""
        days = (("since", self.since), ("until", self.until))
        return [
            *(("q", self.words.typed) for _ in self.words.words[:1]),
            *(("section", name.slug) for name in self.sections),
            *(("source", name.slug) for name in self.sources),
            *((name, day.isoformat()) for name, day in days if day),
            *(() if self.newest else (("order", "oldest"),)),
        ]


class SlugsField(forms.Field):
    """Several slugs; whether they are known is asked for all fields at once."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: Sequence[str] | None) -> tuple[str, ...]:
        slugs = (slug.replace("\0", "").strip().lower() for slug in value or ())
        return tuple(dict.fromkeys(slug for slug in slugs if slug))


class DayField(forms.Field):
    """A day as YYYY-MM-DD, and no other way."""

    def to_python(self, value: str | None) -> date | None:
        if not value:
            return None
        match = _DAY.fullmatch(value)
        if not match:
            raise ValidationError("days are written as 2015-05-12")
        year, month, day = map(int, match.groups())
        if year == 0:
            raise ValidationError("there is no year 0")
        if not 1 <= month <= 12:  # noqa: PLR2004  months of a year
            raise ValidationError("a year has 12 months")
        last = monthrange(year, month)[1]
        if not 1 <= day <= last:
            raise ValidationError(
                f"{month_name[month]} {year} has {last} days",
                params={"offer": date(year, month, last if day else 1)},
            )
        return date(year, month, day)


class SlugsFilter(django_filters.Filter):
    field_class = SlugsField


class DayFilter(django_filters.Filter):
    field_class = DayField


class ArticleFilter(django_filters.FilterSet):
    """?q= &section= &source= &since= &until= &order=: every list takes these."""

    q = django_filters.CharFilter(label="Words", strip=False)
    section = SlugsFilter(label="Section")
    source = SlugsFilter(label="Source")
    since = DayFilter(label="Since")
    until = DayFilter(label="Until")
    order = django_filters.ChoiceFilter(
        label="Order", choices=[("newest", "Newest first"), ("oldest", "Oldest first")]
    )

    class Meta:
        model = Article
        fields: list[str] = []  # every filter is declared above

    def __init__(self, query: QueryDict, fixed: Fixed | None = None) -> None:
        self.fixed = fixed or Fixed()
        self._overruled = [
            (name, given)
            for name, value in self.fixed.pairs()
            if name in ("since", "until")
            for given in query.getlist(name)
            if given not in ("", value)
        ]
        data = query.copy()
        data["q"] = query.get("q", "").replace("\0", " ")
        for name, value in self.fixed.pairs():
            given = data.getlist(name) if name in ("section", "source") else []
            data.setlist(name, [value, *given])
        super().__init__(data, Article.objects.none())

    @cached_property
    def choices(self) -> Choices:
        """The values that can be used; those that cannot are in `errors`."""
        since, until = self._days
        return Choices(
            sections=self.known.sections,
            sources=self.known.sources,
            since=since,
            until=until,
            words=self._words,
            newest=self._clean.get("order") != "oldest",
            but=self.fixed.but,
        )

    @cached_property
    def known(self) -> Known:
        """The names behind the slugs, by one query, or none when there are none."""
        sections, sources = self._slugs("section"), self._slugs("source")
        is_counted = (
            len(sections) <= 1
            and len(sources) <= 1
            and not self._words.words
            and months_of(*self._days, self.fixed.but) is not None
        )
        return look_up(sections, sources, with_everything=not is_counted)

    @cached_property
    def errors(self) -> tuple[Refusal, ...]:
        """Every value that was left out, one by one."""
        invalid = [
            self._refuse_invalid(name, errors[0])
            for name, errors in self.form.errors.as_data().items()
        ]
        overruled = [
            Refusal(
                name,
                value,
                f"{_quote(name, value)}: the days of this page are in its address.",
            )
            for name, value in self._overruled
        ]
        return (
            *invalid,
            *overruled,
            *self._unknown("section"),
            *self._unknown("source"),
        )

    @property
    def is_exchanged(self) -> bool:
        """Whether `since` was later than `until`, so that they changed places."""
        since, until = self._clean.get("since"), self._clean.get("until")
        return bool(since and until and since > until)

    @cached_property
    def _clean(self) -> dict[str, Any]:
        self.form.is_valid()  # what is not valid is missing here and named in errors
        return self.form.cleaned_data

    @cached_property
    def _words(self) -> Words:
        return parse_words(self._clean.get("q") or "")

    @property
    def _days(self) -> tuple[date | None, date | None]:
        since, until = self._clean.get("since"), self._clean.get("until")
        return (until, since) if self.is_exchanged else (since, until)

    def _slugs(self, name: str) -> tuple[str, ...]:
        return self._clean[name][:MOST_NAMES]

    def _unknown(self, kind: str) -> list[Refusal]:
        names = self.known.sections if kind == "section" else self.known.sources
        known = {name.slug for name in names}
        refusals = [
            self._refuse_unknown(kind, slug)
            for slug in self._slugs(kind)
            if slug not in known
        ]
        left_out = len(self._clean[kind]) - MOST_NAMES
        if left_out > 0:
            reason = (
                f"At most {MOST_NAMES} {kind}s can be chosen: {left_out} more were."
            )
            refusals.append(Refusal(kind, "", reason))
        return refusals

    def _refuse_unknown(self, kind: str, slug: str) -> Refusal:
        refusal = Refusal(kind, slug, f"There is no {kind} “{slug[:SHOWN]}”.")
        nearest = self.known.nearest(kind, slug)
        if nearest is None:
            return refusal
        return replace(refusal, offer=nearest.slug, offer_in_words=nearest.name)

    def _refuse_invalid(self, name: str, error: ValidationError) -> Refusal:
        value = self.data.get(name, "")
        said = _quote(name, value)
        if name == "order":
            return Refusal(name, value, f"{said} is no order: newest or oldest.")
        reason = f"{said} is not a date: {error.message}."
        offer = (error.params or {}).get("offer")
        if offer is None:
            return Refusal(name, value, reason)
        return Refusal(name, value, reason, offer.isoformat(), day_in_words(offer))


def _quote(name: str, value: str) -> str:
    return f"“{name}={value[:SHOWN]}”"


def _only(names: tuple[Name, ...]) -> int:
    return names[0].pk if names else ALL
