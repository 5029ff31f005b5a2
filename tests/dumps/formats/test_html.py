from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from articles.dumps.reading import read

STORY = (
    "The first boat of the year left the harbour at noon on Tuesday, with forty"
    " people and a brass band on board.",
    "Nobody on the pier was surprised, because the ice had been thin for a week and"
    " the ferrymen had painted their boats.",
    "“We were ready on Sunday,” said Ilse Marrow, who has steered the ferry for"
    " thirty years, “but the bell was not.”",
)
PARAGRAPHS = "\n".join(f"<p>{text}</p>" for text in STORY)
LINKED = """\
<script type="application/ld+json">
{"@context": "https://schema.org", "@type": "NewsArticle",
 "headline": "Harbour reopens after the frost",
 "datePublished": "2015-05-12T00:03:01+09:00", "dateModified": "2015-05-13T08:00:00Z",
 "author": [{"@type": "Person", "name": "Ilse Marrow"}, {"name": "Ann Orrin"}],
 "publisher": {"@type": "Organization", "name": "The Gazette"},
 "articleSection": ["Port", "Society"], "inLanguage": "en-GB"}
</script>"""
META = """\
<meta property="og:title" content="Harbour reopens after the frost">
<meta property="og:site_name" content="The Gazette">
<meta property="article:published_time" content="2015-05-12T00:03:01+09:00">
<meta property="article:modified_time" content="2015-05-13T08:00:00Z">
<meta name="author" content="By Ilse Marrow">
<meta name="author" content="Ann Orrin">
<meta property="article:section" content="Port">
<meta property="article:section" content="Society">
<meta http-equiv="content-language" content="en-GB">"""


def make_page(head="", body=PARAGRAPHS, heading="Harbour reopens after the frost"):
    return f"""\
<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
{head}
<title>Harbour reopens after the frost | The Gazette</title>
</head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/port">Port</a></li></ul></nav>
<main>
<h1>{heading}</h1>
<article>
{body}
</article>
</main>
<footer><p>© The Gazette. All rights reserved.</p></footer>
</body>
</html>
"""


def read_html(text, folder=""):
    data = text if isinstance(text, bytes) else text.encode()
    reading = read(data, folder=folder)
    assert reading.format == "html"
    assert sum(span.size for span in reading.spans) == len(data)
    return reading


def read_record(text, folder=""):
    reading = read_html(text, folder)
    assert reading.problems == ()
    (record,) = reading.records
    return record


@pytest.mark.parametrize(
    "head", [pytest.param(LINKED, id="JSON-LD"), pytest.param(META, id="meta")]
)
def test_the_head_says_who_published_what_and_when(head):
    record = read_record(make_page(head))

    assert record.headline == "Harbour reopens after the frost"
    assert record.published.iso == "2015-05-12T00:03:01+09:00"
    assert record.updated.iso == "2015-05-13T08:00:00+00:00"
    assert record.byline == "Ilse Marrow, Ann Orrin"
    assert record.source == "The Gazette"
    assert record.sections == ("Port", "Society")
    assert record.language == "en"
    assert record.paragraphs == STORY


@pytest.mark.parametrize(
    "script",
    [
        pytest.param('[{"@type": "WebSite", "name": "x"}, ARTICLE]', id="a list"),
        pytest.param('{"@graph": [{"@type": "Person"}, ARTICLE]}', id="a graph"),
        pytest.param('{"@type": "WebPage", "mainEntity": ARTICLE}', id="an entity"),
        pytest.param("<!-- ARTICLE -->", id="in a comment"),
        pytest.param("//<![CDATA[\nARTICLE\n//]]>", id="in CDATA"),
        pytest.param("ARTICLE;", id="with a semicolon"),
    ],
)
def test_linked_data_is_found_wherever_it_stands(script):
    article = '{"@type": ["Article", "x"], "datePublished": "2015-05-12"}'
    script = script.replace("ARTICLE", article)

    record = read_record(
        make_page(f'<script type="application/ld+json">{script}</script>')
    )

    assert record.published.iso == "2015-05-12"


