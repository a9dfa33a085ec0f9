"""Secrets (API tokens) in the system's keyring only; the one file that reads and writes them.

A locked keyring with nobody to unlock it blocks its caller for ever, so every call runs in a thread of its own with a
time limit. A call that hangs is left behind; until it returns, further calls fail at once instead of piling up threads.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock, Thread
from typing import Final, TypeVar

from tracker.errors import TrackerError

SERVICE: Final = "space-race-tracker"
T = TypeVar("T")


class SecretsError(TrackerError):
    """The keyring is missing, locked, refuses or does not answer; the key is the secret's name, never its value."""


class Secrets:
    """`seconds`: how long to wait for the keyring. It may be waiting for a person's password, so give it some."""

    def __init__(self, *, seconds: float = 30.0) -> None:
        self._seconds = seconds
        self._busy = Lock()

    def get(self, name: str) -> str | None:
        """A secret; None where there is none. Raises SecretsError."""
        import keyring

        return self._run(name, lambda: keyring.get_password(SERVICE, name))

    def put(self, name: str, value: str) -> None:
        """Keep a secret. Raises SecretsError: it is then kept nowhere."""
        import keyring

        self._run(name, lambda: keyring.set_password(SERVICE, name, value))

    def remove(self, name: str) -> None:
        """Forget a secret; one that is not there is forgotten already. Raises SecretsError."""
        import keyring
        from keyring.errors import PasswordDeleteError

        def work() -> None:
            try:
                keyring.delete_password(SERVICE, name)
            except PasswordDeleteError:
                if keyring.get_password(SERVICE, name) is not None:
                    raise

        self._run(name, work)

    def _run(self, name: str, work: Callable[[], T]) -> T:
        if not self._busy.acquire(blocking=False):
            raise SecretsError("the keyring has not answered the last question yet", key=name, advice=_UNLOCK)
        results: list[T] = []
        errors: list[Exception] = []

        def call() -> None:
            try:
                results.append(work())
            except Exception as error:  # noqa: BLE001  backends raise what they like
                errors.append(error)
            finally:
                self._busy.release()

        thread = Thread(target=call, name="keyring", daemon=True)
        thread.start()
        thread.join(self._seconds)
        if results:
            return results[0]
        if errors:
            raise SecretsError(_words(errors[0]), key=name) from errors[0]
        raise SecretsError("the keyring does not answer; it may be locked", key=name, advice=_UNLOCK)


_UNLOCK: Final = "Unlock it and try again"


def _words(error: Exception) -> str:
    from keyring.errors import InitError, KeyringLocked, NoKeyringError

    match error:
        case NoKeyringError():
            return "this system has no keyring to keep secrets in"
        case KeyringLocked() | InitError():
            return "the keyring is locked or cannot be opened"
        case _:
            return "the keyring refused"
