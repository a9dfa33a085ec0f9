"""A word that leads somewhere: looks like a link, behaves like a button, becomes narrower with its row."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from tracker.ui.labels import tip
from tracker.ui.theme import Theme


class Link(QAbstractButton):
    """`text` is shown as it is: no markup, no mnemonics; what does not fit is elided."""

    def __init__(self, theme: Theme, text: str, *, scale: float = 1.0, strong: bool = False) -> None:
        super().__init__()
        self._theme, self._scale = theme, scale
        self._weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
        self._words, self._own_tip = text, False
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFont(theme.font(scale, self._weight))
        theme.changed.connect(self._dress)

    @property
    def words(self) -> str:
        """The whole text."""
        return self._words

    def shown(self) -> str:
        """What fits: of "Launch Database · 22 Aug 2026" the day stays whole, the outlet is shortened."""
        metrics, right = self.fontMetrics(), Qt.TextElideMode.ElideRight
        first, between, last = self._words.rpartition(" · ")
        room = self.width() - metrics.horizontalAdvance(between + last)
        if not between or room < metrics.averageCharWidth() * 6:
            return metrics.elidedText(self._words, right, self.width())
        return metrics.elidedText(first, right, room) + between + last

    def say(self, text: str) -> None:
        """Other words."""
        self._words = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._words) + 3, metrics.height() + 3)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(40, self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What had to be elided is told by a tooltip."""
        super().resizeEvent(event)
        if not self._own_tip:
            self.setToolTip(
                tip(self._words) if self.width() < self.fontMetrics().horizontalAdvance(self._words) else ""
            )

    def explain(self, text: str) -> None:
        """A tooltip of its own."""
        self._own_tip = True
        self.setToolTip(tip(text))

    def paintEvent(self, _event: QPaintEvent) -> None:
        roles = self._theme.roles
        painter = QPainter(self)
        font = QFont(self.font())
        font.setUnderline(self.underMouse() and self.isEnabled())
        painter.setFont(font)
        painter.setPen(QColor(roles.accent if self.isEnabled() else roles.muted))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.shown())
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(roles.accent), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def _dress(self) -> None:
        self.setFont(self._theme.font(self._scale, self._weight))
        self.update()
