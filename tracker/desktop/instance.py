"""One running app per person and data folder: a second start asks the first to show itself, and ends.

The lock file decides who is first; only its holder may remove a socket left behind by a crash and listen, so two starts
at the same moment cannot push each other out. The lock is given back by the kernel when the process dies.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QDir, QElapsedTimer, QLockFile, QObject, QThread, Signal

from tracker.errors import TrackerError

_SHOW: Final = "show"
_MESSAGE_CAP: Final = 4096
_SOCKET_PATH_CAP: Final = 100  # the kernel's is 108
_ANSWER: Final = b"ok\n"


class InstanceError(TrackerError):
    """The first instance holds the lock but does not answer, or the folder cannot be written."""


class Instance(QObject):
    """The first instance. `asked`: a second start wants it to show itself; it carries an activation token, often empty.

    Being the first is a matter of the lock; hearing the next one begins with `listen`.
    """

    asked = Signal(str)

    def __init__(self, lock: QLockFile, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock, self._folder = lock, folder
        self._ear: Any = None

    def listen(self) -> None:
        """Hear from now on; who knocked before waits and knocks again."""
        self._ear = _ears().Ear(server_names(self._folder), self._hear, self)

    @property
    def listening(self) -> bool:
        """False where the system gives no local socket: the app runs, but a second start cannot raise it."""
        return self._ear is not None and bool(self._ear.listening)

    def close(self) -> None:
        """Stop listening and let the next start be the first."""
        if self._ear is not None:
            self._ear.close()
        self._lock.unlock()

    def _hear(self, line: bytes) -> bytes:
        word, _, token = line.decode("utf-8", "replace").strip().partition(" ")
        if word != _SHOW:
            return b""
        self.asked.emit(token)
        return _ANSWER


def _ears() -> Any:
    """How this system lets one start hear another: a module with `Ear` and `knock`."""
    if sys.platform == "win32":
        from tracker.desktop import ear_qt

        return ear_qt
    from tracker.desktop import ear_socket

    return ear_socket


def claim(folder: Path, *, patience_ms: int = 3000, listen: bool = True) -> Instance | None:
    """Become the one instance of a data folder; None when another one is, and has been asked to show itself.

    Needs a QCoreApplication for the first instance to hear; without `listen` it hears when its `listen` is called. Raises
    InstanceError when the other one does not answer in `patience_ms`, or the folder cannot be written.
    """
    lock = QLockFile(str(folder / "instance.lock"))
    lock.setStaleLockTime(0)  # never stale by age: a laptop may sleep for a month
    if lock.tryLock(0):
        return _first(lock, folder, listen=listen)
    if lock.error() != QLockFile.LockError.LockFailedError:
        raise InstanceError(
            "the data folder cannot be written",
            key=str(folder),
            advice="Check its permissions, or start with another (--data-dir)",
        )
    if _knock(server_names(folder), patience_ms):
        return None
    # It was on its way out while we knocked; or it crashed, and its process id is another program's by now: the kernel's
    # own lock on the file, which removal respects, tells the dead from the silent.
    if lock.tryLock(0) or (lock.removeStaleLockFile() and lock.tryLock(0)):
        return _first(lock, folder, listen=listen)
    raise InstanceError(
        f"{_holder(lock)} has this data folder open but does not answer", key=str(folder), advice="End it first"
    )


def _first(lock: QLockFile, folder: Path, *, listen: bool) -> Instance:
    made = Instance(lock, folder)
    if listen:
        made.listen()
    return made


def _knock(names: tuple[str, ...], patience_ms: int) -> bool:
    """Ask a running instance to show itself; True when it has answered."""
    token = os.environ.get("XDG_ACTIVATION_TOKEN", "") or os.environ.get("DESKTOP_STARTUP_ID", "")
    message = f"{_SHOW} {token}".strip()[: _MESSAGE_CAP - 2].replace("\n", " ") + "\n"
    clock = QElapsedTimer()
    clock.start()
    while (left := patience_ms - clock.elapsed()) > 0:
        for name in names:
            if _ears().knock(name, message.encode(), min(left, 1000)) == _ANSWER:
                return True
        QThread.msleep(50)  # it may hold the lock and not listen yet
    return False


def server_names(folder: Path) -> tuple[str, ...]:
    """Where the first instance listens, best first: in the data folder itself, else by name in the system's own place."""
    import hashlib

    real = folder.resolve()
    digest = hashlib.sha256(str(real).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    user = str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
    named = f"space-race-tracker-{user}-{digest}"
    if sys.platform == "win32":
        return (named,)
    inside = str(real / "instance.sock")
    named = f"{QDir.tempPath()}/{named}"
    return (inside, named) if len(os.fsencode(inside)) <= _SOCKET_PATH_CAP else (named,)


def _holder(lock: QLockFile) -> str:
    found: object = lock.getLockInfo()  # (process id, host, program) where the file tells
    return f"process {found[0]}" if isinstance(found, tuple) and found else "another process"
