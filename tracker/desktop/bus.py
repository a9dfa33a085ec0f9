"""A connection to the D-Bus session bus that reads in a thread of its own and comes back after a loss.

The one file that knows jeepney. Calls are futures, because an answer that comes too late for its caller still matters:
a notification service that hangs for a minute and then shows the popup has shown it.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock, Thread, current_thread
from typing import Any

from jeepney import DBusAddress, HeaderFields, MessageType, message_bus, new_method_call
from jeepney.bus import get_bus
from jeepney.io.blocking import prep_socket
from jeepney.io.threading import DBusConnection, ReceiveStopped

from tracker.errors import TrackerError

log = logging.getLogger(__name__)

BUS_NAME = "org.freedesktop.DBus"
_LONGEST_PAUSE = 60.0
_SEND_SECONDS = 5.0  # a bus that no longer reads must not hold a caller


class BusError(TrackerError):
    """No bus, or the call came back as an error; `key` is the D-Bus error name where there is one."""


@dataclass(frozen=True, slots=True)
class Signal:
    """A broadcast. `sender` is the unique name (":1.7"), given by the bus and not to be forged."""

    sender: str
    interface: str
    member: str
    body: tuple[Any, ...]
    path: str = ""


@dataclass(frozen=True, slots=True)
class Peer:
    """Where a call goes."""

    name: str
    path: str
    interface: str


def session_address(env: Mapping[str, str] = os.environ) -> str | None:
    """The session bus's address from the environment, else the socket systemd makes; None where there is neither."""
    given = env.get("DBUS_SESSION_BUS_ADDRESS", "")
    if given:
        return given
    runtime = env.get("XDG_RUNTIME_DIR", "")
    socket = Path(runtime) / "bus"
    return f"unix:path={socket}" if runtime and socket.exists() else None


