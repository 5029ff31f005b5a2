"""An article as it was imported: the painted file and the file itself."""

from __future__ import annotations

import re

import pytest

from articles.models import Article, Document
from tests.factories import make_article
from tests.views.conftest import LAMP
from tests.views.reading import html_of, words_of

pytestmark = pytest.mark.django_db

BYTES = re.compile(r'<span class="count">([\d,]+) bytes?</span>')


@pytest.fixture
def as_imported(client):
    """as_imported(article, query): the page."""
    return lambda article, query="": client.get(
        f"/articles/{article.pk}/as-imported/{query}"
    )


def sizes(response):
    return [int(size.replace(",", "")) for size in BYTES.findall(html_of(response))]


def lines(response):
    """(offset, text, role) of the lines that are shown."""
    found = re.findall(
        r'__at">(\d+)</span><span class="ledger__text" dir="auto">(.*?)</span>'
        r'<span class="ledger__role">(.*?)</span>',
        response.content.decode(),
        re.DOTALL,
    )
    return [(int(at), re.sub("<[^>]*>", "", text), role) for at, text, role in found]


def test_each_line_of_the_file_has_its_role(as_imported, lamp):
    shown = [(text[:12], role) for _, text, role in lines(as_imported(lamp)) if text]

    assert shown == [
        ("Lamp trimmed", "Headline"),
        ("By Ida Marro", "Source, date or byline"),
        ("The keeper c", "Paragraph 1"),
        ("The light wa", "Paragraph 2"),
        ("Nobody on th", "Paragraph 3"),
        ("Newspaper he", "Print headline"),
        ("Posted in: H", "Section line"),
        ("blog comment", "Left out: rule “comments line”"),
    ]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(LAMP.encode(), id="plain"),
        pytest.param(b"\xef\xbb\xbf" + LAMP.encode(), id="byte order mark"),
        pytest.param(LAMP.encode("utf-16"), id="UTF-16"),
        pytest.param(LAMP.encode().replace(b"oil", b"o\xe2l"), id="not text"),
        pytest.param(LAMP.replace("\n", "\r\n").encode(), id="CRLF"),
    ],
)
def test_the_key_adds_up_to_the_size_of_the_file(as_imported, import_text, data):
    response = as_imported(import_text(data)[0])

    assert sum(sizes(response)) == len(data)
    assert f"All {len(data):,} bytes of this file" in words_of(response)


def test_bytes_that_are_not_text_are_shown_and_counted(as_imported, import_text):
    data = b"Caf\xc3\xa9 " + LAMP.encode().replace(b"oil", b"o\x81l")
    response = as_imported(import_text(data)[0])

    assert "with a can of o\\x81l and" in html_of(response)
    assert "Paragraph 1; 1 byte that is not text" in html_of(response)
    assert "but for 1 byte" in words_of(response)


def test_a_long_file_is_shown_two_thousand_lines_at_a_time(as_imported, import_text):
    long = "A long list\n\n" + "\n".join(f"Line {n} ends here." for n in range(4500))
    article = import_text(long)[0]

    first = as_imported(article)
    later = as_imported(article, "?from=4001")

    assert len(lines(first)) == 2000
    assert "Later lines, from 2,001" in words_of(first)
    assert "Earlier lines" not in words_of(first)
    assert lines(later)[0][1] == "Line 3998 ends here."
    assert "Later lines" not in words_of(later)


@pytest.mark.parametrize("query", ["?from=x", "?from=-1", "?from=%00", "?appearance=x"])
def test_what_cannot_be_meant_is_left_out(as_imported, lamp, query):
    response = as_imported(lamp, query)

    assert response.status_code == 200
    assert lines(response)[0] == (0, "Lamp trimmed at last", "Headline")


def test_a_line_of_a_megabyte_is_cut_on_the_page(as_imported, import_text):
    article = import_text("A long line\n\n" + "word " * 200_000)[0]

    response = as_imported(article)

    assert len(response.content) < 60_000
    assert "more characters in the file" in words_of(response)


def test_each_printing_of_an_article_can_be_seen(as_imported, import_text):
    import_text(LAMP, LAMP.replace("\n", "\r\n"))
    article = Article.objects.get()
    other = article.appearances.exclude(pk=article.shown_id).get()

    page = words_of(as_imported(article, f"?appearance={other.pk}"))

    assert f"As imported: {other.file}" in page


def test_a_file_of_another_article_is_not_shown(as_imported, import_text):
    lamp, bell = import_text(LAMP, LAMP.replace("Lamp", "Bell"))

    response = as_imported(lamp, f"?appearance={bell.shown_id}")

    assert response.status_code == 404


def test_the_file_comes_back_byte_for_byte(as_imported, import_text):
    data = b"\xef\xbb\xbf" + LAMP.replace("\n", "\r\n").encode()
    response = as_imported(import_text(data)[0], "?download")

    assert response.content == data
    assert response["Content-Type"] == "text/plain"
    assert response["Content-Disposition"] == 'attachment; filename="1.txt"'
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_file_too_large_to_keep_is_named(as_imported, lamp):
    Document.objects.update(data=None)

    response = as_imported(lamp)

    page = words_of(response)
    assert response.status_code == 200
    assert "The bytes of this file were too many to keep." in page
    assert "SHA-256" in page
    assert "Download" not in page
    assert as_imported(lamp, "?download").status_code == 404


def test_an_article_without_a_file_has_no_original(as_imported):
    assert as_imported(make_article()).status_code == 404


def test_the_file_takes_six_queries(client, lamp, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        client.get(f"/articles/{lamp.pk}/as-imported/")
