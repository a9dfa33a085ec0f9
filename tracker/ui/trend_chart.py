"""The milestone trend chart: the planned date against the day it was reported. Flat is on schedule, rising is slipping.

The dashed diagonal is the day itself: a line that meets it has arrived, one that rises as steeply never does. The hand moves
it as chart_moves tells: along both of its times at once, and the planned one in the timeline too.
"""

from __future__ import annotations

from collections.abc import KeysView, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from tracker import wording
from tracker.edtf import between
from tracker.model import Mission, Status
from tracker.ui.around import Around
from tracker.ui.chart_access import Key, make_accessible, tell_moved
from tracker.ui.chart_export import menu
from tracker.ui.chart_hand import ChartHand
from tracker.ui.chart_moves import Everything, Move, Pan, add_moves, of_key
from tracker.ui.labels import tip
from tracker.ui.marks import draw_focus
from tracker.ui.time_axis import TimeAxis
from tracker.ui.time_scale import TimeScale
from tracker.ui.trend_drawing import (
    LEADER,
    SMALL,
    draw_axes,
    draw_bands,
    draw_diagonal,
    draw_label,
    draw_line,
    foot_room,
    frame,
    left_room,
)
from tracker.ui.trend_layout import MOST_SERIES, Series, choose, name, record, series
from tracker.views import Board, Trend

_TOP: Final = 10


