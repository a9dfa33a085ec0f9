"""The keyring of a real desktop: gnome-keyring on a real session bus, each step in a process of its own, as at each start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest

from tests.desktop.gnome_keyring import GnomeKeyring, SilentPrompter

ROOT = Path(__file__).resolve().parent.parent.parent
_PROGRAM = """
import json, sys, time
from tracker.desktop.secrets import Secrets, SecretsError
secrets = Secrets(seconds=1.5)
for verb, *rest in json.load(sys.stdin):
    began = time.monotonic()
    try:
        answer = getattr(secrets, verb)(*rest)
        answer = [answer.in_keyring, answer.why] if verb == "put" else answer
    except SecretsError as error:
        answer = error.code
    assert time.monotonic() - began < 5
    print(json.dumps(answer))
"""
TOKEN = "t0ken-月-ü \"'\\"


@pytest.fixture
def gnome(tmp_path: Path) -> Iterator[GnomeKeyring]:
    made = GnomeKeyring(tmp_path)
    yield made
    made.stop()


def steps(bus: str, *wanted: tuple[str, ...], backend: str = "") -> list[object]:
    """What a start of the program gets for these calls, in order."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHON_KEYRING_BACKEND"}
    env |= {"DBUS_SESSION_BUS_ADDRESS": bus, "PYTHONPATH": str(ROOT)}
    if backend:
        env["PYTHON_KEYRING_BACKEND"] = backend
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM], input=json.dumps(wanted), env=env, capture_output=True, text=True, timeout=30
    )
    assert done.returncode == 0, done.stderr
    assert TOKEN not in done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_stored_read_and_deleted(gnome: GnomeKeyring) -> None:
    gnome.start("the owner's password")
    bus = gnome.bus.address
    assert steps(bus, ("get", "x"), ("put", "x", TOKEN)) == [None, [True, ""]]
    assert steps(bus, ("get", "x"), ("put", "x", "another"), ("get", "x")) == [TOKEN, [True, ""], "another"]
    assert steps(bus, ("remove", "x"), ("remove", "x"), ("get", "x")) == [None, None, None]
    assert steps(bus, ("get", "x")) == [None]
    assert gnome.files()
    assert not any(TOKEN.encode() in path.read_bytes() or b"another" in path.read_bytes() for path in gnome.files())


def test_it_survives_a_new_session(gnome: GnomeKeyring) -> None:
    gnome.start("pw")
    steps(gnome.bus.address, ("put", "x", TOKEN))
    gnome.stop()
    gnome.start("pw")
    assert steps(gnome.bus.address, ("get", "x")) == [TOKEN]


def test_locked_and_nobody_to_ask(gnome: GnomeKeyring) -> None:
    """The prompt is dismissed at once: it is said, and what is entered lives in memory."""
    gnome.start("pw")
    steps(gnome.bus.address, ("put", "x", TOKEN))
    gnome.stop()
    gnome.start(None)
    why = "the keyring is locked or cannot be opened"
    assert steps(gnome.bus.address, ("get", "x"), ("put", "y", "v"), ("get", "y")) == ["locked", [False, why], "v"]
    gnome.stop()
    gnome.start("pw")
    assert steps(gnome.bus.address, ("get", "x"), ("get", "y")) == [TOKEN, None]


def test_locked_and_the_prompt_is_left_standing(gnome: GnomeKeyring) -> None:
    """The trap: the keyring waits for its owner for ever. We do not."""
    gnome.start("pw")
    steps(gnome.bus.address, ("put", "x", TOKEN))
    gnome.stop()
    gnome.start(None)
    prompter = SilentPrompter(gnome.bus)
    prompter.start()
    try:
        began = monotonic()
        answers = steps(gnome.bus.address, ("get", "x"), ("get", "x"), ("put", "y", "v"), ("get", "y"))
        assert monotonic() - began < 15
    finally:
        prompter.stop()
    assert prompter.asked.is_set()
    assert answers[:2] == ["silent", "silent"]
    assert answers[2] == [False, "the keyring has not answered the last question yet"]
    assert answers[3] == "v"


def test_a_bus_without_a_keyring(gnome: GnomeKeyring) -> None:
    gnome.bus.start()
    why = "this system has no keyring to keep secrets in"
    assert steps(gnome.bus.address, ("get", "x"), ("put", "x", TOKEN), ("get", "x")) == [
        "no-keyring",
        [False, why],
        TOKEN,
    ]
    assert steps(gnome.bus.address, ("remove", "x")) == [None]


def test_no_bus_at_all(tmp_path: Path) -> None:
    assert steps(f"unix:path={tmp_path}/none", ("get", "x")) == ["no-keyring"]


def test_a_keyring_that_keeps_nothing(tmp_path: Path) -> None:
    answers = steps(
        f"unix:path={tmp_path}/none", ("put", "x", "v"), ("get", "x"), backend="keyring.backends.null.Keyring"
    )
    assert answers == [[False, "this system has no keyring to keep secrets in"], "v"]
