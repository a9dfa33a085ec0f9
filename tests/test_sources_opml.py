"""OPML in and out: what other programs write is read, what we write is read by us, nothing hostile costs much."""

from __future__ import annotations

import time
import xml.etree.ElementTree as ET
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import ParseError
from tracker.model import Source, Tier
from tracker.sources import catalogue, opml
from tracker.sources.opml import Outline, read, write

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def listed(body: str, head: str = "") -> bytes:
    return f'<?xml version="1.0"?>{head}<opml version="2.0"><head/><body>{body}</body></opml>'.encode()


def code(body: bytes) -> str:
    with pytest.raises(ParseError) as caught:
        read(body)
    return caught.value.code


def test_folders_in_folders_and_the_names_programs_use() -> None:
    found = read(
        listed(
            """<outline text="Space"><outline text="Moon">
            <outline type="rss" text="short" title="Moon Notes" xmlUrl=" https://moon.example/feed " htmlUrl="https://moon.example/"/>
            <outline text="Only text" XMLURL="http://old.example/rss" language="de"/></outline></outline>
            <outline text="a folder"/><outline text="" xmlUrl="https://nameless.example/"/>
            <outline text="again" xmlUrl="https://moon.example/feed"/>
            <outline text="bad" xmlUrl="javascript:alert(1)"/>"""
        )
    )
    assert found.feeds == (
        Outline("Moon Notes", "https://moon.example/feed"),
        Outline("Only text", "http://old.example/rss", language="de"),
        Outline("", "https://nameless.example/"),
        Outline("bad", "javascript:alert(1)"),
    )
    assert found.more == 0


def test_an_unescaped_ampersand_is_mended() -> None:
    found = read(listed('<outline text="Fish &amp; Chips & more&nbsp;" xmlUrl="https://x.example/?a=1&b=2&amp;c=3"/>'))
    assert found.feeds == (Outline("Fish & Chips & more&nbsp;", "https://x.example/?a=1&b=2&c=3"),)


def test_names_are_one_line_of_visible_characters() -> None:
    found = read(listed(f'<outline text="a&#10;b&#x202e;c{"x" * 500}" xmlUrl="https://x.example/"/>'))
    assert found.feeds[0].name.startswith("a b cxx")
    assert len(found.feeds[0].name) == 200


def test_tiers_come_from_our_own_lists_only() -> None:
    rows = "".join(
        f'<outline text="x" xmlUrl="https://x.example/{n}" category="{category}"/>'
        for n, category in enumerate(("agency", "/News/agency", "/tier/agency", "/a,/tier/press", "/tier/king"))
    )
    assert [f.tier for f in read(listed(rows)).feeds] == [None, None, Tier.AGENCY, Tier.PRESS, None]


BOMB = (
    '<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
)


@pytest.mark.parametrize(("body", "expected"), [
    (b"", "not-opml"),
    (b"hello", "not-opml"),
    (b"\x89PNG\r\n\x1a\n\x00\x00", "not-opml"),
    (b"<html><body>x</body></html>", "not-opml"),
    (b"<rss version='2.0'><channel/></rss>", "not-opml"),
    (b"<opml><body><outline", "broken"),
    (listed("<outline text='&c;' xmlUrl='https://x.example/'/>", BOMB), "too-complex"),
    (listed("", '<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "too-complex"),
    (listed("<outline>" * 150 + "</outline>" * 150), "too-complex"),
    (b"<opml>" + b"<outline/>" * 250_000 + b"</opml>", "too-complex"),
    (b" " * 5_000_001, "too-large"),
    (b'<?xml version="1.0" encoding="no-such"?><opml/>', "broken"),
    (b"<opml>" + b"&" * 1_000_000 + b"</opml", "broken"),
])  # fmt: skip
def test_what_is_no_list_is_named_and_costs_little(body: bytes, expected: str) -> None:
    began = time.process_time()
    assert code(body) == expected
    assert time.process_time() - began < 3


def test_ten_thousand_outlines_are_counted_and_the_first_thousand_read() -> None:
    rows = "".join(f'<outline text="n{n}" xmlUrl="https://x.example/{n}"/>' for n in range(10_000))
    found = read(listed(rows))
    assert (len(found.feeds), found.more) == (opml.MOST_FEEDS, 9_000)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_encodings(encoding: str) -> None:
    declared = "" if encoding.startswith("utf") else f' encoding="{encoding}"'
    text = f'<?xml version="1.0"{declared}?><opml><body><outline text="Für" xmlUrl="https://x.example/"/></body></opml>'
    assert read(text.encode(encoding)).feeds == (Outline("Für", "https://x.example/"),)


def test_the_shipped_feeds_round_trip() -> None:
    sources = catalogue.load()
    text = write(sources, now=NOW)
    feeds = [s for s in sources if s.adapter == "feed"]
    found = read(text.encode()).feeds
    assert {f.url: (f.name, f.tier, f.language) for f in found} == {s.url: (s.name, s.tier, s.language) for s in feeds}
    root = ET.fromstring(text)
    assert (root.tag, root.get("version")) == ("opml", "2.0")
    assert root.findtext("head/dateCreated") == "Sun, 22 Nov 2026 12:00:00 +0000"
    assert {o.get("text") for o in root.findall("body/outline")} == {s.tier.value for s in feeds}
    for outline in root.iter("outline"):
        assert outline.get("text")


names = st.text(min_size=1, max_size=80).map(opml._one_line).filter(bool)
paths = st.text("abc/?=&%é中'\"<>+;#", max_size=30)


@given(st.lists(st.tuples(names, paths, st.sampled_from(Tier)), max_size=8, unique_by=lambda row: row[1]))
def test_any_list_of_feeds_round_trips(rows: list[tuple[str, str, Tier]]) -> None:
    sources = [Source(f"s{n}", name, f"https://x.example/{path}", tier) for n, (name, path, tier) in enumerate(rows)]
    found = read(write(sources, now=NOW).encode()).feeds
    assert {(f.name, f.url, f.tier) for f in found} == {(s.name, s.url, s.tier) for s in sources}


@given(st.binary(max_size=300), st.text(max_size=80))
def test_no_bytes_raise_anything_else(junk: bytes, text: str) -> None:
    for body in (junk, b"<opml>" + junk, listed(text)):
        try:
            read(body)
        except ParseError as error:
            assert error.code in ("not-opml", "broken", "too-complex")
