"""How fast it starts and what it weighs."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from measuring import environment, in_turns, wall, window
from registry import Bench, Figures, row
from stock import stocked

from tests.x_server import x_server

_BARE_IMPORTS = [sys.executable, "-c", "import sqlite3, feedparser"]


@contextmanager
def place() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="space-race-bench-") as folder:
        yield Path(folder)


def _command_line(bench: Bench, *arguments: str) -> Figures:
    with place() as home:
        env = environment(home)
        ours = [sys.executable, "-m", "tracker", *arguments]
        return in_turns(bench, lambda: wall(ours, env), lambda: wall(_BARE_IMPORTS, env))


@row("command line: --help", floor="python -c 'import sqlite3, feedparser'", unit="s", target=2.0, issue=2)
def command_line_help(bench: Bench) -> Figures:
    return _command_line(bench, "--help")


@row("command line: status", floor="python -c 'import sqlite3, feedparser'", unit="s", target=2.0, issue=2)
def command_line_status(bench: Bench) -> Figures:
    return _command_line(bench, "status")


def _start(bench: Bench, platform: dict[str, str], which: str = "app") -> Figures:
    """Over 100,000 stored items."""

    def seconds(which: str, home: Path) -> Callable[[], float]:
        def once() -> float:
            with window(which, home, environment(home, **platform)) as (painted, _):
                return painted

        return once

    with stocked(bench) as ours, place() as floor:
        return in_turns(bench, seconds(which, ours), seconds("bare", floor))


@row("start to first painted window, offscreen", floor="bare PySide6 window", unit="s", target=1.35, issue=6)
def start_offscreen(bench: Bench) -> Figures:
    return _start(bench, {"QT_QPA_PLATFORM": "offscreen"})


@row("start to first painted window, xcb", floor="bare PySide6 window", unit="s", target=1.35, issue=6)
def start_xcb(bench: Bench) -> Figures:
    with x_server() as display:
        return _start(bench, {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display})


@row("start to the Race page painted, xcb", floor="bare PySide6 window", unit="s", target=2.5, issue=6)
def start_race_page(bench: Bench) -> Figures:
    """No figure of the issue's: what the frame that is painted first must not hide."""
    with x_server() as display:
        return _start(bench, {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}, "page")
