"""A better reader comes: the history improves, nobody is told of the past, and the user's word stays."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.making import NOW, claim, item
from tests.test_poll import NASA, Played, started
from tracker import poll, reread
from tracker.model import Decision, Status, Verdict
from tracker.poll import Route
from tracker.store import Store, Visit


def moves(store: Store) -> list[tuple[str, str]]:
    return [(c.kind.value, c.after.when) for c in store.changes("artemis-3") if not set(c.why) & {"seed"} and c.before]


def everything(route: Route, version: str) -> int:
    rounds = 0
    while reread.some(route, version, handful=2):
        rounds += 1
    return rounds


def heard(store: Store, played: Played) -> Route:
    """Three items under the old reader, which takes a guess for a plan."""
    route = started(store, played)
    assert everything(route, "old") > 0
    for number, when in enumerate(("2027-05/2027-08", "2029", "2027-05/2027-08")):
        told = item(f"n{number}", text=f"Bulletin {number} speaks of {when} and a landing.", published_at=played.now)
        played.say(NASA, told, claim(when=when, quote=when, start=21))
        poll.run(route, [NASA])
        played.now += timedelta(days=10)
    return route


def test_history_improves_in_silence(tmp_path: Path) -> None:
    played = Played()
    with Store(tmp_path / "t.sqlite3") as store:
        route = heard(store, played)
        before = [a.id for a in store.untold()]
        assert len(moves(store)) == 3
        guess = played.brings[NASA.id][1]
        played.claims[guess.digest] = ()
        assert everything(route, "better") >= 2
        assert moves(store) == [("slipped", "2027-05/2027-08")]
        assert [a.id for a in store.untold()] == before
        assert len(list(store._connection.execute("SELECT id FROM testimonies WHERE edtf = '2029'"))) == 1
        assert not reread.some(route, "better")
        poll.run(route, [NASA], everything=True)
        assert [a.id for a in store.untold()] == before


def test_what_is_newly_found_in_the_past_is_no_news(tmp_path: Path) -> None:
    played = Played()
    with Store(tmp_path / "t.sqlite3") as store:
        route = heard(store, played)
        before = [a.id for a in store.untold()]
        first = played.brings[NASA.id][0]
        played.claims[first.digest] = (
            *played.claims[first.digest],
            claim(milestone="docking", when="2027", quote="2027", start=21),
        )
        everything(route, "better")
        docking = [c for c in store.changes("artemis-3") if c.milestone == "docking"]
        assert [(c.after.when, c.after.status) for c in docking] == [("2027", Status.PLANNED)]
        assert store.announced([docking[0].id])
        poll.run(route, [NASA], everything=True)
        assert [a.id for a in store.untold()] == before


def test_the_user_s_word_on_a_testimony_stays(tmp_path: Path) -> None:
    played = Played()
    with Store(tmp_path / "t.sqlite3") as store:
        route = heard(store, played)
        guess = next(t for t in store.testimonies("artemis-3") if t.claim.when == "2029")
        no = Decision("d1", played.now, Verdict.REJECT, guess.id, "artemis-3", "landing")
        poll.settle(route, Visit(played.now), (), (no,))
        assert ("slipped", "2029") not in moves(store)
        for told in played.brings[NASA.id]:
            played.claims[told.digest] = ()
        everything(route, "better")
        assert guess.id in {t.id for t in store.testimonies("artemis-3")}
        assert store.decisions("artemis-3") == (no,)


def test_a_kill_in_the_middle_goes_on_where_it_was(tmp_path: Path) -> None:
    played = Played()
    with Store(tmp_path / "t.sqlite3") as store:
        route = heard(store, played)
        total = len(store.items_after(0, 999))
        assert reread.some(route, "better", handful=2)
    with Store(tmp_path / "t.sqlite3") as store:
        route = Route(store, played.collect_all, played, route.missions, route.rules, lambda: NOW, route.report_on)
        assert everything(route, "better") == (total - 2 + 1) // 2
        assert everything(route, "yet another") == (total + 1) // 2


def test_the_same_reader_reads_nothing_twice(tmp_path: Path) -> None:
    played = Played()
    with Store(tmp_path / "t.sqlite3") as store:
        route = heard(store, played)
        assert everything(route, "old") == 0
