"""The thread that fetches the past, on real components: it begins by itself, tells how far it is, and stands in nobody's way."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.loopback import Reply, Request, Server, entry, raw, rss, serve
from tests.making import NOW
from tests.test_poll import Played
from tracker import house
from tracker.archivist import Archivist
from tracker.model import Source, Tier
from tracker.sources.hosts import Hosts
from tracker.store import Store
from tracker.views import BackfillView

PATIENCE = 20.0
PAGES = 5


@pytest.fixture
def server() -> Iterator[Server]:
    routes = {f"/feed/?paged={n}": Reply(rss(entry(n))) for n in range(2, PAGES + 1)}
    with serve({"/feed/": Reply(rss(entry(1))), **routes}) as running:
        yield running


class Stage:
    """A home with one source, polled once, and its archivist; what it tells is kept."""

    def __init__(self, folder: Path, url: str, backfill: str) -> None:
        source = Source("blog", "Blog", url, Tier.PRESS, origin="user", backfill=backfill)
        self.home = house.home(folder, now=lambda: NOW, sources=[source])
        self.told: queue.Queue[BackfillView] = queue.Queue()
        self.changed = threading.Event()
        self.hosts, self.alone = Hosts(), threading.Lock()
        house.poll(self.home, Played())
        self.archivist = Archivist(
            lambda: self.home, lambda _: Played(), hosts=self.hosts, alone=self.alone, told=self.told.put,
            changed=self.changed.set, seconds_between=0,
        )  # fmt: skip

    def until(self, state: str) -> list[BackfillView]:
        """What is told until that state."""
        heard = [self.told.get(timeout=PATIENCE)]
        while heard[-1].state != state:
            heard.append(self.told.get(timeout=PATIENCE))
        return heard

    def items(self) -> int:
        with Store(self.home.paths.database) as store:
            return len(store.titles_of("blog"))


@pytest.fixture
def stage(server: Server, tmp_path: Path) -> Iterator[Any]:
    stages: list[Stage] = []

    def begin(backfill: str = "auto") -> Stage:
        stages.append(Stage(tmp_path, server.url("/feed/"), backfill))
        stages[-1].archivist.start()
        return stages[-1]

    yield begin
    for one in stages:
        one.archivist.stop()


def test_it_begins_by_itself_and_tells_each_page(stage: Any) -> None:
    began = stage()
    heard = began.until("done")
    assert [view.pages for view in heard] == [1, 2, 3, 4, 4]
    assert {view.source for view in heard} == {"blog"}
    assert began.items() == PAGES
    assert began.changed.wait(PATIENCE)


def test_nothing_is_fetched_that_nobody_asked_for(stage: Any, server: Server) -> None:
    waiting = stage("ask")
    waiting.archivist.wish("blog", wanted=False)
    assert waiting.told.get(timeout=PATIENCE).state == "none"
    assert len(server.log) == 1
    waiting.archivist.wish("blog", wanted=True)
    assert waiting.until("done")[0].state == "waiting"


def test_it_is_cancelled_in_the_middle_of_a_page(stage: Any, server: Server) -> None:
    asked, leave = threading.Event(), threading.Event()

    def slow(_request: Request) -> Reply:
        asked.set()
        leave.wait(PATIENCE)
        return Reply(rss(entry(3)))

    server.routes["/feed/?paged=3"] = slow
    began = stage()
    assert asked.wait(PATIENCE)
    began.archivist.wish("blog", wanted=False)
    leave.set()
    assert began.until("cancelled")[-1].pages == 1
    assert began.items() == 2
    began.archivist.wish("blog", wanted=True)
    assert began.until("done")[-1].pages == PAGES - 1
    assert began.items() == PAGES


def test_a_host_that_is_being_asked_is_not_asked_twice(stage: Any, server: Server) -> None:
    began = stage("ask")
    host = f"127.0.0.1:{server.port}"
    assert began.hosts.take(host)
    began.archivist.wish("blog", wanted=True)
    assert began.told.get(timeout=PATIENCE).state == "waiting"
    began.archivist.wish("blog", wanted=True)
    assert began.told.get(timeout=PATIENCE).state == "waiting"
    assert len(server.log) == 1
    began.hosts.leave(host)
    began.until("done")
    assert server.most_open == 1


def test_a_host_is_free_again_before_the_page_is_stored(stage: Any, server: Server) -> None:
    """A round that runs holds the storing back, and may itself want to ask the host: neither must wait for the other."""
    began = stage("ask")
    host = f"127.0.0.1:{server.port}"
    with began.alone:  # a round is running
        began.archivist.wish("blog", wanted=True)
        assert _asked(server, "/feed/?paged=2")
        assert _until(lambda: began.hosts.take(host))
        assert began.items() == 1
        began.hosts.leave(host)
    began.until("done")


def test_a_poll_waits_for_the_page_under_way_at_its_own_host_only(stage: Any, server: Server) -> None:
    asked, leave = threading.Event(), threading.Event()

    def hang(_request: Request, _line: Any, stop: threading.Event) -> None:
        asked.set()
        while not (leave.is_set() or stop.is_set()):
            leave.wait(0.05)

    server.routes["/feed/?paged=2"] = raw(hang)
    began = stage()
    assert asked.wait(PATIENCE)
    with serve({"/": Reply(rss(entry(9)))}, host="127.0.0.2") as other:
        from dataclasses import replace

        elsewhere = Source("other", "Other", other.url("/"), Tier.PRESS, origin="user")
        both = replace(began.home, instead=(*began.home.sources, elsewhere))
        reports: list[Any] = []
        heard = threading.Event()

        def round_of_both() -> None:
            reports.append(house.poll(both, Played(), everything=True, hosts=began.hosts))
            heard.set()

        threading.Thread(target=round_of_both, daemon=True).start()
        assert _asked(other, "/")
        assert not heard.is_set()
        assert len(server.asked("/feed/")) == 1  # its host has a page under way
        leave.set()
        assert heard.wait(PATIENCE)
    assert len(server.asked("/feed/")) == 2
    assert server.most_open == 1


def _asked(server: Server, path: str) -> bool:
    """True once the server has been asked for it."""
    return _until(lambda: bool(server.asked(path)))


def _until(holds: Callable[[], bool]) -> bool:
    """True once something holds of which no event tells."""
    moment = threading.Event()
    for _ in range(200):
        if holds():
            return True
        moment.wait(0.05)
    return False
