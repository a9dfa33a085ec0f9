"""The desktop app from its start to its end: display? -> Qt -> settings -> single instance -> running.py.

Threads: the main thread owns Qt and the library; the workers (workers.py) reach it through the bridge's signals only.
"""

from __future__ import annotations

import logging
import os
import sys
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tracker import settings
from tracker.binding import import_qt
from tracker.errors import StoreError, TrackerError
from tracker.running import Desktop, Start

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tracker.house import Home

log = logging.getLogger(__name__)

NO_DISPLAY = (
    "Space Race Tracker needs a display to open its window and there is none here; "
    "these commands work without one: poll, status, changes, export, read, replay, doctor, preview, backup, restore."
)


def run(*, data_dir: Path | None, hidden: bool, demo: bool) -> int:
    """Start the app and stay until it is quit. Returns the exit code; 1 with one sentence on stderr where it cannot.

    Raises TrackerError (settings, seeds, database) for the command line to put into a sentence.
    """
    if sys.stderr is not None:  # a windowed start on Windows has none
        import faulthandler

        faulthandler.enable()
    if not _has_display():
        print(NO_DISPLAY, file=sys.stderr)
        return 1
    try:
        import_qt()
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        print(
            f"Qt cannot be loaded: {error}. On Debian and Ubuntu `make run` installs what is missing.", file=sys.stderr
        )
        return 1
    if sys.platform == "win32":
        from tracker.desktop import taskbar

        taskbar.take_identity()
    # a worker that parses hands over before the window misses a frame (measured: 19 ms, not 42)
    sys.setswitchinterval(0.0005)
    application = QApplication(["space-race-tracker", "-style", "fusion"])  # so that Theme need not ask which it is
    code = _start(application, data_dir=data_dir, hidden=hidden, demo=demo)
    # Everything is closed and written. A visit to a slow server may still be on its way in a thread: nobody need wait
    # for it, and it must not run into the interpreter's own end.
    logging.shutdown()
    sys.stdout.flush()
    os._exit(code)


def _start(application: QApplication, *, data_dir: Path | None, hidden: bool, demo: bool) -> int:
    choice = settings.Settings().language
    with ExitStack() as stack:
        try:
            if demo:
                return _run(application, _demo(stack, hidden=hidden))
            places = settings.paths(data_dir)
            chosen, _ = settings.load(places.settings)
            choice = chosen.language

            def home() -> Home:
                from tracker import house

                return house.home(data_dir, now=_now)

            return _run(application, Start(places, chosen, home, _now, hidden, places.data if data_dir else None))
        except TrackerError as error:
            if _starts_anew(application, error, choice):
                return 0
            raise


def _demo(stack: ExitStack, *, hidden: bool) -> Start:
    """A start over the invented history, in a folder that is gone afterwards."""
    from tempfile import TemporaryDirectory

    from tracker import demo, house

    folder = Path(stack.enter_context(TemporaryDirectory(prefix="space-race-demo-", ignore_cleanup_errors=True)))
    show = demo.start()
    stack.callback(show.close)
    home = house.home(folder, now=show.now, sources=show.sources)
    return Start(home.paths, home.settings, lambda: home, show.now, hidden, lasting=False, tick_seconds=1.0)


def _now() -> datetime:
    return datetime.now(UTC)


def _starts_anew(application: QApplication, error: TrackerError, choice: str) -> bool:
    """Who starts the app from a menu, or at login, sees no terminal: the sentence goes into a box. Not where nobody could
    close it. True where a damaged database was set aside and another start is on its way."""
    from PySide6.QtCore import QProcess
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.platformName() in ("offscreen", "minimal"):
        return False
    from tracker.store import set_aside
    from tracker.ui import failed_start

    if not failed_start.ask(application, error, choice):
        return False
    database = Path(error.key)
    log.warning("set aside as %s", set_aside(database, f"{database.name}.damaged-{_now():%Y%m%d-%H%M%S}"))
    return bool(QProcess.startDetached(sys.executable, sys.orig_argv[1:])[0])


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _run(application: QApplication, start: Start) -> int:
    from tracker.desktop import instance
    from tracker.hooks import hook_exceptions

    hook_exceptions()
    try:
        start.paths.data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            "the folder cannot be made", key=str(start.paths.data), advice="Check its permissions"
        ) from error
    only = instance.claim(start.paths.data, listen=False)
    if only is None:
        return 0  # the other one has been asked to show itself
    with ExitStack() as stack:
        stack.callback(only.close)
        return Desktop(application, only, start, stack).run()
