"""What changed, when, by whom and why. The rows are written by the database itself."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.db import models
from django.db.models.functions import Now


class Change(models.Model):
    """One act that changed the archive; its largest id is the archive's version."""

    class Kind(models.TextChoices):
        IMPORT = "import", "import"
        UNDO = "undo", "undo of an import"
        EDIT = "edit", "edit"
        DIRECT = "direct", "direct SQL"

    kind = models.TextField(choices=Kind)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,  # an account that changed something is closed, not deleted
        null=True,
        related_name="+",
    )
    reason = models.TextField(blank=True, db_default="")
    at = models.DateTimeField(db_default=Now())
    batch = models.ForeignKey(
        "articles.Batch", models.PROTECT, null=True, related_name="changes"
    )

    def __str__(self) -> str:
        return f"Change {self.pk} ({self.kind})"

    @property
    def is_by_person(self) -> bool:
        return self.kind not in MACHINE_KINDS


MACHINE_KINDS: Final = (Change.Kind.IMPORT, Change.Kind.UNDO)  # all others are persons'


class Version(models.Model):
    """The old values that one statement of a change replaced or deleted.

    No foreign key in the database: the triggers also write while tables are emptied.
    """

    article = models.ForeignKey(
        "articles.Article",
        models.DO_NOTHING,
        db_constraint=False,
        related_name="versions",
    )
    change = models.ForeignKey(
        Change, models.DO_NOTHING, db_constraint=False, related_name="versions"
    )
    old = models.JSONField(help_text="{column: old value}; sections as names")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Version {self.pk} of article {self.article_id}"
