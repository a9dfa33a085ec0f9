"""What the window's tests share: an application without a screen, one theme, a window over the sample desk."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.sample_care import SampleCare
from tests.sample_desk import NOW, SampleDesk
from tracker.settings import Settings
from tracker.ui.around import Around
from tracker.ui.asking import Asking, Work, at_once
from tracker.ui.bridge import Bridge
from tracker.ui.main_window import MainWindow
from tracker.ui.theme import Theme

_WINDOWS: list[MainWindow] = []


class Stage:
    """Keeps everything a test's window needs alive, and records what left the window. A new stage clears the last one."""

    def __init__(self, *, empty: bool = False, language: str = "en") -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.app = app
        for window in _WINDOWS:
            window.close()
            window.deleteLater()
        _WINDOWS.clear()
        self.settle()
        self.theme = Theme(app, "light")
        self.desk = SampleDesk(empty=empty)
        self.bridge = Bridge()
        self.opened: list[str] = []
        self.tray = False
        self.care = SampleCare()
        self.settings = Settings()
        self.kept: list[Settings] = []
        self.start_work: Callable[[Work], object] = at_once
        """Who runs what the window asks for; may be another one from any moment on."""
        self.language = language
        self.around = Around(self.theme, language[:2], lambda: NOW, self.opened.append, Asking(at_once))

    def window(self, *, width: int = 1280, height: int = 800, state_path: Path | None = None) -> MainWindow:
        """A window, shown and settled."""
        made = MainWindow(
            self.desk,
            self.bridge,
            theme=self.theme,
            open_link=self.opened.append,
            language=self.language,
            now=lambda: NOW,
            has_tray=lambda: self.tray,
            state_path=state_path,
            settings=self.settings,
            keep=self.kept.append,
            caretaker=self.care,
            start_work=lambda work: self.start_work(work),
        )
        _WINDOWS.append(made)
        made.resize(width, height)
        made.show()
        made.begin()
        self.settle()
        return made

    def settle(self) -> None:
        """Let everything queued happen."""
        for _ in range(4):
            self.app.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
