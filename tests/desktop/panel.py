"""A panel that takes StatusNotifier icons and nothing else, as those of Wayland desktops: the watcher's side of the bus."""

from __future__ import annotations

from typing import Any

from jeepney import DBusAddress, HeaderFields, new_error, new_method_return, new_signal

from tests.desktop.bus_service import BusService

NAME = "org.kde.StatusNotifierWatcher"
_HERE = DBusAddress("/StatusNotifierWatcher", bus_name=NAME, interface=NAME)


class NotifierPanel(BusService):
    """Owns the watcher's name while it lives, and keeps the list of icons that registered."""

    def __init__(self, address: str) -> None:
        self.items: list[str] = []
        super().__init__(address, NAME)

    def _heard(self, message: Any) -> None:
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
