"""A keyring that lives in memory, behind keyring's own front door: for every test of what is kept in one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

_DRAWER = "space-race-tracker"  # public: who looks into the system's keyring finds our secrets under it
B = TypeVar("B", bound=KeyringBackend)


class InMemory(KeyringBackend):
    """`kept` holds secrets by the name they have among ours; `asked` the names that were asked for, in order.

    Any service but ours meets an AssertionError: the app stays in its own drawer.
    """

    priority = 5  # type: ignore[assignment]

    def __init__(self, kept: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self.kept = dict(kept or {})
        self.asked: list[str] = []

    def get_password(self, service: str, username: str) -> str | None:
        assert service == _DRAWER
        self.asked.append(username)
        return self.kept.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        assert service == _DRAWER
        self.kept[username] = password

    def delete_password(self, service: str, username: str) -> None:
        assert service == _DRAWER
        if username not in self.kept:
            raise PasswordDeleteError("not found")
        del self.kept[username]


@contextmanager
def in_use(backend: B) -> Iterator[B]:
    """The backend as the system's keyring for the time of the block."""
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    try:
        yield backend
    finally:
        keyring.set_keyring(before)
