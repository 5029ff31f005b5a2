"""What can be wrong with a request to read dumps; a bad file is a Problem instead."""

from __future__ import annotations


class DumpError(Exception):
    """The root of the errors of this package."""


class UnknownFormatError(DumpError):
    """No format has this name."""


class UnknownEncodingError(DumpError):
    """No text encoding has this name."""


class UnknownTimezoneError(DumpError):
    """No time zone has this name."""
