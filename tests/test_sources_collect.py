"""Each row of the answer table, through a real round against a real server."""

from __future__ import annotations

import random
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import loopback
from tests.loopback import Reply, Server, entry, raw, rss, serve
from tracker.errors import FetchError
from tracker.model import Harvest, Source, SourceState, Tier
from tracker.sources import answers, health
from tracker.sources.collect import collect, private_hosts
from tracker.sources.fetch import Fetcher, Limits
from tracker.sources.rounds import collect_all
from tracker.sources.said import Answer

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
Visit = Callable[..., Harvest]


class Hurried(threading.Event):
    """Nobody waits before the retry."""

    def wait(self, timeout: float | None = None) -> bool:
        return self.is_set()


@pytest.fixture
def server() -> Iterator[Server]:
    with serve({"/feed": Reply(rss(entry(1), entry(2)), etag='"one"')}) as running:
        yield running


@pytest.fixture
def source(server: Server) -> Source:
    return Source("test", "A test", server.url("/feed"), Tier.AGENCY, interval_minutes=60, origin="user")


@pytest.fixture
def visit(source: Source) -> Iterator[Visit]:
    """Visits the source with a state, at a time; no retry waits."""
    with Fetcher(limits=Limits(connect_seconds=2, read_seconds=2, whole_seconds=4)) as fetcher:

        def once(state: SourceState | None = None, now: datetime = NOW, changed: Source = source) -> Harvest:
            due = [(changed, state or SourceState(changed.id))]
            (harvest,) = collect_all(due, fetcher=fetcher, now=now, rng=random.Random(1), stop=Hurried())
            return harvest

        yield once


def test_the_first_visit_brings_the_items_and_is_remembered(visit: Visit) -> None:
    harvest = visit()
    assert [item.title for item in harvest.items] == ["Engine test 1 went well", "Engine test 2 went well"]
    state = harvest.state
    assert state.trouble is None
    assert state.etag == '"one"'
    assert state.fetched_once
    assert state.newest_item_at == datetime(2026, 11, 16, 10, tzinfo=UTC)
    assert state.last_success_at is not None
    assert state.next_due_at is not None
    assert HOUR <= state.next_due_at - NOW <= HOUR * 1.2


def test_an_unchanged_feed_costs_a_304(visit: Visit, server: Server) -> None:
    first = visit()
    second = visit(first.state, NOW + HOUR)
    assert server.log[1].headers["if-none-match"] == '"one"'
    assert second.unchanged
    assert second.items == ()
    assert second.state.trouble is None
    assert second.state.etag == '"one"'


def test_once_a_day_everything_is_fetched(visit: Visit, server: Server) -> None:
    first = visit()
    second = visit(first.state, NOW + 25 * HOUR)
    assert "if-none-match" not in server.log[1].headers
    assert second.unchanged  # the same bytes
    assert replace(second.state, last_full_at=None) != replace(first.state, last_full_at=None)
    assert second.state.last_full_at == pytest.approx(NOW + 25 * HOUR, abs=timedelta(seconds=5))


# --- trouble, row by row


def at_minutes(state: SourceState, now: datetime = NOW) -> float:
    assert state.next_due_at is not None
    return (state.next_due_at - now).total_seconds() / 60


def fails(
    visit: Visit, server: Server, reply: object, state: SourceState | None = None, now: datetime = NOW
) -> Harvest:
    server.routes["/feed"] = reply  # type: ignore[assignment]
    harvest = visit(state, now)
    assert harvest.items == ()
    assert not harvest.unchanged
    assert harvest.state.trouble is not None
    assert harvest.state.trouble.words
    assert harvest.state.last_attempt_at is not None
    return harvest


def code_of(harvest: Harvest) -> str:
    assert harvest.state.trouble is not None
    return harvest.state.trouble.code


def again(visit: Visit, server: Server, reply: object, times: int, gap: timedelta = HOUR) -> list[Harvest]:
    """The same answer several times in a row, `gap` apart."""
    found: list[Harvest] = []
    state: SourceState | None = None
    for number in range(times):
        found.append(fails(visit, server, reply, state, NOW + number * gap))
        state = found[-1].state
    return found


