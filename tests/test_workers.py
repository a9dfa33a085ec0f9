"""The worker threads on real components: a loopback feed, the real store, reader and scheduler; the notifier records."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.loopback import Reply, Request, raw, serve
from tests.making import alert, item
from tracker import house
from tracker.desktop.notify import NoServiceError
from tracker.errors import NotifyError, SeedError, TrackerError
from tracker.model import Alert, Decision, Source, Tier, Verdict
from tracker.settings import Settings
from tracker.store import Library, Store, Visit, day_before_which, forgettable
from tracker.views import BackfillView
from tracker.workers import Ears, Workers

PATIENCE = 20.0  # seconds until a test gives up; nothing waits this long when all is well

QUIET = "<item><title>Quiet day</title><guid>q</guid><description>Nothing moved.</description></item>"
SLIP = """<item><title>Artemis III landing moves to mid-2027</title><guid>slip</guid><link>https://agency.example/slip</link>
<pubDate>Sun, 22 Nov 2026 09:00:00 GMT</pubDate>
<description>NASA has moved the Artemis III landing from 2026 to mid-2027, the agency said.</description></item>"""


@dataclass
class Recorder:
    """A notifier that writes down what it is given, or fails as told."""

    fails: list[NotifyError] = field(default_factory=list)
    sent: queue.Queue[Alert] = field(default_factory=queue.Queue)
    offered: list[list[str]] = field(default_factory=list)
    failed: queue.Queue[str] = field(default_factory=queue.Queue)

    def describe(self) -> str:
        return "a recorder"

    def send(self, told: Alert, *, actions: Sequence[tuple[str, str]] = ()) -> None:
        if self.fails:
            error = self.fails.pop(0)
            self.failed.put(told.id)
            raise error
        self.offered.append([ident for ident, _ in actions])
        self.sent.put(told)

    def close(self) -> None: ...


@dataclass
class Heard:
    reports: queue.Queue[Any] = field(default_factory=queue.Queue)
    changed: queue.Queue[bool] = field(default_factory=queue.Queue)
    troubles: queue.Queue[TrackerError] = field(default_factory=queue.Queue)
    pasts: queue.Queue[BackfillView] = field(default_factory=queue.Queue)

    def ears(self) -> Ears:
        return Ears(
            checking=lambda _: None,
            polled=self.reports.put,
            changed=lambda: self.changed.put(True),
            trouble=self.troubles.put,
            backfilled=self.pasts.put,
        )


@dataclass
class Stage:
    home: house.Home
    entries: list[str]
    recorder: Recorder
    heard: Heard
    workers: Workers

    def start(self) -> None:
        self.workers.start(lambda: self.recorder)
        assert self.heard.reports.get(timeout=PATIENCE)

    def check(self) -> Any:
        self.workers.check()
        return self.heard.reports.get(timeout=PATIENCE)


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    entries = [QUIET]

    def answer(_: Request) -> Reply:
        return Reply(f"<rss version='2.0'><channel><title>t</title>{''.join(entries)}</channel></rss>".encode())

    with serve({"/feed": answer}) as server:
        source = Source("agency", "Agency", server.url("/feed"), Tier.AGENCY, outlet="NASA", origin="user")
        home = house.home(tmp_path, now=lambda: datetime(2026, 11, 22, 12, tzinfo=UTC), sources=[source])
        house.prepare(home)
        heard = Heard()
        workers = Workers(home, heard.ears(), tick_seconds=3600)
        yield Stage(home, entries, Recorder(), heard, workers)
        workers.stop()


def untold(home: house.Home) -> list[str]:
    with Store(home.paths.database) as store:
        return [a.id for a in store.untold()]


def until(check: Callable[[], bool], heard: queue.Queue[Any]) -> None:
    """Wait for the workers' next words until something holds."""
    while not check():
        heard.get(timeout=PATIENCE)


def test_news_is_told_once(stage: Stage) -> None:
    stage.start()
    stage.entries.append(SLIP)
    report = stage.check()
    assert [a.title for a in report.alerts] == ["Artemis III landing slips"]
    told = stage.recorder.sent.get(timeout=PATIENCE)
    assert "mid-2027" in told.body
    assert stage.recorder.offered == [["show", "not-true"]]
    stage.check()
    stage.check()
    assert stage.recorder.sent.empty()
    assert untold(stage.home) == []


def test_a_silent_source_keeps_no_alert_waiting(stage: Stage, tmp_path: Path) -> None:
    stage.start()
    stage.entries.append(SLIP)
    asked, leave = threading.Event(), threading.Event()

    def hang(_request: Request, _line: Any, stop: threading.Event) -> None:
        asked.set()
        while not (leave.is_set() or stop.is_set()):
            leave.wait(0.05)

    with serve({"/": raw(hang)}, host="127.0.0.2") as mute:
        silent = Source("mute", "Says nothing", mute.url("/"), Tier.PRESS, origin="user")
        stage.workers._home = replace(stage.home, instead=(*stage.home.sources, silent))
        stage.workers.check()
        assert asked.wait(PATIENCE)
        assert stage.recorder.sent.get(timeout=PATIENCE).title == "Artemis III landing slips"
        assert stage.heard.reports.empty()  # the round is still waiting
        leave.set()
        assert stage.heard.reports.get(timeout=PATIENCE)


