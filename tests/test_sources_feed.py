"""Feed documents to items: formats, keys, dates, text; real documents; hostile ones."""

from __future__ import annotations

import json
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from loopback import entry, rss

from tracker.errors import ParseError
from tracker.model import Item, Source, Tier
from tracker.sources import dates, feed, plaintext

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SOURCE = Source("test", "A test", "https://news.example/feed", Tier.TRADE_PRESS, language="en", outlet="The Example")
CHINESE = Source("cn", "测试", "https://www.example.cn/rss.xml", Tier.STATE_MEDIA, language="zh", zone="Asia/Shanghai")
SAMPLES = Path(__file__).resolve().parents[2] / "shared" / "sources" / "samples"


def parse(body: bytes, source: Source = SOURCE, content_type: str = "") -> feed.Parsed:
    return feed.parse(source, body, base=source.url, content_type=content_type, now=NOW)


def only(body: bytes, source: Source = SOURCE, content_type: str = "") -> Item:
    (item,) = parse(body, source, content_type).items
    return item


def refusal(body: bytes) -> str:
    with pytest.raises(ParseError) as caught:
        parse(body)
    return caught.value.code


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


# --- dates

UTC_NOON = datetime(2026, 8, 24, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Mon, 24 Aug 2026 12:00:00 +0000",
        "Mon, 24 Aug 2026 12:00:00 GMT",
        "Mon, 24 Aug 2026 08:00:00 EDT",
        "Mon, 24 Aug 2026 07:00:00 EST",
        "Mon, 24 Aug 2026 07:00:00 CDT",
        "Mon, 24 Aug 2026 05:00:00 PDT",
        "24 Aug 26 12:00 UT",
        "Monday, 24 August 2026 14:00:00 +0200",
        "Mon, 24 Aug 2026 12:00:00 Z (a comment)",
        "Mon Aug 24 12:00:00 UTC 2026",
        "Mon Aug 24 12:00:00 2026",
        "August 24, 2026 12:00:00 +00:00",
        "2026-08-24T12:00:00Z",
        "2026-08-24T12:00:00.123456Z",
        "2026-08-24t20:00:00+08:00",
        "2026-08-24 20:00 +0800",
        "2026-8-24 20:00:00 +08",
        "  2026-08-24T12:00  ",
    ],
)
def test_dates_as_feeds_write_them(text: str) -> None:
    item = only(rss(entry(1, pubDate=text)))
    assert item.published_at == UTC_NOON
    assert not item.undated


@pytest.mark.parametrize(
    "text", ["Mon, 24 Aug 2026 20:00:00 CST", "2026-08-24 20:00:00", "2026年8月24日 20:00", "Mon, 24 Aug 2026 20:00:00"]
)
def test_a_chinese_source_means_beijing_time(text: str) -> None:
    assert only(rss(entry(1, pubDate=text)), CHINESE).published_at == UTC_NOON
    american = only(rss(entry(1, pubDate="Mon, 24 Aug 2026 20:00:00 CST")))
    assert american.published_at == UTC_NOON + timedelta(hours=14)


def test_a_cn_host_alone_is_enough() -> None:
    plain = Source("x", "x", "https://a.example.cn/feed", Tier.PRESS)
    assert only(rss(entry(1, pubDate="2026-08-24 20:00:00")), plain).published_at == UTC_NOON


def test_the_zone_of_the_source_fills_in() -> None:
    tokyo = Source("x", "x", "https://a.example/feed", Tier.PRESS, zone="Asia/Tokyo")
    assert only(rss(entry(1, pubDate="2026-08-24 21:00:00")), tokyo).published_at == UTC_NOON
    broken = Source("x", "x", "https://a.example/feed", Tier.PRESS, zone="Nowhere/At_All")
    assert only(rss(entry(1, pubDate="2026-08-24 12:00:00")), broken).published_at == UTC_NOON


def test_the_day_is_the_day_in_the_sources_own_zone() -> None:
    late = "Mon, 24 Aug 2026 18:30:00 GMT"
    assert only(rss(entry(1, pubDate=late)), CHINESE).published_on == date(2026, 8, 25)
    houston = Source("x", "x", "https://a.example/feed", Tier.PRESS, zone="America/Chicago")
    early = "Tue, 25 Aug 2026 03:00:00 GMT"
    assert only(rss(entry(1, pubDate=early)), houston).published_on == date(2026, 8, 24)
    assert only(rss(entry(1, pubDate="Mon, 24 Aug 2026 23:30:00 -0400"))).published_on == date(2026, 8, 24)


def test_a_day_alone_is_no_instant() -> None:
    item = only(rss(entry(1, pubDate="2026-08-24")), CHINESE)
    assert item.published_at is None
    assert item.published_on == date(2026, 8, 24)
    assert not item.undated


def test_the_order_of_the_dates() -> None:
    dated = {"dc:date": "2026-08-01T00:00:00Z"}
    assert only(rss(entry(1) | dated)).published_on == date(2026, 11, 16)
    without = {k: v for k, v in entry(1).items() if k != "pubDate"}
    assert only(rss(without | dated)).published_on == date(2026, 8, 1)
    assert only(rss(entry(1, pubDate="soon") | dated)).published_on == date(2026, 8, 1)
    wrong = rss(without | dated).replace(b"http://purl.org/dc", b"https://purl.org/dc")
    assert only(wrong).published_on == date(2026, 8, 1)


