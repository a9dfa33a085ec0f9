"""Whether the desktop says that the network costs money or the battery is low: NetworkManager, UPower, power profiles.

Asked on the system bus, over a connection that lasts as long as the question. Who is not there says nothing.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooLate
from pathlib import Path
from time import monotonic
from typing import Any

from tracker.desktop.bus import Bus, BusError, Peer, for_questions

log = logging.getLogger(__name__)

METERED, LOW_POWER = "metered", "low-power"

_PROPERTIES = "org.freedesktop.DBus.Properties"
_SECONDS = 1.0
_SOCKETS = ("/run/dbus/system_bus_socket", "/var/run/dbus/system_bus_socket")
_METERED = (1, 3)  # NMMetered: yes, guessed yes
_LOW = (3, 4, 5)  # UPower's warning level: low, critical, action
_SAVING = "power-saver"

Question = tuple[str, str, str, str]
"""Whom, which object, which interface, which property."""

_NETWORK: Question = (
    "org.freedesktop.NetworkManager", "/org/freedesktop/NetworkManager", "org.freedesktop.NetworkManager", "Metered",
)  # fmt: skip
_BATTERY: Question = (
    "org.freedesktop.UPower", "/org/freedesktop/UPower/devices/DisplayDevice", "org.freedesktop.UPower.Device",
    "WarningLevel",
)  # fmt: skip
_PROFILE: Question = (
    "org.freedesktop.UPower.PowerProfiles", "/org/freedesktop/UPower/PowerProfiles",
    "org.freedesktop.UPower.PowerProfiles", "ActiveProfile",
)  # fmt: skip
_OLD_PROFILE: Question = (
    "net.hadess.PowerProfiles", "/net/hadess/PowerProfiles", "net.hadess.PowerProfiles", "ActiveProfile",
)  # fmt: skip


def system_address(env: Mapping[str, str] = os.environ) -> str | None:
    """The system bus's address from the environment, else its usual socket; None where there is neither."""
    given = env.get("DBUS_SYSTEM_BUS_ADDRESS", "")
    if given:
        return given
    return next((f"unix:path={path}" for path in _SOCKETS if Path(path).exists()), None)


def reason(address: str | None = None) -> str:
    """ "metered", "low-power", or "" where nothing is to be saved or nobody says so. Takes two seconds at most."""
    address = address or (system_address() if sys.platform == "linux" else None)
    if address is None:
        return ""
    with for_questions(address, _SECONDS) as bus:
        until = monotonic() + _SECONDS
        network, battery, profile, old = (_ask(bus, q) for q in (_NETWORK, _BATTERY, _PROFILE, _OLD_PROFILE))
        if _value(network, until) in _METERED:
            return METERED
        low = _value(battery, until) in _LOW
        return LOW_POWER if low or _SAVING in (_value(profile, until), _value(old, until)) else ""


def _ask(bus: Bus, question: Question) -> Future[tuple[Any, ...]]:
    name, path, interface, member = question
    return bus.ask(Peer(name, path, _PROPERTIES), "Get", "ss", (interface, member))


def _value(asked: Future[tuple[Any, ...]], until: float) -> Any:
    """The value inside the variant of an answer; None where there is none in time."""
    try:
        body = asked.result(max(until - monotonic(), 0))
        return body[0][1]
    except (BusError, TooLate, IndexError, TypeError):
        return None
