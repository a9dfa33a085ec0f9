"""Words a screen reader speaks at once, though the keyboard is elsewhere: what was done, which day is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject


def announce(source: QObject, words: str) -> None:
    """Let readers say it, where one listens; politely: after what they are saying now."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 2 ms of a start before there is a word to say

    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, words))
