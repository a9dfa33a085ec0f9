"""A real gnome-keyring-daemon on a private session bus, with a keyring of its own in a folder."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.desktop.patience import until
from tests.desktop.private_bus import PrivateBus


class GnomeKeyring:
    """`start(password)` opens (or makes) the login keyring; `start(None)` leaves it locked. Stop and start as often as wanted."""

    def __init__(self, folder: Path) -> None:
        if shutil.which("gnome-keyring-daemon") is None:
            pytest.skip("gnome-keyring is not installed: see packaging/system-libraries.sh --tests")
        self.bus = PrivateBus(folder)
        self._env = os.environ | {
            "DBUS_SESSION_BUS_ADDRESS": self.bus.address,
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "HOME": str(folder),
        }
        (folder / "run").mkdir(mode=0o700, exist_ok=True)
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, password: str | None) -> None:
        self.bus.start()
        command = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
        if password is not None:
            command.append("--unlock")
        self._process = subprocess.Popen(
            command, env=self._env, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        assert self._process.stdin is not None
        if password is not None:
            self._process.stdin.write(password.encode())
        self._process.stdin.close()
        until(self._is_up, "org.freedesktop.secrets on the bus")

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
        self.bus.stop()

    def files(self) -> list[Path]:
        return [path for path in (self._folder / "data").rglob("*") if path.is_file()]

    def _is_up(self) -> bool:
        from jeepney import DBusAddress, new_method_call
        from jeepney.io.blocking import open_dbus_connection

        there = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        with open_dbus_connection(self.bus.address) as connection:
            asked = new_method_call(there, "NameHasOwner", "s", ("org.freedesktop.secrets",))
            return bool(connection.send_and_get_reply(asked, timeout=2).body[0])


class SilentPrompter:
    """Stands where the desktop asks for the keyring's password, and never asks: nobody is there to unlock it."""

    def __init__(self, bus: PrivateBus) -> None:
        from jeepney.io.blocking import open_dbus_connection

        self._connection = open_dbus_connection(bus.address)
        self.asked = Event()
        self._thread = Thread(target=self._stand, daemon=True)

    def start(self) -> None:
        from jeepney.bus_messages import message_bus

        self._connection.send_and_get_reply(message_bus.RequestName("org.gnome.keyring.SystemPrompter"), timeout=5)
        self._thread.start()

    def stop(self) -> None:
        self._connection.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join(5)
        self._connection.close()

    def _stand(self) -> None:
        from jeepney import HeaderFields, MessageType, new_method_return

        with contextlib.suppress(OSError):  # the end of the connection is the end of the prompter
            while True:
                message = self._connection.receive()
                if message.header.message_type is MessageType.method_call:
                    if message.header.fields[HeaderFields.member] == "BeginPrompting":
                        self.asked.set()
                    self._connection.send(new_method_return(message))
