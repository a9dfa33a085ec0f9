"""The desktop app's composition root. The start order, which quitting walks backwards:

    display? -> settings -> log and exception hooks -> QApplication -> single instance -> database and seeds -> library, front,
    bridge, window, tray (painted now) -> notifier, scheduler, reader (heavy imports, in workers, after the first paint)

Threads: the main thread owns Qt and the library; the workers (workers.py) reach it through the bridge's signals only.
"""

from __future__ import annotations

import logging
import os
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tracker import house

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

log = logging.getLogger(__name__)

NO_DISPLAY = (
    "Space Race Tracker needs a display to open its window and there is none here; "
    "these commands work without one: poll, status, changes, export, read, replay, doctor."
)


@dataclass(frozen=True, slots=True)
class Start:
    """How to start: without a window (`hidden`), and how often to look whether a source is due."""

    hidden: bool = False
    demo: bool = False
    tick_seconds: float = 30.0


def run(*, data_dir: Path | None, hidden: bool, demo: bool) -> int:
    """Start the app and stay until it is quit. Returns the exit code; 1 with one sentence on stderr where it cannot.

    Raises TrackerError (settings, seeds, database) for the command line to put into a sentence.
    """
    if not _has_display():
        print(NO_DISPLAY, file=sys.stderr)
        return 1
    try:
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        print(
            f"Qt cannot be loaded: {error}. On Debian and Ubuntu `make run` installs what is missing.", file=sys.stderr
        )
        return 1
    with ExitStack() as stack:
        if demo:
            from tracker.demo import start

            folder = Path(stack.enter_context(TemporaryDirectory(prefix="space-race-demo-")))
            show = start()
            stack.callback(show.close)
            home = house.home(folder, now=show.now, sources=show.sources)
            return _run(QApplication([sys.argv[0]]), home, Start(hidden, demo=True, tick_seconds=1.0))
        home = house.home(data_dir, now=lambda: datetime.now(UTC))
        return _run(QApplication([sys.argv[0]]), home, Start(hidden))


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _run(application: QApplication, home: house.Home, start: Start) -> int:
    from tracker.desktop import instance
    from tracker.store import Library

    house.log_to_file(home.paths)
    _hook_exceptions()
    for odd in home.odd:
        log.warning("%s", odd)
    home.paths.data.mkdir(parents=True, exist_ok=True)
    only = instance.claim(home.paths.data)
    if only is None:
        log.info("another window has this data folder open; it has been asked to show itself")
        return 0
    with ExitStack() as stack:
        stack.callback(only.close)
        house.prepare(home)
        library = Library(home.paths.database)
        stack.callback(library.close)
        return _Desktop(application, home, library, only, start).run()
