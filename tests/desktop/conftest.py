"""Qt without a screen for the tests in this process; the real desktop is given to processes of their own (desk.py)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.private_bus import PrivateBus

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[PrivateBus]:
    """A session bus of the test's own."""
    made = PrivateBus(tmp_path)
    made.start()
    yield made
    made.stop()
