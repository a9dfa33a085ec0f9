"""Launches found by name where no id is known or the row is gone, and the calls of an hour that are counted."""

from __future__ import annotations

import json
import random
import threading
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.loopback import Reply, serve
from tests.making import claim, item
from tests.test_poll import Played
from tests.test_sources_databases import CHANG_E_7, LIBRARY, row
from tracker import house, launchwatch, poll, seeding
from tracker.ledger import testimony as testify
from tracker.model import Harvest, Source, SourceState, Status, Tier
from tracker.sources import calls, launches, pace
from tracker.sources.collect import collect
from tracker.sources.launches import Launch
from tracker.sources.said import Answer
from tracker.store import Store, Visit

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
HOUR = timedelta(hours=1)
ARTEMIS_3 = "8034d81b-af96-460c-a7b7-5c8e7f1a1d86"
NEW_ID = "00000000-0000-4000-8000-00000000000a"


class Database:
    """Launch Library: the rows it has, and the log of what was asked."""

    def __init__(self, *rows: Mapping[str, Any], gone: bool = False, search_status: int = 200) -> None:
        self.rows, self.gone, self.search_status = rows, gone, search_status
        self.asked: list[str] = []

    def get(self, url: str, **_more: object) -> Answer:
        self.asked.append(url)
        query = dict(parse_qsl(urlsplit(url).query))
        if "search" in query:
            found = [r for r in self.rows if query["search"].split()[0] in r["name"]]
            return Answer(self.search_status, url, json.dumps({"results": found}).encode(), {"retry-after": "7200"})
        if self.gone:
            return Answer(404, url)
        wanted = query.get("id", "").split(",")
        return Answer(200, url, json.dumps({"results": [r for r in self.rows if r["id"] in wanted]}).encode())

    @property
    def searches(self) -> list[str]:
        return [s for url in self.asked if (s := launches.searched_for(url))]


def tracked(found: Mapping[str, str] | None = None, over: tuple[str, ...] = ()) -> tuple[Launch, ...]:
    done = {m.id for m in seeding.load().missions} - {"chang-e-7", "artemis-3"}
    return launches.tracked(seeding.load().missions, found or {}, over={*done, *over}, today=TODAY)


def visit(database: Database, follow: tuple[Launch, ...], source: Source = LIBRARY) -> Harvest:
    return collect(
        source, SourceState(source.id), fetcher=database, now=NOW, rng=random.Random(1), pause=lambda _s: None,
        launches=follow,
    )  # fmt: skip


SEVEN = row()
THREE = row(id=ARTEMIS_3, name="SLS | Artemis III", updates=[])


def test_one_call_serves_all_launches() -> None:
    database = Database(SEVEN, THREE)
    harvest = visit(database, tracked())
    assert len(database.asked) == 1
    assert {reading.claims[0].mission for reading in harvest.readings} == {"chang-e-7", "artemis-3"}


def test_a_launch_whose_row_is_gone_is_searched_for_by_name_and_its_new_id_is_remembered() -> None:
    database = Database(SEVEN, THREE | {"id": NEW_ID}, row(id="b" * 36, name="SLS | Artemis III flight 2"))
    harvest = visit(database, tracked())
    assert database.searches == ["Artemis III"]
    assert {reading.claims[0].mission for reading in harvest.readings} == {"chang-e-7", "artemis-3"}
    assert harvest.facts == (("launch:artemis-3", f"{NEW_ID}|2026-11-22"),)
    later = launches.tracked(seeding.load().missions, {"artemis-3": f"{NEW_ID}|2026-11-01"}, today=TODAY)
    again = Database(SEVEN, THREE | {"id": NEW_ID})
    visit(again, later)
    ids = dict(parse_qsl(urlsplit(again.asked[0]).query))["id"].split(",")
    assert NEW_ID in ids
    assert ARTEMIS_3 not in ids
    assert "Artemis III" not in again.searches


