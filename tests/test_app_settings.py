"""What is chosen in the window of the running app: holds at once for everybody in it, and is written down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

import tests.ui_world  # noqa: F401 - an application without a screen
from tests.making import item
from tracker import house, settings, takeout
from tracker.desktop import instance
from tracker.desktop.autostart_file import AutostartFile
from tracker.running import Desktop, Start
from tracker.settings import Settings
from tracker.store import Store, Visit
from tracker.ui.settings_data import DataCard

PATIENCE = 20_000  # milliseconds until a test gives up; nothing waits this long when all is well


class Running:
    """The app's parts over a home of its own, as the root connects them; no event loop of its own. `settled`: the first
    page was painted."""

    def __init__(self, application: QApplication, folder: Path, *, settled: bool = True) -> None:
        folder.mkdir(exist_ok=True)
        self.home = house.home(folder, now=lambda: datetime.now(UTC), sources=())
        only = instance.claim(folder, listen=False)
        assert only is not None
        self.stack = ExitStack()
        self.stack.callback(only.close)
        start = Start(self.home.paths, self.home.settings, lambda: self.home, self.home.now, tick_seconds=3600)
        self.desktop = Desktop(application, only, start, self.stack)
        self.window = self.desktop._window
        self.window.show()
        self.window.begin()
        if settled:
            self.window.opened.emit()  # as the first paint has it
        self.window.open_page("settings")

    def choose(self, name: str) -> None:
        button = self.window.findChild(QRadioButton, name)
        assert button is not None
        button.click()

    def stop(self) -> None:
        self.desktop._tray.stop()
        self.window.leave()
        self.desktop._workers.stop()
        QCoreApplication.processEvents()  # what the workers said last is heard while there is a library to answer
        self.desktop._language.change("en")
        self.window.deleteLater()
        self.stack.close()

    def written(self) -> Settings:
        return settings.load(self.home.paths.settings)[0]


@pytest.fixture
def running(qapp: QApplication, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    made = Running(qapp, tmp_path / "here")
    yield made
    made.stop()


def test_what_is_chosen_is_written_beside_the_window(running: Running, qtbot: QtBot) -> None:
    running.choose("alerts-reports")
    assert running.desktop._workers._home.settings.hear_reports
    qtbot.waitUntil(running.home.paths.settings.exists, timeout=PATIENCE)
    running.choose("appearance-dark")
    qtbot.waitUntil(lambda: running.written() == Settings(hear_reports=True, appearance="dark"), timeout=PATIENCE)


def test_a_choice_made_before_the_first_page_is_painted_holds_for_the_tray_too(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    running = Running(qapp, tmp_path / "here", settled=False)
    running.choose("appearance-dark")
    tray = running.desktop._tray
    running.choose("language-zh_CN")
    running.window.opened.emit()
    try:
        qtbot.waitUntil(lambda: tray.action("quit").text() == "退出", timeout=PATIENCE)
        assert running.desktop._tray is tray
        assert running.desktop._theme.roles.dark
        qtbot.waitUntil(running.home.paths.settings.exists, timeout=PATIENCE)
    finally:
        running.stop()


def test_the_language_changes_everywhere_at_once(running: Running, qtbot: QtBot) -> None:
    running.choose("language-zh_CN")
    qtbot.waitUntil(lambda: running.window.navigation.name("race") == "竞赛", timeout=PATIENCE)
    assert running.window.page == "settings"
    assert running.desktop._tray.action("quit").text() == "退出"
    assert running.desktop._front.story("artemis-3", "landing").mission.name("zh")
    assert house.language(running.desktop._home.settings) == "zh"
    running.choose("language-en")
    qtbot.waitUntil(lambda: running.window.navigation.name("race") == "Race", timeout=PATIENCE)


def test_the_tray_s_pause_is_seen_in_the_settings(running: Running, qtbot: QtBot) -> None:
    running.desktop._tray.action("pause-hour").trigger()
    assert running.desktop._workers._home.settings.paused_until
    resume = running.window.findChild(QPushButton, "resume")
    assert resume.isVisible()
    resume.click()
    assert running.desktop._tray.paused_until is None
    assert running.desktop._workers._home.settings.paused_until is None


def test_a_restore_is_seen_at_once_and_taken_back(running: Running, qtbot: QtBot, tmp_path: Path) -> None:
    there = house.home(tmp_path / "there", now=lambda: datetime.now(UTC), sources=())
    house.prepare(there)
    settings.save(Settings(appearance="dark", language="zh_CN"), there.paths.settings)
    with Store(there.paths.database) as store:
        store.record(Visit(there.now(), items=((item("theirs", title="Theirs alone"), 1, None),)))
    kept = tmp_path / "race.backup"
    takeout.back_up(there, kept)
    card = next(c for c in running.window.pages.settings.cards if isinstance(c, DataCard))
    card.ask_open = lambda _: kept
    card.restore.click()
    qtbot.waitUntil(lambda: running.window.navigation.name("race") == "竞赛", timeout=PATIENCE)
    assert running.desktop._theme.roles.dark
    assert running.window.choices.value == Settings(appearance="dark", language="zh_CN")
    assert [a.title for a in running.desktop._front.articles("Theirs")] == ["Theirs alone"]
    assert running.window.body.toast.text() == "Restored from race.backup."
    running.window.body.toast.undo.click()
    qtbot.waitUntil(lambda: running.window.choices.value == Settings(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: running.window.navigation.name("race") == "Race", timeout=PATIENCE)
    assert not running.desktop._front.articles("Theirs")
    assert QCoreApplication.translate("Tray", "Quit") == "Quit"


def test_after_the_start_the_autostart_file_follows_an_installation_that_moved(running: Running, qtbot: QtBot) -> None:
    listed = AutostartFile.of()
    listed.enable(("/opt/gone/space-race-tracker", "--hidden"))
    running.desktop._afterwards()
    qtbot.waitUntil(lambda: "/opt/gone" not in listed.path.read_text(encoding="utf-8"), timeout=PATIENCE)
    assert listed.state().command[-1] == "--hidden"


@pytest.mark.parametrize(
    ("environment", "language"),
    [({"LC_ALL": "zh_CN.UTF-8"}, "zh"), ({"LC_ALL": "", "LANG": "zh_CN.UTF-8"}, "zh"), ({"LC_ALL": "C.UTF-8"}, "en")],
)
def test_the_system_s_language_counts_though_its_locale_is_not_installed(
    environment: dict[str, str], language: str
) -> None:
    """The window goes by the name of the locale; notifications must not speak another language."""
    import os
    import subprocess
    import sys

    code = "from tracker import house, settings; print(house.language(settings.Settings(language='system')))"
    told = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"LANGUAGE": "", "LC_MESSAGES": ""} | environment,
        capture_output=True,
        check=True,
    )
    assert told.stdout.decode().strip() == language
