"""The inspector speaks as people do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui_world import Stage
from tracker.edtf import parse
from tracker.model import Position, Standing, Status
from tracker.ui.labels import Text
from tracker.ui.main_window import MainWindow


def words(window: MainWindow) -> list[str]:
    return [label.text() for label in window.inspector.findChildren(Text)]


def test_a_window_is_told_in_words_and_as_data(qtbot: QtBot) -> None:
    window = Stage().window()
    window.show_milestone("chang-e-8", "launch")
    story = window.inspector._story
    assert story is not None
    assert story.state is not None
    (data,) = [w for w in words(window) if "EDTF" in w]
    assert story.state.position.when in data


def test_a_day_is_told_once(qtbot: QtBot) -> None:
    window = Stage().window()
    window.show_milestone("chang-e-6", "landing")
    assert sum("2 Jun 2024" in w and "achieved" not in w for w in words(window)) == 0


def test_a_date_its_launch_has_overtaken_is_marked(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    story = stage.desk.story("chang-e-7", "landing")
    assert story.state is not None
    launch = replace(
        story.state, milestone="launch", position=Position(Status.PLANNED, parse("2027")), since=date(2026, 11, 1)
    )
    window.inspector.show_story(replace(story, state=replace(story.state, overtaken_by=launch)))
    assert "no new date since its launch moved to 2027" in words(window)


def test_no_button_is_cut_however_many_there_are(qtbot: QtBot) -> None:
    """A reported change can be accepted: four buttons stand beside each other where three just fit."""
    stage = Stage()
    window = stage.window(width=1160, height=600)
    reported = next(v.change for v in stage.desk.changes() if v.change.standing is Standing.REPORTED)
    window.show_change(reported.id)
    stage.settle()
    names = ("notTrue", "accept", "openArticle", "copyCitation")
    buttons = [window.inspector.findChild(QPushButton, name) for name in names]
    for button in buttons:
        assert button.width() >= button.sizeHint().width(), button.text()
        assert button.geometry().right() <= button.parentWidget().width()
    assert len({button.y() for button in buttons}) == 2
