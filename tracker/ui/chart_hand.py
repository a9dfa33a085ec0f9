"""The pointer on a chart: hovering, clicking, dragging, the wheel, two fingers, the menu. One hand for both charts."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QCursor, QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from tracker.ui.chart_access import Key
from tracker.ui.chart_moves import Drag, Everything, Move, of_gesture, of_wheel
from tracker.ui.labels import tip


class Handled(Protocol):
    """What the hand asks of a chart. Points are in the widget's own pixels."""

    def key_at(self, where: QPointF) -> Key | None:
        """The mark under a point."""
        ...

    def told(self, key: Key) -> str:
        """Everything about a mark, a few lines."""
        ...

    def click(self, key: Key | None, where: QPointF) -> None:
        """A press that was no drag; `key` is the mark under it."""
        ...

    def take(self, move: Move) -> None:
        """Zoom, pan or show everything."""
        ...

    def show_menu(self, at: QPoint) -> None:
        """Open the menu at a point of the screen."""
        ...


class ChartHand(QObject):
    """Watches a chart's events, and takes those of a pointer. `chart` is the widget itself, which is `Handled`."""

    def __init__(self, widget: QWidget, chart: Handled) -> None:
        super().__init__(widget)
        self._widget, self._chart = widget, chart
        self._drag = Drag()
        widget.setMouseTracking(True)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            key = self._chart.key_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(self._chart.told(key)) if key else "", self._widget)
        elif isinstance(event, QContextMenuEvent):
            self._chart.show_menu(event.globalPos())
        elif isinstance(event, QMouseEvent):
            return self._mouse(event)
        elif isinstance(event, QWheelEvent):
            move = of_wheel(event)
            event.setAccepted(move is not None)  # else it is the page's
            if move is not None:
                self._chart.take(move)
        else:
            move = of_gesture(event)
            if move is None:
                return False
            self._chart.take(move)
        return True

    def _mouse(self, event: QMouseEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress:
                self._drag.press(event)
            case QEvent.Type.MouseMove:
                self._move(event)
            case QEvent.Type.MouseButtonRelease:
                key = self._chart.key_at(event.position())
                if self._drag.release(event):
                    self._chart.click(key, event.position())
                self._point(key)
            case QEvent.Type.MouseButtonDblClick:
                if self._chart.key_at(event.position()) is None:
                    self._chart.take(Everything())
            case _:
                return False
        return True

    def _move(self, event: QMouseEvent) -> None:
        pan = self._drag.move(event)
        if pan is None:
            self._point(self._chart.key_at(event.position()))
            return
        self._chart.take(pan)
        if self._drag.moved:
            self._widget.setCursor(Qt.CursorShape.ClosedHandCursor)

    def _point(self, key: Key | None) -> None:
        """What can be clicked is pointed at."""
        shape = Qt.CursorShape.ArrowCursor if key is None else Qt.CursorShape.PointingHandCursor
        self._widget.setCursor(QCursor(shape))
