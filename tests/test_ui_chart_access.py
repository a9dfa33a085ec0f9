"""What a screen reader meets in the two charts: marks with names, words, places, states and a press."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.sample_desk import SampleDesk
from tests.ui_world import Stage
from tracker.ui import chart_access
from tracker.ui.chart_access import ChartAccess, MarkAccess
from tracker.ui.chart_moves import Zoom
from tracker.ui.main_window import MainWindow

NAME, TOLD, VALUE = QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value


def access(chart: QWidget) -> ChartAccess:
    found = QAccessible.queryAccessibleInterface(chart)
    assert isinstance(found, ChartAccess)
    return found


def children(chart: QWidget) -> Iterator[QAccessibleInterface]:
    interface = access(chart)
    for number in range(interface.childCount()):
        child = interface.child(number)
        assert child is not None
        assert interface.indexOfChild(child) == number
        assert child.parent() is not None
        yield child


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    return Stage().window()


def test_the_charts_say_what_they_are(window: MainWindow) -> None:
    race = window.pages.race
    for chart, title in ((race.timeline, "Timeline"), (race.trend, "Milestone trend")):
        interface = access(chart)
        assert interface.role() is QAccessible.Role.Chart
        assert interface.text(NAME) == title
        assert interface.text(TOLD) == chart.description()
        assert interface.childCount() > 3


def test_every_milestone_is_a_child_with_name_words_and_place(window: MainWindow) -> None:
    timeline = window.pages.race.timeline
    found = {child.text(NAME): child for child in children(timeline)}
    assert len(found) == len(timeline.mark_keys())  # no two of one name
    launch = found["Chang'e 8 · launch"]
    assert launch.role() is QAccessible.Role.ListItem
    assert launch.text(TOLD).splitlines()[0] == "2029"
    assert "before: " in launch.text(TOLD)
    centre = timeline.spot_centre("chang-e-8", "launch")
    assert centre is not None
    assert launch.rect().contains(timeline.mapToGlobal(centre.toPoint()))
    assert access(timeline).childAt(*timeline.mapToGlobal(centre.toPoint()).toTuple()) is launch
    assert access(timeline).childAt(-50, -50) is None


def test_every_line_of_the_trend_is_a_child(window: MainWindow) -> None:
    trend = window.pages.race.trend
    found = {child.text(NAME): child for child in children(trend)}
    assert "25 Jun 2024: 1 Jan to 31 Dec 2026" in found["Artemis III · landing"].text(TOLD)
    area = QPoint(0, 0), trend.size()
    for child in found.values():
        assert child.rect().intersects(type(child.rect())(trend.mapToGlobal(area[0]), area[1]))


def test_the_keyboard_moves_the_focus_from_child_to_child(window: MainWindow) -> None:
    for chart in (window.pages.race.timeline, window.pages.race.trend):
        window.activateWindow()
        chart.setFocus()
        chart.pick("nothing", "of the kind")
        assert access(chart).text(VALUE) == ""
        QTest.keyClick(chart, Qt.Key.Key_Down)
        (focused,) = [c for c in children(chart) if c.state().selected]
        assert focused.text(NAME) == access(chart).text(VALUE)
        assert focused.state().focused == chart.hasFocus()
        QTest.keyClick(chart, Qt.Key.Key_Down)
        (other,) = [c for c in children(chart) if c.state().selected]
        assert other.text(NAME) != focused.text(NAME)


def test_a_reader_is_told_of_every_step(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[tuple[QAccessible.Event, str]] = []

    def hear(event: object) -> None:
        told = event.accessibleInterface()  # type: ignore[attr-defined]
        heard.append((event.type(), told.text(NAME)))  # type: ignore[attr-defined]

    monkeypatch.setattr(chart_access.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(chart_access.QAccessible, "updateAccessibility", hear)
    timeline = window.pages.race.timeline
    QTest.keyClick(timeline, Qt.Key.Key_Down)
    assert heard == [(QAccessible.Event.Selection, access(timeline).text(VALUE)),
                     (QAccessible.Event.Focus, access(timeline).text(VALUE))]  # fmt: skip


def test_pressing_a_child_opens_its_milestone(window: MainWindow) -> None:
    for chart in (window.pages.race.timeline, window.pages.race.trend):
        for child in list(children(chart))[:3]:
            assert isinstance(child, MarkAccess)
            assert QAccessibleActionInterface.pressAction() in child.actionNames()
            child.doAction(QAccessibleActionInterface.pressAction())
            assert window.inspector.key == child.key


def test_the_chart_itself_opens_what_is_chosen_and_its_menu(window: MainWindow) -> None:
    for chart in (window.pages.race.timeline, window.pages.race.trend):
        interface = access(chart)
        key = list(chart.mark_keys())[1]
        chart.pick(*key)
        interface.doAction(QAccessibleActionInterface.pressAction())
        assert window.inspector.key == key
        interface.doAction(QAccessibleActionInterface.showMenuAction())
        assert next(m for m in chart.findChildren(QMenu) if m.isVisible()).actions()[0].text() == "Copy as a picture"
        chart.findChildren(QMenu)[-1].close()


def test_what_is_zoomed_out_of_sight_is_off_screen_until_the_keyboard_goes_there(window: MainWindow) -> None:
    timeline = window.pages.race.timeline
    timeline.take(Zoom(38.0))
    hidden = [c for c in children(timeline) if c.state().offscreen]
    assert hidden
    assert all(c.rect().isEmpty() for c in hidden)
    for _ in range(30):
        QTest.keyClick(timeline, Qt.Key.Key_Down)
        QTest.keyClick(timeline, Qt.Key.Key_Right)
        (chosen,) = [c for c in children(timeline) if c.state().selected]
        assert not chosen.state().offscreen, chosen.text(NAME)


def test_a_line_that_begins_after_what_is_seen_is_off_screen_until_the_keyboard_goes_there(window: MainWindow) -> None:
    trend = window.pages.race.trend
    trend.pick("china-crewed-landing", "launch")  # first spoken of in October 2025
    names = [c.text(NAME) for c in children(trend)]
    trend.take(Zoom(6.0, QPointF(trend.made()[0].start, trend.made()[1].start)))
    assert [c.text(NAME) for c in children(trend)] == names  # the same lines in the same order, wherever one looks
    hidden = [c for c in children(trend) if c.state().offscreen]
    assert hidden
    assert all(c.rect().isEmpty() for c in hidden)
    walked = []
    for key in [Qt.Key.Key_Up] * len(names) + [Qt.Key.Key_Down] * len(names):
        QTest.keyClick(trend, key)
        (chosen,) = [c for c in children(trend) if c.state().selected]
        walked.append(chosen.text(NAME))
        assert not chosen.state().offscreen
        inside, one = trend.inside(), trend._by_key()[chosen.key]  # type: ignore[attr-defined]
        assert any(step.y is not None and inside.top() <= step.y <= inside.bottom() for step in one.steps)
    assert set(walked) == set(names)


def test_an_earlier_board_has_its_own_children_and_the_old_ones_are_no_more(qtbot: QtBot) -> None:
    stage = Stage()
    timeline = stage.window().pages.race.timeline
    before = list(children(timeline))
    timeline.show_board(SampleDesk(empty=True).board())
    gone = [c for c in before if not c.isValid()]
    assert len(gone) == len(before) - len(timeline.mark_keys()) > 0
    for child in gone:
        assert child.text(NAME) == child.text(TOLD) == ""
        assert child.rect().isEmpty()
        assert child.state().invalid


def test_a_closed_window_leaves_nothing_behind(qtbot: QtBot) -> None:
    kept = len(chart_access._KEPT)
    stage = Stage()
    window = stage.window()
    marks = [*children(window.pages.race.timeline), *children(window.pages.race.trend)]
    assert len(chart_access._KEPT) > 0
    del window
    Stage()  # clears the last one
    assert len(chart_access._KEPT) <= kept
    del marks
    gc.collect()
