"""Text on the window. Every label shows plain text only: nothing that came from a feed is ever taken as markup."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from tracker.ui.palette import blend
from tracker.ui.theme import Theme

SIZES: Final = {
    "display": (1.55, QFont.Weight.Bold),
    "title": (1.22, QFont.Weight.DemiBold),
    "heading": (1.05, QFont.Weight.DemiBold),
    "strong": (1.0, QFont.Weight.DemiBold),
    "body": (1.0, QFont.Weight.Normal),
    "small": (0.92, QFont.Weight.Normal),
    "caps": (0.88, QFont.Weight.DemiBold),
}
"""Look -> (factor of the system font, weight)."""


class Text(QLabel):
    """A plain-text label with a look and a tone, that follows the theme."""

    def __init__(
        self, theme: Theme, text: str = "", look: str = "body", tone: str = "text", *, wrap: bool = False
    ) -> None:
        super().__init__()
        self._theme, self._look, self._tone = theme, look, tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setOpenExternalLinks(False)
        self.setText(text)
        if wrap:
            self.setWordWrap(True)
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._dress()
        theme.changed.connect(self._dress)

    def set_tone(self, tone: str) -> None:
        """ "text", "muted", "good", "warn", "bad", "accent"."""
        if tone != self._tone:
            self._tone = tone
            self._dress()

    def _dress(self) -> None:
        self.setFont(self._theme.font(*SIZES[self._look]))
        roles = self._theme.roles
        colours = self.palette()
        colours.setColor(
            QPalette.ColorRole.WindowText, QColor(roles.text if self._tone == "text" else roles.tone(self._tone))
        )
        self.setPalette(colours)


class Pill(QWidget):
    """A word in a rounded outline: a standing, a state. The word carries the meaning, the colour only repeats it."""

    def __init__(self, theme: Theme, text: str = "", tone: str = "muted") -> None:
        super().__init__()
        self._theme, self._text, self._tone = theme, text, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._refresh)
        self.setAccessibleName(text)

    def set(self, text: str, tone: str) -> None:
        """Other words in another tone; hidden where there are none."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self._refresh()

    @property
    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:
        self.setFont(self._theme.font(0.86, QFont.Weight.DemiBold))
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 18, metrics.height() + 5)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_pill(painter, self._theme, (0, 0, self.width(), self.height()), self._text, self._tone)

    def _refresh(self) -> None:
        self.updateGeometry()
        self.update()


def draw_pill(painter: QPainter, theme: Theme, rect: tuple[int, int, int, int], text: str, tone: str) -> None:
    """Draw a pill into (x, y, width, height); shared with the rows of lists."""
    roles = theme.roles
    x, y, width, height = rect
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font(0.86, QFont.Weight.DemiBold))
    colour = roles.tone(tone)
    painter.setPen(QColor(colour if "contrast" in roles.name else blend(colour, roles.surface, 0.35)))
    painter.setBrush(QColor(blend(colour, roles.surface, 0.08)))
    painter.drawRoundedRect(x + 0.5, y + 0.5, width - 1.0, height - 1.0, height / 2, height / 2)  # type: ignore[call-overload]
    painter.setPen(QColor(colour))
    painter.drawText(x, y, width, height, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def tip(text: str) -> str:
    """A tooltip text that Qt cannot take for markup, whatever it holds."""
    import html  # its table of entities need not stand between the start and the first window

    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>" if text else ""


def menu_text(text: str, most: int = 70) -> str:
    """A text as the name of a menu entry: one line, no mnemonics, not endless."""
    line = " ".join(text.split())
    return (line if len(line) <= most else line[: most - 1] + "…").replace("&", "&&")
