"""A start that failed, told to who sees no terminal: the sentence, and for a damaged database the way out of it."""

from __future__ import annotations

from copy import copy

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

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
    box, anew = box_for(error)
    box.exec()
    return anew is not None and box.clickedButton() is anew


def box_for(error: TrackerError) -> tuple[QMessageBox, QPushButton | None]:
    """What is said, and its button that starts anew, where that is a way out."""
    damaged = isinstance(error, StoreDamagedError)
    why = told(_without_advice(error) if damaged else error)  # the buttons are what can be done
    box = QMessageBox(
        QMessageBox.Icon.Critical, APP_NAME, translate("FailedStart", "{words}.").format(words=why.rstrip(".。"))
    )
    box.setTextFormat(Qt.TextFormat.PlainText)
    if not damaged:
        return box, None
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
    return box, anew


def _without_advice(error: TrackerError) -> TrackerError:
    plain = copy(error)
    plain.advice, plain.__cause__ = "", error.__cause__
    return plain
