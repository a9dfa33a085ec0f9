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
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from tracker import house
from tracker.errors import NotifyError, TrackerError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

log = logging.getLogger(__name__)

NO_DISPLAY = (
    "Space Race Tracker needs a display to open its window and there is none here; "
    "these commands work without one: poll, status, changes, export, read, replay, doctor."
)
