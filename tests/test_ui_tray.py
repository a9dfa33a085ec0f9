"""The tray: its menu, its states, a tray that comes late or comes back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NoReturn

import pytest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from tests.sample_desk import NOW, ident
from tests.ui_world import Stage
from tracker.desktop.tray_host import NOTIFIER, XEMBED
from tracker.errors import StoreError
from tracker.ui.icons import TRAY_STATES, app_icon, tray_icon
from tracker.ui.language import Language
from tracker.ui.tray import Tray


def make(stage: Stage, *, available: bool = True) -> Tray:
    stage.tray = available
    return Tray(stage.desk, stage.bridge, stage.around, kind=lambda: NOTIFIER if stage.tray else "")


def test_the_menu_says_what_changed_and_what_is_next(qtbot: QtBot) -> None:
    tray = make(Stage())
    assert tray.start()
    assert tray.action("change-0").text() == "• Artemis III rollout planned: July 2027"
    assert tray.action("change-3").text() == "Chang'e 7 landing on hold: August 2026 to September 2026 → on hold"
    assert tray.action("next").text() == "Next: Artemis III docking, 2027"
    assert tray.icon is not None
    assert tray.icon.toolTip() == "Space Race Tracker: 3 new"
    assert tray.state == "news-False"
    tray.stop()


def test_what_is_pressed_comes_out(qtbot: QtBot) -> None:
    tray = make(Stage())
    tray.start()
    with qtbot.waitSignal(tray.change_asked) as change:
        tray.action("change-2").trigger()
    assert change.args == [ident("chang-e-7", "launch", "2026-08-23")]
    with qtbot.waitSignal(tray.milestone_asked) as milestone:
        tray.action("next").trigger()
    assert milestone.args == ["artemis-3", "docking"]
    for name, signal in (("check", tray.check_asked), ("open", tray.open_asked), ("quit", tray.quit_asked)):
        with qtbot.waitSignal(signal):
            tray.action(name).trigger()
    assert tray.icon is not None
    with qtbot.waitSignal(tray.toggle_asked):
        tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    tray.stop()


def test_an_empty_desk_and_one_without_answers(qtbot: QtBot) -> None:
    stage = Stage(empty=True)
    tray = make(stage)
    tray.start()
    assert tray.action("change-0").text() == "No change yet"
    assert not tray.action("change-0").isEnabled()
    assert not tray.action("change-1").isVisible()
    assert tray.state == "normal-False"
    tray.stop()


def test_it_is_there_though_nothing_can_be_read_and_says_why(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged() -> NoReturn:
        raise StoreError("the database is damaged", key="/x/tracker.sqlite3")

    stage = Stage()
    with monkeypatch.context() as patch:
        patch.setattr(stage.desk, "counts", damaged)
        tray = make(stage)
        assert tray.start()
        assert tray.icon is not None
        assert tray.icon.toolTip() == "Space Race Tracker: /x/tracker.sqlite3: the database is damaged"
        assert tray.state == "problem-False"
        shown = [a.objectName() for a in tray.menu.actions() if a.isVisible() and a.isEnabled() and a.objectName()]
        assert shown == ["check", "open", "quit"]
    tray.refresh()  # mended
    assert tray.state == "news-False"
    assert tray.action("next").isVisible()
    tray.stop()


def test_pausing_and_resuming(qtbot: QtBot) -> None:
    stage = Stage()
    tray = make(stage)
    tray.start()
    with qtbot.waitSignal(tray.pause_asked) as hour:
        tray.action("pause-hour").trigger()
    assert hour.args == [NOW + timedelta(hours=1)]
    assert tray.paused_until == NOW + timedelta(hours=1)
    assert tray.action("resume").isVisible()
    with qtbot.waitSignal(tray.pause_asked) as resumed:
        tray.action("resume").trigger()
    assert resumed.args == [None]
    assert not tray.action("resume").isVisible()
    with qtbot.waitSignal(tray.pause_asked) as tomorrow:
        tray.action("pause-tomorrow").trigger()
    until = tomorrow.args[0]
    assert isinstance(until, datetime)
    assert timedelta(0) < until - NOW < timedelta(days=2)
    tray.set_paused(NOW - timedelta(minutes=1))
    tray.look()
    assert tray.paused_until is None
    tray.stop()


def test_a_tray_that_comes_late_and_one_that_comes_back(qtbot: QtBot) -> None:
    stage = Stage()
    tray = make(stage, available=False)
    assert not tray.start()
    assert tray.icon is None  # Qt would bind it to a kind of tray that never comes
    found: list[int] = []
    tray.tray_found.connect(lambda: found.append(1))
    stage.tray = True
    tray.look()
    tray.look()
    assert tray.there
    assert tray.icon is not None
    assert tray.icon.toolTip() == "Space Race Tracker: 3 new"
    assert not tray.icon.icon().isNull()
    assert found == [1]
    stage.tray = False
    tray.look()
    assert not tray.there
    stage.tray = True
    tray.look()
    assert found == [1, 1]
    tray.stop()


def test_another_kind_of_tray_gets_an_icon_of_its_own_kind(qtbot: QtBot) -> None:
    """Qt binds an icon to one kind when it is made."""
    stage = Stage()
    kinds = [XEMBED]
    tray = Tray(stage.desk, stage.bridge, stage.around, kind=lambda: kinds[0])
    found: list[int] = []
    tray.tray_found.connect(lambda: found.append(1))
    tray.start()
    first = tray.icon
    tray.look()
    assert tray.icon is first
    assert first is not None
    kinds[0] = NOTIFIER
    with qtbot.waitSignal(first.destroyed):
        tray.look()
    second = tray.icon
    assert second is not None
    assert second.isVisible()
    assert second.contextMenu() is tray.menu
    assert second.toolTip() == "Space Race Tracker: 3 new"
    assert found == [1]  # it was never away
    with qtbot.waitSignal(tray.toggle_asked):
        second.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    kinds[0] = ""
    tray.look()
    kinds[0] = NOTIFIER
    tray.look()
    assert tray.icon is second  # the panel was restarted: the same kind takes the same icon
    assert found == [1, 1]
    tray.stop()


def test_it_follows_the_polls(qtbot: QtBot) -> None:
    stage = Stage()
    tray = make(stage)
    tray.start()
    stage.bridge.checking.emit(True)
    assert tray.action("check").text() == "Checking…"
    stage.desk.seen = True
    stage.bridge.changed.emit()
    assert tray.action("check").text() == "Check now"
    assert tray.state == "normal-False"
    tray.stop()


@pytest.mark.parametrize("state", TRAY_STATES)
@pytest.mark.parametrize("dark", [True, False])
def test_icons_are_drawn_and_differ(qtbot: QtBot, state: str, dark: bool) -> None:
    image = tray_icon(state, dark_panel=dark).pixmap(22, 22).toImage()
    ink = [image.pixelColor(x, y) for x in range(22) for y in range(22) if image.pixelColor(x, y).alpha() > 200]
    assert len(ink) > 40
    assert all((c.lightness() > 150) is dark for c in ink)
    others = [tray_icon(s, dark_panel=dark).pixmap(22, 22).toImage() for s in TRAY_STATES if s != state]
    assert all(image != other for other in others)


def test_the_app_icon_fills_small_and_large_sizes(qtbot: QtBot) -> None:
    for size in (16, 32, 128):
        image = app_icon().pixmap(size, size).toImage()
        assert image.pixelColor(size // 2, size // 2).alpha() == 255
    with pytest.raises(ValueError, match="no such tray state"):
        tray_icon("angry", dark_panel=True)


def test_in_chinese_its_lines_are_set_as_chinese_is(qtbot: QtBot, qapp: QApplication) -> None:
    speech = Language(qapp, "zh_CN")
    try:
        stage = Stage(language="zh_CN")
        tray = make(stage)
        tray.start()
        assert "：" in tray.action("change-0").text()
        assert ": " not in tray.action("change-0").text()
        tray.stop()
    finally:
        speech.change("en")