def test_401_and_403_back_off_an_hour_six_a_day(visit: Visit, server: Server) -> None:
    for status in (401, 403):
        waits = []
        for number, harvest in enumerate(again(visit, server, Reply(status=status), 5)):
            assert code_of(harvest) == f"http-{status}"
            waits.append(round(at_minutes(harvest.state, NOW + number * HOUR) / 60))
        assert waits[0] == 1
        assert waits[1] in (6, 7)
        assert waits[2:] == [24, 24, 24]
    assert len(server.log) == 10  # never asked twice in one visit


def test_a_challenge_page_with_403_is_the_same(visit: Visit, server: Server) -> None:
    page = Reply(b"<html>are you human?</html>", status=403, content_type="text/html")
    assert code_of(fails(visit, server, page)) == "http-403"


def test_404_slows_down_and_is_broken_after_a_day(visit: Visit, server: Server) -> None:
    good = visit()
    state, now, waits = good.state, NOW, []
    for _ in range(8):
        harvest = fails(visit, server, Reply(status=404), state, now)
        state = harvest.state
        assert code_of(harvest) == "http-404"
        waits.append(at_minutes(state, now) / 60)
        assert state.next_due_at is not None
        now = state.next_due_at
    assert 1 <= waits[0] < 1.2
    assert waits[:4] == sorted(waits[:4])
    assert waits[3] <= 6.2
    assert waits[-1] >= 24
    assert len(server.log) == 9


def test_410_is_the_end(visit: Visit, server: Server) -> None:
    harvest = fails(visit, server, Reply(status=410))
    assert code_of(harvest) == "http-410"
    assert at_minutes(harvest.state) > 300 * 24 * 60


def test_429_waits_as_long_as_asked_to_the_second(visit: Visit, server: Server) -> None:
    harvest = fails(visit, server, Reply(status=429, headers={"Retry-After": "7260"}))
    assert code_of(harvest) == "http-429"
    assert 7260 <= at_minutes(harvest.state) * 60 < 7260 * 1.1 + 5
    day = "Sun, 22 Nov 2026 15:00:00 GMT"  # three hours after NOW
    dated = fails(visit, server, Reply(status=429, headers={"Retry-After": day}))
    assert 3 <= at_minutes(dated.state) / 60 < 3.31
    assert len(server.log) == 2


def test_429_without_a_wish_is_an_hour_and_doubles_to_a_day(visit: Visit, server: Server) -> None:
    waits = [at_minutes(h.state, NOW + n * HOUR) / 60 for n, h in enumerate(again(visit, server, Reply(status=429), 7))]
    for wait, hours in zip(waits, (1, 2, 4, 8, 16, 24, 24), strict=True):
        assert hours <= wait < hours * 1.11


def test_a_long_wish_is_kept_even_beyond_a_day(visit: Visit, server: Server) -> None:
    two_days = fails(visit, server, Reply(status=429, headers={"Retry-After": str(2 * 86_400)}))
    assert at_minutes(two_days.state) >= 2 * 24 * 60
    absurd = fails(visit, server, Reply(status=429, headers={"Retry-After": "9" * 30}))
    assert at_minutes(absurd.state) <= 8 * 24 * 60


@pytest.mark.parametrize("wish", ["soon", "-5", "", "Sun, 99 Nov 2026", "²", "1e9", "Mon, 01 Jan 1990 00:00:00 GMT"])
def test_a_wish_that_cannot_be_understood_is_none(visit: Visit, server: Server, wish: str) -> None:
    harvest = fails(visit, server, Reply(status=429, headers={"Retry-After": wish.encode("utf-8").decode("latin-1")}))
    assert 60 <= at_minutes(harvest.state) < 70