def test_linked_data_that_is_broken_hides_nothing_else():
    broken = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'

    record = read_record(make_page(broken + META))

    assert record.published.iso == "2015-05-12T00:03:01+09:00"


@pytest.mark.parametrize(
    ("meta", "published"),
    [
        pytest.param('<meta name="date" content="12 May 2015">', "2015-05-12"),
        pytest.param('<meta name="DC.date.issued" content="2015-05-12">', "2015-05-12"),
        pytest.param(
            '<meta name="citation_publication_date" content="2015/05/12">', "2015-05-12"
        ),
        pytest.param(
            '<meta itemprop="datePublished" content="20150512T000301+0900">',
            "2015-05-12T00:03:01+09:00",
            id="ISO's basic form",
        ),
        pytest.param(
            '<meta name="pubdate" content="soon"><meta name="date" content="2015-5-9">',
            "2015-05-09",
            id="the first that can be read",
        ),
    ],
)
def test_the_date_has_many_names(meta, published):
    assert read_record(make_page(meta)).published.iso == published


@pytest.mark.parametrize(
    ("printed", "published"),
    [
        pytest.param(
            '<time datetime="2015-05-12T00:03">12 May</time>', "2015-05-12T00:03"
        ),
        pytest.param('<p class="dateline">By Ann Orrin, 12 May 2015</p>', "2015-05-12"),
        pytest.param(
            '<span class="info">Anholt | 12.05.2015 | Hafen</span>', "2015-05-12"
        ),
        pytest.param(
            '<div class="meta">Published: 2015-5-12 0:03</div>', "2015-05-12T00:03"
        ),
    ],
)
def test_a_date_beside_the_heading_is_the_articles(printed, published):
    record = read_record(make_page(body=printed + PARAGRAPHS))

    assert record.published.iso == published
    assert record.paragraphs == STORY


def test_the_day_on_which_a_page_was_served_is_not_a_date_of_the_article():
    today = '<div class="date">Monday, 25 December 2023</div>' + "<p>x</p>" * 30

    record = read_record(make_page().replace("<nav>", today + "<nav>"))

    assert record.published is None


@pytest.mark.parametrize(
    ("head", "heading", "headline"),
    [
        pytest.param("", "", "Harbour reopens after the frost", id="title"),
        pytest.param(
            '<meta property="og:title" content="Boats! Harbour">',
            "Boats: Harbour",
            "Boats: Harbour",
            id="as the heading prints it",
        ),
        pytest.param(
            '<meta property="og:title" content="Harbour reopens after …">',
            "Harbour reopens after all",
            "Harbour reopens after all",
            id="cut off",
        ),
        pytest.param(
            '<meta property="og:title" content="The Gazette – Ferry sold">'
            '<meta property="og:site_name" content="The Gazette">',
            "Port",
            "Ferry sold",
            id="the site's name in front",
        ),
    ],
)
def test_the_headline_is_what_several_places_agree_on(head, heading, headline):
    page = make_page(head, heading=heading)
    assert read_record(page).headline == headline


def test_what_the_page_says_beside_its_fields_is_kept():
    head = (
        '<meta name="keywords" content="ferry, ice">'
        '<meta property="og:title" content="Ferry sold">'
    )

    record = read_record(make_page(head, heading="Ferry sold"))

    assert record.extra == (
        ("Keywords", "ferry, ice"),
        ("Page title", "Harbour reopens after the frost | The Gazette"),
    )


@pytest.mark.parametrize(
    ("head", "url"),
    [
        pytest.param(
            '<link rel="canonical" href="https://g.example/1">',
            "https://g.example/1",
            id="canonical",
        ),
        pytest.param(
            '<meta property="og:url" content="https://g.example/1">',
            "https://g.example/1",
            id="og:url",
        ),
        pytest.param(
            "<!-- saved from url=(0019)https://g.example/1 -->",
            "https://g.example/1",
            id="saved by a browser",
        ),
        pytest.param('<link rel="canonical" href="/1">', "", id="relative"),
        pytest.param('<link rel="canonical" href="https://g.example/">', "", id="home"),
    ],
)
def test_the_address_is_the_pages_own(head, url):
    assert read_record(make_page(head)).url == url


