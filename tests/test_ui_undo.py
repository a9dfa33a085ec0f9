"""Undo walks back through all that was done in this session, the newest first, and says of each what it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.sample_desk import ident
from tests.ui_world import Stage
from tracker.errors import SeedError
from tracker.model import Verdict
from tracker.ui.language import Language
from tracker.ui.main_window import MainWindow

HOLD = ident("chang-e-7", "launch", "2026-08-23")


@pytest.fixture
def speech(qapp: QApplication) -> Iterator[Language]:
    made = Language(qapp, "en")
    yield made
    made.change("en")


def undo(stage: Stage, window: MainWindow, qtbot: QtBot) -> str:
    """Press Ctrl+Z; what is said then."""
    window.activateWindow()  # without a window manager a message leaves nothing active
    stage.settle()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    return window.body.toast.text()


def test_undo_walks_back_through_the_session(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    window.show_change(HOLD)
    window.inspector.findChild(QAction, "reject").trigger()
    done: list[str] = []
    window.undo_list.say("Alerts for Artemis III: Never", lambda: done.append("rule"))
    window.undo_list.say("Third thing.", lambda: done.append("third"))
    assert undo(stage, window, qtbot) == "Undone: “Third thing.”"
    assert not window.body.toast.undo.isVisible()  # beside "undone" it would read as taking that back
    assert undo(stage, window, qtbot) == "Undone: “Alerts for Artemis III: Never”"
    assert done == ["third", "rule"]
    assert undo(stage, window, qtbot).startswith("Undone: “Rejected: Chang'e 7 launch")
    first, last = stage.desk.decisions
    assert (last.verdict, last.target) == (Verdict.UNDO, first.id)
    assert not window.menus.undo.isEnabled()


def test_what_was_done_can_be_undone_in_another_language(qtbot: QtBot, speech: Language) -> None:
    stage = Stage()
    window = stage.window()
    window.show_change(HOLD)
    window.inspector.findChild(QAction, "reject").trigger()
    done: list[str] = []
    window.undo_list.say_written("Saved: Larkspur", lambda: done.append("file"))
    window.body.toast.hide()
    speech.change("zh_CN")
    window.speak("zh_CN")
    stage.settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the pages that wrote it are gone
    assert not window.body.toast.isVisible()
    assert window.menus.undo.isEnabled()
    assert "Larkspur" in undo(stage, window, qtbot)
    assert done == ["file"]
    undo(stage, window, qtbot)
    assert [d.verdict for d in stage.desk.decisions] == [Verdict.REJECT, Verdict.UNDO]


def test_what_cannot_be_put_back_is_said_and_the_one_before_it_still_can(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    done: list[str] = []

    def refuse() -> None:
        raise SeedError("has been changed since", key="missions.toml", advice="Nothing was taken back.")

    window.undo_list.say("First thing", lambda: done.append("first"))
    window.undo_list.say_written("Saved: Larkspur", refuse)
    assert undo(stage, window, qtbot) == "missions.toml: has been changed since. Nothing was taken back."
    assert undo(stage, window, qtbot) == "Undone: “First thing”"
    assert done == ["first"]
