"""The charts under the hand: wheel, drag, double click, hover, and what comes out as a picture."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QNativeGestureEvent,
    QPainter,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.ui_world import Stage
from tracker.ui.chart_export import picture, write
from tracker.ui.chart_moves import Everything, Pan, Zoom
from tracker.ui.language import install
from tracker.ui.main_window import MainWindow
from tracker.ui.theme import Theme
from tracker.ui.time_scale import TimeScale
from tracker.ui.timeline import Timeline
from tracker.ui.timeline_layout import out_of_sight
from tracker.ui.trend_chart import TrendChart


def theme(window: MainWindow) -> Theme:
    return window.pages.race.timeline._around.theme


CTRL, SHIFT, NO = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    return Stage().window()


def wheel(widget: QWidget, at: QPointF, steps: int, modifier: Qt.KeyboardModifier, aside: int = 0) -> bool:
    """Turn the wheel over a point, `aside` eighths of a degree to the side; whether the widget took it."""
    event = QWheelEvent(
        at, widget.mapToGlobal(at), QPoint(), QPoint(aside, 120 * steps), Qt.MouseButton.NoButton, modifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_the_wheel_zooms_around_the_pointer_and_pans_and_is_else_the_pages(window: MainWindow) -> None:
    timeline = window.pages.race.timeline
    at = QPointF(timeline.width() * 0.6, timeline.height() / 2)
    before = timeline.scale
    assert wheel(timeline, at, 2, CTRL)
    closer = timeline.scale
    assert closer.days < before.days
    assert abs((closer.day(at.x()) - before.day(at.x())).days) <= 1
    assert wheel(timeline, at, 1, SHIFT)
    assert timeline.scale.days == pytest.approx(closer.days)
    assert timeline.scale.first != closer.first
    assert not wheel(timeline, at, 1, NO)


def test_two_fingers_that_scroll_the_page_do_not_move_the_charts(window: MainWindow) -> None:
    race = window.pages.race
    for chart in (race.timeline, race.trend):
        at = QPointF(chart.width() / 2, chart.height() / 2)
        chart.take(Zoom(3.0))
        before, (x, _) = race.timeline.scale, scales(race.trend)
        assert not wheel(chart, at, 1, NO, aside=7)
        assert (race.timeline.scale, scales(race.trend)[0]) == (before, x)
        assert wheel(chart, at, 0, NO, aside=120)
        assert (race.timeline.scale.first < before.first) is (chart is race.timeline)
        assert (scales(race.trend)[0].first < x.first) is (chart is race.trend)


def scales(trend: TrendChart) -> tuple[TimeScale, TimeScale]:
    """The days of report and the planned time, as the trend shows them."""
    return trend.made()[:2]


def test_the_wheel_zooms_both_times_of_the_trend_around_the_pointer(window: MainWindow) -> None:
    trend = window.pages.race.trend
    x, y = scales(trend)
    at = QPointF(x.start + x.pixels * 0.6, y.end + y.pixels * 0.4)
    assert wheel(trend, at, 3, CTRL)
    closer, nearer = scales(trend)
    assert closer.days / x.days == pytest.approx(nearer.days / y.days)  # the diagonal stays as steep as it was
    assert closer.days < x.days
    assert abs((closer.day(at.x()) - x.day(at.x())).days) <= 1
    assert abs((nearer.day(at.y()) - y.day(at.y())).days) <= 1
    assert wheel(trend, at, -1, SHIFT)
    panned, same = scales(trend)
    assert panned.days == pytest.approx(closer.days)
    assert panned.first > closer.first
    assert same == nearer
    assert not wheel(trend, at, 1, NO)


def test_over_an_axis_of_the_trend_only_that_time_is_zoomed(window: MainWindow) -> None:
    trend = window.pages.race.trend
    x, y = scales(trend)
    wheel(trend, QPointF(10, y.end + 60), 2, CTRL)
    reported, planned = scales(trend)
    assert reported == x
    assert planned.days < y.days
    wheel(trend, QPointF(x.start + 60, trend.height() - 4), 2, CTRL)
    assert scales(trend)[0].days < x.days
    assert scales(trend)[1] == planned


def test_both_charts_show_the_same_planned_time(window: MainWindow) -> None:
    race = window.pages.race

    def same() -> bool:
        planned = scales(race.trend)[1]
        return (planned.first, planned.last) == (race.timeline.scale.first, race.timeline.scale.last)

    before = race.timeline.scale
    assert same()
    wheel(race.timeline, QPointF(race.timeline.width() * 0.6, 60), 3, CTRL)
    assert race.timeline.scale.days < before.days
    assert same()
    x, y = scales(race.trend)
    wheel(race.trend, QPointF(x.start + 9, y.end + 40), 2, CTRL)
    assert same()
    race.show_board(window.desk.board(date(2025, 3, 1)))  # and time travel leaves it alone
    seen = race.timeline.scale.first, race.timeline.scale.last
    race.show_board(window.desk.board(None))
    assert seen == (race.timeline.scale.first, race.timeline.scale.last)
    assert same()
    race.timeline.take(Everything())
    assert race.timeline.scale == before
    assert same()


def test_the_way_back_is_there_while_there_is_one_to_go(window: MainWindow) -> None:
    race = window.pages.race
    before, whole = race.timeline.scale, scales(race.trend)
    assert not race.show_all.isVisible()
    x, _ = whole
    wheel(race.trend, QPointF(x.start + 60, race.trend.height() - 4), 2, CTRL)  # the days of report alone
    assert race.show_all.isVisible()
    race.timeline.take(Zoom(2.0))
    for table in (True, False):
        race.as_table.setChecked(table)
        assert race.show_all.isVisible() is not table
    QTest.mouseClick(race.show_all, Qt.MouseButton.LeftButton)
    assert not race.show_all.isVisible()
    assert race.timeline.scale == before
    assert scales(race.trend) == whole
    assert window.focusWidget() is race.timeline


def test_the_trend_leads_to_no_day_on_which_nothing_was_said(window: MainWindow) -> None:
    trend = window.pages.race.trend
    x, y = scales(trend)
    wheel(trend, QPointF(x.start, y.start), -4, CTRL)
    assert scales(trend)[0] == x
    assert scales(trend)[1].days > y.days
    trend.take(Pan(-300.0, 0.0))
    assert scales(trend)[0] == x


def free_place(chart: Timeline | TrendChart) -> QPoint:
    if isinstance(chart, Timeline):
        return QPoint(round(chart.scale.end) - 4, chart.height() - 4)
    x, y = scales(chart)
    return next(
        QPoint(round(x.end) - 20, at)
        for at in range(round(y.start) - 8, round(y.end), -1)
        if chart.series_at(QPointF(x.end - 20, at)) is None
    )


def drag(chart: QWidget, start: QPoint, way: QPoint) -> None:
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, NO, start)
    for part in (0.2, 0.6, 1.0):
        QTest.mouseMove(chart, start + QPoint(round(way.x() * part), round(way.y() * part)))
        QApplication.processEvents()
    assert chart.cursor().shape() is Qt.CursorShape.ClosedHandCursor
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, NO, start + way)
    assert chart.cursor().shape() is not Qt.CursorShape.ClosedHandCursor


def test_a_drag_pans_and_a_double_click_shows_everything(window: MainWindow) -> None:
    timeline = window.pages.race.timeline
    before = timeline.scale
    free = free_place(timeline)
    drag(timeline, free, QPoint(-120, 0))
    assert timeline.scale.first > before.first
    assert timeline.scale.days == pytest.approx(before.days)
    QTest.mouseDClick(timeline, Qt.MouseButton.LeftButton, NO, free)
    assert timeline.scale == before


def test_a_drag_takes_the_trend_along_and_chooses_nothing(window: MainWindow, qtbot: QtBot) -> None:
    trend = window.pages.race.trend
    whole = scales(trend)
    trend.take(Zoom(2.0))
    x, y = scales(trend)
    free = free_place(trend)
    day, planned = x.day(free.x()), y.day(free.y())
    with qtbot.assertNotEmitted(trend.chosen):
        drag(trend, free, QPoint(-30, -20))
    panned, moved = scales(trend)
    assert abs((panned.day(free.x() - 30) - day).days) <= 1
    assert abs((moved.day(free.y() - 20) - planned).days) <= 1
    QTest.mouseDClick(trend, Qt.MouseButton.LeftButton, NO, free_place(trend))
    assert scales(trend) == whole


def test_two_fingers_on_a_touchpad_zoom_both_charts(window: MainWindow) -> None:
    race = window.pages.race
    for chart in (race.timeline, race.trend):
        at = QPointF(chart.width() * 0.5, 60)
        before, (x, y) = race.timeline.scale, scales(race.trend)

        def pinch(kind: Qt.NativeGestureType, value: float, chart: QWidget = chart, at: QPointF = at) -> None:
            QApplication.sendEvent(
                chart,
                QNativeGestureEvent(
                    kind, QPointingDevice.primaryPointingDevice(), 2, at, at, chart.mapToGlobal(at), value, QPointF()
                ),
            )

        pinch(Qt.NativeGestureType.ZoomNativeGesture, 0.5)
        assert race.timeline.scale.days == pytest.approx(before.days / 1.5)
        assert scales(race.trend)[1].days == pytest.approx(y.days / 1.5)
        assert scales(race.trend)[0].days == pytest.approx(x.days / 1.5 if chart is race.trend else x.days)
        pinch(Qt.NativeGestureType.RotateNativeGesture, 0.5)
        assert race.timeline.scale.days == pytest.approx(before.days / 1.5)
        pinch(Qt.NativeGestureType.SmartZoomNativeGesture, 1.0)
        assert race.timeline.scale == before


def test_what_is_picked_joins_the_lines_and_else_they_stay_as_they_are(window: MainWindow) -> None:
    trend = window.pages.race.trend
    before = list(trend.mark_keys())
    trend.pick(*before[-1])
    assert list(trend.mark_keys()) == before
    trend.pick("artemis-2", "launch")
    joined = list(trend.mark_keys())
    assert ("artemis-2", "launch") in set(joined) - set(before)
    assert len(joined) == len(before)
    trend.pick(*next(key for key in joined if key in before))
    assert list(trend.mark_keys()) == joined


def test_where_a_line_left_the_frame_its_name_leads_to_it(window: MainWindow, qtbot: QtBot) -> None:
    trend = window.pages.race.trend
    x, y = scales(trend)
    trend.take(Zoom(9.0, QPointF(x.end, y.start)))
    gone = next(one for one in trend.made()[2] if one.leaves_y is not None and one.leaves_y < y.end)
    name = QPoint(trend.width() - 30, round(gone.label_y))
    assert trend.series_at(QPointF(name)) is not None
    with qtbot.waitSignal(trend.chosen) as told:
        QTest.mouseClick(trend, Qt.MouseButton.LeftButton, NO, name)
    one = trend._by_key()[told.args[0], told.args[1]]
    assert one.leaves_y is not None
    assert y.end <= one.leaves_y <= y.start


def test_a_press_with_the_right_button_chooses_nothing(window: MainWindow, qtbot: QtBot) -> None:
    trend = window.pages.race.trend
    one = trend.made()[2][0]
    with qtbot.assertNotEmitted(trend.chosen):
        QTest.mouseClick(trend, Qt.MouseButton.RightButton, NO, QPoint(trend.width() - 30, round(one.label_y)))


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


def test_hover_tells_of_what_is_in_sight_only(window: MainWindow) -> None:
    trend = window.pages.race.trend
    x, y = scales(trend)
    trend.take(Zoom(3.0, QPointF(x.end, y.start - y.pixels * 0.4)))
    inside = trend.inside()
    seen = hidden = 0
    for one in trend.made()[2]:
        for step in one.steps:
            if step.y is None:
                continue
            at = QPointF((step.left + step.right) / 2, step.y)
            found = trend.series_at(at)
            if inside.top() <= step.y <= inside.bottom():
                assert found is not None
                assert any(other.y is not None and abs(other.y - step.y) < 7 for other in found.steps)
                seen += 1
            elif not inside.adjusted(0, -7, 0, 7).contains(at):
                assert found is None
                hidden += 1
    assert seen
    assert hidden


def test_the_menu_zooms_too_and_shows_the_keys(window: MainWindow) -> None:
    race = window.pages.race
    before = race.timeline.scale
    for chart in (race.timeline, race.trend):
        for label, key, closer in (("Closer", "+", True), ("Farther", "-", False), ("Show all", "Home", False)):
            chart.show_menu(window.mapToGlobal(window.rect().center()))
            menu = next(m for m in chart.findChildren(QMenu) if m.isVisible())
            action = next(a for a in menu.actions() if a.text().startswith(label))
            assert action.text().endswith(f"\t{key}")
            action.trigger()
            menu.close()
            QApplication.processEvents()
            assert (race.timeline.scale.days < before.days - 1) is closer
        assert race.timeline.scale == before


def test_the_menu_speaks_chinese(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    translator = install(app, "zh_CN")
    try:
        window = Stage(language="zh_CN").window()
        window.pages.race.trend.show_menu(window.mapToGlobal(window.rect().center()))
        menu = next(m for m in window.pages.race.trend.findChildren(QMenu) if m.isVisible())
        words = [a.text().split("\t")[0] for a in menu.actions() if a.text()]
        menu.close()
    finally:
        if translator is not None:
            app.removeTranslator(translator)
    assert len(words) == 5
    assert all(re.search("[\u4e00-\u9fff]", word) for word in words), words


def test_pictures_are_sharp_and_hold_no_trace_of_the_keyboard(window: MainWindow, tmp_path: Path) -> None:
    for chart in (window.pages.race.timeline, window.pages.race.trend):
        window.activateWindow()
        calm = picture(chart, theme(window))
        chart.setFocus()
        QApplication.processEvents()
        assert picture(chart, theme(window)) == calm
        assert calm.devicePixelRatio() == 2.0
        assert calm.width() > chart.width() * 2
        enlarged = picture(chart, theme(window), 1.0).scaled(calm.size())
        assert finest(calm) > finest(enlarged)  # drawn at twice the size, not blown up
        assert write(chart, theme(window), tmp_path / "chart.svg")
        drawing = QSvgRenderer(str(tmp_path / "chart.svg"))
        assert drawing.isValid()
        assert drawing.viewBox().size() == calm.deviceIndependentSize().toSize()


def test_a_drawing_shows_no_more_than_the_chart(window: MainWindow, tmp_path: Path) -> None:
    """By a renderer that knows no clipping, as Qt's own: beside the lanes and beside the frame stands nothing but words."""
    race = window.pages.race
    assert write(race.timeline, theme(window), tmp_path / "whole.svg")
    assert 'stroke="#000000"' not in (tmp_path / "whole.svg").read_text(
        encoding="utf-8"
    )  # a pen that fades is drawn black
    race.trend.take(Zoom(4.0, QPointF(300, 60)))
    race.timeline.take(Pan(-37.0, 0.0))
    for chart in (race.timeline, race.trend):
        assert write(chart, theme(window), tmp_path / "chart.svg")
        text = (tmp_path / "chart.svg").read_text(encoding="utf-8")
        assert f"<title>{chart.accessibleName()}</title>" in text
        drawing = QSvgRenderer(str(tmp_path / "chart.svg"))
        image = QImage(drawing.viewBox().size(), QImage.Format.Format_ARGB32)
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        beside = (image.width() - chart.width()) // 2
        assert all(image.pixel(x, y) == 0xFFFFFFFF for x in range(beside - 2) for y in range(image.height()))
        image = image.copy(QRect(QPoint(beside, image.height() - beside - chart.height()), chart.size()))
        if isinstance(chart, Timeline):
            left, right, empty = round(chart.scale.start), round(chart.scale.end), 26
            margins = [(range(left - 10, left - 1), range(empty, image.height() - 22))]
            margins += [(range(right + 2, image.width()), range(empty, image.height() - 22))]
        else:
            left, right, bottom = (
                round(at) for at in (chart.inside().left(), chart.inside().right(), chart.inside().bottom())
            )
            margins = [(range(left - 10, left - 6), range(bottom)), (range(left, right), range(4))]
            margins += [(range(left + 40, right), range(image.height() - 3, image.height()))]
        for across, down in margins:
            assert all(image.pixel(x, y) == 0xFFFFFFFF for x in across for y in down), (chart, across, down)


