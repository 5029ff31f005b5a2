"""The columns of an article whose old values are kept in its versions."""

from __future__ import annotations

PRINTED = (  # what an article shows of its evidence
    "headline",
    "print_headline",
    "byline",
    "body",
    "source_id",
    "printed_raw",
    "printed_precision",
    "printed_minute",
    "printed_second",
    "printed_offset",
    "updated_raw",
    "updated_precision",
    "updated_minute",
    "updated_second",
    "updated_offset",
    "doubts",
    "url",
    "language",
    "extra",
)
COLUMNS = (*PRINTED, "removed_at", "removal", "removed_reason", "merged_into_id")
