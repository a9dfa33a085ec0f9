"""The middle of the window: navigation, the open page, the inspector beside it; on a narrow window it lies over the page."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QStackedWidget, QWidget

from tracker.ui.announce import announce
from tracker.ui.labels import Text
from tracker.ui.navigation import Navigation
from tracker.ui.theme import Theme

WIDE: Final = 1080
WIDE_LETTERS: Final = 145
"""From this width on, in pixels and in letters of the system's font, the inspector stands beside the page."""


class Body(QWidget):
    """Lays its three parts out by hand, because the inspector changes place with the width."""

    painted = Signal()
    """The frame stands on the screen for the first time."""

    def __init__(self, theme: Theme, navigation: Navigation, side: QStackedWidget) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._painted = theme, False
        self.navigation, self.side = navigation, side
        self.pages = QStackedWidget()
        self.pages.setObjectName("pages")
        self._wanted = True  # by the person, in a wide window
        self._over = False  # over the page, in a narrow one
        self._has_side = True  # the open page has an inspector
        for widget in (navigation, self.pages, side):
            widget.setParent(self)
        self.toast = Toast(theme, self)
        self._still = QTimer(self, singleShot=True, interval=0)
        self._still.timeout.connect(lambda: self.setUpdatesEnabled(True))

    def hold_still(self) -> None:
        """Paint nothing until the layouts that are due are done: else what is built anew is painted twice (25 ms)."""
        self.setUpdatesEnabled(False)
        self._still.start()

    def minimumSizeHint(self) -> QSize:
        return QSize(640, 360)

    def _letter(self) -> int:
        return QFontMetrics(self._theme.font()).averageCharWidth()

    @property
    def wide(self) -> bool:
        return self.width() >= max(WIDE, WIDE_LETTERS * self._letter())

    @property
    def side_shown(self) -> bool:
        return self._has_side and (self._wanted if self.wide else self._over)

    def show_side(self) -> None:
        """Something was chosen: the inspector comes, beside the page or over it."""
        self._wanted = self._over = True
        self.arrange()

    def hide_side(self) -> bool:
        """Put the inspector away; False where it was not there."""
        if not self.side_shown:
            return False
        if self.wide:
            self._wanted = False
        self._over = False
        self.arrange()
        return True

    def set_has_side(self, *, has: bool) -> None:
        """Whether the open page has an inspector at all; on a narrow window it starts put away."""
        self._has_side, self._over = has, False
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def arrange(self) -> None:
        """Give every part its place."""
        width, height = self.width(), self.height()
        letter = self._letter()
        left = min(round(letter * (24 if self.wide else 20)), round(width * 0.19))
        left = max(left, self.navigation.minimumSizeHint().width())
        side = min(max(round(letter * 46), 300), round(width * 0.46))
        beside = self.wide and self.side_shown
        self.navigation.setGeometry(0, 0, left, height)
        self.pages.setGeometry(left, 0, width - left - (side if beside else 0), height)
        self.side.setVisible(self.side_shown)
        self.side.setGeometry(width - side, 0, side, height)
        self.toast.place(left, self.pages.width(), height)


class Toast(QFrame):
    """A sentence at the bottom of the page with Undo, instead of "are you sure"."""

    undone = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "toast")
        self._area, self._words = (0, 400, 300), ""
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(12)
        self._text = Text(theme, "", "body")
        self.undo = QPushButton(self.tr("Undo"))
        self.undo.setObjectName("undo")
        self.undo.clicked.connect(self._undo)
        close = QPushButton("✕")
        close.setProperty("look", "quiet")
        close.setAccessibleName(self.tr("Close the message"))
        close.clicked.connect(self.hide)
        row.addWidget(self._text, 1)
        row.addWidget(self.undo)
        row.addWidget(close)
        self._timer = QTimer(self, singleShot=True, interval=15000)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str, tone: str = "text", *, undo: bool = False) -> None:
        """Show a sentence for a while; with `undo` a button that emits `undone`."""
        self._text.set_tone(tone)
        self._words = text
        self.undo.setVisible(undo)
        self.setAccessibleName(text)
        announce(self, text)
        self.show()
        self.place(*self._area)
        self.raise_()
        self._timer.start()

    def text(self) -> str:
        """What it says."""
        return self._words

    def place(self, left: int, width: int, bottom: int) -> None:
        """At the bottom of the page's area, never wider than it: what is longer goes over several lines."""
        self._area = (left, width, bottom)
        if not self.isVisible():
            return
        self._text.setWordWrap(False)  # a long path may break at its slashes
        self._text.setText(self._words.replace("/", "/\u200b"))
        size, most = self.sizeHint(), width - 32
        if size.width() > most:
            self._text.setWordWrap(True)
            size = QSize(most, self.heightForWidth(most))
        self.setGeometry(left + (width - size.width()) // 2, bottom - size.height() - 18, size.width(), size.height())

    def _undo(self) -> None:
        self.hide()
        self.undone.emit()