def test_a_hostile_name_stays_a_name_in_a_drawing(window: MainWindow, tmp_path: Path) -> None:
    desk = window.desk
    board = desk.board(None)
    bad = replace(board.lanes[0].mission, names={"en": "</desc><script>alert(1)</script>&"})
    window.pages.race.timeline.show_board(replace(board, lanes=(replace(board.lanes[0], mission=bad),)))
    assert write(window.pages.race.timeline, theme(window), tmp_path / "chart.svg")
    root = ET.parse(tmp_path / "chart.svg").getroot()
    assert not [node for node in root.iter() if node.tag.endswith("script")]


def test_arrows_lead_to_what_is_out_of_sight(window: MainWindow) -> None:
    timeline = window.pages.race.timeline
    timeline.take(Zoom(8.0, QPointF(timeline.scale.end, 10)))
    lanes = enumerate(timeline.layouts())
    number, spot = next((n, s) for n, lane in lanes if (s := out_of_sight(lane, timeline.scale)[0]) is not None)
    before = timeline.scale
    QTest.mouseClick(
        timeline, Qt.MouseButton.LeftButton, NO, QPoint(round(before.start) + 8, round(timeline._lane_y(number)))
    )
    assert timeline.scale.days == pytest.approx(before.days)
    centre = timeline.spot_centre(*spot.key)
    assert centre is not None
    assert timeline.scale.start <= centre.x() <= timeline.scale.end


def test_large_letters_have_their_room(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = app.font()
    try:
        stage = Stage()
        window = stage.window()
        small = window.pages.race.timeline.sizeHint().height()
        large = QFont(before)
        large.setPointSizeF(before.pointSizeF() * 2)
        app.setFont(large)
        stage.theme.follow_font()
        stage.settle()
        timeline, trend = window.pages.race.timeline, window.pages.race.trend
        letters = QFontMetricsF(stage.theme.font(0.86))
        assert timeline.sizeHint().height() > small * 1.4
        assert timeline._axis - 8 > letters.ascent()
        ys = sorted(one.label_y for one in trend.made()[2])
        assert ys[0] - letters.ascent() / 2 > 0
        assert all(after - one >= letters.height() for one, after in itertools.pairwise(ys))
        assert trend.height() - trend.inside().bottom() > letters.height()
    finally:
        app.setFont(before)


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