@pytest.mark.parametrize("text", ["", "soon", "Mon, 31 Feb 2026 10:00:00 GMT", "2026-13-01", "99999-01-01", "24/08/2026", "0000-00-00"])  # fmt: skip
def test_no_date_is_said_and_not_made_up(text: str) -> None:
    item = only(rss(entry(1, pubDate=text)))
    assert item.undated
    assert item.published_at is None
    assert item.published_on is None


def test_a_date_far_ahead_is_set_to_now_and_flagged() -> None:
    item = only(rss(entry(1, pubDate="Mon, 16 Nov 2027 10:00:00 +0000")))
    assert item.published_at == NOW
    assert item.flags == ("clamped-date",)
    tomorrow = only(rss(entry(1, pubDate="Mon, 23 Nov 2026 10:00:00 +0000")))
    assert tomorrow.flags == ()
    assert only(rss(entry(1, pubDate="2027-01-01"))).flags == ("clamped-date",)


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_none(text: str) -> None:
    stamp, _ = dates.read(text, SOURCE, NOW)
    assert stamp is None or stamp.on.year >= 1


@given(st.datetimes(datetime(1990, 1, 1), datetime(2026, 11, 20)), st.integers(-12 * 60, 14 * 60))  # noqa: DTZ001
def test_iso_dates_come_back(when: datetime, minutes: int) -> None:
    from datetime import timezone

    written = when.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    stamp, clamped = dates.read(written.isoformat(), SOURCE, NOW)
    assert stamp is not None
    assert stamp.at == written
    assert stamp.on == written.date()
    assert not clamped


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


# --- encodings

MOON = "嫦娥七号任务推迟"


@pytest.mark.parametrize(
    ("declared", "actual"),
    [
        ("utf-8", "utf-8"), ("utf-8", "utf-8-sig"), ("gb2312", "gb18030"), ("GBK", "gbk"), ("big5", "big5"),
        ("utf-16", "utf-16"), ("utf-16", "utf-16-le"), ("utf-8", "gb18030"), ("", "gb18030"), ("", "utf-8"),
        ("zlib", "utf-8"), ("utf-7", "utf-8"), ("no-such", "utf-8"),
    ],
)  # fmt: skip
def test_encodings_told_and_untold(declared: str, actual: str) -> None:
    title = MOON if actual != "big5" else "嫦娥七號任務推遲"
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    body = f'{head}<rss version="2.0"><channel><item><title>{title}</title></item></channel></rss>'.encode(actual)
    assert only(body).title == title


def test_the_served_charset_counts_where_the_document_is_silent() -> None:
    body = "<rss version='2.0'><channel><item><title>Çıkış</title></item></channel></rss>".encode("iso-8859-9")
    assert only(body, content_type="text/xml; charset=iso-8859-9").title == "Çıkış"


def test_stray_bytes_in_utf8_are_mended_one_by_one() -> None:
    body = rss(entry(1, title="Caf")).replace(b"Caf", "Café ".encode() + b"caf\xe9 \x93go\x94")
    assert only(body).title == "Café café “go”"


# --- damage and hostility


def test_a_damaged_feed_is_recovered_and_says_so() -> None:
    body = rss(entry(1), entry(2)).replace(b"engine 1", b"engine 1 &nbsp; & co <b>", 1)
    parsed = parse(body)
    assert [i.title for i in parsed.items] == ["Engine test 1 went well", "Engine test 2 went well"]
    assert all(i.flags == ("recovered",) for i in parsed.items)


