"""The desk of the window over a real home: what a page asks is answered from the file and the pure rooms."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.making import NOW, claim, item
from tests.test_poll import NASA, Played
from tracker import house, launchwatch, poll, wording
from tracker.edtf import parse
from tracker.front import Errands, Front
from tracker.model import Decision, Position, Source, SourceState, Status, Tier, Trouble, Verdict
from tracker.sources import progress
from tracker.sources.pace import OFFLINE
from tracker.store import Library, Store, Visit
from tracker.views import BackfillView


@pytest.fixture
def home(tmp_path: Path) -> house.Home:
    made = house.home(tmp_path, now=lambda: NOW, sources=[NASA])
    played = Played()
    with Store(made.paths.database) as store:
        route = replace(house.route(made, store, played), collect_all=played.collect_all)
        poll.start_from(route, made.world)
        poll.run(route, [NASA])
        played.say(NASA, item("n1", published_at=NOW), claim())
        poll.run(route, [NASA], everything=True)
    return made


@pytest.fixture
def front(home: house.Home) -> Iterator[Front]:
    library = Library(home.paths.database)
    errands = Errands(lambda _: None, lambda _: None, lambda: None, lambda: "a service", lambda: False)
    yield Front(home, library, errands, language="en")
    library.close()


def test_a_milestone_s_story_tells_how_far_it_slipped(front: Front) -> None:
    story = front.story("artemis-3", "landing")
    assert story.slips == "slipped once, 4 to 20 months in all"
    assert [v.change.kind.value for v in story.changes] == ["slipped", "new"]
    assert story.changes[0].proofs[0].outlet == "NASA"
    before = front.story("artemis-3", "landing", NOW.date().replace(year=2025))
    assert before.slips == ""
    assert [v.change.kind.value for v in before.changes] == ["new"]


def test_counts_articles_and_sources(front: Front) -> None:
    counts = front.counts()
    assert (counts.unseen_changes, counts.sources_fine, counts.sources_on) == (1, 1, 1)
    article = front.article(item("n1").id)
    assert article is not None
    assert [(m.verdict, m.why) for m in article.claims] == [("accepted", "moved the plan")]
    assert front.sources()[0].items == 1
    assert front.article("nobody") is None


def test_who_fails_and_who_was_asked_is_counted_of_those_that_are_on(home: house.Home) -> None:
    deaf, unasked = replace(NASA, id="deaf"), replace(NASA, id="unasked")
    trouble = Trouble("refused", "The server refused the connection")
    errands = Errands(lambda _: None, lambda _: None, lambda: None, lambda: "", lambda: False)
    with Store(home.paths.database) as store:
        failed = SourceState("deaf", last_attempt_at=NOW, failures=3, trouble=trouble)
        store.record(Visit(NOW, failed))
    with closing(Library(home.paths.database)) as library:
        everybody = Front(replace(home, instead=(NASA, deaf, unasked)), library, errands, language="en").counts()
        assert (everybody.sources_on, everybody.sources_asked, everybody.sources_fine) == (3, 2, 2)
        assert [view.source.id for view in everybody.failing] == ["deaf"]
        switched_off = replace(home, instead=(NASA, replace(deaf, enabled=False)))
        without = Front(switched_off, library, errands, language="en").counts()
        assert (without.sources_on, without.sources_asked, without.failing) == (1, 1, ())


def test_the_board_is_new_when_somebody_has_written(front: Front, home: house.Home) -> None:
    assert front.board().last_change is not None
    change = front.changes(1)[0].change
    with Store(home.paths.database) as store:
        no = Decision("d1", NOW, Verdict.REJECT, change.id, change.mission, change.milestone)
        poll.settle(house.quiet_route(home, store), Visit(NOW), (), (no,))
    story = front.story("artemis-3", "landing")
    assert story.state is not None
    assert story.state.position.when == "2026"


def test_on_the_first_day_nothing_has_changed_yet(tmp_path: Path) -> None:
    """Where the milestones stood when the report came is the beginning, no list of changes."""
    fresh = house.home(tmp_path, now=lambda: NOW, sources=[NASA])
    house.prepare(fresh)
    library = Library(fresh.paths.database)
    errands = Errands(lambda _: None, lambda _: None, lambda: None, lambda: "", lambda: False)
    front = Front(fresh, library, errands, language="en")
    assert not front.changes()
    board = front.board()
    assert board.last_change is None
    assert [n.state.position.when for n in board.nexts if n.state] == ["2026", "2026"]
    library.close()


def test_the_beginning_is_not_among_the_changes_and_stays_in_the_story(front: Front) -> None:
    assert [v.change.kind.value for v in front.changes()] == ["slipped"]
    assert len(front.story("artemis-3", "landing").changes) == 2


def test_a_milestone_s_story_knows_that_its_launch_is_told_later(front: Front, home: house.Home) -> None:
    with Store(home.paths.database) as store:
        later = Decision(
            "d1", NOW, Verdict.OVERRIDE, "", "artemis-3", "launch", Position(Status.PLANNED, parse("2029"))
        )
        poll.settle(house.quiet_route(home, store), Visit(NOW), (), (later,))
    state = front.story("artemis-3", "landing").state
    assert state is not None
    assert wording.overtaken(state) == "no new date since its launch moved to 2029"


def test_a_notification_finds_its_changes(front: Front) -> None:
    change = front.changes(1)[0].change
    assert [c.id for c in front.changes_of_alert(change.id)] == [change.id]
    assert front.changes_of_alert("nobody's") == []


def test_how_far_the_past_is_and_what_is_left_of_the_hour(home: house.Home) -> None:
    base = Source("ll", "Launch Library", "https://ll.example/launches/?id=1", Tier.DATABASE, "ll2", backfill="never")
    asked: list[tuple[str, bool]] = []
    errands = Errands(
        lambda _: None, lambda _: None, lambda: None, lambda: "", lambda: False,
        backfill=lambda source: asked.append((source, True)),
        cancel_backfill=lambda source: asked.append((source, False)),
    )  # fmt: skip
    home = replace(home, instead=(NASA, base))
    assert launchwatch.may_call(home.paths.database, "ll.example", NOW)
    with Store(home.paths.database) as store:
        at = progress.Progress("running", "7", 5, NOW.date())
        store.set_fact(progress.PLACE + NASA.id, progress.written(at))
    library = Library(home.paths.database)
    front = Front(home, library, errands, language="en")
    nasa, launches = front.sources()
    assert nasa.backfill == BackfillView(NASA.id, "running", 5, NOW.date())
    assert nasa.requests_left is None
    assert launches.backfill is None
    assert launches.requests_left == 11
    assert not front.counts().offline
    with Store(home.paths.database) as store:
        store.set_fact(OFFLINE, NOW.isoformat())
    assert front.counts().offline
    front.request_backfill("x")
    front.cancel_backfill("x")
    assert asked == [("x", True), ("x", False)]
    library.close()


def test_what_the_user_decided_is_told_with_the_milestone_until_it_is_undone(home: house.Home, front: Front) -> None:
    slip = front.story("artemis-3", "landing").changes[0].change

    def settle(decision: Decision) -> None:
        with Store(home.paths.database) as store:
            poll.settle(house.quiet_route(home, store), Visit(NOW), (), (decision,))

    settle(Decision("no", NOW, Verdict.REJECT, slip.id, *slip.key, slip.after))
    story = front.story("artemis-3", "landing")
    assert [v.change.kind.value for v in story.changes] == ["new"]
    assert [(d.id, d.verdict, d.position) for d in story.decided] == [("no", Verdict.REJECT, slip.after)]
    assert front.story("artemis-3", "launch").decided == ()
    article = front.article(item("n1").id)
    assert article is not None
    assert [(m.verdict, m.why) for m in article.claims] == [("kept", "you said it is not true")]

    settle(Decision("yes", NOW, Verdict.UNDO, "no", *slip.key))
    story = front.story("artemis-3", "landing")
    assert [v.change.kind.value for v in story.changes] == ["slipped", "new"]
    assert story.decided == ()


def test_what_a_source_had_when_it_was_first_read_can_be_taken_back(tmp_path: Path) -> None:
    home = house.home(tmp_path, now=lambda: NOW, sources=[NASA])
    played = Played()
    with Store(home.paths.database) as store:
        route = replace(house.route(home, store, played), collect_all=played.collect_all)
        poll.start_from(route, home.world)
        played.say(NASA, item("n1", published_at=NOW), claim())
        poll.run(route, [NASA])
        slip = next(c for c in store.changes("artemis-3") if c.before is not None)
        assert slip.baseline
        no = Decision("no", NOW, Verdict.REJECT, slip.id, *slip.key, slip.after)
        poll.settle(house.quiet_route(home, store), Visit(NOW), (), (no,))
        assert slip.id not in [c.id for c in store.changes("artemis-3")]
