"""A notification service that keeps exactly what it was sent, and can refuse, hang, or press a button."""

from __future__ import annotations

import queue
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, HeaderFields, new_error, new_method_return, new_signal

from tests.desktop.bus_service import BusService

NAME = "org.freedesktop.Notifications"
HERE = DBusAddress("/org/freedesktop/Notifications", bus_name=NAME, interface=NAME)
EVERYTHING = ("actions", "body", "body-markup", "persistence")


@dataclass(frozen=True)
class Call:
    """One method call as it came over the wire."""

    member: str
    signature: str
    body: tuple[Any, ...]


class RecordingService(BusService):
    """`mode`: "take" answers, "refuse" answers with an error, "hang" keeps the answer back until `release`."""

    bus_name = NAME
    telling = "Notify"

    def __init__(self, address: str, *, abilities: tuple[str, ...] = EVERYTHING, name: str = "recorder") -> None:
        self.calls: queue.Queue[Call] = queue.Queue()
        self.mode = "take"
        self.deaf = False  # answers nothing at all
        self._abilities, self._name = abilities, name
        self._next_id = 0
        self._held: list[Any] = []
        super().__init__(address, self.bus_name)

    def next_call(self, member: str = "", seconds: float = 5.0) -> Call:
        """The next call of that name, without one the next telling; others are passed over."""
        while True:
            call = self.calls.get(timeout=seconds)
            if call.member == (member or self.telling):
                return call

    def notifies(self) -> list[Call]:
        """Every Notify that came and was not fetched."""
        found = []
        with suppress(queue.Empty):
            while True:
                call = self.calls.get_nowait()
                found += [call] if call.member == "Notify" else []
        return found

    def signal(self, member: str, signature: str, body: tuple[Any, ...]) -> None:
        self._conn.send(new_signal(HERE, member, signature, body))

    def press(self, number: int, action: str) -> None:
        self.signal("ActionInvoked", "us", (number, action))

    def release(self) -> None:
        """Answer what was kept back."""
        held, self._held = self._held, []
        self.mode = "take"
        for message in held:
            self._answer(message)

    def _heard(self, message: Any) -> None:
        fields = message.header.fields
        call = Call(fields[HeaderFields.member], fields.get(HeaderFields.signature, ""), tuple(message.body))
        hold = self.mode == "hang" and call.member == self.telling
        if hold:
            self._held.append(message)
        self.calls.put(call)
        if not hold and not self.deaf:
            self._answer(message)

    def _answer(self, message: Any) -> None:
        member = message.header.fields[HeaderFields.member]
        if member == "GetServerInformation":
            reply = new_method_return(message, "ssss", (self._name, "us", "1.0", "1.2"))
        elif member == "GetCapabilities":
            reply = new_method_return(message, "as", (list(self._abilities),))
        elif member == "Notify" and self.mode == "refuse":
            reply = new_error(message, "org.freedesktop.Notifications.Error", "s", ("too many",))
        elif member == "Notify":
            replaces = message.body[1]
            self._next_id += 0 if replaces else 1
            reply = new_method_return(message, "u", (replaces or self._next_id,))
        else:
            reply = new_method_return(message)
        self._conn.send(reply)