def test_a_short_wish_does_not_shorten_the_interval(visit: Visit, server: Server) -> None:
    assert at_minutes(fails(visit, server, Reply(status=503, headers={"Retry-After": "1"})).state) >= 60


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_5xx_is_tried_twice_then_backs_off_to_six_hours(visit: Visit, server: Server, status: int) -> None:
    harvests = again(visit, server, Reply(status=status), 6)
    assert len(server.log) == 12
    waits = [at_minutes(h.state, NOW + n * HOUR) / 60 for n, h in enumerate(harvests)]
    for wait, hours in zip(waits, (1, 2, 4, 6, 6, 6), strict=True):
        assert hours <= wait < hours * 1.11
    assert harvests[-1].state.failures == 6


def test_without_a_network_it_is_asked_again_soon(source: Source) -> None:
    class Offline:
        def get(self, *_args: object, **_more: object) -> Answer:
            raise FetchError("no", code="dns")

    state, waits = SourceState("test"), []
    for _ in range(5):
        state = collect(source, state, fetcher=Offline(), now=NOW, rng=random.Random(1)).state
        waits.append(round(at_minutes(state) / 1.1))
    assert waits[0] in (9, 10)
    assert waits == sorted(waits)
    assert max(waits) <= 61


def test_one_bad_moment_is_not_seen(visit: Visit, server: Server) -> None:
    replies = iter([Reply(status=503), Reply(rss(entry(1)))])
    server.routes["/feed"] = lambda _request: next(replies)
    harvest = visit()
    assert harvest.state.trouble is None
    assert len(harvest.items) == 1


def test_503_with_a_wish_is_not_tried_again_at_once(visit: Visit, server: Server) -> None:
    harvest = fails(visit, server, Reply(status=503, headers={"Retry-After": "18000"}))
    assert len(server.log) == 1
    assert at_minutes(harvest.state) >= 300


@pytest.mark.parametrize(
    ("play", "code", "asked"),
    [
        (loopback.hang_up, "reset", 2),
        (loopback.short, "truncated", 2),
        (loopback.endless, "too-large", 1),
        (loopback.silence, "timeout", 2),
    ],
    ids=lambda v: getattr(v, "__name__", str(v)),
)
def test_faults_below_http(source: Source, server: Server, play: object, code: str, asked: int) -> None:
    server.routes["/feed"] = raw(play)  # type: ignore[arg-type]
    limits = Limits(connect_seconds=0.3, read_seconds=0.2, whole_seconds=0.4, most_bytes=100_000)
    with Fetcher(limits=limits) as fetcher:
        harvest = collect(
            source, SourceState("test"), fetcher=fetcher, now=NOW, rng=random.Random(1), pause=lambda _s: None
        )
    assert code_of(harvest) == code
    assert len(server.log) == asked


def test_the_retry_waits_two_to_five_seconds_and_can_be_called_off(source: Source, server: Server) -> None:
    server.routes["/feed"] = Reply(status=500)
    waited: list[float] = []

    def called_off(seconds: float) -> bool:
        waited.append(seconds)
        return True

    with Fetcher() as fetcher:
        collect(source, SourceState("test"), fetcher=fetcher, now=NOW, rng=random.Random(1), pause=called_off)
    assert len(waited) == 1
    assert 2 <= waited[0] <= 5
    assert len(server.log) == 1


def test_a_web_page_instead_of_a_feed(visit: Visit, server: Server) -> None:
    page = Reply(b"<!doctype html><html><body>Welcome</body></html>", etag='"page"', content_type="application/rss+xml")
    harvest = fails(visit, server, page)
    assert code_of(harvest) == "not-a-feed"
    assert harvest.state.etag is None  # validators only after a good parse
    assert not harvest.state.fetched_once


def test_validators_survive_a_bad_answer(visit: Visit, server: Server) -> None:
    first = visit()
    bad = fails(visit, server, Reply(b"<html></html>", etag='"page"'), first.state, NOW + HOUR)
    assert bad.state.etag == '"one"'
    assert bad.state.last_success_at == first.state.last_success_at
    server.routes["/feed"] = Reply(rss(entry(1), entry(2)), etag='"one"')
    well = visit(bad.state, NOW + 2 * HOUR)
    assert well.unchanged
    assert well.state.failures == 0
    assert well.state.trouble is None


