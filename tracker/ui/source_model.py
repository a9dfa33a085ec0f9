"""The sources as a table: filtered, in groups with a heading each; one line a source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from tracker import wording
from tracker.model import Tier
from tracker.ui import source_words, words
from tracker.ui.around import Around
from tracker.views import SourceView
from tracker.webaddress import host

Index = QModelIndex | QPersistentModelIndex
TONE: Final = Qt.ItemDataRole.UserRole + 1
STATE: Final = 4
"""The column that says how a source is; where it is off, it is also the place to switch it on."""
GROUPINGS: Final = ("tier", "state", "none")
_STATES: Final = ("failing", "stale", "waiting", "fine", "off")


class SourceModel(QAbstractTableModel):
    """Name, tier, newest item, next check, state in words. A row is a view, or the text of a heading."""

    def __init__(self, around: Around, *, fixed: bool = False) -> None:
        super().__init__()
        self._around, self._fixed = around, fixed
        self._all: tuple[SourceView, ...] = ()
        self._now = around.now()
        self._filter, self._grouping = "", "tier"
        self._rows: list[SourceView | str] = []
        self._cells: list[list[str]] = []
        self._heads = (
            self.tr("Source"),
            self.tr("Tier"),
            self.tr("Newest item"),
            self.tr("Next check"),
            self.tr("State"),
        )

    # --- what is shown ----------------------------------------------------------------------------------------------

    @property
    def views(self) -> Sequence[SourceView]:
        """Every source, shown or filtered out."""
        return self._all

    def set_views(self, views: Sequence[SourceView], now: datetime) -> None:
        """Other sources, their times told from `now`."""
        self._all, self._now = tuple(views), now
        self._lay_out()

    def set_filter(self, text: str) -> None:
        """Only sources whose name, address, tier or state hold all these words."""
        self._filter = text
        self._lay_out()

    def set_grouping(self, grouping: str) -> None:
        """One of GROUPINGS."""
        self._grouping = grouping
        self._lay_out()

    def at(self, row: int) -> SourceView | None:
        """The source of a row, None for a heading."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, SourceView) else None

    def row_of(self, source: str) -> int:
        """The row of a source, -1 where it is not shown."""
        return next((n for n, v in enumerate(self._rows) if isinstance(v, SourceView) and v.source.id == source), -1)

    def headings(self) -> Iterator[int]:
        return (n for n, row in enumerate(self._rows) if isinstance(row, str))

    def can_switch_on(self, row: int) -> bool:
        view = self.at(row)
        return view is not None and not view.source.enabled and not self._fixed

    def _lay_out(self) -> None:
        rows = list(self._grouped())
        cells = [[row] if isinstance(row, str) else self._line(row) for row in rows]
        same = [_key(row) for row in rows] == [_key(row) for row in self._rows]
        if same and cells == self._cells and rows == self._rows:
            return
        if same:
            self._rows, self._cells = rows, cells
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._heads) - 1))
            return
        self.beginResetModel()
        self._rows, self._cells = rows, cells
        self.endResetModel()

    def _grouped(self) -> Iterator[SourceView | str]:
        wanted = self._filter.casefold().split()
        shown = [v for v in self._all if all(word in self._text(v) for word in wanted)]
        if self._grouping == "none":
            yield from shown
            return
        groups: dict[tuple[int, str], list[SourceView]] = {}
        for view in shown:
            groups.setdefault(self._group(view), []).append(view)
        for (_, heading), views in sorted(groups.items(), key=lambda pair: pair[0][0]):
            yield self.tr("{group} · {n}").format(group=heading, n=len(views))
            yield from views

    def _group(self, view: SourceView) -> tuple[int, str]:
        """Place and heading of a view's group."""
        if view.is_offered:
            return 99, self.tr("Offered, off")
        if source_words.is_paused(view):
            return 98, self.tr("Paused by you")
        if self._grouping == "tier":
            return list(Tier).index(view.source.tier), source_words.tier_group(view.source.tier)
        return _STATES.index(view.health), source_words.pill(view)

    def _text(self, view: SourceView) -> str:
        source = view.source
        parts = (source.name, source.speaker, host(source.url), wording.tier(source.tier, self._around.language),
                 source_words.state(view, self._now, self._around.language))  # fmt: skip
        return " ".join(parts).casefold()

    def _line(self, view: SourceView) -> list[str]:
        now, language = self._now, self._around.language
        due = "" if view.health == "off" else words.until(view.state.next_due_at, now)
        newest = words.ago(view.state.newest_item_at, now)
        state = source_words.state(view, now, language)
        if not view.source.enabled and not self._fixed:
            state = self.tr("Switch on") if view.is_offered else self.tr("Resume")
        return [view.source.name, wording.tier(view.source.tier, language), newest or "–", due or "–", state]

    # --- as Qt asks --------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._heads)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading takes neither focus nor click: the arrow keys go past it."""
        if self.at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.FontRole:
            return self._around.theme.font(0.92)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._rows[index.row()], index.column()
        if isinstance(row, str):
            return self._heading(row, column, role)
        cells = self._cells[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cells[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, index.row(), column)
        if role == Qt.ItemDataRole.FontRole:
            return self._font(index.row(), column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(index.row(), column, row)
        return words.HEALTH_TONES.get(row.health, "muted") if role == TONE else None

    def _heading(self, text: str, column: int, role: int) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return text if column == 0 else None
        if role == Qt.ItemDataRole.FontRole:
            return self._around.theme.font(0.88, QFont.Weight.DemiBold)
        return QColor(self._around.theme.roles.muted) if role == Qt.ItemDataRole.ForegroundRole else None

    def _spoken(self, view: SourceView, row: int, column: int) -> str:
        told = self._cells[row][column]
        if column == STATE and self.can_switch_on(row):
            told = f"{source_words.state(view, self._now, self._around.language)}. {told}"
        return f"{self._heads[column]}: {told}"

    def _font(self, row: int, column: int) -> QFont:
        if column == 0:
            return self._around.theme.font(1.0, QFont.Weight.DemiBold)
        font = QFont(self._around.theme.font(0.92))
        font.setUnderline(column == STATE and self.can_switch_on(row))
        return font

    def _colour(self, row: int, column: int, view: SourceView) -> QColor:
        roles = self._around.theme.roles
        if column == 0:
            return QColor(roles.text if view.health != "off" else roles.muted)
        if column == STATE and self.can_switch_on(row):
            return QColor(roles.accent)
        tone = words.HEALTH_TONES.get(view.health, "muted")
        return QColor(roles.tone(tone) if column == STATE and tone in ("warn", "bad") else roles.muted)


def _key(row: SourceView | str) -> str:
    return row if isinstance(row, str) else row.source.id
