"""A panel that takes StatusNotifier icons and nothing else, as those of Wayland desktops: the watcher's side of the bus."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)  # fmt: skip
from jeepney.bus import get_bus
from jeepney.io.blocking import prep_socket
from jeepney.io.threading import DBusConnection, ReceiveStopped

NAME = "org.kde.StatusNotifierWatcher"
_HERE = DBusAddress("/StatusNotifierWatcher", bus_name=NAME, interface=NAME)


class NotifierPanel:
    """Owns the watcher's name while it lives, and keeps the list of icons that registered."""

    def __init__(self, address: str) -> None:
        self.items: list[str] = []
        self._conn = DBusConnection(prep_socket(get_bus(address)))
        self._early: list[Any] = []
        self._ask(message_bus.Hello())
        assert self._ask(message_bus.RequestName(NAME, 4)) == (1,)  # 4: do not queue
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        with suppress(OSError):
            self._conn.interrupt()
        self._thread.join(5)
        with suppress(OSError):
            self._conn.close()

    def _ask(self, message: Any) -> tuple[Any, ...]:
        serial = next(self._conn.outgoing_serial)
        self._conn.send(message, serial=serial)
        while True:
            answer = self._conn.receive(timeout=5)
            if answer.header.fields.get(HeaderFields.reply_serial) == serial:
                return tuple(answer.body)
            self._early.append(answer)

    def _serve(self) -> None:
        with suppress(ReceiveStopped, OSError, ValueError):
            while True:
                message = self._early.pop(0) if self._early else self._conn.receive()
                if message.header.message_type is MessageType.method_call:
                    self._conn.send(self._answer(message))

    def _answer(self, message: Any) -> Any:
        member = message.header.fields[HeaderFields.member]
        if member == "RegisterStatusNotifierItem":
            sender = message.header.fields[HeaderFields.sender]
            given = message.body[0]
            item = f"{sender}{given}" if given.startswith("/") else f"{given}/StatusNotifierItem"
            if item not in self.items:
                self.items.append(item)
            self._conn.send(new_signal(_HERE, "StatusNotifierItemRegistered", "s", (item,)))
            return new_method_return(message)
        known = {
            "IsStatusNotifierHostRegistered": ("b", True),
            "ProtocolVersion": ("i", 0),
            "RegisteredStatusNotifierItems": ("as", list(self.items)),
        }
        if member == "Get" and message.body[1] in known:
            return new_method_return(message, "v", (known[message.body[1]],))
        if member == "GetAll":
            return new_method_return(message, "a{sv}", (known,))
        return new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")
