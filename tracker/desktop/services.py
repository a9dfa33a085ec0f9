"""What this desktop offers, looked at once for `doctor`: who notifies, whether there is a tray, which keyring answers."""

from __future__ import annotations

import sys
import threading
from dataclasses import dataclass
from typing import Any

from tracker.desktop.bus import BUS_NAME, Bus, BusError, Peer, for_questions, session_address

_DAEMON = Peer(BUS_NAME, "/org/freedesktop/DBus", BUS_NAME)
_NOTIFICATIONS = Peer(
    "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications"
)
_TRAY = "org.kde.StatusNotifierWatcher"


@dataclass(frozen=True, slots=True)
class OnTheBus:
    """Notification service and tray, each with a sentence."""

    notifies: bool
    notifications: str
    has_tray: bool
    tray: str


def on_the_bus(seconds: float) -> OnTheBus:
    """Ask the session bus; never waits longer than about `seconds`."""
    if sys.platform in ("win32", "darwin"):
        return OnTheBus(True, "shown by the system", True, "shown by the system")
    address = session_address()
    if address is None:
        return _nothing("there is no session bus")
    with for_questions(address, seconds) as bus:
        running = _ask(bus, _DAEMON, "ListNames", seconds)
        if running is None:
            return _nothing("the session bus does not answer")
        names = set(running[0])
        startable = set((_ask(bus, _DAEMON, "ListActivatableNames", seconds) or [[]])[0])
        return _found(bus, names, startable, seconds)


def _found(bus: Bus, names: set[str], startable: set[str], seconds: float) -> OnTheBus:
    tray = _TRAY in names
    tray_words = (
        "StatusNotifier" if tray else "no StatusNotifier host (an XEmbed tray may still be there); the window opens"
    )
    if _NOTIFICATIONS.name in names:
        who = _ask(bus, _NOTIFICATIONS, "GetServerInformation", seconds)
        words = " ".join(str(part) for part in who[:3]) if who else "a service that does not answer"
        return OnTheBus(who is not None, words, tray, tray_words)
    if _NOTIFICATIONS.name in startable:
        return OnTheBus(True, "a service that the desktop starts when it is needed", tray, tray_words)
    return OnTheBus(False, "no service; changes stand in the window", tray, tray_words)


def _nothing(why: str) -> OnTheBus:
    return OnTheBus(False, f"none: {why}; changes stand in the window", False, f"unknown: {why}")


def _ask(bus: Bus, peer: Peer, member: str, seconds: float) -> tuple[Any, ...] | None:
    try:
        return bus.ask(peer, member).result(timeout=seconds)
    except (BusError, TimeoutError):
        return None


def keyring_backend(seconds: float) -> tuple[bool, str]:
    """Whether a keyring answers, and which. A locked one with nobody to unlock it blocks for ever: asked in a thread."""
    found: list[tuple[bool, str]] = []
    thread = threading.Thread(target=lambda: found.append(_backend()), daemon=True)
    thread.start()
    thread.join(seconds)
    return found[0] if found else (False, "does not answer; it may be locked")


def _backend() -> tuple[bool, str]:
    import keyring
    from keyring.backends import fail

    backend = keyring.get_keyring()
    if isinstance(backend, fail.Keyring):
        return False, "none; a token or password has to be entered at each start"
    return True, str(backend.name)
