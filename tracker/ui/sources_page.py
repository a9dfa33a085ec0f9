"""The Sources page: every source and how it is, in words; adding, finding, importing; the chosen one in the inspector."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from tracker.ui import words
from tracker.ui.around import Around
from tracker.ui.cards import Card, Empty, line
from tracker.ui.desk import Desk
from tracker.ui.labels import Text
from tracker.ui.source_acts import SourceActs
from tracker.ui.source_model import GROUPINGS, SourceModel
from tracker.ui.source_table import SourceTable
from tracker.views import NewSource, SourceView

if TYPE_CHECKING:
    from tracker.ui.add_source_dialog import AddSourceDialog
    from tracker.ui.import_dialog import ImportDialog
    from tracker.ui.source_dialog import SourceDialog


class SourcesPage(QWidget):
    """`chosen` carries a source id; `changed` says that the sources are others now; the others as in SourceActs."""

    chosen = Signal(str)
    changed = Signal()
    done = Signal(str, object)
    said = Signal(str)
    troubled = Signal(str)
    check_asked = Signal(str)

    def __init__(self, desk: Desk, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk, self._around = desk, around
        fixed = desk.source_desk.fixed
        self.acts = SourceActs(desk, around, self)
        self.acts.done.connect(self.done)
        self.acts.said.connect(self.said)
        self.acts.troubled.connect(self.troubled)
        self.acts.check_asked.connect(self.check_asked)
        self.acts.edit_asked.connect(self.open_editor)
        self.acts.moved.connect(self._moved)
        self.model = SourceModel(around, fixed=fixed)
        self.table = SourceTable(around, self.model, self.acts.possible)
        self.table.chosen.connect(self.chosen)
        self.table.act_asked.connect(self.act)
        self._empty = Empty(around.theme, "", "")
        self._empty.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 16)
        outer.setSpacing(14)
        self._make_bar(outer, fixed=fixed)
        card = Card(around.theme)
        card.column.setContentsMargins(6, 8, 6, 6)
        self._make_finder(card.column)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        card.column.addLayout(self._stack, 1)
        outer.addWidget(card, 1)

    def _make_bar(self, outer: QVBoxLayout, *, fixed: bool) -> None:
        """The address to add and the lists in and out; where nothing can be changed, a sentence instead."""
        self.address = QLineEdit()
        self.address.setObjectName("newAddress")
        self.address.setMaxLength(2_000)
        self.address.setPlaceholderText(self.tr("Paste the address of a site or feed…"))
        self.address.setAccessibleName(self.tr("Address of a site or feed to add"))
        self.address.setMinimumWidth(120)
        self.address.returnPressed.connect(lambda: self.open_adder(self.address.text()))
        self.add = self._button("addSource", self.tr("Add source"), lambda: self.open_adder(self.address.text()))
        self.bring = self._button("importOpml", self.tr("Import OPML…"), self.import_list)
        self.give = self._button("exportOpml", self.tr("Export OPML…"), self.export_list)
        if fixed:
            told = self.tr("The demo plays its own sources; they cannot be changed.")
            outer.addWidget(Text(self._around.theme, told, "body", "muted", wrap=True))
            return
        row = line(self.address, self.add, self.bring, self.give, spacing=10)
        row.setStretch(0, 1)
        outer.addLayout(row)

    def _make_finder(self, column: QVBoxLayout) -> None:
        self.search = QLineEdit()
        self.search.setObjectName("findSource")
        self.search.setPlaceholderText(self.tr("Find a source"))
        self.search.setAccessibleName(self.tr("Find a source"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.grouping = QComboBox()
        self.grouping.setObjectName("groupSources")
        self.grouping.setAccessibleName(self.tr("Group the sources"))
        self.grouping.setAccessibleDescription(self.grouping.accessibleName())
        names = {"tier": self.tr("By tier"), "state": self.tr("By state"), "none": self.tr("Not grouped")}
        for grouping in GROUPINGS:
            self.grouping.addItem(names[grouping], grouping)
        self.grouping.currentIndexChanged.connect(self._group)
        row = line(self.search, self.grouping, spacing=10)
        row.setContentsMargins(6, 0, 6, 4)
        row.setStretch(0, 1)
        column.addLayout(row)

    def _button(self, name: str, text: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(lambda: slot())  # noqa: PLW0108  drops Qt's "checked"
        return button

    # --- what is shown -------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the sources again; the chosen one stays chosen."""
        kept = self.current()
        self.model.set_views(self._desk.sources(), self._around.now())
        self._show_rows()
        if kept and self.table.current() != kept:
            self.select(kept)

    def current(self) -> str:
        """The id of the current source, empty where there is none."""
        return self.table.current()

    def select(self, source: str) -> None:
        """Make a source current; one that the search hides comes out of it."""
        if not self.table.select(source) and self.view(source) is not None:
            self.search.clear()
            self.table.select(source)

    def view(self, source: str) -> SourceView | None:
        return next((v for v in self.model.views if v.source.id == source), None)

    def focus_search(self) -> None:
        """Put the cursor into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _find(self, text: str) -> None:
        kept = self.current()
        self.model.set_filter(text)
        self._show_rows()
        if kept:
            self.table.select(kept)

    def _group(self) -> None:
        kept = self.current()
        self.model.set_grouping(self.grouping.currentData())
        if kept:
            self.table.select(kept)

    def _show_rows(self) -> None:
        there = self.model.rowCount() > 0
        if not there and self.model.views:
            self._empty.say(self.tr("No source found"), self.tr("No name, address, tier or state holds these words."))
        elif not there:
            self._empty.say(
                self.tr("No sources"), self.tr("Paste the address of a site or feed above, or import a list.")
            )
        self._stack.setCurrentIndex(0 if there else 1)

    # --- what is done ---------------------------------------------------------------------------------------------------

    def act(self, act: str, source: str) -> None:
        """Do something with a source, by its word (source_acts.py)."""
        view = self.view(source)
        if view is not None:
            self.acts.do(act, view)

    def _moved(self, source: str) -> None:
        self.changed.emit()
        self.reload()
        if source:
            self.select(source)

    def open_adder(self, address: str = "") -> AddSourceDialog:
        """Open the dialog that adds a source; with an address it looks at once."""
        from tracker.ui.add_source_dialog import AddSourceDialog

        dialog = AddSourceDialog(self._desk, self._around, address.strip(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.added.connect(self._added)
        dialog.show_asked.connect(self.select)
        dialog.open()
        return dialog

    def _added(self, source: str, feed: NewSource, written: Any) -> None:
        self.address.clear()
        told = self.tr("Added: {name}. What it has already is read in silence.").format(name=feed.name)
        self.acts.written(written, told, source)

    def open_editor(self, source: str) -> SourceDialog | None:
        """Open the dialog that edits a source."""
        from tracker.ui.source_dialog import SourceDialog

        view = self.view(source)
        if view is None:
            return None
        dialog = SourceDialog(self._desk, self._around, view, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.kept.connect(lambda written, secret: self._kept(view, written, secret))
        dialog.act_asked.connect(lambda act: self.acts.do(act, view))
        dialog.open()
        return dialog

    def _kept(self, view: SourceView, written: Any, where: str) -> None:
        """Say so; who has a new secret is asked with it at once."""
        words = self.tr("Saved: {name}").format(name=view.source.name)
        if where == "memory":
            words = self.tr("Saved: {name}. No keyring took its secret, which is gone when the program ends.").format(
                name=view.source.name
            )
        if written is None:
            self.said.emit(words)
        else:
            self.acts.written(written, words, view.source.id)
        if where and view.source.enabled:
            self.check_asked.emit(view.source.id)

    # --- lists ----------------------------------------------------------------------------------------------------------

    def import_list(self) -> None:
        """Ask for an OPML file, then show what is in it."""
        kinds = ";;".join((self.tr("Lists of feeds (*.opml *.xml)"), self.tr("All files (*)")))
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Import sources"), "", kinds)
        if chosen:
            self.open_import(Path(chosen))

    def open_import(self, path: Path) -> ImportDialog:
        """Show what is in an OPML file, to choose from."""
        from tracker.ui.import_dialog import ImportDialog

        dialog = ImportDialog(self._desk, self._around, path, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.added.connect(self._imported)
        dialog.open()
        return dialog

    def _imported(self, number: int, source: str, written: Any) -> None:
        told = words.counted(
            number,
            self.tr("Added: 1 source. What it has already is read in silence."),
            self.tr("Added: {n} sources. What they have already is read in silence."),
        )
        self.acts.written(written, told, source)

    def export_list(self) -> None:
        """Ask where, then write all followed feeds as an OPML file."""
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export sources"), "space-race-sources.opml", self.tr("List of feeds (*.opml)")
        )
        if chosen:
            path = Path(chosen)
            self.acts.export(path if path.suffix else path.with_suffix(".opml"))
