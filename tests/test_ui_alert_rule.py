"""What is told of one milestone, or of its whole mission: chosen beside it, said in words, taken back from the message."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.ui_world import Stage
from tracker import house
from tracker.alerts import Telling
from tracker.settings import Settings
from tracker.ui.labels import Text
from tracker.ui.link import Link
from tracker.ui.main_window import MainWindow


def at(stage: Stage, mission: str = "artemis-3", milestone: str = "landing") -> MainWindow:
    window = stage.window()
    window.show_milestone(mission, milestone)
    stage.settle()
    return window


def box(window: MainWindow, name: str = "alertRule") -> QComboBox:
    found: QComboBox = window.inspector.findChild(QComboBox, name)
    return found


def choose(combo: QComboBox, value: str) -> None:
    combo.setCurrentIndex(combo.findData(value))


def said(window: MainWindow) -> str:
    text: str = window.inspector.findChild(Text, "alertRuleWords").text()
    return text


def test_one_milestone_is_told_otherwise_and_back(qtbot: QtBot) -> None:
    stage = Stage()
    window = at(stage)
    assert box(window).currentText() == "As everywhere"
    assert said(window) == "You are told of confirmed changes, as everywhere."
    choose(box(window), "reports")
    assert stage.kept[-1] == Settings(tellings={"artemis-3/landing": "reports"})
    assert house.alert_rules(stage.kept[-1]).tellings == {"artemis-3/landing": Telling.REPORTS}
    assert said(window) == "You are told of confirmed changes and of single reports, as chosen for this milestone."
    assert window.body.toast.text() == "Alerts for Artemis III · landing: Also reports"
    window.body.toast.undo.click()
    assert stage.kept[-1] == Settings()
    assert box(window).currentText() == "As everywhere"


def test_the_whole_mission_is_one_step_up(qtbot: QtBot) -> None:
    stage = Stage()
    window = at(stage)
    assert box(window, "alertRuleMission") is None
    window.inspector.findChild(Link, "alertRuleWider").click()
    choose(box(window, "alertRuleMission"), "off")
    assert stage.kept[-1] == Settings(tellings={"artemis-3": "off"})
    assert said(window) == "You are not told of changes, as chosen for Artemis III."
    window.pick("artemis-3", "launch")
    stage.settle()
    assert box(window, "alertRuleMission").isVisible()
    choose(box(window), "confirmed")
    assert stage.kept[-1].tellings == {"artemis-3": "off", "artemis-3/launch": "confirmed"}


def test_what_was_muted_in_the_file_is_never_and_folded_in(qtbot: QtBot) -> None:
    stage = Stage()
    stage.settings = Settings(muted=("artemis-3/landing", "chang-e-8"), tellings={"artemis-3/landing": "reports"})
    window = at(stage)
    assert box(window).currentText() == "Never"
    choose(box(window), "")
    assert stage.kept[-1] == Settings(tellings={"chang-e-8": "off"})


def test_the_words_follow_what_is_chosen_elsewhere(qtbot: QtBot) -> None:
    stage = Stage()
    window = at(stage)
    window.choices.hear("reports")
    assert said(window) == "You are told of confirmed changes and of single reports, as everywhere."
    window.choices.hear("none")
    assert said(window) == "Notifications are off altogether (Settings)."
