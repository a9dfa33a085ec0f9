"""The whole way, on a real desktop: a feed gains a story, a person gets one notification, and what it leads to is true."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.desk import Desk, skip_unless_possible
from tests.desktop.patience import until
from tests.desktop.running_app import App, Feed, story
from tests.loopback import Reply, Server, free_port, raw, rss, serve, silence

pytestmark = [pytest.mark.desktop, pytest.mark.slow]

OLD = story(1, "Students visit the test stand", "A class from Ohio watched an engine being lifted. Cake was served.")
MOVE = story(
    2,
    "NASA moves Artemis III landing to mid-2027",
    "NASA has moved the landing of Artemis III from 2026 to mid-2027, the agency said. Engineers want more time.",
)
REPEAT = story(
    3,
    "Artemis III landing in mid-2027",
    "As said before, NASA has moved the landing of Artemis III from 2026 to mid-2027. Work goes on.",
)
HISTORY = story(
    4,
    "How the plan for the Moon grew",
    "The landing of Artemis III was originally planned for 2024. Much has changed since that speech.",
)
OTHERS = story(
    5,
    "Vulcan rocket slips to March 2028",
    "The next flight of the Vulcan rocket has slipped from 2027 to March 2028, its maker said. It carries a weather satellite.",
)


@pytest.fixture
def server() -> Iterator[Server]:
    with serve({"/feed": Reply(rss(OLD))}) as server:
        yield server


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    skip_unless_possible()
    with Desk(tmp_path) as desk:
        yield desk


@pytest.fixture
def app(desk: Desk, server: Server) -> Iterator[App]:
    app = App(desk, desk.folder / "data", (Feed("nasa", server.url("/feed"), "NASA of the tests"),))
    app.start()
    yield app
    if app.process is not None and app.process.poll() is None:
        desk.picture("last")
        app.process.terminate()
        assert app.process.wait(20) == 0, "it did not quit cleanly"


def test_one_true_change_is_told_once_and_shown_with_its_proof(desk: Desk, server: Server, app: App) -> None:
    until(app.window, "the window")
    assert desk.witness.sent == []  # the first fetch is a silent baseline

    server.routes["/feed"] = Reply(rss(MOVE, OLD))
    app.check_now()
    (told,) = desk.witness.sent
    assert told.title == "Artemis III landing slips"
    assert "2026" in told.body
    assert "mid-2027" in told.body
    assert told.actions == ("default", "Show", "show", "Show", "not-true", "Not true")

    labels = [entry.label for entry in app.tray().entries()]
    assert any("Artemis III landing slips" in label and "2026 → mid-2027" in label for label in labels), labels

    desk.run("wmctrl", "-i", "-c", app.window() or "")  # closed into the tray
    until(lambda: app.window() is None, "the window to be put away")
    desk.press("Show", program="notifyd")
    until(app.window, "the window to come back")
    until(lambda: desk.active_window().startswith("Space Race Tracker"), "the window in front")
    quoted = until(lambda: quotes(desk), "the quoted words")
    assert "landing of Artemis III from 2026 to mid-2027" in quoted[0]

    (row,) = [r for r in app.rows("milestones.csv") if r["mission_id"] == "artemis-3" and r["milestone"] == "landing"]
    assert row["when_edtf"] == "2027-05/2027-08"
    assert (row["earliest"], row["latest"]) == ("2027-05-01", "2027-08-31")
    assert row["previous_when_edtf"] == "2026"
    assert row["source_url"] == MOVE["link"]

    server.routes["/feed"] = Reply(rss(REPEAT, HISTORY, OTHERS, MOVE, OLD))
    app.check_now()
    assert len(desk.witness.sent) == 1, desk.witness.sent[1:]
    assert len(app.changes()) == 1


def quotes(desk: Desk) -> list[str]:
    """The words that the inspector shows as quoted proof."""
    return [name for _role, name in desk.screen.words("tracker") if name.startswith("Quoted words: ")]


def test_not_true_takes_it_back(desk: Desk, server: Server, app: App) -> None:
    server.routes["/feed"] = Reply(rss(MOVE, OLD))
    app.check_now()
    desk.press("Not true", program="notifyd")

    def landing() -> str:
        rows = app.rows("milestones.csv")
        return next(r["when_edtf"] for r in rows if (r["mission_id"], r["milestone"]) == ("artemis-3", "landing"))

    until(lambda: landing() == "2026", "the old date to stand again")
    app.check_now()
    assert len(desk.witness.sent) == 1


def test_killed_between_storing_and_telling_it_is_told_once_after_the_restart(
    desk: Desk, server: Server, app: App
) -> None:
    desk.stop_daemon()  # stored, and nobody there to be told
    server.routes["/feed"] = Reply(rss(MOVE, OLD))
    app.check_now()
    assert len(app.changes()) == 1
    assert desk.witness.sent == []
    app.kill()
    desk.start_daemon()
    app.start()
    until(lambda: desk.witness.sent, "the notification")
    app.check_now()
    assert [sent.title for sent in desk.witness.sent] == ["Artemis III landing slips"]
    app.kill()
    app.start()
    app.check_now()
    assert len(desk.witness.sent) == 1


def test_two_sources_down_leave_the_others_whole(desk: Desk, server: Server) -> None:
    server.routes["/silent"] = raw(silence)
    server.routes["/feed"] = Reply(rss(MOVE, OLD))
    feeds = (
        Feed("refused", f"http://127.0.0.1:{free_port()}/feed", "Nobody home"),
        Feed("nasa", server.url("/feed"), "NASA of the tests"),
    )
    with serve({"/silent": raw(silence)}, host="127.0.0.2") as mute:
        app = App(desk, desk.folder / "data", (*feeds, Feed("silent", mute.url("/silent"), "Says nothing")))
        app.start()
        (row,) = [r for r in app.rows("m.csv") if r["mission_id"] == "artemis-3" and r["milestone"] == "landing"]
        assert row["when_edtf"] == "2027-05/2027-08"
        told = app.said("doctor")
        assert "refused" in next(line for line in told.splitlines() if "Nobody home" in line or "refused:" in line)
        app.kill()


def test_a_second_start_raises_the_first(desk: Desk, app: App) -> None:
    desk.run("wmctrl", "-i", "-c", until(app.window, "the window"))
    until(lambda: app.window() is None, "the window to be put away")
    second = desk.start(app.command(), PYTHONPATH=app_root())
    assert second.wait(20) == 0
    until(app.window, "the first one's window")


def app_root() -> str:
    from tests.desktop.running_app import ROOT

    return str(ROOT)
