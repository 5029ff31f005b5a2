"""What the librarian said for a run is used where a record prints nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from articles.dumps.errors import UnknownTimezoneError

if TYPE_CHECKING:
    from articles.dumps.records import Moment, Record

_FIRST: Final = datetime(1, 1, 1)  # noqa: DTZ001  printed times have no zone
_WITH_A_TIME: Final = ("minute", "second")


@dataclass(frozen=True, slots=True)
class Assumed:
    """Values for records that print none; an empty one assumes nothing."""

    source: str = ""
    section: str = ""
    timezone: str = ""

    def __post_init__(self) -> None:
        """Refuse a time zone that nobody knows, before a run begins."""
        if self.timezone:
            find_timezone(self.timezone)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A record with what was assumed of it; the record itself stays as printed."""

    record: Record
    source: str
    sections: tuple[str, ...]
    published_offset: int | None
    updated_offset: int | None
    doubts: tuple[str, ...]


def find_timezone(name: str) -> ZoneInfo:
    """The time zone of this name; raises UnknownTimezoneError."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UnknownTimezoneError(
            f"{name!r} is no time zone. Use a name such as Europe/Berlin."
        ) from error


def assume(record: Record, assumed: Assumed) -> Evidence:
    """Complete `record` by `assumed`, and mark what was assumed as a doubt."""
    doubts = dict.fromkeys(record.doubts)
    for moment in (record.published, record.updated):
        doubts |= dict.fromkeys(moment.doubts if moment else ())
    source, sections = record.source, record.sections
    if not source and assumed.source:
        source = assumed.source
        doubts["source-assumed"] = None
    if not sections and assumed.section:
        sections = (assumed.section,)
        doubts["section-assumed"] = None
    offsets = [_offset(m, assumed) for m in (record.published, record.updated)]
    if any(is_assumed for _, is_assumed in offsets):
        doubts["offset-assumed"] = None
    (published, _), (updated, _) = offsets
    return Evidence(record, source, sections, published, updated, tuple(doubts))


def _offset(moment: Moment | None, assumed: Assumed) -> tuple[int | None, bool]:
    """The offset of a moment in minutes, and whether it is the assumed one."""
    if moment is None or moment.offset is not None:
        return (moment.offset if moment else None), False
    if not assumed.timezone or moment.minute is None:
        return None, False
    if moment.precision not in _WITH_A_TIME:
        return None, False
    local = _FIRST + timedelta(minutes=moment.minute)
    offset = local.replace(tzinfo=find_timezone(assumed.timezone)).utcoffset()
    return (
        (None, False) if offset is None else (int(offset.total_seconds()) // 60, True)
    )
