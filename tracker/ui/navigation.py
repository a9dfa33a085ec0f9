"""The left side: the pages by name, with a badge where something waits."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from tracker.ui.theme import Theme

PAGES: Final = ("race", "changes", "review", "articles", "missions", "sources", "settings")


class NavButton(QAbstractButton):
    """A page's name; a badge says how much waits there."""

    def __init__(self, theme: Theme, text: str, tone: str = "accent") -> None:
        super().__init__()
        self._theme, self._tone, self._count = theme, tone, 0
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def set_count(self, count: int) -> None:
        """The number in the badge; none at 0."""
        self._count = count
        name = self.text()
        self.setAccessibleName(self.tr("{page}, {n} waiting").format(page=name, n=count) if count else name)
        self.update()

    @property
    def count(self) -> int:
        return self._count

    def sizeHint(self) -> QSize:
        return QSize(120, round(self.fontMetrics().height() * 1.35) + 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        roles = self._theme.roles
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(roles.hover, 1.0 if self.isChecked() else 0.6))
            painter.drawRoundedRect(rect, 7, 7)
        if self.hasFocus():
            painter.setPen(QPen(QColor(roles.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, 7, 7)
        weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
        painter.setFont(self._theme.font(1.0, weight))
        painter.setPen(QColor(roles.text if self.isChecked() else roles.muted))
        room = self.rect().adjusted(11, 0, -44 if self._count else -8, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self._count:
            self._badge(painter)

    def _badge(self, painter: QPainter) -> None:
        roles = self._theme.roles
        font = self._theme.font(0.85, QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        text = str(self._count) if self._count < 1000 else "999+"
        height = metrics.height() + 3
        width = max(height, metrics.horizontalAdvance(text) + 12)
        rect = QRectF(self.width() - width - 9, (self.height() - height) / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles.tone(self._tone)))
        painter.drawRoundedRect(rect, height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(QColor(roles.surface))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


class Navigation(QWidget):
    """`asked` carries a page's id."""

    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("navigation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Pages"))
        names = {
            "race": self.tr("Race"),
            "changes": self.tr("Changes"),
            "review": self.tr("Review"),
            "articles": self.tr("Articles"),
            "missions": self.tr("Missions"),
            "sources": self.tr("Sources"),
            "settings": self.tr("Settings"),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 12, 10, 12)
        column.setSpacing(1)
        self.buttons: dict[str, NavButton] = {}
        for page in PAGES:
            if page == "settings":
                column.addStretch(1)
            button = NavButton(theme, names[page], "warn" if page == "review" else "accent")
            button.setObjectName(f"page-{page}")
            button.clicked.connect(lambda _=False, p=page: self.asked.emit(p))
            column.addWidget(button)
            self.buttons[page] = button

    def show_page(self, page: str) -> None:
        """Mark a page as the open one; the focus of another page's button comes along."""
        self.buttons[page].setChecked(True)
        if any(button.hasFocus() for button in self.buttons.values()):
            self.buttons[page].setFocus()

    def name(self, page: str) -> str:
        return self.buttons[page].text()
