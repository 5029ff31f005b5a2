from __future__ import annotations

import pytest

from articles.dumps.encodings import decode

HEAD = '<?xml version="1.0" encoding="{}"?><rss><item><title>{}</title></item></rss>'


def decode_feed(declared, text, encoding):
    return decode(HEAD.format(declared, text).encode(encoding))


@pytest.mark.parametrize(
    ("declared", "text", "encoding", "codec"),
    [
        pytest.param(
            "windows-1251", "Гавань открыта", "cp1251", "cp1251", id="Cyrillic"
        ),
        pytest.param("ISO-8859-1", "Eis – für", "cp1252", "cp1252", id="Windows"),
        pytest.param("koi8-r", "Гавань открыта", "koi8-r", "koi8-r", id="KOI8"),
        pytest.param("gb2312", "冰", "gb18030", "gb18030", id="Chinese"),
        pytest.param("Shift_JIS", "港", "cp932", "cp932", id="Japanese"),
        pytest.param("EUC-KR", "항구", "cp949", "cp949", id="Korean"),
    ],
)
def test_a_document_is_read_in_the_encoding_that_it_declares(
    declared, text, encoding, codec
):
    decoded = decode_feed(declared, text, encoding)

    assert (decoded.codec, decoded.how) == (codec, "declared")
    assert text in decoded.text


@pytest.mark.parametrize(
    ("declared", "encoding", "how"),
    [
        pytest.param("iso-8859-1", "utf-8", "utf-8", id="UTF-8 beats a label"),
        pytest.param("utf-8", "cp1252", "detected", id="no text in what it declares"),
        pytest.param("utf-16", "cp1252", "detected", id="bytes are no UTF-16"),
        pytest.param("klingon", "cp1252", "detected", id="no encoding"),
        pytest.param("idna", "cp1252", "detected", id="none of files"),
    ],
)
def test_a_declaration_that_cannot_be_is_not_believed(declared, encoding, how):
    decoded = decode_feed(declared, "Eisgang für Größen über Mär", encoding)

    assert decoded.how == how


def test_a_page_may_declare_it_too():
    page = (
        '<html><head><meta charset="windows-1251"></head><p>Гавань открыта</p></html>'
    )

    assert decode(page.encode("cp1251")).how == "declared"


def test_a_text_that_only_tells_of_encodings_declares_none():
    text = 'Eisgang\n\nWrite <meta charset="cp1251"> für Größen.'

    assert decode(text.encode("cp1252")).how == "detected"
