"""Sentences from the floors below, in the window's language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import tests.ui_world  # noqa: F401 - an application without a screen
from tracker.errors import StoreError
from tracker.ui.faults import SENTENCES, sentence, told
from tracker.ui.language import Language

ROOT = Path(__file__).resolve().parent.parent / "tracker"


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    speech = Language(qapp, "zh_CN")
    yield
    speech.change("en")


def test_in_english_nothing_changes(qapp: QApplication) -> None:
    error = StoreError("the disk is full", key="/mnt/x", advice="Choose another place")
    assert told(error) == str(error)


def test_in_chinese(chinese: None) -> None:
    error = StoreError("the disk is full", key="/mnt/x", advice="Choose another place")
    error.__cause__ = OSError("28")
    assert told(error) == "/mnt/x：磁盘已满。请选择其他位置 (28)"
    assert sentence("words of nobody") == "words of nobody"


def test_the_floors_below_still_write_them_so() -> None:
    written = "\n".join(p.read_text(encoding="utf-8") for p in ROOT.rglob("*.py") if p.name != "faults.py")
    assert [s for s in SENTENCES if s not in written] == []
