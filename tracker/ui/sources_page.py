"""The Sources page: every source and how it is, in words; the chosen one's details in the inspector's place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tracker import wording
from tracker.ui import words
from tracker.ui.around import Around
from tracker.ui.cards import Card, Column, Empty, clear, line
from tracker.ui.desk import Desk
from tracker.ui.labels import Pill, Text
from tracker.ui.link import Link
from tracker.ui.links import host
from tracker.views import SourceView

Index = QModelIndex | QPersistentModelIndex
_TONE = Qt.ItemDataRole.UserRole + 1


class SourcesPage(QWidget):
    """`chosen` carries a source id."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk, self._around = desk, around
        self.table = QTableView()
        self.model = SourceModel(around)
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Sources"))
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        self.table.setItemDelegateForColumn(0, NameDelegate(around, self.table))
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        for column in range(4):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.selectionModel().currentRowChanged.connect(self._moved)
        card = Card(around.theme)
        card.column.setContentsMargins(6, 6, 6, 6)
        card.column.addWidget(self.table)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 16)
        outer.addWidget(card)

    def reload(self) -> None:
        """Read the sources again; the chosen one stays chosen."""
        kept = self.current()
        self.model.set_views(self._desk.sources(), self._around.now())
        if kept:
            self.select(kept)

    def current(self) -> str:
        """The id of the current source, empty where there is none."""
        index = self.table.currentIndex()
        return self.model.views[index.row()].source.id if index.isValid() else ""

    def select(self, source: str) -> None:
        for number, view in enumerate(self.model.views):
            if view.source.id == source:
                self.table.setCurrentIndex(self.model.index(number, 0))

    def view(self, source: str) -> SourceView | None:
        return next((v for v in self.model.views if v.source.id == source), None)

    def _moved(self, now: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(self.model.views[now.row()].source.id)


class SourceModel(QAbstractTableModel):
    """Sources as rows: name, tier, newest item, next check, state in words."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._cells: list[list[str]] = []
        self.views: Sequence[SourceView] = ()
        self._heads = (
            self.tr("Source"),
            self.tr("Tier"),
            self.tr("Newest item"),
            self.tr("Next check"),
            self.tr("State"),
        )

    def set_views(self, views: Sequence[SourceView], now: datetime) -> None:
        """Other sources, their times told from `now`."""
        cells = [self._line(view, now) for view in views]
        if list(views) == list(self.views) and cells == self._cells:
            return
        self.beginResetModel()
        self.views = tuple(views)
        self._cells = cells
        self.endResetModel()

    def _line(self, view: SourceView, now: datetime) -> list[str]:
        due = "" if view.health == "off" else words.until(view.state.next_due_at, now)
        newest = words.ago(view.state.newest_item_at, now)
        tier = wording.tier(view.source.tier, self._around.language)
        return [view.source.name, tier, newest or "–", due or "–", words.health(view, now, self._around.language)]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.FontRole:
            return self._around.theme.font(0.92)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        view, cells = self.views[index.row()], self._cells[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._heads[index.column()]}: {cells[index.column()]}"
        if role == Qt.ItemDataRole.FontRole:
            bold = index.column() == 0
            weight = QFont.Weight.DemiBold if bold else QFont.Weight.Normal
            return self._around.theme.font(1.0 if bold else 0.92, weight)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(index.column(), view)
        return words.HEALTH_TONES.get(view.health, "muted") if role == _TONE else None

    def _colour(self, column: int, view: SourceView) -> QColor:
        roles = self._around.theme.roles
        if column == 0:
            return QColor(roles.text if view.health != "off" else roles.muted)
        tone = words.HEALTH_TONES.get(view.health, "muted")
        return QColor(roles.tone(tone) if column == 4 and tone in ("warn", "bad") else roles.muted)


class NameDelegate(QStyledItemDelegate):
    """A dot of health before the name. The State column says the same in words."""

    def __init__(self, around: Around, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = around

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = "      " + option.text

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._around.theme.roles.tone(index.data(_TONE))))
        rect = option.rect
        painter.drawEllipse(rect.left() + 11, rect.center().y() - 4, 9, 9)
        painter.restore()


class SourceInspector(QWidget):
    """A source in the inspector's place. `check_asked` carries its id, `closed` asks to be put away."""

    check_asked = Signal(str)
    closed = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Source"))
        self._around = around
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scrolled = Column((16, 14, 14, 16), 3)
        self._empty = Empty(
            around.theme, self.tr("No source chosen"), self.tr("Choose one to see how it is and what it has given.")
        )
        outer.addWidget(self._empty)
        outer.addWidget(self._scrolled)
        self._scrolled.hide()

    def show_source(self, view: SourceView) -> None:
        """Show how a source is, when it is asked, where it is, what it has given."""
        self._empty.hide()
        self._scrolled.show()
        theme, now, language = self._around.theme, self._around.now(), self._around.language
        column = self._scrolled.column
        clear(column)
        close = QPushButton("✕")
        close.setProperty("look", "quiet")
        close.setAccessibleName(self.tr("Close the inspector"))
        close.clicked.connect(self.closed)
        row = line(Text(theme, view.source.name, "title", wrap=True), close)
        row.setStretch(0, 1)
        row.setAlignment(close, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addSpacing(2)
        column.addLayout(line(Pill(theme, self._state(view), words.HEALTH_TONES.get(view.health, "muted")), None))
        if view.health in ("failing", "stale"):
            wrong = words.health(view, now, language)
            wrong = self.tr("{words}. ").format(words=wrong[:1].upper() + wrong[1:])
            kept = self.tr("Nothing is lost: the next good answer is read from where it stopped.")
            self._part(self.tr("What is wrong"), wrong + (kept if view.health == "failing" else ""))
        every = self.tr("every {n} min · one request at a time").format(n=view.source.interval_minutes)
        self._part(self.tr("Checks"), every)
        good = words.clock(view.state.last_success_at, now, language)
        self._part(self.tr("Last good answer"), good or self.tr("none yet"))
        if host(view.source.url):
            self._heading(self.tr("Address"))
            link = Link(theme, f"{host(view.source.url)} ↗")
            link.explain(self.tr("Opens {host} in your browser").format(host=host(view.source.url)))
            link.clicked.connect(lambda: self._around.open_link(view.source.url))
            column.addLayout(line(link, None))
        given = (words.items(view.items), words.claims(view.claims), words.changes(view.changes))
        self._part(self.tr("Has given"), " · ".join(given))
        column.addSpacing(12)
        check = QPushButton(self.tr("Check now"))
        check.setEnabled(view.health != "off")
        check.clicked.connect(lambda: self.check_asked.emit(view.source.id))
        column.addLayout(line(check, None))
        column.addStretch(1)

    def _state(self, view: SourceView) -> str:
        return {
            "fine": self.tr("Fine"),
            "waiting": self.tr("Not asked yet"),
            "stale": self.tr("Stale"),
            "failing": self.tr("Failing"),
        }.get(view.health, self.tr("Switched off"))

    def _heading(self, text: str) -> None:
        self._scrolled.column.addSpacing(10)
        self._scrolled.column.addWidget(Text(self._around.theme, text, "small", "muted"))

    def _part(self, heading: str, text: str) -> None:
        self._heading(heading)
        self._scrolled.column.addWidget(Text(self._around.theme, text, "body", wrap=True))
