"""The table of sources: keyboard and mouse become a source id and what is to be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tracker.ui.around import Around
from tracker.ui.source_model import STATE, TONE, SourceModel
from tracker.views import SourceView

Index = QModelIndex | QPersistentModelIndex

_MOST_MEASURED = 60
"""So many rows decide how wide a column is."""
_PADDING = 26
"""What the style sheet and the style keep free left and right of a cell's words, in pixels."""
_ABOVE_AND_BELOW = 19
"""The same above and below them."""
_DOT = 26
"""The room of the dot before a name, and a little more: the style measures differently from the font."""
_NAMES = 0.36
"""So much of the table's width the names take at most."""


class SourceTable(QTableView):
    """`chosen` carries a source id; `act_asked` an act (source_acts.py) and a source id."""

    chosen = Signal(str)
    act_asked = Signal(str, str)

    def __init__(self, around: Around, model: SourceModel, acts: Callable[[SourceView], dict[str, str]]) -> None:
        super().__init__()
        self._around, self._sources, self._acts = around, model, acts
        self.setModel(model)
        self.setAccessibleName(self.tr("Sources"))
        self.setAccessibleDescription(
            self.tr("Space pauses or switches on, Enter edits, Delete removes, the menu key shows more.")
        )
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setItemDelegateForColumn(0, NameDelegate(around, self))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setResizeContentsPrecision(_MOST_MEASURED)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        for column in range(1, STATE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(STATE, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(lambda column, *_: self._set_heights() if column in (0, STATE) else None)
        model.modelReset.connect(self._laid_out)
        model.dataChanged.connect(self._set_heights)
        around.theme.changed.connect(self._laid_out)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(lambda index: self._ask("edit", index))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self._laid_out()

    def current(self) -> str:
        """The id of the current source, empty where there is none."""
        view = self._sources.at(self.currentIndex().row())
        return view.source.id if view else ""

    def select(self, source: str) -> bool:
        """Make a source current; False where it is not shown."""
        row = self._sources.row_of(source)
        if row >= 0:
            self.setCurrentIndex(self._sources.index(row, 0))
        return row >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, Enter and Delete act on the current source."""
        view = self._sources.at(self.currentIndex().row())
        act = self._act_of(event.key(), view) if view is not None else ""
        if view is None or not act:
            super().keyPressEvent(event)
            return
        self.act_asked.emit(act, view.source.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        hand = self._is_switch(self.indexAt(event.position().toPoint()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def menu_of(self, view: SourceView) -> QMenu:
        """What can be done with a source."""
        menu = QMenu(self)
        menu.setAccessibleName(view.source.name)
        for act, text in self._acts(view).items():
            action = menu.addAction(text)
            action.setObjectName(act)
            action.triggered.connect(lambda _=False, a=act: self.act_asked.emit(a, view.source.id))
        return menu

    def _act_of(self, key: int, view: SourceView) -> str:
        wanted = {
            Qt.Key.Key_Space: ("resume", "pause"),
            Qt.Key.Key_Return: ("edit",),
            Qt.Key.Key_Enter: ("edit",),
            Qt.Key.Key_Delete: ("remove",),
        }.get(Qt.Key(key), ())
        possible = self._acts(view)
        return next((act for act in wanted if act in possible), "")

    def _is_switch(self, index: Index) -> bool:
        return index.isValid() and index.column() == STATE and self._sources.can_switch_on(index.row())

    def _clicked(self, index: QModelIndex) -> None:
        if self._is_switch(index):
            self._ask("resume", index)

    def _ask(self, act: str, index: QModelIndex) -> None:
        view = self._sources.at(index.row())
        if view is not None and act in self._acts(view):
            self.act_asked.emit(act, view.source.id)

    def _show_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if not index.isValid():  # the menu key
            index = self.currentIndex()
            place = self.visualRect(index).bottomLeft()
        view = self._sources.at(index.row())
        if view is not None:
            menu = self.menu_of(view)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(place))

    def _moved(self, now: QModelIndex) -> None:
        view = self._sources.at(now.row())
        if view is not None:
            self.chosen.emit(view.source.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_widths()

    def _laid_out(self) -> None:
        """A heading goes from side to side."""
        self.clearSpans()
        for row in self._sources.headings():
            self.setSpan(row, 0, 1, self._sources.columnCount())
        self._set_widths()
        self._set_heights()

    def _set_widths(self) -> None:
        """The names as wide as they are, but never so wide that no room is left for the state."""
        metrics = self._strong()
        names = [
            str(self._sources.index(row, 0).data()) for row in range(min(self._sources.rowCount(), _MOST_MEASURED))
        ]
        widest = max((metrics.horizontalAdvance(name) for name in names), default=0) + _PADDING + _DOT
        self.setColumnWidth(0, max(120, min(widest, round(self.viewport().width() * _NAMES))))

    def _set_heights(self) -> None:
        """Every row as high as its name and the words of its state ask for at their widths; the stock way measures every
        cell again for each row that changes, and keeps the window waiting."""
        plain, strong = QFontMetrics(self._around.theme.font(0.92)), self._strong()
        name_room, room = self.columnWidth(0) - _PADDING - _DOT, self.columnWidth(STATE) - _PADDING
        side = self.verticalHeader()
        for row in range(self._sources.rowCount()):
            height = plain.height() - 5
            if self._sources.at(row):
                named = _height(strong, str(self._sources.index(row, 0).data()), name_room)
                height = max(named, _height(plain, str(self._sources.index(row, STATE).data()), room))
            if side.sectionSize(row) != height + _ABOVE_AND_BELOW:
                side.resizeSection(row, height + _ABOVE_AND_BELOW)

    def _strong(self) -> QFontMetrics:
        return QFontMetrics(self._around.theme.font(1.0, QFont.Weight.DemiBold))


def _height(metrics: QFontMetrics, words: str, room: int) -> int:
    """How high words are in so much room; measured whole only where they do not fit into one line."""
    if metrics.horizontalAdvance(words) <= room:
        return metrics.height()
    return metrics.boundingRect(QRect(0, 0, max(room, 40), 2_000), Qt.TextFlag.TextWordWrap, words).height()


class NameDelegate(QStyledItemDelegate):
    """A dot of health before the name. The State column says the same in words."""

    def __init__(self, around: Around, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = around

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data(TONE) is not None:
            option.features |= (
                QStyleOptionViewItem.ViewItemFeature.HasDecoration
            )  # keeps the dot's room beside every line
            option.decorationSize = QSize(14, 9)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        tone = index.data(TONE)
        if tone is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._around.theme.roles.tone(tone)))
        rect = option.rect
        painter.drawEllipse(rect.left() + 11, rect.center().y() - 4, 9, 9)
        painter.restore()
