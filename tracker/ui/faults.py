"""What the floors below say in English, for the log and the command line too, in the window's language.

A sentence that is not in the list stays as it was written: better in another language than not at all.
"""

from __future__ import annotations

import errno
import re
from functools import cache
from typing import Final

from PySide6.QtCore import QCoreApplication

from tracker.desktop.spoken import QT_TRANSLATE_NOOP
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
    QT_TRANSLATE_NOOP("Faults", "macOS runs the program from a temporary place"),
    QT_TRANSLATE_NOOP("Faults", "Move it to Applications and start it from there"),
    QT_TRANSLATE_NOOP("Faults", "there is no session bus, so the desktop cannot be asked"),
    QT_TRANSLATE_NOOP("Faults", "this desktop has no portal that starts programs at login"),
    QT_TRANSLATE_NOOP("Faults", "the desktop's portal could not do it"),
    QT_TRANSLATE_NOOP("Faults", "the desktop's portal does not answer"),
    QT_TRANSLATE_NOOP("Faults", "Add the program to the desktop's own list of what starts"),
    QT_TRANSLATE_NOOP("Faults", "the desktop's question was not answered"),
    QT_TRANSLATE_NOOP("Faults", "Try again, and answer what the desktop asks"),
    QT_TRANSLATE_NOOP("Faults", "the desktop did not allow it"),
    QT_TRANSLATE_NOOP("Faults", "Allow the program to run in the background in the desktop's settings, then try again"),
    QT_TRANSLATE_NOOP("Faults", "the Windows registry cannot be read"),
    QT_TRANSLATE_NOOP("Faults", "the Windows registry cannot be written"),
    QT_TRANSLATE_NOOP("Faults", "the command is too long for Windows to start it at login"),
    QT_TRANSLATE_NOOP("Faults", "Install the program into a folder with a shorter path"),
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
    QT_TRANSLATE_NOOP("Faults", "no such mission"),
    QT_TRANSLATE_NOOP("Faults", "two missions with one id"),
    QT_TRANSLATE_NOOP("Faults", "a mission is needed"),
    QT_TRANSLATE_NOOP("Faults", "no such milestone"),
    QT_TRANSLATE_NOOP("Faults", "each milestone once, and one at least"),
    QT_TRANSLATE_NOOP("Faults", "a list of [mission, milestone] is needed"),
    QT_TRANSLATE_NOOP("Faults", "no such reference"),
    QT_TRANSLATE_NOOP("Faults", "not a milestone of this mission"),
    QT_TRANSLATE_NOOP("Faults", "a text is needed"),
    QT_TRANSLATE_NOOP("Faults", "an id is made of small letters, digits and hyphens"),
    QT_TRANSLATE_NOOP("Faults", "true or false is needed"),
    QT_TRANSLATE_NOOP("Faults", "a day is needed, as 2024-06-25"),
    QT_TRANSLATE_NOOP("Faults", "a text in one language at least is needed"),
    QT_TRANSLATE_NOOP("Faults", "a list of texts is needed"),
    QT_TRANSLATE_NOOP("Faults", "a table is needed"),
    QT_TRANSLATE_NOOP("Faults", "write it as [[{0}]]"),
    QT_TRANSLATE_NOOP("Faults", "a race needs milestones that exist"),
    QT_TRANSLATE_NOOP("Faults", "one of these is needed: {0}"),
    QT_TRANSLATE_NOOP("Faults", "the race {0} needs its {1}"),
    QT_TRANSLATE_NOOP("Faults", "write it as [[mission]]"),
    QT_TRANSLATE_NOOP("Faults", "{0}: no setting is called {1}"),
    QT_TRANSLATE_NOOP("Faults", "{0} cannot be used: {1}"),
    QT_TRANSLATE_NOOP("Faults", "{0} cannot be {1}"),
    QT_TRANSLATE_NOOP("Faults", "a proxy is written http://host:port or socks5://host:port"),
    QT_TRANSLATE_NOOP("Faults", "only http:// and socks5:// proxies can be used"),
    QT_TRANSLATE_NOOP("Faults", "a port is a number from 1 to 65535"),
    QT_TRANSLATE_NOOP("Faults", "its password belongs in the keyring, never in a file"),
    QT_TRANSLATE_NOOP("Faults", "is no file name"),
    QT_TRANSLATE_NOOP("Faults", "Choose another name."),
    QT_TRANSLATE_NOOP("Faults", "Create the folder {0} first, or choose another."),
    QT_TRANSLATE_NOOP("Faults", "no such source"),
    QT_TRANSLATE_NOOP("Faults", "There are: {0}"),
    QT_TRANSLATE_NOOP("Faults", "the demo's sources cannot be changed"),
    QT_TRANSLATE_NOOP("Faults", "no feed is followed"),
    QT_TRANSLATE_NOOP("Faults", "Switch one on, or add one, then export."),
    QT_TRANSLATE_NOOP("Faults", "an interval needs at least one end"),
    QT_TRANSLATE_NOOP("Faults", "the interval ends before it starts"),
    QT_TRANSLATE_NOOP("Faults", "not a date this program reads"),
    QT_TRANSLATE_NOOP("Faults", "a clock time is written 2024-06-25T14:07+08:00, with its zone"),
    QT_TRANSLATE_NOOP("Faults", "no such part of a year"),
    QT_TRANSLATE_NOOP("Faults", "the system did not take the notification"),
    QT_TRANSLATE_NOOP("Faults", "the system's notification service does not answer"),
    QT_TRANSLATE_NOOP("Faults", "the system refused the notification"),
    QT_TRANSLATE_NOOP("Faults", "the notification portal does not answer"),
    QT_TRANSLATE_NOOP("Faults", "the notification portal did not take it"),
    QT_TRANSLATE_NOOP("Faults", "process {0}"),
    QT_TRANSLATE_NOOP("Faults", "another process"),
    QT_TRANSLATE_NOOP("Faults", "{0} has this data folder open but does not answer"),
    QT_TRANSLATE_NOOP("Faults", "End it first"),
    QT_TRANSLATE_NOOP("Faults", "the data folder cannot be written"),
    QT_TRANSLATE_NOOP("Faults", "Check its permissions, or start with another (--data-dir)"),
    QT_TRANSLATE_NOOP("Faults", "the session bus was lost: {0}"),
    QT_TRANSLATE_NOOP("Faults", "the session bus is not connected"),
    QT_TRANSLATE_NOOP("Faults", "the session bus took no message: {0}"),
    QT_TRANSLATE_NOOP("Faults", "the session bus refused us"),
    QT_TRANSLATE_NOOP("Faults", "a path with a line break cannot be started by the desktop"),
    QT_TRANSLATE_NOOP("Faults", "a language pack that cannot be read"),
    QT_TRANSLATE_NOOP("Faults", "a file of launches with a fault"),
    QT_TRANSLATE_NOOP("Faults", "has been changed since"),
    QT_TRANSLATE_NOOP("Faults", "Nothing was taken back."),
    QT_TRANSLATE_NOOP("Faults", "no such layout"),
    QT_TRANSLATE_NOOP("Faults", "a file of page layouts with a fault"),
    QT_TRANSLATE_NOOP("Faults", "must be true or false"),
    QT_TRANSLATE_NOOP("Faults", "not a word of this file"),
    QT_TRANSLATE_NOOP("Faults", "must be a list of source ids"),
    QT_TRANSLATE_NOOP("Faults", "an id is small letters, digits and hyphens"),
    QT_TRANSLATE_NOOP("Faults", "not a word of a source"),
    QT_TRANSLATE_NOOP("Faults", "is missing"),
    QT_TRANSLATE_NOOP("Faults", "is missing: the name that goes with the password"),
    QT_TRANSLATE_NOOP("Faults", "is where the proxy's password lies; name another place"),
    QT_TRANSLATE_NOOP("Faults", "a password or token is only sent to an https address"),
    QT_TRANSLATE_NOOP("Faults", "must be a text in one line"),
    QT_TRANSLATE_NOOP("Faults", "{0}: must be an http or https address{1}"),
    QT_TRANSLATE_NOOP("Faults", "; a login belongs under auth and user, its password in the keyring"),
    QT_TRANSLATE_NOOP("Faults", "is malformed"),
    QT_TRANSLATE_NOOP("Faults", "is no web address (http, https)"),
    QT_TRANSLATE_NOOP("Faults", "carries a login"),
    QT_TRANSLATE_NOOP("Faults", "must not be empty"),
    QT_TRANSLATE_NOOP("Faults", "must be one of {0}"),
    QT_TRANSLATE_NOOP("Faults", "must be a language tag like en or zh"),
    QT_TRANSLATE_NOOP("Faults", "the same id twice"),
    QT_TRANSLATE_NOOP("Faults", "a user name has no colon; the password belongs in the keyring"),
    QT_TRANSLATE_NOOP("Faults", "is the name of a place in the keyring (small letters and hyphens), never the secret"),
    QT_TRANSLATE_NOOP("Faults", "must be one line of plain letters, at most 200"),
    QT_TRANSLATE_NOOP("Faults", "must be whole minutes from 1 to {0}"),
    QT_TRANSLATE_NOOP("Faults", 'must be a list of programme ids like ["artemis"]'),
    QT_TRANSLATE_NOOP("Faults", "must be a zone like Asia/Shanghai"),
    QT_TRANSLATE_NOOP("Faults", "the back-up is damaged: {0}"),
    QT_TRANSLATE_NOOP("Faults", "written by a later version of this program (schema {0}, this one knows {1})"),
    QT_TRANSLATE_NOOP("Faults", "the database holds a row that cannot be read"),
    QT_TRANSLATE_NOOP("Faults", "Restore a back-up or move it away"),
    QT_TRANSLATE_NOOP("Faults", "no copy can be kept before the database changes its form"),
    QT_TRANSLATE_NOOP("Faults", "Free some space or check the folder's permissions; the database is as it was"),
    QT_TRANSLATE_NOOP("Faults", "the demo's news are missing"),
    QT_TRANSLATE_NOOP("Faults", "Install the program again"),
    QT_TRANSLATE_NOOP("Faults", "two feeds with one id"),
    QT_TRANSLATE_NOOP("Faults", "a demo feed with a fault"),
    QT_TRANSLATE_NOOP("Faults", "Something went wrong inside the program; the log has the details."),
)
"""Every sentence that can be said otherwise; {0} stands for a part that is its own. tests/raised_sentences.py holds that
none is missing."""

