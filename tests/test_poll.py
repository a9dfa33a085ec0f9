"""The walk: from harvests to the store, with the real ledger, alerts and SQLite; only sources and reader are played."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.making import NOW, claim, item
from tracker import poll, seeding
from tracker.alerts import AlertRules, Telling
from tracker.errors import StoreError
from tracker.model import (
    ChangeKind,
    Claim,
    Decision,
    Harvest,
    Item,
    Modality,
    Reading,
    Source,
    SourceState,
    Standing,
    Status,
    Tier,
    Trouble,
    Verdict,
)
from tracker.poll import Due, Route
from tracker.store import Library, Store, Visit

WORLD = seeding.load()
NASA = Source("nasa-test", "NASA test", "http://127.0.0.1/nasa", Tier.AGENCY, outlet="NASA")
PRESS = Source("press", "Press", "http://127.0.0.1/press", Tier.PRESS)
OTHER = Source("other", "Other press", "http://127.0.0.1/other", Tier.PRESS)


class Played:
    """Sources that bring what the test lays out, and a reader that finds what the test says stands there."""

    def __init__(self) -> None:
        self.now: datetime = NOW
        self.brings: dict[str, tuple[Item, ...]] = {}
        self.troubles: dict[str, Trouble] = {}
        self.claims: dict[str, tuple[Claim, ...]] = {}
        self.asked: list[str] = []

    def collect_all(self, due: Sequence[Due]) -> Iterator[Harvest]:
        for source, state in due:
            self.asked.append(source.id)
            trouble = self.troubles.get(source.id)
            after = replace(
                state, last_attempt_at=self.now, trouble=trouble, fetched_once=state.fetched_once or trouble is None,
                next_due_at=self.now + timedelta(minutes=30),
            )  # fmt: skip
            yield Harvest(source, after, () if trouble else self.brings.get(source.id, ()))

    def read(self, told: Item) -> Reading:
        return Reading(told.id, "en", read=True, claims=self.claims.get(told.digest, ()))

    def say(self, source: Source, told: Item, *claims: Claim) -> None:
        self.brings[source.id] = (*self.brings.get(source.id, ()), told)
        self.claims[told.digest] = claims


@pytest.fixture
def played() -> Played:
    return Played()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "tracker.sqlite3") as opened:
        yield opened


def way(store: Store, played: Played) -> Route:
    return Route(store, played.collect_all, played, WORLD.missions, AlertRules(), lambda: played.now, WORLD.on)


def started(store: Store, played: Played, *sources: Source) -> Route:
    """A route that has seen its sources' (empty) first fetch."""
    route = way(store, played)
    poll.start_from(route, WORLD)
    poll.run(route, sources or (NASA,))
    played.now += timedelta(hours=1)
    return route


def nasa_item(key: str = "n1", **changes: object) -> Item:
    return item(key, published_at=NOW, **changes)  # type: ignore[arg-type]


def test_the_report_is_the_start_and_no_news(store: Store, played: Played) -> None:
    route = way(store, played)
    poll.start_from(route, WORLD)
    assert store.untold() == ()
    assert store.unannounced_baseline() == ()
    positions = {c.key: c.after.when for c in store.changes()}
    assert positions["artemis-3", "landing"] == "2026"
    assert positions["chang-e-6", "return"] == "2024-06-25T14:07+08:00"
    before = store.changes()
    poll.start_from(route, WORLD)
    assert store.changes() == before


def test_a_change_is_stored_with_its_alert(store: Store, played: Played) -> None:
    route = started(store, played)
    played.say(NASA, nasa_item(), claim())
    report = poll.run(route, [NASA])
    assert [(c.mission, c.milestone, c.kind, c.after.when) for c in report.changes] == [
        ("artemis-3", "landing", ChangeKind.SLIPPED, "2027-05/2027-08")
    ]
    assert [a.title for a in report.alerts] == ["Artemis III landing slips"]
    assert "2026 → mid-2027" in report.alerts[0].body
    assert "NASA" in report.alerts[0].body
    assert store.untold() == report.alerts
    assert report.sources[0].outcome == "new"


