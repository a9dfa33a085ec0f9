"""What Python tells the process: faults of the disk or the database reach the person, others only the log."""

from __future__ import annotations

import sys

import pytest

from tracker.errors import StoreError, TrackerError
from tracker.hooks import faults_told


def raised(error: Exception) -> None:
    sys.excepthook(type(error), error, None)


def test_a_fault_that_nobody_caught_is_told_and_still_written_down(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[BaseException] = []
    told: list[TrackerError] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: written.append(error))
    damaged, slip = StoreError("the database is damaged", key="x"), ValueError("a slip of ours")
    with faults_told(told.append):
        raised(damaged)
        raised(slip)
    raised(damaged)
    assert told == [damaged]
    assert written == [damaged, slip, damaged]
