"""Names that articles are printed under: sources, sections, and their spellings."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.urls import reverse


class Source(models.Model):
    """A newspaper or agency: whoever printed the article."""

    name = models.TextField(unique=True)
    slug = models.TextField(unique=True)
    name_is_fixed = models.BooleanField(
        default=False, help_text="Chosen by an editor: imports leave it alone."
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("source", args=[self.slug])


class Section(models.Model):
    """A part of the paper, such as Europe or Markets."""

    name = models.TextField(unique=True)
    slug = models.TextField(unique=True)
    name_is_fixed = models.BooleanField(
        default=False, help_text="Chosen by an editor: imports leave it alone."
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("section", args=[self.slug])


class Alias(models.Model):
    """One spelling under which a source or a section is printed."""

    source = models.ForeignKey(
        Source, models.CASCADE, null=True, blank=True, related_name="aliases"
    )
    section = models.ForeignKey(
        Section, models.CASCADE, null=True, blank=True, related_name="aliases"
    )
    name = models.TextField(help_text="As printed, letter for letter.")
    key = models.TextField(
        editable=False, help_text="The spelling without case and spare blanks."
    )
    appearances = models.PositiveIntegerField(
        default=0, editable=False, help_text="How often it was printed so."
    )

    class Meta:
        verbose_name_plural = "aliases"
        constraints = [
            models.CheckConstraint(
                condition=Q(source__isnull=False, section__isnull=True)
                | Q(source__isnull=True, section__isnull=False),
                name="alias_of_one_thing",
            ),
            models.UniqueConstraint(
                F("name"), condition=Q(source__isnull=False), name="alias_source_once"
            ),
            models.UniqueConstraint(
                F("name"), condition=Q(section__isnull=False), name="alias_section_once"
            ),
        ]
        indexes = [models.Index(fields=["key"], name="alias_key")]

    def __str__(self) -> str:
        return self.name