def test_the_same_again_is_no_news(store: Store, played: Played) -> None:
    route = started(store, played)
    played.say(NASA, nasa_item(), claim())
    poll.run(route, [NASA])
    played.now += timedelta(hours=1)
    played.say(NASA, nasa_item("n2", text="As said, Artemis III lands in mid-2027, NASA repeats."), claim())
    report = poll.run(route, [NASA])
    assert report.changes == ()
    assert report.alerts == ()
    assert report.sources[0].items_new == 1


def test_what_only_time_decides_is_settled_once_a_day(store: Store, played: Played) -> None:
    base = Source("ll2", "Launch Library 2", "http://127.0.0.1/ll2", Tier.DATABASE)
    route = started(store, played, NASA, base)
    played.say(NASA, nasa_item(), claim(when="2027-06"))
    row = item("row", source="ll2", outlet="Launch Library 2", tier=Tier.DATABASE, text="Landing: September 2027")
    played.say(base, row, claim(when="2027-09"))
    poll.run(route, [NASA, base])
    standings = [c.standing for c in store.changes("artemis-3") if not c.baseline]
    assert Standing.DISPUTED in standings
    played.brings.clear()
    played.now += timedelta(days=8)
    poll.run(route, [NASA, base])
    later = [c.standing for c in store.changes("artemis-3") if not c.baseline]
    assert later != standings


def test_a_first_fetch_is_history_told_in_one_digest(store: Store, played: Played) -> None:
    route = way(store, played)
    poll.start_from(route, WORLD)
    old = item("o1", published_at=datetime(2024, 12, 5, tzinfo=NOW.tzinfo))
    played.say(NASA, old, claim(), claim(milestone="launch"))
    report = poll.run(route, [NASA])
    assert len(report.alerts) == 1
    assert len(report.alerts[0].changes) >= 2
    assert all(c.baseline for c in report.changes)
    played.now += timedelta(hours=1)
    assert poll.run(route, [NASA]).alerts == ()


def test_one_outlet_is_a_report_and_a_second_confirms_it(store: Store, played: Played) -> None:
    route = started(store, played, PRESS, OTHER)
    first = item("p", source="press", outlet="Press", tier=Tier.PRESS)
    second = item("q", source="other", outlet="Other", tier=Tier.PRESS, text="A landing in mid-2027 is the plan now.")
    played.say(PRESS, first, claim())
    report = poll.run(route, [PRESS, OTHER])
    assert [c.standing for c in report.changes] == [Standing.REPORTED]
    assert report.alerts == ()
    played.now += timedelta(hours=1)
    played.say(OTHER, second, claim())
    report = poll.run(route, [PRESS, OTHER])
    assert [a.title for a in report.alerts] == ["Artemis III landing slips"]
    assert [c.standing for c in store.changes("artemis-3") if not c.baseline] == [Standing.CONFIRMED]


def test_history_and_guesses_move_nothing(store: Store, played: Played) -> None:
    route = started(store, played)
    played.say(NASA, nasa_item(), claim(when="2024", modality=Modality.SUPERSEDED),
               claim(when="2029", modality=Modality.SPECULATIVE))  # fmt: skip
    report = poll.run(route, [NASA])
    assert report.changes == ()
    assert report.sources[0].claims == 2


def test_a_row_that_states_its_claims_is_not_read(store: Store, played: Played) -> None:
    base = Source("ll2", "Launch Library 2", "http://127.0.0.1/ll2", Tier.DATABASE)
    route = started(store, played, base)
    row = item("row", source="ll2", outlet="Launch Library 2", tier=Tier.DATABASE, text="Artemis III landing: mid-2027")
    said = Reading(row.id, "en", read=True, claims=(claim(),))
    played.say(base, row, claim(when="2031"))  # what a reader of prose would make of it

    def stating(due: Sequence[Due]) -> Iterator[Harvest]:
        for harvest in played.collect_all(due):
            yield replace(harvest, readings=(said,))

    report = poll.run(replace(route, collect_all=stating), [base])
    assert [(c.after.when, c.standing) for c in report.changes] == [("2027-05/2027-08", Standing.CONFIRMED)]


