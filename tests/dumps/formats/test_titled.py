from __future__ import annotations

import pytest

from articles.dumps.reading import read

TEXT = "Harbour reopens\n\nThe tide came in at noon.\n\nNobody was surprised.\n"


def read_record(text, folder=""):
    reading = read(text.encode(), folder=folder)
    assert reading.format == "titled"
    return reading.records[0]


def test_the_first_line_is_the_headline_and_blank_lines_part_paragraphs():
    record = read_record(TEXT)

    assert record.headline == "Harbour reopens"
    assert record.paragraphs == ("The tide came in at noon.", "Nobody was surprised.")
    assert record.doubts == ()


def test_nothing_that_is_not_printed_is_derived():
    record = read_record(TEXT)

    assert (record.source, record.byline, record.sections) == ("", "", ())
    assert (record.published, record.updated) == (None, None)


def test_the_section_is_that_of_the_folder_and_says_so():
    record = read_record(TEXT, folder="sport")

    assert record.sections == ("sport",)
    assert record.doubts == ("section-from-folder",)


def test_a_short_single_line_is_a_headline_without_a_body():
    record = read_record("Ferry late again\n")

    assert (record.headline, record.paragraphs) == ("Ferry late again", ())


def test_a_byline_that_stands_alone_is_no_paragraph():
    record = read_record("Harbour reopens\n\nBy Ilse Marrow\n\nThe tide came in.\n")

    assert (record.byline, record.paragraphs) == ("Ilse Marrow", ("The tide came in.",))


def test_a_paragraph_that_begins_like_a_byline_is_text():
    record = read_record("Harbour reopens\n\nBy noon the tide was in.\n")

    assert (record.byline, record.paragraphs) == ("", ("By noon the tide was in.",))


def test_lines_without_letters_above_the_headline_are_no_headline():
    reading = read(b"-----\n\nHarbour reopens\n\nThe tide.\n")

    assert (reading.records[0].headline, reading.records[0].line) == (
        "Harbour reopens",
        3,
    )
    assert reading.spans[0].kind == "ornament"


def test_a_headline_that_no_blank_line_parts_from_the_text_is_doubted():
    record = read_record("Harbour reopens\nThe tide came in.\nNobody saw it.\n")

    assert record.headline == "Harbour reopens"
    assert record.paragraphs == ("The tide came in.", "Nobody saw it.")
    assert record.doubts == ("format-guessed",)


@pytest.mark.parametrize(
    ("block", "paragraphs"),
    [
        pytest.param(
            "The tide came in at noon and nobody was surprised, least of\n"
            "all the keeper, who had written it down on the door of the\n"
            "shed in March.",
            [
                "The tide came in at noon and nobody was surprised, least of all the"
                " keeper, who had written it down on the door of the shed in March."
            ],
            id="wrapped lines are joined",
        ),
        pytest.param(
            "The tide is high\nThe gate is low\nThe boats go slow",
            ["The tide is high\nThe gate is low\nThe boats go slow"],
            id="verse keeps its lines",
        ),
        pytest.param(
            "North     2   1\nSouth     0   3",
            ["North     2   1\nSouth     0   3"],
            id="a table keeps its lines",
        ),
        pytest.param(
            "The tide came in.\nThe gate was closed.\nThe boats lay still.",
            ["The tide came in.", "The gate was closed.", "The boats lay still."],
            id="lines that end sentences are paragraphs",
        ),
        pytest.param(
            "    The tide came in at noon and nobody was surprised.\n"
            "Then it went out.\n"
            "    The keeper closed the gate, as he does each day.",
            [
                "The tide came in at noon and nobody was surprised. Then it went out.",
                "The keeper closed the gate, as he does each day.",
            ],
            id="indented lines begin paragraphs",
        ),
        pytest.param(
            "\u3000北の航路の乗組員は月曜日に仕事に戻った。\n\u3000勝者はいない。",
            ["北の航路の乗組員は月曜日に仕事に戻った。", "勝者はいない。"],
            id="each Japanese line is indented",
        ),
        pytest.param(
            "北の航路の乗組員は九日間の停泊のあと、\n月曜日に仕事に戻ったと発表された",
            ["北の航路の乗組員は九日間の停泊のあと、月曜日に仕事に戻ったと発表された"],
            id="wrapped Japanese lines are joined without a space",
        ),
        pytest.param(
            "The first line holds a paragraph that nobody ever wrapped: "
            + "x " * 40
            + "\n- The second is an item of a list",
            [
                "The first line holds a paragraph that nobody ever wrapped: "
                + ("x " * 40).strip(),
                "- The second is an item of a list",
            ],
            id="long lines are paragraphs",
        ),
    ],
)
def test_how_lines_break_decides_what_is_a_paragraph(block, paragraphs):
    record = read_record(f"Harbour reopens\n\n{block}\n\nThe end.\n")

    assert list(record.paragraphs) == [*paragraphs, "The end."]


def test_an_indented_file_is_read_as_if_it_were_not():
    indented = "".join(f"    {line}\n" for line in TEXT.split("\n"))

    assert read_record(indented) == read_record(TEXT)


@pytest.mark.parametrize("ending", ["\r\n", "\r", "  \n", "\n\f", "\n\n"])
def test_line_ends_and_blanks_make_no_difference_to_the_text(ending):
    record = read_record(TEXT.replace("\n", ending))

    assert record.headline == "Harbour reopens"
    assert record.paragraphs == ("The tide came in at noon.", "Nobody was surprised.")


def test_separators_that_are_no_line_ends_stay_in_the_text():
    record = read_record("Harbour\n\nOne\u2028two\x85three\x1cfour\n")

    assert record.paragraphs == ("One\u2028two\x85three\x1cfour",)
