"""Tray, start hidden, second start, quit: what stands around the window, on both kinds of tray and without one."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.desktop.desk import Desk, skip_unless_possible
from tests.desktop.panel import NotifierPanel
from tests.desktop.patience import until
from tests.desktop.running_app import ROOT, App, Feed, story
from tests.loopback import Reply, Server, rss, serve
from tracker.desktop import autostart
from tracker.desktop.autostart_file import AutostartFile

pytestmark = [pytest.mark.desktop, pytest.mark.slow]


@pytest.fixture
def server() -> Iterator[Server]:
    with serve({"/feed": Reply(rss(story(1, "Students visit the test stand", "Cake was served.")))}) as server:
        yield server


def make(desk: Desk, server: Server) -> App:
    return App(desk, desk.folder / "data", (Feed("nasa", server.url("/feed")),))


def test_a_hidden_start_shows_no_window_and_the_tray_opens_it(tmp_path: Path, server: Server) -> None:
    skip_unless_possible()
    with Desk(tmp_path) as desk:
        app = make(desk, server)
        app.start("--hidden", window=False)
        assert app.window() is None
        app.tray().choose("Open Space Race Tracker")
        until(app.window, "the window")
        app.put_away()
        app.tray().choose("Check now")
        until(lambda: app.visits() == 2, "the poll")
        second = desk.start(app.command(), PYTHONPATH=str(ROOT))
        assert second.wait(20) == 0
        until(app.window, "the window that a second start asked for")
        app.tray().choose("Quit")
        assert app.process is not None
        assert app.process.wait(15) == 0


def test_the_icon_comes_back_with_the_panel(tmp_path: Path, server: Server) -> None:
    skip_unless_possible()
    with Desk(tmp_path) as desk:
        app = make(desk, server)
        app.start()
        app.tray()
        desk.stop_panel()
        until(lambda: not desk.talk.has("org.kde.StatusNotifierWatcher"), "the panel to go")
        desk.start_panel()
        app.tray().choose("Check now")
        until(lambda: app.visits() == 2, "the poll")
        assert app.end() == 0


def test_a_panel_that_comes_late_gets_the_icon(tmp_path: Path, server: Server) -> None:
    """At login a program may be there before the panel: hidden, it waits for it."""
    skip_unless_possible()
    with Desk(tmp_path, tray=None) as desk:
        app = make(desk, server)
        app.start("--hidden", window=False)
        assert app.window() is None
        desk.tray_kind = "statusnotifier"
        desk.start_panel()
        app.tray().choose("Open Space Race Tracker")
        until(app.window, "the window")
        app.put_away()
        assert app.end() == 0


def test_a_panel_that_knows_no_xembed_gets_the_icon_late_and_again(tmp_path: Path, server: Server) -> None:
    skip_unless_possible()
    with Desk(tmp_path, tray=None) as desk:
        app = make(desk, server)
        app.start()
        for _ in range(2):
            panel = NotifierPanel(desk.bus.address)
            until(lambda panel=panel: panel.items, "the icon")  # type: ignore[misc]
            assert "Open Space Race Tracker" in [entry.label for entry in app.tray().entries()]
            panel.close()
        assert app.end() == 0


def test_an_old_tray_that_comes_late_gets_the_icon(tmp_path: Path, server: Server) -> None:
    skip_unless_possible("trayer")
    with Desk(tmp_path, tray=None) as desk:
        app = make(desk, server)
        app.start()
        desk.tray_kind = "xembed"
        desk.start_panel()
        until(desk.docked_icon, "the icon in the old tray", 30)
        app.put_away()
        pressed(desk, 1, app.window, "the window", 8)
        desk.stop_panel()  # the old tray is restarted, as by its user
        until(lambda: desk.docked_icon() is None, "the old tray to go")
        desk.start_panel()
        until(desk.docked_icon, "the icon again", 30)
        assert app.end() == 0


def test_the_icon_moves_to_a_panel_of_another_kind_and_back(tmp_path: Path, server: Server) -> None:
    """At login an old tray may be there first, and a panel that knows only StatusNotifier comes later."""
    skip_unless_possible("trayer")
    with Desk(tmp_path, tray="xembed") as desk:
        app = make(desk, server)
        app.start("--hidden", window=False)
        until(desk.docked_icon, "the icon in the old tray")
        panel = NotifierPanel(desk.bus.address)
        until(lambda: panel.items, "the icon in the new panel", 10)
        until(lambda: desk.docked_icon() is None, "the icon to leave the old tray", 10)
        app.tray().choose("Open Space Race Tracker")
        until(app.window, "the window")
        app.put_away()
        panel.close()
        until(desk.docked_icon, "the icon in the old tray again", 30)
        in_the_menu(desk, upwards=2)
        until(app.window, "the window")
        assert app.end() == 0


def test_hidden_where_no_tray_comes_it_opens_its_window(tmp_path: Path, server: Server) -> None:
    skip_unless_possible()
    with Desk(tmp_path, tray=None) as desk:
        app = make(desk, server)
        app.start("--hidden", window=False)
        until(app.window, "the window that nobody could open otherwise", 30)
        assert app.end() == 0


def test_the_autostart_entry_starts_it_hidden_in_the_tray(tmp_path: Path, server: Server) -> None:
    """The file as GLib reads it, as most desktops do: started from another folder, without a shell."""
    skip_unless_possible("gio")
    with Desk(tmp_path) as desk:
        app = App(desk, desk.folder / 'data "of" ann & $HOME, 100%', (Feed("nasa", server.url("/feed")),))
        entry = AutostartFile.of(desk.env)
        entry.enable(autostart.program(autostart.installation(), ("--data-dir", str(app.data)), hidden=True))
        desk.start(["gio", "launch", entry.where], PYTHONPATH=str(ROOT))
        until(lambda: app.visits() == 1, "the first poll", 40)
        assert app.window() is None
        app.tray().choose("Open Space Race Tracker")
        until(app.window, "the window")
        app.tray().choose("Quit")
        until(lambda: not desk.tray(), "the icon to go")


def test_without_a_tray_closing_the_window_ends_the_program(tmp_path: Path, server: Server) -> None:
    skip_unless_possible()
    with Desk(tmp_path, tray=None) as desk:
        app = make(desk, server)
        app.start()
        desk.run("wmctrl", "-i", "-c", until(app.window, "the window"))
        assert app.process is not None
        assert app.process.wait(15) == 0


def pressed(desk: Desk, button: int, seen: Callable[[], object], what: str, patience: float = 2.0) -> None:
    """What comes of a press on the icon in an old tray: of another one, where a window that is just going, or the tray that
    was still moving its icon about, took the first."""

    def came() -> bool:
        desk.click(until(desk.docked_icon, "the icon in the old tray"), button)
        with suppress(AssertionError):
            until(seen, what, patience)
        return bool(seen())

    until(came, what)


def in_the_menu(desk: Desk, *, upwards: int) -> None:
    """Press an entry of the menu of the icon in an old tray: 1 Quit, 2 Open, 3 Pause alerts, 4 Check now."""
    pressed(desk, 3, desk.popups, "the menu")
    for _ in range(upwards):
        desk.key("Up")
    desk.key("Return")
    until(lambda: not desk.popups(), "the menu to go")


def test_an_old_tray_holds_the_icon_and_a_click_brings_the_window(tmp_path: Path, server: Server) -> None:
    skip_unless_possible("trayer")
    with Desk(tmp_path, tray="xembed") as desk:
        app = make(desk, server)
        app.start("--hidden", window=False)
        until(desk.docked_icon, "the icon in the old tray")
        assert app.window() is None
        pressed(desk, 1, app.window, "the window", 8)
        app.put_away()
        # Qt draws this menu itself and tells readers nothing of it, so the keys walk it: from the last entry upwards.
        in_the_menu(desk, upwards=4)
        until(lambda: app.visits() == 2, "the poll")
        in_the_menu(desk, upwards=2)
        until(app.window, "the window")
        in_the_menu(desk, upwards=1)
        assert app.process is not None
        assert app.process.wait(15) == 0


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_signals_end_it_cleanly_and_the_next_start_is_the_first(tmp_path: Path, server: Server, how: int) -> None:
    skip_unless_possible()
    with Desk(tmp_path) as desk:
        app = make(desk, server)
        app.start()
        assert app.kill(how) == 0
        app.start_again()
        assert app.window()
        assert app.end() == 0
        assert "Traceback" not in app.log, app.log[-3000:]
        assert "Traceback" not in desk.log
