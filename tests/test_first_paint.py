"""Nothing but the window's frame stands between the start and the first paint: what else is imported comes after it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

START = """
import os, sys
sys.path[:0] = ["tests/bench"]
import child_window

def say():
    print(*sorted(sys.modules), sep=chr(9), flush=True)
    os._exit(0)

child_window.say = say
child_window.app("app", sys.argv[1])
"""

WAIT = {
    "tracker.model", "tracker.views", "tracker.seeding", "tracker.wording", "tracker.edtf", "tracker.store",
    "tracker.front", "tracker.house", "tracker.workers", "tracker.sources", "tracker.ui.desk", "tracker.ui.care",
    "tracker.ui.faults", "tracker.ui.race_page", "tracker.ui.inspector", "tracker.ui.tray", "tracker.proxy",
    "sqlite3", "hashlib", "ssl", "zipfile", "tempfile", "tomllib", "tomlkit", "html", "json", "random", "uuid",
    "feedparser", "apscheduler", "keyring", "PySide6.QtDBus", "PySide6.QtSvg", "PySide6.QtNetwork",
}  # fmt: skip
"""What makes a first paint late: each of them was in its way at some time, 2 to 17 ms."""


def test_what_the_first_paint_does_not_need_is_not_there_yet(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text("only = true\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path)], cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    loaded = set(done.stdout.strip().split("\t"))
    assert "tracker.ui.main_window" in loaded, done.stderr
    assert not loaded & WAIT
