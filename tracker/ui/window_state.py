"""What the window keeps from one start to the next: its size and place, the open page, what was said once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QMainWindow, QWidget

_TITLE = 40
"""In pixels: about what a title bar takes above a window. Qt knows it only of a window that was shown."""


def fit(window: QWidget) -> None:
    """Make a window that is larger than its screen has room for as large as that. One that fills the screen stays."""
    if not window.windowState():
        room = window.screen().availableSize()
        window.resize(window.size().boundedTo(QSize(room.width(), room.height() - _TITLE)))


class WindowState:
    """A small file of its own. Without a path nothing is kept; what a damaged file holds is passed over."""

    def __init__(self, path: Path | None) -> None:
        self._file = QSettings(str(path), QSettings.Format.IniFormat) if path else None

    def restore(self, window: QMainWindow) -> None:
        """Give the window the size and place it had."""
        kept = self._file.value("geometry") if self._file else None
        if isinstance(kept, QByteArray):
            window.restoreGeometry(kept)

    def page(self) -> str:
        """The page that was open; it may be one that does not exist any more."""
        return str(self._file.value("page", "")) if self._file else ""

    def keep(self, window: QMainWindow, page: str) -> None:
        """Write size, place and page."""
        if self._file is not None:
            self._file.setValue("geometry", window.saveGeometry())
            self._file.setValue("page", page)
            self._file.sync()

    def told(self, what: str) -> bool:
        """True where something was said before, or where nothing can be kept, so that it is not said again and again."""
        return self._file is None or str(self._file.value(what, "")) == "yes"

    def keep_told(self, what: str) -> None:
        """Remember that something was said."""
        if self._file is not None:
            self._file.setValue(what, "yes")
            self._file.sync()
