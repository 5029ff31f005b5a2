from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from articles.dumps.markup import paragraphs_of, part_text, read_line

PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "<",
                ">",
                "<p>",
                "</p",
                '<a href="',
                "'",
                "<!--",
                "-->",
                "&amp",
                ";",
                "=",
            ),
            *("<script>", "</script>", "<br", "\n", " ", "Ice", "&#0;", "]]>", "/"),
        ]
    )
).map("".join)


@pytest.mark.parametrize(
    ("html", "paragraphs"),
    [
        pytest.param("", (), id="nothing"),
        pytest.param("<p> \n </p><p>&nbsp;</p>", (), id="blanks"),
        pytest.param("Ice", ("Ice",), id="bare text"),
        pytest.param("<p>Ice<p>Fog", ("Ice", "Fog"), id="p without end"),
        pytest.param("<P CLASS=x>Ice</P>Fog", ("Ice", "Fog"), id="capitals"),
        pytest.param("<p>Ice\n and\tfog</p>", ("Ice and fog",), id="runs of blanks"),
        pytest.param("<p>Ice.<br>Fog.</p>", ("Ice.", "Fog."), id="br after sentence"),
        pytest.param("<p>Ice<br/>Fog</p>", ("Ice\nFog",), id="br within verse"),
        pytest.param("Ice<br><br />Fog", ("Ice", "Fog"), id="two br"),
        pytest.param("<em>Ice</em>\n\nFog", ("Ice", "Fog"), id="blank lines part"),
        pytest.param("<p>Ice\n\nfog</p>", ("Ice fog",), id="unless elements do"),
        pytest.param("<b>Ice</b>land", ("Iceland",), id="no blank for inline"),
        pytest.param(
            "<ul><li>Ice<li>Fog</ul><h2>Dew</h2>x",
            ("Ice", "Fog", "Dew", "x"),
            id="list",
        ),
        pytest.param("<tr><td>Ice<td>2 cm<tr><td>Fog", ("Ice 2 cm", "Fog"), id="table"),
        pytest.param("R&amp;D &#8364; &nbsp;5&hellip;", ("R&D € 5…",), id="entities"),
        pytest.param("&lt;p&gt;Ice", ("<p>Ice",), id="an entity makes no tag"),
        pytest.param("a &#0; b &#xD800;", ("a \ufffd b \ufffd",), id="no surrogate"),
        pytest.param("<!-- <p>x --><p>Ice", ("Ice",), id="comment"),
        pytest.param("<!DOCTYPE html><?xml?><p>Ice", ("Ice",), id="declarations"),
        pytest.param("<SCRIPT>'<p>'</script >Ice", ("Ice",), id="script"),
        pytest.param("<style>p{}</style><svg><g/></svg>Ice", ("Ice",), id="style"),
        pytest.param("<a title='a > b' href=\"<b>\">Ice</a>", ("Ice",), id="quoted"),
        pytest.param("<p class=it's>Ice", ("Ice",), id="stray quote"),
        pytest.param("1 < 2 <3 and <", ("1 < 2 <3 and <",), id="no tags"),
    ],
)
def test_html_becomes_plain_paragraphs(html, paragraphs):
    assert paragraphs_of(html) == paragraphs


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        pytest.param("Ice\r\n\r\nFog", ("Ice", "Fog"), id="blank line"),
        pytest.param("if a<b and c>d", ("if a<b and c>d",), id="no known tag"),
        pytest.param("<p>Ice</p>", ("Ice",), id="known tag"),
        pytest.param("Ice &amp; fog", ("Ice & fog",), id="entity"),
        pytest.param("?a=1&copy=2", ("?a=1&copy=2",), id="address"),
    ],
)
def test_text_is_html_when_it_holds_a_known_tag(text, paragraphs):
    assert part_text(text) == paragraphs


def test_a_headline_is_one_line_without_tags():
    assert read_line(" <em>Ice</em>\n &amp; fog<br>again ") == "Ice & fog again"


@given(PIECES | st.text())
def test_any_html_gives_paragraphs_that_are_not_blank(html):
    assert all(text.strip() for text in paragraphs_of(html))


@pytest.mark.parametrize("piece", ["<a =\"<a ='", "<!--", "<script>", "<title>x", "</"])
def test_a_heap_of_beginnings_is_read(piece):
    paragraphs_of(piece * 20_000)
