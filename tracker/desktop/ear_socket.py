"""The ear of the first instance on every system with sockets in the file system. Qt's own (ear_qt.py), which Windows needs,
would bring in Qt's network library for it: 2.5 MB in the tray.
"""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, Slot

CAP = 4096
"""No line is longer."""


class Ear(QObject):
    """Listens at the first of these paths that can be had; `answer` turns a line into what is said back (empty: nothing)."""

    def __init__(self, paths: tuple[str, ...], answer: Callable[[bytes], bytes], parent: QObject) -> None:
        super().__init__(parent)
        self._answer = answer
        self._guests: dict[int, tuple[socket.socket, QSocketNotifier, bytearray]] = {}
        self._server, self._path = _bound(paths)
        if self._server is not None:
            self._notifier = QSocketNotifier(self._server.fileno(), QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._welcome)

    @property
    def listening(self) -> bool:
        return self._server is not None

    def close(self) -> None:
        """Hear nobody any more."""
        for number in list(self._guests):
            self._part(number)
        if self._server is not None:
            self._notifier.setEnabled(False)
            self._server.close()
            self._server = None
            with contextlib.suppress(OSError):
                os.unlink(self._path)  # noqa: PTH108 - a path of bytes' length, never of our making

    @Slot()
    def _welcome(self) -> None:
        while self._server is not None:
            try:
                guest, _ = self._server.accept()
            except OSError:  # nobody stands there any more
                return
            guest.setblocking(False)
            notifier = QSocketNotifier(guest.fileno(), QSocketNotifier.Type.Read, self)
            self._guests[guest.fileno()] = guest, notifier, bytearray()
            notifier.activated.connect(self._listen)

    @Slot()
    def _listen(self) -> None:
        """Hear every guest; few ever stand here at once, and none of them is trusted with a closure over itself."""
        for number, (guest, _, said) in list(self._guests.items()):
            try:
                more = guest.recv(CAP)
            except BlockingIOError:
                continue
            except OSError:
                more = b""
            said.extend(more)
            line, end, _ = said.partition(b"\n")
            if end and len(line) <= CAP:
                with contextlib.suppress(OSError):
                    guest.sendall(self._answer(bytes(line)))
            if end or not more or len(said) > CAP:
                self._part(number)

    def _part(self, number: int) -> None:
        guest, notifier, _ = self._guests.pop(number)
        notifier.setEnabled(False)
        notifier.deleteLater()
        guest.close()


def _bound(paths: tuple[str, ...]) -> tuple[socket.socket | None, str]:
    """A server at the first path that can be had, for this person only."""
    for path in paths:
        server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | getattr(socket, "SOCK_CLOEXEC", 0))
        before = os.umask(0o177)
        try:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(path)  # noqa: PTH108 - safe: the lock is ours
            server.bind(path)
            server.listen(8)
        except OSError:
            server.close()
            continue
        finally:
            os.umask(before)
        server.setblocking(False)
        return server, path
    return None, ""


def knock(path: str, message: bytes, patience_ms: int) -> bytes:
    """Say a line to whoever listens at a path; its answer, empty where there is none."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as guest:
        guest.settimeout(patience_ms / 1000)
        try:
            guest.connect(path)
            guest.sendall(message)
            return guest.recv(64)
        except OSError:
            return b""
