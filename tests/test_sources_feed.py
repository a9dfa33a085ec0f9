"""Feed documents to items: formats, keys, dates, text; real documents; hostile ones."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.feeds import CHINESE, only, parse
from tests.loopback import entry, rss
from tracker.model import Source, Tier
from tracker.sources import feed, plaintext

SAMPLES = Path(__file__).resolve().parents[2] / "shared" / "sources" / "samples"


# --- the four formats say the same

RSS2 = rss(entry(1))
RDF = b"""<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://news.example/"><title>A feed of the tests</title></channel>
<item rdf:about="https://news.example/?p=1"><title>Engine test 1 went well</title><link>https://news.example/1</link>
<description>The crew tested engine 1 for five minutes.</description><dc:date>2026-11-16T10:00:00Z</dc:date></item>
</rdf:RDF>"""
ATOM = b"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>A feed of the tests</title>
<entry><id>https://news.example/?p=1</id><title>Engine test 1 went well</title>
<link rel="alternate" href="https://news.example/1"/><published>2026-11-16T11:00:00+01:00</published>
<updated>2026-11-20T00:00:00Z</updated>
<content type="html">&lt;p&gt;The crew tested engine 1 for five minutes.&lt;/p&gt;</content></entry></feed>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "A feed of the tests",
        "items": [
            {
                "id": "https://news.example/?p=1",
                "url": "https://news.example/1",
                "title": "Engine test 1 went well",
                "content_html": "<p>The crew tested engine 1 for five minutes.</p>",
                "date_published": "2026-11-16T10:00:00Z",
            }
        ],
    }
).encode()


@pytest.mark.parametrize("body", [RSS2, RDF, ATOM, JSON], ids=["rss", "rdf", "atom", "json"])
def test_every_format_gives_the_same_item(body: bytes) -> None:
    item = only(body)
    assert item.title == "Engine test 1 went well"
    assert item.text == "The crew tested engine 1 for five minutes."
    assert item.url == "https://news.example/1"
    assert item.published_at == datetime(2026, 11, 16, 10, tzinfo=UTC)
    assert item.published_on == date(2026, 11, 16)
    assert (item.source, item.outlet, item.tier, item.language) == ("test", "The Example", Tier.TRADE_PRESS, "en")
    assert not item.undated
    assert item.flags == ()
    assert parse(body).title == "A feed of the tests"


def test_an_rdf_item_is_known_by_what_it_is_about() -> None:
    assert only(RSS2).id == only(ATOM).id == only(JSON).id
    assert only(RDF).digest == only(RSS2).digest


def test_xhtml_in_atom() -> None:
    body = ATOM.replace(b'type="html"', b'type="xhtml"').replace(
        b"&lt;p&gt;The crew tested engine 1 for five minutes.&lt;/p&gt;",
        b'<div xmlns="http://www.w3.org/1999/xhtml"><p>The crew <b>tested</b> engine 1</p><p>for five minutes.</p></div>',
    )
    assert only(body).text == "The crew tested engine 1\nfor five minutes."


# --- keys and revisions


def test_the_guid_is_the_key_and_else_the_cleaned_link() -> None:
    first = only(rss(entry(1)))
    assert only(rss(entry(1, title="Another title", link="https://news.example/other"))).id == first.id
    bare = {k: v for k, v in entry(1).items() if k != "guid"}
    plain = only(rss(bare))
    assert plain.id != first.id
    for link in (
        "https://news.example/1/",
        "https://NEWS.example/1?utm_source=rss&amp;utm_medium=feed",
        "https://news.example/1?UTM_Source=cgtn#top",
        " https://news.example/1 ",
    ):
        assert only(rss(bare | {"link": link})).id == plain.id
    assert only(rss(bare | {"link": "https://news.example/1?page=2&amp;utm_source=x"})).id != plain.id


def test_an_edited_entry_keeps_its_id_and_changes_its_digest() -> None:
    first, second = only(rss(entry(1))), only(rss(entry(1, description="The crew tested engine 1 for six minutes.")))
    assert first.id == second.id
    assert first.digest != second.digest
    spaced = only(rss(entry(1, description=" The  crew\n tested engine 1 for five minutes. ")))
    assert spaced.digest == first.digest


def test_the_width_of_letters_is_no_revision() -> None:
    one, two = (only(rss(entry(1, description=d))) for d in ("嫦娥7号（月球南极）", "嫦娥７号(月球南极)"))
    assert one.text != two.text
    assert one.digest == two.digest


def test_another_source_gives_another_id() -> None:
    assert only(RSS2).id != only(RSS2, CHINESE).id


def test_the_same_key_twice_is_one_item() -> None:
    parsed = parse(rss(entry(1), entry(1), entry(2)))
    assert len(parsed.items) == 2
    assert parsed.skipped == 1


def test_without_guid_and_link_the_words_are_the_key() -> None:
    words = {"title": "A title", "description": "And a text"}
    one, two = parse(rss(words, words | {"title": "Another"})).items
    assert one.id != two.id
    assert one.url == ""


def test_relative_links_are_resolved_and_others_dropped() -> None:
    assert only(rss(entry(1, link="/stories/7"))).url == "https://news.example/stories/7"
    for link in (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://user:pass@evil.example/",
        "https://" + "a" * 3000,
    ):
        bare = {k: v for k, v in entry(1, link=link).items() if k != "guid"}
        assert only(rss(bare)).url == ""
    assert only(rss(entry(1, link='https://news.example/a"b&lt;c d'))).url == "https://news.example/a%22b%3Cc%20d"


def test_a_permalink_guid_stands_in_for_a_missing_link() -> None:
    bare = {k: v for k, v in entry(1).items() if k != "link"}
    assert only(rss(bare)).url == "https://news.example/?p=1"


# --- text


def text_of(markup: str) -> str:
    return only(rss(entry(1, description=f"<![CDATA[{markup}]]>"))).text


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>One.</p><p>Two &amp; three.</p>", "One.\nTwo & three."),
        ("It&#8217;s &#x201c;go&#x201d;&nbsp;now &mdash; really", "It’s “go” now — really"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<script>alert('x')</script>Text<style>p{}</style> here", "Text here"),
        ("<SCRIPT type='a'>if (a < b) { '</p>' }</SCRIPT >Text", "Text"),
        ("before<!-- <p>hidden</p> -->after", "before after"),
        ('<img src="x" alt="a > b" onerror="evil()">Seen', "Seen"),
        ("<a href='https://x.example/?a=1&b=2'>A link</a>.", "A link."),
        ("mass < 5 t and > 3 t", "mass < 5 t and > 3 t"),
        ("2 <3", "2 <3"),
        ("cut in the <a href=", "cut in the"),
        ("<ul><li>one</li><li>two</li></ul>", "one\ntwo"),
        ("A\u200b\u00adB\u202eC\x0bD", "ABC D"),
        ("Long.\n\n\n   Text\t\there.", "Long.\nText here."),
        ("<svg><text>no</text></svg>yes", "yes"),
        (
            "<p>The end.</p><p>The post <a href='x'>The end</a> appeared first on <a href='y'>A Site</a>.</p>",
            "The end.",
        ),
        ("An excerpt [&#8230;]", "An excerpt…"),
        ("&#" + "9" * 5000 + ";x", "&#" + "9" * 5000 + ";x"),
        ("&lt;b&gt; stays text", "<b> stays text"),
    ],
)
def test_plain_text(markup: str, expected: str) -> None:
    assert text_of(markup) == expected


def test_a_title_is_one_line_and_twice_unescaped() -> None:
    assert only(rss(entry(1, title="Chang&amp;#8217;e 7 &lt;i&gt;waits&lt;/i&gt;\n &amp;amp; more"))).title == (
        "Chang’e 7 waits & more"
    )


def test_a_missing_title_is_the_beginning_of_the_text() -> None:
    bare = {k: v for k, v in entry(1).items() if k != "title"}
    assert only(rss(bare)).title == "The crew tested engine 1 for five minutes."


def test_the_full_text_is_taken_and_a_standfirst_kept() -> None:
    body = {"content:encoded": "<![CDATA[<p>The crew tested engine 1 for five minutes. Then it rained.</p>]]>"}
    assert only(rss(entry(1) | body)).text == "The crew tested engine 1 for five minutes. Then it rained."
    own = entry(1, description="A word before.") | body
    assert only(rss(own)).text == "A word before.\nThe crew tested engine 1 for five minutes. Then it rained."


def test_caps() -> None:
    item = only(rss(entry(1, title="t" * 9_000, description="word " * 9_000)))
    assert len(item.title) == 500
    assert item.title.endswith("…")
    assert 19_900 < len(item.text) <= 20_000
    many = parse(rss(*(entry(n) for n in range(2_500))))
    assert len(many.items) == 2_000
    assert many.items[-1].title == "Engine test 1999 went well"


def test_of_a_hundred_thousand_entries_the_first_two_thousand_are_read() -> None:
    for opening, closing, row in (
        (b'<rss version="2.0"><channel>', b"</channel></rss>", b"<item><title>%d</title></item>"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', b"</feed>", b"<entry><title>%d</title></entry>"),
        (b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">', b"</rdf:RDF>",
         b"<item><title>%d</title></item>"),
    ):  # fmt: skip
        found = parse(opening + b"".join(row % n for n in range(100_000)) + closing).items
        assert [item.title for item in found] == [str(n) for n in range(2_000)]
        assert not any(item.flags for item in found)


def test_an_entry_of_nothing_is_no_item() -> None:
    assert parse(rss({"guid": "a"}, {"title": " ", "guid": "b"}, entry(1))).items == (only(RSS2),)


@given(st.text(alphabet=st.sampled_from("<>/&;!-[]'\"= \n\taApPdDiIvVsScCrRtT#x0189日\u200b"), max_size=300))
@settings(max_examples=300)
def test_markup_never_survives(markup: str) -> None:
    text = plaintext.from_html(markup)
    assert plaintext.tidy(text) == text


# --- language


def test_the_feeds_language_is_kept_where_it_says_one() -> None:
    assert only(rss(entry(1), head="<language>zh-CN</language>")).language == "zh-CN"
    assert only(rss(entry(1), head="<language>not a language</language>")).language == "en"
    assert only(RSS2).language == "en"


# --- real documents

space_com = SAMPLES / "rss_spacecom_feeds_2026-08-03_trimmed.xml"


@pytest.mark.skipif(not space_com.exists(), reason="the real documents of ../shared/sources are not here")
def test_the_document_of_space_com() -> None:
    now = datetime(2026, 8, 4, tzinfo=UTC)
    source = Source("space-com", "Space.com", "https://www.space.com/feeds.xml", Tier.TRADE_PRESS, language="en")
    body = space_com.read_bytes()
    parsed = feed.parse(source, body, base=source.url, content_type="text/html", now=now)
    assert len(parsed.items) == 4
    assert all(i.published_at and i.published_on == date(2026, 8, 3) for i in parsed.items)
    assert all(i.url.startswith("https://www.space.com/") and i.language == "en" for i in parsed.items)
    assert parsed.items[0].published_at == datetime(2026, 8, 3, 22, tzinfo=UTC)
    assert not any("CDATA" in i.text or "<article" in i.text for i in parsed.items)
    assert len({i.id for i in parsed.items}) == 4
