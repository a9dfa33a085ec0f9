"""A data folder of a later version, opened from the menu: a box says it, nothing is touched, and the app goes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.desktop.desk import Desk, skip_unless_possible
from tests.desktop.patience import until
from tests.desktop.running_app import ROOT, App
from tests.test_upgrade import released, version
from tracker.store.schema import STEPS

pytestmark = [pytest.mark.desktop, pytest.mark.slow]


def test_a_box_says_that_the_data_is_of_a_later_version(tmp_path: Path) -> None:
    skip_unless_possible()
    data = tmp_path / "data"
    path = released(len(STEPS), data)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    with Desk(tmp_path, tray=None, daemon=False) as desk:
        process = desk.start(App(desk, data, ()).command(), PYTHONPATH=str(ROOT))
        until(lambda: desk.screen.find("label", "written by a later version of this program"), "the sentence")
        desk.press("OK")
        assert process.wait(15) == 1
        assert "Traceback" not in desk.log
    assert version(path) == len(STEPS) + 1
