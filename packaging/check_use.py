"""What a person would do with an installed app: start it, let it read a feed, export, quit. Fed by a loopback server."""

from __future__ import annotations

import csv
import json
import os
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from release import ROOT
from x_window import Screen

sys.path.insert(0, str(ROOT))
from tests.loopback import Reply, Server, rss, serve

Runner = Callable[..., list[str]]
"""Words of our command line and environment -> the command line to start on this machine."""


class FaultError(Exception):
    """Something that a person would complain of."""


@contextmanager
def agency() -> Iterator[Server]:
    """An agency's feed with one piece of news, in words of our own."""
    story = {
        "title": "NASA moves Artemis III landing to mid-2027",
        "link": "https://agency.example/news/2",
        "guid": "https://agency.example/?p=2",
        "pubDate": format_datetime(datetime.now(UTC).replace(microsecond=0)),
        "description": "NASA has moved Artemis III's landing from 2026 to mid-2027, the agency said.",
    }
    with serve({"/feed": Reply(rss(story))}) as server:
        yield server


def own_sources(folder: Path, server: Server | None) -> None:
    """Write a sources.toml that never lets the app ask anybody but the loopback server."""
    folder.mkdir(parents=True, exist_ok=True)
    source = (
        f'[[source]]\nid = "agency"\nname = "Agency"\nurl = "{server.url("/feed")}"\ntier = "agency"\n'
        if server
        else ""
    )
    (folder / "sources.toml").write_text(f"only = true\n{source}", encoding="utf-8")


@dataclass
class Installed:
    """An installed app: how it is started here, and where its data and its words go."""

    run: Runner
    log: Path

    def says(self, *words: str) -> str:
        """What a command prints. Raises FaultError with its errors."""
        done = subprocess.run(self.run(*words), capture_output=True, text=True, timeout=120, check=False)
        if done.returncode:
            raise FaultError(f"{' '.join(words)}: exit {done.returncode}: {done.stderr.strip()[-500:]}")
        return done.stdout

    def window_that_reads(self, display: str, server: Server, picture: Path) -> str:
        """Start the app as from the menu: a painted window, its class, a feed read in the background, a quiet end."""
        screen = Screen(display)
        with self._started(display) as process:
            seen = screen.painted(60)
            if seen is None:
                raise FaultError(f"no window came: {self.log.read_text(errors='replace')[-800:]}")
            _until(lambda: server.asked("/feed"), "the feed to be asked", process)
            moved = _until(self._moves, "the change to be stored", process)
            kind = subprocess.run(["xprop", "-display", display, "-id", hex(seen[0]), "WM_CLASS"],
                                  capture_output=True, text=True, check=False).stdout  # fmt: skip
            if '"space-race-tracker"' not in kind:
                raise FaultError(f"the window's class is not StartupWMClass: {kind.strip()}")
            with suppress(OSError):
                subprocess.run(["import", "-display", display, "-window", "root", str(picture)], check=False)
            process.send_signal(signal.SIGTERM)
            code = process.wait(20)
        screen.close()
        words = self.log.read_text(errors="replace")
        if code != 0 or "Traceback" in words or "could not" in words.lower():
            raise FaultError(f"it ended with {code} and said: {words[-800:]}")
        return f"window painted, feed asked {len(server.asked('/feed'))} time(s), {moved}"

    def _moves(self) -> str:
        with suppress(FaultError):
            for change in json.loads(self.says("changes", "--json")):
                if change["mission"] == "artemis-3" and change["to"] == "2027-05/2027-08":
                    return f"{change['kind']}: {change['from']} -> {change['to']}"
        return ""

    @contextmanager
    def _started(self, display: str, *words: str) -> Iterator[subprocess.Popen[bytes]]:
        with self.log.open("wb") as log:
            process = subprocess.Popen(
                self.run(*words, DISPLAY=display),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(10)


def _until(ask: Callable[[], object], what: str, process: subprocess.Popen[bytes], seconds: float = 40) -> object:
    end = time.monotonic() + seconds
    while not (answer := ask()):
        if process.poll() is not None or time.monotonic() > end:
            raise FaultError(f"waited in vain for {what}")
        time.sleep(0.1)
    return answer


def csv_is_right(path: Path) -> str:
    """The exported milestones hold the news that was fed."""
    from tracker.export.rows import MILESTONE_COLUMNS

    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    if not rows or tuple(rows[0]) != tuple(MILESTONE_COLUMNS):
        raise FaultError(f"{path.name}: not the columns of the README")
    found = [r for r in rows if r["mission_id"] == "artemis-3" and r["milestone"] == "landing"]
    want = {"when_edtf": "2027-05/2027-08", "source": "Agency", "source_tier": "agency", "previous_when_edtf": "2026"}
    if len(found) != 1 or any(found[0][key] != value for key, value in want.items()):
        raise FaultError(f"{path.name}: the landing of Artemis III is not as it was announced: {found}")
    return f"{len(rows)} rows, Artemis III landing {found[0]['when_edtf']}, from {found[0]['previous_when_edtf']}"


def start_times(starts: Mapping[str, Sequence[str]], display: str, runs: int) -> dict[str, list[float]]:
    """Seconds to the painted window, the programs in turns, after one run of each that does not count."""
    screen = Screen(display)
    figures: dict[str, list[float]] = {name: [] for name in starts}
    for turn in range(runs + 1):
        for name, command in starts.items():
            began = time.monotonic()
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            seen = screen.painted(60)
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(10)
            if seen is None:
                raise FaultError(f"{name}: no window came")
            if turn:
                figures[name].append(seen[1] - began)
    screen.close()
    return figures


def medians(figures: Mapping[str, Sequence[float]]) -> str:
    """The figures in words."""
    return ", ".join(
        f"{name} {statistics.median(found):.3f} s ({min(found):.3f}-{max(found):.3f})"
        for name, found in figures.items()
    )