def test_an_edited_item_is_read_again(store: Store, played: Played) -> None:
    route = started(store, played)
    played.say(NASA, nasa_item(text="Nothing yet."))
    poll.run(route, [NASA])
    played.now += timedelta(hours=1)
    edited = nasa_item(text="Updated: Artemis III will now land in mid-2027.")
    played.brings[NASA.id] = (edited,)
    played.claims[edited.digest] = (claim(),)
    assert len(poll.run(route, [NASA]).alerts) == 1
    assert store.heads([edited.id])[edited.id] == (2, edited.digest)


def test_a_source_in_trouble_leaves_the_others_whole(store: Store, played: Played) -> None:
    route = started(store, played, PRESS, NASA)
    played.troubles[PRESS.id] = Trouble("refused", "The server refuses the connection")
    played.say(NASA, nasa_item(), claim())
    report = poll.run(route, [PRESS, NASA])
    outcomes = {s.source: s.outcome for s in report.sources}
    assert outcomes == {"press": "failed", "nasa-test": "new"}
    assert len(report.alerts) == 1
    assert store.source_states()["press"].trouble == played.troubles[PRESS.id]
    assert not report.all_failed


def test_every_source_failing_is_said(store: Store, played: Played) -> None:
    route = started(store, played)
    played.troubles[NASA.id] = Trouble("timeout", "no answer")
    assert poll.run(route, [NASA]).all_failed


def test_a_full_disk_loses_nothing_and_the_next_poll_catches_up(store: Store, played: Played) -> None:
    route = started(store, played)
    played.say(NASA, nasa_item(text="Artemis III lands in mid-2027. " * 3000), claim())
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="full"):
        poll.run(route, [NASA])
    assert store.untold() == ()
    store._connection.execute("PRAGMA max_page_count = 100000")
    assert len(poll.run(route, [NASA]).alerts) == 1


def test_only_due_sources_are_asked_unless_everything_is(store: Store, played: Played) -> None:
    route = started(store, played, NASA, PRESS)
    played.now -= timedelta(minutes=45)
    off = replace(OTHER, enabled=False)
    played.asked.clear()
    poll.run(route, [NASA, PRESS, off])
    assert played.asked == []
    poll.run(route, [NASA, PRESS, off], everything=True)
    assert sorted(played.asked) == ["nasa-test", "press"]


def test_a_server_that_said_wait_is_left_alone_even_then() -> None:
    later = NOW + timedelta(hours=1)
    states = {
        "nasa-test": SourceState("nasa-test", next_due_at=later, trouble=Trouble("http-429", "fewer visits, please")),
        "press": SourceState("press", next_due_at=later, trouble=Trouble("http-503", "busy")),
    }
    due = poll.due([NASA, PRESS], states, NOW, everything=True)
    assert [source.id for source, _ in due] == ["press"]
    assert poll.due([NASA, PRESS], states, later, everything=False)[0][0].id == "nasa-test"


def test_never_asked_sources_come_first() -> None:
    states = {"nasa-test": SourceState("nasa-test", next_due_at=NOW)}
    assert [s.id for s, _ in poll.due([NASA, PRESS], states, NOW, everything=False)] == ["press", "nasa-test"]


def test_not_true_takes_a_change_back_and_undo_restores_it(store: Store, played: Played) -> None:
    route = started(store, played)
    played.say(NASA, nasa_item(), claim())
    changed = poll.run(route, [NASA]).changes[0]
    no = Decision("d1", played.now, Verdict.REJECT, changed.id, changed.mission, changed.milestone)
    poll.settle(route, Visit(heard_at=played.now), (), (no,))
    assert _position(store) == "2026"
    undo = Decision("d2", played.now, Verdict.UNDO, "d1", changed.mission, changed.milestone)
    poll.settle(route, Visit(heard_at=played.now), (), (undo,))
    assert _position(store) == "2027-05/2027-08"
    assert len(store.untold()) == 1  # what was told once is not told again


def _position(store: Store) -> str:
    changes = [c for c in store.changes("artemis-3") if c.milestone == "landing"]
    return changes[-1].after.when


