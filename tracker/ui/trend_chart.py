"""The milestone trend chart: the planned date against the day it was reported. Flat is on schedule, rising is slipping.

The dashed diagonal is the day itself: a line that meets it has arrived, one that rises as steeply never does.
"""

from __future__ import annotations

from collections.abc import KeysView, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from tracker import wording
from tracker.edtf import between
from tracker.model import Mission, Status
from tracker.ui.around import Around
from tracker.ui.chart_access import Key, make_accessible, tell_moved
from tracker.ui.chart_export import menu
from tracker.ui.labels import tip
from tracker.ui.marks import draw_focus, draw_mark
from tracker.ui.time_scale import TimeScale
from tracker.ui.trend_layout import Series, Step, axes, choose, name, series
from tracker.views import Board, Trend

_TOP: Final = 10
_BOTTOM: Final = 24
_LEFT: Final = 46


class TrendChart(QWidget):
    """`chosen` carries mission and milestone of the line that was clicked."""

    chosen = Signal(str, str)
    told_of = Signal(str, str)
    """A sentence for the person and its tone: what came of copying or saving the chart."""

    def __init__(self, around: Around, since: date, missions: Sequence[Mission]) -> None:
        super().__init__()
        self._around, self._since, self._missions = around, since, missions
        self._board: Board | None = None
        self._picked: tuple[str, str] | None = None
        self._made: tuple[TimeScale, TimeScale, list[Series]] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Milestone trend"))
        make_accessible(self)
        around.theme.changed.connect(self._redo)

    def show_board(self, board: Board) -> None:
        """Show a board's trends."""
        self._board = board
        self._redo()

    def pick(self, mission: str, milestone: str) -> None:
        """Bring a milestone's line forward, without a `chosen`."""
        self._picked = (mission, milestone)
        self._redo()

    def description(self) -> str:
        """Every series in words."""
        if self._board is None:
            return ""
        return "\n".join(f"{self._name(t.trend)}: {self._told(t)}" for t in self.made()[2])

    # --- what a screen reader asks (chart_access.Marked) ----------------------------------------------------------

    def _by_key(self) -> dict[Key, Series]:
        if self._board is None:
            return {}
        lines = sorted(self.made()[2], key=lambda one: one.label_y)
        return {(one.trend.mission, one.trend.milestone): one for one in lines}

    def mark_keys(self) -> KeysView[Key]:
        return self._by_key().keys()

    def mark_name(self, key: Key) -> str:
        return self._name(self._by_key()[key].trend)

    def mark_told(self, key: Key) -> str:
        return self._told(self._by_key()[key])

    def mark_rect(self, key: Key) -> QRect:
        """The line from its first step to the end of its label."""
        one = self._by_key()[key]
        drawn = [step for step in one.steps if step.y is not None]
        highs = [step.y for step in drawn if step.y is not None] + [one.label_y]
        top, bottom = min(highs) - 7, max(highs) + 7
        return QRectF(drawn[0].left, top, self.width() - drawn[0].left, bottom - top).toRect()

    def picked_mark(self) -> Key | None:
        return self._picked

    def press_mark(self, key: Key) -> None:
        self.chosen.emit(*key)

    def made(self) -> tuple[TimeScale, TimeScale, list[Series]]:
        """Scales and series as they are drawn now."""
        if self._made is None:
            board = self._board
            assert board is not None
            trends = choose(board, self._picked)
            metrics = QFontMetricsF(self._around.theme.font(0.86))
            names = [metrics.horizontalAdvance(self._name(t)) for t in trends]
            right = self.width() - min(max(names, default=0) + 14, self.width() * 0.34)
            frame = (float(_LEFT), float(_TOP), max(right, _LEFT + 40.0), float(max(self.height() - _BOTTOM, 60)))
            x, y = axes(trends, self._since, board.day, frame)
            self._made = x, y, series(trends, x, y, board.day, metrics.height() * 1.12)
        return self._made

    def sizeHint(self) -> QSize:
        return QSize(520, 190)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 150)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._redo()

    def _redo(self) -> None:
        self._made = None
        self.update()

    def _name(self, trend: Trend) -> str:
        return name(trend, self._missions, self._around.language, wording.milestone)

    def _status(self, trend: Trend) -> Status | None:
        lanes = self._board.lanes if self._board else ()
        states = {s.key: s.position.status for lane in lanes for s in lane.states}
        return states.get((trend.mission, trend.milestone))

    def _told(self, one: Series) -> str:
        language = self._around.language
        parts = []
        for point in one.trend.points:
            if point.earliest is None and point.latest is None:
                when = wording.window(None, language)
            else:
                when = wording.span(between(point.earliest, point.latest), language)
            parts.append(f"{wording.calendar_day(point.on, language)}: {when}")
        return "; ".join(parts)

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
        x, y, lines = self.made()
        self._draw_axes(painter, x, y)
        self._draw_diagonal(painter, x, y)
        for one in reversed(lines):
            self._draw_series(painter, one)

    def _draw_axes(self, painter: QPainter, x: TimeScale, y: TimeScale) -> None:
        theme, roles = self._around.theme, self._around.theme.roles
        font = theme.font(0.86)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        for tick in y.ticks(17):
            if not tick.major:
                continue
            line = round(tick.at) + 0.5
            painter.setPen(QPen(QColor(roles.line), 1))
            painter.drawLine(QPointF(x.start, line), QPointF(x.end, line))
            painter.setPen(QColor(roles.muted))
            painter.drawText(QPointF(0, line + metrics.ascent() / 2 - 2), str(tick.day.year))
        sample = self._month(date(2028, 8, 28))
        free = 0.0
        for tick in x.ticks(metrics.horizontalAdvance(sample) + 26):
            text = self._month(tick.day)
            width = metrics.horizontalAdvance(text)
            left = min(max(tick.at - width / 2, x.start), self.width() - width)
            if left < free:
                continue
            free = left + width + 10
            painter.setPen(QColor(roles.muted))
            painter.drawText(QPointF(left, y.start + metrics.ascent() + 7), text)

    def _month(self, day: date) -> str:
        if self._around.language.startswith("zh"):
            return f"{day.year}年{day.month}月"
        return wording.calendar_day(day, "en").split(" ", 1)[1]

    def _draw_diagonal(self, painter: QPainter, x: TimeScale, y: TimeScale) -> None:
        """The day itself: planned for the very day it is said."""
        roles = self._around.theme.roles
        painter.save()
        painter.setClipRect(QRectF(x.start, y.end, x.end - x.start, y.start - y.end))
        pen = QPen(self._around.theme.colour(roles.muted, 0.8), 1.1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        line = QLineF(x.at(x.first), y.at(x.first), x.at(x.last), y.at(x.last))
        painter.drawLine(line)
        font = self._around.theme.font(0.8)
        words, metrics = self.tr("as steep as this: never arrives"), QFontMetricsF(font)
        if metrics.horizontalAdvance(words) + 30 < line.length():  # at its start, where what is planned is far above
            painter.setFont(font)
            painter.setPen(QColor(roles.muted))
            painter.translate(line.p1())
            painter.rotate(-line.angle())
            painter.drawText(QPointF(8, -4), words)
        painter.restore()

    def _draw_series(self, painter: QPainter, one: Series) -> None:
        theme, roles = self._around.theme, self._around.theme.roles
        picked = self._picked == (one.trend.mission, one.trend.milestone)
        colour = roles.side(one.trend.side)
        style = Qt.PenStyle.SolidLine
        pen = QPen(QColor(colour), 2.6 if picked else 1.8, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        before: Step | None = None
        for step in one.steps:
            if step.y is not None:
                self._draw_band(painter, step, colour, strong=picked)
        for step in one.steps:
            if step.y is not None:
                painter.setPen(pen)
                painter.drawLine(QPointF(step.left, step.y), QPointF(step.right, step.y))
                if before is not None and before.y is not None:
                    painter.drawLine(QPointF(step.left, before.y), QPointF(step.left, step.y))
                if step.moved:
                    self._draw_point(painter, one.trend.side, step.left, step.y)
            before = step
        last = [s for s in one.steps if s.y is not None][-1]
        assert last.y is not None
        font = theme.font(0.86)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        edge = self.made()[0].end
        left = edge + 10
        if last.right < edge - 2:  # no date any more: its last one is carried on faintly, so that the label finds it
            painter.setPen(QPen(theme.colour(colour, 0.55), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(last.right + 1, last.y), QPointF(edge, last.y))
        painter.setPen(QPen(theme.colour(colour, 0.5), 1))
        painter.drawLine(QPointF(edge + 1, last.y), QPointF(left - 2, one.label_y))
        status = self._status(one.trend)
        if status is not None and status is not Status.PLANNED:
            draw_mark(painter, roles, one.trend.side, status, last.right, last.y, 5.0)
        painter.setPen(QColor(roles.text if picked else roles.muted))
        text = metrics.elidedText(self._name(one.trend), Qt.TextElideMode.ElideRight, self.width() - left)
        painter.drawText(QPointF(left, one.label_y + metrics.ascent() / 2 - 1.5), text)

    def _draw_band(self, painter: QPainter, step: Step, colour: str, *, strong: bool) -> None:
        theme = self._around.theme
        share = 0.2 if strong else 0.09
        rect = QRectF(step.left, step.top, max(step.right - step.left, 1), max(step.bottom - step.top, 1))
        painter.setPen(Qt.PenStyle.NoPen)
        if step.open_top or step.open_bottom:
            shade = QLinearGradient(0, rect.top(), 0, rect.bottom())
            shade.setColorAt(0.0, theme.colour(colour, 0.0 if step.open_top else share))
            shade.setColorAt(1.0, theme.colour(colour, 0.0 if step.open_bottom else share))
            painter.setBrush(shade)
        else:
            painter.setBrush(theme.colour(colour, share))
        painter.drawRect(rect)

    def _draw_point(self, painter: QPainter, side: str, x: float, y: float) -> None:
        """A move: a square for the first side, a disc for the others, as before the lanes' names."""
        roles = self._around.theme.roles
        painter.setPen(QPen(QColor(roles.surface), 1.2))
        painter.setBrush(QColor(roles.side(side)))
        if side == "china":
            painter.drawRect(QRectF(x - 4, y - 4, 8, 8))
        else:
            painter.drawEllipse(QPointF(x, y), 4.6, 4.6)

    # --- pointer and keys ---------------------------------------------------------------------------------------

    def series_at(self, where: QPointF) -> Series | None:
        """The line under a point, or whose label is."""
        if self._board is None:
            return None
        x, _, lines = self.made()
        for one in lines:
            if where.x() > x.end and abs(where.y() - one.label_y) < 9:
                return one
            for step in one.steps:
                if step.y is not None and step.left - 5 <= where.x() <= step.right + 5 and abs(where.y() - step.y) < 7:
                    return one
        return None

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            one = self.series_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._tip(one) if one else "", self)
            return True
        return super().event(event)

    def _tip(self, one: Series) -> str:
        return tip("\n".join((self._name(one.trend), *self._told(one).split("; "))))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.series_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        one = self.series_at(event.position())
        if one is not None:
            self.chosen.emit(one.trend.mission, one.trend.milestone)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.show_menu(event.globalPos())

    def show_menu(self, at: QPoint) -> None:
        menu(self, self, "milestone-trend", lambda: self._around.theme.roles.surface, self.told_of.emit).popup(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk the lines from top to bottom, Return or Space opens one."""
        key = Qt.Key(event.key())
        keys = list(self.mark_keys())
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and keys:
            at = keys.index(self._picked) if self._picked in keys else -1
            picked = keys[min(max(at + (1 if key is Qt.Key.Key_Down else -1), 0), len(keys) - 1)]
            self._picked = picked
            self._show_tip(picked)
            self.update()
            tell_moved(self, picked)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._picked in keys:
            self.chosen.emit(*self._picked)
        else:
            super().keyPressEvent(event)

    def _show_tip(self, key: Key) -> None:
        one = self._by_key()[key]
        if self.isVisible():
            QToolTip.showText(
                self.mapToGlobal(QPoint(round(self.made()[0].end), round(one.label_y))), self._tip(one), self
            )
