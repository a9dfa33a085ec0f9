"""Processes, one after the other: wall time, processor time, memory. Ours and the floor take turns, so that a machine
that gets slower meanwhile slows both."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from registry import Bench, CannotRunError, Figures

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PATIENCE = 120  # seconds for one process


def environment(home: Path, **more: str) -> dict[str, str]:
    """A quiet one: a home of its own, no session bus, no display, and a proxy that refuses, so that nothing gets out."""
    kept = {key: value for key, value in os.environ.items() if key in ("PATH", "LANG", "LC_ALL", "VIRTUAL_ENV")}
    closed = "http://127.0.0.1:9"
    return {
        **kept, "HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"), "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_RUNTIME_DIR": str(home), "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring", "PYTHONPATH": str(ROOT), "NO_PROXY": "127.0.0.1",
        "HTTP_PROXY": closed, "HTTPS_PROXY": closed, "ALL_PROXY": closed, **more,
    }  # fmt: skip


def in_turns(bench: Bench, ours: Callable[[], float], floor: Callable[[], float]) -> Figures:
    """One run of each that does not count (it warms the file cache), then `runs` of each in turns."""
    floor()
    ours()
    figures = Figures([], [])
    for number in range(bench.runs):
        figures.floor.append(floor())
        figures.ours.append(ours())
        bench.say(f"  run {number + 1}: ours {figures.ours[-1]:.3f}, floor {figures.floor[-1]:.3f}")
    return figures


def wall(command: Sequence[str], env: Mapping[str, str]) -> float:
    """Seconds from start to end of a command. Raises CannotRunError when it fails."""
    began = time.perf_counter()
    _run(command, env)
    return time.perf_counter() - began


def told(script: str, *arguments: str, env: Mapping[str, str]) -> Any:
    """What a child script of this folder prints as JSON on its last line. Raises CannotRunError when it fails."""
    lines = _run([sys.executable, str(HERE / script), *arguments], env).strip().splitlines()
    if not lines:
        raise CannotRunError(f"{script} said nothing")
    return json.loads(lines[-1])


def _run(command: Sequence[str], env: Mapping[str, str]) -> str:
    """What a command writes. Raises CannotRunError with its last words when it fails or takes too long."""
    try:
        done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        raise CannotRunError(f"given up after {PATIENCE} s") from None
    if done.returncode != 0:
        raise CannotRunError(_last_words(done.stderr) or f"exit {done.returncode}")
    return done.stdout


@contextmanager
def window(which: str, home: Path, env: Mapping[str, str]) -> Iterator[tuple[float, int]]:
    """A program up to its first painted window: (seconds from start to paint, process id); ended on leaving."""
    began = time.monotonic()
    child = subprocess.Popen(
        [sys.executable, str(HERE / "child_window.py"), which, str(home)],
        env=env, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    watchdog = threading.Timer(60, child.kill)
    watchdog.start()
    try:
        assert child.stdout is not None
        line = child.stdout.readline()
        if not line.startswith("painted "):
            child.terminate()
            _, errors = child.communicate(timeout=20)
            raise CannotRunError(_last_words(errors) or f"no window: {line.strip() or 'it ended'}")
        yield float(line.split()[1]) - began, child.pid
    finally:
        watchdog.cancel()
        child.kill()
        child.communicate(timeout=20)


def pss(pid: int) -> float:
    """Memory of a process in MiB: shared pages split among those that share them, but those of Qt's own files counted whole,
    as on a machine with no other Qt program. (Each one that runs beside would make both figures smaller, the floor's most.)
    """
    total, ours = 0, False
    for line in Path(f"/proc/{pid}/smaps").read_text(encoding="utf-8", errors="replace").splitlines():
        name, _, value = line.partition(":")
        if "-" in name and " " in name:  # the head of a mapping
            ours = "/PySide6/" in line or "/shiboken6/" in line
        elif name == ("Rss" if ours else "Pss"):
            total += int(value.split()[0])
    if not total:
        raise CannotRunError("this system tells no PSS")
    return total / 1024


def written(pid: int) -> float:
    """Of a process' memory the part in MiB that it has written itself. The rest are pages of files, which the system can take
    away and read again."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss_Dirty:")) / 1024


def _last_words(errors: str) -> str:
    """The line that says why: Qt's first complaint, else the last line of a traceback."""
    lines = [line for line in errors.strip().splitlines() if line.strip()]
    complaints = [line for line in lines if line.startswith("qt.qpa.plugin")]
    return (complaints or lines[-1:] or [""])[0][:160]
