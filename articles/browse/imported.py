"""The file an article came from, line by line, with what became of every byte."""

from __future__ import annotations

import zlib
from bisect import bisect_left
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from django.utils.timezone import localtime

from articles.browse.balance import Part, balance
from articles.browse.roles import role_of
from articles.browse.wording import counted, day_of
from articles.dumps.ledger import decode_spans, paint
from articles.models import Appearance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articles.dumps.ledger import Painted
    from articles.models import Article, Document

LINES: Final = 2000  # on a page
_LONGEST: Final = 10_000  # characters of a line that are shown
_FORMATS: Final = {
    "csv": "Table",
    "feed": "Feed",
    "json": "JSON",
    "jsonl": "JSON lines",
    "pagedump": "Page dump",
    "titled": "Titled text",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file; `at` is its offset in bytes."""

    at: str
    text: str
    role: str
    tone: str
    is_left_out: bool


@dataclass(frozen=True, slots=True)
class Imported:
    """One page of a file. `lines` is None when its bytes were too many to keep."""

    pk: int  # of the appearance
    name: str
    size: str
    parts: tuple[Part, ...]
    facts: tuple[tuple[str, str], ...]
    digest: str
    lines: tuple[Line, ...] | None
    first: int
    earlier: int | None  # the first line of the page before
    later: int | None


def find_appearance(article: Article, pk: int | None) -> Appearance | None:
    """The appearance that was asked for, or the shown one, with its file."""
    found = Appearance.objects.select_related("document", "batch")
    wanted = article.shown_id if pk is None else pk
    return found.filter(article=article, pk__in=[wanted]).first()


def read_imported(appearance: Appearance, first: int | None) -> Imported:
    """Read a page of the file from its line `first` on, or from where the record is."""
    document = appearance.document
    spans = decode_spans(bytes(document.spans))
    data = raw_bytes(document)
    lines, start, has_more = None, 1, False
    if data is not None:
        painted = paint(data, spans, encoding=document.encoding)
        start, shown, has_more = _page(painted, first, appearance.index)
        lost = _Lost(document.undecodable)
        lines = tuple(_line(line, lost.between(line)) for line in shown)
    return Imported(
        pk=appearance.pk,
        name=appearance.file,
        size=counted(document.size, "byte"),
        parts=balance(spans),
        facts=_facts(appearance, document),
        digest=bytes(document.sha256).hex(),
        lines=lines,
        first=start,
        earlier=max(1, start - LINES) if start > 1 else None,
        later=start + LINES if has_more else None,
    )


def raw_bytes(document: Document) -> bytes | None:
    """The bytes of a file as they arrived; None when they were too many to keep."""
    return None if document.data is None else zlib.decompress(bytes(document.data))


def _page(
    painted: Iterable[Painted], first: int | None, index: int
) -> tuple[int, list[Painted], bool]:
    """The number of the first line, the lines, and whether more follow."""
    if first is None:
        first, painted = _record(painted, index)
    else:
        first = max(first, 1)
        painted = islice(painted, first - 1, None)
    shown = list(islice(painted, LINES + 1))
    return first, shown[:LINES], len(shown) > LINES


def _record(painted: Iterable[Painted], index: int) -> tuple[int, Iterable[Painted]]:
    """Skip to the page of lines on which a record of the file begins."""
    kept = list(painted)
    if index == 1:
        return 1, kept
    before, found, record = "", 0, f"record:{index}"
    for number, line in enumerate(kept):
        found += line.kind == "headline" != before
        before = line.kind
        if found == index or line.kind == record:
            start = number // LINES * LINES
            return start + 1, kept[start:]
    return 1, kept


class _Lost:
    """The undecodable bytes of a file, asked for line by line."""

    def __init__(self, undecodable: Sequence[Sequence[int | str]]) -> None:
        self._offsets = [int(offset) for offset, _ in undecodable]
        self._sizes = [len(str(digits)) // 2 for _, digits in undecodable]

    def between(self, line: Painted) -> int:
        """How many bytes of a line are not text."""
        first = bisect_left(self._offsets, line.offset)
        end = bisect_left(self._offsets, line.offset + line.size)
        return sum(self._sizes[first:end])


def _line(line: Painted, lost: int) -> Line:
    role = role_of(line.kind)
    words = [role.words] if role.words else []
    if lost:
        verb = "is" if lost == 1 else "are"
        words.append(f"{counted(lost, 'byte')} that {verb} not text")
    rest = len(line.text) - _LONGEST
    if rest > 0:
        words.append(f"{counted(rest, 'more character')} in the file")
    return Line(
        at=f"{line.offset}",
        text=line.text[:_LONGEST],
        role="; ".join(words),
        tone=role.tone,
        is_left_out=role.is_left_out,
    )


def _facts(appearance: Appearance, document: Document) -> tuple[tuple[str, str], ...]:
    imported = day_of(localtime(appearance.batch.started_at))
    facts = [
        ("File", appearance.file),
        ("Imported", f"{imported}, import {appearance.batch_id}"),
        ("Format", _FORMATS.get(document.format, document.format)),
        ("Encoding", _encoding(document)),
    ]
    if document.records > 1:
        facts.append(("Record", f"{appearance.index:,} of {document.records:,}"))
    facts += [("Problem", _problem(problem)) for problem in document.problems]
    return tuple((label, text) for label, text in facts if text)


def _encoding(document: Document) -> str:
    lost = sum(len(pair[1]) // 2 for pair in document.undecodable)
    said = document.encoding.upper()
    if document.how and document.how != document.How.UTF8:
        said = f"{said}, {document.get_how_display()}"
    return f"{said}, but for {counted(lost, 'byte')}" if lost else said


def _problem(problem: Sequence[str | int | None]) -> str:
    line, _code, reason = problem
    return f"Line {line}: {reason}" if line else f"{reason}"
