"""Whether somebody keeps a tray now, asked without QSystemTrayIcon.

Qt decides once in a process, when it is first asked for a tray, between StatusNotifier (over D-Bus) and the older XEmbed
(over X11). Asked while no panel runs yet it settles on XEmbed, and a StatusNotifier panel that comes later never gets the
icon. So Qt is not asked before one of the two is really there.
"""

from __future__ import annotations

import ctypes
import logging
import sys
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

log = logging.getLogger(__name__)

_WATCHER: Final = "org.kde.StatusNotifierWatcher"


class TrayHost(QObject):
    """`moved` is emitted when a StatusNotifier panel comes or goes. An XEmbed tray is seen only by asking again."""

    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus: Any = None
        self._asked = False
        self._seen_old = False
        if sys.platform not in ("win32", "darwin"):
            from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher

            bus = QDBusConnection.sessionBus()
            if bus.isConnected():
                self._bus = bus.interface()
                watcher = QDBusServiceWatcher(
                    _WATCHER, bus, QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange, self
                )
                watcher.serviceOwnerChanged.connect(self.moved)

    def there(self) -> bool:
        """True when a tray can take an icon.

        An XEmbed tray alone counts at once the first time, and later only when it is seen twice in turn: a panel that
        starts offers it a moment before StatusNotifier, which is to be preferred.
        """
        if sys.platform in ("win32", "darwin"):
            return True
        first, self._asked = not self._asked, True
        if self._bus is not None and bool(self._bus.isServiceRegistered(_WATCHER).value()):
            return True
        before, self._seen_old = self._seen_old, QGuiApplication.platformName() == "xcb" and old_tray()
        return self._seen_old and (first or before)


def old_tray() -> bool:
    """True when a program holds the selection of the XEmbed tray on Qt's own X display. Only under the xcb platform."""
    application: Any = QGuiApplication.instance()
    display = application.nativeInterface().display()
    library = _x11()
    if library is None:
        return False
    number = library.XDefaultScreen(display)
    atom = library.XInternAtom(display, f"_NET_SYSTEM_TRAY_S{number}".encode(), 0)
    return bool(library.XGetSelectionOwner(display, atom))


def _x11() -> Any:
    """libX11, which Qt's xcb plugin has loaded already; None where it cannot be found."""
    try:
        library = ctypes.CDLL("libX11.so.6")
    except OSError as error:
        log.info("an XEmbed tray cannot be looked for: %s", error)
        return None
    library.XDefaultScreen.argtypes = (ctypes.c_void_p,)
    library.XInternAtom.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
    library.XInternAtom.restype = ctypes.c_ulong
    library.XGetSelectionOwner.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
    library.XGetSelectionOwner.restype = ctypes.c_ulong
    return library
