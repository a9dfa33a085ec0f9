"""Another language, at once: every word of the open window is in it, and what was shown is still shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QRadioButton, QScrollArea
from pytestqt.qtbot import QtBot

from tests.sample_desk import NOW
from tests.ui_world import Stage
from tracker.desktop.tray_host import NOTIFIER
from tracker.errors import StoreError
from tracker.ui.language import Language
from tracker.ui.main_window import MainWindow
from tracker.ui.tray import Tray


@pytest.fixture
def speech(qapp: QApplication) -> Iterator[Language]:
    made = Language(qapp, "en")
    yield made
    made.change("en")


def visible_words(window: MainWindow) -> set[str]:
    parts = [w.text() for kind in (QLabel, QAbstractButton) for w in window.findChildren(kind) if w.isVisible()]
    parts += [a.text() for menu in window.findChildren(QMenu) for a in menu.actions()]
    return {p for p in parts if p.strip()}


def switch(stage: Stage, window: MainWindow, speech: Language, language: str) -> None:
    assert speech.change(language)
    window.speak(language)
    stage.settle()


def test_the_whole_window_changes_and_stays_where_it_was(qtbot: QtBot, speech: Language) -> None:
    stage = Stage()
    window = stage.window()
    window.show_milestone("artemis-3", "landing")
    window.open_page("settings")
    area = window.pages.settings.findChild(QScrollArea)
    area.verticalScrollBar().setValue(700)
    window.findChild(QRadioButton, "language-zh_CN").setFocus()
    stage.settle()
    before, size, bar = visible_words(window), window.size(), area.verticalScrollBar().value()
    switch(stage, window, speech, "zh_CN")
    assert window.page == "settings"
    assert window.size() == size
    assert window.inspector.key == ("artemis-3", "landing")
    new = window.pages.settings.findChild(QScrollArea)
    assert new is not area
    assert abs(new.verticalScrollBar().value() - bar) < 100
    assert window.focusWidget().objectName() == "language-zh_CN"
    same = {w for w in visible_words(window) & before if any(c.isalpha() and c.isascii() for c in w)}
    assert same <= {"Space Race Tracker", "English", "HTTP", "SOCKS5", "JSON…", stage.desk.notification_service()} | {
        w for w in same if "/" in w
    }
    switch(stage, window, speech, "en")
    assert visible_words(window) == before


def test_what_one_acts_on_works_after_it(qtbot: QtBot, speech: Language) -> None:
    stage = Stage()
    window = stage.window()
    for language in ("zh_CN", "en", "zh_CN"):
        switch(stage, window, speech, language)
    names = [a.objectName() for a in window.findChildren(QAction) if a.shortcut().toString() == "F5"]
    assert names == ["check"]
    window.open_page("settings")
    window.findChild(QRadioButton, "appearance-dark").click()
    assert [k.appearance for k in stage.kept] == ["dark"]  # heard once
    stage.bridge.troubled.emit(StoreError("the disk is full"))
    assert window.body.toast.text() == "磁盘已满"
    window.open_page("race")
    window.top.slider.setValue(window.top.slider.maximum() - 400)
    stage.settle()
    day = window.top.day
    switch(stage, window, speech, "en")
    assert window.top.day == day
    assert window.page == "race"


def test_undo_is_still_there(qtbot: QtBot, speech: Language) -> None:
    stage, undone = Stage(), []
    window = stage.window()
    window.undo_list.say("Done.", lambda: undone.append(1))
    switch(stage, window, speech, "zh_CN")
    assert window.body.toast.isVisible()
    window.body.toast.undo.click()
    assert undone == [1]
    switch(stage, window, speech, "en")
    assert window.undo_list.said is None


def test_the_tray_s_menu_changes_too(qtbot: QtBot, speech: Language) -> None:
    stage = Stage()
    tray = Tray(stage.desk, stage.bridge, stage.around, kind=lambda: NOTIFIER)
    tray.set_paused(NOW.replace(year=2027))
    speech.change("zh_CN")
    tray.speak("zh_CN")
    stage.settle()
    assert tray.action("check").text() == "立即检查"
    assert tray.action("resume").isVisible()
    assert "恢复" in tray.action("resume").text()
    assert [a.objectName() for a in tray.menu.actions() if a.objectName() == "quit"] == ["quit"]
    with qtbot.waitSignal(tray.quit_asked):
        tray.action("quit").trigger()
    tray.stop()


def test_the_same_language_is_no_change(speech: Language) -> None:
    assert not speech.change("en")
    assert speech.change("zh_CN")
    assert QCoreApplication.translate("Tray", "Quit") == "退出"
    assert speech.change("en")
    assert QCoreApplication.translate("Tray", "Quit") == "Quit"
