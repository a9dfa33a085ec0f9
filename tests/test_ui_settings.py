"""The Settings page: every choice takes effect at once, and what takes long never keeps the window waiting."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QRadioButton, QTimeEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.sample_desk import NOW
from tests.ui_world import Stage
from tracker.errors import NotifyError, SettingsError, StoreError
from tracker.settings import Settings
from tracker.ui.care import Outcome, SecretsView, SecretView, StartView
from tracker.ui.main_window import MainWindow
from tracker.ui.secret_row import SecretRow
from tracker.ui.settings_data import DataCard
from tracker.ui.settings_network import ProxyCard
from tracker.ui.settings_texts import TextsCard


def opened(stage: Stage) -> MainWindow:
    window = stage.window()
    window.open_page("settings")
    stage.settle()
    return window


def press(window: QWidget, name: str) -> None:
    button = (
        window.findChild(QPushButton, name) or window.findChild(QCheckBox, name) or window.findChild(QRadioButton, name)
    )
    assert button is not None, name
    assert button.isEnabled(), name
    button.click()


def words(window: QWidget) -> str:
    from tracker.ui.labels import Text

    return "\n".join(t.text() for t in window.findChildren(Text) if t.isVisibleTo(window))


@pytest.mark.parametrize("width", [900, 1280, 1700])
def test_every_part_has_the_height_it_needs(qtbot: QtBot, width: int) -> None:
    stage = Stage()
    window = stage.window(width=width)
    window.open_page("settings")
    stage.settle()
    for part in window.pages.settings.findChildren(QWidget):
        if part.isVisible() and isinstance(part, (QCheckBox, QRadioButton, QPushButton, QLineEdit)):
            assert part.height() >= part.minimumSizeHint().height(), part.objectName()


# --- alerts ---------------------------------------------------------------------------------------------------------


def test_what_is_told(qtbot: QtBot) -> None:
    stage = Stage()
    stage.settings = Settings(hear_reports=True)
    window = opened(stage)
    assert window.pages.settings.alerts.group.checkedButton().objectName() == "alerts-reports"
    press(window, "alerts-none")
    assert stage.kept[-1] == Settings(notifications=False, hear_reports=True)
    press(window, "alerts-confirmed")
    assert stage.kept[-1] == Settings()


def test_kinds_and_the_digest(qtbot: QtBot) -> None:
    stage = Stage()
    window = opened(stage)
    press(window, "kind-firmed")
    press(window, "kind-new")
    assert set(stage.kept[-1].kinds_off) == {"firmed", "new"}
    press(window, "kind-firmed")
    assert stage.kept[-1].kinds_off == ("new",)
    most = window.findChild(QComboBox, "alertsPerPoll")
    most.setCurrentIndex(most.findData(10))
    assert stage.kept[-1].alerts_per_poll == 10


def test_a_number_chosen_in_the_file_is_shown(qtbot: QtBot) -> None:
    stage = Stage()
    stage.settings = Settings(alerts_per_poll=7, keep_text_years=9)
    window = opened(stage)
    assert window.findChild(QComboBox, "alertsPerPoll").currentData() == 7
    assert window.findChild(QRadioButton, "texts-9").isChecked()
    assert stage.kept == []


def test_a_click_into_the_hours_takes_them_whole(qtbot: QtBot) -> None:
    """So that what is typed next takes their place; Qt refuses a third digit between two."""
    stage = Stage()
    window = opened(stage)
    press(window, "quiet")
    begins = window.pages.settings.alerts.begins
    text = begins.lineEdit()
    qtbot.mouseClick(text, Qt.MouseButton.LeftButton, pos=text.cursorRect().center())
    text.setCursorPosition(1)
    qtbot.mouseRelease(text, Qt.MouseButton.LeftButton)
    stage.settle()
    assert text.selectedText() == "22"
    qtbot.keyClicks(begins, "1630")  # the field has the focus, not the text inside
    qtbot.keyClick(begins, Qt.Key.Key_Return)
    assert stage.kept[-1].quiet_from == time(16, 30)


def test_quiet_hours(qtbot: QtBot) -> None:
    stage = Stage()
    window = opened(stage)
    alerts = window.pages.settings.alerts
    assert not alerts.begins.isEnabled()
    text = alerts.begins.lineEdit()
    assert text.width() > text.fontMetrics().horizontalAdvance("22:00")  # a sheet without buttons leaves no room for it
    press(window, "quiet")
    assert (stage.kept[-1].quiet_from, stage.kept[-1].quiet_until) == (time(22), time(7))
    assert "until 07:00 the next morning" in words(window)
    assert "held back and told at the end as one digest" in words(window)
    alerts.begins.setTime(QTime(1, 30))
    assert stage.kept[-1].quiet_from == time(1, 30)
    assert "next morning" not in words(window)
    alerts.ends.setTime(QTime(1, 30))
    assert "there are no quiet hours" in words(window)
    press(window, "quiet")
    assert (stage.kept[-1].quiet_from, stage.kept[-1].quiet_until) == (None, None)
    press(window, "quiet")
    assert stage.kept[-1].quiet_from == time(1, 30)  # what was entered before


def test_a_pause_is_shown_and_ended_wherever_it_began(qtbot: QtBot) -> None:
    stage = Stage()
    window = opened(stage)
    press(window, "pause")
    assert stage.kept[-1].paused_until == NOW + timedelta(hours=1)
    assert "paused until" in words(window)
    press(window, "resume")
    assert stage.kept[-1].paused_until is None
    window.choices.take(replace(Settings(), paused_until=NOW + timedelta(minutes=5)))  # the tray's
    assert window.findChild(QPushButton, "resume").isVisible()


def test_a_test_notification_says_what_came_of_it(qtbot: QtBot) -> None:
    stage = Stage()
    window = opened(stage)
    press(window, "testNotification")
    assert not window.findChild(QPushButton, "testNotification").isEnabled()
    stage.settle()
    assert stage.care.asked == [("test", "This is a test", "This is how a change will be told.")]
    assert "Sent. Xfce Notify Daemon shows the notifications." in words(window)
    stage.care.trouble = NotifyError("no service answers")
    press(window, "testNotification")
    stage.settle()
    assert "Not shown: no service answers" in words(window)


def test_the_wheel_scrolls_the_page_and_changes_nothing(qtbot: QtBot) -> None:
    stage = Stage()
    window = opened(stage)
    box = window.findChild(QComboBox, "alertsPerPoll")
    wheel = QWheelEvent(QPointF(5, 5), QPointF(box.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, -240),
                        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    stage.app.sendEvent(box, wheel)
    assert box.currentData() == 3
    assert stage.kept == []


# --- looks ----------------------------------------------------------------------------------------------------------


def test_light_and_dark(qtbot: QtBot) -> None:
    stage = Stage()
    window = opened(stage)
    press(window, "appearance-dark")
    assert stage.theme.roles.dark
    assert stage.kept[-1] == Settings(appearance="dark")
    press(window, "appearance-light")
    assert not stage.theme.roles.dark


# --- start with the system ------------------------------------------------------------------------------------------


def test_the_switch_shows_what_the_desktop_s_file_says(qtbot: QtBot) -> None:
    stage = Stage()
    stage.care.start = StartView(on=False)
    window = opened(stage)
    on, hidden = window.findChild(QCheckBox, "autostart"), window.findChild(QCheckBox, "autostartHidden")
    assert (on.isChecked(), hidden.isEnabled()) == (False, False)
    press(window, "autostart")
    stage.settle()
    assert stage.care.asked[-1] == ("start", True, True)
    press(window, "autostartHidden")
    stage.settle()
    assert stage.care.asked[-1] == ("start", True, False)
    stage.care.start = StartView(on=False, barred=True)  # somebody pressed the desktop's own switch
    window.open_page("race")
    window.reload()
    window.open_page("settings")
    stage.settle()
    assert not on.isChecked()
    assert "Switched off in the desktop's own settings" in words(window)


@pytest.mark.parametrize("why", ["demo", "system"])
def test_where_it_cannot_be_offered_it_is_not(qtbot: QtBot, why: str) -> None:
    stage = Stage()
    stage.care.start = StartView(on=False, cannot=why)
    window = opened(stage)
    assert not window.findChild(QCheckBox, "autostart").isEnabled()
    assert stage.care.asked == []


# --- the way out ----------------------------------------------------------------------------------------------------


def proxy_card(window: MainWindow) -> ProxyCard:
    return next(c for c in window.pages.settings.cards if isinstance(c, ProxyCard))


def test_a_proxy_is_kept_when_it_is_whole(qtbot: QtBot) -> None:
    stage = Stage()
    window = opened(stage)
    card = proxy_card(window)
    press(window, "proxy-manual")
    assert stage.kept == []
    card.kind.setCurrentIndex(card.kind.findData("socks5"))
    for field, text in ((card.host, "proxy.example.org"), (card.port, "70000"), (card.user, "ann@home")):
        field.setText(text)
        field.editingFinished.emit()
    assert "no proxy that can be used" in words(window)
    assert [k.proxy for k in stage.kept] == ["socks5://proxy.example.org"]
    card.port.setText("1080")
    card.port.editingFinished.emit()
    assert stage.kept[-1].proxy == "socks5://ann%40home@proxy.example.org:1080"
    press(window, "proxy-none")
    assert stage.kept[-1].proxy == "none"


def test_a_kept_proxy_is_shown_and_tested(qtbot: QtBot) -> None:
    stage = Stage()
    stage.settings = Settings(proxy="http://ann%40home@[2001:db8::1]:3128")
    stage.care.outcome = Outcome(False, "The proxy refuses.")
    window = opened(stage)
    card = proxy_card(window)
    shown = (card.kind.currentData(), card.host.text(), card.port.text(), card.user.text())
    assert shown == ("http", "2001:db8::1", "3128", "ann@home")
    assert card.address() == stage.settings.proxy
    press(window, "testProxy")
    stage.settle()
    assert stage.care.asked == [("test proxy",)]
    assert "The proxy refuses." in words(window)
    assert stage.kept == []


def test_a_secret_is_handed_over_and_never_shown(qtbot: QtBot) -> None:
    stage = Stage()
    stage.care.secrets_view = SecretsView((SecretView("launch-library", "token"),))
    window = opened(stage)
    assert not window.findChild(QPushButton, "test-launch-library").isEnabled()
    field = window.findChild(QLineEdit, "secret-launch-library")
    assert field.echoMode() is QLineEdit.EchoMode.Password
    field.setText("  t0ken  ")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == ""
    stage.settle()
    assert ("put", "launch-library", "t0ken") in stage.care.asked
    assert stage.kept[-1].launch_library_token
    assert "kept in the keyring" in words(window)
    assert "t0ken" not in words(window)
    press(window, "test-launch-library")
    stage.settle()
    assert "The token works: 100 calls an hour" in words(window)
    press(window, "forget-launch-library")
    stage.settle()
    assert not stage.kept[-1].launch_library_token
    assert "not entered" in words(window)


def test_a_proxy_with_a_user_wants_a_password_at_once(qtbot: QtBot) -> None:
    stage = Stage()
    token = SecretView("launch-library", "token")
    stage.care.secrets_view = SecretsView((token,))
    window = opened(stage)
    assert window.findChild(QLineEdit, "secret-proxy") is None
    stage.care.secrets_view = SecretsView((token, SecretView("proxy", "proxy", "proxy.example.org")))
    card = proxy_card(window)
    press(window, "proxy-manual")
    card.host.setText("proxy.example.org")
    card.user.setText("ann")
    card.user.editingFinished.emit()
    stage.settle()
    assert window.findChild(QLineEdit, "secret-proxy").isVisible()


def test_the_keyboard_is_enough(qtbot: QtBot) -> None:
    stage = Stage()
    window = opened(stage)
    window.activateWindow()
    for name, key in (
        ("alerts-reports", Qt.Key.Key_Space),
        ("autostart", Qt.Key.Key_Space),
        ("quiet", Qt.Key.Key_Space),
    ):
        button = window.findChild(QCheckBox, name) or window.findChild(QRadioButton, name)
        button.setFocus()
        qtbot.keyClick(button, key)
        stage.settle()
    assert stage.kept[-1].hear_reports
    assert stage.care.asked == [("start", False, True)]
    edit = window.pages.settings.alerts.begins
    edit.setFocus()
    edit.setSelectedSection(QTimeEdit.Section.HourSection)
    qtbot.keyClicks(edit, "23")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert stage.kept[-1].quiet_from == time(23)


def test_without_a_keyring_it_is_said_where_it_stays(qtbot: QtBot) -> None:
    stage = Stage()
    stage.care.secrets_view = SecretsView((SecretView("launch-library", "token"),), "no-keyring")
    stage.care.keyring_takes = False
    window = opened(stage)
    assert "This system has no keyring. What you enter is then kept until the program ends" in words(window)
    window.findChild(QLineEdit, "secret-launch-library").setText("t0ken")
    press(window, "keep-launch-library")
    stage.settle()
    assert "No keyring took it" in words(window)
    assert "kept until the program ends" in words(window)


def test_at_the_start_it_is_asked_for_again(qtbot: QtBot) -> None:
    from tracker.ui import missing_secrets

    stage = Stage()
    window = stage.window()
    missing_secrets.look(window, stage.around.asking, stage.care.missing_secrets)
    stage.settle()
    assert not window.body.toast.isVisible()
    stage.care.missing = ("Launch Library 2",)
    missing_secrets.look(window, stage.around.asking, stage.care.missing_secrets)
    stage.settle()
    assert "Launch Library 2: enter it in Settings" in window.body.toast.text()


# --- data -----------------------------------------------------------------------------------------------------------


def data_card(window: MainWindow, path: Path) -> DataCard:
    card = next(c for c in window.pages.settings.cards if isinstance(c, DataCard))
    card.ask_save = lambda _title, name: path / name
    card.ask_open = lambda _title: path / "race.backup"
    return card


def test_where_the_data_is_and_what_was_odd(qtbot: QtBot) -> None:
    stage = Stage()
    stage.care.odd = ("settings.toml: no setting is called 'colour'",)
    window = opened(stage)
    assert "12,408 articles · 84.2 MB" in words(window)
    assert "Not understood and ignored: settings.toml: no setting is called 'colour'" in words(window)
    press(window, "openFolder")
    assert stage.care.asked == [("open",)]


def test_a_back_up_shows_how_far_it_is_and_can_be_stopped(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage()
    window = opened(stage)
    card = data_card(window, tmp_path)
    stage.care.while_working = lambda: stage.care.asked.append((card.progress.isVisible(), card.progress._errand.share))  # type: ignore[union-attr]
    press(window, "backUp")
    assert not card.back_up.isEnabled()
    stage.settle()
    assert stage.care.asked == [("back up", tmp_path / "space-race-2026-11-22.backup"), (True, 50)]
    assert "Backed up: 12408 articles" in words(window)
    assert card.back_up.isEnabled()
    assert not card.progress.isVisible()
    stage.care.while_working = card.progress.stop.click
    press(window, "backUp")
    stage.settle()
    assert "Stopped; nothing has changed." in words(window)


def test_what_goes_wrong_is_said_and_it_can_be_tried_again(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage()
    window = opened(stage)
    card = data_card(window, tmp_path)
    stage.care.trouble = StoreError("the disk is full", key="/mnt", advice="Free some space")
    press(window, "backUp")
    stage.settle()
    assert "/mnt: the disk is full. Free some space" in words(window)
    assert card.back_up.isEnabled()


def test_a_restore_is_undone_from_the_message(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage()
    window = opened(stage)
    data_card(window, tmp_path)
    press(window, "restore")
    stage.settle()
    assert stage.care.asked == [("restore", tmp_path / "race.backup"), ("move in",)]
    assert "It brought settings.toml along." in words(window)
    window.body.toast.undo.click()
    stage.settle()
    assert stage.care.asked[-2:] == [("undo restore",), ("move in",)]
    assert "Everything is as it was before the restore." in words(window)


def test_a_restore_that_cannot_be_used_can_be_taken_back(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage()
    window = opened(stage)
    data_card(window, tmp_path)
    stage.care.trouble = SettingsError(
        "appearance cannot be 'purple'", key="settings.toml", advice="Mend or delete the line"
    )
    stage.care.undoable = True
    press(window, "restore")
    stage.settle()
    assert "settings.toml: appearance cannot be 'purple'. Mend or delete the line" in words(window)
    stage.care.undoable = False
    press(window, "undoRestore")
    stage.settle()
    assert stage.care.asked[-2:] == [("undo restore",), ("move in",)]
    assert not window.findChild(QPushButton, "undoRestore").isVisible()


def test_exports(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage()
    window = opened(stage)
    data_card(window, tmp_path)
    press(window, "export-ics")
    stage.settle()
    press(window, "exportEveryChange")
    assert not window.findChild(QPushButton, "export-ics").isEnabled()
    press(window, "export-csv")
    stage.settle()
    assert stage.care.asked == [
        ("export", tmp_path / "milestones.ics", "ics", False),
        ("export", tmp_path / "history.csv", "csv", True),
    ]
    assert "Written: 41 rows" in words(window)
    assert not window.findChild(QPushButton, "export-datapackage").isEnabled()


# --- old texts ------------------------------------------------------------------------------------------------------


def texts_card(window: MainWindow) -> TextsCard:
    return next(c for c in window.pages.settings.cards if isinstance(c, TextsCard))


def test_nothing_goes_before_it_is_shown_and_pressed(qtbot: QtBot) -> None:
    stage = Stage()
    window = opened(stage)
    card = texts_card(window)
    press(window, "texts-2")
    stage.settle()
    assert stage.kept == []
    assert "1412 older articles would lose their text" in words(window)
    press(window, "keepTexts")
    stage.settle()
    assert window.findChild(QRadioButton, "texts-0").isChecked()
    press(window, "texts-1")
    stage.settle()
    assert card.forget.text() == "Remove 3020 texts"
    press(window, "forgetTexts")
    stage.settle()
    assert stage.kept[-1].keep_text_years == 1
    assert "Removing in the background: 3020 to go" in words(window)
    stage.care.old_texts[1] = 12
    card.reload()
    stage.settle()
    assert "12 to go" in words(window)
    press(window, "keepTexts")
    stage.settle()
    assert stage.kept[-1].keep_text_years == 0


def test_keeping_longer_needs_no_second_word(qtbot: QtBot) -> None:
    stage = Stage()
    stage.settings = Settings(keep_text_years=1)
    stage.care.old_texts = {}
    window = opened(stage)
    press(window, "texts-5")
    stage.settle()
    assert stage.kept[-1].keep_text_years == 5
    press(window, "texts-2")  # less, but nothing would go
    stage.settle()
    assert stage.kept[-1].keep_text_years == 2


def test_a_pressed_button_keeps_the_focus_through_its_work(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage()
    window = opened(stage)
    card = data_card(window, tmp_path)
    for name in ("backUp", "testNotification", "testProxy"):
        button = window.findChild(QPushButton, name)
        assert button is not None, name
        button.setFocus()
        button.click()
        stage.settle()
        assert window.focusWidget() is button, name
    card.back_up.setFocus()
    elsewhere = window.findChild(QPushButton, "openFolder")
    stage.care.while_working = elsewhere.setFocus
    card.back_up.click()
    stage.settle()
    assert window.focusWidget() is elsewhere  # the person has gone on


def test_after_keeping_or_deleting_a_secret_the_focus_is_in_its_field(qtbot: QtBot) -> None:
    stage = Stage()
    window = opened(stage)
    row = window.findChild(SecretRow)
    assert row is not None
    row.field.setText("secret")
    row.keep.setFocus()
    row.keep.click()
    stage.settle()
    assert window.focusWidget() is row.field
    row = window.findChild(SecretRow)
    row.forget.setFocus()
    row.forget.click()
    stage.settle()
    assert window.focusWidget() is window.findChild(SecretRow).field
