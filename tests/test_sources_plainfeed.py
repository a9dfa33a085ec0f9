"""The quick way through a plain feed and feedparser's agree on every document that the quick way accepts."""

from __future__ import annotations

import html
from dataclasses import replace
from pathlib import Path

import feedparser
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.feeds import NOW, SOURCE
from tests.loopback import entry, rss
from tracker.sources import bounds, feed, plainfeed, plainnames, trim
from tracker.sources.items import Raw

SAMPLES = Path(__file__).resolve().parents[2] / "shared" / "sources" / "samples"

SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
    'xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:own="https://news.example/own"'
)
ATOM = 'xmlns="http://www.w3.org/2005/Atom"'
RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'


def slowly(body: bytes) -> tuple[str, tuple[Raw, ...], bool]:
    """What feedparser makes of a document: title, entries, and whether it had to mend it."""
    shape = trim.prepare(body)
    result = feed._feedparser(replace(shape, body=bounds.check(trim.without_unused(shape.body))))
    found = result["feed"]
    raws = tuple(feed._raw(one, found, ()) for one in result["entries"])
    return feed._text(found.get("title")), raws, bool(result["bozo"])


def quickly(body: bytes) -> plainfeed.Plain | None:
    return plainfeed.read(trim.prepare(body).body)


def agree(body: bytes) -> bool:
    """True where the quick way took the document; then both have said the same of it."""
    quick = quickly(body)
    if quick is None:
        return False
    title, raws, mended = slowly(body)
    assert not mended
    assert quick.entries == raws
    assert quick.title == title
    return True


# --- documents by the dozen

words = st.one_of(
    st.sampled_from([
        "Engine test", "", " ", "月球 南极", "CafÃ© \x93go\x94", "caf\u00e9", "<p>One &amp; two</p>", "a < b", "]]>", "x\n y",
        "https://news.example/1?a=1&b;=2&amp;c", "https:////news.example//2", "/3", "tag:news.example,2026:4", "urn:5",
        "Mon, 16 Nov 2026 10:00:00 +0000", "2026-11-16T10:00:00Z", "de-DE", "zh_CN", "\u0080", "\u00a0x\u2003", "Ã¥½", "&#8217;",
    ]),
    st.text(alphabet="ab &<>;é月\u0092\n/:", max_size=12),
)  # fmt: skip
texts = st.one_of(words.map(html.escape), words.map(lambda w: f"<![CDATA[{w.replace(']]>', '')}]]>"))
NAMES = (
    "title", "link", "guid", "id", "description", "summary", "content", "content:encoded", "pubDate", "published", "issued",
    "updated", "modified", "created", "dc:date", "dcterms:modified", "dcterms:issued", "dcterms:created", "dc:description",
    "dc:creator", "dc:subject", "author", "category", "comments", "enclosure", "source", "media:content", "media:title",
    "media:description", "media:thumbnail", "media:group", "itunes:summary", "itunes:author", "itunes:duration", "itunes:image",
    "slash:comments", "own:thing", "own:title", "language", "dc:language", "image", "date", "dc:title", "atom:link", "rights",
    "subtitle", "media:credit", "own:date", "itunes:subtitle", "itunes:keywords", "dc:identifier", "link", "title", "description",
)  # fmt: skip
ATTRIBUTES = (
    "", "", "", ' isPermaLink="false"', ' isPermaLink="true"', ' type="html"', ' type="text"', ' type="xhtml"', ' type="image/png"',
    ' href="https://news.example/a?b=1&amp;c=2"', ' rel="self" href="https://news.example/self"', ' url="https://news.example/u"',
    ' rel="alternate" type="text/html" href="https:///news.example/b"', ' xml:lang="fr"', ' lang="fr"', ' xml:base="https://x.example/"',
    ' base="https://x.example/"', ' type="application/xhtml+xml" href="/c"', ' term="x"', ' hreflang="en" href="https://news.example/é"',
    ' own:a="b"', ' type="application/pdf" href="https://news.example/d"', ' mode="base64"', ' domain="d"', ' src="s"', ' own:href="h"',
)  # fmt: skip


TAME = {  # names with attributes that are usual for them
    "guid": (' isPermaLink="false"', ' isPermaLink="true"', ' isPermaLink="TRUE"'), "title": (' type="html"', ' type="text"'),
    "content": (' type="html"',), "summary": (' type="text"',), "category": (' term="x"', ' domain="d"'),
    "link": (' href="https://news.example/a?b=1&amp;c=2"', ' rel="self" href="s"', ' rel="alternate" type="text/html" href="https:///a/b"',
             ' type="application/pdf" href="https://news.example/d"', ' hreflang="en" href="/é"'),
    "media:content": (' url="u" medium="image"',), "enclosure": (' url="u" type="x/y" length="1"',), "source": (' url="u"',),
    "own:thing": (' a="b"',), "itunes:image": (' href="i"',), "atom:link": (' rel="self" href="s"', ' href="https://news.example/z"'),
    **dict.fromkeys(("id", "description", "content:encoded", "pubDate", "published", "updated", "dc:date", "dc:creator", "author",
                     "comments", "dc:description", "media:title", "media:description", "itunes:summary", "slash:comments",
                     "dcterms:issued", "dcterms:created", "issued", "modified", "created", "media:thumbnail"), ()),
}  # fmt: skip


