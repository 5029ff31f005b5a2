from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from articles.dumps.ledger import Painted, decode_spans, encode_spans, paint
from articles.dumps.reading import read
from articles.dumps.records import Span, Told

DUMP = (
    "\ufeffHarbour reopens\r\n"
    "\r\n"
    "Source:AFP Published: 2015-5-12 0:03:01\r\n"
    "\r\n"
    "The tide came in at noon.\r\n"
    "\r\n"
    "blog comments powered by Disqus"
)
KINDS = st.sampled_from(
    ["headline", "blank", "paragraph:1", "paragraph:2", "paragraph:17", "novel:kind"]
)
DIRTY_LINES = st.lists(
    st.sampled_from(
        [
            *(b"", b"Harbour reopens", b"Source:AFP Published: 2015-5-12 0:03:01"),
            *(b"The tide came in.", b"Posted in: Europe", b"\xff\xfe", b"caf\xe9 \0"),
            *(b"blog comments powered by Disqus", "日本".encode(), b"\xed\xa0\x80"),
            *(b"Related articles:", b"  \xc2\xa0", b"\f", b"By Ann Orrin", b"-----"),
            *(b"~{", b"\x1b$B", b"\x1b(B", b"|\f Source:AFP", b"\r", b"home > a"),
        ]
    )
).map(b"\n".join)


def test_neighbouring_lines_of_one_kind_are_one_span():
    assert read(DUMP.encode()).spans == (
        Span("bom", 3),
        Span("headline", 17),
        Span("blank", 2),
        Span("source-line", 41),
        Span("blank", 2),
        Span("paragraph:1", 27),
        Span("blank", 2),
        Span("boilerplate:comments-line", 31),
    )


def test_undecodable_bytes_are_spans_of_their_own():
    assert read("Überfahrt\n\nÄ b".encode() + b"\xff\xfec").spans == (
        Span("headline", 11),
        Span("blank", 1),
        Span("paragraph:1", 4),
        Span("undecodable", 2),
        Span("paragraph:1", 1),
    )


@given(st.lists(st.builds(Span, KINDS, st.integers(0, 2**40))).map(tuple))
def test_a_stored_ledger_is_the_same_ledger(spans):
    assert decode_spans(encode_spans(spans)) == spans


def test_a_stored_ledger_is_small():
    assert len(encode_spans(read(DUMP.encode()).spans)) < 20


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-16", "utf-32-be", "cp1252", "gb18030"]
)
def test_a_file_is_painted_line_by_line(encoding):
    data = DUMP.removeprefix("\ufeff").encode(encoding)

    painted = list(paint(data, read(data).spans, encoding=read(data).encoding))

    assert [(line.kind, line.text) for line in painted if line.kind != "bom"] == [
        ("headline", "Harbour reopens"),
        ("blank", ""),
        ("source-line", "Source:AFP Published: 2015-5-12 0:03:01"),
        ("blank", ""),
        ("paragraph:1", "The tide came in at noon."),
        ("blank", ""),
        ("boilerplate:comments-line", "blog comments powered by Disqus"),
    ]


def test_undecodable_bytes_are_painted_as_their_numbers():
    data = "Überfahrt \ufffd\n".encode() + b"\xffa\0 \xed\xa0\x80"

    painted = list(paint(data, read(data).spans, encoding="utf-8"))

    assert painted == [
        Painted(0, 15, "headline", "Überfahrt \ufffd"),
        Painted(15, 7, "paragraph:1", r"\xFFa\x00 \xED\xA0\x80"),
    ]


@given(st.binary() | DIRTY_LINES | st.text().map(str.encode))
def test_the_spans_of_any_bytes_add_up_to_the_file(data):
    reading = read(data)

    assert sum(span.size for span in reading.spans) == len(data)
    assert all(span.size for span in reading.spans)


@given(DIRTY_LINES, st.sampled_from(["utf-16-le", "utf-16-be", "utf-32-le", "cp932"]))
def test_the_spans_add_up_whatever_encoding_is_told(data, encoding):
    spans = read(data, told=Told(encoding=encoding)).spans

    assert sum(span.size for span in spans) == len(data)


@given(DIRTY_LINES, st.sampled_from(["", "hz", "iso2022_jp_2", "utf-16", "cp932"]))
def test_painting_shows_every_byte_once_and_in_order(data, encoding):
    reading = read(data, told=Told(encoding=encoding))

    painted = list(paint(data, reading.spans, encoding=reading.encoding))

    assert [line.offset for line in painted] == [
        sum(line.size for line in painted[:number]) for number in range(len(painted))
    ]
    assert sum(line.size for line in painted) == len(data)
