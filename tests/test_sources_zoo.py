"""Every fault at once, each on a server of its own, through one real round: each gives its row's result, the honest ones
among them are heard at once, and the round ends before its deadline.

A retry waits two to five seconds, so the silent ones take that long; nobody waits for them.
"""

from __future__ import annotations

import gzip
import json
import random
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests import loopback
from tests.loopback import Reply, Request, Route, Server, entry, free_port, gzip_bomb, head, raw, rss, serve
from tests.test_sources_hostile import HOSTILE
from tracker.model import Harvest, Source, SourceState, Tier
from tracker.sources.fetch import Fetcher, Limits
from tracker.sources.rounds import collect_all

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
WHOLE, DEADLINE = 1.0, 60.0
GOOD = rss(entry(1))
FINE = "fine"


@dataclass(frozen=True)
class Beast:
    """What a server does at /feed, and the codes that may come of it. `asked`: how often it is asked."""

    route: Route
    codes: tuple[str, ...]
    asked: int | None = None
    adapter: str = "feed"


def says(text: bytes) -> raw:
    return raw(lambda _request, line, _stop: line.sendall(text))


def body(content: bytes, **more: str) -> Reply:
    return Reply(content, headers=dict(more))


def moved(to: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": to})


def drip_items(_request: Request, line: socket.socket, stop: threading.Event) -> None:
    """A feed that is honest and never ends: an item now and then."""
    line.sendall(head(Content_Type="application/rss+xml") + b"<rss><channel>")
    while not stop.wait(0.02):
        line.sendall(b"<item><title>x</title></item>")


def late_reset(_request: Request, line: socket.socket, _stop: threading.Event) -> None:
    """Closes with a reset when half of the feed is there."""
    line.sendall(head(Content_Length=str(len(GOOD))) + GOOD[: len(GOOD) // 2])
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
    line.close()


def slow_taker(_request: Request, line: socket.socket, stop: threading.Event) -> None:
    """Takes nothing and gives nothing, with the connection open."""
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
    stop.wait(30)


TWICE = gzip.compress(gzip_bomb(1_000_000_000), 9)
"""A gigabyte in a few kilobytes: the bomb packed once more."""

LIST = b"<html><body>" + b"<div>" * 50_000
SAYS_LENGTH = "Content-Length"

ZOO: dict[str, Beast] = {
    # --- the table
    "200": Beast(Reply(GOOD), (FINE,), 1),
    "permanent move": Beast(lambda r: moved("/there", 301), (FINE,)),
    "permanent move 308": Beast(lambda r: moved("/there", 308), (FINE,)),
    "temporary moves": Beast(lambda r: moved("/there", 307), (FINE,)),
    "304 to no condition": Beast(Reply(status=304), ("http-304",), 1),
    "401": Beast(Reply(status=401), ("http-401",), 1),
    "403": Beast(Reply(b"<html>human?</html>", status=403), ("http-403",), 1),
    "404": Beast(Reply(status=404), ("http-404",), 1),
    "410": Beast(Reply(status=410), ("http-410",), 1),
    "418": Beast(Reply(status=418), ("http-418",), 1),
    "429 seconds": Beast(Reply(status=429, headers={"Retry-After": "7200"}), ("http-429",), 1),
    "429 date": Beast(Reply(status=429, headers={"Retry-After": "Sun, 22 Nov 2026 15:00:00 GMT"}), ("http-429",), 1),
    "451": Beast(Reply(status=451), ("http-451",), 1),
    "500": Beast(Reply(status=500), ("http-500",), 2),
    "503 with a wish": Beast(Reply(status=503, headers={"Retry-After": "60"}), ("http-503",), 1),
    "204": Beast(Reply(status=204), ("http-204",), 1),
    "206": Beast(Reply(GOOD, status=206), ("http-206",), 1),
    "a page": Beast(Reply(b"<!doctype html><html><body>Welcome</body></html>"), ("not-a-feed",), 1),
    "empty": Beast(Reply(rss()), ("empty",), 1),
    "nothing": Beast(Reply(b""), ("not-a-feed",), 1),
    # --- slowness and endlessness
    "silence": Beast(raw(loopback.silence), ("timeout",), 2),
    "drip": Beast(raw(loopback.drip), ("timeout",), 2),
    "drip of the head": Beast(raw(loopback.drip_head), ("timeout",), 2),
    "drip of items": Beast(raw(drip_items), ("timeout",), 2),
    "slow taker": Beast(raw(slow_taker), ("timeout",), 2),
    "endless body": Beast(raw(loopback.endless), ("too-large",), 1),
    "endless head": Beast(raw(lambda _r, line, stop: _pour(line, stop, b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n" * 999)), ("bad-http",), 1),
    "endless chunk": Beast(says(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffff\r\n" + b"a" * 6_000_000), ("too-large", "truncated")),
    "redirects": Beast(lambda r: moved(f"/feed?{int(r.path.partition('?')[2] or 0) + 1}"), ("too-many-redirects",), 6),
    "redirect to itself": Beast(moved("/feed"), ("too-many-redirects",), 6),
    "redirect to a file": Beast(moved("file:///etc/passwd"), ("bad-redirect",), 1),
    "redirect inside": Beast(moved("http://127.0.9.9/"), ("private-address",), 1),
    "redirect with a login": Beast(moved("http://a:b@127.0.9.9/"), ("bad-redirect",), 1),
    # --- wrong lengths, closed sockets
    "hang up": Beast(raw(loopback.hang_up), ("reset",), 2),
    "reset": Beast(raw(loopback.reset), ("reset",), 2),
    "reset in the middle": Beast(raw(late_reset), ("reset", "truncated"), 2),
    "short": Beast(raw(loopback.short), ("truncated",), 2),
    "long": Beast(says(head(Content_Length="5") + GOOD), ("not-a-feed",), 1),
    "length is a word": Beast(says(head(Content_Length="many") + GOOD), ("bad-length",), 2),
    "two lengths": Beast(says(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n<rss/>"), ("bad-length",), 2),
    "length below nothing": Beast(says(head(Content_Length="-1") + GOOD), ("bad-length",), 2),
    "a length of petabytes": Beast(says(head(Content_Length="9" * 15) + GOOD), ("too-large",), 1),
    "a length beyond numbers": Beast(says(head(Content_Length="9" * 400) + GOOD), ("too-large", "bad-length")),
    "no HTTP": Beast(says(b"220 mail.example ESMTP\r\n"), ("bad-http", "reset")),
    "HTTP/0.9": Beast(says(GOOD), ("bad-http", "reset")),
    "TLS on a plain port": Beast(says(b"\x15\x03\x01\x00\x02\x02\x46"), ("bad-http", "reset")),
    # --- compression
    "gzip": Beast(Reply(GOOD, compress=True), (FINE,), 1),
    "bomb": Beast(body(gzip_bomb(), **{"Content-Encoding": "gzip"}), ("too-large",), 1),
    "bomb of kilobytes": Beast(body(TWICE, **{"Content-Encoding": "gzip, gzip"}), ("bad-encoding",), 1),
    "bomb in a bomb": Beast(body(TWICE, **{"Content-Encoding": "gzip"}), ("not-a-feed",), 1),
    "gzip that ends": Beast(body(gzip.compress(GOOD)[:-9], **{"Content-Encoding": "gzip"}), ("truncated",), 2),
    "gzip that is none": Beast(body(GOOD, **{"Content-Encoding": "gzip"}), ("bad-encoding",), 1),
    "brotli": Beast(body(GOOD, **{"Content-Encoding": "br"}), ("bad-encoding",), 1),
    # --- documents
    "NUL bytes": Beast(Reply(GOOD.replace(b"Engine", b"En\x00gine")), (FINE,), 1),
    "nothing but NUL": Beast(Reply(b"\x00" * 1_000_000), ("not-a-feed",), 1),
    "UTF-16 called UTF-8": Beast(Reply(GOOD.decode().encode("utf-16")), (FINE, "not-a-feed", "broken"), 1),
    "two encodings in one": Beast(Reply(rss(entry(1, title="月")).replace("月".encode(), "月".encode() + "月".encode("gb18030"))), (FINE,), 1),
    "GBK called GB2312": Beast(Reply(rss(entry(1, title="嫦娥镕")).replace(b"UTF-8", b"GB2312").decode().encode("gbk")), (FINE,), 1),
    "a picture": Beast(Reply(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 99), ("not-a-feed",), 1),
    "a million rows of JSON": Beast(Reply(b'{"results": [' + b"{}," * 999_999 + b"{}]}"), ("too-complex",), 1, "snapi"),
    "a million rows of Wikidata": Beast(Reply(b'{"results": {"bindings": [' + b"{}," * 999_999 + b"{}]}}"), ("too-complex",), 1, "wikidata"),
    "JSON a hundred thousand deep": Beast(Reply(b'{"results": ' + b"[" * 100_000), ("bad-json",), 1, "snapi"),
    "numbers of JSON": Beast(Reply(b'{"results": [{"id": ' + b"9" * 100_000 + b"}]}"), ("bad-json", "empty"), 1, "ll2"),
    "JSON of another kind": Beast(Reply(json.dumps({"results": {"a": 1}}).encode()), ("bad-json",), 1, "ll2"),
    "a deep page": Beast(Reply(LIST), ("layout-changed", "too-complex"), 1, "list:cmsa-zh"),
    "another page": Beast(Reply(b"<html><ul id='list'></ul></html>"), ("layout-changed",), 1, "list:cmsa-zh"),
} | {f"document: {name}": Beast(Reply(text), (FINE, "too-complex", "broken", "not-a-feed", "empty"), 1) for name, text in HOSTILE.items() if len(text) < 5_000_000}  # fmt: skip


def _pour(line: socket.socket, stop: threading.Event, first: bytes, again: bytes) -> None:
    line.sendall(first)
    while not stop.is_set():
        line.sendall(again)


class WhateverIsAsked(dict[str, Route]):
    """Routes by path, whatever stands behind the question mark."""

    def get(self, path: str, default: Route) -> Route:  # type: ignore[override]
        return super().get(path.partition("?")[0], default)


class Zoo:
    """One round over all of them, with when each was heard."""

    def __init__(self, stack: ExitStack, papers: Path) -> None:
        self.servers: dict[str, Server] = {}
        due: list[tuple[Source, SourceState]] = []
        for number, (name, beast) in enumerate(ZOO.items()):
            routes = {"/feed": beast.route, "/there": Reply(GOOD)}
            server = stack.enter_context(serve(routes, host=f"127.1.{number // 200}.{number % 200 + 1}"))
            server.routes = WhateverIsAsked(routes)
            self.servers[name] = server
            due.append(
                (
                    _source(name, server.url("/feed"), beast.adapter),
                    SourceState(name, fetched_once=beast.adapter == "snapi"),
                )
            )
        due.append((_source("refused", f"http://127.2.0.1:{free_port()}/feed"), SourceState("refused")))
        due.append((_source("no name", "http://no-such-host.invalid/feed"), SourceState("no name")))
        for name, days in (("unknown certificate", (-1, 1)), ("old certificate", (-9, -2))):
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(loopback.certificate(papers / f"{days[0]}.pem", days=days))
            secure = stack.enter_context(serve({"/feed": Reply(GOOD)}, host=f"127.3.0.{-days[0]}", tls=context))
            due.append((_source(name, secure.url("/feed")), SourceState(name)))
        self.heard: dict[str, float] = {}
        self.harvests: dict[str, Harvest] = {}
        limits = Limits(connect_seconds=WHOLE, read_seconds=WHOLE, whole_seconds=WHOLE)
        began = time.monotonic()
        with Fetcher(limits=limits) as fetcher:
            for harvest in collect_all(due, fetcher=fetcher, now=NOW, rng=random.Random(1), deadline_seconds=DEADLINE):
                self.heard[harvest.source.id] = time.monotonic() - began
                self.harvests[harvest.source.id] = harvest
        self.took = time.monotonic() - began

    def code(self, name: str) -> str:
        trouble = self.harvests[name].state.trouble
        return trouble.code if trouble else FINE


def _source(name: str, url: str, adapter: str = "feed") -> Source:
    return Source(name, name, url, Tier.PRESS, adapter=adapter, origin="user")


@pytest.fixture(scope="module")
def zoo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zoo]:
    really = socket.getaddrinfo

    def here_only(host: str, *rest: object, **more: object) -> object:
        if host.endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return really(host, *rest, **more)  # type: ignore[arg-type]

    with ExitStack() as stack, pytest.MonkeyPatch.context() as patched:
        patched.setattr(socket, "getaddrinfo", here_only)
        yield Zoo(stack, tmp_path_factory.mktemp("papers"))


@pytest.mark.parametrize("name", ZOO)
def test_each_gives_its_rows_result(zoo: Zoo, name: str) -> None:
    assert zoo.code(name) in ZOO[name].codes
    if ZOO[name].asked is not None:
        paths = [request.path.partition("?")[0] for request in zoo.servers[name].log]
        assert paths.count("/feed") == ZOO[name].asked
    harvest = zoo.harvests[name]
    assert harvest.state.next_due_at is not None
    assert harvest.state.next_due_at > NOW
    if zoo.code(name) != FINE:
        assert harvest.items == ()
        assert harvest.state.trouble is not None
        assert harvest.state.trouble.words
        assert harvest.state.trouble.code != "internal"


@pytest.mark.parametrize(
    ("name", "code"),
    [("refused", "refused"), ("no name", "dns"), ("unknown certificate", "tls"), ("old certificate", "tls")],
)
def test_who_is_not_even_reached(zoo: Zoo, name: str, code: str) -> None:
    assert zoo.code(name) == code


def test_nobody_is_left_out_and_nobody_outlives_the_deadline(zoo: Zoo) -> None:
    assert len(zoo.harvests) == len(ZOO) + 4
    assert zoo.took < DEADLINE


def test_nobody_is_charged_with_anothers_fault(zoo: Zoo) -> None:
    assert [name for name, beast in ZOO.items() if beast.codes == (FINE,) and zoo.code(name) != FINE] == []


def test_no_more_than_the_cap_was_taken_from_the_endless(zoo: Zoo) -> None:
    assert {zoo.code(name) for name in ("endless body", "bomb", "a length of petabytes")} == {"too-large"}


def test_the_honest_are_heard_though_most_are_silent() -> None:
    """Thirty servers that never answer stand before one that does."""
    limits = Limits(connect_seconds=2, read_seconds=2, whole_seconds=2)
    with ExitStack() as stack, Fetcher(limits=limits) as fetcher:
        silent = [
            stack.enter_context(serve({"/feed": raw(loopback.silence)}, host=f"127.4.0.{n}")) for n in range(1, 31)
        ]
        honest = stack.enter_context(serve({"/feed": Reply(GOOD)}, host="127.5.0.1"))
        due = [(_source(f"s{n}", one.url("/feed")), SourceState(f"s{n}")) for n, one in enumerate(silent)]
        due.append((_source("honest", honest.url("/feed")), SourceState("honest")))
        began = time.monotonic()
        for harvest in collect_all(due, fetcher=fetcher, now=NOW, rng=random.Random(1), deadline_seconds=6):
            if harvest.source.id == "honest":
                break
        assert harvest.items
        assert time.monotonic() - began < 5
