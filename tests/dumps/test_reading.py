from __future__ import annotations

import pytest

from articles.dumps.errors import UnknownEncodingError, UnknownFormatError
from articles.dumps.reading import check_told, read
from articles.dumps.records import Problem, Span, Told

PAGE = b"Harbour reopens\n\nSource:AFP Published: 2015-5-12 0:03:01\n\nThe tide.\n"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b" \r\n\t\n\f\n\xc2\xa0\n", id="blanks"),
        pytest.param(b"\xef\xbb\xbf", id="a byte order mark"),
        pytest.param(b"\xff\xfe\n\0", id="a line break in utf-16"),
    ],
)
def test_an_empty_file_is_a_problem(data):
    reading = read(data)

    assert reading.records == ()
    assert [problem.code for problem in reading.problems] == ["empty"]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"text " * 99, "a PNG picture", id="png"),
        pytest.param(b"%PDF-1.4\n" + b"text " * 99, "a PDF document", id="pdf"),
        pytest.param(b"\x7fELF" + bytes(99), "a program", id="program"),
        pytest.param(b"PK\x03\x04" + b"x" * 99, "a zip archive", id="office document"),
        pytest.param(bytes(range(256)) * 9, "binary data", id="bytes of all kinds"),
    ],
)
def test_a_binary_file_is_a_problem_that_says_what_it_is(data, what):
    reading = read(data)

    assert reading.records == ()
    assert reading.problems == (
        Problem(None, "binary", f"The file is {what}, not text."),
    )
    assert reading.spans == (Span("rejected:binary", len(data)),)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("-----\n\n* * *\n", 1, id="no letter"),
        pytest.param("\n\n" + "long " * 100, 3, id="text only"),
        pytest.param("\nSource:AFP\n\nThe tide came in.\n", 2, id="source line first"),
    ],
)
def test_a_file_without_a_headline_is_a_problem_with_its_place(text, line):
    reading = read(text.encode())

    assert reading.records == ()
    assert [(each.code, each.line) for each in reading.problems] == [
        ("no-headline", line)
    ]
    assert {span.kind for span in reading.spans} <= {"rejected:no-headline", "blank"}


def test_a_guessed_encoding_is_a_doubt_of_the_record():
    assert read("Café\n\nLe café.".encode("cp1252")).records[0].doubts == (
        "encoding-guessed",
    )


def test_a_told_encoding_is_no_doubt():
    reading = read("Café\n\nLe café.".encode("cp1252"), told=Told(encoding="cp1252"))

    assert reading.records[0].doubts == ()
    assert (reading.encoding, reading.how) == ("cp1252", "told")


def test_text_with_nul_and_bad_bytes_is_kept_and_the_loss_listed():
    reading = read("Überfahrt\n\nDie Fähre ".encode() + b"f\0hrt \x96 wieder.")

    assert reading.records[0].paragraphs == ("Die Fähre f\ufffdhrt \ufffd wieder.",)
    assert reading.undecodable == ((24, b"\0"), (29, b"\x96"))
    assert reading.problems == (
        Problem(
            3,
            "undecodable",
            "2 bytes could not be read as utf-8, the first at offset 24; U+FFFD stands "
            "in the text instead.",
        ),
    )


def test_a_told_format_is_used_even_for_what_looks_like_another():
    reading = read(PAGE, told=Told(format="titled"))

    assert reading.format == "titled"
    assert reading.records[0].paragraphs == (
        "Source:AFP Published: 2015-5-12 0:03:01",
        "The tide.",
    )


def test_a_format_that_does_not_exist_is_refused_with_those_that_do():
    with pytest.raises(UnknownFormatError, match=r"choose one of .*titled"):
        check_told(Told(format="scroll"))


def test_an_encoding_that_does_not_exist_is_refused():
    with pytest.raises(UnknownEncodingError, match="klingon"):
        check_told(Told(encoding="klingon"))


def test_reading_the_same_bytes_again_gives_the_same_reading():
    assert read(PAGE) == read(PAGE)
