"""Notifications through org.freedesktop.Notifications, the service of every Linux desktop.

Learned from real services: the body is markup where the service says `body-markup`, so feed text is escaped; a broadcast
ActionInvoked is for whoever sent that id, so ids are matched; ids start again when the service restarts, so they are
forgotten then; a service that hangs may still show the popup later, so its late answer is remembered.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from time import monotonic
from typing import Any

from tracker.desktop import plain
from tracker.desktop.bus import BUS_NAME, Bus, BusError, Peer, Signal, session_address
from tracker.desktop.notify import ACTIONS, APP_ID, APP_NAME, Notifier, OnAction
from tracker.desktop.null import NullNotifier
from tracker.desktop.popups import Popups
from tracker.desktop.spoken import translate
from tracker.errors import NotifyError
from tracker.model import Alert

log = logging.getLogger(__name__)

_SERVICE = Peer("org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications")
_DAEMON = Peer(BUS_NAME, "/org/freedesktop/DBus", BUS_NAME)
_MATCHES = (
    f"type='signal',interface='{_SERVICE.interface}',path='{_SERVICE.path}'",
    f"type='signal',sender='{BUS_NAME}',interface='{BUS_NAME}',member='NameOwnerChanged',arg0='{_SERVICE.name}'",
)
_TITLE_CAP, _BODY_CAP, _LABEL_CAP = 120, 500, 40
_DRAWS_DEFAULT = "Xfce Notify Daemon"  # shows the default action as one more button, and no click on the popup
_NORMAL = 1
_SERVICE_DECIDES = -1  # how long the popup stays
_CATEGORY = "x-spaceracetracker.change"

Answer = Future[tuple[Any, ...]]


@dataclass(slots=True)
class _Service:
    """What is known of the service behind the name. `owner` empty: nobody has it now."""

    owner: str = ""
    activatable: bool = False
    name: str = ""
    abilities: frozenset[str] | None = None
    greeting: tuple[Answer, ...] = ()


def connect(
    on_action: OnAction,
    *,
    icon: str = APP_ID,
    on_ready: Callable[[], None] | None = None,
    memory: Path | None = None,
) -> Notifier:
    """A notifier on the session bus; where there is no session bus, one that says so."""
    address = session_address()
    if address is None:
        return NullNotifier(
            translate(
                "Notifier", "There is no session bus, so no notification can be shown; changes stand in the window."
            )
        )
    return FreedesktopNotifier(address, on_action, icon=icon, on_ready=on_ready, memory=memory)


def notify_arguments(
    words: tuple[str, str],
    abilities: frozenset[str],
    actions: Sequence[tuple[str, str]],
    replaces: int = 0,
    icon: str = APP_ID,
    *,
    click: bool = True,
) -> tuple[Any, ...]:
    """The arguments of Notify (susssasa{sv}i) for a title and body of hostile text, by what the service can do.

    `click`: a click on the popup itself counts as the first action.
    """
    title, body = words
    if "body" not in abilities:
        title, body = plain.one_line(f"{title}: {body}" if body else title, _TITLE_CAP), ""
    elif "body-markup" in abilities:
        import html  # with a large table of names, which is not needed before something is told

        body = html.escape(body, quote=False)
    buttons: list[str] = []
    if "actions" in abilities and actions:
        for ident, label in (("default", actions[0][1]), *actions) if click else actions:
            buttons += [ident, plain.one_line(translate("Notifier", label), _LABEL_CAP)]
    hints = {"desktop-entry": ("s", APP_ID), "urgency": ("y", _NORMAL), "category": ("s", _CATEGORY)}
    return APP_NAME, replaces, icon, title, body, buttons, hints, _SERVICE_DECIDES


class FreedesktopNotifier:
    """See the port. Nothing waits longer than `seconds`, starting the service included."""

    def __init__(
        self,
        address: str,
        on_action: OnAction,
        *,
        icon: str = APP_ID,
        on_ready: Callable[[], None] | None = None,
        memory: Path | None = None,
        seconds: float = 8.0,
        pause_seconds: float = 1.0,
    ) -> None:
        self._on_action, self._on_ready = on_action, on_ready
        self._icon, self._seconds = icon, seconds
        self._lock = RLock()
        self._service = _Service()
        self._trouble = translate("Notifier", "the session bus has not answered yet.")
        self._default = ACTIONS[0][0]
        self._popups = Popups(memory)
        self._bus_id = ""
        self._unanswered: dict[str, tuple[Answer, tuple[str, str]]] = {}  # by alert id: a Notify out of time
        self._tokens: dict[int, str] = {}
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
            service = self._service
            if service.owner:
                if service.name:
                    return translate("Notifier", "{service} shows the notifications.").format(service=service.name)
                return translate("Notifier", "A notification service is there, but has not answered yet.")
            if self._trouble:
                return translate("Notifier", "No notification can be shown now: {why}").format(why=self._trouble)
            if service.activatable:
                return translate("Notifier", "The desktop starts its notification service with the first alert.")
            return translate(
                "Notifier", "No notification service answers on this desktop; changes stand in the window."
            )

    def send(self, alert: Alert, *, actions: Sequence[tuple[str, str]] = ACTIONS) -> None:
        deadline = monotonic() + self._seconds
        self._bus.wait_first_try(self._seconds)
        words = plain.one_line(alert.title, _TITLE_CAP), plain.few_lines(alert.body, _BODY_CAP)
        if self._earlier_try_was_shown(alert.id, words, deadline):
            return
        abilities = self._abilities(alert.id, deadline)
        with self._lock:
            popup = self._popups.get(alert.id)
            self._default = actions[0][0] if actions else ""
            click = not self._service.name.startswith(_DRAWS_DEFAULT)
        replaces = popup.number if popup and popup.open else 0
        arguments = notify_arguments(words, abilities, actions, replaces, self._icon, click=click)
        answer = self._bus.ask(_SERVICE, "Notify", "susssasa{sv}i", arguments)
        with self._lock:
            self._unanswered[alert.id] = answer, words
        answer.add_done_callback(lambda done: self._took(alert.id, done))
        try:
            _await(answer, alert.id, deadline)
        finally:
            if answer.done():
                self._forget_try(alert.id)

    def close(self) -> None:
        self._bus.close()

    # --- sending ---------------------------------------------------------------------------------------------------

    def _earlier_try_was_shown(self, alert_id: str, words: tuple[str, str], deadline: float) -> bool:
        """Where an earlier try of this alert went without an answer, wait for that one: no popup is shown twice."""
        with self._lock:
            answer, its_words = self._unanswered.get(alert_id, (None, words))
        if answer is None:
            return False
        try:
            _await(answer, alert_id, deadline)
        except NotifyError:
            if not answer.done():
                raise
            self._forget_try(alert_id)  # refused, or the service went away with it: a new try is right
            return False
        self._forget_try(alert_id)
        return its_words == words

    def _forget_try(self, alert_id: str) -> None:
        with self._lock:
            self._unanswered.pop(alert_id, None)

    def _took(self, alert_id: str, answer: Answer) -> None:
        if answer.exception() is None and answer.result() and isinstance(answer.result()[0], int):
            with self._lock:
                self._popups.put(alert_id, answer.result()[0])

    def _abilities(self, alert_id: str, deadline: float) -> frozenset[str]:
        with self._lock:
            service = self._service
            if service.abilities is not None:
                return service.abilities
            running = service.owner and service.greeting
            greeting = service.greeting if running else self._greet()  # a call makes the bus start a sleeping service
        try:
            for answer in greeting:
                _await(answer, alert_id, deadline)
        except NotifyError:
            with self._lock:
                self._service.greeting = ()  # the next try greets anew
            raise
        with self._lock:
            return self._service.abilities or frozenset()

    # --- listening: everything below runs in the bus's reading thread ------------------------------------------------

    def _up(self) -> None:
        with self._lock:
            self._trouble = ""
        bus_id = self._bus.ask(_DAEMON, "GetId")  # answered in order: known before the owner is
        bus_id.add_done_callback(self._learned_bus)
        owner = self._bus.ask(_DAEMON, "GetNameOwner", "s", (_SERVICE.name,))
        owner.add_done_callback(self._learned_owner)
        sleeping = self._bus.ask(_DAEMON, "ListActivatableNames")
        sleeping.add_done_callback(self._learned_sleeping)

    def _down(self, why: str) -> None:
        with self._lock:
            self._service = _Service()
            self._trouble = translate("Notifier", "the session bus is away ({why}).").format(why=why)
            self._popups.belong_to("")
            self._tokens.clear()

    def _learned_bus(self, answer: Answer) -> None:
        if answer.exception() is None:
            with self._lock:
                self._bus_id = str(answer.result()[0])

    def _learned_owner(self, answer: Answer) -> None:
        if answer.exception() is None:
            self._has_owner(str(answer.result()[0]))

    def _learned_sleeping(self, answer: Answer) -> None:
        if answer.exception() is None:
            with self._lock:
                self._service.activatable = _SERVICE.name in answer.result()[0]

    def _has_owner(self, owner: str) -> None:
        with self._lock:
            if owner == self._service.owner:
                return
            self._service = _Service(owner, self._service.activatable)
            self._popups.belong_to(f"{self._bus_id}/{owner}" if owner else "")
            self._tokens.clear()
            if not owner:
                return
            self._greet()
        if self._on_ready is not None:
            self._on_ready()

    def _greet(self) -> tuple[Answer, ...]:
        who = self._bus.ask(_SERVICE, "GetServerInformation")
        what = self._bus.ask(_SERVICE, "GetCapabilities")
        self._service.greeting = (who, what)
        who.add_done_callback(self._learned_name)
        what.add_done_callback(self._learned_abilities)
        return who, what

    def _learned_name(self, answer: Answer) -> None:
        if answer.exception() is None:
            name, _vendor, version = (plain.one_line(str(part), 60) for part in answer.result()[:3])
            with self._lock:
                self._service.name = f"{name} {version}".strip()
                log.info("notifications are shown by %s", self._service.name)

    def _learned_abilities(self, answer: Answer) -> None:
        if answer.exception() is None:
            with self._lock:
                self._service.abilities = frozenset(answer.result()[0])

    def _heard(self, signal: Signal) -> None:
        match signal.member, signal.body:
            case "NameOwnerChanged", (_SERVICE.name, str(), str() as new) if signal.sender == BUS_NAME:
                self._has_owner(new)
            case "ActivationToken", (int() as number, str() as token) if self._is_ours(signal, number):
                self._tokens[number] = token
            case "ActionInvoked", (int() as number, str() as action) if self._is_ours(signal, number):
                self._invoked(number, action)
            case "NotificationClosed", (int() as number, int()) if self._is_ours(signal, number):
                self._closed(number)

    def _is_ours(self, signal: Signal, number: int) -> bool:
        """The signal comes from the service, and is of a popup that we sent: it is broadcast to everybody."""
        with self._lock:
            return signal.sender == self._service.owner and self._popups.alert_of(number) is not None

    def _invoked(self, number: int, action: str) -> None:
        with self._lock:
            alert_id = self._popups.alert_of(number)
            token = self._tokens.pop(number, "")
            default = self._default
        if alert_id is not None:
            self._on_action(alert_id, default if action == "default" else action, token)

    def _closed(self, number: int) -> None:
        with self._lock:
            self._popups.closed(number)


def _await(answer: Answer, alert_id: str, deadline: float) -> None:
    try:
        answer.result(max(0.0, deadline - monotonic()))
    except TimeoutError as error:
        raise NotifyError("the notification service does not answer", key=alert_id) from error
    except BusError as error:
        raise NotifyError("no notification service took it", key=alert_id) from error
