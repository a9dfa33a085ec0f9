"""The Race page's charts as a table: the same data for a screen reader, for copying, for who likes rows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from tracker import wording
from tracker.edtf import roughly
from tracker.model import MilestoneState
from tracker.ui.around import Around
from tracker.ui.timeline_layout import lanes_in_order
from tracker.views import Board, Lane, TrendPoint

KEY = Qt.ItemDataRole.UserRole + 1
_MILESTONE, _NOW, _STANDING, _SINCE = range(4)


_BESIDE, _ABOVE = 22, 13  # what the style sheet and Qt keep free around a cell's text, in pixels


class BoardTable(QTableWidget):
    """`chosen` carries mission and milestone of the current row."""

    chosen = Signal(str, str)

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        heads = (
            self.tr("Milestone"), self.tr("Now"), self.tr("Standing"), self.tr("Since"), self.tr("Earlier dates"),
        )  # fmt: skip
        self.setColumnCount(len(heads))
        self.setHorizontalHeaderLabels(heads)
        self.setAccessibleName(self.tr("Timeline and trend as a table"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (_MILESTONE, _NOW):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setItemDelegate(_Wrapping(self))
        self.itemSelectionChanged.connect(self._moved)

    def show_board(self, board: Board) -> None:
        """Fill the rows from a board."""
        lines = [(lane, state) for lane in lanes_in_order(board.lanes) for state in lane.states]
        blocked = self.blockSignals(True)
        self.setRowCount(len(lines))
        for number, (lane, state) in enumerate(lines):
            for column, text in enumerate(self._cells(lane, state)):
                item = QTableWidgetItem(text)
                item.setData(KEY, state.key)
                self.setItem(number, column, item)
        self.blockSignals(blocked)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """The short columns take what they need; the milestone, where it stands and its earlier dates share the rest."""
        rest = self.viewport().width() - self.columnWidth(_STANDING) - self.columnWidth(_SINCE)
        first = min(self.sizeHintForColumn(_MILESTONE), round(rest * 0.38))
        self.setColumnWidth(_MILESTONE, first)
        self.setColumnWidth(_NOW, round((rest - first) * 0.58))

    def _cells(self, lane: Lane, state: MilestoneState) -> tuple[str, ...]:
        language = self._around.language
        ghosts = lane.ghosts.get(state.milestone, ())
        return (
            f"{lane.mission.name(language)} · {wording.milestone(state.milestone, language)}",
            " · ".join(filter(None, (wording.position(state.position, language), wording.overtaken(state, language)))),
            wording.standing(state.standing, language),
            wording.calendar_day(state.since, language),
            "\n".join(self._earlier(point) for point in ghosts),
        )

    def _earlier(self, point: TrendPoint) -> str:
        language = self._around.language
        if point.earliest is None and point.latest is None:
            when = wording.window(None, language)
        else:
            when = wording.window(roughly(point.earliest, point.latest), language)
        return self.tr("{when} (said {day})").format(when=when, day=wording.calendar_day(point.on, language))

    def _moved(self) -> None:
        items = self.selectedItems()
        if items:
            mission, milestone = items[0].data(KEY)
            self.chosen.emit(mission, milestone)


class _Wrapping(QStyledItemDelegate):
    """Qt breaks the lines of a cell as if the style sheet's padding were not there: rows would be a line too low."""

    def __init__(self, table: BoardTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        room = QRect(0, 0, max(1, self._table.columnWidth(index.column()) - _BESIDE), 10_000)
        text = option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data() or ""))
        return QSize(hint.width(), max(hint.height(), text.height() + _ABOVE))
