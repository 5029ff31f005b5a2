from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from articles.dumps.encodings import decode
from articles.dumps.errors import UnknownEncodingError

FRENCH = (
    "Le café du port garde son zinc, a déclaré le propriétaire : « rien ne changera »."
)
ITALIAN = "Il traghetto è tornato. La città aspettava, però nessuno è già là. Perché?"
POLISH = "Załogi promów wróciły w poniedziałek do pracy. Mgła decyduje o wszystkim."
RUSSIAN = "Паромщики вернулись в понедельник к работе после девяти дней забастовки."
JAPANESE = "北の航路の乗組員は九日間の停泊のあと、月曜日に仕事に戻った。"
CHINESE = "北方航线的渡轮船员在停泊九天之后于星期一恢复工作，港务办公室表示。"
TAIWANESE = "北方航線的渡輪船員在停泊九天之後於星期一恢復工作，港務辦公室表示。"
KOREAN = "북쪽 항로의 선원들이 정박 끝에 월요일 업무에 복귀했다고 밝혔다."
ARABIC = "عادت أطقم العبارات على الخط الشمالي إلى العمل يوم الاثنين بعد تسعة أيام."
HEBREW = "צוותי המעבורות בקו הצפוני חזרו לעבודה ביום שני אחרי תשעה ימים."
GREEK = "Τα πληρώματα των πορθμείων επέστρεψαν στη δουλειά τη Δευτέρα."
ANY_TEXT = st.text() | st.text("aé日\n\r\f\0\u2028\ud800\U0001f600")
ENCODINGS = [
    *("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-16", "utf-32"),
    *("cp1252", "cp932", "euc-jp", "gb18030", "big5", "euc-kr", "koi8-r", "iso2022_jp"),
]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param(text, encoding, id=f"{name} in {encoding}")
        for name, text, encodings in [
            ("French", FRENCH, ["cp1252", "latin-1", "mac-roman"]),
            ("Italian", ITALIAN, ["cp1252"]),
            ("Polish", POLISH, ["cp1250", "iso8859-2"]),
            ("Russian", RUSSIAN, ["cp1251", "koi8-r", "cp866", "iso8859-5"]),
            ("Japanese", JAPANESE, ["shift_jis", "euc-jp", "iso2022_jp"]),
            ("Chinese", CHINESE, ["gb18030", "gb2312"]),
            ("Chinese", TAIWANESE, ["big5"]),
            ("Korean", KOREAN, ["euc-kr"]),
            ("Arabic", ARABIC, ["cp1256"]),
            ("Hebrew", HEBREW, ["cp1255"]),
            ("Greek", GREEK, ["cp1253"]),
        ]
        for encoding in encodings
    ],
)
@pytest.mark.parametrize("repeat", [1, 6])
def test_text_without_a_label_is_detected(text, encoding, repeat):
    whole = "\n\n".join([text] * repeat)

    decoded = decode(whole.encode(encoding))

    assert (decoded.text, decoded.how) == (whole, "detected")


@pytest.mark.parametrize(
    "word", ["Café", "£40", "naïve", "€ 40", "½", "© 2015", "Ørsted", "“so”", "9–4"]
)
@pytest.mark.parametrize("frame", ["{}", "A line with {}", "{} and then {} again"])
def test_a_short_western_text_is_taken_for_windows_1252(word, frame):
    text = frame.format(word, word)

    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    ("data", "encoding", "how"),
    [
        pytest.param(b"plain", "utf-8", "utf-8", id="ascii"),
        pytest.param("é".encode(), "utf-8", "utf-8", id="utf-8"),
        pytest.param("é".encode("utf-8-sig"), "utf-8", "bom", id="utf-8 with mark"),
        pytest.param("é".encode("utf-16"), "utf-16", "bom", id="utf-16 with mark"),
        pytest.param("é".encode("utf-32"), "utf-32", "bom", id="utf-32 with mark"),
        pytest.param(
            "A tide\n".encode("utf-16-be"), "utf-16-be", "detected", id="by its NULs"
        ),
        pytest.param(
            "北の航路\nの乗組員\nは\nた\n".encode("utf-16-le"),
            "utf-16-le",
            "detected",
            id="by the NULs of its line breaks",
        ),
    ],
)
def test_the_encoding_and_what_decided_it_are_kept(data, encoding, how):
    decoded = decode(data)

    assert (decoded.encoding, decoded.how) == (encoding, how)


