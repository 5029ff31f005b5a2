"""The options that import_dumps and parse_dumps share."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from django.core.management.base import CommandError

from articles.archive.filing import DEFAULT_MAX_FILE, Options
from articles.dumps.assuming import Assumed
from articles.dumps.errors import DumpError
from articles.dumps.formats import FORMATS
from articles.dumps.reading import check_told
from articles.dumps.records import Told

if TYPE_CHECKING:
    from argparse import ArgumentParser


def add_dump_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="files, folders or containers; - is standard input",
    )
    parser.add_argument(
        "--format",
        default="",
        metavar="F",
        help=f"read every file as this: {', '.join(f.NAME for f in FORMATS)}",
    )
    parser.add_argument(
        "--encoding", default="", metavar="E", help="decode every file so"
    )
    parser.add_argument(
        "--timezone",
        default="",
        metavar="TZ",
        help="where a time prints no offset, such as Europe/Berlin",
    )
    parser.add_argument(
        "--source", default="", metavar="NAME", help="where a record prints none"
    )
    parser.add_argument(
        "--section", default="", metavar="NAME", help="where a record prints none"
    )
    parser.add_argument(
        "--max-file",
        type=int,
        default=DEFAULT_MAX_FILE,
        metavar="BYTES",
        help=f"keep only the digest of a larger file ({DEFAULT_MAX_FILE:,})",
    )


def options_of(values: dict, *, is_dry_run: bool = False) -> Options:
    """The options of a run; raises CommandError when one cannot be used."""
    try:
        told = Told(format=values["format"], encoding=values["encoding"])
        check_told(told)
        assumed = Assumed(
            _name(values, "source"), _name(values, "section"), values["timezone"]
        )
    except DumpError as error:
        raise CommandError(str(error)) from error
    if values["max_file"] < 1:
        raise CommandError("--max-file is a number of bytes, at least 1.")
    return Options(told, assumed, values["max_file"], is_dry_run)


def paths_of(values: list[str]) -> list[Path | str]:
    """The paths to walk; Path("") would be the folder one stands in."""
    return [value if value in {"-", ""} else Path(value) for value in values]


def standard_input() -> BinaryIO | None:
    """The bytes of standard input, or None where it is closed."""
    return sys.stdin.buffer if sys.stdin else None


def _name(values: dict, option: str) -> str:
    """A name without spare blanks; raises CommandError for bytes that are no text."""
    name = " ".join(values[option].split())
    try:
        name.encode()
    except UnicodeEncodeError as error:
        raise CommandError(f"--{option} is not in UTF-8.") from error
    return name
