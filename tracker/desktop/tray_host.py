"""Which kind of tray is kept now, asked without QSystemTrayIcon.

Under X11, Qt 6.11 decides for each QSystemTrayIcon when it is made, and for good, between StatusNotifier (over D-Bus) and the
older XEmbed. One that was made while no StatusNotifier panel ran stays an XEmbed icon, and a panel that comes later and knows
only StatusNotifier never gets it. So an icon is made when a tray is really there, and anew when another kind is
(ui/tray.py). Everywhere else there is one kind only.
"""

from __future__ import annotations

import ctypes
import logging
import sys
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

log = logging.getLogger(__name__)

NOTIFIER, XEMBED, NATIVE = "statusnotifier", "xembed", "native"
"""The kinds of tray; the last is the one of Windows and macOS."""

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

    def kind(self) -> str:
        """The kind of tray that can take an icon now, empty where there is none.

        An XEmbed tray alone counts at once the first time, and later only when it is seen twice in turn: a panel that
        starts offers it a moment before StatusNotifier, which is to be preferred.
        """
        if sys.platform in ("win32", "darwin"):
            return NATIVE
        first, self._asked = not self._asked, True
        if self._bus is not None and bool(self._bus.isServiceRegistered(_WATCHER).value()):
            return NOTIFIER
        before, self._seen_old = self._seen_old, QGuiApplication.platformName() == "xcb" and old_tray()
        return XEMBED if self._seen_old and (first or before) else ""


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