class Bus:
    """`on_up` runs in the reading thread after each connect and may only call `ask`; so may `on_signal`."""

    def __init__(
        self,
        address: str,
        *,
        on_signal: Callable[[Signal], None],
        on_up: Callable[[], None],
        on_down: Callable[[str], None],
        matches: Sequence[str] = (),
        pause_seconds: float = 1.0,
    ) -> None:
        """`matches` are D-Bus match rules, subscribed before `on_up`. `pause_seconds`: first wait between two tries."""
        self._address = address
        self._on_signal, self._on_up, self._on_down = on_signal, on_up, on_down
        self._matches = tuple(matches)
        self._pause = pause_seconds
        self._conn: Any = None
        self._waiting: dict[int, Future[tuple[Any, ...]]] = {}
        self._lock = Lock()
        self._ending = Event()
        self._tried = Event()
        self._hurry = Event()
        self._thread = Thread(target=self._run, name="session-bus", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """End the thread; waiting calls fail. Safe to call twice and from the reading thread."""
        self._ending.set()
        self._hurry.set()
        with self._lock:
            conn = self._conn
        if conn is not None:
            with suppress(OSError):
                conn.interrupt()
        if self._thread.is_alive() and self._thread is not current_thread():
            self._thread.join(timeout=3.0)

    def wait_first_try(self, seconds: float) -> None:
        """Wait until the first connect has succeeded or failed; asks for a try at once after a loss."""
        self._hurry.set()
        self._tried.wait(seconds)

    def ask(self, peer: Peer, member: str, signature: str = "", body: tuple[Any, ...] = ()) -> Future[tuple[Any, ...]]:
        """Call a method; the future gives the answer's values or raises BusError."""
        future: Future[tuple[Any, ...]] = Future()
        message = new_method_call(
            DBusAddress(peer.path, bus_name=peer.name, interface=peer.interface), member, signature or None, body
        )
        with self._lock:
            conn = self._conn
            if conn is None:
                future.set_exception(BusError("the session bus is not connected"))
                return future
            serial = next(conn.outgoing_serial)
            self._waiting[serial] = future
        try:
            conn.send(message, serial=serial)
        except (OSError, ValueError) as error:  # ValueError: closed under our hands
            with self._lock:
                self._waiting.pop(serial, None)
            future.set_exception(BusError(f"the session bus took no message: {error}"))
            with suppress(OSError):
                conn.interrupt()
        return future

    # --- the reading thread ---------------------------------------------------------------------------------------

    def _run(self) -> None:
        pause = self._pause
        while not self._ending.is_set():
            try:
                conn = self._connect()
            except (OSError, ValueError, RuntimeError, StopIteration, BusError) as error:
                self._on_down(f"{error or type(error).__name__}")
                self._tried.set()
                self._hurry.wait(pause)
                self._hurry.clear()
                pause = min(pause * 2, _LONGEST_PAUSE)
                continue
            pause = self._pause
            why = self._read(conn)
            self._drop(conn, why)
            if not self._ending.is_set():
                log.info("session bus lost: %s", why)
                self._on_down(why)
                self._ending.wait(self._pause)

    def _connect(self) -> Any:
        sock = prep_socket(get_bus(self._address), timeout=2.0)
        sock.settimeout(_SEND_SECONDS)
        conn = DBusConnection(sock)
        try:
            conn.unique_name = self._greet(conn, message_bus.Hello())[0]
            for rule in self._matches:
                self._greet(conn, message_bus.AddMatch(rule))
        except BaseException:
            conn.close()
            raise
        with self._lock:
            self._conn = conn
        return conn

    @staticmethod
    def _greet(conn: Any, message: Any) -> tuple[Any, ...]:
        """One call before anybody else may talk: the bus itself answers these, in order."""
        serial = next(conn.outgoing_serial)
        conn.send(message, serial=serial)
        while True:
            answer = conn.receive(timeout=5.0)
            if answer.header.fields.get(HeaderFields.reply_serial) == serial:
                if answer.header.message_type is MessageType.error:
                    raise BusError("the session bus refused us", key=answer.header.fields[HeaderFields.error_name])
                return tuple(answer.body)

    def _read(self, conn: Any) -> str:
        try:
            self._guard(self._on_up)
            self._tried.set()
            while not self._ending.is_set():
                self._dispatch(conn.receive())
        except ReceiveStopped:
            return "closed"
        except (OSError, ValueError) as error:
            return str(error) or type(error).__name__
        return "closed"

    def _dispatch(self, message: Any) -> None:
        fields = message.header.fields
        if message.header.message_type is MessageType.signal:
            signal = Signal(
                fields.get(HeaderFields.sender, ""),
                fields.get(HeaderFields.interface, ""),
                fields.get(HeaderFields.member, ""),
                tuple(message.body),
                fields.get(HeaderFields.path, ""),
            )
            self._guard(lambda: self._on_signal(signal))
            return
        with self._lock:
            future = self._waiting.pop(fields.get(HeaderFields.reply_serial, -1), None)
        if future is None:
            return
        if message.header.message_type is MessageType.error:
            text = message.body[0] if message.body and isinstance(message.body[0], str) else "no words"
            future.set_exception(BusError(text, key=fields.get(HeaderFields.error_name, "")))
        else:
            future.set_result(tuple(message.body))

    def _drop(self, conn: Any, why: str) -> None:
        with self._lock:
            self._conn = None
            waiting, self._waiting = self._waiting, {}
        for future in waiting.values():
            future.set_exception(BusError(f"the session bus was lost: {why}"))
        with suppress(OSError):
            conn.close()

    @staticmethod
    def _guard(call: Callable[[], None]) -> None:
        try:
            call()
        except Exception:
            log.exception("a listener of the session bus failed")


@contextmanager
def for_questions(address: str, seconds: float) -> Iterator[Bus]:
    """A connection that lasts as long as the block. It begins when there is a bus, or none was found in `seconds`: then each
    question raises BusError."""
    bus = Bus(address, on_signal=lambda _: None, on_up=lambda: None, on_down=lambda _: None)
    bus.start()
    try:
        bus.wait_first_try(seconds)
        yield bus
    finally:
        bus.close()
