"""Started by the benchmark: opens a bare window, or the app, and says when it is as far as is asked.

usage: child_window.py bare|app|page|hidden|closed HOME
  bare, app   the first window is painted
  page        the Race page is painted in it
  hidden      started into the tray
  closed      its window was opened and closed into the tray
The tray is one that is said to be there and that nobody draws: no panel runs on the benchmark's display.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any


def say() -> None:
    print("painted", time.monotonic(), flush=True)


def watch(then: Any) -> None:
    """Call `then` with the application when its event loop begins, whoever makes the application."""
    from PySide6.QtWidgets import QApplication

    run = QApplication.exec

    def exec_watched(*_: object) -> int:
        then(QApplication.instance())
        return run()

    QApplication.exec = exec_watched


def tell_first_paint(widget: Any) -> None:
    """Say when a widget has been painted for the first time. Only that one is listened to: a filter over every event would
    be measured, too."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class FirstPaint(QObject):
        def eventFilter(self, seen: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint:
                seen.removeEventFilter(self)
                QTimer.singleShot(0, say)  # after this paint
            return False

    widget.first_paint = FirstPaint()
    widget.installEventFilter(widget.first_paint)


def shown(application: Any) -> Any:
    return next(window for window in application.topLevelWidgets() if window.isVisible())


def bare() -> int:
    from PySide6.QtWidgets import QApplication, QWidget

    watch(lambda application: tell_first_paint(shown(application)))
    application = QApplication([])
    window = QWidget()
    window.resize(1280, 800)
    window.show()
    return application.exec()


def app(which: str, home: str) -> int:
    from tracker.binding import import_qt

    import_qt()  # as the app does it, only earlier: to watch is to import Qt
    sys.argv = ["space-race-tracker", "--data-dir", home]
    if which == "hidden":
        sys.argv.append("--hidden")
    if which in ("hidden", "closed"):
        pretend_a_tray()
        (Path(home) / "window.ini").write_text("[General]\ntold_of_tray=yes\n", encoding="utf-8")
    watch({"app": lambda it: tell_first_paint(shown(it)), "page": page, "closed": closed, "hidden": hidden}[which])
    from tracker.__main__ import main

    return main()


def page(application: Any) -> None:
    window = shown(application)
    window.body.pages.currentChanged.connect(lambda: tell_first_paint(window.pages.race))  # it is the first page of all


def hidden(_: Any) -> None:
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, say)


def closed(application: Any) -> None:
    from PySide6.QtCore import QTimer

    window = shown(application)
    window.hidden.connect(say)
    window.opened.connect(lambda: QTimer.singleShot(1500, window.close))


def pretend_a_tray() -> None:
    from tracker.desktop.tray_host import XEMBED, TrayHost

    TrayHost.kind = lambda _: XEMBED  # type: ignore[method-assign]


if __name__ == "__main__":
    sys.exit(bare() if sys.argv[1] == "bare" else app(*sys.argv[1:3]))
