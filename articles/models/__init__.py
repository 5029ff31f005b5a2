"""What the archive is made of: fields, constraints, QuerySets."""

from __future__ import annotations

from articles.models.article import Article, Placement
from articles.models.counts import DayCount, MonthCount
from articles.models.naming import Alias, Section, Source
from articles.models.origin import (
    Appearance,
    Batch,
    Container,
    Document,
    Problem,
)
from articles.models.version import Change, Version

__all__ = [
    "Alias",
    "Appearance",
    "Article",
    "Batch",
    "Change",
    "Container",
    "DayCount",
    "Document",
    "MonthCount",
    "Placement",
    "Problem",
    "Section",
    "Source",
    "Version",
]
