"""What the Settings page may ask to have done outside the window, as a port that belongs to its caller.

Every method may take long (a file, the keyring, a server) and is called beside the main thread through ui/asking.py; each
raises TrackerError with a sentence a person can act on. Nothing here ever hands out a secret.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

Progress = Callable[[int, int], None]
"""Told (done, in all); raises StoppedError when the person has stopped the work."""


@dataclass(frozen=True, slots=True)
class StartView:
    """Starting with the system, as its own list says. `barred`: the system's own switch turned it off. `file`: where that is
    written; empty where only the desktop knows.

    `cannot` says why it is not offered here: "demo", "system" or empty.
    """

    on: bool
    hidden: bool = True
    barred: bool = False
    file: str = ""
    cannot: str = ""


@dataclass(frozen=True, slots=True)
class SecretView:
    """One secret that can be entered. `kept`: "keyring", "memory" (until the program ends) or "" (nowhere).

    `name` is its name in the keyring; `kind` is "token" (Launch Library), "proxy" or "feed"; `title` names a feed.
    """

    name: str
    kind: str
    title: str = ""
    kept: str = ""


@dataclass(frozen=True, slots=True)
class SecretsView:
    """Every secret, and why the keyring cannot be used: "no-keyring", "locked", "silent" or empty (it can)."""

    secrets: tuple[SecretView, ...]
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class DataView:
    """Where everything is and how much. `forgettable`: articles whose text may go under `keep_text_years` of the question."""

    folder: str
    database_bytes: int
    articles: int
    odd: tuple[str, ...] = ()  # what was strange in the user's files, in words
    forgettable: int = 0
    undoable: bool = False  # a restore of this session can be taken back


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a free call found, in words; `fine` is False where what was entered does not work."""

    fine: bool
    words: str


class Caretaker(Protocol):
    """Looks after what lies around the window: the notifications, the start, the secrets, the data."""

    def test_notification(self, title: str, body: str) -> str:
        """Show one; who took it. Raises NotifyError."""
        ...

    def start_view(self) -> StartView: ...

    def set_start(self, *, on: bool, hidden: bool) -> StartView:
        """Put the program into the system's list or take it out; how it then stands. The desktop may ask the person first."""
        ...

    def secrets(self) -> SecretsView: ...

    def put_secret(self, name: str, value: str) -> str:
        """Keep a secret: "keyring", or "memory" where no keyring takes it."""
        ...

    def remove_secret(self, name: str) -> None: ...

    def missing_secrets(self) -> Sequence[str]:
        """For what a secret has to be entered by hand in this run, because no keyring holds it."""
        ...

    def test_secret(self, name: str) -> Outcome:
        """Ask its server once, with it."""
        ...

    def test_proxy(self) -> Outcome:
        """Ask one small thing through the proxy as it is set now."""
        ...

    def data(self, keep_text_years: int) -> DataView: ...

    def open_folder(self) -> None: ...

    def back_up(self, path: Path, progress: Progress) -> int:
        """Write everything but secrets into one file; how many articles it holds."""
        ...

    def restore(self, path: Path, progress: Progress) -> Sequence[str]:
        """Put a back-up in place; the names of the files it brought along. `move_in` follows."""
        ...

    def undo_restore(self) -> None:
        """Put back what was there before the last restore of this session. `move_in` follows."""
        ...

    def move_in(self) -> None:
        """Everybody goes by what lies on the disk now. The one method for the main thread; quick."""
        ...

    def export(self, path: Path, form: str, *, history: bool) -> int:
        """Write the milestones (or every change) as csv, json, ics or datapackage (a folder); how many rows."""
        ...
