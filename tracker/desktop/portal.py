"""Notifications from inside a sandbox (Flatpak, Snap) through org.freedesktop.portal.Notification.

The portal takes the app's own id for a notification: ours is the alert's, so a button pressed on a popup of an earlier run
still names its change, and an alert told again replaces its popup; nothing need be remembered. It never says whether the
desktop has shown anything, so an alert counts as told when the portal has taken it.

https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Notification.html
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import Any, Final

from tracker.desktop import plain
from tracker.desktop.bus import BUS_NAME, Bus, BusError, Peer, Signal, session_address
from tracker.desktop.notify import ACTIONS, Notifier, OnAction
from tracker.desktop.null import NullNotifier
from tracker.desktop.spoken import translate
from tracker.errors import NotifyError
from tracker.model import Alert

log = logging.getLogger(__name__)

_PORTAL: Final = Peer(
    "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Notification"
)
_DAEMON: Final = Peer(BUS_NAME, "/org/freedesktop/DBus", BUS_NAME)
_MATCHES: Final = (
    f"type='signal',interface='{_PORTAL.interface}',member='ActionInvoked',path='{_PORTAL.path}'",
    f"type='signal',sender='{BUS_NAME}',interface='{BUS_NAME}',member='NameOwnerChanged',arg0='{_PORTAL.name}'",
)
_TITLE_CAP, _BODY_CAP, _LABEL_CAP = 120, 500, 40


def sandboxed(env: Mapping[str, str] = os.environ, flatpak: Path = Path("/.flatpak-info")) -> bool:
    """True inside Flatpak and Snap, where the desktop's own services are reached through portals only."""
    return flatpak.exists() or bool(env.get("SNAP"))


def connect(on_action: OnAction, *, on_ready: Callable[[], None] | None = None) -> Notifier:
    """A notifier over the portal; where there is no session bus, one that says so."""
    address = session_address()
    if address is None:
        return NullNotifier(
            translate(
                "Notifier", "There is no session bus, so no notification can be shown; changes stand in the window."
            )
        )
    return PortalNotifier(address, on_action, on_ready=on_ready)


def notification(title: str, body: str, actions: Sequence[tuple[str, str]]) -> dict[str, tuple[str, Any]]:
    """The a{sv} of AddNotification for a title and body of hostile text; the portal takes plain text only."""
    made: dict[str, tuple[str, Any]] = {
        "title": ("s", plain.one_line(title, _TITLE_CAP)),
        "body": ("s", plain.few_lines(body, _BODY_CAP)),
        "priority": ("s", "normal"),
    }
    if actions:
        made["default-action"] = ("s", actions[0][0])
        made["buttons"] = (
            "aa{sv}",
            [
                {"label": ("s", plain.one_line(translate("Notifier", label), _LABEL_CAP)), "action": ("s", ident)}
                for ident, label in actions
            ],
        )
    return made


class PortalNotifier:
    """See the port in notify.py. Nothing waits longer than `seconds`, starting the portal included."""

    def __init__(
        self,
        address: str,
        on_action: OnAction,
        *,
        on_ready: Callable[[], None] | None = None,
        seconds: float = 8.0,
        pause_seconds: float = 1.0,
    ) -> None:
        self._on_action, self._on_ready, self._seconds = on_action, on_ready, seconds
        self._lock = Lock()
        self._owner = ""
        self._startable = False
        self._trouble = translate("Notifier", "the session bus has not answered yet.")
        self._bus = Bus(
            address,
            on_signal=self._heard,
            on_up=self._up,
            on_down=self._down,
            matches=_MATCHES,
            pause_seconds=pause_seconds,
        )
        self._bus.start()

    def describe(self) -> str:
        with self._lock:
            if self._owner or self._startable:
                return translate("Notifier", "The desktop's portal shows the notifications.")
            if self._trouble:
                return translate("Notifier", "No notification can be shown now: {why}").format(why=self._trouble)
            return translate("Notifier", "No portal answers outside of this sandbox; changes stand in the window.")

    def send(self, alert: Alert, *, actions: Sequence[tuple[str, str]] = ACTIONS) -> None:
        self._bus.wait_first_try(self._seconds)
        given = (alert.id, notification(alert.title, alert.body, actions))
        answer = self._bus.ask(_PORTAL, "AddNotification", "sa{sv}", given)
        try:
            answer.result(self._seconds)
        except TimeoutError as error:
            raise NotifyError("the notification portal does not answer", key=alert.id) from error
        except BusError as error:
            raise NotifyError("the notification portal did not take it", key=alert.id) from error

    def close(self) -> None:
        self._bus.close()

    # --- listening: everything below runs in the bus's reading thread ------------------------------------------------

    def _up(self) -> None:
        with self._lock:
            self._trouble = ""
        self._bus.ask(_DAEMON, "ListActivatableNames").add_done_callback(
            lambda answer: self._learned_startable(answer.result()[0] if answer.exception() is None else ())
        )
        self._bus.ask(_DAEMON, "GetNameOwner", "s", (_PORTAL.name,)).add_done_callback(
            lambda answer: self._has_owner(str(answer.result()[0]) if answer.exception() is None else "")
        )

    def _down(self, why: str) -> None:
        with self._lock:
            self._owner, self._startable = "", False
            self._trouble = translate("Notifier", "the session bus is away ({why}).").format(why=why)

    def _learned_startable(self, names: Sequence[str]) -> None:
        with self._lock:
            self._startable = _PORTAL.name in names
        if self._startable:
            self._ready()

    def _has_owner(self, owner: str) -> None:
        with self._lock:
            came, self._owner = bool(owner) and owner != self._owner, owner
        if came:
            log.info("notifications go through the desktop's portal")
            self._ready()

    def _ready(self) -> None:
        if self._on_ready is not None:
            self._on_ready()

    def _heard(self, signal: Signal) -> None:
        match signal.member, signal.body:
            case "NameOwnerChanged", (_PORTAL.name, str(), str() as new) if signal.sender == BUS_NAME:
                self._has_owner(new)
            case "ActionInvoked", (str() as alert_id, str() as action, list() as parameter):
                if signal.sender == self._owner:
                    self._on_action(alert_id, action, _token(parameter))


def _token(parameter: Sequence[Any]) -> str:
    """The activation token among what came with an action (version 2 of the portal); empty where there is none."""
    for part in parameter:
        match part:
            case (str(), {"activation-token": (str(), str() as token)}):
                return token
    return ""
