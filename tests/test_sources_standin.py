"""A publisher that blocks us is left alone for 1, 6 and 24 hours; meanwhile the news API speaks for it, at the usual pace."""

from __future__ import annotations

import itertools
import json
import random
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.loopback import Reply, Request, Server, entry, rss, serve
from tracker import house
from tracker.model import Harvest, Source, SourceState, Tier
from tracker.sources import catalogue, health
from tracker.sources.fetch import Fetcher, Limits
from tracker.sources.rounds import collect_all

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
STAND_IN = "/v4/articles/?news_site=SpaceNews&limit=50&ordering=-published_at"


def article(number: int) -> Mapping[str, object]:
    return {
        "id": number, "title": f"Engine test {number} went well", "url": f"https://news.example/{number}",
        "news_site": "SpaceNews", "summary": f"The crew tested engine {number}.",
        "published_at": f"2026-11-{number:02d}T10:00:00Z", "updated_at": "2026-11-16T10:00:00Z",
    }  # fmt: skip


def articles(*numbers: int) -> Reply:
    return Reply(json.dumps({"count": len(numbers), "results": [article(n) for n in numbers]}).encode())


@pytest.fixture
def publisher() -> Iterator[Server]:
    with serve({"/feed": Reply(b"<html>are you human?</html>", status=403)}) as running:
        yield running


@pytest.fixture
def api() -> Iterator[Server]:
    with serve({}, host="127.0.0.2") as running:
        first = "/v4/articles/?news_site=SpaceNews&ordering=-published_at&limit=500&published_at_gte=2024-06-25"
        running.routes |= {STAND_IN: articles(17, 16), first: articles(17, 16, 15)}
        yield running


@pytest.fixture
def source(publisher: Server, api: Server) -> Source:
    return Source(
        "spacenews",
        "SpaceNews",
        publisher.url("/feed"),
        Tier.TRADE_PRESS,
        outlet="SpaceNews",
        stand_in=api.url(STAND_IN),
    )


def visit(source: Source, state: SourceState | None = None, now: datetime = NOW) -> Harvest:
    with Fetcher(limits=Limits(connect_seconds=1, read_seconds=1, whole_seconds=2)) as fetcher:
        due = [(source, state or SourceState(source.id))]
        (harvest,) = collect_all(due, fetcher=fetcher, now=now, rng=random.Random(1))
    return harvest


@pytest.mark.parametrize("status", [403, 429, 451])
def test_it_speaks_for_a_source_that_blocks_us(source: Source, publisher: Server, api: Server, status: int) -> None:
    publisher.routes["/feed"] = Reply(status=status)
    harvest = visit(source)
    assert [item.title for item in harvest.items] == [f"Engine test {n} went well" for n in (17, 16, 15)]
    assert {(item.source, item.outlet, item.tier) for item in harvest.items} == {
        ("spacenews", "SpaceNews", Tier.TRADE_PRESS)
    }
    state = harvest.state
    assert state.trouble is not None
    assert state.trouble.code == f"http-{status}"
    assert state.fetched_once
    assert state.newest_item_at == datetime(2026, 11, 17, 10, tzinfo=UTC)
    assert state.last_success_at is None
    assert (len(publisher.log), len(api.log)) == (1, 1)
    said = health.words(source, state, NOW)
    assert "Meanwhile its articles come through the Spaceflight News API." in said
    assert "Spaceflight News API" in health.words(source, state, NOW, "zh")


def test_the_publisher_is_left_alone_and_the_stand_in_asked_every_hour(
    source: Source, publisher: Server, api: Server
) -> None:
    """Two days, visited whenever it is due."""
    state, now, asked_at = SourceState(source.id), NOW, []
    for _ in range(60):
        before = len(publisher.log)
        state = visit(source, state, now).state
        if len(publisher.log) > before:
            asked_at.append(now)
        assert state.next_due_at is not None
        assert HOUR <= state.next_due_at - now < HOUR * 1.2
        now = state.next_due_at
        if now > NOW + 57 * HOUR:
            break
    gaps = [round((b - a) / HOUR) for a, b in itertools.pairwise(asked_at)]
    assert gaps[0] in (1, 2)
    assert gaps[1] in (6, 7, 8)
    assert set(gaps[2:]) <= {24, 25, 26, 27}
    assert len(gaps) >= 3
    assert len(api.log) >= 48