def test_the_ledger_names_the_element_that_holds_the_article():
    text = make_page(META)

    spans = read_html(text).spans

    start = text.index("<article>")
    stop = text.index("</article>") + len("</article>")
    assert [(span.kind, span.size) for span in spans] == [
        ("markup", len(text[:start].encode())),
        ("record:1", len(text[start:stop].encode())),
        ("markup", len(text[stop:].encode())),
    ]
    assert read_record(text).line == text[:start].count("\n") + 1


def test_what_stands_above_the_text_is_not_a_paragraph():
    above = "<p>By Ilse Marrow</p><p>12 May 2015</p><p>Share</p><p>Port</p>"

    record = read_record(make_page(META, above + PARAGRAPHS))

    assert record.paragraphs == STORY


def test_a_page_in_an_old_encoding_is_read_by_its_declaration():
    page = make_page().replace("utf-8", "windows-1251").replace("harbour", "гавань")

    reading = read_html(page.encode("cp1251"))

    assert (reading.encoding, reading.how) == ("cp1251", "declared")
    assert "гавань" in reading.records[0].paragraphs[0]


def test_several_pages_share_a_file():
    page = make_page(META)
    text = page + "<!-- page -->\n" + page.replace("Harbour", "Ferry")

    reading = read_html(text)

    assert [(record.index, record.headline) for record in reading.records] == [
        (1, "Harbour reopens after the frost"),
        (2, "Ferry reopens after the frost"),
    ]
    assert [s.kind for s in reading.spans] == [
        *("markup", "record:1", "markup", "record:2", "markup")
    ]


def test_a_page_without_any_title_is_a_problem_and_the_others_are_given():
    reading = read_html("<html><body><p>Ice.</p></body></html>\n" + make_page())

    assert [(p.line, p.code) for p in reading.problems] == [(1, "no-headline")]
    assert [record.index for record in reading.records] == [1]


@pytest.mark.parametrize(
    "start",
    [
        pytest.param("<HTML><HEAD></HEAD><BODY>", id="capitals"),
        pytest.param('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', id="XHTML"),
        pytest.param("\n\n<!-- saved -->\n<html>", id="a comment first"),
        pytest.param("HTTP/1.1 200 OK\nServer: x\n\n<html>", id="headers of HTTP"),
        pytest.param("<div><p>a</p><p>b</p><p>c</p></div>", id="a fragment"),
    ],
)
def test_pages_are_known_by_their_content(start):
    assert read_html(f"{start}<h1>Harbour reopens</h1>{PARAGRAPHS}").records


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<b>Harbour reopens</b>\n\nThe boat left.\n", id="one tag"),
        pytest.param("The tag <html>\n\n<html> begins a page.\n", id="about HTML"),
        pytest.param("<The Gazette>\n\nHarbour reopens.\n", id="no tag"),
    ],
)
def test_other_texts_are_left_to_other_formats(text):
    assert read(text.encode()).format != "html"


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<div>" * 10_000 + PARAGRAPHS, id="10,000 levels"),
        pytest.param("<i>x</i>" * 60_000 + PARAGRAPHS, id="many elements"),
        pytest.param(f"<p {'a=1 ' * 20_000}>" + PARAGRAPHS, id="many attributes"),
        pytest.param("<" * 100_000 + PARAGRAPHS, id="many brackets"),
    ],
)
def test_monstrous_pages_give_their_text_all_the_same(page):
    record = read_record(make_page(body=page))

    assert STORY[0] in "\n".join(record.paragraphs)


@given(
    st.lists(
        st.sampled_from(
            [
                *("<html>", "</html>", "<h1>Ice", "<p>", "</p", "<!--", "-->", "\n"),
                *(
                    "<meta name=date content='2015",
                    "'>",
                    "<script>",
                    "fog. ",
                    "\0",
                    "é",
                ),
                *('<script type="application/ld+json">', '{"@type": "Article"', "}"),
            ]
        )
    ).map("".join)
)
def test_every_byte_of_any_page_is_accounted_for(text):
    data = b"<html>" + text.encode()

    reading = read(data)

    assert sum(span.size for span in reading.spans) == len(data)
    assert reading.records or reading.problems
