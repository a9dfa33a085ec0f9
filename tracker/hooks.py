"""What the operating system and Python tell the process: uncaught errors are written down, signals quit the event loop."""

from __future__ import annotations

import logging
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tracker.errors import TrackerError

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator
    from types import TracebackType

    from PySide6.QtWidgets import QApplication

log = logging.getLogger(__name__)


def hook_exceptions() -> None:
    """An error in a slot or a thread is written down and the app goes on; Qt's own words go to the log too."""
    import threading

    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.critical("not expected", exc_info=(kind, error, trace))
        sys.__excepthook__(kind, error, trace)

    def in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            caught(args.exc_type, args.exc_value, args.exc_traceback)

    levels = {QtMsgType.QtWarningMsg: logging.WARNING, QtMsgType.QtCriticalMsg: logging.ERROR,
              QtMsgType.QtFatalMsg: logging.CRITICAL}  # fmt: skip

    def qt_said(kind: QtMsgType, _context: object, text: str) -> None:
        logging.getLogger("tracker.qt").log(levels.get(kind, logging.DEBUG), "%s", text)

    sys.excepthook = caught
    threading.excepthook = in_thread
    qInstallMessageHandler(qt_said)


@contextmanager
def faults_told(tell: Callable[[TrackerError], None]) -> Iterator[None]:
    """What could not be done because the database, a disk or a file is not well is told, too, and not only written down."""
    before = sys.excepthook

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        before(kind, error, trace)
        if isinstance(error, TrackerError):
            tell(error)

    sys.excepthook = caught
    try:
        yield
    finally:
        sys.excepthook = before


class Signals:
    """SIGINT and SIGTERM quit the event loop. Python handles signals only between its own steps, and Qt's loop may not
    take one for hours: a byte through a pipe wakes it, on Windows, where Qt watches sockets only, through a socket."""

    def __init__(self, application: QApplication) -> None:
        self._qt = application
        self._pair: tuple[Any, ...] = ()
        if sys.platform == "win32":
            import socket

            self._pair = socket.socketpair()
            self._ours, self._theirs = (end.fileno() for end in self._pair)
            for end in self._pair:
                end.setblocking(False)
        else:  # the socket library is no light one to bring in before the window
            self._ours, self._theirs = os.pipe()
        self._old: dict[int, Any] = {}

    def __enter__(self) -> None:
        import signal

        from PySide6.QtCore import QSocketNotifier

        if not self._pair:
            for end in (self._ours, self._theirs):
                os.set_blocking(end, False)
        self._notifier = QSocketNotifier(self._ours, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._woken)
        self._wakeup = signal.set_wakeup_fd(self._theirs)
        for number in (signal.SIGINT, signal.SIGTERM):
            self._old[number] = signal.signal(number, lambda *_: None)

    def __exit__(self, *_: object) -> None:
        import signal

        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._old.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        if not self._pair:
            os.close(self._ours)
            os.close(self._theirs)
        for end in self._pair:
            end.close()

    def _woken(self) -> None:
        self._notifier.setEnabled(False)  # once is enough: the byte stays where it is
        self._qt.exit(0)