@st.composite
def elements(draw: st.DrawFn, depth: int = 0) -> str:
    if draw(st.integers(0, 19)):
        name = draw(st.sampled_from(sorted(TAME)))
        attributes = draw(st.sampled_from(("", *TAME[name])))
        return f"<{name}{attributes}>{draw(texts)}</{name}>"
    name, attributes, inside = draw(st.sampled_from(NAMES)), draw(st.sampled_from(ATTRIBUTES)), draw(texts)
    if depth < 2 and draw(st.booleans()):
        inside += draw(elements(depth + 1))
    return f"<{name}{attributes}>{inside}</{name}>"


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    rows = [f"<{{0}}{draw(st.sampled_from(HEADS))}>{''.join(draw(st.lists(elements(), max_size=5)))}</{{0}}>" for _ in range(draw(st.integers(1, 3)))]  # fmt: skip
    head = draw(st.sampled_from(FRONTS)) + "".join(draw(st.lists(elements(), max_size=1)))
    lang = draw(st.sampled_from(("", "", "", ' xml:lang="en-US"', ' xml:lang="de_AT"', ' xml:lang=""')))
    kind = draw(st.sampled_from(("rss", "atom", "rdf")))
    items = "".join(row.format("entry" if kind == "atom" else "item") for row in rows)
    if kind == "atom":
        return f"<feed {ATOM} {SPACES}{lang}>{head}{items}</feed>".encode()
    if kind == "rdf":
        return f"<rdf:RDF {RDF} {SPACES}{lang}><channel>{head}</channel>{items}</rdf:RDF>".encode()
    return f'<rss version="2.0" {SPACES}{lang}><channel>{head}{items}</channel></rss>'.encode()


FRONTS = (
    "", "<title>A &amp; B</title>", "<title></title><language>zh-cn</language>", "<language> de </language><title>x</title>",
    "<image><title>i</title><url>u</url></image><title>f</title>", "<dc:language>fr_FR</dc:language><own:a><own:b>c</own:b></own:a>",
    "<description>d</description><link>l</link><itunes:owner><itunes:name>n</itunes:name></itunes:owner>",
)  # fmt: skip
HEADS = (
    "",
    "",
    "",
    "",
    "",
    "",
    ' rdf:about="https://news.example/about"',
    ' own:x="y"',
    ' href="https://news.example/cdf"',
)


@given(documents())
@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_both_ways_say_the_same_of_any_document(body: bytes) -> None:
    agree(body)


@st.composite
def plain_documents(draw: st.DrawFn) -> bytes:
    """Feeds as publishers write them: every one of these must go the quick way."""
    rows = []
    for _ in range(draw(st.integers(0, 3))):
        names = draw(st.permutations(["title", "link", "guid", "description", "content:encoded", "pubDate", "dc:creator", "category"]))  # fmt: skip
        rows.append({name: draw(texts) for name in names[: draw(st.integers(1, 8))]})
    return rss(
        *rows, title=html.escape(draw(words)), head=f"<language>{draw(st.sampled_from(['en', 'zh-cn', '']))}</language>"
    )


@given(plain_documents())
@settings(max_examples=200, deadline=None)
def test_what_publishers_write_goes_the_quick_way(body: bytes) -> None:
    try:
        whole = not slowly(body)[2]
    except bounds.ParseError:
        whole = False
    assert agree(body) == whole


# --- single cases, one for each kind of feed and each way out

ENTRY = "<title>t</title><link>https://news.example/1</link>"


def of_rss(inside: str, head: str = "", root: str = "") -> bytes:
    return f'<rss version="2.0" {SPACES} {root}><channel>{head}<item>{inside}</item></channel></rss>'.encode()