_DETAILS: Final = {
    errno.ENOSPC: QT_TRANSLATE_NOOP("Faults", "no space is left"),
    errno.EACCES: QT_TRANSLATE_NOOP("Faults", "permission denied"),
    errno.EPERM: QT_TRANSLATE_NOOP("Faults", "permission denied"),
    errno.EROFS: QT_TRANSLATE_NOOP("Faults", "read-only file system"),
    errno.ENOENT: QT_TRANSLATE_NOOP("Faults", "no such file or folder"),
    errno.ENOTDIR: QT_TRANSLATE_NOOP("Faults", "not a folder"),
    errno.EISDIR: QT_TRANSLATE_NOOP("Faults", "a folder"),
    errno.EIO: QT_TRANSLATE_NOOP("Faults", "an error of the disk"),
    errno.EEXIST: QT_TRANSLATE_NOOP("Faults", "the file is there already"),
}
_LINE = re.compile(r"\bline (\d+),? col(?:umn)? (\d+)")

translate = QCoreApplication.translate


def sentence(text: str) -> str:
    """A sentence in the window's language, where it is known."""
    if text in SENTENCES:
        return translate("Faults", text)
    for known, pattern in _patterns():
        if found := pattern.fullmatch(text):
            return translate("Faults", known).format(*(sentence(part) for part in found.groups()))
    return text