def test_what_was_told_wins_over_valid_utf8():
    assert decode("é".encode(), "latin-1").text == "Ã©"


@pytest.mark.parametrize(
    "told", ["klingon", "rot13", "base64", "cp037", "idna", "unicode_escape", "a\0b"]
)
def test_an_encoding_that_files_cannot_have_is_refused_by_name(told):
    with pytest.raises(UnknownEncodingError, match="is not an encoding of text files"):
        decode(b"", told)


@pytest.mark.parametrize(
    ("data", "text", "undecodable"),
    [
        pytest.param(
            "Été, été ".encode() + b"\x93so\x94",
            "Été, été \ufffdso\ufffd",
            ((13, b"\x93"), (16, b"\x94")),
            id="utf-8 with stray bytes of cp1252",
        ),
        pytest.param(
            "日本".encode()[:-1],
            "日\ufffd\ufffd",
            ((3, b"\xe6"), (4, b"\x9c")),
            id="utf-8 cut off",
        ),
        pytest.param(
            "a\ud800b".encode("utf-8", "surrogatepass"),
            "a\ufffdb",
            ((1, b"\xed\xa0\x80"),),
            id="lone surrogate in utf-8",
        ),
        pytest.param(b"a\0b\n", "a\ufffdb", ((1, b"\0"),), id="NUL"),
        pytest.param(
            b"\xff\xfea\0\0\xd8b\0c",
            "a\ufffdb\ufffd",
            ((4, b"\0\xd8"), (8, b"c")),
            id="lone surrogate and half a unit in utf-16",
        ),
        pytest.param(
            b"\xff\xfe\0\0a\0\0\0\xff\xff\xff\xff",
            "a\ufffd",
            ((8, b"\xff\xff\xff\xff"),),
            id="number beyond Unicode in utf-32",
        ),
        pytest.param("a\ufffdb".encode(), "a\ufffdb", (), id="a printed U+FFFD"),
        pytest.param(b"Caf\xe9", "Café", (), id="one accented letter at the end"),
    ],
)
def test_what_cannot_be_decoded_is_listed_with_its_offset(data, text, undecodable):
    decoded = decode(data)

    assert (decoded.text, decoded.undecodable) == (text.rstrip("\n"), undecodable)


def test_lines_break_at_line_ends_only():
    decoded = decode("a\fb\x0b\x85\u2028c\r\nd\re\n".encode())

    assert decoded.lines == ("a\fb\x0b\x85\u2028c", "d", "e")
    assert decoded.sizes == (12, 2, 2)


def test_a_long_line_of_bad_bytes_is_read_in_full():
    data = b"\xc3\xa9" * 60_000 + b"\xff" * 50_000

    decoded = decode(data)

    assert len(decoded.undecodable) == 50_000
    assert decoded.text == "é" * 60_000 + "\ufffd" * 50_000


@given(st.binary() | ANY_TEXT.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_every_byte_belongs_to_a_line_or_the_mark(data):
    decoded = decode(data)

    assert decoded.bom + sum(decoded.sizes) == len(data)
    assert len(decoded.lines) == len(decoded.sizes)


@given(ANY_TEXT, st.sampled_from(ENCODINGS), st.integers(0, 3))
def test_a_text_cut_anywhere_keeps_every_byte(text, encoding, cut):
    data = text.encode(encoding, "replace" if encoding[0] != "u" else "surrogatepass")
    data = data[: len(data) - cut]

    decoded = decode(data, encoding)

    assert decoded.bom + sum(decoded.sizes) == len(data)


@given(st.binary())
def test_undecodable_bytes_are_those_of_the_file_and_in_order(data):
    undecodable = decode(data).undecodable

    assert [data[at : at + len(piece)] for at, piece in undecodable] == [
        piece for _, piece in undecodable
    ]
    assert list(undecodable) == sorted(undecodable)


@given(st.binary())
def test_telling_the_encoding_that_was_found_gives_the_same_lines(data):
    decoded = decode(data)

    again = decode(data, decoded.encoding)

    assert (again.lines, again.sizes, again.undecodable) == (
        decoded.lines,
        decoded.sizes,
        decoded.undecodable,
    )
