"""How far the past of a source has been fetched, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from tracker import wording
from tracker.model import Trouble
from tracker.sources import troubles
from tracker.ui import words
from tracker.ui.trouble import told
from tracker.views import BackfillView

translate = QCoreApplication.translate


def past_words(past: BackfillView, language: str) -> str:
    """One sentence; empty where nobody has asked for it yet."""
    if past.state == "none":
        return ""
    pages = words.counted(past.pages, translate("SourcePast", "{n} page"), translate("SourcePast", "{n} pages"))
    oldest = wording.calendar_day(past.oldest, language) if past.oldest else ""
    reached = translate("SourcePast", "{pages}, back to {day}").format(pages=pages, day=oldest) if oldest else pages
    match past.state:
        case "waiting":
            return translate("SourcePast", "Its turn comes soon.")
        case "running":
            return translate("SourcePast", "Being fetched: {reached}; a page every few seconds.").format(
                reached=reached
            )
        case "done":
            return translate("SourcePast", "All fetched: {reached}.").format(reached=reached)
        case "cancelled":
            return translate("SourcePast", "Stopped: {reached}.").format(reached=reached)
    why = told(Trouble(past.trouble, troubles.words(past.trouble)), language)
    return translate("SourcePast", "Interrupted ({why}): {reached}.").format(why=why, reached=reached)
