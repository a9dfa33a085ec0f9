"""What the floors below say in English, for the log and the command line too, in the window's language.

A sentence that is not in the list stays as it was written: better in another language than not at all.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from tracker.errors import TrackerError

SENTENCES: Final = (
    QT_TRANSLATE_NOOP("Faults", "the database is busy"),
    QT_TRANSLATE_NOOP("Faults", "Another program holds it; try again in a moment"),
    QT_TRANSLATE_NOOP("Faults", "the disk is full"),
    QT_TRANSLATE_NOOP("Faults", "Free some space; nothing stored so far is lost"),
    QT_TRANSLATE_NOOP("Faults", "the database cannot be written"),
    QT_TRANSLATE_NOOP("Faults", "Check the permissions of the file and its folder"),
    QT_TRANSLATE_NOOP("Faults", "the database cannot be opened"),
    QT_TRANSLATE_NOOP("Faults", "Check that the folder exists and may be written"),
    QT_TRANSLATE_NOOP("Faults", "this file is not a database of this program"),
    QT_TRANSLATE_NOOP("Faults", "Move it away; a new one is then made"),
    QT_TRANSLATE_NOOP("Faults", "the database is damaged"),
    QT_TRANSLATE_NOOP("Faults", "Move it away or restore a back-up; a new one is then made"),
    QT_TRANSLATE_NOOP("Faults", "the disk gives errors"),
    QT_TRANSLATE_NOOP("Faults", "Check the disk; restore a back-up if need be"),
    QT_TRANSLATE_NOOP("Faults", "the folder cannot be made"),
    QT_TRANSLATE_NOOP("Faults", "Check its permissions"),
    QT_TRANSLATE_NOOP("Faults", "cannot be read"),
    QT_TRANSLATE_NOOP("Faults", "cannot be read, so it is not overwritten"),
    QT_TRANSLATE_NOOP("Faults", "cannot be written"),
    QT_TRANSLATE_NOOP("Faults", "Choose another place"),
    QT_TRANSLATE_NOOP("Faults", "Choose a folder you may write to."),
    QT_TRANSLATE_NOOP("Faults", "A part of the path is a file, not a folder."),
    QT_TRANSLATE_NOOP("Faults", "Is the disk full or read-only? Choose another place."),
    QT_TRANSLATE_NOOP("Faults", "is a folder"),
    QT_TRANSLATE_NOOP("Faults", "Give the name of a file."),
    QT_TRANSLATE_NOOP("Faults", "there is no such file"),
    QT_TRANSLATE_NOOP("Faults", "this is no back-up of this program"),
    QT_TRANSLATE_NOOP("Faults", "Use an earlier one"),
    QT_TRANSLATE_NOOP("Faults", "Update the program; the file is left as it is"),
    QT_TRANSLATE_NOOP("Faults", "there is no restore to take back"),
    QT_TRANSLATE_NOOP("Faults", "Mend or delete the file"),
    QT_TRANSLATE_NOOP("Faults", "Mend or delete the line"),
    QT_TRANSLATE_NOOP("Faults", "no file manager was found to open it"),
    QT_TRANSLATE_NOOP("Faults", "no source asks for this secret any more"),
    QT_TRANSLATE_NOOP("Faults", "the autostart file cannot be read"),
    QT_TRANSLATE_NOOP("Faults", "the autostart file cannot be written"),
    QT_TRANSLATE_NOOP("Faults", "the autostart file cannot be removed"),
    QT_TRANSLATE_NOOP("Faults", "the keyring does not answer; it may be locked"),
    QT_TRANSLATE_NOOP("Faults", "the keyring has not answered the last question yet"),
    QT_TRANSLATE_NOOP("Faults", "the keyring is locked or cannot be opened"),
    QT_TRANSLATE_NOOP("Faults", "the keyring refused"),
    QT_TRANSLATE_NOOP("Faults", "this system has no keyring to keep secrets in"),
    QT_TRANSLATE_NOOP("Faults", "Unlock it and try again"),
    QT_TRANSLATE_NOOP("Faults", "notifications are not ready yet"),
    QT_TRANSLATE_NOOP("Faults", "Try again in a moment"),
    QT_TRANSLATE_NOOP("Faults", "no notification service took it"),
    QT_TRANSLATE_NOOP("Faults", "the notification service does not answer"),
    QT_TRANSLATE_NOOP(
        "Faults", "There is no session bus, so no notification can be shown; changes stand in the window."
    ),
)
"""Every sentence that can be said otherwise. A test holds that the floors below still write them so."""

translate = QCoreApplication.translate


def sentence(text: str) -> str:
    """A sentence in the window's language, where it is known."""
    return translate("Faults", text) if text in SENTENCES else text


def told(error: TrackerError) -> str:
    """What went wrong, at what, and what the person can do: as `str(error)`, in the window's language."""
    text = sentence(error.message)
    if error.key:
        text = translate("Faults", "{key}: {message}").format(key=error.key, message=text)
    if error.advice:
        text = translate("Faults", "{message}. {advice}").format(message=text, advice=sentence(error.advice))
    return f"{text} ({error.__cause__})" if error.__cause__ else text