@pytest.mark.parametrize(
    "body",
    [
        rss(entry(1), entry(2)),
        of_rss(ENTRY + "<guid isPermaLink='false'>g</guid><author>a</author><enclosure url='u' length='1' type='x/y'/>"),
        of_rss("<guid>https://news.example/g</guid>"),
        of_rss("<description>short</description><content:encoded>long</content:encoded><dc:date>2026-01-02</dc:date>"),
        of_rss("<content:encoded>long</content:encoded><description>short</description>"),
        of_rss("<description>one</description><dc:description>two</dc:description>"),
        of_rss(ENTRY + "<media:content url='u'><media:title>m</media:title><media:description>d</media:description></media:content>"),
        of_rss(ENTRY, head="<title>f</title><image><title>i</title><url>u</url><link>l</link></image><atom:link rel='self' href='h'/>"),
        of_rss(ENTRY, head="<language>zh_CN</language><itunes:owner><itunes:name>n</itunes:name></itunes:owner>"),
        of_rss(ENTRY, root='xml:lang="de_AT"'),
        of_rss("<description>no title</description>", head="<language>en</language>", root='xml:lang="de"'),
        of_rss("<TITLE>T</TITLE><PUBDATE>2026</PUBDATE>"),
        f'<feed {ATOM} xml:lang="en"><title type="html">F</title><entry><id>urn:1</id><title>t</title><author><name>n</name>'
        "<uri>u</uri></author><link rel='replies' href='r'/><link href='https://news.example/1'/><summary>s</summary>"
        "<content type='html'>&lt;p&gt;c</content><published>2026-01-01</published><updated>2026-01-02</updated></entry></feed>".encode(),
        f"<rdf:RDF {RDF}><channel rdf:about='c'><title>F</title><items><rdf:Seq><rdf:li rdf:resource='1'/></rdf:Seq></items></channel>"
        "<image rdf:about='i'><title>i</title></image><item rdf:about='https://news.example/1'><title>t</title></item></rdf:RDF>".encode(),
        of_rss(ENTRY).replace(b"http://purl.org/dc/elements", b"https://purl.org/dc/elements"),
    ],
)  # fmt: skip
def test_a_plain_feed_goes_the_quick_way(body: bytes) -> None:
    assert agree(body)


@pytest.mark.parametrize(
    "body",
    [
        of_rss("<title>t</title><title>u</title>"),
        of_rss("<title>a <b>c</b></title>"),
        of_rss(ENTRY, root='xml:base="https://news.example/"'),
        of_rss("<title xml:lang='de'>t</title>"),
        of_rss("<fulltext>t</fulltext>"),
        of_rss("<own:a><title>t</title></own:a>"),
        of_rss("<media:description><![CDATA[<p>d</p>]]></media:description>"),
        of_rss("<description xmlns='urn:x'>t</description>"),
        of_rss("<link type='x'>t</link>"),
        of_rss(ENTRY).replace(b"http://purl.org/dc/elements/1.1/", b"http://purl.org/dc/terms/"),
        of_rss(ENTRY).replace(b"https://news.example/own", b"http://www.w3.org/1999/xhtml"),
        b"<!DOCTYPE rss [<!ENTITY a 'b'>]>" + of_rss("<title>&a;</title>"),
        of_rss("<title>t</title>")[:-3],
        of_rss("<x:title>t</x:title>"),
        f"<feed {ATOM}><entry><content type='xhtml'><div>t</div></content></entry></feed>".encode(),
        b"<svg/>",
        b"",
    ],
)  # fmt: skip
def test_what_is_not_plain_is_left_to_feedparser(body: bytes) -> None:
    assert quickly(body) is None


@pytest.mark.parametrize(
    "body",
    [
        b"<rss><channel>" + b"<own>" * 200,
        of_rss("<own:a>" * 200 + "</own:a>" * 200),
        of_rss("<own:a/>" * 160_000),
        of_rss("<own:a " + " ".join(f'b{n}="c"' for n in range(300)) + "/>"),
        of_rss("".join(f"<own:a{n}/>" for n in range(5_000))),
    ],
    ids=["deep", "deep and foreign", "elements", "attributes", "names"],
)
def test_the_bounds_hold_on_the_quick_way_too(body: bytes) -> None:
    assert plainfeed.read(body) is None


def test_every_namespace_that_feedparser_gives_a_meaning_is_known() -> None:
    """A new feedparser may read more: then its names must come into the lists, or be refused there."""
    strict = feedparser.api.StrictFeedParser
    handled = {
        name.split("_")[2] for name in dir(strict) if name.startswith(("_start_", "_end_")) and name.count("_") > 2
    }
    for uri, prefix in strict.namespaces.items():
        if uri and (prefix == "" or prefix in {h.lower() for h in handled} or prefix == "creativeCommons"):
            assert plainnames.PREFIX_OF[uri.lower()] == prefix.lower(), uri
    own = {name.split("_", 2)[2].lower() for name in dir(strict) if name.startswith(("_start_", "_end_"))}
    assert not {key for key in plainnames.READ_KEYS if f"{key}_detail" in own}


documents_of_samples = sorted(SAMPLES.glob("*.xml")) if SAMPLES.exists() else []


@pytest.mark.skipif(not documents_of_samples, reason="the real documents of ../shared/sources are not here")
def test_the_real_documents_go_the_quick_way() -> None:
    assert all(agree(path.read_bytes()) for path in documents_of_samples)


def test_the_quick_way_is_the_one_that_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_shape: trim.Shape) -> None:
        raise AssertionError("feedparser was asked")

    monkeypatch.setattr(feed, "_feedparser", never)
    assert len(feed.parse(SOURCE, rss(entry(1), entry(2)), base=SOURCE.url, content_type="", now=NOW).items) == 2
