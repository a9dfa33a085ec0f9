"""The desktop app's composition root. The start order, which quitting walks backwards:

    log and exception hooks -> display? -> QApplication -> single instance -> database and seeds -> front, bridge, window,
    tray (painted now) -> reader, notifier, scheduler (heavy imports, in workers, after the first paint)

Threads: the main thread owns Qt and the library. APScheduler's one worker polls and tells. One clerk thread writes the
user's decisions. Workers reach the window through the bridge's signals only.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
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


def run(*, data_dir: Path | None, hidden: bool, demo: bool) -> int:
    """Start the app and stay until it is quit. Returns the exit code; 1 with one sentence on stderr where it cannot."""
    faulthandler.enable()
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
    if demo:
        return _run_demo(QApplication, hidden=hidden)
    home = house.home(data_dir, now=lambda: datetime.now(UTC))
    return _run(QApplication, home, hidden=hidden)


def _run_demo(application: type[QApplication], *, hidden: bool) -> int:
    """The app over an invented history from a local server, its data in a folder that is gone afterwards."""
    from tracker import demo

    with TemporaryDirectory(prefix="space-race-demo-") as folder:
        show = demo.start()
        try:
            home = house.home(Path(folder), now=show.now, sources=show.sources)
            return _run(application, home, hidden=hidden, tick_seconds=1.0, title="demo")
        finally:
            show.close()


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