def test_the_library_shows_what_the_poll_kept(store: Store, played: Played) -> None:
    route = started(store, played)
    played.say(NASA, nasa_item(), claim())
    poll.run(route, [NASA])
    library = Library(store.path)
    view = library.change_views(library.newest_changes(1))[0]
    assert view.proofs[0].outlet == "NASA"
    assert view.proofs[0].context[view.proofs[0].mark_start : view.proofs[0].mark_end] == "mid-2027"
    assert library.source_counts()["nasa-test"] == (1, 1, 1)
    library.close()


def test_the_order_of_sources_does_not_matter(tmp_path: Path) -> None:
    results: list[Mapping[tuple[str, str], tuple[str, Status]]] = []
    for number, order in enumerate(([NASA, PRESS], [PRESS, NASA])):
        played = Played()
        with Store(tmp_path / f"{number}.sqlite3") as store:
            route = started(store, played, *order)
            played.say(NASA, nasa_item(), claim())
            played.say(PRESS, item("p", source="press", outlet="Press", tier=Tier.PRESS), claim(when="2028"))
            played.collect_all = lambda due, p=played, o=order: Played.collect_all(  # type: ignore[method-assign, misc]
                p, sorted(due, key=lambda pair: o.index(pair[0]))
            )
            poll.run(replace(route, collect_all=played.collect_all), order)
            results.append({c.key: (c.after.when, c.after.status) for c in store.changes()})
    assert results[0] == results[1]


def test_a_muted_source_is_kept_and_shown_but_never_told(store: Store, played: Played) -> None:
    route = replace(started(store, played), muted=frozenset((NASA.id,)))
    played.say(NASA, nasa_item(), claim())
    report = poll.run(route, [NASA])
    assert [c.standing for c in report.changes] == [Standing.CONFIRMED]
    assert report.alerts == ()
    assert store.untold() == ()


def test_what_only_a_muted_source_confirms_is_a_report(store: Store, played: Played) -> None:
    muted = replace(started(store, played, NASA, PRESS), muted=frozenset((NASA.id,)))
    heard = replace(muted, rules=AlertRules(default=Telling.REPORTS))
    played.say(NASA, nasa_item(), claim())
    poll.run(muted, [NASA, PRESS])
    played.now += timedelta(hours=1)
    played.say(PRESS, replace(nasa_item("p1", text="Another text of the press."), source="press", outlet="Press",
                              tier=Tier.PRESS), claim())  # fmt: skip
    assert poll.run(muted, [NASA, PRESS]).alerts == ()
    played.now += timedelta(hours=1)
    played.say(PRESS, replace(nasa_item("p2", text="A third text."), source="press", outlet="Press", tier=Tier.PRESS),
               claim(milestone="launch"))  # fmt: skip
    told = [a.title for a in poll.run(heard, [NASA, PRESS]).alerts]
    assert told == ["Artemis III landing slips", "Artemis III launch slips"]  # the press said both, in this order


def test_another_agency_is_heard_beside_a_muted_one(store: Store, played: Played) -> None:
    esa = Source("esa", "ESA", "http://127.0.0.1/esa", Tier.AGENCY)
    route = replace(started(store, played, NASA, esa), muted=frozenset((NASA.id,)))
    played.say(NASA, nasa_item(), claim())
    assert poll.run(route, [NASA, esa]).alerts == ()
    played.now += timedelta(hours=1)
    played.say(esa, replace(nasa_item("e1", text="Another text of ESA."), source="esa", outlet="ESA"), claim())
    assert [a.title for a in poll.run(route, [NASA, esa]).alerts] == ["Artemis III landing slips"]


def test_the_backlog_of_a_muted_source_is_not_in_the_digest(store: Store, played: Played) -> None:
    route = replace(way(store, played), muted=frozenset((NASA.id,)))
    poll.start_from(route, WORLD)
    played.say(NASA, nasa_item(), claim())
    assert poll.run(route, [NASA]).alerts == ()
    assert [a.title for a in poll.run(replace(route, muted=frozenset()), [NASA], everything=True).alerts] == []
