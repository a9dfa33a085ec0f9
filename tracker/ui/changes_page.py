"""The Changes page: every move, newest first, unseen ones marked; a filter over words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from tracker import wording
from tracker.model import ChangeKind, Mission
from tracker.ui import words
from tracker.ui.around import Around
from tracker.ui.cards import Card, Empty, line
from tracker.ui.desk import Desk
from tracker.ui.rows import Row, RowList
from tracker.views import ChangeView


class ChangesPage(QWidget):
    """`chosen` carries a change id."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk, self._around = desk, around
        self._views: Sequence[ChangeView] = ()
        self._fresh: set[str] = set()  # stays marked while the page is open, though it counts as seen already
        theme = around.theme
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Filter: a mission, a milestone, an outlet, “slips”…"))
        self.search.setAccessibleName(self.tr("Filter the changes"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(self.tr("Kind of change"))
        self.kinds.setAccessibleDescription(self.tr("Kind of change"))
        self.kinds.addItem(self.tr("All kinds"), "")
        for kind in ChangeKind:
            self.kinds.addItem(wording.kind(kind, around.language), kind.value)
        self.kinds.currentIndexChanged.connect(self._filter)
        self.list = RowList(theme, self.tr("Changes"))
        self.list.chosen.connect(self.chosen)
        self._empty = Empty(theme, "", "")
        card = Card(theme)
        card.column.setContentsMargins(6, 6, 6, 6)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        card.column.addLayout(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(14)
        row = line(self.search, self.kinds)
        row.setStretch(0, 1)
        column.addLayout(row)
        column.addWidget(card, 1)

    def reload(self) -> None:
        """Read the changes again."""
        self._views = self._desk.changes()
        self._fresh |= {v.change.id for v in self._views if not v.seen}
        self._filter()

    def leave(self) -> None:
        """The person goes to another page: what was new is new no longer."""
        self._fresh.clear()

    def select(self, change: str) -> None:
        """Make a change current; a filter that hides it is taken away."""
        if not self.list.select(change):
            self.search.clear()
            self.kinds.setCurrentIndex(0)
            self.list.select(change)

    def _filter(self) -> None:
        missions = {m.id: m for m in self._desk.missions}
        wanted, kind = self.search.text().lower().split(), self.kinds.currentData()
        rows = [
            row(v, missions, self._around.language, unseen=v.change.id in self._fresh)
            for v in self._views
            if not kind or v.change.kind.value == kind
        ]
        self.list.set_rows([r for r in rows if all(w in f"{r.title} {r.sub} {r.pill}".lower() for w in wanted)])
        if not self._views:
            self._empty.say(
                self.tr("No change yet"),
                self.tr("When a source moves the date of a milestone, the old date, the new one and the words that "
                        "prove it appear here."),
            )  # fmt: skip
        else:
            self._empty.say(self.tr("No such change"), self.tr("No change matches this filter."))
        self._stack.setCurrentIndex(0 if self.list.rows() else 1)

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()


def row(view: ChangeView, missions: dict[str, Mission], language: str, *, unseen: bool) -> Row:
    """A change as a line of the list."""
    change = view.change
    mission = missions.get(change.mission)
    title = wording.headline(change, mission, language) if mission else change.mission
    outlet = words.outlet(view.proofs[0].outlet) if view.proofs else ""
    day = wording.calendar_day(change.on, language)
    slip = words.slip(change.before, change.after, language)
    sub = " · ".join(p for p in (wording.move(change, language, headed=True), slip, outlet, day) if p)
    standing = wording.standing(change.standing, language)
    return Row(
        key=change.id, title=title, sub=sub, side=mission.side if mission else "", unseen=unseen,
        pill=standing, tone=words.standing_tone(change.standing),
        spoken=", ".join(p for p in (title, sub, standing, words.translate("Words", "new") if unseen else "") if p),
    )  # fmt: skip
