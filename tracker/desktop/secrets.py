"""Secrets (tokens and passwords) in the system's keyring only; the one file that reads and writes them.

A locked keyring with nobody to unlock it blocks its caller for ever, so every call runs in a thread of its own with a
time limit. One question at a time: while the keyring waits for its owner, nobody else may open a second prompt. What it
says in the end is taken, however late; what was read once is kept in memory until the program ends, so that a poll is
not a prompt. Where there is no keyring, or it does not keep what it is given, a secret lives in memory only and has to
be entered at each start.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Final

from tracker.errors import TrackerError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE: Final = "space-race-tracker"


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a secret is now: in the keyring, or, with the reason, in memory until the program ends."""

    in_keyring: bool
    why: str = ""


class SecretsError(TrackerError):
    """The keyring is missing, locked, refuses or does not answer; the key is the secret's name, never its value.

    `code` is stable: "no-keyring", "locked" (it said no) or "silent" (it has not said anything yet).
    """

    def __init__(self, message: str, *, code: str, key: str = "", advice: str = "") -> None:
        super().__init__(message, key=key, advice=advice)
        self.code = code


class Secrets:
    """Safe to use from many threads; never from the main one.

    `seconds`: how long to wait for the keyring. It may be waiting for a person's password, so give it some.
    `now`: aware UTC, for `given_at`.
    """

    def __init__(self, *, seconds: float = 30.0, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._seconds = seconds
        self._now = now
        self._books = Lock()
        self._known: dict[str, str | None] = {}
        self._given: dict[str, datetime] = {}
        self._only_here: set[str] = set()
        self._refused: dict[str, SecretsError] = {}
        self._asking = Lock()  # held until the keyring has answered, however late
        self._asked_at = 0.0

    def get(self, name: str) -> str | None:
        """A secret; None where there is none. Raises SecretsError, without asking again where it was refused before."""
        with self._books:
            if name in self._known:
                return self._known[name]
            if name in self._refused:
                raise self._refused[name]
        try:
            self._ask(name, lambda: self._read(name))
        except SecretsError as error:
            with self._books:
                if error.code != "silent":  # it has said no; who is silent may yet say yes
                    self._refused[name] = error
            raise
        with self._books:
            return self._known.get(name)

    def put(self, name: str, value: str) -> Kept:
        """Keep a secret, in the keyring where that works; it can be used at once either way."""
        with self._books:
            self._known[name] = value
            self._given[name] = self._now()
            self._refused.clear()
        try:
            self._ask(name, lambda: _write(name, value))
        except SecretsError as error:
            with self._books:
                self._only_here.add(name)
            return Kept(in_keyring=False, why=error.message)
        with self._books:
            self._only_here.discard(name)
        return Kept(in_keyring=True)

    def remove(self, name: str) -> None:
        """Forget a secret; one that is not there is forgotten already. Raises SecretsError: the keyring still has it."""
        with self._books:
            self._known[name] = None
            self._given.pop(name, None)
            self._only_here.discard(name)
        try:
            self._ask(name, lambda: _delete(name))
        except SecretsError as error:
            if error.code != "no-keyring":
                raise

    def is_only_here(self, name: str) -> bool:
        """True for a secret that no keyring has taken: it goes when the program ends."""
        with self._books:
            return name in self._only_here

    def given_at(self, name: str) -> datetime | None:
        """When the user entered it, where that was in this run."""
        with self._books:
            return self._given.get(name)

    def try_again(self) -> None:
        """The user has unlocked the keyring, or means to: it is asked again where it refused."""
        with self._books:
            self._refused.clear()

    def _read(self, name: str) -> None:
        with self._books:
            if name in self._known:  # another caller's question has been answered meanwhile
                return
        value = _backend().get_password(SERVICE, name)
        with self._books:
            self._known.setdefault(name, value)

    def _ask(self, name: str, work: Callable[[], None]) -> None:
        """Runs work in a thread. Raises SecretsError when it fails, or has not ended in time: it then goes on alone."""
        if not self._has_its_turn():
            raise SecretsError("the keyring has not answered the last question yet", code="silent", key=name)
        done = Event()
        errors: list[Exception] = []

        def call() -> None:
            try:
                work()
            except Exception as error:  # noqa: BLE001  backends raise what they like
                errors.append(error)
            finally:
                self._asking.release()
                done.set()

        Thread(target=call, name="keyring", daemon=True).start()
        if not done.wait(self._seconds):
            raise SecretsError("the keyring does not answer; it may be locked", code="silent", key=name)
        if errors:
            raise _refusal(name, errors[0]) from None  # what a backend says may hold what it was given

    def _has_its_turn(self) -> bool:
        """Waits for the question before, but no longer than that one is waited for."""
        with self._books:
            free = self._asking.acquire(blocking=False)
            if free:
                self._asked_at = time.monotonic()
            left = self._asked_at + self._seconds - time.monotonic()
        if free:
            return True
        if not self._asking.acquire(timeout=max(left, 0)):
            return False
        with self._books:
            self._asked_at = time.monotonic()
        return True


def _backend() -> KeyringBackend:
    """The system's keyring. Raises NoKeyringError for none, and for one that keeps secrets in the open or nowhere."""
    import keyring
    from keyring.errors import NoKeyringError

    found = keyring.get_keyring()
    if found.priority < _SAFE:
        raise NoKeyringError
    return found


def _write(name: str, value: str) -> None:
    from keyring.errors import PasswordSetError

    backend = _backend()
    backend.set_password(SERVICE, name, value)
    if backend.get_password(SERVICE, name) != value:
        raise PasswordSetError


def _delete(name: str) -> None:
    from keyring.errors import PasswordDeleteError

    backend = _backend()
    try:
        backend.delete_password(SERVICE, name)
    except PasswordDeleteError:
        if backend.get_password(SERVICE, name) is not None:
            raise


def _refusal(name: str, error: Exception) -> SecretsError:
    from keyring.errors import InitError, KeyringLocked, NoKeyringError

    match error:
        case NoKeyringError():
            return SecretsError("this system has no keyring to keep secrets in", code="no-keyring", key=name)
        case KeyringLocked() | InitError():
            return SecretsError("the keyring is locked or cannot be opened", code="locked", key=name, advice=_UNLOCK)
    return SecretsError("the keyring refused", code="locked", key=name, advice=_UNLOCK)


_SAFE: Final = 1
"""keyring's own mark: below it are backends that write plain text, and those that keep nothing."""

_UNLOCK: Final = "Unlock it and try again"
