from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from articles.dumps.reading import read

RSS = '<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Gazette</title>{}'
PIECES = st.lists(
    st.sampled_from(
        [
            *("<item>", "</item>", "<title>", "</title>", "<![CDATA[", "]]>", "<!--"),
            *("-->", "<", ">", '<a b="', "'", "&lol;", "Ice", "\n", "é", "<entry/>"),
        ]
    )
).map("".join)


def read_feed(text):
    reading = read(text.encode())
    assert reading.format == "feed"
    assert sum(span.size for span in reading.spans) == len(text.encode())
    return reading


def read_item(inner):
    reading = read_feed(RSS.format(f"<item>{inner}</item></channel></rss>"))
    assert reading.problems == ()
    return reading.records[0]


def describe(record):
    return {
        "headline": record.headline,
        "byline": record.byline,
        "source": record.source,
        "published": record.published and record.published.iso,
        "updated": record.updated and record.updated.iso,
        "sections": record.sections,
        "url": record.url,
        "language": record.language,
        "paragraphs": record.paragraphs,
    }


WHOLE = {
    "headline": "Ice & fog",
    "byline": "Ann Orrin",
    "source": "Gazette",
    "published": "2015-05-12T00:03:01+00:00",
    "updated": None,
    "sections": ("Europe",),
    "url": "http://gazette.example/1",
    "language": "en",
    "paragraphs": ("Ice.", "Fog."),
}


def test_an_item_of_rss_is_a_record():
    reading = read_feed(
        """<rss version="2.0"><channel><title>Gazette</title><language>en-gb</language>
        <image><title>Logo</title></image>
        <item><title>Ice &amp; fog</title><link>http://gazette.example/1</link>
        <pubDate>Tue, 12 May 2015 00:03:01 GMT</pubDate><category>Europe</category>
        <dc:creator><![CDATA[Ann Orrin]]></dc:creator><description>Short</description>
        <content:encoded><![CDATA[<p>Ice.</p><p>Fog.</p>]]></content:encoded>
        <guid isPermaLink="false">7</guid><media:title>Picture</media:title></item>
        </channel></rss>"""
    )

    assert describe(reading.records[0]) == WHOLE
    assert reading.records[0].extra == (("guid", "7"), ("description", "Short"))
    assert [span.kind for span in reading.spans] == ["markup", "record:1", "markup"]


def test_an_entry_of_atom_is_a_record():
    reading = read_feed(
        """<?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Gazette</title>
        <entry><title type="html">Ice &amp;amp; fog</title>
        <link rel="edit" href="http://gazette.example/edit"/>
        <link rel="alternate" href="http://gazette.example/1"/>
        <published>2015-05-12T00:03:01Z</published>
        <updated>2015-05-13T00:00:00+09:00</updated>
        <author><name>Ann Orrin</name></author><category term="eu" label="Europe"/>
        <content type="xhtml"><div><p>Ice.</p><p>Fog.</p></div></content>
        </entry></feed>"""
    )

    assert describe(reading.records[0]) == WHOLE | {
        "updated": "2015-05-13T00:00:00+09:00"
    }


def test_an_item_of_rdf_is_a_record():
    reading = read_feed(
        """<rdf:RDF><channel rdf:about="x"><title>Gazette</title><items/></channel>
        <item rdf:about="y"><title>Ice</title><link>http://gazette.example/1</link>
        <dc:date>2001-05-12T00:03+09:00</dc:date></item></rdf:RDF>"""
    )

    record = reading.records[0]
    assert (record.source, record.url) == ("Gazette", "http://gazette.example/1")
    assert record.published.iso == "2001-05-12T00:03+09:00"


@pytest.mark.parametrize(
    ("inner", "field", "expected"),
    [
        pytest.param(
            "<title>A</title><description>&lt;p&gt;Ice&lt;p&gt;Fog</description>",
            "paragraphs",
            ("Ice", "Fog"),
            id="description",
        ),
        pytest.param(
            "<title>A</title><description><p>Ice</p><p>Fog</p></description>",
            "paragraphs",
            ("Ice", "Fog"),
            id="markup that is not escaped",
        ),
        pytest.param(
            "<title>A</title><author>ann@a.example (Ann Orrin)</author>",
            "byline",
            "Ann Orrin",
            id="address of an author",
        ),
        pytest.param(
            '<title>A</title><source url="x">AFP</source>', "source", "AFP", id="source"
        ),
        pytest.param(
            "<title>A</title><guid>http://a.example/1</guid>",
            "url",
            "http://a.example/1",
            id="guid",
        ),
        pytest.param(
            "<title>Caf&eacute; R&D &amp</title>", "headline", "Café R&D &", id="entity"
        ),
        pytest.param(
            "<title><![CDATA[A <b>B</b>]]> &amp; C</title>",
            "headline",
            "A B & C",
            id="cdata",
        ),
    ],
)
def test_items_are_understood(inner, field, expected):
    assert getattr(read_item(inner), field) == expected


def test_an_item_within_a_text_is_part_of_it():
    record = read_item(
        "<title>A</title><description><![CDATA[x <item> y]]></description>"
    )

    assert record.paragraphs == ("x <item> y",)


def test_an_item_that_does_not_end_is_a_problem_and_the_others_are_read():
    reading = read_feed(
        RSS.format("<item><title>A\n<item><title>B</title></item>\n<item><title>C")
    )

    assert [record.headline for record in reading.records] == ["B"]
    assert [(p.line, p.code) for p in reading.problems] == [
        (2, "broken-xml"),
        (4, "broken-xml"),
    ]


def test_entities_that_a_document_defines_are_not_used():
    reading = read(
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">'
        b'<!ENTITY c SYSTEM "file:///etc/hostname">]><rss><channel>'
        b"<item><title>T</title><description>&b; &c;</description></item></channel>"
    )

    assert reading.records[0].paragraphs == ("&b; &c;",)


def test_a_feed_without_items_holds_no_article():
    problems = read_feed(RSS.format("</channel></rss>")).problems

    assert [problem.code for problem in problems] == ["no-article"]


@given(PIECES)
def test_the_spans_of_any_feed_add_up(text):
    data = RSS.format(text).encode()

    assert sum(span.size for span in read(data).spans) == len(data)


@pytest.mark.parametrize(
    "piece", ["<item>", "<![CDATA[", "<item><a>", '<a b="', "<!--"]
)
def test_a_heap_of_beginnings_is_read(piece):
    read_feed(RSS.format(piece * 10_000))
