"""The window, its name for the desktop, and the tray under a Wayland compositor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.desktop.desk import Desk, skip_unless_possible
from tests.desktop.panel import NotifierPanel
from tests.desktop.patience import until
from tests.desktop.running_app import ROOT, App, Feed, story
from tests.desktop.weston import Weston
from tests.loopback import Reply, Server, rss, serve
from tracker.ui.identity import APP_ID, APP_NAME
from tracker.ui.palette import DARK, LIGHT

pytestmark = [pytest.mark.desktop, pytest.mark.slow]


@pytest.fixture
def server() -> Iterator[Server]:
    with serve({"/feed": Reply(rss(story(1, "Students visit the test stand", "Cake was served.")))}) as server:
        yield server


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    skip_unless_possible("weston", "weston-screenshooter")
    with Desk(tmp_path, tray=None) as desk:
        yield desk


def make(desk: Desk, server: Server) -> App:
    return App(desk, desk.folder / "data", (Feed("nasa", server.url("/feed")),))


def test_the_window_stands_there_under_its_own_name(desk: Desk, server: Server) -> None:
    weston = Weston(desk)
    app = make(desk, server)
    app.start(window=False)
    until(lambda: weston.mapped() == 1, "the window")
    assert set(weston.app_ids()) == {APP_ID}  # the desktop file's name: without it "python3" and a blank icon
    assert weston.titles()[-1] == APP_NAME
    until(lambda: share(weston.picture(), {LIGHT.surface, DARK.surface}) > 0.3, "the painted window")
    until(lambda: desk.screen.find("chart", "Timeline", program="space-race-tracker"), "the Race page")
    assert app.end() == 0
    assert "Traceback" not in app.log + desk.log


def share(image: QImage, colours: set[str]) -> float:
    """How much of a picture has one of the colours."""
    seen = [image.pixelColor(x, y).name() for x in range(0, image.width(), 16) for y in range(0, image.height(), 16)]
    return sum(colour in colours for colour in seen) / len(seen)


def test_without_a_tray_closing_ends_it_and_hidden_it_opens_its_window(desk: Desk, server: Server) -> None:
    weston = Weston(desk)
    app = make(desk, server)
    app.start("--hidden", window=False)
    assert weston.mapped() == 0
    until(lambda: weston.mapped() == 1, "the window that nobody could open otherwise", 30)
    assert not desk.tray()
    until(lambda: desk.screen.find("menu item", "File", program="space-race-tracker"), "the menu bar")
    assert app.end() == 0


def test_a_panel_gets_the_icon_and_the_icon_opens_the_window(desk: Desk, server: Server) -> None:
    weston = Weston(desk)
    app = make(desk, server)
    app.start("--hidden", window=False)
    panel = NotifierPanel(desk.bus.address)
    app.tray().choose("Open Space Race Tracker")
    until(lambda: weston.mapped() == 1, "the window")
    app.tray().activate()  # a click on the icon; without a seat no window is ever the active one, so it stays
    assert app.tray().property("IconPixmap")[0][0] >= 16
    app.tray().choose("Quit")
    assert app.process is not None
    assert app.process.wait(15) == 0
    panel.close()


def test_a_second_start_shows_the_first_ones_window_with_the_desktops_permission(desk: Desk, server: Server) -> None:
    weston = Weston(desk)
    panel = NotifierPanel(desk.bus.address)
    app = make(desk, server)
    app.start("--hidden", window=False)
    second = desk.start(app.command(), PYTHONPATH=str(ROOT), XDG_ACTIVATION_TOKEN="token-of-the-launcher")
    assert second.wait(20) == 0
    until(lambda: weston.mapped() == 1, "the first one's window")
    assert app.end() == 0
    panel.close()
