"""The charts under the hand: wheel, drag, double click, hover, and what comes out as a picture."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.ui_world import Stage
from tracker.ui.chart_export import picture, write
from tracker.ui.main_window import MainWindow

CTRL, SHIFT, NO = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    return Stage().window()


def wheel(widget: QWidget, at: QPointF, steps: int, modifier: Qt.KeyboardModifier) -> bool:
    """Turn the wheel over a point; whether the widget took it."""
    event = QWheelEvent(
        at, widget.mapToGlobal(at), QPoint(), QPoint(0, 120 * steps), Qt.MouseButton.NoButton, modifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    event.ignore()
    widget.wheelEvent(event)
    return event.isAccepted()


def test_the_wheel_zooms_around_the_pointer_and_pans_and_is_else_the_pages(window: MainWindow) -> None:
    timeline = window.pages.race.timeline
    at = QPointF(timeline.width() * 0.6, timeline.height() / 2)
    before = timeline._scale
    assert wheel(timeline, at, 2, CTRL)
    closer = timeline._scale
    assert closer.days < before.days
    assert abs((closer.day(at.x()) - before.day(at.x())).days) <= 1
    assert wheel(timeline, at, 1, SHIFT)
    assert timeline._scale.days == pytest.approx(closer.days)
    assert timeline._scale.first != closer.first
    assert not wheel(timeline, at, 1, NO)


def test_a_drag_pans_and_a_double_click_shows_everything(window: MainWindow) -> None:
    timeline = window.pages.race.timeline
    before = timeline._scale
    free = QPoint(round(timeline._scale.end) - 4, timeline.height() - 4)
    QTest.mousePress(timeline, Qt.MouseButton.LeftButton, NO, free)
    for step in (20, 60, 120):
        QTest.mouseMove(timeline, free - QPoint(step, 0))
        QApplication.processEvents()
    QTest.mouseRelease(timeline, Qt.MouseButton.LeftButton, NO, free - QPoint(120, 0))
    assert timeline._scale.first > before.first
    assert timeline._scale.days == pytest.approx(before.days)
    QTest.mouseDClick(timeline, Qt.MouseButton.LeftButton, NO, free)
    assert timeline._scale == before


def test_hover_tells_all(window: MainWindow) -> None:
    race = window.pages.race
    centre = race.timeline.spot_centre("chang-e-8", "launch")
    assert centre is not None
    one = race.trend.made()[2][0]
    for chart, at, words in (
        (race.timeline, centre.toPoint(), "Chang&#x27;e 8 · launch"),
        (race.trend, QPoint(race.trend.width() - 20, round(one.label_y)), one.trend.milestone),
    ):
        QApplication.sendEvent(chart, QHelpEvent(QHelpEvent.Type.ToolTip, at, chart.mapToGlobal(at)))
        assert words in QToolTip.text()
        assert "20" in QToolTip.text()  # a year
    QToolTip.hideText()


def test_the_menu_zooms_too(window: MainWindow) -> None:
    timeline = window.pages.race.timeline
    before = timeline._scale
    for label, closer in (("Closer", True), ("Show everything", False)):
        timeline.show_menu(window.mapToGlobal(window.rect().center()))
        menu = next(m for m in timeline.findChildren(QMenu) if m.isVisible())
        next(a for a in menu.actions() if a.text().startswith(label)).trigger()
        menu.close()
        QApplication.processEvents()
        assert (timeline._scale.days < before.days) is closer
    assert timeline._scale == before


def test_pictures_are_sharp_and_hold_no_trace_of_the_keyboard(window: MainWindow, tmp_path: Path) -> None:
    for chart in (window.pages.race.timeline, window.pages.race.trend):
        window.activateWindow()
        calm = picture(chart, "#ffffff")
        chart.setFocus()
        QApplication.processEvents()
        assert picture(chart, "#ffffff") == calm
        assert calm.size() == chart.size() * 2
        enlarged = picture(chart, "#ffffff", 1.0).scaled(calm.size())
        assert finest(calm) > finest(enlarged)  # drawn at twice the size, not blown up
        assert write(chart, "#ffffff", tmp_path / "chart.svg")
        drawing = QSvgRenderer(str(tmp_path / "chart.svg"))
        assert drawing.isValid()
        assert drawing.viewBox().size() == chart.size()


def finest(image: QImage) -> int:
    """How often neighbouring pixels differ: what was blown up differs at every second one at most."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(
        grey.pixel(x, y) != grey.pixel(x + 1, y)
        for y in range(0, grey.height() - 1, 3)
        for x in range(grey.width() - 1)
    )


def test_any_day_since_june_2024_can_be_seen(window: MainWindow) -> None:
    """The first, the last, and one a fortnight: each board is drawn without a word of a later day."""
    desk = window.desk
    slider = window.top.slider
    for value in [*range(0, slider.maximum(), 14), slider.maximum()]:
        slider.setValue(value)
        day = window.top.day
        board = desk.board(day)
        window.pages.race.show_board(board)
        assert all(p.on <= board.day for trend in board.trends for p in trend.points)
        assert window.pages.race.timeline.mark_keys()
        assert not window.pages.race.timeline.grab().isNull()
        assert not window.pages.race.trend.grab().isNull()
