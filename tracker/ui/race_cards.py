"""The cards on top of the Race page: what comes next for a side, and the last change."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal

from tracker import wording
from tracker.model import Change
from tracker.ui import words
from tracker.ui.around import Around
from tracker.ui.cards import Card, line
from tracker.ui.desk import Desk
from tracker.ui.labels import Pill, Text
from tracker.ui.naming import in_language, milestone_name
from tracker.views import Board, Next


class NextCard(Card):
    """What comes next for one side."""

    chosen = Signal(str, str)

    def __init__(self, around: Around, side: str, names: Mapping[str, str]) -> None:
        super().__init__(around.theme, side=side, pressable=True)
        self.side, self._around = side, around
        self._key: tuple[str, str] | None = None
        self._head = in_language(names, around.language, side)
        theme = around.theme
        self._pill = Pill(theme)
        self._title = Text(theme, "", "display", wrap=True)
        self._when = Text(theme, "", "body", "text", wrap=True)
        self._count = Text(theme, "", "small", "muted", wrap=True)
        row = line(Text(theme, self._head, "small", "muted", wrap=True), self._pill)
        row.setStretch(0, 1)
        self.column.addLayout(row)
        self.column.addWidget(self._title)
        self.column.addWidget(self._when)
        self.column.addWidget(self._count)
        self.column.addStretch(1)
        self.pressed.connect(self._press)

    def show_next(self, value: Next | None, desk: Desk) -> None:
        """Show a side's next milestone, or that none is known."""
        language = self._around.language
        state = value.state if value else None
        if value is None or state is None:
            self._key = None
            self._title.setText(self.tr("Nothing planned"))
            self._when.setText(self.tr("no dated milestone"))
            self._count.setText("")
            self._pill.set("", "muted")
        else:
            self._key = state.key
            self._title.setText(milestone_name(desk.missions, state.mission, state.milestone, language))
            when = (wording.position(state.position, language), wording.overtaken(state, language))
            self._when.setText(" · ".join(filter(None, when)))
            self._count.setText(words.countdown(value, language))
            self._pill.set(wording.standing(state.standing, language), words.standing_tone(state.standing))
        parts = (self._head, self._title.text(), self._when.text(), self._count.text(), self._pill.text)
        self.setAccessibleName(", ".join(p for p in parts if p))

    def _press(self) -> None:
        if self._key is not None:
            self.chosen.emit(*self._key)


class LastCard(Card):
    """The last change."""

    chosen = Signal(str)

    def __init__(self, around: Around) -> None:
        super().__init__(around.theme, pressable=True)
        self._around = around
        self._change = ""
        theme = around.theme
        self._pill = Pill(theme)
        self._title = Text(theme, "", "title", wrap=True)
        self._move = Text(theme, "", "body", "text", wrap=True)
        self._sub = Text(theme, "", "small", "muted", wrap=True)
        self._head = self.tr("Last change")
        row = line(Text(theme, self._head, "small", "muted", wrap=True), self._pill)
        row.setStretch(0, 1)
        self.column.addLayout(row)
        for label in (self._title, self._move, self._sub):
            self.column.addWidget(label)
        self.column.addStretch(1)
        self.pressed.connect(self._press)

    def show_change(self, change: Change | None, desk: Desk, board: Board) -> None:
        """Show a change, or what will be shown here."""
        language = self._around.language
        if change is None:
            self._change = ""
            self._title.setText(self.tr("No change yet"))
            self._move.setText(self.tr("The next moved date appears here."))
            self._sub.setText("")
            self._pill.set("", "muted")
        else:
            self._change = change.id
            self._title.setText(milestone_name(desk.missions, change.mission, change.milestone, language))
            self._move.setText(wording.move(change, language))
            kind = words.slip(change.before, change.after, language) or wording.kind(change.kind, language)
            if kind in self._move.text():  # "on hold" is said already
                kind = ""
            parts = (wording.calendar_day(change.on, language), kind)
            self._sub.setText(" · ".join(p for p in parts if p))
            days = (board.day - change.on).days
            self._pill.set(words.days_ago(days), "muted")
        spoken = (self._head, self._title.text(), self._move.text(), self._sub.text())
        self.setAccessibleName(", ".join(p for p in spoken if p))

    def _press(self) -> None:
        if self._change:
            self.chosen.emit(self._change)
