"""The side of the bus that is asked: a connection with names of its own and a thread that answers."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import Any

from jeepney import HeaderFields, MessageType, message_bus
from jeepney.bus import get_bus
from jeepney.io.blocking import prep_socket
from jeepney.io.threading import DBusConnection, ReceiveStopped

_DO_NOT_QUEUE = 4  # a name that somebody else has is a fault of the test's


class BusService:
    """Owns its names while it lives. What is asked of them comes to `_heard`, in the service's own thread."""

    def __init__(self, address: str, *names: str) -> None:
        self._conn = DBusConnection(prep_socket(get_bus(address)))
        self._early: list[Any] = []
        self._ask_bus(message_bus.Hello())
        for name in names:
            assert self._ask_bus(message_bus.RequestName(name, _DO_NOT_QUEUE)) == (1,)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        with suppress(OSError):
            self._conn.interrupt()
        self._thread.join(5)
        with suppress(OSError):
            self._conn.close()

    def _heard(self, message: Any) -> None:
        """A method call: answered with `self._conn.send`, now, later or never."""
        raise NotImplementedError

    def _ask_bus(self, message: Any) -> tuple[Any, ...]:
        """Calls that come meanwhile are kept: clients are quick once the name has an owner."""
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
                    self._heard(message)
