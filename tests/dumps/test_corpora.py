"""Every row of the answers that lie beside the corpora comes out right."""

from __future__ import annotations

import json
import os
import re
from datetime import datetime
from pathlib import Path

import pytest

from articles.dumps.containers import Member, folder_of, walk
from articles.dumps.reading import read

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
pytestmark = pytest.mark.skipif(
    not CORPORA.exists() and "CI" not in os.environ, reason="The corpora are not here."
)
EMPTY = {
    "byline": "",
    "source": "",
    "published": None,
    "updated": None,
    "sections": [],
    "print_headline": "",
}


def read_heap(name):
    members = walk([CORPORA / name], max_file=2**22)
    return {
        member.path: read(member.data, folder=folder_of(member.path))
        for member in members
        if isinstance(member, Member)
    }


def read_answers(name):
    lines = (CORPORA / "expected" / f"{name}.jsonl").read_text("utf-8").splitlines()
    return {row["file"]: row for row in map(json.loads, lines)}


def describe(record):
    return {
        "headline": record.headline,
        "print_headline": record.print_headline,
        "byline": record.byline,
        "source": record.source,
        "published": record.published.iso if record.published else None,
        "updated": record.updated.iso if record.updated else None,
        "sections": list(record.sections),
    }


@pytest.mark.parametrize("heap", ["pagedump", "bbc"])
def test_each_file_gives_the_record_that_is_expected_of_it(heap):
    answers = read_answers(heap)

    readings = read_heap(heap)

    assert {
        file: [describe(record) for record in reading.records]
        for file, reading in readings.items()
    } == {
        file: [EMPTY | {key: row[key] for key in row if key in {"headline", *EMPTY}}]
        for file, row in answers.items()
    }


def test_page_dumps_have_the_expected_number_of_paragraphs():
    answers = read_answers("pagedump")

    readings = read_heap("pagedump")

    assert {
        file: len(reading.records[0].paragraphs) for file, reading in readings.items()
    } == {file: row["paragraphs"] for file, row in answers.items()}


def test_only_the_text_without_any_mark_is_read_as_titled_text():
    readings = {**read_heap("pagedump"), **read_heap("bbc")}

    assert {
        file.count("/")
        for file, reading in readings.items()
        if reading.format == "titled"
    } == {0, 1}
    assert {
        file
        for file, reading in readings.items()
        if reading.format == "titled" and "/" not in file
    } == {"title-and-body.txt"}


def test_text_below_its_address_gives_the_record_that_is_expected_of_it():
    answers = read_answers("livedoor")

    readings = read_heap("livedoor")

    assert {
        file: [
            (record.url, record.published.iso, record.headline, list(record.sections))
            for record in reading.records
        ]
        for file, reading in readings.items()
    } == {
        file: [
            (
                row["url"],
                datetime.fromisoformat(row["published"]).isoformat(),
                row["headline"],
                row["sections"],
            )
        ]
        for file, row in answers.items()
    }


def test_each_numbered_document_gives_the_record_that_is_expected_of_it():
    rows = (CORPORA / "expected" / "lexisnexis.jsonl").read_text("utf-8").splitlines()
    answers = [{"byline": ""} | json.loads(row) for row in rows]

    ((file, reading),) = read_heap("lexisnexis").items()

    assert reading.problems == ()
    known = {"file": file}
    given = [known | {"index": r.index} | describe(r) for r in reading.records]
    assert [
        {key: record[key] for key in answer}
        for record, answer in zip(given, answers, strict=True)
    ] == answers


def test_saved_pages_give_the_day_that_is_expected_of_them():
    answers = read_answers("newspaper4k")
    judged = {file: row["published"] for file, row in answers.items()}

    readings = read_heap("newspaper4k")

    assert {reading.format for reading in readings.values()} == {"html"}
    assert {
        file: reading.records[0].published.iso[:10]
        for file, reading in readings.items()
        if judged[file]
    } == {file: published[:10] for file, published in judged.items() if published}


def test_saved_pages_give_the_headline_or_keep_it_as_the_title_of_the_page():
    answers = read_answers("newspaper4k")

    readings = read_heap("newspaper4k")

    assert {
        file
        for file, reading in readings.items()
        if spell(answers[file]["headline"])
        not in spell(
            " ".join([reading.records[0].headline, *map(str, reading.records[0].extra)])
        )
    } == set()


def spell(text):
    return re.sub(r"[\W_]+", "", text).casefold()
