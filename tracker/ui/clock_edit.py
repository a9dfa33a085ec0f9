"""A field for a clock time, to be typed into as it is clicked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QTimeEdit


class ClockEdit(QTimeEdit):
    """Hours and minutes. Qt puts a bare cursor between two digits, where a third one is refused: here a click takes the
    hours or the minutes whole, so that what is typed next takes their place."""

    def __init__(self, spoken: str) -> None:
        super().__init__()
        self.setDisplayFormat("HH:mm")
        self.setAccessibleName(spoken)
        self.lineEdit().setAccessibleName(spoken)
        self.lineEdit().setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # one stop for the Tab key, not two of one name
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setKeyboardTracking(False)  # 2 on the way to 22 is no time anybody chose
        self.lineEdit().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonRelease and not self.lineEdit().hasSelectedText():
            QTimer.singleShot(0, self, lambda: self.setSelectedSection(self.currentSection()))
        return super().eventFilter(watched, event)
