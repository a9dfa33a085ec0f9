"""Many sources at once: nobody waits for a slow or dead one, one request at a time a host, nothing outlives the deadline."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

import pytest

from tests import loopback
from tests.loopback import Reply, Request, entry, free_port, raw, rss, serve
from tracker.errors import FetchError
from tracker.model import Harvest, Source, SourceState, Tier
from tracker.sources import adapters
from tracker.sources.fetch import Fetcher, Limits
from tracker.sources.rounds import Due, collect_all
from tracker.sources.said import Answer, Validators

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
BODY = rss(entry(1))


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(limits=Limits(connect_seconds=1, read_seconds=1, whole_seconds=1)) as made:
        yield made


def due(ident: str, url: str, **state: object) -> Due:
    source = Source(ident, ident, url, Tier.PRESS, origin="user")
    return source, SourceState(ident, **state)  # type: ignore[arg-type]


def run(dues: list[Due], asks: object, **more: object) -> list[Harvest]:
    options: dict[str, object] = {"now": NOW, "rng": random.Random(1), "deadline_seconds": 10} | more
    return list(collect_all(dues, fetcher=asks, **options))  # type: ignore[arg-type]


def outcome(harvests: list[Harvest]) -> dict[str, str]:
    return {h.source.id: h.state.trouble.code if h.state.trouble else "fine" for h in harvests}


def test_everything_is_asked_once(fetcher: Fetcher) -> None:
    with serve({f"/{n}": Reply(BODY) for n in range(5)}) as one, serve({"/x": Reply(BODY)}, host="127.0.0.2") as two:
        dues = [due(f"s{n}", one.url(f"/{n}")) for n in range(5)] + [due("x", two.url("/x"))]
        harvests = run(dues, fetcher)
        assert outcome(harvests) == dict.fromkeys(["s0", "s1", "s2", "s3", "s4", "x"], "fine")
        assert len(one.log) == 5
        assert one.most_open == 1  # one request at a time a host


def test_nothing_due_is_nothing(fetcher: Fetcher) -> None:
    assert run([], fetcher) == []


def test_dead_and_silent_sources_delay_nobody(fetcher: Fetcher) -> None:
    """Twelve hosts that never answer, in front of one that does: it is heard at once, with two workers."""
    servers = [serve({"/feed": raw(loopback.silence)}, host=f"127.0.1.{n}") for n in range(1, 5)]
    with serve({"/feed": Reply(BODY)}, host="127.0.0.3") as good:
        opened = [server.__enter__() for server in servers]
        try:
            dues = [due(f"silent{n}", server.url("/feed")) for n, server in enumerate(opened)]
            dues += [due("refused", f"http://127.0.0.4:{free_port()}/feed"), due("good", good.url("/feed"))]
            began = time.monotonic()
            arrived: dict[str, float] = {}
            for harvest in collect_all(
                dues, fetcher=fetcher, now=NOW, rng=random.Random(1), workers=6, deadline_seconds=1.5
            ):
                arrived[harvest.source.id] = time.monotonic() - began
                if harvest.source.id == "good":
                    assert harvest.items
            assert arrived["good"] < 1
            assert set(arrived) == {d[0].id for d in dues}
            assert max(arrived.values()) < 2.5
        finally:
            for server in servers:
                server.__exit__(None, None, None)


class Hangs:
    """A fetcher in which some hosts hang for ever, outside every time-out: a name server, a frozen disk."""

    def __init__(self) -> None:
        self.released = threading.Event()
        self.asked: list[str] = []

    def get(
        self,
        url: str,
        *,
        validators: Validators | None = None,
        headers: Mapping[str, str] | None = None,
        private_hosts: frozenset[str] = frozenset(),
    ) -> Answer:
        self.asked.append(url)
        if "hang" in url:
            self.released.wait(30)
            raise FetchError("too late", code="timeout")
        return Answer(200, url, BODY)


def test_a_thread_that_hangs_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.sources.rounds.PATIENCE_SECONDS", 0.05)
    hangs = Hangs()
    dues = [due(f"hang{n}", f"https://hang{n}.example/feed") for n in range(8)] + [due("good", "https://good.example/")]
    began = time.monotonic()
    try:
        found = outcome(run(dues, hangs, workers=2, deadline_seconds=1.5))
    finally:
        hangs.released.set()
    assert time.monotonic() - began < 3
    assert found["good"] == "fine"
    assert {found[f"hang{n}"] for n in range(8)} == {"timeout"}


def test_a_host_that_hangs_leaves_its_other_sources_due() -> None:
    hangs = Hangs()
    dues = [due("first", "https://hang.example/a"), due("second", "https://hang.example/b")]
    try:
        found = outcome(run(dues, hangs, deadline_seconds=0.4))
    finally:
        hangs.released.set()
    assert found == {"first": "timeout"}


def test_who_waited_longest_is_asked_first() -> None:
    hangs = Hangs()
    dues = [
        due("recent", "https://a.example/recent", last_attempt_at=NOW - timedelta(hours=1)),
        due("long", "https://a.example/long", last_attempt_at=NOW - timedelta(hours=9)),
        due("never", "https://a.example/never"),
    ]
    run(dues, hangs)
    assert [url.rsplit("/", 1)[1] for url in hangs.asked] == ["never", "long", "recent"]


def test_an_unreachable_host_is_not_asked_again_for_its_other_sources() -> None:
    class Dead:
        asked = 0

        def get(self, *_args: object, **_more: object) -> Answer:
            self.asked += 1
            raise FetchError("no", code="dns")

    dead = Dead()
    found = outcome(run([due(f"n{n}", f"https://dead.example/{n}") for n in range(5)], dead))
    assert found == {f"n{n}": "dns" for n in range(5)}
    assert dead.asked == 1


def test_answers_are_read_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Six at once would make the window wait six times as long for its turn of the interpreter."""
    books, at_work, most = threading.Lock(), 0, 0
    really = adapters.feed.parse

    def watched(*what: object, **more: object) -> object:
        nonlocal at_work, most
        with books:
            at_work += 1
            most = max(most, at_work)
        try:
            return really(*what, **more)  # type: ignore[arg-type]
        finally:
            with books:
                at_work -= 1

    monkeypatch.setattr(adapters, "_ADAPTERS", {"feed": adapters.Adapter(watched)})
    big = rss(*(entry(n) for n in range(60)))
    fetched = threading.Barrier(6, timeout=5)

    class Together:
        def get(self, url: str, **_more: object) -> Answer:
            fetched.wait()
            return Answer(200, url, big)

    found = run([due(f"s{n}", f"https://s{n}.example/") for n in range(6)], Together())
    assert len(found) == 6
    assert most == 1


