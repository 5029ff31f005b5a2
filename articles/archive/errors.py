"""What can go wrong with a write, as one small tree.

ArchiveError
├── ImportRefusedError   another importer runs
├── ImportStoppedError   the database takes no more
└── UndoRefusedError     there is nothing to take back
"""

from __future__ import annotations


class ArchiveError(Exception):
    """The root of the errors of this package."""


class ImportRefusedError(ArchiveError):
    """The import did not begin."""


class ImportStoppedError(ArchiveError):
    """The import ended early; what was reported before is in the archive."""


class UndoRefusedError(ArchiveError):
    """The batch has been undone before."""
