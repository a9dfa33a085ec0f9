"""The keyboard alone: every main task, Escape out of everything, shortcuts in the menus, and one always sees where one is."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMenuBar, QScrollBar, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.ui_world import Stage
from tracker.model import Verdict
from tracker.ui.board_table import KEY
from tracker.ui.main_window import MainWindow
from tracker.ui.navigation import PAGES

NO, CTRL, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Hands:
    """A person without a mouse."""

    def __init__(self) -> None:
        self.stage = Stage()
        self.window = self.stage.window()
        self.window.activateWindow()
        self.stage.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO) -> None:
        self.window.activateWindow()  # without a window manager a closed menu or tip leaves nothing active
        self.stage.settle()
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifier)
        self.stage.settle()

    def tab_to(self, wanted: QWidget | None) -> None:
        for _ in range(120):
            if self.window.focusWidget() is wanted:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {wanted}")


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands()


def test_ctrl_and_a_number_open_each_page(hands: Hands) -> None:
    for number, page in enumerate(PAGES, 1):
        hands.press(Qt.Key(Qt.Key.Key_0 + number), CTRL)
        assert hands.window.page == page


def test_walking_zooming_and_panning_the_timeline(hands: Hands) -> None:
    window = hands.window
    timeline = window.pages.race.timeline
    hands.tab_to(timeline)
    whole = timeline.scale
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Right)
    picked = timeline.picked_mark()
    hands.press(Qt.Key.Key_Return)
    assert window.inspector.key == picked
    hands.press(Qt.Key.Key_Plus)
    closer = timeline.scale
    assert closer.days < whole.days
    hands.press(Qt.Key.Key_Right, SHIFT)
    assert timeline.scale.first > closer.first
    assert timeline.scale.days == pytest.approx(closer.days)
    hands.press(Qt.Key.Key_Left, SHIFT)
    assert timeline.scale.first == pytest.approx(closer.first)
    hands.press(Qt.Key.Key_Minus)
    hands.press(Qt.Key.Key_Home)
    assert timeline.scale == whole


def test_walking_zooming_and_panning_the_trend(hands: Hands) -> None:
    trend = hands.window.pages.race.trend
    hands.tab_to(trend)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        hands.press(key)
    hands.press(Qt.Key.Key_Space)
    assert hands.window.inspector.key == trend.picked_mark()
    whole = trend.made()[:2]
    hands.press(Qt.Key.Key_Plus)
    closer = trend.made()[:2]
    for then, now in zip(whole, closer, strict=True):
        assert now.days == pytest.approx(then.days / 1.25)
    for key, axis, later in ((Qt.Key.Key_Right, 0, True), (Qt.Key.Key_Left, 0, False),
                             (Qt.Key.Key_Up, 1, True), (Qt.Key.Key_Down, 1, False)):  # fmt: skip
        before = trend.made()[:2]
        hands.press(key, SHIFT)
        after = trend.made()[:2]
        assert (after[axis].first > before[axis].first) is later
        assert after[1 - axis] == before[1 - axis]
    hands.press(Qt.Key.Key_Minus)
    hands.press(Qt.Key.Key_Home)
    assert trend.made()[:2] == whole


def test_the_table_instead_of_the_charts(hands: Hands) -> None:
    race = hands.window.pages.race
    hands.tab_to(race.as_table)
    hands.press(Qt.Key.Key_Space)
    assert race.table is not None
    hands.tab_to(race.table)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Down)
    cell = race.table.item(race.table.currentRow(), 1)
    assert cell is not None
    assert hands.window.inspector.key == cell.data(KEY)
    hands.tab_to(race.as_table)
    hands.press(Qt.Key.Key_Space)
    assert race.timeline.isVisible()


def test_time_travel_day_by_day_month_by_month_and_back(hands: Hands) -> None:
    top, since = hands.window.top, hands.stage.desk.world.on
    today = hands.stage.desk.today()
    hands.tab_to(top.slider)
    hands.press(Qt.Key.Key_Left)
    assert top.day == today - timedelta(days=1)
    hands.press(Qt.Key.Key_PageDown)
    assert top.day == today - timedelta(days=31)
    hands.press(Qt.Key.Key_Home)
    assert top.day == since == date(2024, 6, 25)
    hands.press(Qt.Key.Key_Right)
    assert top.day == date(2024, 6, 26)
    hands.press(Qt.Key.Key_T, CTRL)
    assert top.day is None


def test_the_history_plays_and_stops(hands: Hands, qtbot: QtBot) -> None:
    top = hands.window.top
    hands.press(Qt.Key.Key_7, CTRL)
    hands.press(Qt.Key.Key_P, CTRL)
    assert hands.window.page == "race"
    assert top.play.isChecked()
    assert top.day == date(2024, 6, 25) or top.day is not None
    seen = len(hands.stage.desk.boards_asked)
    qtbot.waitUntil(lambda: len(hands.stage.desk.boards_asked) > seen + 2)
    hands.press(Qt.Key.Key_P, CTRL)
    assert not top.play.isChecked()


def test_export_check_and_undo(hands: Hands, tmp_path: Path) -> None:
    window, desk = hands.window, hands.stage.desk
    window.menus.ask_path = lambda name: tmp_path / name
    hands.press(Qt.Key.Key_E, CTRL)
    hands.press(Qt.Key.Key_E, CTRL | SHIFT)
    assert window.body.toast.text().startswith("Written: ")
    hands.press(Qt.Key.Key_F5)
    assert not window.top.check.isEnabled()
    hands.press(Qt.Key.Key_2, CTRL)
    hands.tab_to(window.pages.changes.list)
    hands.press(Qt.Key.Key_Down)
    wrong = window.inspector.findChild(QWidget, "notTrue")
    hands.tab_to(wrong)
    menu = wrong.menu()  # type: ignore[attr-defined]
    menu.popup(window.mapToGlobal(window.rect().center()))
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert [d.verdict for d in desk.decisions] == [Verdict.REJECT]
    hands.press(Qt.Key.Key_Z, CTRL)
    assert [d.verdict for d in desk.decisions] == [Verdict.REJECT, Verdict.UNDO]


def test_escape_gets_out_of_everything(hands: Hands) -> None:
    window = hands.window
    window.body.toast.say("Something was done")
    hands.press(Qt.Key.Key_Escape)
    assert not window.body.toast.isVisible()
    window.show_milestone("artemis-3", "landing")
    hands.press(Qt.Key.Key_Escape)
    assert not window.body.side_shown
    window.top.slider.setValue(10)
    hands.press(Qt.Key.Key_Escape)
    assert window.top.day is None
    hands.press(Qt.Key.Key_2, CTRL)
    hands.press(Qt.Key.Key_F, CTRL)
    QTest.keyClicks(window.focusWidget(), "slips")
    hands.press(Qt.Key.Key_Escape)
    assert window.pages.changes.search.text() == ""
    window.show_milestone("artemis-3", "landing")
    for opened in (window.inspector.ask_override, window.menus.about):
        opened()
        hands.stage.settle()
        dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        hands.stage.settle()
        assert not [d for d in window.findChildren(QDialog) if d.isVisible()]
    window.open_page("race")
    window.pages.race.timeline.show_menu(window.mapToGlobal(window.rect().center()))
    menu = next(m for m in window.findChildren(QMenu) if m.isVisible())
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not [m for m in window.findChildren(QMenu) if m.isVisible()]


def test_menus_show_each_shortcut_and_none_stands_twice(hands: Hands) -> None:
    bar = hands.window.findChild(QMenuBar)
    actions = [a for top in bar.actions() for a in top.menu().actions() if not a.isSeparator()]
    rare = {"about", "importSources", "exportSources"}
    assert {a.objectName() for a in actions if a.shortcut().isEmpty()} == rare
    keys = [a.shortcut().toString() for a in actions if not a.shortcut().isEmpty()]
    assert len(set(keys)) == len(keys)
    assert {"Ctrl+F", "F5", *(f"Ctrl+{n}" for n in range(1, 8))} <= set(keys)
    assert all(top.text().count("&") == 1 for top in bar.actions())  # Alt and a letter opens each
    assert hands.window.menus.undo.shortcut() == QKeySequence("Ctrl+Z")


def picture(window: MainWindow, widget: QWidget) -> QImage:
    """A control as it stands in the window, with a little around it."""
    where = QRect(widget.mapTo(window, QPoint(0, 0)) - QPoint(3, 3), widget.size() + QSize(6, 6))
    return window.grab(where.intersected(window.rect())).toImage()


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("page", PAGES)
def test_one_sees_where_the_keyboard_is(hands: Hands, page: str, mode: str) -> None:
    """Each control looks different when it has the focus."""
    window = hands.window
    hands.stage.theme.set_mode(mode)
    window.show_milestone("chang-e-7", "launch")
    window.open_page(page)
    hands.stage.settle()
    window.activateWindow()
    controls = [
        w
        for w in window.findChildren(QWidget)
        if w.isVisible()
        and w.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(w, QScrollBar)
        and w.isEnabled()
        and w.visibleRegion().boundingRect().size() == w.size()
    ]
    assert len(controls) > 8
    same = []
    for widget in controls:
        if not isValid(widget):  # made anew, as the inspector is when a row is chosen
            continue
        window.centralWidget().setFocus()
        hands.stage.settle()
        before = picture(window, widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        hands.stage.settle()
        if QApplication.focusWidget() is widget and picture(window, widget) == before:
            same.append(f"{type(widget).__name__} {widget.objectName()} {widget.accessibleName()}")
    assert not same
