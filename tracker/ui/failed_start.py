"""A start that failed, told to who sees no terminal: the sentence, and for a damaged database the way out of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from tracker.errors import StoreDamagedError, TrackerError
from tracker.ui import language
from tracker.ui.faults import told
from tracker.ui.icons import app_icon
from tracker.ui.identity import APP_NAME

translate = QCoreApplication.translate


def ask(application: QApplication, error: TrackerError, choice: str) -> bool:
    """Show why, in the language that is chosen. True where the person wants the damaged database set aside and a new one."""
    language.install(application, language.wanted(choice))  # it may have failed before anybody spoke
    application.setApplicationDisplayName(APP_NAME)
    application.setWindowIcon(app_icon())
    box = QMessageBox(QMessageBox.Icon.Critical, APP_NAME, told(error))
    box.setTextFormat(Qt.TextFormat.PlainText)
    if not isinstance(error, StoreDamagedError):
        box.exec()
        return False
    box.setInformativeText(
        translate(
            "FailedStart",
            "A new start keeps the damaged file beside the new one. A back-up is restored under Settings › Your data.",
        )
    )
    anew = box.addButton(translate("FailedStart", "Start anew"), QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(translate("FailedStart", "Quit"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(leave)
    box.setEscapeButton(leave)
    box.exec()
    return box.clickedButton() is anew
