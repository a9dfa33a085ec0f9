"""A window is no larger than its screen has room for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tracker.ui.window_state import fit


def test_a_window_larger_than_the_screen_becomes_as_large_as_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    window.resize(room.width() + 500, room.height() + 500)
    fit(window)
    assert window.width() == room.width()
    assert window.height() < room.height(), "its title bar stands above it"


def test_a_window_that_has_room_or_fills_the_screen_stays(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    fit(window)
    assert (window.width(), window.height()) == (300, 200)
    window.resize(5000, 5000)
    window.setWindowState(Qt.WindowState.WindowMaximized)
    fit(window)
    assert window.width() == 5000
