"""The proxy of the desktop's settings, asked of a portal on a real session bus."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from time import monotonic
from typing import Any

import pytest
from jeepney import HeaderFields, MessageType, new_method_return

from tests.desktop.private_bus import PrivateBus
from tests.desktop.recording_service import RecordingService
from tests.loopback import Reply, serve
from tests.loopback_proxies import http
from tracker import proxy
from tracker.desktop.system_proxy import SystemProxy
from tracker.sources.fetch import Fetcher
from tracker.sources.proxies import Proxies


class Portal(RecordingService):
    """Answers Lookup with what `named` holds for an address."""

    bus_name = "org.freedesktop.portal.Desktop"
    telling = "Lookup"
    named: dict[str, list[str]]

    def _answer(self, message: Any) -> None:
        if message.header.message_type is MessageType.method_call and self.mode == "take":
            assert message.header.fields[HeaderFields.interface] == "org.freedesktop.portal.ProxyResolver"
            self._conn.send(new_method_return(message, "as", (self.named.get(message.body[0], ["direct://"]),)))


@pytest.fixture
def portal(bus: PrivateBus) -> Iterator[Portal]:
    made = Portal(bus.address)
    made.named = {}
    yield made
    made.close()


def test_what_the_desktop_says(bus: PrivateBus, portal: Portal) -> None:
    portal.named = {
        "https://a.example/": ["http://proxy.example:3128", "direct://"],
        "http://b.example:8080/": ["socks://127.0.0.1:1080"],
        "https://c.example/": [],
        "https://d.example/": ["direct://"],
    }
    ask = SystemProxy(address=lambda: bus.address)
    assert ask("https://a.example/feed?key=hush") == "http://proxy.example:3128"
    assert portal.next_call().body == ("https://a.example/",)  # no more than it needs to know
    assert proxy.parse(ask("http://b.example:8080/x")) == proxy.Proxy("socks5", "127.0.0.1", 1080)
    assert [ask(f"https://{name}.example/") for name in "cd"] == ["", ""]
    assert ask("not an address") == ""


def test_a_desktop_without_a_portal(bus: PrivateBus) -> None:
    assert SystemProxy(address=lambda: bus.address)("https://a.example/") == ""


@pytest.mark.parametrize("address", [None, "unix:path=/nowhere/at/all", "nonsense"])
def test_no_bus(address: str | None) -> None:
    assert SystemProxy(seconds=0.5, address=lambda: address)("https://a.example/") == ""


def test_a_portal_that_hangs_is_asked_once(bus: PrivateBus, portal: Portal) -> None:
    portal.mode = "hang"
    ask = SystemProxy(seconds=0.3, address=lambda: bus.address)
    began = monotonic()
    assert [ask("https://a.example/") for _ in range(20)] == [""] * 20
    assert monotonic() - began < 2
    assert portal.calls.qsize() <= 1


def test_a_request_goes_the_way_it_says_and_the_variables_come_first(bus: PrivateBus, portal: Portal) -> None:
    with serve({"/feed": Reply(b"<rss/>")}) as server, http({"feed.example": server.port}) as playing:
        portal.named = {"http://feed.example/": [f"http://127.0.0.1:{playing.port}"]}
        desktop = SystemProxy(address=lambda: bus.address)
        with Fetcher(proxies=Proxies("system", variables=dict, desktop=desktop)) as fetcher:
            found: list[int] = []
            asking = [
                threading.Thread(target=lambda: found.append(fetcher.get("http://feed.example/feed").status))
                for _ in range(6)
            ]
            for thread in asking:
                thread.start()
            for thread in asking:
                thread.join(10)
            assert found == [200] * 6
        assert playing.asked == ["feed.example:80"] * 6
        ways = Proxies("system", variables=lambda: {"http": "http://mine:1"}, desktop=desktop)
        assert ways.of("http://feed.example/feed") == proxy.Proxy("http", "mine", 1)
        assert (
            Proxies("system", variables=lambda: {"no": "feed.example"}, desktop=desktop).of("http://feed.example/")
            is None
        )
        assert Proxies("none", desktop=desktop).of("http://feed.example/") is None
