"""A list of two-line rows with a side's colour, an unseen mark and a pill: Changes and Articles are made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent, QShowEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tracker.ui.labels import draw_pill
from tracker.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1
_PAD_X, _PAD_Y, _GAP = 16, 11, 4


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list; `key` names what it stands for."""

    key: str
    title: str
    sub: str
    side: str = ""
    unseen: bool = False
    pill: str = ""
    tone: str = "muted"
    spoken: str = ""  # for a screen reader; empty: title and sub


A_TIME = 100
"""So many rows a list lays out at once (2 ms; five hundred would cost it a frame); more come when one scrolls to them."""


class RowModel(QAbstractListModel):
    """Rows as Qt asks for them: the first ones, more when their end is seen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self._known = A_TIME  # to the view; kept when the rows are others, so that it stays where it is scrolled

    def set_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def reach(self, number: int) -> None:
        """Let the view know of the rows up to this one."""
        known = min(len(self._rows), max(number + 1, self._known))
        if known > self._known:
            self.beginInsertRows(QModelIndex(), self._known, known - 1)
            self._known = known
            self.endInsertRows()

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._known < len(self._rows)

    def fetchMore(self, parent: Index) -> None:
        if not parent.isValid():
            self.reach(self._known + A_TIME - 1)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else min(self._known, len(self._rows))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken or ", ".join(part for part in (row.title, row.sub, row.pill) if part)
        return row if role == ROW else None


class RowDelegate(QStyledItemDelegate):
    """Draws a row: title (up to two lines), what is known beneath, a pill at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._measure()
        theme.changed.connect(self._measure)

    def _measure(self) -> None:
        title, sub = self._fonts()
        self._metrics = QFontMetrics(title), QFontMetrics(sub)
        self._pill_metrics = QFontMetrics(self._theme.font(0.86, QFont.Weight.DemiBold))

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 300
        title, sub = self._metrics
        room = self._room(row, width)
        height = title.lineSpacing() * _count(row.title, title, room) + _GAP
        height += sub.lineSpacing() * _count(row.sub, sub, room)
        return QSize(60, height + 2 * _PAD_Y)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        roles = self._theme.roles
        rect: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(roles.hover, 1.0 if chosen else 0.55))
            painter.drawRoundedRect(rect.adjusted(4, 1, -4, -2), 7, 7)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(roles.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(4, 1, -5, -3), 7, 7)
        painter.setPen(QColor(roles.line))
        if index.row() + 1 < index.model().rowCount():
            painter.drawLine(rect.left() + _PAD_X, rect.bottom(), rect.right() - _PAD_X, rect.bottom())
        self._words(painter, rect, row)
        painter.restore()

    def _words(self, painter: QPainter, rect: QRect, row: Row) -> None:
        roles = self._theme.roles
        title, sub = self._fonts()
        left, top = rect.left() + _PAD_X, rect.top() + _PAD_Y
        if row.side:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(roles.side(row.side)))
            painter.drawRoundedRect(rect.left() + 9, top + 1, 3, rect.height() - 2 * _PAD_Y - 2, 1.5, 1.5)
            left += 6
        lines = _lines(row.title, title, self._room(row, rect.width()), 2)
        painter.setFont(title)
        painter.setPen(QColor(roles.text))
        step = QFontMetrics(title).lineSpacing()
        for number, line in enumerate(lines):
            painter.drawText(left, top + number * step + QFontMetrics(title).ascent(), line)
        if row.unseen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(roles.accent))
            end = left + QFontMetrics(title).horizontalAdvance(lines[-1])
            painter.drawEllipse(end + 8, top + (len(lines) - 1) * step + step // 2 - 3, 7, 7)
        painter.setFont(sub)
        painter.setPen(QColor(roles.muted))
        room = self._room(row, rect.width())
        below, metrics = top + len(lines) * step + _GAP, QFontMetrics(sub)
        for number, line in enumerate(_lines(row.sub, sub, room, 2)):
            painter.drawText(left, below + number * metrics.lineSpacing() + metrics.ascent(), line)
        if row.pill:
            width, height = self._pill(row)
            where = (rect.right() - _PAD_X - width, rect.top() + (rect.height() - height) // 2, width, height)
            draw_pill(painter, self._theme, where, row.pill, row.tone)

    def _fonts(self) -> tuple[QFont, QFont]:
        return self._theme.font(1.0, QFont.Weight.DemiBold), self._theme.font(0.92)

    def _pill(self, row: Row) -> tuple[int, int]:
        metrics = self._pill_metrics
        return metrics.horizontalAdvance(row.pill) + 18, metrics.height() + 5

    def _room(self, row: Row, width: int) -> int:
        taken = 2 * _PAD_X + (6 if row.side else 0) + (18 if row.unseen else 0)
        return max(60, width - taken - (self._pill(row)[0] + 12 if row.pill else 0))


def _count(text: str, metrics: QFontMetrics, width: int) -> int:
    """How many lines a text takes: one where it fits, else two. Cheap, because it is asked for every row of a list."""
    return 1 if metrics.horizontalAdvance(text) <= width else 2


def _lines(text: str, font: QFont, width: int, most: int) -> list[str]:
    """The text broken into at most so many lines; the last one is elided."""
    text = text.replace("\n", " ")
    if QFontMetrics(font).horizontalAdvance(text) <= width:
        return [text]
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found: list[str] = []
    raw = text.encode("utf-16-le", "surrogatepass")
    while len(found) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start = line.textStart()
        end = len(raw) // 2 if len(found) == most - 1 else start + line.textLength()
        part = raw[2 * start : 2 * end].decode("utf-16-le", "replace").rstrip()
        found.append(QFontMetrics(font).elidedText(part, Qt.TextElideMode.ElideRight, width))
    layout.endLayout()
    return found or [""]


class RowList(QListView):
    """The list. `chosen` carries the key of the current row when the person moves to another."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._owed = theme, False
        self.setAccessibleName(name)
        self._model = RowModel()
        self.setModel(self._model)
        self.setItemDelegate(RowDelegate(theme, self))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._moved)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Other rows; the current one stays current where it still exists, without a `chosen`."""
        if tuple(rows) == self._model.rows:
            return
        kept = self.current()
        blocked = self.blockSignals(True)
        self._model.set_rows(rows)
        if kept:
            self.select(kept)
        self.blockSignals(blocked)

    def rows(self) -> tuple[Row, ...]:
        return self._model.rows

    def current(self) -> str:
        """The key of the current row, empty where there is none."""
        index = self.currentIndex()
        return self._model.rows[index.row()].key if index.isValid() else ""

    def select(self, key: str) -> bool:
        """Make the row with this key current; False where there is none."""
        for number, row in enumerate(self._model.rows):
            if row.key == key:
                self._model.reach(number)
                self.setCurrentIndex(self._model.index(number))
                return True
        return False

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """End is the end of all rows, not of those the view knows of so far."""
        if action is QAbstractItemView.CursorAction.MoveEnd and self._model.rows:
            self._model.reach(len(self._model.rows) - 1)
        return super().moveCursor(action, modifiers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A row's height hangs on the width: a scroll bar that comes or goes lays the rows out again."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def doItemsLayout(self) -> None:
        """Only where it is seen: another style or font has every list laid out several times over (500 rows, 10 ms each)."""
        self._owed = not self.isVisible()
        if not self._owed:
            super().doItemsLayout()

    def showEvent(self, event: QShowEvent) -> None:
        if self._owed:
            self.doItemsLayout()
        super().showEvent(event)

    def _moved(self, now: QModelIndex) -> None:
        if now.isValid() and not self.signalsBlocked():
            self.chosen.emit(self._model.rows[now.row()].key)
