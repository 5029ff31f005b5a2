"""Where articles came from: runs of the import, files, and what was wrong with them."""

from __future__ import annotations

from django.db import models
from django.urls import reverse


class Batch(models.Model):
    """One run of the import."""

    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    process = models.PositiveIntegerField(help_text="Process id of the importer.")
    host = models.TextField()
    paths = models.JSONField(default=list)
    options = models.JSONField(default=dict)
    files = models.PositiveIntegerField(default=0)
    ignored = models.PositiveIntegerField(default=0)
    created = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    duplicate = models.PositiveIntegerField(default=0)
    held = models.PositiveIntegerField(default=0)
    buried = models.PositiveIntegerField(default=0)
    rejected = models.PositiveIntegerField(default=0)
    bytes = models.PositiveBigIntegerField(default=0)

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "batches"

    def __str__(self) -> str:
        return f"Batch {self.pk}"

    @property
    def records(self) -> int:
        """All records, whatever became of them."""
        return (
            self.created
            + self.updated
            + self.unchanged
            + self.duplicate
            + self.held
            + self.buried
        )


class Container(models.Model):
    """A packed heap that one batch read whole, with nothing rejected."""

    sha256 = models.BinaryField()
    size = models.PositiveBigIntegerField(db_index=True, help_text="bytes")
    way = models.BigIntegerField(help_text="Digest of how it was read.")
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="containers")
    files = models.PositiveIntegerField()
    ignored = models.PositiveIntegerField()
    records = models.PositiveIntegerField()
    bytes = models.PositiveBigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sha256", "way"], name="container_once")
        ]

    def __str__(self) -> str:
        return f"Container {self.pk}"


class Document(models.Model):
    """The bytes of one file, imported or rejected, and how they were read."""

    class How(models.TextChoices):
        """What decided the encoding."""

        TOLD = "told", "told by the librarian"
        UTF8 = "utf-8", "valid UTF-8"
        BOM = "bom", "byte order mark"
        DECLARED = "declared", "declared in the file"
        DETECTED = "detected", "detected: a guess"

    sha256 = models.BinaryField(unique=True)
    size = models.PositiveBigIntegerField(help_text="bytes")
    data = models.BinaryField(
        null=True, help_text="zlib-compressed; nothing when the file was too large."
    )
    encoding = models.TextField(blank=True)
    confidence = models.FloatField(default=1.0)
    how = models.TextField(blank=True, choices=How)
    format = models.TextField(blank=True)
    parser_version = models.PositiveSmallIntegerField()
    spans = models.BinaryField(help_text="Run-length list of (kind, bytes).")
    undecodable = models.JSONField(default=list, help_text="[[offset, hex], …]")
    problems = models.JSONField(default=list, help_text="[[line, code, reason], …]")
    records = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"Document {self.pk}"


class Appearance(models.Model):
    """One record of one file: the printed evidence that an article rests on."""

    document = models.ForeignKey(
        Document, models.PROTECT, db_index=False, related_name="appearances"
    )
    index = models.PositiveIntegerField(help_text="1 is the first record of the file.")
    place = models.BigIntegerField(
        help_text="Digest of the path below the heap and of what the run assumed."
    )
    article = models.ForeignKey(
        "articles.Article", models.PROTECT, related_name="appearances"
    )
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="appearances")
    file = models.TextField()
    rank = models.BinaryField(
        help_text="Of the texts of one article, that of the highest rank is shown."
    )
    source = models.TextField(blank=True, help_text="As printed, or assumed.")
    sections = models.JSONField(default=list, help_text="As printed, or assumed.")
    doubts = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "document", "index", "place", name="appearance_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.file}, record {self.index}"


class Problem(models.Model):
    """Something an import could not use, with its place and reason."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="problems")
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, related_name="reported"
    )
    file = models.TextField()
    line = models.PositiveIntegerField(null=True)
    code = models.TextField()
    reason = models.TextField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.reason}"

    def get_absolute_url(self) -> str:
        return reverse("admin:articles_problem_change", args=[self.pk])
