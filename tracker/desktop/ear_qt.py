"""The ear of the first instance by Qt's own means: named pipes on Windows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from tracker.desktop.ear_socket import CAP


class Ear(QObject):
    """Listens under the first of these names that can be had; `answer` turns a line into what is said back (empty: nothing)."""

    def __init__(self, names: tuple[str, ...], answer: Callable[[bytes], bytes], parent: QObject) -> None:
        super().__init__(parent)
        self._answer = answer
        self._guests: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        for name in names:
            QLocalServer.removeServer(name)  # safe: the lock is ours
            if self._server.listen(name):
                break

    @property
    def listening(self) -> bool:
        return self._server.isListening()

    def close(self) -> None:
        """Hear nobody any more."""
        self._server.close()
        for guest in self._guests:
            guest.abort()
        self._part()

    def _welcome(self) -> None:
        while (guest := self._server.nextPendingConnection()) is not None:
            self._guests.append(guest)
            guest.readyRead.connect(self._listen)
            guest.disconnected.connect(self._part)
        self._listen()

    def _listen(self) -> None:
        """Hear every guest; few ever stand here at once, and none of them is trusted with a closure over itself."""
        for guest in list(self._guests):
            if guest.canReadLine():
                guest.write(self._answer(bytes(guest.readLine(CAP).data())))
                guest.flush()
                guest.disconnectFromServer()
            elif guest.bytesAvailable() > CAP:
                guest.abort()

    def _part(self) -> None:
        gone = [g for g in self._guests if g.state() == QLocalSocket.LocalSocketState.UnconnectedState]
        self._guests = [g for g in self._guests if g not in gone]
        for guest in gone:
            guest.deleteLater()


def knock(name: str, message: bytes, patience_ms: int) -> bytes:
    """Say a line to whoever listens under a name; its answer, empty where there is none."""
    guest = QLocalSocket()
    guest.connectToServer(name)
    if not guest.waitForConnected(patience_ms):
        return b""
    guest.write(message)
    guest.waitForBytesWritten(patience_ms)
    while not guest.canReadLine():
        if not guest.waitForReadyRead(patience_ms):
            return b""
    answer = bytes(guest.readLine(64).data())
    guest.abort()
    return answer
