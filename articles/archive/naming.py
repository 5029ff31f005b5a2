"""From names as printed to sources and sections, within one run of the import."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from articles.database.counts import add_appearances
from articles.database.variables import part_values
from articles.models import Alias, Section, Source
from articles.text.fingerprints import fold
from articles.text.slugs import distinct_slug, slug

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from django.db.models import QuerySet

Named = type[Source] | type[Section]
LONGEST_NAME: Final = 300  # characters; an index of PostgreSQL takes 2,704 bytes


class Names:
    """The sources, or the sections, of the archive; unknown names are made.

    Names that differ only in case or blanks are one. Create it in the transaction in
    which it is used first: it remembers rows, which a rollback would take away.
    """

    def __init__(self, model: Named) -> None:
        self.model = model
        self.field = "source" if model is Source else "section"
        things = list(model.objects.values_list("pk", "name", "slug"))
        self._slugs = {thing_slug for _, _, thing_slug in things}
        self._by_key = {fold(name): pk for pk, name, _ in things}
        self._aliases: dict[str, int] = {}
        self._spellings: Counter[int] = Counter()  # how many each thing has
        for name, pk in self._all_aliases().values_list("name", f"{self.field}_id"):
            self._remember(name, pk)
        self._met: Counter[str] = Counter()

    def find(self, name: str) -> int:
        """The id of what `name` means; one more appearance of this spelling.

        Only the start of an endless name counts; its appearance keeps all of it.
        """
        name = name[:LONGEST_NAME]
        self._met[name] += 1
        return self._aliases.get(name) or self._learn(name)

    def known(self, name: str) -> int:
        """The id of what `name`, which was met before, means."""
        return self._aliases[name[:LONGEST_NAME]]

    def forget(self, met: Mapping[str, int]) -> None:
        """Take back {spelling: how often it was met}."""
        self._met.update({name[:LONGEST_NAME]: -n for name, n in met.items()})
        self.keep()

    def keep(self) -> None:
        """Write how often each spelling was met, and show the one met most."""
        if not self._met:
            return
        add_appearances(f"{self.field}_id", self._met)
        met = {self._aliases[name] for name in self._met}
        self._met.clear()
        self._show_most_met({pk for pk in met if self._spellings[pk] > 1})

    def _all_aliases(self) -> QuerySet[Alias]:
        return Alias.objects.filter(**{f"{self.field}__isnull": False})

    def _learn(self, name: str) -> int:
        key = fold(name)
        pk = self._by_key.get(key)
        if pk is None:
            pk = self.model.objects.create(name=name, slug=self._free_slug(name)).pk
        Alias.objects.create(name=name, key=key, **{f"{self.field}_id": pk})
        self._remember(name, pk)
        return pk

    def _remember(self, name: str, pk: int) -> None:
        self._aliases[name] = self._by_key[fold(name)] = pk
        self._spellings[pk] += 1

    def _free_slug(self, name: str) -> str:
        chosen = slug(name)
        if chosen in self._slugs:
            chosen = distinct_slug(name)
        self._slugs.add(chosen)
        return chosen

    def _show_most_met(self, pks: Collection[int]) -> None:
        """Give each thing its commonest spelling; of equals the first by code point.

        Only the spellings of one key compete: an alias that an editor joined from
        another name never takes over.
        """
        for part in part_values(pks):
            self._show_most_met_of(part)

    def _show_most_met_of(self, pks: Collection[int]) -> None:
        things = self.model.objects.filter(pk__in=pks, name_is_fixed=False)
        for thing in things.prefetch_related("aliases"):
            key = fold(thing.name)
            rivals = [alias for alias in thing.aliases.all() if alias.key == key]
            if len(rivals) < 2:  # noqa: PLR2004  nothing to choose from
                continue
            most_met = min(rivals, key=lambda alias: (-alias.appearances, alias.name))
            if most_met.name != thing.name:
                self.model.objects.filter(pk=thing.pk).update(name=most_met.name)
