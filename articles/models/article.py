"""The article and its places in sections."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Coalesce

from articles.models.listing import DOUBTFUL_DATE, ArticleQuerySet
from articles.models.naming import Section, Source
from articles.models.origin import Appearance
from articles.text.slugs import article_slug

POSITIONS_A_MINUTE: Final = 2**30  # room for a billion ids
FIRST_DATED: Final = POSITIONS_A_MINUTE  # undated articles have smaller positions


class Precision(models.TextChoices):
    """How much of a date was printed."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


class Article(models.Model):
    """One article, as it is shown now; a removed one stays as its own tombstone."""

    class Removal(models.TextChoices):
        """Why an article is not shown."""

        UNDO = "undo", "its import was undone"

    key = models.BinaryField(
        unique=True, help_text="Digest of what was printed: the article's identity."
    )
    headline = models.TextField()
    print_headline = models.TextField(blank=True)
    byline = models.TextField(blank=True)
    body = models.TextField(blank=True, help_text="Paragraphs parted by blank lines.")
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, db_index=False
    )
    printed_raw = models.TextField(blank=True, help_text="The date as printed.")
    printed_precision = models.TextField(blank=True, choices=Precision)
    printed_minute = models.BigIntegerField(
        null=True, blank=True, help_text="Minutes since 0001-01-01, local printed time."
    )
    printed_second = models.PositiveSmallIntegerField(null=True, blank=True)
    printed_offset = models.SmallIntegerField(
        null=True, blank=True, help_text="Minutes east of UTC."
    )
    updated_raw = models.TextField(blank=True)
    updated_precision = models.TextField(blank=True, choices=Precision)
    updated_minute = models.BigIntegerField(null=True, blank=True)
    updated_second = models.PositiveSmallIntegerField(null=True, blank=True)
    updated_offset = models.SmallIntegerField(null=True, blank=True)
    doubts = models.TextField(blank=True, help_text="Codes parted by blanks.")
    url = models.TextField(blank=True)
    language = models.TextField(blank=True)
    extra = models.JSONField(
        default=list, blank=True, help_text="[[label, value], …]: what has no column."
    )
    # Indexed, or SQLite reads the whole table for each appearance that is stored
    # after its article; the same holds of merged_into.
    shown = models.ForeignKey(
        Appearance, models.PROTECT, null=True, editable=False, related_name="+"
    )
    removed_at = models.DateTimeField(null=True, blank=True)
    removal = models.TextField(blank=True, choices=Removal)
    removed_reason = models.TextField(blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged"
    )
    position = models.GeneratedField(
        expression=Case(
            When(
                removed_at=None,
                then=Coalesce(F("printed_minute") + Value(1), Value(0))
                * Value(POSITIONS_A_MINUTE)
                + F("id"),
            )
        ),
        output_field=models.BigIntegerField(null=True),
        db_persist=True,
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint("position", name="article_position"),
            models.CheckConstraint(
                condition=Q(printed_minute__isnull=True, printed_precision="")
                | Q(
                    printed_minute__isnull=False,  # or NULL would let it pass
                    printed_minute__gte=0,
                    printed_minute__lt=5_259_492_000,  # year 10000
                    printed_precision__in=Precision.values,
                ),
                name="article_printed_whole",
            ),
            models.CheckConstraint(
                condition=Q(printed_second__isnull=True)
                | Q(printed_second__lt=60, printed_minute__isnull=False),
                name="article_printed_second",
            ),
        ]
        indexes = [
            models.Index(fields=["source", "position"], name="article_source_position"),
            models.Index(  # ArticleQuerySet.with_doubtful_date
                fields=["position"],
                condition=DOUBTFUL_DATE,
                name="article_doubtful_date",
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        return article_path(self.pk, self.headline)

    @property
    def paragraphs(self) -> list[str]:
        return self.body.split("\n\n") if self.body else []


class Placement(models.Model):
    """An article's place in a section; source and position repeat the article's."""

    article = models.ForeignKey(
        Article, models.CASCADE, db_index=False, related_name="placements"
    )
    section = models.ForeignKey(
        Section, models.PROTECT, db_index=False, related_name="placements"
    )
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, editable=False, db_index=False
    )
    position = models.BigIntegerField(null=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint("article", "section", name="placement_once"),
        ]
        indexes = [
            models.Index(fields=["section", "position"], name="placement_section"),
            models.Index(
                fields=["section", "source", "position"], name="placement_both"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} in {self.section_id}"


def article_path(pk: int, headline: str) -> str:
    """The address of an article; a list of thirty has no time for thirty reverse()."""
    return f"/articles/{pk}/{quote(article_slug(headline))}/"
