"""From a pasted address to the feed behind it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tests.loopback import Reply, Server, entry, free_port, raw, rss, serve, silence
from tracker.sources.discover import Choice, Discovery, as_address, choices, discover, patiently
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
    assert [choice.url for choice in choices(HOME, "https://a.example/blog/")] == [
        "https://a.example/comments/feed/",
        "https://a.example/blog/feed.atom",
    ]
    assert choices(b"", "https://a.example/") == ()
    for junk in (b"<link ", b"<!--", b'<link rel="'):
        began = time.process_time()
        assert choices(junk * 500_000, "https://a.example/") == ()
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


def test_every_feed_a_page_points_to_is_offered(server: Server) -> None:
    found = look(server.url("/"))
    assert found.choices == (Choice(server.url("/comments/feed/"), "Comments"), Choice(server.url("/feed.atom"), ""))
    assert look(server.url("/feed.atom")).choices == ()
    server.routes["/feed.atom"] = Reply(status=500)
    failed = look(server.url("/"))
    assert code(failed) == "not-a-feed"
    assert len(failed.choices) == 2


def test_not_more_than_twenty_are_offered_and_their_names_are_plain() -> None:
    page = b"".join(
        b'<link rel="alternate" type="application/rss+xml" title="&lt;b&gt;N&#x202e;%d" href="/%d">' % (n, n)
        for n in range(90)
    )
    found = choices(page, "https://a.example/")
    assert len(found) == 20
    assert found[3] == Choice("https://a.example/3", "N3")


@pytest.mark.parametrize(("pasted", "address"), [
    ("x.example/rss", "https://x.example/rss"), (" <https://x.example/> ", "https://x.example/"),
    ("feed://x.example/rss", "https://x.example/rss"), ("feed:http://x.example/", "http://x.example/"),
    ("http://x.example/", "http://x.example/"), ("FEED:x.example", "https://x.example"),
])  # fmt: skip
def test_what_people_paste(pasted: str, address: str) -> None:
    assert as_address(pasted) == address


def test_a_silent_server_is_given_up_at_once_when_the_person_says_so(server: Server) -> None:
    stop, came = threading.Event(), threading.Event()

    def never(request: object, line: object, closing: threading.Event) -> None:
        came.set()
        silence(request, line, closing)  # type: ignore[arg-type]

    server.routes["/slow"] = raw(never)
    found: list[Discovery] = []
    with Fetcher() as fetcher:
        asked = threading.Thread(
            target=lambda: found.append(patiently(server.url("/slow"), fetcher=fetcher, now=NOW, stop=stop))
        )
        asked.start()
        assert came.wait(10)
        began = time.monotonic()
        stop.set()
        asked.join(10)
        assert time.monotonic() - began < 2
    assert code(found[0]) == "stopped"


def test_and_after_its_time(server: Server) -> None:
    server.routes["/slow"] = raw(silence)
    with Fetcher() as fetcher:
        found = patiently(server.url("/slow"), fetcher=fetcher, now=NOW, stop=threading.Event(), seconds=0.2)
        assert code(found) == "timeout"
    with Fetcher() as fetcher:  # one at a time a host: the other one still waits for its answer
        assert patiently(server.url("/"), fetcher=fetcher, now=NOW, stop=threading.Event()).title == "The news"


def test_a_bug_ends_the_waiting_too(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def get(self, *_args: object, **_more: object) -> object:
            raise ZeroDivisionError

    monkeypatch.setattr(threading, "excepthook", lambda _: None)
    found = patiently("x.example", fetcher=Broken(), now=NOW, stop=threading.Event())  # type: ignore[arg-type]
    assert code(found) == "internal"