class TrendChart(QWidget):
    """`chosen` carries mission and milestone of the line that was clicked."""

    chosen = Signal(str, str)
    told_of = Signal(str, str)
    """A sentence for the person and its tone: what came of copying or saving the chart."""

    def __init__(self, around: Around, since: date, planned: TimeAxis) -> None:
        super().__init__()
        self._around, self._since = around, since
        self._missions: Sequence[Mission] = ()
        self._planned = planned
        self.reported = TimeAxis(*record(since, since), bounded=True)
        self._board: Board | None = None
        self._statuses: dict[Key, Status] = {}
        self._picked: Key | None = None
        self._asked: Key | None = None  # the last that was picked elsewhere and not shown already
        self._made: tuple[TimeScale, TimeScale, list[Series]] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Milestone trend"))
        make_accessible(self)
        ChartHand(self, self)
        around.theme.changed.connect(self.updateGeometry)  # another font: another height
        for moved in (around.theme.changed, planned.changed, self.reported.changed):
            moved.connect(self._redo)

    def show_board(self, board: Board) -> None:
        """Show a board's trends; zoom and pan stay as the person left them."""
        self._board = board
        self._missions = [lane.mission for lane in board.lanes]
        self._statuses = {s.key: s.position.status for lane in board.lanes for s in lane.states}
        self.reported.reach(*record(self._since, board.day))
        self._redo()

    def pick(self, mission: str, milestone: str) -> None:
        """Bring a milestone's line forward, without a `chosen`. The others stay as long as it is one of them."""
        self._picked = (mission, milestone)
        if self._picked not in self.mark_keys():
            self._asked = self._picked
        self._redo()

    def as_of(self) -> str:
        return wording.calendar_day(self._board.day, self._around.language) if self._board is not None else ""

    def description(self) -> str:
        """Every series in words."""
        if self._board is None:
            return ""
        return "\n".join(f"{self._name(t.trend)}: {'; '.join(self._dates(t))}" for t in self.made()[2])

    # --- what a screen reader asks (chart_access.Marked) ----------------------------------------------------------

    def _by_key(self) -> dict[Key, Series]:
        """The lines from top to bottom as they end, whatever is in sight."""
        if self._board is None:
            return {}
        lines = sorted(self.made()[2], key=lambda one: (one.last[1], one.trend.mission, one.trend.milestone))
        return {(one.trend.mission, one.trend.milestone): one for one in lines}

    def mark_keys(self) -> KeysView[Key]:
        return self._by_key().keys()

    def mark_name(self, key: Key) -> str:
        return self._name(self._by_key()[key].trend)

    def mark_told(self, key: Key) -> str:
        return "; ".join(self._dates(self._by_key()[key]))

    def mark_rect(self, key: Key) -> QRect:
        """What is in sight of a line, with its label."""
        one, inside = self._by_key()[key], self.inside()
        if one.leaves_y is None:
            return QRect()
        drawn = [step for step in one.steps if step.y is not None and inside.top() <= step.y <= inside.bottom()]
        heights = [step.y for step in drawn if step.y is not None] + [one.label_y]
        left, top, bottom = min([step.left for step in drawn] + [inside.right()]), min(heights) - 7, max(heights) + 7
        return QRectF(left, top, self.width() - left, bottom - top).toRect()

    def picked_mark(self) -> Key | None:
        return self._picked

    def press_mark(self, key: Key) -> None:
        self.chosen.emit(*key)

    def made(self) -> tuple[TimeScale, TimeScale, list[Series]]:
        """Scales and series as they are drawn now."""
        if self._made is None:
            board = self._board
            assert board is not None
            trends = choose(board, self._asked)
            metrics = QFontMetricsF(self._around.theme.font(SMALL))
            names = [metrics.horizontalAdvance(self._name(t)) for t in trends]
            right = self.width() - min(max(names, default=0) + LEADER + 4, self.width() * 0.34)
            left = left_room(self._around.theme, self._around.language)
            x = self.reported.placed(left, max(right, left + 40.0))
            y = self._planned.placed(float(max(self.height() - foot_room(self._around.theme), 60)), float(_TOP))
            self._made = x, y, series(trends, x, y, board.day, self._line_height())
        return self._made

    def inside(self) -> QRectF:
        """Where the lines lie: without the room for the dates and the labels."""
        return frame(*self.made()[:2])

    def _line_height(self) -> float:
        return QFontMetricsF(self._around.theme.font(SMALL)).height() * 1.12

    def sizeHint(self) -> QSize:
        return QSize(520, max(190, self.minimumSizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """Every label has its place, in a large font too."""
        labels = MOST_SERIES * self._line_height()
        return QSize(280, max(150, round(_TOP + labels + foot_room(self._around.theme))))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._redo()

    def _redo(self) -> None:
        self._made = None
        self.update()

    def _name(self, trend: Trend) -> str:
        return name(trend, self._missions, self._around.language)

    def _dates(self, one: Series) -> list[str]:
        """What was believed from which day on, oldest first."""
        language = self._around.language
        parts = []
        for point in one.trend.points:
            if point.earliest is None and point.latest is None:
                when = wording.window(None, language)
            else:
                when = wording.span(between(point.earliest, point.latest), language)
            parts.append(f"{wording.calendar_day(point.on, language)}: {when}")
        return parts

    # --- drawing ------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter)
        if self.hasFocus():  # the window's, not the picture's
            draw_focus(painter, self._around.theme.roles, QRectF(self.rect()))

    def draw(self, painter: QPainter) -> None:
        """Draw the whole chart with any painter."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._board is None:
            return
        theme, inside, (x, y, lines) = self._around.theme, self.inside(), self.made()
        draw_axes(painter, theme, x, y, self._around.language)
        draw_diagonal(painter, theme, x, y, self.tr("as steep as this: never arrives"))
        for one in reversed(lines):
            key = one.trend.mission, one.trend.milestone
            strong = self._picked == key
            draw_bands(painter, theme, one, inside, strong=strong)
            draw_line(painter, theme, one, inside, self._statuses.get(key), strong=strong)
            draw_label(painter, theme, one, inside, self.width() - x.end, self._name(one.trend), strong=strong)

    # --- pointer and keys ---------------------------------------------------------------------------------------

    def series_at(self, where: QPointF) -> Series | None:
        """The line under a point, or whose label is."""
        if self._board is None:
            return None
        inside = self.inside()
        for one in self.made()[2]:
            if where.x() > inside.right() and one.leaves_y is not None and abs(where.y() - one.label_y) < 9:
                return one
        if not inside.adjusted(-5, -7, 5, 7).contains(where):
            return None
        for one in self.made()[2]:
            for step in one.steps:
                if step.y is not None and step.left - 5 <= where.x() <= step.right + 5 and abs(where.y() - step.y) < 7:
                    return one
        return None

    def key_at(self, where: QPointF) -> Key | None:
        one = self.series_at(where)
        return (one.trend.mission, one.trend.milestone) if one is not None else None

    def told(self, key: Key) -> str:
        """The line's name, and a line of text for each date."""
        one = self._by_key()[key]
        return "\n".join((self._name(one.trend), *self._dates(one)))

    def take(self, move: Move) -> None:
        """Zoom, pan or show everything: the days of report here, the planned time here and in the timeline."""
        if self._board is None:
            return
        if isinstance(move, Everything):
            self.reported.see_everything()
            self._planned.see_everything()
            return
        x, y, _ = self.made()
        if isinstance(move, Pan):
            self.reported.see(x.panned(move.dx))
            self._planned.see(y.panned(move.dy))
            return
        inside = self.inside()
        at = inside.center() if move.at is None else move.at
        if at.x() >= inside.left():  # before the frame stand the planned dates, below it the days of report:
            self.reported.see(x.zoomed(move.factor, min(at.x(), inside.right())))
        if at.y() <= inside.bottom():  # over either, only that time is zoomed
            self._planned.see(y.zoomed(move.factor, max(at.y(), inside.top())))

    def click(self, key: Key | None, _where: QPointF) -> None:
        """A line is chosen."""
        if key is not None:
            self._bring_into_view(self._by_key()[key])
            self.chosen.emit(*key)

    def show_menu(self, at: QPoint) -> None:
        made = menu(self, self, "milestone-trend", self._around.theme, self.told_of.emit)
        add_moves(made, self.take)
        made.popup(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk the lines from top to bottom, Return or Space opens one."""
        key = Qt.Key(event.key())
        keys = list(self.mark_keys())
        move = of_key(event, self.inside().size()) if self._board is not None else None
        if move is not None:
            self.take(move)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and keys:
            at = keys.index(self._picked) if self._picked in keys else -1
            picked = keys[min(max(at + (1 if key is Qt.Key.Key_Down else -1), 0), len(keys) - 1)]
            self._picked = picked
            self._bring_into_view(self._by_key()[picked])
            self._show_tip(picked)
            self.update()
            tell_moved(self, picked)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._picked in keys:
            self.chosen.emit(*self._picked)
        else:
            super().keyPressEvent(event)

    def _bring_into_view(self, one: Series) -> None:
        """What was gone to is seen: the days of report end with its last date at the latest, the planned time holds it."""
        x, y, _ = self.made()
        inside = self.inside()
        if any(s.y is not None and inside.top() <= s.y <= inside.bottom() for s in one.steps):
            return
        self.reported.see(x.in_sight(one.last[0]))
        self._planned.see(y.in_sight(one.last[1]))

    def _show_tip(self, key: Key) -> None:
        if self.isVisible():
            end = QPoint(round(self.made()[0].end), round(self._by_key()[key].label_y))
            QToolTip.showText(self.mapToGlobal(end), tip(self.told(key)), self)
