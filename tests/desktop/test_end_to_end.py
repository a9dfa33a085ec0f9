"""The whole way, on a real desktop: a feed gains a story, a person gets one notification, and what it leads to is true."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.desk import Desk, skip_unless_possible
from tests.desktop.patience import until
from tests.desktop.recording_service import RecordingService
from tests.desktop.running_app import ROOT, App, Feed, story
from tests.loopback import Reply, Server, free_port, raw, rss, serve

pytestmark = [pytest.mark.desktop, pytest.mark.slow]

OLD = story(1, "Students visit the test stand", "A class from Ohio watched an engine being lifted. Cake was served.")
MOVE = story(
    2,
    "NASA moves Artemis III landing to mid-2027",
    "NASA has moved Artemis III's landing from 2026 to mid-2027, the agency said. Engineers want more time.",
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

    calm = app.tray().property("IconPixmap")

    server.routes["/feed"] = Reply(rss(MOVE, OLD))
    app.check_now()
    (told,) = desk.witness.sent
    assert told.title == "Artemis III landing slips"
    assert "2026" in told.body
    assert "mid-2027" in told.body
    assert told.actions == ("show", "Show", "not-true", "Not true")

    until(lambda: app.tray().property("IconPixmap") != calm, "the icon that says there is news")
    labels = [entry.label for entry in app.tray().entries()]
    assert any("Artemis III landing slips" in label and "2026 → mid-2027" in label for label in labels), labels

    app.put_away()
    desk.press("Show", program="notifyd")
    until(app.window, "the window to come back")
    until(lambda: desk.active_window().startswith("Space Race Tracker"), "the window in front")
    assert "mid-2027" in until(lambda: highlighted(desk), "the quoted words")

    (row,) = [r for r in app.rows("milestones.csv") if r["mission_id"] == "artemis-3" and r["milestone"] == "landing"]
    assert row["when_edtf"] == "2027-05/2027-08"
    assert (row["earliest"], row["latest"]) == ("2027-05-01", "2027-08-31")
    assert row["previous_when_edtf"] == "2026"
    assert row["source_url"] == MOVE["link"]

    server.routes["/feed"] = Reply(rss(REPEAT, HISTORY, OTHERS, MOVE, OLD))
    app.check_now()
    assert len(desk.witness.sent) == 1, desk.witness.sent[1:]
    assert len(app.changes()) == 1


def highlighted(desk: Desk) -> str:
    """The words with a coloured ground in the first proof that the inspector shows, as a screen reader is told."""
    proof = desk.screen.find("text", "Quoted words: ", program="space-race-tracker")
    runs = proof.marks() if proof else []
    return "".join(words for words, look in runs if look.get("bg-color"))


def test_not_true_takes_it_back(desk: Desk, server: Server, app: App) -> None:
    server.routes["/feed"] = Reply(rss(MOVE, OLD))
    app.check_now()
    desk.press("Not true", program="notifyd")

    until(lambda: landing(app) == "2026", "the old date to stand again")
    app.check_now()
    assert len(desk.witness.sent) == 1


def test_a_popup_of_an_earlier_run_still_leads_to_its_change(desk: Desk, server: Server, app: App) -> None:
    server.routes["/feed"] = Reply(rss(MOVE, OLD))
    app.check_now()
    app.kill()
    app.start_again("--hidden", window=False)
    until(lambda: app.log.count("notifications are shown by") == 2, "the restarted app to know who notifies")
    desk.press("Show", program="notifyd")
    until(app.window, "the window")
    assert "mid-2027" in until(lambda: highlighted(desk), "the quoted words")
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
    app.start_again()
    until(lambda: desk.witness.sent, "the notification")
    app.check_now()
    assert [sent.title for sent in desk.witness.sent] == ["Artemis III landing slips"]
    app.kill()
    app.start_again()
    app.check_now()
    assert len(desk.witness.sent) == 1


def test_killed_while_a_service_hangs_it_is_told_once_after_the_restart(desk: Desk, server: Server, app: App) -> None:
    desk.stop_daemon()
    hanging = RecordingService(desk.bus.address)
    hanging.mode = "hang"
    server.routes["/feed"] = Reply(rss(MOVE, OLD))
    app.press_f5()
    hanging.next_call(seconds=20)  # stored, sent, and no answer: nobody knows whether it was shown
    app.kill()
    hanging.close()
    desk.start_daemon()
    app.start_again()
    until(lambda: len(desk.witness.sent) == 2, "the telling after the restart")  # one to the hanging one, one shown
    app.check_now()
    assert len(desk.witness.sent) == 2
    assert desk.screen.find("push button", "Not true", program="notifyd")


def test_two_sources_down_leave_the_others_whole_and_are_named_with_the_reason(desk: Desk, server: Server) -> None:
    server.routes["/feed"] = Reply(rss(MOVE, OLD))
    with serve({"/": raw(lambda _request, _line, stop: stop.wait(300) and None)}, host="127.0.0.2") as mute:
        feeds = (
            Feed("refused", f"http://127.0.0.1:{free_port()}/feed", "Nobody home"),
            Feed("mute", mute.url("/"), "Says nothing"),
            Feed("nasa", server.url("/feed"), "NASA of the tests"),
        )
        app = App(desk, desk.folder / "data", feeds, module="tests.desktop.impatient")
        app.start_again()
        until(lambda: " tracker.poll: nasa: new, 2 new of 2" in app.log, "the whole visit to the third")
        assert landing(app) == "2027-05/2027-08"  # while the second still says nothing
        until(lambda: app.visits() >= 3, "the end of patience", 60)
        told = app.said("doctor").splitlines()
        assert "refuses the connection" in next(line for line in told if "source refused:" in line)
        assert "does not answer in time" in next(line for line in told if "source mute:" in line)
        assert "Fine" in next(line for line in told if "source nasa:" in line)
        until(lambda: desk.screen.find("radio button", "Sources"), "the page's button").press()
        words = until(
            lambda: [name for _role, name in desk.screen.words("space-race-tracker") if "refuses" in name], "why"
        )
        assert words
        app.kill()


def landing(app: App) -> str:
    """What is believed of Artemis III's landing."""
    rows = app.rows("milestones.csv")
    return next(r["when_edtf"] for r in rows if (r["mission_id"], r["milestone"]) == ("artemis-3", "landing"))


def test_a_second_start_raises_the_first(desk: Desk, app: App) -> None:
    app.put_away()
    second = desk.start(app.command(), PYTHONPATH=str(ROOT))
    assert second.wait(20) == 0
    until(app.window, "the first one's window")