def told(error: TrackerError) -> str:
    """What went wrong, at what, and what the person can do: as `str(error)`, in the window's language."""
    text = sentence(error.message)
    if error.key:
        text = translate("Faults", "{key}: {message}").format(key=error.key, message=text)
    if error.advice:
        text = translate("Faults", "{message}. {advice}").format(message=text, advice=sentence(error.advice))
    detail = _detail(error.__cause__)
    return translate("Faults", "{message} ({detail})").format(message=text, detail=detail) if detail else text


def _detail(cause: BaseException | None) -> str:
    """The words of what lies beneath (the system, a library). They are English: in another language only what can be said
    in it is said; the log has the rest."""
    if cause is None:
        return ""
    if isinstance(cause, TrackerError):
        return told(cause)
    words = str(cause)
    if translate("Faults", "en") == "en":  # the translation of this word names its language
        return words
    if isinstance(cause, UnicodeDecodeError):
        return translate("Faults", "the text is not UTF-8")
    if isinstance(cause, OSError) and cause.errno in _DETAILS:
        return translate("Faults", _DETAILS[cause.errno])
    if place := _LINE.search(words):
        return translate("Faults", "line {0}, column {1}").format(*place.groups())
    return ""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The sentences with parts of their own, as what finds them."""
    found = []
    for known in SENTENCES:
        if "{0}" in known:
            pieces = re.split(r"\{\d\}", known)
            found.append((known, re.compile("(.*?)".join(map(re.escape, pieces)), re.DOTALL)))
    return tuple(found)
