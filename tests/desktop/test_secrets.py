"""Secrets go through the keyring's own front door; a keyring that hangs holds nobody; without one they live in memory."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TypeVar

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked

from tests.keyrings import InMemory
from tracker.desktop.secrets import Kept, Secrets, SecretsError

B = TypeVar("B", bound=KeyringBackend)


class Locked(InMemory):
    def get_password(self, service: str, username: str) -> str | None:
        self.asked.append(username)
        raise KeyringLocked("locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked(f"locked, and here is what I was given: {password}")

    def delete_password(self, service: str, username: str) -> None:
        raise KeyringLocked("locked")


class Waiting(InMemory):
    """Waits for its owner before it says anything."""

    def __init__(self) -> None:
        super().__init__()
        self.unlocked = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.unlocked.wait(30)
        return super().get_password(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.unlocked.wait(30)
        super().set_password(service, username, password)


class PlainText(InMemory):
    priority = 0.5  # type: ignore[assignment]


class Forgetful(InMemory):
    def set_password(self, service: str, username: str, password: str) -> None:
        pass


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def use(backend: B) -> B:
    keyring.set_keyring(backend)
    return backend


def settled() -> None:
    for thread in threading.enumerate():
        if thread.name == "keyring":
            thread.join(5)


def test_a_secret_is_kept_read_and_forgotten() -> None:
    backend = use(InMemory())
    secrets = Secrets()
    assert secrets.get("launch-library") is None
    assert secrets.put("launch-library", "t0ken-月") == Kept(in_keyring=True)
    assert Secrets().get("launch-library") == "t0ken-月"
    assert list(backend.kept) == ["launch-library"]
    secrets.remove("launch-library")
    secrets.remove("launch-library")
    assert secrets.get("launch-library") is None
    assert Secrets().get("launch-library") is None


def test_it_is_read_once_a_start() -> None:
    """A poll every few minutes is not a prompt every few minutes."""
    backend = use(InMemory())
    backend.kept["x"] = "y"
    secrets = Secrets()
    assert [secrets.get("x") for _ in range(5)] == ["y"] * 5
    assert [secrets.get("none") for _ in range(5)] == [None] * 5
    assert len(backend.asked) == 2


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring, PlainText], ids=lambda b: b.__module__)
def test_without_a_safe_keyring_it_lives_in_memory(backend: type[KeyringBackend]) -> None:
    """No backend, one that keeps nothing, one that writes plain text: all are none."""
    made = use(backend())  # type: ignore[abstract]
    secrets = Secrets()
    with pytest.raises(SecretsError, match="launch-library") as raised:
        secrets.get("launch-library")
    assert raised.value.code == "no-keyring"
    kept = secrets.put("launch-library", "very-secret")
    assert kept == Kept(in_keyring=False, why="this system has no keyring to keep secrets in")
    assert secrets.get("launch-library") == "very-secret"
    assert "very-secret" not in str(vars(made))
    with pytest.raises(SecretsError):
        Secrets().get("launch-library")  # the next start
    secrets.remove("launch-library")
    assert secrets.get("launch-library") is None


def test_a_keyring_that_does_not_keep_what_it_was_given() -> None:
    use(Forgetful())
    assert not Secrets().put("x", "y").in_keyring


def test_a_locked_one_says_so_and_is_not_asked_again_by_every_poll() -> None:
    backend = use(Locked())
    secrets = Secrets()
    for _ in range(3):
        with pytest.raises(SecretsError, match="locked") as raised:
            secrets.get("x")
        assert raised.value.code == "locked"
        assert raised.value.advice
    assert len(backend.asked) == 1
    secrets.try_again()
    with pytest.raises(SecretsError):
        secrets.get("x")
    assert len(backend.asked) == 2
    unlocked = use(InMemory())
    unlocked.kept["x"] = "y"
    secrets.try_again()
    assert secrets.get("x") == "y"


def test_a_locked_one_that_tells_tales() -> None:
    """What a backend says in its error may hold the secret: it is not repeated, nor is it in the chain of causes."""
    use(Locked())
    secrets = Secrets()
    kept = secrets.put("x", "very-secret")
    assert not kept.in_keyring
    assert "very-secret" not in kept.why
    with pytest.raises(SecretsError) as raised:
        secrets.remove("x")
    assert raised.value.__cause__ is None
    assert secrets.get("x") is None
    assert "very-secret" not in repr(secrets)


def test_a_waiting_one_holds_nobody_and_piles_up_no_threads() -> None:
    backend = use(Waiting())
    secrets = Secrets(seconds=0.05)
    before = threading.active_count()
    assert not secrets.put("x", "y").in_keyring
    assert secrets.get("x") == "y"
    for name in ("a", "b", "c"):
        with pytest.raises(SecretsError, match="last question") as raised:
            secrets.get(name)
        assert raised.value.code == "silent"
    assert threading.active_count() == before + 1
    backend.unlocked.set()
    settled()
    assert secrets.get("a") is None
    assert backend.kept["x"] == "y"


def test_who_comes_after_does_not_wait_all_over_again() -> None:
    backend = use(Waiting())
    secrets = Secrets(seconds=0.4)
    with pytest.raises(SecretsError):
        secrets.get("x")
    began = time.monotonic()
    for _ in range(10):
        with pytest.raises(SecretsError):
            secrets.get("y")
    assert time.monotonic() - began < 0.3
    backend.unlocked.set()


def test_what_it_says_at_last_is_taken() -> None:
    backend = use(Waiting())
    backend.kept["x"] = "y"
    secrets = Secrets(seconds=0.05)
    with pytest.raises(SecretsError, match="does not answer"):
        secrets.get("x")
    backend.unlocked.set()
    settled()
    assert secrets.get("x") == "y"
    assert len(backend.asked) == 1


def test_many_visits_wait_for_one_question() -> None:
    backend = use(Waiting())
    backend.kept["x"] = "y"
    secrets = Secrets(seconds=5)
    found: list[str | None] = []
    asking = [threading.Thread(target=lambda: found.append(secrets.get("x"))) for _ in range(6)]
    for thread in asking:
        thread.start()
    backend.unlocked.set()
    for thread in asking:
        thread.join(5)
    assert found == ["y"] * 6
    assert len(backend.asked) == 1


def test_when_it_was_entered() -> None:
    use(InMemory())
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    secrets = Secrets(now=lambda: now)
    assert secrets.given_at("x") is None
    secrets.put("x", "y")
    assert secrets.given_at("x") == now
    assert Secrets().given_at("x") is None
