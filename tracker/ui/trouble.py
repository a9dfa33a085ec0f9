"""What is wrong with a source, in the window's language. Its codes are stable."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from tracker.model import Trouble
from tracker.sources import troubles

translate = QCoreApplication.translate


def told(trouble: Trouble, language: str) -> str:
    """The source's own words in English; in another language the words for its code."""
    if language == "en":
        return trouble.words
    return _by_code(trouble.code) or troubles.words(trouble.code, language)


def _by_code(code: str) -> str:
    return {
        "timeout": translate("Trouble", "no answer in time"),
        "refused": translate("Trouble", "the connection is refused"),
        "reset": translate("Trouble", "the connection broke"),
        "dns": translate("Trouble", "the name has no address"),
        "tls": translate("Trouble", "no safe connection"),
        "not-a-feed": translate("Trouble", "the answer is not a feed"),
        "broken": translate("Trouble", "the feed is damaged"),
        "too-large": translate("Trouble", "the answer is too large"),
        "too-complex": translate("Trouble", "the answer is too large"),
        "bad-address": translate("Trouble", "the address cannot be used"),
        "private-address": translate("Trouble", "the address lies in a private network"),
        "too-many-redirects": translate("Trouble", "the addresses point from one to the next"),
        "bad-encoding": translate("Trouble", "the answer cannot be unpacked"),
        "stopped": translate("Trouble", "the program was closing"),
    }.get(code, "")
