"""Started by the benchmark: opens a bare window, or the app, and says when its first window has been painted.

usage: child_window.py bare|app HOME
"""

from __future__ import annotations

import sys
import time


def watch() -> None:
    """Report the first paint of a window, whoever makes the application."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    class FirstPaint(QObject):
        def eventFilter(self, seen: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint:
                seen.removeEventFilter(self)
                QTimer.singleShot(0, lambda: print("painted", time.monotonic(), flush=True))  # after this paint
            return False

    run = QApplication.exec

    def exec_watched(*_: object) -> int:
        application = QApplication.instance()
        application.first_paint = FirstPaint()
        for window in application.topLevelWidgets():  # only there: a filter over every event would be measured, too
            if window.isVisible():
                window.installEventFilter(application.first_paint)
        return run()

    QApplication.exec = exec_watched


def bare() -> int:
    from PySide6.QtWidgets import QApplication, QWidget

    watch()
    application = QApplication([])
    window = QWidget()
    window.resize(1280, 800)
    window.show()
    return application.exec()


def app(home: str) -> int:
    from tracker.binding import import_qt

    import_qt()  # as the app does it, only earlier: to watch is to import Qt
    watch()
    sys.argv = ["space-race-tracker", "--data-dir", home]
    from tracker.__main__ import main

    return main()


if __name__ == "__main__":
    sys.exit(bare() if sys.argv[1] == "bare" else app(sys.argv[2]))
