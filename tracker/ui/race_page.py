"""The Race page: what comes next for each side, the last change, the timeline, the milestone trend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tracker.ui.around import Around
from tracker.ui.cards import Card, Column
from tracker.ui.desk import Desk
from tracker.ui.labels import Text
from tracker.ui.lead_line import LeadLine
from tracker.ui.legend import Legend
from tracker.ui.race_cards import LastCard, NextCard
from tracker.ui.time_axis import TimeAxis
from tracker.ui.timeline import Timeline
from tracker.ui.timeline_layout import extent
from tracker.ui.trend_chart import TrendChart
from tracker.views import Board

if TYPE_CHECKING:
    from tracker.ui.board_table import BoardTable

_WELL, _AT_LEAST = 36, 27
"""How wide a card is, in letters of the font, where it has room, and at least."""


class RacePage(QWidget):
    """`milestone_chosen` carries mission and milestone, `change_chosen` a change id."""

    milestone_chosen = Signal(str, str)
    change_chosen = Signal(str)
    told_of = Signal(str, str)
    """A sentence for the person and its tone."""

    def __init__(self, desk: Desk, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk, self._around = desk, around
        self._board: Board | None = None
        self.table: BoardTable | None = None  # built when it is first wanted
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        scrolled = Column((16, 14, 16, 14), 12)
        column.addWidget(scrolled)
        theme = around.theme
        self.nexts: list[NextCard] = []
        self._last = LastCard(around)
        self._last.chosen.connect(self.change_chosen)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._columns = 0
        scrolled.column.addLayout(self._grid)
        self.leads = LeadLine(around)
        scrolled.column.addWidget(self.leads)

        self._planned = TimeAxis(desk.world.on, desk.world.on)  # across in the timeline, upwards in the trend
        self.timeline = Timeline(around, self._planned)
        self._timeline_card = Card(theme)
        self.as_table = QPushButton(self.tr("Table"))
        self.as_table.setProperty("look", "quiet")
        self.as_table.setCheckable(True)
        self.as_table.setToolTip(self.tr("Show the timeline and the trend as a table"))
        self.as_table.setAccessibleName(self.tr("Show the charts as a table"))
        self.as_table.toggled.connect(self._show_table)
        self.show_all = QPushButton(self.tr("Show all"))
        self.show_all.setProperty("look", "quiet")
        self.show_all.setToolTip(self.tr("Both charts again as they were before zooming and moving (Home)"))
        self.show_all.hide()
        heading = self._heading(self.tr("Timeline"), Legend(around))
        heading.addWidget(self.show_all)
        heading.addWidget(self.as_table)
        self._timeline_card.column.addLayout(heading)
        self._timeline_card.column.addWidget(self.timeline)
        scrolled.column.addWidget(self._timeline_card)

        self.trend = TrendChart(around, desk.world.on, self._planned)
        self._trend_card = trend_card = Card(theme)
        note = Text(
            theme, self.tr("planned date by day of report: flat = on schedule, rising = slipping"), "small", "muted"
        )
        trend_card.column.addLayout(self._heading(self.tr("Milestone trend"), note))
        trend_card.column.addWidget(self.trend, 1)
        scrolled.column.addWidget(trend_card, 1)

        self.show_all.clicked.connect(self._show_all)
        for axis in (self._planned, self.trend.reported):
            axis.changed.connect(self._offer_all)
        self.timeline.chosen.connect(self.milestone_chosen)
        self.trend.chosen.connect(self.milestone_chosen)
        for chart in (self.timeline, self.trend):
            chart.told_of.connect(self.told_of)
        self._deal()

    def show_board(self, board: Board) -> None:
        """Draw a board, today's or an earlier day's."""
        if [card.side for card in self.nexts] != [side.id for side in self._desk.world.sides]:
            self._deal()
        by_side = {n.side: n for n in board.nexts}
        for card in self.nexts:
            card.show_next(by_side.get(card.side), self._desk)
        self._last.show_change(board.last_change, self._desk, board)
        self.leads.show_leads(board.leads, self._desk.missions)
        self._planned.reach(*extent(board.lanes, self._desk.world.on, board.today))
        self.timeline.show_board(board)
        self.trend.show_board(board)
        if self.table is not None:
            self.table.show_board(board)
        self._board = board

    def pick(self, mission: str, milestone: str) -> None:
        """Mark a milestone in both charts."""
        self.timeline.pick(mission, milestone)
        self.trend.pick(mission, milestone)

    def _offer_all(self) -> None:
        """The way back stands there while there is one to go."""
        moved = self._planned.moved or self.trend.reported.moved
        self.show_all.setVisible(moved and not self.as_table.isChecked())

    def _show_all(self) -> None:
        self.timeline.setFocus()  # the button goes
        self._planned.see_everything()
        self.trend.reported.see_everything()

    def _show_table(self, on: bool) -> None:
        """The charts' data as rows, built when first wanted."""
        if self.table is None:
            from tracker.ui.board_table import BoardTable

            self.table = BoardTable(self._around)
            self.table.setMinimumHeight(420)
            self.table.chosen.connect(self.milestone_chosen)
            self._timeline_card.column.addWidget(self.table)
            if self._board is not None:
                self.table.show_board(self._board)
        self.table.setVisible(on)
        self._offer_all()
        self.timeline.setVisible(not on)
        self._trend_card.setVisible(not on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _deal(self) -> None:
        """A card for each side; a mission of the person's own may bring another one."""
        for card in self.nexts:
            self._grid.removeWidget(card)
            card.deleteLater()
        self.nexts = [NextCard(self._around, side.id, side.nexts) for side in self._desk.world.sides]
        for card in self.nexts:
            card.chosen.connect(self.milestone_chosen)
        self._columns = 0
        self._arrange()

    def _arrange(self) -> None:
        cards: list[QWidget] = [*self.nexts, self._last]
        columns = _columns(len(cards), self.width() // self.fontMetrics().averageCharWidth())
        if columns == self._columns:
            return
        for number in range(max(columns, self._grid.columnCount())):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
        self._columns = columns
        for card in cards:
            self._grid.removeWidget(card)
        for number, card in enumerate(cards):
            last = number == len(cards) - 1
            width = columns - number % columns if last else 1
            self._grid.addWidget(card, number // columns, number % columns, 1, width)

    def _heading(self, title: str, note: QWidget) -> QHBoxLayout:
        note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Text(self._around.theme, title, "strong"))
        row.addWidget(note, 1)
        if isinstance(note, Text):
            note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return row


def _columns(cards: int, letters: int) -> int:
    """In how many columns cards stand in a room so many letters wide: in one row where they fit well, else in even rows."""
    most = cards if letters >= _WELL * cards else 3 if letters >= _AT_LEAST * 3 else 2
    rows = -(-cards // most)
    return -(-cards // rows)
