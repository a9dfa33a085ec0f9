"""Secrets go through the keyring's own front door; a keyring that hangs holds nobody."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from keyring.errors import KeyringLocked, PasswordDeleteError

from tracker.desktop.secrets import Secrets, SecretsError


class InMemory(KeyringBackend):
    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError("not found")
        del self.kept[service, username]


class Locked(InMemory):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("locked")


class Hanging(InMemory):
    def __init__(self) -> None:
        super().__init__()
        self.released = threading.Event()

    def set_password(self, service: str, username: str, password: str) -> None:
        self.released.wait(30)


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def test_a_secret_is_kept_read_and_forgotten() -> None:
    backend = InMemory()
    keyring.set_keyring(backend)
    secrets = Secrets()
    assert secrets.get("launch-library") is None
    secrets.put("launch-library", "t0ken-月")
    assert secrets.get("launch-library") == "t0ken-月"
    assert list(backend.kept) == [("space-race-tracker", "launch-library")]
    secrets.remove("launch-library")
    secrets.remove("launch-library")
    assert secrets.get("launch-library") is None


def test_without_a_keyring_it_says_so() -> None:
    keyring.set_keyring(fail.Keyring())
    with pytest.raises(SecretsError, match=r"launch-library.*no keyring") as raised:
        Secrets().put("launch-library", "very-secret")
    assert "very-secret" not in str(raised.value)


def test_a_locked_one_says_so() -> None:
    keyring.set_keyring(Locked())
    with pytest.raises(SecretsError, match="locked"):
        Secrets().get("x")


def test_a_hanging_one_holds_nobody_and_piles_up_no_threads() -> None:
    backend = Hanging()
    keyring.set_keyring(backend)
    secrets = Secrets(seconds=0.05)
    before = threading.active_count()
    with pytest.raises(SecretsError, match="does not answer"):
        secrets.put("x", "y")
    with pytest.raises(SecretsError, match="last question"):
        secrets.get("x")
    assert threading.active_count() == before + 1
    backend.released.set()
    for thread in threading.enumerate():
        if thread.name == "keyring":
            thread.join(5)
    assert secrets.get("x") is None