def test_an_empty_feed_is_said_and_what_comes_next_is_news(visit: Visit, server: Server) -> None:
    harvest = fails(visit, server, Reply(rss()))
    assert code_of(harvest) == "empty"
    assert harvest.state.fetched_once


def test_the_content_type_is_not_believed(visit: Visit, server: Server) -> None:
    server.routes["/feed"] = Reply(rss(entry(1)), content_type="text/html; charset=ascii")
    assert len(visit().items) == 1


def test_a_new_entry_is_brought_and_the_same_bytes_are_not_read_again(visit: Visit, server: Server) -> None:
    server.routes["/feed"] = Reply(rss(entry(1)))
    first = visit()
    assert visit(first.state, NOW + HOUR).unchanged
    server.routes["/feed"] = Reply(rss(entry(2), entry(1)))
    third = visit(first.state, NOW + 2 * HOUR)
    assert not third.unchanged
    assert len(third.items) == 2


def test_304_to_a_question_without_condition_is_a_fault(visit: Visit, server: Server) -> None:
    assert code_of(fails(visit, server, Reply(status=304))) == "http-304"


# --- moves


@pytest.mark.parametrize("status", [301, 308])
def test_a_permanent_move_is_learned_after_three_visits(visit: Visit, server: Server, status: int) -> None:
    server.routes["/new"] = Reply(rss(entry(1)), etag='"n"')
    server.routes["/feed"] = Reply(status=status, headers={"Location": "/new"})
    state, seen = SourceState("test"), []
    for number in range(4):
        state = visit(state, NOW + number * HOUR).state
        seen.append(state.moved_seen)
        assert state.trouble is None
    assert seen == [1, 2, 3, 3]
    assert state.moved_to == server.url("/new")
    assert [r.path for r in server.log] == ["/feed", "/new"] * 3 + ["/new"]
    assert server.log[-1].headers["if-none-match"] == '"n"'


@pytest.mark.parametrize("status", [302, 303, 307])
def test_a_temporary_move_is_not_learned(visit: Visit, server: Server, status: int) -> None:
    server.routes |= {"/new": Reply(rss(entry(1))), "/feed": Reply(status=status, headers={"Location": "/new"})}
    state = SourceState("test")
    for number in range(5):
        state = visit(state, NOW + number * HOUR).state
    assert state.moved_to is None
    assert len(server.asked("/feed")) == 5


def test_another_target_starts_the_count_again(visit: Visit, server: Server) -> None:
    server.routes |= {"/a": Reply(rss(entry(1))), "/b": Reply(rss(entry(1)))}
    server.routes["/feed"] = Reply(status=301, headers={"Location": "/a"})
    state = visit(visit().state, NOW + HOUR).state
    server.routes["/feed"] = Reply(status=308, headers={"Location": "/b"})
    state = visit(state, NOW + 2 * HOUR).state
    assert (state.moved_to, state.moved_seen) == (server.url("/b"), 1)
    server.routes["/feed"] = Reply(rss(entry(1)))
    state = visit(state, NOW + 3 * HOUR).state
    assert (state.moved_to, state.moved_seen) == (None, 0)


def test_a_move_to_a_web_page_is_not_learned(visit: Visit, server: Server) -> None:
    server.routes |= {"/": Reply(b"<html></html>"), "/feed": Reply(status=301, headers={"Location": "/"})}
    state = SourceState("test")
    for number in range(4):
        state = visit(state, NOW + number * HOUR).state
    assert state.moved_to is None
    assert state.trouble is not None
    assert state.trouble.code == "not-a-feed"


