"""From a pasted address to the feed behind it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tests.loopback import Reply, Server, entry, free_port, rss, serve
from tracker.sources.discover import Discovery, discover, links
from tracker.sources.fetch import Fetcher, Limits

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HOME = b"""<!doctype html><html><head><title>A site</title>
<!-- <link rel="alternate" type="application/rss+xml" href="/commented"> -->
<link rel="stylesheet" type="text/css" href="/x.css"><link rel="alternate" hreflang="fr" href="/fr">
<link rel="preload" type="application/rss+xml" href="/preloaded">
<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
<LINK REL='Alternate Home' TYPE='application/atom+xml; charset=utf-8' HREF='feed.atom'>
<link rel="alternate" type="application/rss+xml" href="/comments/feed/">
<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)"></head><body></body></html>"""


@pytest.fixture
def server() -> Iterator[Server]:
    with serve({"/": Reply(HOME), "/feed.atom": Reply(rss(entry(1), title="The news"))}) as running:
        yield running


def look(address: str) -> Discovery:
    with Fetcher(limits=Limits(connect_seconds=1, read_seconds=1, whole_seconds=2)) as fetcher:
        return discover(address, fetcher=fetcher, now=NOW)


def code(found: Discovery) -> str:
    assert found.trouble is not None
    assert found.trouble.words
    assert (found.url, found.items) == ("", ())
    return found.trouble.code


def test_the_links_of_a_page() -> None:
    assert links(HOME, "https://a.example/blog/") == (
        "https://a.example/comments/feed/",
        "https://a.example/blog/feed.atom",
    )
    assert links(b"", "https://a.example/") == ()
    for junk in (b"<link ", b"<!--", b'<link rel="'):
        began = time.process_time()
        assert links(junk * 500_000, "https://a.example/") == ()
        assert time.process_time() - began < 5


def test_a_feeds_own_address(server: Server) -> None:
    found = look(f"  {server.url('/feed.atom')} ")
    assert (found.url, found.title, found.trouble) == (server.url("/feed.atom"), "The news", None)
    assert [item.title for item in found.items] == ["Engine test 1 went well"]
    assert len(server.log) == 1


def test_a_sites_address_leads_to_its_feed(server: Server) -> None:
    found = look(server.url("/"))
    assert found.url == server.url("/feed.atom")
    assert found.items
    assert [request.path for request in server.log] == ["/", "/comments/feed/", "/feed.atom"]


def test_a_moved_feed_is_taken_where_it_is_now(server: Server) -> None:
    server.routes["/old"] = Reply(status=301, headers={"Location": "/feed.atom"})
    assert look(server.url("/old")).url == server.url("/feed.atom")
    server.routes["/today"] = Reply(status=302, headers={"Location": "/feed.atom"})
    assert look(server.url("/today")).url == server.url("/today")


def test_what_is_not_there_is_said(server: Server) -> None:
    assert code(look(server.url("/missing"))) == "http-404"
    server.routes["/plain"] = Reply(b"<html><body>No feed here</body></html>")
    assert code(look(server.url("/plain"))) == "not-a-feed"
    assert code(look(f"http://127.0.0.1:{free_port()}/")) == "refused"
    for nonsense in ("", "http://[", "file:///etc/passwd", "https://"):
        assert code(look(nonsense)) == "bad-address"


def test_an_address_without_a_scheme_is_tried_as_https(server: Server) -> None:
    assert code(look(server.url("/feed.atom").removeprefix("http://"))) in ("tls", "reset")
    assert server.log == []
