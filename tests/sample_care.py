"""A caretaker in memory: does what the Settings page asks for without a file, a keyring or a server."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tracker.errors import TrackerError
from tracker.ui.care import DataView, Outcome, Progress, SecretsView, SecretView, StartView

START = StartView(on=True, hidden=True, file="~/.config/autostart/org.spaceracetracker.SpaceRaceTracker.desktop")
SECRETS = SecretsView((
    SecretView("launch-library", "token", kept="keyring"),
    SecretView("proxy", "proxy", "proxy.example.org"),
    SecretView("observatory", "feed", "My Observatory", kept="memory"),
))  # fmt: skip
FINE = Outcome(True, "The token works: 100 calls an hour, 3 used.")


@dataclass
class SampleCare:
    """Every answer can be set; `asked` is what was asked for, in order. `trouble` is raised by the next long work."""

    start: StartView = START
    secrets_view: SecretsView = SECRETS
    outcome: Outcome = FINE
    keyring_takes: bool = True
    old_texts: dict[int, int] = field(default_factory=lambda: {5: 0, 2: 1412, 1: 3020})
    odd: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    undoable: bool = False
    trouble: TrackerError | None = None
    asked: list[tuple[object, ...]] = field(default_factory=list)
    while_working: Callable[[], None] = lambda: None

    def test_notification(self, title: str, body: str) -> str:
        self._asked("test", title, body)
        return "Xfce Notify Daemon shows the notifications."

    def start_view(self) -> StartView:
        return self.start

    def set_start(self, *, on: bool, hidden: bool) -> StartView:
        self._asked("start", on, hidden)
        self.start = replace(self.start, on=on, hidden=hidden, barred=False)
        return self.start

    def secrets(self) -> SecretsView:
        return self.secrets_view

    def put_secret(self, name: str, value: str) -> str:
        self._asked("put", name, value)
        return self._kept(name, "keyring" if self.keyring_takes else "memory")

    def remove_secret(self, name: str) -> None:
        self._asked("remove", name)
        self._kept(name, "")

    def missing_secrets(self) -> Sequence[str]:
        return self.missing

    def test_secret(self, name: str) -> Outcome:
        self._asked("test secret", name)
        return self.outcome

    def test_proxy(self) -> Outcome:
        self._asked("test proxy")
        return self.outcome

    def data(self, keep_text_years: int) -> DataView:
        old = self.old_texts.get(keep_text_years, 0)
        return DataView("/home/ann/.local/share/space-race-tracker", 84_231_168, 12_408, self.odd, old, self.undoable)  # fmt: skip

    def open_folder(self) -> None:
        self._asked("open")

    def back_up(self, path: Path, progress: Progress) -> int:
        self._asked("back up", path)
        progress(1, 2)
        self.while_working()
        progress(2, 2)
        return 12_408

    def restore(self, path: Path, progress: Progress) -> Sequence[str]:
        self._asked("restore", path)
        progress(1, 1)
        return ("settings.toml",)

    def undo_restore(self) -> None:
        self._asked("undo restore")

    def move_in(self) -> None:
        self._asked("move in")

    def export(self, path: Path, form: str, *, history: bool) -> int:
        self._asked("export", path, form, history)
        return 41

    def _asked(self, *what: object) -> None:
        self.asked.append(what)
        if self.trouble is not None:
            trouble, self.trouble = self.trouble, None
            raise trouble

    def _kept(self, name: str, where: str) -> str:
        secrets = tuple(replace(s, kept=where) if s.name == name else s for s in self.secrets_view.secrets)
        self.secrets_view = replace(self.secrets_view, secrets=secrets)
        return where