def test_answers_that_wait_to_be_read_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thirty servers answer at once and reading is slow: no more answers are fetched than there are workers."""
    monkeypatch.setattr("tracker.sources.rounds.PATIENCE_SECONDS", 0.01)
    really, books, held, most = adapters.feed.parse, threading.Lock(), 0, 0

    def slowly(*what: object, **more: object) -> object:
        nonlocal held
        time.sleep(0.02)
        with books:
            held -= 1
        return really(*what, **more)  # type: ignore[arg-type]

    class Fetched:
        def get(self, url: str, **_more: object) -> Answer:
            nonlocal held, most
            with books:
                held += 1
                most = max(most, held)
            return Answer(200, url, BODY)

    monkeypatch.setattr(adapters, "_ADAPTERS", {"feed": adapters.Adapter(slowly)})
    found = run([due(f"s{n}", f"https://s{n}.example/") for n in range(30)], Fetched(), workers=4)
    assert set(outcome(found).values()) == {"fine"}
    assert most <= 4


def test_stop_ends_it_at_once() -> None:
    hangs, stop = Hangs(), threading.Event()
    dues = [due("good", "https://good.example/"), due("hang", "https://hang.example/")]
    began = time.monotonic()
    seen = []
    try:
        for harvest in collect_all(dues, fetcher=hangs, now=NOW, rng=random.Random(1), deadline_seconds=30, stop=stop):
            seen.append(harvest.source.id)
            stop.set()
    finally:
        hangs.released.set()
    assert seen == ["good"]
    assert time.monotonic() - began < 2


def test_a_stopped_round_does_not_begin() -> None:
    hangs, stop = Hangs(), threading.Event()
    stop.set()
    assert run([due("good", "https://good.example/")], hangs, stop=stop) == []
    assert hangs.asked == []


def test_the_retrys_pause_ends_with_stop(fetcher: Fetcher) -> None:
    stop = threading.Event()

    def busy(_request: Request) -> Reply:
        stop.set()
        return Reply(status=500)

    with serve({"/feed": busy}) as server:
        began = time.monotonic()
        run([due("busy", server.url("/feed"))], fetcher, stop=stop)
        assert time.monotonic() - began < 1.5
        assert len(server.log) == 1


def test_the_same_chance_gives_the_same_times() -> None:
    dues = [due(f"s{n}", f"https://s{n}.example/") for n in range(6)]

    def times() -> dict[str, timedelta]:
        harvests = run(dues, Hangs())
        return {h.source.id: h.state.next_due_at - h.state.last_success_at for h in harvests}  # type: ignore[operator]

    assert times() == times()
    assert len(set(times().values())) == 6