def test_a_404_is_a_launch_to_be_searched_for() -> None:
    database = Database(SEVEN, gone=True)
    single = Source("ll", "LL", f"https://ll.example/2.3.0/launches/{CHANG_E_7}/", Tier.DATABASE, "ll2")
    harvest = visit(database, tracked(over=("artemis-3",)), single)
    assert database.asked[1].startswith("https://ll.example/2.3.0/launches/?search=Chang%27e+7&")
    assert harvest.state.trouble is None
    assert harvest.readings[0].claims[0].mission == "chang-e-7"


def test_what_is_not_found_is_searched_for_once_a_day_and_one_a_visit() -> None:
    database = Database(SEVEN)
    harvest = visit(database, tracked())
    assert harvest.facts == (("launch:artemis-3", "|2026-11-22"),)
    assert visit(Database(SEVEN), tracked({"artemis-3": "|2026-11-22"})).facts == ()
    empty = Database()
    assert visit(empty, tracked()).state.trouble is not None  # neither of both: said, not silent
    assert len(empty.searches) == 1


def test_a_search_that_fails_loses_nothing_and_one_that_is_refused_is_obeyed() -> None:
    harvest = visit(Database(SEVEN, search_status=500), tracked())
    assert harvest.state.trouble is None
    assert harvest.items
    refused = visit(Database(SEVEN, search_status=429), tracked()).state
    assert refused.trouble is not None
    assert refused.next_due_at is not None
    assert refused.next_due_at - NOW >= 2 * HOUR


def test_a_mission_of_the_user_is_found_by_name_alone() -> None:
    base = next(m for m in seeding.load().missions if m.id == "artemis-3")
    own = replace(base, id="luna-26", names={"en": "Luna 26"}, aliases={"en": ("Luna-26", "Luna Glob")}, origin="user")
    follow = launches.tracked((own,), {}, today=TODAY)
    assert follow == (Launch("luna-26", ("Luna 26", "Luna-26", "Luna Glob"), (), search=True),)
    database = Database(SEVEN, row(id="c" * 36, name="Soyuz | Luna 27"), row(id=NEW_ID, name="Soyuz | Luna-Glob"))
    harvest = visit(database, follow)
    assert database.searches == ["Luna 26"]
    assert harvest.facts == (("launch:luna-26", f"{NEW_ID}|2026-11-22"),)  # the row goes by another of its names
    assert "luna-26" in {r.claims[0].mission for r in harvest.readings}


def test_the_older_version_is_searched_the_same_way() -> None:
    database = Database(row(status={"id": 1, "name": "Go for Launch"}), gone=False)
    old = Source("ll", "LL", f"https://ll.example/2.2.0/launch/?id={ARTEMIS_3}&mode=detailed", Tier.DATABASE, "ll2")
    visit(database, tracked(over=("chang-e-7",)), old)
    assert database.asked[1].startswith("https://ll.example/2.2.0/launch/?search=Artemis+III")


# --- the hour's share


@given(st.lists(st.integers(0, 200), min_size=1, max_size=60))
def test_no_sixty_minutes_hold_more_than_twelve_calls(gaps: list[int]) -> None:
    """Calls wished for at any times, in tenths of minutes after one another: what was let through keeps the promise."""
    text, at, made = None, NOW, list[datetime]()
    for gap in gaps:
        at += timedelta(seconds=6 * gap)
        after = calls.spend(text, at)
        assert (after is None) == (calls.calls_left(text, at) == 0)
        if after is not None:
            text = after
            made.append(at)
    for last in made:
        assert sum(last - HOUR < other <= last for other in made) <= 12
    assert len(made) >= min(len(gaps), 12)


def test_nonsense_in_the_books_is_no_call() -> None:
    for nonsense in (None, "", "{", "[1]", '["soon"]', "{}", "null"):
        assert calls.calls_left(nonsense, NOW) == 12
    future = json.dumps([(NOW + timedelta(days=400)).isoformat()] * 12)
    assert calls.calls_left(future, NOW) == 12  # a clock that was wrong then does not silence the database for a year


