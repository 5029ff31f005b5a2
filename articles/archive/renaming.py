"""Names and spellings that an editor gives to sources and sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.archive.editing import change
from articles.archive.naming import Names
from articles.models import Alias, Source
from articles.text.fingerprints import fold

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from articles.archive.naming import Named
    from articles.models import Section


def create_named(model: Named, name: str, *, by: User) -> Source | Section:
    """Make a source or a section that no dump has printed yet."""
    with change(by=by, reason=f"New: {name}"):
        pk = Names(model).find(name)
        model.objects.filter(pk=pk).update(name_is_fixed=True)
    return model.objects.get(pk=pk)


def rename(thing: Source | Section, name: str, *, by: User) -> None:
    """Give another name; the address stays, and imports leave the name alone."""
    with change(by=by, reason=f"Renamed: {thing.name} is now {name}"):
        rows = type(thing).objects.filter(pk=thing.pk)
        rows.update(name=name, name_is_fixed=True)


def add_spelling(thing: Source | Section, name: str, *, by: User) -> Alias:
    """Let imports file what is printed as `name` under `thing`."""
    with change(by=by, reason=f"{name} is another spelling of {thing.name}"):
        return Alias.objects.create(
            name=name, key=fold(name), **{_field(type(thing)): thing}
        )


def owner_of(model: Named, name: str) -> Source | Section | None:
    """What is called, or printed as, `name`, whatever its case and blanks."""
    key = fold(name)
    field = _field(model)
    aliases = Alias.objects.filter(key=key, **{f"{field}__isnull": False})
    alias = aliases.select_related(field).first()
    if alias is not None:
        return getattr(alias, field)
    # A name that an editor gave has no alias of its own.
    fixed = model.objects.filter(name_is_fixed=True)
    return next((thing for thing in fixed if fold(thing.name) == key), None)


def _field(model: Named) -> str:
    return "source" if model is Source else "section"