def test_a_move_to_another_hosts_front_page_is_not_learned(source: Source, server: Server) -> None:
    answer = Answer(200, "https://other.example/", permanent_to="https://other.example/")
    state = answers.good(
        source, SourceState("test"), answer, (), "h", asked_with=None, now=NOW, rng=random.Random(1)
    )  # fmt: skip
    assert state.moved_to is None
    down = Answer(200, "http://other.example/feed", permanent_to="http://other.example/feed", downgraded=True)
    assert answers.not_modified(source, SourceState("test"), down, now=NOW, rng=random.Random(1)).moved_to is None


def test_a_learned_address_that_dies_is_forgotten(visit: Visit, server: Server) -> None:
    moved = SourceState("test", moved_to=server.url("/gone"), moved_seen=3)
    lost = visit(moved)
    assert code_of(lost) == "http-404"
    assert (lost.state.moved_to, lost.state.moved_seen) == (None, 0)
    assert at_minutes(lost.state) < 70
    assert len(visit(lost.state, NOW + HOUR).items) == 2


def test_validators_are_for_the_address_they_came_from(visit: Visit, server: Server) -> None:
    server.routes |= {
        "/new": Reply(rss(entry(1)), etag='"n"'),
        "/feed": Reply(status=302, headers={"Location": "/new"}),
    }
    first = visit()
    assert first.state.final_url == server.url("/new")
    assert visit(first.state, NOW + HOUR).unchanged
    assert [("if-none-match" in r.headers) for r in server.log] == [False, False, False, True]


# --- the rest


def test_what_came_by_a_step_down_to_http_is_marked(source: Source) -> None:
    class StepsDown:
        def get(self, url: str, **_more: object) -> Answer:
            return Answer(200, url, rss(entry(1)), downgraded=True)

    harvest = collect(source, SourceState("test"), fetcher=StepsDown(), now=NOW, rng=random.Random(1))
    assert harvest.items[0].flags == ("insecure",)


@pytest.mark.parametrize(
    ("url", "flags"), [("http://a.example/", ("insecure",)), ("https://a.example/", ()), ("http://127.0.0.1/", ())]
)
def test_what_came_unencrypted_through_a_network_is_marked(source: Source, url: str, flags: tuple[str, ...]) -> None:
    class Answers:
        def get(self, url: str, **_more: object) -> Answer:
            return Answer(200, url, rss(entry(1)))

    harvest = collect(replace(source, url=url), SourceState("test"), fetcher=Answers(), now=NOW, rng=random.Random(1))
    assert harvest.items[0].flags == flags


def test_an_unknown_adapter_is_a_trouble_not_a_crash(visit: Visit, source: Source) -> None:
    assert code_of(visit(changed=replace(source, adapter="tea-leaves"))) == "no-adapter"


def test_a_fault_of_ours_is_contained(source: Source, caplog: pytest.LogCaptureFixture) -> None:
    class Broken:
        def get(self, *_args: object, **_more: object) -> Answer:
            raise RuntimeError("a bug")

    harvest = collect(source, SourceState("test"), fetcher=Broken(), now=NOW, rng=random.Random(1))
    assert code_of(harvest) == "internal"
    assert "a bug" in caplog.text


def test_nothing_private_for_shipped_sources(source: Source) -> None:
    assert private_hosts(source) == {"127.0.0.1"}
    shipped = replace(source, origin="team", url="https://www.nasa.gov/feed/")
    assert private_hosts(shipped) == frozenset()
    assert private_hosts(replace(shipped, origin="user")) == {"www.nasa.gov"}
    assert private_hosts(replace(source, origin="team")) == {"127.0.0.1"}


@given(
    st.lists(st.sampled_from(["200", "304", "403", "404", "410", "429", "503", "timeout", "not-a-feed"]), max_size=30),
    st.integers(1, 2000),
    st.integers(),
)
def test_whatever_happens_the_next_visit_is_never_early(codes: list[str], interval: int, seed: int) -> None:
    source = Source("p", "p", "https://p.example/feed", Tier.PRESS, interval_minutes=interval)
    state, now, rng = SourceState("p"), NOW, random.Random(seed)
    for code in codes:
        answer = Answer(200, source.url)
        if code == "200":
            state = answers.good(source, state, answer, (), "h", asked_with=None, now=now, rng=rng)
        elif code == "304":
            state = answers.not_modified(source, state, answer, now=now, rng=rng)
        else:
            state = answers.bad(source, state, f"http-{code}" if code.isdigit() else code, None, now=now, rng=rng)
        assert state.next_due_at is not None
        wait = state.next_due_at - now
        assert wait >= timedelta(minutes=interval)
        assert wait <= max(timedelta(days=366), timedelta(minutes=interval) * 1.2)
        assert (state.failures == 0) == (state.trouble is None)
        now = state.next_due_at


