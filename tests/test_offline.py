"""No network is one state of this machine, not a fault of sixteen sources; and silence of all agencies is said, once."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.making import NOW, claim
from tests.test_poll import NASA, OTHER, PRESS, WORLD, Played, nasa_item, way
from tracker import house, notices, poll
from tracker.alerts import AlertRules, Telling
from tracker.model import Harvest, Source, SourceState, Tier, Trouble
from tracker.poll import Due, Route
from tracker.sources import online, pace
from tracker.store import Store

ROOT = Path(__file__).resolve().parent.parent
HOUR = timedelta(hours=1)
HERE = replace(NASA, url="http://127.0.0.1/nasa")
THERE = replace(PRESS, url="http://127.0.0.2/press")
ELSEWHERE = replace(OTHER, url="http://127.0.0.3/other")
ALL = (HERE, THERE, ELSEWHERE)
DNS, UNREACHABLE, BUSY = Trouble("dns", "no name"), Trouble("unreachable", "no way"), Trouble("http-503", "busy")


class Out(Played):
    """Played sources whose troubles keep the state they had, and count as the answer table has it."""

    def collect_all(self, due: Sequence[Due]) -> Iterator[Harvest]:
        for harvest, (_, before) in zip(super().collect_all(due), due, strict=True):
            failed = harvest.state.trouble is not None
            yield replace(harvest, state=replace(harvest.state, failures=before.failures + 1 if failed else 0))


@pytest.fixture
def played() -> Out:
    return Out()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "tracker.sqlite3") as opened:
        yield opened


@pytest.fixture
def route(store: Store, played: Out) -> Route:
    made = way(store, played)
    poll.start_from(made, WORLD)
    poll.run(made, ALL)
    played.now += HOUR
    return made


def gone(played: Out, *troubles: Trouble) -> None:
    played.troubles = {source.id: trouble for source, trouble in zip(ALL, troubles, strict=True)}


def test_without_a_network_no_source_is_charged(route: Route, played: Out, store: Store) -> None:
    before = store.source_states()
    gone(played, DNS, UNREACHABLE, Trouble("offline", ""))
    report = poll.run(route, ALL)
    assert report.offline
    assert report.all_failed
    assert {s.trouble.code for s in report.sources if s.trouble} == {"offline"}
    assert store.fact(pace.OFFLINE)
    for ident, state in store.source_states().items():
        assert (state.trouble, state.failures) == (None, 0)
        assert state.next_due_at == played.now + timedelta(minutes=1)
        assert state.last_success_at == before[ident].last_success_at


def test_its_return_is_noticed_within_the_minute_and_costs_one_round(route: Route, played: Out, store: Store) -> None:
    gone(played, DNS, DNS, DNS)
    for _ in range(20):  # minutes without a network teach no patience
        played.now += timedelta(minutes=1)
        assert poll.run(route, ALL).offline
    played.troubles, played.asked = {}, []
    played.now += timedelta(minutes=1)
    played.say(HERE, nasa_item(), claim())
    report = poll.run(route, ALL)
    assert not report.offline
    assert sorted(played.asked) == sorted(s.id for s in ALL)
    assert report.changes
    assert not store.fact(pace.OFFLINE)
    assert poll.run(route, ALL).sources == ()  # once


def test_one_host_that_answers_anything_is_a_network(route: Route, played: Out, store: Store) -> None:
    gone(played, DNS, DNS, BUSY)
    report = poll.run(route, ALL)
    assert not report.offline
    assert not store.fact(pace.OFFLINE)
    assert {i: s.trouble.code for i, s in store.source_states().items() if s.trouble} == {
        "nasa-test": "dns", "press": "dns", "other": "http-503",
    }  # fmt: skip


@pytest.mark.parametrize("way_out", [True, False])
def test_a_single_host_is_to_blame_where_there_is_a_way_out(
    way_out: bool, route: Route, played: Out, store: Store
) -> None:
    route = replace(route, has_route=lambda: way_out)
    gone(played, DNS, DNS, DNS)
    report = poll.run(route, [HERE])
    assert report.offline is not way_out
    assert (store.source_states()["nasa-test"].trouble is None) is not way_out


def test_what_lies_on_this_machine_is_asked_without_a_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    far = Source("far", "Far", "https://far.example/", Tier.PRESS)
    home = house.home(tmp_path, now=lambda: NOW, sources=[far])
    house.prepare(home)
    assert house.anything_due(home)
    with Store(home.paths.database) as store:
        store.set_fact(pace.OFFLINE, NOW.isoformat())
    monkeypatch.setattr(online, "_SOMEWHERE", ())
    assert not online.has_route()
    assert not house.anything_due(home)
    assert house.anything_due(replace(home, instead=(far, HERE)))
    monkeypatch.undo()
    monkeypatch.setattr(online, "has_route", lambda: True)
    assert house.anything_due(home)  # the way is back: at the next tick


# --- by the clock


def test_a_connection_that_costs_is_asked_half_as_often() -> None:
    asked = SourceState("s", last_attempt_at=NOW, next_due_at=NOW + HOUR)
    source = replace(PRESS, interval_minutes=60)
    assert pace.due_at(source, asked, NOW) == NOW + HOUR
    assert pace.due_at(source, asked, NOW, slow=True) == NOW + 2 * HOUR
    ill = replace(asked, trouble=BUSY)
    assert pace.due_at(source, ill, NOW, slow=True) == NOW + HOUR


def test_a_clock_that_was_wrong_keeps_nobody_waiting_for_years() -> None:
    future = NOW + timedelta(days=3000)
    asked = SourceState("s", last_attempt_at=future, next_due_at=future + HOUR)
    assert pace.due_at(PRESS, asked, NOW) is None
    assert pace.due_at(PRESS, asked, future) == future + HOUR


def test_an_api_that_wants_fewer_visits_is_asked_nothing_else_not_even_as_a_stand_in() -> None:
    api = "http://127.0.0.9/v4/articles/"
    told = Source("one", "One", f"{api}?search=a", Tier.OTHER, "snapi")
    other = Source("two", "Two", f"{api}?search=b", Tier.OTHER, "snapi")
    blocked = replace(PRESS, stand_in=f"{api}?news_site=Press")
    states = {
        "one": SourceState("one", last_attempt_at=NOW, next_due_at=NOW + HOUR, trouble=Trouble("http-429", "fewer")),
        "press": SourceState("press", blocked_until=NOW + 9 * HOUR, trouble=Trouble("http-403", "blocked")),
    }
    sources = [told, other, blocked, NASA]

    def due(at: timedelta, *, everything: bool = True) -> list[str]:
        return sorted(s.id for s, _ in poll.due(sources, states, NOW + at, everything=everything))

    assert due(HOUR - timedelta(seconds=1)) == ["nasa-test"]
    assert due(HOUR) == ["nasa-test", "one", "press", "two"]


# --- all agencies silent

AGENCIES = (
    Source("zh", "CMSA", "http://127.0.0.4/", Tier.AGENCY, carries=("clep",)),
    Source("en", "CNSA", "http://127.0.0.5/", Tier.AGENCY, carries=("clep",)),
    THERE,
)


def silent(route: Route, played: Out, hours: int, *, both: bool = True) -> list[str]:
    """The titles of the notices of so many hours of failing, asked every hour."""
    played.troubles = {"zh": BUSY} | ({"en": BUSY} if both else {})
    told: list[str] = []
    for _ in range(hours):
        played.now += HOUR
        told += [alert.title for alert in poll.run(route, AGENCIES).alerts]
    return told


def test_a_day_of_silence_of_all_agencies_is_told_once(route: Route, played: Out, store: Store) -> None:
    poll.run(route, AGENCIES)
    assert silent(route, played, 24) == []
    told = silent(route, played, 2)
    assert told == ["No agency can be heard on Chang'e 7, Chang'e 8"]  # both of the same agencies; Chang'e 6 is home
    assert silent(route, played, 100) == []
    notice = next(a for a in store.untold() if a.id.startswith("deaf-chang-e-7"))
    assert "CMSA, CNSA" in notice.body
    assert notice.changes == ()
    played.troubles = {}
    played.now += HOUR
    poll.run(route, AGENCIES)
    assert set(store.facts(notices.DEAF).values()) <= {""}
    assert len(silent(route, played, 26)) == 1  # another silence


def test_one_that_can_be_heard_is_enough(route: Route, played: Out) -> None:
    poll.run(route, AGENCIES)
    assert silent(route, played, 60, both=False) == []


def test_time_without_a_network_is_no_silence(route: Route, played: Out) -> None:
    poll.run(route, AGENCIES)
    played.troubles = {"zh": DNS, "en": DNS, "press": DNS}
    for _ in range(48):
        played.now += HOUR
        assert poll.run(route, AGENCIES).alerts == ()
    assert silent(route, played, 20) == []


def test_who_wants_to_hear_nothing_hears_nothing(store: Store, route: Route, played: Out) -> None:
    poll.run(route, AGENCIES)
    mute = replace(route, rules=AlertRules(tellings={"chang-e-7": Telling.OFF}))
    assert silent(mute, played, 30) == ["No agency can be heard on Chang'e 8"]
    assert silent(replace(route, rules=AlertRules(default=Telling.OFF)), played, 30) == []


def test_the_notice_in_chinese() -> None:
    mission = next(m for m in WORLD.missions if m.id == "chang-e-7")
    facts = {"chang-e-7": f'["{(NOW - 25 * HOUR).isoformat()}", false]'}
    (told,) = notices.heed([mission], {"chang-e-7": ("中国载人航天 CMSA",)}, facts, now=NOW, language="zh").alerts
    assert told.title == "嫦娥七号：所有官方来源已失联一天"
    assert "中国载人航天 CMSA" in told.body
    for nonsense in ("{", "[1, 2]", '["soon", false]', "null"):
        assert notices.heed([mission], {"chang-e-7": ("x",)}, {"chang-e-7": nonsense}, now=NOW).alerts == ()


# --- a machine without any network: a namespace of its own, from which nothing can leave

SOURCES = """only = true
[[source]]
id = "one"
name = "One"
url = "http://192.0.2.1/feed"
tier = "agency"
[[source]]
id = "two"
name = "Two"
url = "http://198.51.100.1/feed"
tier = "press"
"""
UNSHARE = shutil.which("unshare")
ALONE = [UNSHARE or "unshare", "--map-root-user", "--net"]


def cut_off(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [*ALONE, sys.executable, "-m", "tracker", "--data-dir", str(folder), *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.skipif(
    UNSHARE is None or subprocess.run([*ALONE, "true"], capture_output=True, check=False).returncode != 0,
    reason="no network namespaces here (unshare --net)",
)
def test_a_machine_really_without_network(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text(SOURCES, encoding="utf-8")
    said = cut_off(tmp_path, "poll")
    assert (
        said.stdout.splitlines()[0]
        == "No network: no source could be reached. Nothing is lost, and no source is to blame."
    )
    assert "One" not in said.stdout
    assert said.returncode == 1
    told = json.loads(cut_off(tmp_path, "poll", "--json").stdout)
    assert told["sources"] == []  # a minute has not passed
    with Store(tmp_path / "tracker.sqlite3") as store:
        assert store.fact(pace.OFFLINE)
        assert [(s.trouble, s.failures) for s in store.source_states().values()] == [(None, 0), (None, 0)]
        assert store.untold() == ()
    way_out = [*ALONE, sys.executable, "-c", "from tracker.sources.online import has_route; print(has_route())"]
    assert subprocess.run(way_out, cwd=ROOT, capture_output=True, text=True, check=True).stdout == "False\n"
