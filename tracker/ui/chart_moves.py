"""What a hand does to a chart, as values: closer or farther, moved, everything. Both charts know the same gestures and keys.

Ctrl+wheel, pinching, + and - zoom; drag, Shift+wheel or a sideways one, Shift+arrows pan; a double click or Home shows
everything again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QSizeF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QMenu

translate = QCoreApplication.translate

_CLOSER: Final = 1.25
_SHAKE: Final = 5.0  # a press that moves less, in pixels, is a click
_PANS: Final = {
    Qt.Key.Key_Left: (1, 0),
    Qt.Key.Key_Right: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


@dataclass(frozen=True, slots=True)
class Zoom:
    """Closer (factor above 1) or farther around a point of the widget; without one around the middle."""

    factor: float
    at: QPointF | None = None


@dataclass(frozen=True, slots=True)
class Pan:
    """What lay under a pixel shall lie so many farther."""

    dx: float
    dy: float


@dataclass(frozen=True, slots=True)
class Everything:
    """Back to where everything is seen."""


Move = Zoom | Pan | Everything


def of_wheel(event: QWheelEvent) -> Move | None:
    """None: a plain wheel is the page's, also where two fingers that scroll stray a little to the side."""
    delta = event.angleDelta()
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier and delta.y():
        return Zoom(1.0015 ** delta.y(), event.position())
    if abs(delta.x()) > abs(delta.y()) or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return Pan((delta.x() or delta.y()) / 2, 0.0)
    return None


def of_gesture(event: QEvent) -> Move | None:
    """Two fingers on a touchpad: apart is closer, a double tap is everything."""
    if not isinstance(event, QNativeGestureEvent):
        return None
    if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
        return Zoom(max(1.0 + event.value(), 0.1), event.position())
    return Everything() if event.gestureType() is Qt.NativeGestureType.SmartZoomNativeGesture else None


def of_key(event: QKeyEvent, room: QSizeF) -> Move | None:
    """`room` is what the chart draws its time on: an arrow moves it by an eighth."""
    key = Qt.Key(event.key())
    if key in _PANS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        dx, dy = _PANS[key]
        return Pan(dx * room.width() / 8, dy * room.height() / 8)
    if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
        return Zoom(_CLOSER)
    if key is Qt.Key.Key_Minus:
        return Zoom(1 / _CLOSER)
    return Everything() if key is Qt.Key.Key_Home else None


def add_moves(menu: QMenu, take: Callable[[Move], object]) -> None:
    """The moves in a chart's menu, with their keys."""
    menu.addSeparator()
    home = QKeySequence(Qt.Key.Key_Home).toString(QKeySequence.SequenceFormat.NativeText)
    words = (translate("Chart", "Closer"), translate("Chart", "Farther"), translate("Chart", "Show all"))
    moves = ("+", Zoom(_CLOSER)), ("-", Zoom(1 / _CLOSER)), (home, Everything())
    for text, (key, move) in zip(words, moves, strict=True):
        menu.addAction(f"{text}\t{key}").triggered.connect(lambda _=False, move=move: take(move))


class Drag:
    """A press with the left button until it is let go: a pan, or a click where the hand did not move."""

    def __init__(self) -> None:
        self._from: QPointF | None = None
        self.moved = False

    def press(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._from, self.moved = event.position(), False

    def move(self, event: QMouseEvent) -> Pan | None:
        """How far the hand has come since it was last asked; None where nothing is dragged."""
        if self._from is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return None
        way = event.position() - self._from
        if not self.moved and way.manhattanLength() <= _SHAKE:
            return Pan(0.0, 0.0)
        self._from, self.moved = event.position(), True
        return Pan(way.x(), way.y())

    def release(self, event: QMouseEvent) -> bool:
        """Whether it was a click."""
        if event.button() is not Qt.MouseButton.LeftButton or self._from is None:
            return False
        self._from = None
        return not self.moved