# --- what a person is told of it


def test_404_for_a_day_is_called_broken(visit: Visit, server: Server, source: Source) -> None:
    state, now = visit().state, NOW
    for count, hours in enumerate((1, 2, 3, 30), start=1):
        now = NOW + hours * HOUR
        state = fails(visit, server, Reply(status=404), state, now).state
        broken = "out of date" in health.words(source, state, now)
        assert broken is (count == 4)
    assert "失效" in health.words(source, state, now, "zh")
    server.routes["/feed"] = Reply(rss(entry(1)))
    assert "out of date" not in health.words(source, visit(state, now + HOUR).state, now + HOUR)


def test_410_switches_it_off_and_keeps_what_it_brought(visit: Visit, server: Server, source: Source) -> None:
    first = visit()
    gone = fails(visit, server, Reply(status=410), first.state, NOW + HOUR)
    assert health.health(source, gone.state, NOW + HOUR) == "off"
    assert "closed for good" in health.words(source, gone.state, NOW + HOUR)
    assert gone.state.newest_item_at == first.state.newest_item_at


@pytest.mark.parametrize(("adapter", "days"), [("feed", 30), ("list:cmsa-zh", 60)])
def test_silence_is_told_after_30_days_and_60_for_lists(visit: Visit, source: Source, adapter: str, days: int) -> None:
    """A server that answers 200 for ever with the same old news."""
    state = visit().state
    newest = state.newest_item_at
    assert newest is not None
    of_kind = replace(source, adapter=adapter)
    for age, expected in ((days, "fine"), (days + 1, "stale")):
        now = newest + timedelta(days=age)
        again = visit(state, now).state
        assert again.trouble is None
        assert health.health(of_kind, again, now) == expected
    assert f"{days + 1} days old" in health.words(of_kind, again, now)


@pytest.mark.parametrize(("name", "days"), [("", (-1, 1)), ("other.example", (-1, 1)), ("", (-9, -2)), ("", (2, 9))])
def test_a_certificate_that_cannot_be_trusted(visit: Visit, tmp_path: Path, name: str, days: tuple[int, int]) -> None:
    """Signed by nobody known, for another name, too old, not good yet."""
    papers = loopback.certificate(tmp_path / "papers.pem", name=name, days=days)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(papers)
    with serve({"/feed": Reply(rss(entry(1)))}, tls=context) as secure:
        source = Source("s", "S", secure.url("/feed"), Tier.PRESS, origin="user")
        assert code_of(visit(changed=source)) == "tls"
        assert secure.log == []


def test_the_systems_trust_store_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SSL_CERT_FILE stands for it here, as for every program that uses OpenSSL; the name is still looked at."""
    papers = loopback.certificate(tmp_path / "papers.pem")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(papers)
    monkeypatch.setenv("SSL_CERT_FILE", str(papers))
    with serve({"/feed": Reply(rss(entry(1)))}, tls=context) as secure, Fetcher() as fetcher:
        due = [
            (Source(f"s{n}", "S", url, Tier.PRESS, origin="user"), SourceState(f"s{n}"))
            for n, url in enumerate((secure.url("/feed"), secure.url("/feed").replace("127.0.0.1", "localhost")))
        ]
        found = {h.source.id: h.state.trouble for h in collect_all(due, fetcher=fetcher, now=NOW, rng=random.Random(1))}
    assert found["s0"] is None
    assert found["s1"] is not None
    assert found["s1"].code == "tls"