def test_what_was_stored_before_a_kill_is_told_at_the_next_start(stage: Stage) -> None:
    with Store(stage.home.paths.database) as store:
        store.record(Visit(stage.home.now(), alerts=(alert("left-over"),)))
    stage.start()
    assert stage.recorder.sent.get(timeout=PATIENCE).id == "left-over"
    stage.check()
    assert stage.recorder.sent.empty()


def test_a_service_that_is_away_gets_it_when_it_comes(stage: Stage) -> None:
    stage.recorder.fails = [NotifyError("nobody took it")] * 50  # a round tries at once and again at its end
    stage.start()
    stage.entries.append(SLIP)
    stage.check()
    stage.recorder.failed.get(timeout=PATIENCE)
    assert len(untold(stage.home)) == 1
    stage.recorder.fails = []
    stage.workers.tell_soon()
    stage.recorder.sent.get(timeout=PATIENCE)


def test_without_any_service_it_is_not_tried_for_ever(stage: Stage) -> None:
    stage.recorder.fails = [NoServiceError("no notification service on this system")]
    stage.start()
    stage.entries.append(SLIP)
    stage.check()
    stage.recorder.failed.get(timeout=PATIENCE)
    stage.check()
    assert stage.recorder.sent.empty()
    assert untold(stage.home) == []


def test_the_user_s_word_is_written_off_the_main_thread(stage: Stage) -> None:
    stage.start()
    stage.entries.append(SLIP)
    change = stage.check().changes[0]
    stage.recorder.sent.get(timeout=PATIENCE)
    stage.workers.decide(Decision("d1", stage.home.now(), Verdict.REJECT, change.id, change.mission, change.milestone))

    def taken_back() -> bool:
        library = Library(stage.home.paths.database)
        try:
            return not any(c.after.when == "2027-05/2027-08" and c.standing.value != "overridden"
                           for c in library.changes(mission="artemis-3")[-1:])  # fmt: skip
        finally:
            library.close()

    until(taken_back, stage.heard.changed)


def test_broken_machinery_is_a_sentence_and_the_next_round_goes_on(stage: Stage) -> None:
    stage.start()
    in_the_way = stage.home.paths.data / "file"
    in_the_way.write_text("not a folder")
    nowhere = replace(stage.home.paths, data=in_the_way / "data")
    stage.workers._home = replace(stage.home, paths=nowhere)
    stage.workers.check()
    assert str(in_the_way) in str(stage.heard.troubles.get(timeout=PATIENCE))
    stage.workers._home = stage.home
    stage.entries.append(SLIP)
    stage.workers.check()
    assert stage.recorder.sent.get(timeout=PATIENCE).title == "Artemis III landing slips"


def test_stopping_waits_for_the_last_word(stage: Stage) -> None:
    stage.start()
    stage.workers.mark_seen()
    assert stage.workers.stop()
    library = Library(stage.home.paths.database)
    assert library.unseen_count() == 0
    library.close()


def test_a_mission_the_user_adds_is_read_at_once_and_in_what_is_stored(stage: Stage) -> None:
    stage.entries.append(
        "<item><title>Larkspur 2 launch moves to May 2027</title><guid>lark</guid><description>The agency has moved the"
        " launch of Larkspur 2 from 2026 to May 2027.</description>"
        "<pubDate>Sun, 22 Nov 2026 09:00:00 GMT</pubDate></item>"
    )
    stage.start()
    stage.home.paths.missions.write_text(
        """[[mission]]
id = "larkspur-2"
side = "us"
agency = "nasa"
programme = "larkspur"
about = { en = "Invented." }
name = { en = "Larkspur 2" }
milestones = ["launch"]
""",
        encoding="utf-8",
    )
    stage.workers.move_to(house.reread(stage.home))

    def known() -> bool:
        with Store(stage.home.paths.database) as store:
            return any(c.mission == "larkspur-2" for c in store.changes())

    until(known, stage.heard.changed)


def test_a_broken_file_of_the_user_changes_nothing(stage: Stage) -> None:
    stage.home.paths.missions.write_text("[[mission]]\nid = 7\n", encoding="utf-8")
    with pytest.raises(SeedError, match=r"missions.toml"):
        house.reread(stage.home)


def test_a_test_notification_says_who_took_it_or_why_nobody_did(stage: Stage) -> None:
    with pytest.raises(NotifyError, match="not ready yet"):
        stage.workers.show(alert("test"))
    stage.start()
    assert stage.workers.show(alert("test")) == "a recorder"
    assert stage.recorder.sent.get(timeout=PATIENCE).id == "test"
    stage.recorder.fails = [NotifyError("nobody took it")]
    with pytest.raises(NotifyError, match="nobody took it"):
        stage.workers.show(alert("test"))


