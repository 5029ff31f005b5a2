"""What can be wrong with a request to read dumps; a bad file is a Problem instead."""

from __future__ import annotations


class DumpError(Exception):
    """The root of the errors of this package."""


class UnknownFormat(DumpError):
    """No format has this name."""


class UnknownEncoding(DumpError):
    """No text encoding has this name."""
