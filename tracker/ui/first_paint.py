"""Tells when a widget has been painted for the first time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

A_MOMENT_MS = 20
"""What the paint has left over comes first."""


class FirstPaint(QObject):
    """Calls `then` once: when the widget's first paint is over, or after `patience_ms` where nobody sees it."""

    def __init__(self, widget: QWidget, then: Callable[[], object], patience_ms: int) -> None:
        super().__init__(widget)
        self._then: Callable[[], object] | None = then
        widget.installEventFilter(self)
        self._patience = QTimer(self, singleShot=True, interval=patience_ms)
        self._patience.timeout.connect(self._tell)
        self._patience.start()

    def eventFilter(self, seen: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            seen.removeEventFilter(self)
            self._patience.start(A_MOMENT_MS)
        return False

    def _tell(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()
