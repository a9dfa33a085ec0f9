"""Windows: the app's own place in the taskbar and the sender of its toasts.

Without an id of its own a Python program is put under "python.exe"; the shortcut that the installer makes carries the same
one (packaging/windows/space-race-tracker.iss), or a pinned icon would not be ours. Not tried on Windows yet.
"""

from __future__ import annotations

import logging
import sys

from tracker.desktop.notify import APP_ID

log = logging.getLogger(__name__)


def take_identity(system: str = sys.platform) -> bool:
    """Tell Windows who this process is; to be called before the first window. True where that was done."""
    if system != "win32":
        return False
    import ctypes

    try:
        failed: int = ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APP_ID)  # type: ignore[attr-defined,unused-ignore]
    except (AttributeError, OSError) as error:
        log.warning("no place of its own in the taskbar: %s", error)
        return False
    return not failed