def test_what_the_quiet_hours_held_back_is_told_as_one_digest(stage: Stage) -> None:
    stage.start()
    here = stage.home.now().astimezone()
    quiet = Settings(quiet_from=here.time(), quiet_until=(here + timedelta(hours=1)).time(), language="en")
    stage.workers.move_to(stage.home.with_settings(quiet))
    stage.entries.append(SLIP)
    stage.entries.append(SLIP.replace("Artemis III landing", "Artemis IV landing").replace("slip", "slip4")
                         .replace("Artemis III", "Artemis IV").replace("mid-2027", "2029").replace("2026 to", "2028 to"))  # fmt: skip
    report = stage.check()
    assert len(report.alerts) == 2
    assert stage.recorder.sent.empty()
    later = replace(stage.home.with_settings(quiet), now=lambda: datetime(2026, 11, 22, 14, tzinfo=UTC))
    stage.workers.move_to(later)
    told = stage.recorder.sent.get(timeout=PATIENCE)
    assert set(told.changes) == {c for a in report.alerts for c in a.changes}
    assert stage.workers.stop()
    assert stage.recorder.sent.empty()
    assert untold(stage.home) == []


def test_old_texts_go_beside_the_window_when_that_is_chosen(stage: Stage) -> None:
    old = [item(f"a{n}", text=f"{n} words of old", published_at=datetime(2024, 1, 1, tzinfo=UTC)) for n in range(230)]
    with Store(stage.home.paths.database) as store:
        store.record(Visit(stage.home.now(), items=tuple((one, 1, None) for one in old)))
    stage.start()
    before = day_before_which(stage.home.now().date(), 2)
    assert forgettable(stage.home.paths.database, before) == 230
    stage.workers.move_to(stage.home.with_settings(Settings(keep_text_years=2)))
    until(lambda: not forgettable(stage.home.paths.database, before), stage.heard.changed)
    assert stage.heard.troubles.empty()


def test_the_past_of_a_source_is_asked_for_and_told_of(stage: Stage) -> None:
    stage.workers.backfill("agency")  # before there is anybody to ask
    stage.start()
    assert stage.heard.pasts.get(timeout=PATIENCE).state == "waiting"
    told = stage.heard.pasts.get(timeout=PATIENCE)  # the feed knows no second page
    assert (told.source, told.state) == ("agency", "done")
    stage.workers.cancel_backfill("agency")
    assert stage.heard.pasts.get(timeout=PATIENCE).state == "done"


def later(stage: Stage, **span: float) -> None:
    """So much later by the wall clock."""
    at = stage.workers._home.now() + timedelta(**span)
    stage.workers._home = replace(stage.workers._home, now=lambda: at)


def test_after_a_sleep_there_is_one_round_a_moment_later(stage: Stage) -> None:
    stage.start()
    wall, running = stage.workers._seen
    stage.workers._clocks = lambda: (wall + 3 * 3600, running + 20)
    later(stage, hours=3)
    stage.workers._tick_once()
    assert stage.heard.reports.empty()  # the network may not be back yet
    job = stage.workers._scheduler.get_job("poll")
    assert 0 < (job.next_run_time - datetime.now(UTC)).total_seconds() <= 15
    stage.workers._tick_once()
    assert len(stage.heard.reports.get(timeout=PATIENCE).sources) == 1
    stage.workers._tick_once()
    assert stage.heard.reports.empty()


def test_who_wakes_the_machine_to_check_does_not_wait(stage: Stage) -> None:
    stage.start()
    wall, running = stage.workers._seen
    stage.workers._clocks = lambda: (wall + 3 * 3600, running + 20)
    stage.check()


def test_half_as_often_where_the_desktop_says_so(stage: Stage) -> None:
    """The source is asked once an hour: two where the network costs money."""
    stage.start()
    why = ["metered"]
    stage.workers._thrift = lambda: why[0]
    running = [stage.workers._seen[1]]
    stage.workers._clocks = lambda: (stage.workers._home.now().timestamp(), running[0])

    def tick(minutes: float) -> int:
        running[0] += minutes * 60
        later(stage, minutes=minutes)
        stage.workers._tick_once()
        polled = stage.heard.reports.qsize()
        while not stage.heard.reports.empty():
            stage.heard.reports.get()
        return polled

    stage.workers._seen = stage.workers._clocks()
    assert tick(70) == 0
    assert tick(70) == 1
    assert tick(70) == 0
    why[0] = ""
    assert tick(2) == 1  # the network is free again
    stage.workers.check()  # and a wish is a wish
    assert stage.heard.reports.get(timeout=PATIENCE)


@pytest.mark.parametrize("changes", [(), ("a", "b")])
def test_what_tells_of_no_change_or_of_many_cannot_be_called_untrue(stage: Stage, changes: tuple[str, ...]) -> None:
    stage.start()
    stage.workers.show(Alert("digest", "Two changes", "...", changes, datetime(2026, 11, 22, tzinfo=UTC)))
    assert stage.recorder.offered == [["show"]]
