"""The Race page: what comes next for each side, the last change, the timeline, the milestone trend."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tracker import wording
from tracker.model import Change
from tracker.ui import words
from tracker.ui.around import Around
from tracker.ui.cards import Card, Column, line
from tracker.ui.desk import Desk
from tracker.ui.labels import Pill, Text
from tracker.ui.legend import Legend
from tracker.ui.timeline import Timeline
from tracker.ui.trend_chart import TrendChart
from tracker.views import Board, Next


class RacePage(QWidget):
    """`milestone_chosen` carries mission and milestone, `change_chosen` a change id."""

    milestone_chosen = Signal(str, str)
    change_chosen = Signal(str)

    def __init__(self, desk: Desk, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk, self._around = desk, around
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        scrolled = Column((16, 16, 16, 14), 14)
        column.addWidget(scrolled)
        theme = around.theme
        self._nexts = [NextCard(around, side.id, side.nexts) for side in desk.world.sides]
        self._last = LastCard(around)
        self._grid = QGridLayout()
        self._grid.setSpacing(14)
        self._columns = 0
        scrolled.column.addLayout(self._grid)

        self.timeline = Timeline(around, desk.world.on)
        self._timeline_card = Card(theme)
        self._timeline_card.column.addLayout(self._heading(self.tr("Timeline"), Legend(around)))
        self._timeline_card.column.addWidget(self.timeline)
        scrolled.column.addWidget(self._timeline_card)

        self.trend = TrendChart(around, desk.world.on, desk.missions)
        trend_card = Card(theme)
        note = Text(
            theme, self.tr("planned date by day of report: flat = on schedule, rising = slipping"), "small", "muted"
        )
        trend_card.column.addLayout(self._heading(self.tr("Milestone trend"), note))
        trend_card.column.addWidget(self.trend, 1)
        scrolled.column.addWidget(trend_card, 1)

        self.timeline.chosen.connect(self.milestone_chosen)
        self.trend.chosen.connect(self.milestone_chosen)
        for card in self._nexts:
            card.chosen.connect(self.milestone_chosen)
        self._last.chosen.connect(self.change_chosen)
        self._arrange(3)

    def show_board(self, board: Board) -> None:
        """Draw a board, today's or an earlier day's."""
        by_side = {n.side: n for n in board.nexts}
        for card in self._nexts:
            card.show_next(by_side.get(card.side), self._desk)
        self._last.show_change(board.last_change, self._desk, board)
        self.timeline.show_board(board)
        self.trend.show_board(board)

    def pick(self, mission: str, milestone: str) -> None:
        """Mark a milestone in both charts."""
        self.timeline.pick(mission, milestone)
        self.trend.pick(mission, milestone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(3 if self.width() >= 600 else 2)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        cards: list[QWidget] = [*self._nexts, self._last]
        for card in cards:
            self._grid.removeWidget(card)
        for number, card in enumerate(cards):
            last = number == len(cards) - 1
            width = columns - number % columns if last else 1
            self._grid.addWidget(card, number // columns, number % columns, 1, width)
        for number in range(3):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)

    def _heading(self, title: str, note: QWidget) -> QHBoxLayout:
        note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Text(self._around.theme, title, "strong"))
        row.addWidget(note, 1)
        if isinstance(note, Text):
            note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return row


class NextCard(Card):
    """What comes next for one side."""

    chosen = Signal(str, str)

    def __init__(self, around: Around, side: str, names: object) -> None:
        super().__init__(around.theme, side=side, pressable=True)
        self.side, self._around = side, around
        self._key: tuple[str, str] | None = None
        titles = dict(names)  # type: ignore[call-overload]
        self._head = titles.get(around.language.split("_")[0]) or titles.get("en", side)
        theme = around.theme
        self._pill = Pill(theme)
        self._title = Text(theme, "", "display", wrap=True)
        self._when = Text(theme, "", "body", "text", wrap=True)
        self._count = Text(theme, "", "small", "muted", wrap=True)
        self.column.addLayout(line(Text(theme, self._head, "small", "muted"), None, self._pill))
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
            mission = next((m.name(language) for m in desk.missions if m.id == state.mission), state.mission)
            joint = "" if language.startswith("zh") else " "
            self._title.setText(f"{mission}{joint}{wording.milestone(state.milestone, language)}")
            self._when.setText(wording.position(state.position, language))
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
        self.column.addLayout(line(Text(theme, self._head, "small", "muted"), None, self._pill))
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
            mission = next((m for m in desk.missions if m.id == change.mission), None)
            joint = "" if language.startswith("zh") else " "
            name = mission.name(language) if mission else change.mission
            self._title.setText(f"{name}{joint}{wording.milestone(change.milestone, language)}")
            self._move.setText(wording.move(change, language))
            parts = (wording.kind(change.kind, language), words.slip(change.before, change.after, language))
            self._sub.setText(" · ".join(p for p in parts if p))
            days = (board.day - change.on).days
            self._pill.set(words.days_ago(days), "muted")
        spoken = (self._head, self._title.text(), self._move.text(), self._sub.text())
        self.setAccessibleName(", ".join(p for p in spoken if p))

    def _press(self) -> None:
        if self._change:
            self.chosen.emit(self._change)
