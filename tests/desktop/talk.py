"""Plain questions over D-Bus for the tests: one blocking connection, one line a question."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, HeaderFields, MessageType, message_bus, new_method_call
from jeepney.bus import get_bus
from jeepney.bus_messages import Monitoring
from jeepney.io.blocking import DBusConnection, prep_socket
from jeepney.io.threading import DBusConnection as ThreadedConnection
from jeepney.io.threading import ReceiveStopped

NOTIFICATIONS = "org.freedesktop.Notifications"


class Refused(Exception):  # noqa: N818 - reads as what happened
    """The other side answered with an error, or is not there."""


class Talk:
    """A connection to a bus. Values of variants come as (signature, value)."""

    def __init__(self, address: str) -> None:
        self._conn = DBusConnection(prep_socket(get_bus(address)))

    def close(self) -> None:
        self._conn.close()

    def call(
        self, name: str, path: str, interface: str, member: str, signature: str = "", *body: Any
    ) -> tuple[Any, ...]:
        message = new_method_call(DBusAddress(path, name, interface), member, signature or None, body)
        try:
            answer = self._conn.send_and_get_reply(message, timeout=5)
        except TimeoutError:
            raise Refused(f"{name} does not answer {member}") from None
        if answer.header.message_type is MessageType.error:
            raise Refused(f"{answer.header.fields[HeaderFields.error_name]}: {answer.body}")
        return tuple(answer.body)

    def property(self, name: str, path: str, interface: str, member: str) -> Any:
        return self.call(name, path, "org.freedesktop.DBus.Properties", "Get", "ss", interface, member)[0][1]

    def has(self, name: str) -> bool:
        """True when somebody owns the name."""
        return bool(
            self.call(
                "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner", "s", name
            )[0]
        )


@dataclass(frozen=True)
class Sent:
    """One notification as it was sent to the service."""

    replaces: int
    title: str
    body: str
    actions: tuple[str, ...]


class Witness:
    """Sees every notification that is sent on a bus, whoever takes it."""

    def __init__(self, address: str) -> None:
        self.sent: list[Sent] = []
        self._conn = ThreadedConnection(prep_socket(get_bus(address)))
        for message in (
            message_bus.Hello(),
            Monitoring().BecomeMonitor([f"type='method_call',interface='{NOTIFICATIONS}',member='Notify'"]),
        ):
            serial = next(self._conn.outgoing_serial)
            self._conn.send(message, serial=serial)
            while self._conn.receive(timeout=5).header.fields.get(HeaderFields.reply_serial) != serial:
                pass
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def close(self) -> None:
        with suppress(OSError):
            self._conn.interrupt()
        self._thread.join(5)
        self._conn.close()

    def _watch(self) -> None:
        with suppress(ReceiveStopped, OSError):
            while True:
                message = self._conn.receive()
                if message.header.fields.get(HeaderFields.member) == "Notify":
                    _app, replaces, _icon, title, body, actions, *_rest = message.body
                    self.sent.append(Sent(replaces, title, body, tuple(actions)))
