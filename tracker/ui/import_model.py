"""The feeds of a list with a check box each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from tracker import wording
from tracker.ui.around import Around
from tracker.ui.labels import tip
from tracker.views import Listed
from tracker.webaddress import host

Index = QModelIndex | QPersistentModelIndex


class ImportModel(QAbstractTableModel):
    """Name with its box, host, what is known of it. `chosen` says that other feeds are wanted now."""

    chosen = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._feeds: tuple[Listed, ...] = ()
        self._wanted: set[int] = set()
        self._heads = (self.tr("Feed"), self.tr("Address"), self.tr("What is known of it"))

    def set_feeds(self, feeds: Sequence[Listed]) -> None:
        """Other feeds; the new ones are wanted."""
        self.beginResetModel()
        self._feeds = tuple(feeds)
        self._wanted = {n for n, feed in enumerate(feeds) if feed.state == "new"}
        self.endResetModel()
        self.chosen.emit()

    def wanted(self) -> list[Listed]:
        """The feeds whose box is checked, in the list's order."""
        return [feed for n, feed in enumerate(self._feeds) if n in self._wanted]

    def choose(self, *, new: bool) -> None:
        """All that are new, or none."""
        self._wanted = {n for n, feed in enumerate(self._feeds) if new and feed.state == "new"}
        if self._feeds:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._feeds) - 1, 0))
        self.chosen.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._feeds)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        possible = self._feeds[index.row()].state in ("new", "rejected")
        return plain | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 and possible else plain

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        feed, column = self._feeds[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return (feed.name, host(feed.url) or feed.url, self._known(feed))[column]
        if role == Qt.ItemDataRole.ToolTipRole and column == 2:
            return tip(self._known(feed))
        if (
            role == Qt.ItemDataRole.CheckStateRole
            and column == 0
            and self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable
        ):
            return Qt.CheckState.Checked if index.row() in self._wanted else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole and column == 0:
            return ", ".join((feed.name, feed.url, self._known(feed)))
        return self._colour(feed, column) if role == Qt.ItemDataRole.ForegroundRole else None

    def _colour(self, feed: Listed, column: int) -> QColor:
        roles = self._around.theme.roles
        if feed.state == "rejected" and column == 2:
            return QColor(roles.warn)
        return QColor(roles.text if column == 0 and feed.state == "new" else roles.muted)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A box was checked or cleared."""
        if role != Qt.ItemDataRole.CheckStateRole or not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._wanted.add(index.row())
        else:
            self._wanted.discard(index.row())
        self.dataChanged.emit(index, index, [role])
        self.chosen.emit()
        return True

    def _known(self, feed: Listed) -> str:
        if feed.state == "followed":
            return self.tr("in your list already: {name}").format(name=feed.why)
        if feed.state == "rejected":
            return self.tr("left out by us: {reason}").format(reason=feed.why)
        if feed.state == "not-web":
            return self.tr("no web address")
        tier = wording.tier(feed.tier, self._around.language)
        told = self.tr("new, {tier}").format(tier=tier)
        return self.tr("{told}, not encrypted").format(told=told) if feed.url.startswith("http://") else told
