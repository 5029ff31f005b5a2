"""From members of a heap to what each of them says, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from articles.archive.identity import place_of
from articles.dumps.assuming import Assumed, Evidence, assume
from articles.dumps.containers import folder_of
from articles.dumps.reading import read
from articles.dumps.records import Problem, Reading, Told
from articles.models import Document

if TYPE_CHECKING:
    from articles.dumps.containers import Member

DEFAULT_MAX_FILE: Final = 64 * 1024 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class Options:
    """What the librarian said for a run."""

    told: Told = field(default_factory=Told)
    assumed: Assumed = field(default_factory=Assumed)
    max_file: int = DEFAULT_MAX_FILE  # bytes
    is_dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Filed:
    """A member with its place and, once it was read, what it says."""

    member: Member
    folder: str
    place: int
    reading: Reading | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.reading.problems if self.reading else ()


def file_member(member: Member, options: Options) -> Filed:
    """Find a member's place; it is not read yet."""
    folder = folder_of(member.path, member.container)
    assumed = options.assumed
    place = place_of(
        member.path, folder, (assumed.source, assumed.section, assumed.timezone)
    )
    return Filed(member, folder, place)


def read_member(filed: Filed, options: Options) -> Filed:
    """Read a member and complete its records by what is assumed."""
    member = filed.member
    if member.data is None:
        reading = _too_large(member, options)
    else:
        reading = read(member.data, folder=filed.folder, told=options.told)
    evidence = tuple(assume(record, options.assumed) for record in reading.records)
    return Filed(member, filed.folder, filed.place, reading, evidence)


def told_as_read(format_name: str, encoding: str, how: str) -> Told:
    """What must be told of a known document so that it is read as it was before."""
    is_told = how == Document.How.TOLD
    return Told(format_name, encoding if is_told else "")


def _too_large(member: Member, options: Options) -> Reading:
    reason = (
        f"The file has {member.size:,} bytes, more than the {options.max_file:,} that "
        "--max-file allows. Its name, size and digest are kept; import it again with "
        "a larger --max-file."
    )
    return Reading(
        encoding="",
        confidence=1.0,
        how="",
        format="",
        records=(),
        problems=(Problem(None, "too-large", reason),),
        spans=(),
        undecodable=(),
    )
