"""The frames of the pages: a card, a heading line, an empty state, a scrolled column."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from tracker.ui.labels import Text
from tracker.ui.theme import Theme

RADIUS = 10.0


class Card(QWidget):
    """A quiet surface with a hairline; with a side it wears that side's colour along its top edge."""

    pressed = Signal()

    def __init__(self, theme: Theme, *, side: str = "", pressable: bool = False) -> None:
        super().__init__()
        self._theme, self._side, self._pressable = theme, side, pressable
        self._over = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(6)
        if pressable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        roles = self._theme.roles
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(QColor(roles.surface))
        painter.setPen(QPen(QColor(roles.accent if self.hasFocus() else roles.line), 1))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if self._side:
            path = QPainterPath()
            path.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
            painter.setClipPath(path)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(roles.side(self._side)))
            painter.drawRect(QRectF(0, 0, self.width(), 3))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressable and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._pressable and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
            return
        super().keyPressEvent(event)


class Empty(QWidget):
    """What will appear here, and how."""

    def __init__(self, theme: Theme, title: str, words: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        column.addStretch(2)
        self._title = Text(theme, title, "title")
        self._words = Text(theme, words, "body", "muted", wrap=True)
        for label in (self._title, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addStretch(3)
        self.setAccessibleName(f"{title}. {words}")

    def say(self, title: str, words: str) -> None:
        """Other words."""
        self._title.setText(title)
        self._words.setText(words)
        self.setAccessibleName(f"{title}. {words}")


class Column(QScrollArea):
    """A column of widgets that scrolls when it must; only upwards and downwards."""

    def __init__(self, margins: tuple[int, int, int, int] = (16, 16, 16, 16), spacing: int = 14) -> None:
        super().__init__()
        # of our own: to ask for the one it has makes the binding know every kind of widget there is (8 ms, 2 MiB)
        self._seen_through = QWidget()
        self.setViewport(self._seen_through)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = _Inner(self)
        inner.setObjectName("scrolled")
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(*margins)
        self.column.setSpacing(spacing)
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)


class _Inner(QWidget):
    """As tall as its layout needs at the width it has: stock scroll areas ask for the height at the least width."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__()
        self._area = area

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return QSize(0, super().minimumSizeHint().height())
        return QSize(0, layout.totalMinimumHeightForWidth(self._area.viewport().width()))

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        """The least height: what can be lower, a chart say, becomes so before a scroll bar comes."""
        layout = self.layout()
        return layout.totalMinimumHeightForWidth(width) if layout is not None else -1


def line(*widgets: QWidget | None, spacing: int = 8) -> QHBoxLayout:
    """Widgets in a row; None is the stretch."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row


def clear(column: QLayout) -> None:
    """Take everything out of a layout and let it go. A focus that was in it stays with the widget of the layout.

    Else Qt gives it to whatever comes first in the window, and whoever works by keys starts from there.
    """
    host = column.parentWidget()
    focus = host.window().focusWidget() if host is not None else None
    if host is not None and focus is not None and focus is not host and host.isAncestorOf(focus):
        host.setFocus()
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()
        inner = item.layout()
        if inner is not None:
            clear(inner)