@pytest.fixture
def library() -> Any:
    with serve({}) as server:
        body = json.dumps({"results": [SEVEN]}).encode()
        server.routes["/launches/?id=1"] = Reply(body, content_type="application/json")
        yield server


def at_home(folder: Path, url: str, now: datetime = NOW) -> house.Home:
    source = Source("launch-library", "LL", url, Tier.DATABASE, "ll2", origin="user")
    return house.home(folder, now=lambda: now, sources=[source])


def test_the_thirteenth_check_asks_nobody_after_a_restart_too(library: Any, tmp_path: Path) -> None:
    url = library.url("/launches/?id=1")
    for _ in range(15):  # each a program of its own: nothing but the file remembers
        report = house.poll(at_home(tmp_path, url), Played(), everything=True)
        assert report.sources[0].trouble is None
    assert len(library.log) == 12
    with Store(at_home(tmp_path, url).paths.database) as store:
        assert calls.calls_left(store.fact(calls.CALLS + "127.0.0.1"), NOW) == 0
        state = store.source_states()["launch-library"]
    assert state.next_due_at is not None
    assert state.next_due_at > NOW
    house.poll(at_home(tmp_path, url, NOW + HOUR), Played(), everything=True)
    assert len(library.log) == 13


def test_calls_are_counted_once_from_many_threads(tmp_path: Path) -> None:
    home = at_home(tmp_path, "http://127.0.0.1/")
    house.prepare(home)
    allowed: list[bool] = []
    threads = [
        threading.Thread(target=lambda: allowed.append(launchwatch.may_call(home.paths.database, "ll.example", NOW)))
        for _ in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(allowed) == [False] * 8 + [True] * 12


# --- the pace near a launch


@pytest.mark.parametrize(
    ("when", "minutes"),
    [
        ("2026-11-23T13:00+00:00", 60),  # in 25 hours
        ("2026-11-23T11:00+00:00", 15),  # in 23
        ("2026-11-22T11:00+00:00", 15),  # an hour ago, and still only planned
        ("2026-11-21T11:00+00:00", 60),  # the day before yesterday
        ("2026-11-23", 15),
        ("2026-11-24", 60),
        ("2026-11", 60),  # a month is no day
    ],
)
def test_the_database_is_asked_more_often_on_the_day_before_a_launch(when: str, minutes: int, tmp_path: Path) -> None:
    home = at_home(tmp_path, "http://127.0.0.1/")
    with Store(home.paths.database) as store:
        route = house.quiet_route(home, store)
        poll.start_from(route, home.world)
        text = f"Chang'e 7 will launch on {when}."
        told = item(text=text, published_at=NOW - timedelta(days=3))
        said = testify(told, 1, claim("chang-e-7", "launch", when, status=Status.PLANNED, quote=text, start=0),
                       heard_at=NOW, baseline=False)  # fmt: skip
        poll.settle(route, Visit(NOW, items=((told, 1, None),), testimonies=(said,)), (said,))
        (source,) = launchwatch.paced(home.sources, home.missions, store, NOW)
    assert source.interval_minutes == minutes


def test_a_shortened_interval_holds_at_once_and_the_clock_alone_never_spends_the_share() -> None:
    asked = SourceState("ll", last_attempt_at=NOW, next_due_at=NOW + HOUR)
    assert pace.due_at(LIBRARY, asked, NOW) == NOW + HOUR
    near = pace.paced(LIBRARY, near=True)
    assert pace.due_at(near, asked, NOW) == NOW + timedelta(minutes=15)
    eager = pace.paced(replace(LIBRARY, interval_minutes=1), near=True)
    assert eager.interval_minutes == 8
    feed = Source("f", "F", "https://f.example/", Tier.PRESS, interval_minutes=1)
    assert pace.paced(feed, near=True) == feed
