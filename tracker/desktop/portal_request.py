"""One question to the desktop's portal whose answer may wait for a person: a method that hands out a Request, and the
Response that comes when the person has chosen.

https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Request.html
"""

from __future__ import annotations

import queue
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any, Final

from tracker.desktop.bus import BUS_NAME, Bus, Peer, Signal

PORTAL: Final = "org.freedesktop.portal.Desktop"
OBJECT: Final = "/org/freedesktop/portal/desktop"
_REQUEST: Final = "org.freedesktop.portal.Request"
_DAEMON: Final = Peer(BUS_NAME, "/org/freedesktop/DBus", BUS_NAME)
_MATCHES: Final = (
    f"type='signal',interface='{_REQUEST}',member='Response'",
    f"type='signal',sender='{BUS_NAME}',interface='{BUS_NAME}',member='NameOwnerChanged',arg0='{PORTAL}'",
)
GRANTED, REFUSED, FAILED = 0, 1, 2  # the Response's own numbers


class UnansweredError(Exception):
    """The portal has the question, but its answer did not come: the person has not chosen in time, or the portal ended."""


@dataclass(frozen=True, slots=True)
class Response:
    """`code` is GRANTED, REFUSED (by the person) or FAILED; `results` are the values inside their variants."""

    code: int
    results: Mapping[str, Any]


def ask(
    address: str,
    interface: str,
    member: str,
    signature: str,
    body: tuple[Any, ...],
    *,
    seconds: float = 8.0,
    person_seconds: float = 120.0,
) -> Response:
    """Ask over a connection of its own. `seconds` is for the bus and the portal, `person_seconds` for who must choose.

    Raises BusError (its key is the D-Bus error's name), TimeoutError where nobody takes the question, and UnansweredError.
    """
    heard: queue.SimpleQueue[Signal] = queue.SimpleQueue()
    lost = Signal(BUS_NAME, BUS_NAME, "Lost", ())
    bus = Bus(
        address, on_signal=heard.put, on_up=lambda: None, on_down=lambda _: heard.put(lost), matches=_MATCHES
    )  # fmt: skip
    bus.start()
    try:
        bus.wait_first_try(seconds)
        (handle,) = bus.ask(Peer(PORTAL, OBJECT, interface), member, signature, body).result(seconds)
        (owner,) = bus.ask(_DAEMON, "GetNameOwner", "s", (PORTAL,)).result(seconds)
        try:
            return _response(heard, str(handle), str(owner), monotonic() + person_seconds)
        except queue.Empty as nobody:
            bus.ask(Peer(PORTAL, str(handle), _REQUEST), "Close")  # a dialog that nobody answers goes
            raise UnansweredError from nobody
    finally:
        bus.close()


def _response(heard: queue.SimpleQueue[Signal], handle: str, owner: str, until: float) -> Response:
    """The Response of this Request from the portal itself. It may have come before the method's own answer."""
    while True:
        signal = heard.get(timeout=max(until - monotonic(), 0))
        match signal.member, signal.body:
            case "Response", (int() as code, dict() as results) if (signal.path, signal.sender) == (handle, owner):
                return Response(code, {key: value[1] for key, value in results.items() if isinstance(value, tuple)})
            case ("Lost", _) | ("NameOwnerChanged", (_, _, "")) if signal.sender == BUS_NAME:
                raise UnansweredError
