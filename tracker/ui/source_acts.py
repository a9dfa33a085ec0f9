"""What can be done with a source, done beside the main thread, told in a sentence with Undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from tracker.ui.around import Around
from tracker.ui.desk import Desk
from tracker.views import SourceView


class SourceActs(QObject):
    """Acts are named by a word: check, pause, resume, mute, unmute, edit, remove, reset, past, stop-past, open.

    `done` carries a sentence and what takes it back; `said` and `troubled` a sentence; `moved` the id of the source to show;
    `check_asked` and `edit_asked` a source id.
    """

    done = Signal(str, object)
    said = Signal(str)
    troubled = Signal(str)
    moved = Signal(str)
    check_asked = Signal(str)
    edit_asked = Signal(str)

    def __init__(self, desk: Desk, around: Around, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._around = desk, around

    def possible(self, view: SourceView) -> dict[str, str]:
        """The acts that a source takes now, with their names, in the order of a menu."""
        acts: dict[str, str] = {}
        if view.source.enabled and view.health != "off":
            acts["check"] = self.tr("Check now")
        if not self._desk.source_desk.fixed:
            acts |= self._changing(view)
        past = view.backfill
        if past is not None and view.source.enabled and past.state != "done":
            acts |= (
                {"stop-past": self.tr("Stop fetching older news")}
                if past.is_open
                else {"past": self.tr("Fetch older news")}
            )
        return acts | {"open": self.tr("Open the site")}

    def _changing(self, view: SourceView) -> dict[str, str]:
        acts: dict[str, str] = {}
        if view.source.enabled:
            acts["pause"] = self.tr("Pause")
        else:
            acts["resume"] = self.tr("Switch on") if view.is_offered else self.tr("Resume")
        acts |= {"unmute": self.tr("Unmute")} if view.source.muted else {"mute": self.tr("Mute")}
        acts["edit"] = self.tr("Edit…")
        if view.shipped is None:
            acts["remove"] = self.tr("Remove")
        elif view.shipped != view.source:
            acts["reset"] = self.tr("As it was shipped")
        return acts

    def do(self, act: str, view: SourceView) -> None:
        """Do it, if the source takes it."""
        if act not in self.possible(view):
            return
        source, desk = view.source, self._desk.source_desk
        match act:
            case "check":
                self.check_asked.emit(source.id)
            case "edit":
                self.edit_asked.emit(source.id)
            case "open":
                self._around.open_link(source.url)
            case "past":
                self._desk.request_backfill(source.id)
                self.moved.emit(source.id)
            case "stop-past":
                self._desk.cancel_backfill(source.id)
                self.moved.emit(source.id)
            case "remove" | "reset":
                self.write(lambda: desk.drop(source.id), self._told(act, view), source.id)
            case _:
                field = "enabled" if act in ("pause", "resume") else "muted"
                fields = {field: act in ("resume", "mute")}
                self.write(lambda: desk.change(source.id, fields), self._told(act, view), source.id)

    def _told(self, act: str, view: SourceView) -> str:
        words = {
            "pause": self.tr("Paused: {name}. What it has given stays."),
            "resume": self.tr("Followed: {name}. It is asked now."),
            "mute": self.tr("Muted: {name}. It counts for nothing in telling you."),
            "unmute": self.tr("Unmuted: {name}"),
            "remove": self.tr("Removed: {name}. What it has given stays."),
            "reset": self.tr("As it was shipped: {name}"),
        }[act]
        return words.format(name=view.source.name)

    # --- writing -------------------------------------------------------------------------------------------------------

    def write(self, work: Callable[[], Any], words: str, source: str) -> None:
        """Write the user's file beside; then say so, with Undo, and show the source."""
        self._around.asking.ask(
            work, lambda written: self.written(written, words, source), self.troubled.emit, asker=self
        )

    def written(self, written: Any, words: str, source: str) -> None:
        """Something was written: show the source, say so, with Undo."""
        self.moved.emit(source)
        desk = self._desk.source_desk
        self.done.emit(words, lambda: desk.put_back(written))

    def export(self, path: Path) -> None:
        """Write all followed feeds as a list."""

        def told(number: int) -> None:
            self.said.emit(self.tr("Written: {n} feeds to {path}").format(n=number, path=path))

        self._around.asking.ask(lambda: self._desk.source_desk.write_list(path), told, self.troubled.emit, asker=self)
