"""The app as a process on a throw-away desktop, fed by a loopback server. It never sees a real source."""

from __future__ import annotations

import csv
import json
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from tests.desktop.desk import Desk
from tests.desktop.patience import until
from tests.desktop.talk import Refused
from tests.desktop.tray_menu import TrayItem

ROOT = Path(__file__).resolve().parents[2]
TITLE = "Space Race Tracker"


@dataclass(frozen=True)
class Feed:
    """One source of the person's own sources.toml."""

    id: str
    url: str
    name: str = ""
    tier: str = "agency"


def story(number: int, title: str, text: str) -> dict[str, str]:
    """A feed entry of today, in words of our own."""
    return {
        "title": title,
        "link": f"https://agency.example/news/{number}",
        "guid": f"https://agency.example/?p={number}",
        "pubDate": format_datetime(datetime.now(UTC).replace(microsecond=0)),
        "description": text,
    }


@dataclass
class App:
    """`start`, then ask and press; `kill` and `start` again as often as wanted."""

    desk: Desk
    data: Path
    feeds: tuple[Feed, ...]
    module: str = "tracker"  # what Python is told to run
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.data.mkdir(parents=True, exist_ok=True)
        lines = ["only = true"]
        for feed in self.feeds:
            lines += ["[[source]]", f'id = "{feed.id}"', f'name = "{feed.name or feed.id}"', f'url = "{feed.url}"',
                      f'tier = "{feed.tier}"', "interval_minutes = 60"]  # fmt: skip
        (self.data / "sources.toml").write_text("\n".join(lines) + "\n")

    def start(self, *more: str, window: bool = True) -> None:
        """Start it for the first time and wait until its first poll is done."""
        self.start_again(*more, window=window)
        until(lambda: self.visits() >= len(self.feeds) or self._died(), "the first poll", 40)
        assert not self._died(), self.desk.log

    def start_again(self, *more: str, window: bool = True) -> None:
        """Start it over its data and wait for the window; what was visited lately is not due yet."""
        self.process = self.desk.start(self.command(*more), PYTHONPATH=str(ROOT))
        until(lambda: not window or self.window() or self._died(), "the window", 40)
        assert not self._died(), self.desk.log

    def command(self, *more: str) -> list[str]:
        return [sys.executable, "-m", self.module, "--data-dir", str(self.data), *more]

    def kill(self, how: int = signal.SIGKILL) -> int:
        assert self.process is not None
        self.process.send_signal(how)
        return self.process.wait(15)

    def end(self) -> int:
        """Ask it to quit as the system does at its end; the exit code."""
        return self.kill(signal.SIGTERM)

    def _died(self) -> bool:
        assert self.process is not None
        return self.process.poll() is not None

    # --- what it says ----------------------------------------------------------------------------------------------

    @property
    def log(self) -> str:
        path = self.data / "tracker.log"
        return path.read_text() if path.exists() else ""

    def visits(self) -> int:
        """How many visits to a source have been finished and stored."""
        return sum(self.log.count(f" tracker.poll: {feed.id}: ") for feed in self.feeds)

    def window(self) -> str | None:
        return self.desk.window(TITLE)

    def put_away(self) -> None:
        """Close the window; the first time it says that it stays in the tray, and asks."""
        self.desk.run("wmctrl", "-i", "-c", until(self.window, "the window"))
        until(lambda: self.window() is None or self.desk.screen.find("push button", "Stay in the tray"), "its answer")
        if self.window() is not None:
            self.desk.press("Stay in the tray", program="space-race-tracker")
        until(lambda: self.window() is None, "the window to be put away")

    def tray(self) -> TrayItem:
        """Its icon in the tray."""

        def mine() -> TrayItem | None:
            for item in self.desk.tray():
                with suppress(Refused):  # a panel that has just come may still list an icon that was taken away
                    if item.property("Id") == "space-race-tracker":
                        return item
            return None

        return until(mine, "the icon in the tray")

    def said(self, *command: str) -> str:
        """What a command of the command line prints, beside the running app."""
        done = subprocess.run(
            [sys.executable, "-m", "tracker", *command, "--data-dir", str(self.data)],
            env={**self.desk.env, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        return done.stdout + done.stderr

    def rows(self, name: str, *more: str) -> list[dict[str, str]]:
        """The exported CSV, read back."""
        path = self.data / name
        self.said("export", str(path), *more)
        with path.open(newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def changes(self) -> list[Mapping[str, str]]:
        found: list[Mapping[str, str]] = json.loads(self.said("changes", "--json"))
        return [change for change in found if not change["baseline"]]

    # --- what a person does ----------------------------------------------------------------------------------------

    def check_now(self) -> None:
        """F5 in the window, and wait until every source has been visited and what is to be told was told.

        The visit after the next one begins when the telling of the first is over: a second check proves it.
        """
        self.press_f5()
        self.press_f5()

    def press_f5(self) -> None:
        """Ask every source once and wait until all have been visited."""
        before = self.visits()
        window = until(self.window, "the window")
        self.desk.run("wmctrl", "-i", "-a", window)
        until(lambda: self.desk.active_window().startswith(TITLE), "the window in front")
        self.desk.key("F5")
        until(lambda: self.visits() >= before + len(self.feeds), "the poll", 40)
