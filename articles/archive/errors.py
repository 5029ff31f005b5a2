"""What can go wrong with a write, as one small tree.

ArchiveError
├── ImportRefused   another importer runs
└── ImportStopped   the database takes no more
"""

from __future__ import annotations


class ArchiveError(Exception):
    """The root of the errors of this package."""


class ImportRefused(ArchiveError):
    """The import did not begin."""


class ImportStopped(ArchiveError):
    """The import ended early; what was reported before is in the archive."""
