"""What the close button does where there is a tray: it says once that the program stays there, and offers to quit."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from tracker.ui.icons import app_icon
from tracker.ui.window_state import WindowState

translate = QCoreApplication.translate
_KEY = "told_of_tray"


def stay_in_tray(window: QWidget, state: WindowState) -> bool:
    """True: hide into the tray; False: the person would rather quit. Asked the first time only."""
    if state.told(_KEY):
        return True
    box, leave = tray_notice(window)
    box.exec()
    state.keep_told(_KEY)
    return box.clickedButton() is not leave


def tray_notice(window: QWidget) -> tuple[QMessageBox, QPushButton]:
    """What is said once, and its button that quits."""
    box = QMessageBox(window)
    box.setObjectName("stayInTray")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIconPixmap(app_icon().pixmap(48))
    box.setWindowTitle(translate("Closing", "Still watching"))
    box.setText(translate("Closing", "Space Race Tracker stays in the tray and keeps watching."))
    box.setInformativeText(translate("Closing", "A click on its icon opens the window again. This is said only once."))
    stay = box.addButton(translate("Closing", "Stay in the tray"), QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(translate("Closing", "Quit"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    return box, leave
