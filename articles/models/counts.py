"""Counts that are kept, not made: every list knows its size without counting."""

from __future__ import annotations

from django.db import models

ALL = -1  # as section, source or month: all of them
NONE = 0  # as section or source: none printed; as month: undated


class MonthCount(models.Model):
    """How many articles a section has from a source in a month.

    `section` and `source` are ids, or ALL, or NONE. `month` is 201505, or 201500 for
    articles known only to the year, or ALL, or NONE for the undated. Each article
    counts once under all sections and once under each of its own.
    """

    pk = models.CompositePrimaryKey("section", "source", "month")
    section = models.BigIntegerField()
    source = models.BigIntegerField()
    month = models.IntegerField()
    n = models.BigIntegerField(db_default=0)

    class Meta:
        indexes = [
            models.Index(fields=["source", "month", "section"], name="count_by_source"),
            models.Index(fields=["month", "section", "source"], name="count_by_month"),
        ]

    def __str__(self) -> str:
        return f"{self.section}/{self.source}/{self.month}: {self.n}"


class DayCount(models.Model):
    """How many articles were printed on a day known to the day, such as 20150512."""

    day = models.IntegerField(primary_key=True)
    n = models.BigIntegerField(db_default=0)

    def __str__(self) -> str:
        return f"{self.day}: {self.n}"
