"""The proxy that the desktop's own settings name for an address (GNOME, KDE), automatic configuration included.

A program that is started from a menu has no proxy variables; the portal of the desktop knows. It is never started for
this, and one that does not answer is not asked a second time.
"""

from __future__ import annotations

from collections.abc import Callable

from tracker.desktop.bus import BUS_NAME, BusError, Peer, for_questions, session_address
from tracker.webaddress import split

_DAEMON = Peer(BUS_NAME, "/org/freedesktop/DBus", BUS_NAME)
_PORTAL = Peer(
    "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.ProxyResolver"
)
_DIRECT = "direct"


class SystemProxy:
    """Safe to use from many threads. `seconds`: how long to wait for the desktop, for all that is asked of it."""

    def __init__(self, *, seconds: float = 2.0, address: Callable[[], str | None] = session_address) -> None:
        self._seconds = seconds
        self._address = address
        self._silent = False

    def __call__(self, url: str) -> str:
        """The proxy's address; "" where none is needed or no desktop answers. Only scheme and host are told to it."""
        parts, bus_address = split(url), None if self._silent else self._address()
        if parts is None or bus_address is None:
            return ""
        try:
            with for_questions(bus_address, self._seconds) as bus:
                (there,) = bus.ask(_DAEMON, "NameHasOwner", "s", (_PORTAL.name,)).result(self._seconds)
                if not there:
                    self._silent = True
                    return ""
                (named,) = bus.ask(_PORTAL, "Lookup", "s", (f"{parts.scheme}://{parts.netloc}/",)).result(self._seconds)
        except (BusError, TimeoutError, ValueError):
            self._silent = True
            return ""
        first = named[0] if isinstance(named, list) and named and isinstance(named[0], str) else _DIRECT
        return "" if first.startswith(_DIRECT) else first
