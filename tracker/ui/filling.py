"""The very first check: the page fills in source by source. Later checks are over before one looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from tracker.ui.desk import Desk

EVERY_MS = 2_000


class Filling(QTimer):
    """Calls `refresh` now and then while a check runs and some source was never asked before."""

    def __init__(self, window: QWidget, desk: Desk, refresh: Callable[[], None]) -> None:
        super().__init__(window, interval=EVERY_MS)
        self._window, self._desk, self._refresh = window, desk, refresh
        self.timeout.connect(self._look)

    def follow(self, *, checking: bool) -> None:
        """A check began or ended."""
        if checking:
            self.start()
        else:
            self.stop()

    def _look(self) -> None:
        if not self._window.isVisible():
            return
        if any(v.source.enabled and v.state.last_attempt_at is None for v in self._desk.sources()):
            self._refresh()
        else:
            self.stop()
