"""`--demo` on a real desktop: the invented history arrives within a minute, as notifications too, and leaves nothing behind."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from tests.desktop.desk import Desk, skip_unless_possible
from tests.desktop.patience import until
from tests.desktop.running_app import ROOT

pytestmark = [pytest.mark.desktop, pytest.mark.slow]


def test_the_demo_shows_slips_within_a_minute_and_leaves_nothing(tmp_path: Path) -> None:
    skip_unless_possible()
    with Desk(tmp_path) as desk:
        (tmp_path / "tmp").mkdir()
        demo = desk.start(
            [sys.executable, "-m", "tracker", "--demo"], PYTHONPATH=str(ROOT), TMPDIR=str(tmp_path / "tmp")
        )
        until(lambda: desk.windows(), "the window", 30)
        told = until(lambda: [s.title for s in desk.witness.sent if "slips" in s.title], "a slip", 60)
        assert told
        demo.send_signal(signal.SIGTERM)
        assert demo.wait(20) == 0
        kept = [p for p in (tmp_path / "home").rglob("*tracker*") if p.is_file() and "xfce" not in str(p)]
        assert kept == []
        assert list((tmp_path / "tmp").glob("space-race*")) == []
        assert "Traceback" not in desk.log