def test_it_is_over_when_the_publisher_answers_again(source: Source, publisher: Server, api: Server) -> None:
    blocked = visit(source).state
    publisher.routes["/feed"] = Reply(rss(entry(1)))
    still = visit(source, blocked, NOW + timedelta(minutes=30))
    assert still.state.trouble is not None
    assert len(publisher.log) == 1
    free = visit(source, still.state, NOW + 2 * HOUR)
    assert (free.state.trouble, free.state.blocked_until) == (None, None)
    assert len(free.items) == 1
    assert len(api.log) == 2
    assert "Spaceflight News" not in health.words(source, free.state, NOW + 2 * HOUR)


@pytest.mark.parametrize(
    "reply", [Reply(status=503), Reply(b"<html>"), Reply(b'{"results": []}')], ids=["503", "html", "empty"]
)
def test_a_stand_in_that_fails_as_well_changes_nothing(source: Source, api: Server, reply: Reply) -> None:
    api.routes = dict.fromkeys(api.routes, reply)
    harvest = visit(source)
    assert harvest.items == ()
    assert harvest.state.trouble is not None
    assert harvest.state.trouble.code == "http-403"
    assert not harvest.state.fetched_once


def test_no_stand_in_no_visit(source: Source, api: Server) -> None:
    from dataclasses import replace

    harvest = visit(replace(source, stand_in=""))
    assert harvest.items == ()
    assert harvest.state.blocked_until is None
    assert api.log == []


@pytest.mark.parametrize("status", [401, 404, 410, 500])
def test_other_troubles_need_none(source: Source, publisher: Server, api: Server, status: int) -> None:
    publisher.routes["/feed"] = Reply(status=status, headers={"Retry-After": "1"})
    assert visit(source).state.trouble is not None
    assert api.log == []


def test_one_request_at_a_time_even_of_the_stand_in(publisher: Server, api: Server) -> None:
    """Four publishers block us at once, and the API has visits of its own."""
    from dataclasses import replace

    slow = api.routes[STAND_IN]

    def answer(request: Request) -> Reply:
        time.sleep(0.05)
        assert isinstance(slow, Reply)
        return Reply(rss(entry(1))) if request.path == "/own" else slow

    publishers = [serve({"/feed": Reply(status=403)}, host=f"127.0.1.{n}") for n in range(1, 5)]
    opened = [one.__enter__() for one in publishers]
    try:
        base = Source("x", "X", "", Tier.TRADE_PRESS, stand_in=api.url(STAND_IN))
        api.routes = dict.fromkeys(api.routes, answer)
        api.routes["/own"] = answer
        due = [
            (replace(base, id=f"p{n}", url=one.url("/feed")), SourceState(f"p{n}", fetched_once=True))
            for n, one in enumerate(opened)
        ]
        due += [
            (
                replace(base, id="own", url=api.url("/own"), stand_in=""),
                SourceState("own", fetched_once=True),
            )
        ]
        with Fetcher() as fetcher:
            harvests = list(collect_all(due, fetcher=fetcher, now=NOW, rng=random.Random(1)))
        assert {h.source.id: bool(h.items) for h in harvests} == dict.fromkeys(["own", "p0", "p1", "p2", "p3"], True)
        assert len(api.log) == 5
        assert api.most_open == 1
    finally:
        for one in publishers:
            one.__exit__(None, None, None)


def test_whole_polls_hear_it_once(tmp_path: Path, publisher: Server, api: Server) -> None:
    (tmp_path / "sources.toml").write_text(
        f'only = true\n[[source]]\nid = "sn"\nname = "SpaceNews"\nurl = "{publisher.url("/feed")}"\ntier = "trade-press"\n'
        f'stand_in = "{api.url(STAND_IN)}"\n',
        encoding="utf-8",
    )
    now = [NOW]
    home = house.home(tmp_path, now=lambda: now[0])
    first = house.poll(home, house.reader(home.missions))
    assert [(s.outcome, s.items_new) for s in first.sources] == [("new", 3)]
    now[0] += 2 * HOUR
    second = house.poll(home, house.reader(home.missions))
    assert [(s.items_seen, s.items_new) for s in second.sources] == [(2, 0)]
    assert first.sources[0].trouble is not None


def test_the_shipped_ones() -> None:
    listed = {source.id: source.stand_in for source in catalogue.load() if source.stand_in}
    assert set(listed) == {"spacenews", "nasaspaceflight"}
    assert all(url.startswith("https://api.spaceflightnewsapi.net/v4/articles/?news_site=") for url in listed.values())