def test_a_feed_cut_in_the_middle_gives_what_was_whole() -> None:
    body = rss(*(entry(n) for n in range(20)))
    titles = [i.title for i in parse(body[: len(body) // 2]).items]
    assert titles[:9] == [f"Engine test {n} went well" for n in range(9)]


def test_a_servers_warning_before_the_feed_is_overlooked() -> None:
    for words in (b"Warning: out of ink\n", b"<br /><b>Warning</b>: out of ink in <b>/x.php</b><br />\n"):
        assert only(words + RSS2).title == "Engine test 1 went well"


def test_nul_bytes_are_dropped() -> None:
    assert only(rss(entry(1)).replace(b"Engine", b"En\x00gine")).title == "Engine test 1 went well"


@pytest.mark.parametrize(
    "body",
    [
        b"", b"   ", b"\x00" * 1000, b"Not found", b"<!doctype html><html><head><title>x</title></head></html>",
        b"\xff\xfe", b"<?xml version='1.0'?>", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"{}", b"[]", b'{"items": []}',
        b"<!-- rss --><html><body><rss></rss></body></html>", b"PK\x03\x04" * 100,
    ],
)  # fmt: skip
def test_what_is_no_feed_is_said(body: bytes) -> None:
    assert refusal(body) == "not-a-feed"


def test_json_that_cannot_be_read() -> None:
    assert refusal(b"[" * 100_000) == "broken"
    assert refusal(b'{"version": "https://jsonfeed.org/version/1", "items": {}}') == "broken"
    assert refusal(b'{"a": ') == "broken"
    odd = {
        "version": "https://jsonfeed.org/version/1",
        "items": [1, None, {"id": 7, "title": ["x"], "content_text": "a <b> c"}],
    }
    assert only(json.dumps(odd).encode()).text == "a <b> c"


def test_an_empty_feed_is_a_feed() -> None:
    assert parse(rss()).items == ()


HEAD = b'<rss version="2.0"><channel><item><title>x</title></item><item>'
BROKEN = b'<rss version="2.0"><channel><item><title>x &bad <</title></item><item>'
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, (b"&%c;" % (97 + n)) * 10) for n in range(12))
    + b']><rss version="2.0"><channel><item><title>&m;</title></item></channel></rss>'
)
HOSTILE = {
    "entity bomb": LAUGHS,
    "entity blow-up": b'<!DOCTYPE rss [<!ENTITY a "' + b"a" * 100_000 + b'">]>' + HEAD + b"<title>" + b"&a;" * 100_000,
    "external entity": b'<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + HEAD + b"<title>&a;</title>",
    "parameter entity": b'<!DOCTYPE rss [<!ENTITY % a SYSTEM "http://127.0.0.1:1/x">%a;]>' + HEAD + b"<title>y</title>",
    "deep": HEAD + b"<a>" * 1_600_000,
    "deep and damaged": BROKEN + b"<a>" * 99_000,
    "deep title": HEAD + b"<title>" + b"<b>" * 400_000 + b"</b>" * 400_000,
    "a million items": b'<rss version="2.0"><channel>' + b"<item/>" * 700_000 + b"</channel></rss>",
    "a million titles": b'<rss version="2.0"><channel>' + b"<item><title>a</title></item>" * 170_000,
    "a million entries": b'<feed xmlns="http://www.w3.org/2005/Atom">' + b"<entry><title>a</title></entry>" * 150_000,
    "many elements": HEAD + b"<q>v</q>" * 600_000 + b"</item></channel></rss>",
    "namespaces": HEAD + b"".join(b'<x%d:a xmlns:x%d="u%d"/>' % (n, n, n) for n in range(120_000)),
    "attributes": HEAD + b"<a " + b" ".join(b'b%d="c"' % n for n in range(400_000)) + b"/></item></channel></rss>",
    "damaged attributes": BROKEN + b"<a " + b'b="c" ' * 800_000,
    "less-than": BROKEN + b"<" * 5_000_000,
    "ampersands": BROKEN + b"&" * 5_000_000,
    "open tags": BROKEN + b"<a " * 1_600_000,
    "declarations": BROKEN + b"<!" * 2_500_000,
    "doctypes": b"<!DOCTYPE [" * 450_000,
    "comments": b"<!---->" * 700_000,
    "blanks": HEAD + b"<a" + b" " * 4_900_000,
    "blanks first": b" " * 4_900_000 + HEAD,
    "scripts": HEAD + b"<title>t</title><description><![CDATA[" + b"<script>" * 600_000 + b"]]></description></item></channel></rss>",
    "quotes": HEAD + b"<title>t</title><description><![CDATA[" + b"<a 'b\" " * 600_000 + b"]]></description></item></channel></rss>",
    "half tags": HEAD + b"<title>t</title><description><![CDATA[" + b'<p "' * 1_200_000 + b"]]></description></item></channel></rss>",
    "trailers": HEAD + b"<title>t</title><description>" + b"The post appeared first on " * 180_000 + b"</description></item></channel></rss>",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_documents_end_soon_and_cleanly(name: str) -> None:
    began = time.process_time()
    try:
        for item in parse(HOSTILE[name]).items:
            assert len(item.title) <= 500
            assert len(item.text) <= 20_000
            assert "root:" not in item.title + item.text
    except ParseError:
        pass
    assert time.process_time() - began < 10  # the slowest takes 1.5 s on a quiet machine; without the bounds, minutes


@pytest.mark.parametrize(
    "body",
    [
        HEAD + b"<a>" * 5_000 + b"</a>" * 5_000 + b"</item></channel></rss>",
        HEAD + b"<a/>" * 160_000 + b"</item></channel></rss>",
        HEAD + b"<a " + b" ".join(b'b%d="c"' % n for n in range(300)) + b"/></item></channel></rss>",
        HEAD + b"".join(b'<x:a xmlns:x="u%d"/>' % n for n in range(400)) + b"</item></channel></rss>",
        BROKEN + b"<" * 120_000,
        BROKEN + b"<a " + b'b="c" ' * 50_000 + b">",
    ],
    ids=["deep", "elements", "attributes", "namespaces", "marks", "tag"],
)
def test_each_bound_is_kept(body: bytes) -> None:
    assert refusal(body) == "too-complex"


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_items_or_a_refusal(junk: bytes) -> None:
    body = rss(entry(1))
    for document in (junk, body[: len(junk)] + junk, body[:300] + junk + body[300:]):
        try:
            parse(document)
        except ParseError:
            continue


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
