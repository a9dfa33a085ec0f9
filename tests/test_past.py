"""The past of the sources: whose turn it is, what a trouble means, and that the user's word counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.loopback import Reply, Server, entry, rss, serve
from tests.making import NOW, claim, item
from tests.test_poll import NASA, Played
from tracker import house, past, poll
from tracker.errors import FetchError
from tracker.model import Source, SourceState, Tier, Trouble
from tracker.poll import Route
from tracker.sources.fetch import Fetcher
from tracker.sources.progress import PLACE, Progress, read, view, written
from tracker.sources.said import Answer
from tracker.store import Store

AUTO = Source("auto", "Auto", "http://127.0.0.1:9/auto", Tier.AGENCY, backfill="auto")
ASK = Source("ask", "Ask", "http://127.0.0.2:9/ask", Tier.PRESS)
NEVER = Source("never", "Never", "http://127.0.0.3:9/never", Tier.PRESS, backfill="never")
WELL = {s.id: SourceState(s.id, fetched_once=True) for s in (AUTO, ASK, NEVER)}


def turn(facts: dict[str, Progress], states: dict[str, SourceState] = WELL) -> str | None:
    found = past.next_turn([AUTO, ASK, NEVER], {k: written(v) for k, v in facts.items()}, states, NOW)
    return found[0].id if found else None


def test_whose_turn_it_is() -> None:
    assert turn({}) == "auto"
    assert turn({}, {}) is None  # the first round comes first
    assert turn({"auto": Progress("running"), "ask": Progress("waiting", asked=True)}) == "ask"
    for over in ("done", "cancelled", "failed"):
        assert turn({"auto": Progress(over)}) is None
        assert turn({"auto": Progress(over), "never": Progress("waiting")}) is None
    assert turn({"auto": Progress("waiting", not_before=NOW + timedelta(seconds=1))}) is None
    assert turn({"auto": Progress("waiting", not_before=NOW)}) == "auto"
    assert past.next_turn([replace(AUTO, enabled=False)], {}, WELL, NOW) is None


def test_a_source_in_trouble_is_left_alone_and_so_is_its_host() -> None:
    ill = replace(WELL["auto"], trouble=Trouble("http-503", "busy"))
    assert turn({}, WELL | {"auto": ill}) is None
    neighbour = replace(ASK, url="http://127.0.0.1:9/other")
    told = SourceState("ask", fetched_once=True, last_attempt_at=NOW, next_due_at=NOW + timedelta(hours=1),
                       trouble=Trouble("http-429", "fewer"))  # fmt: skip
    assert past.next_turn([AUTO, neighbour], {}, WELL | {"ask": told}, NOW) is None
    later = NOW + timedelta(hours=1)
    assert past.next_turn([AUTO, neighbour], {}, WELL | {"ask": told}, later) is not None


@pytest.fixture
def server() -> Iterator[Server]:
    routes = {"/feed/": Reply(rss(entry(1)))}
    routes |= {f"/feed/?paged={n}": Reply(rss(entry(n, pubDate=f"2026-0{8 - n}-01T00:00:00Z"))) for n in (2, 3)}
    with serve(routes) as running:
        yield running


@pytest.fixture
def home(server: Server, tmp_path: Path) -> house.Home:
    source = Source("blog", "Blog", server.url("/feed/"), Tier.PRESS, origin="user")
    made = house.home(tmp_path, now=lambda: NOW, sources=[source])
    house.poll(made, Played())
    return made


@pytest.fixture
def route(home: house.Home) -> Iterator[Route]:
    with Store(home.paths.database) as store:
        yield house.route(home, store, Played())


def step(route: Route, home: house.Home, **more: object) -> Progress:
    (source,) = home.sources
    at = read(route.store.facts(PLACE).get("blog"))
    with Fetcher() as fetcher:
        page = past.fetch(route, source, at, fetcher=fetcher)
    return past.keep(route, source, at, page, **more)  # type: ignore[arg-type]


def test_the_user_asks_cancels_and_asks_again(route: Route, home: house.Home, server: Server) -> None:
    (source,) = home.sources
    assert past.cancel(route.store, source).state == "none"
    assert past.ask(route.store, source) == Progress("waiting", asked=True)
    first = step(route, home)
    assert (first.state, first.place, first.pages, first.oldest) == ("running", "3", 1, date(2026, 6, 1))
    assert view(source, first) == past_view("running", 1, date(2026, 6, 1))
    assert past.cancel(route.store, source).state == "cancelled"
    assert past.next_turn(home.sources, route.store.facts(PLACE), route.store.source_states(), NOW) is None
    assert past.ask(route.store, source).place == "3"  # it goes on where it stopped
    step(route, home)
    last = step(route, home)
    assert (last.state, last.complete) == ("done", True)
    assert [r.path for r in server.log] == ["/feed/", "/feed/?paged=2", "/feed/?paged=3", "/feed/?paged=4"]


def past_view(state: str, pages: int, oldest: date) -> object:
    from tracker.views import BackfillView

    return BackfillView("blog", state, pages, oldest)


def test_what_was_cancelled_while_it_was_under_way_is_not_kept(route: Route, home: house.Home) -> None:
    (source,) = home.sources
    past.ask(route.store, source)
    after = step(route, home, cancelled=lambda: True)
    assert after.pages == 0
    assert len(route.store.titles_of("blog")) == 1


def test_a_trouble_is_tried_again_later_and_not_for_ever(route: Route, home: house.Home, server: Server) -> None:
    (source,) = home.sources
    past.ask(route.store, source)
    server.routes["/feed/?paged=2"] = Reply(status=503)
    waits = []
    for _ in range(3):
        at = step(route, home)
        assert (at.state, at.trouble, at.place) == ("waiting", "http-503", "")
        assert at.not_before is not None
        waits.append((at.not_before - NOW).total_seconds() / 60)
    assert waits == [5, 10, 20]
    assert step(route, home).state == "failed"
    assert route.store.source_states()["blog"].trouble is None  # its news are well
    server.routes["/feed/?paged=2"] = Reply(rss(entry(2)))
    assert past.ask(route.store, source).state == "waiting"
    assert step(route, home).failures == 0


def test_what_will_not_change_is_not_tried_again(route: Route, home: house.Home, server: Server) -> None:
    past.ask(route.store, home.sources[0])
    server.routes["/feed/?paged=2"] = Reply(status=403)
    at = step(route, home)
    assert (at.state, at.trouble) == ("failed", "http-403")


def test_a_server_that_wants_fewer_visits_is_left_alone_by_the_poll_too(
    route: Route, home: house.Home, server: Server
) -> None:
    past.ask(route.store, home.sources[0])
    server.routes["/feed/?paged=2"] = Reply(status=429, headers={"Retry-After": "7200"})
    at = step(route, home)
    until = NOW + timedelta(seconds=7200)
    assert at.not_before == until
    states = route.store.source_states()
    assert poll.due(home.sources, states, until - timedelta(seconds=1), everything=True) == []
    assert past.next_turn(home.sources, route.store.facts(PLACE), states, until - timedelta(seconds=1)) is None


def test_without_a_network_it_waits_and_learns_nothing(route: Route, home: house.Home) -> None:
    (source,) = home.sources
    past.ask(route.store, source)

    class Nowhere:
        def get(self, url: str, **_more: object) -> Answer:
            raise FetchError("no name", code="dns", key=url)

    for _ in range(10):
        before = read(route.store.facts(PLACE)["blog"])
        at = past.keep(route, source, before, past.fetch(route, source, before, fetcher=Nowhere()))
        assert (at.state, at.failures, at.trouble) == ("waiting", 0, "")
        assert at.not_before == NOW + timedelta(minutes=1)
    assert step(route, home).pages == 1


def test_a_server_without_pages_is_left_after_the_second(route: Route, home: house.Home, server: Server) -> None:
    past.ask(route.store, home.sources[0])
    same = Reply(rss(entry(1), entry(2)))
    server.routes |= {f"/feed/?paged={n}": same for n in range(2, 9)}
    assert step(route, home).state == "running"
    assert step(route, home).state == "done"


def test_what_is_known_before_its_end_was_ever_reached_may_lie_before_a_gap(
    route: Route, home: house.Home, server: Server
) -> None:
    """Newer posts have pushed everything a page further while the program was off: the next page is wholly known."""
    past.ask(route.store, home.sources[0])
    step(route, home)
    server.routes["/feed/?paged=3"] = server.routes["/feed/?paged=2"]
    server.routes["/feed/?paged=4"] = Reply(rss(entry(3)))
    with Store(home.paths.database) as store:  # a restart in between: the mark of the page before is not what helps
        at = read(store.facts(PLACE)["blog"])
        store.set_fact(PLACE + "blog", written(replace(at, mark="")))
    assert step(route, home).state == "running"
    assert step(route, home).place == "5"
    assert len(route.store.titles_of("blog")) == 3


def test_a_wish_for_what_has_no_past_is_no_wish(route: Route) -> None:
    assert past.ask(route.store, NEVER).state == "none"
    assert view(NEVER, Progress()) is None


def test_no_digest_of_the_past_while_more_of_it_comes(route: Route, home: house.Home) -> None:
    past.ask(route.store, home.sources[0])
    step(route, home)
    assert route.store.fact(poll.PAST_OPEN)
    assert not past.finish(route, home.sources)
    while step(route, home).is_open:
        pass
    assert past.finish(route, home.sources)
    assert not route.store.fact(poll.PAST_OPEN)


def test_a_backlog_met_meanwhile_is_told_with_the_past(route: Route, home: house.Home) -> None:
    """Another source's first fetch in the middle brings old news: it waits for the one digest."""
    past.ask(route.store, home.sources[0])
    step(route, home)
    played = Played()
    played.say(NASA, item("old", published_at=NOW - timedelta(days=300)), claim())
    meanwhile = replace(route, collect_all=played.collect_all, reader=played)
    assert poll.run(meanwhile, [NASA]).alerts == ()
    assert route.store.unannounced_baseline()
    while step(route, home).is_open:
        pass
    assert past.finish(route, home.sources)
    assert len(route.store.untold()) == 1
    assert not route.store.unannounced_baseline()
