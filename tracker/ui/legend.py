"""What the shapes of the timeline mean."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tracker.model import Status
from tracker.ui.around import Around
from tracker.ui.marks import draw_ghost, draw_mark
from tracker.ui.timeline_layout import Bar


class Legend(QWidget):
    """What the shapes of the timeline mean; leaves words out from the end where there is no room."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._entries = (
            (Status.ACHIEVED, self.tr("done")),
            (Status.PLANNED, self.tr("planned, bar = uncertainty")),
            (Status.ON_HOLD, self.tr("on hold")),
            (None, self.tr("earlier dates")),
        )
        self.setAccessibleName(", ".join(text for _, text in self._entries))
        around.theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, roles = self._around.theme, self._around.theme.roles
        font = theme.font(0.92)
        metrics = QFontMetricsF(font)
        widths = [22 + metrics.horizontalAdvance(text) + 14 for _, text in self._entries]
        shown = len(widths)
        while shown and sum(widths[:shown]) > self.width():
            shown -= 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        x, y = self.width() - sum(widths[:shown]) + 14, self.height() / 2
        for (status, text), width in list(zip(self._entries, widths, strict=True))[:shown]:
            if status is None:
                draw_ghost(painter, theme, Bar(x - 4, x + 12), y)
            else:
                draw_mark(painter, roles, "", status, x + 6, y, 5.0)
            painter.setPen(QColor(roles.muted))
            painter.drawText(QPointF(x + 18, y + metrics.ascent() / 2 - 1.5), text)
            x += width
