"""What is in a list of feeds (OPML), with what is new, known, left out or no web address; the chosen ones are added."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tracker.ui import source_words
from tracker.ui.around import Around
from tracker.ui.cards import Card, Empty, line
from tracker.ui.desk import Desk
from tracker.ui.import_model import ImportModel
from tracker.ui.labels import Text
from tracker.views import FeedList, NewSource


class ImportDialog(QDialog):
    """`added` carries how many, the id of the first, and what the desk needs to take it back."""

    added = Signal(int, str, object)

    def __init__(self, desk: Desk, around: Around, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._around = desk, around
        theme = around.theme
        self.setWindowTitle(self.tr("Import sources"))
        self.model = ImportModel(around)
        self.model.chosen.connect(self._judge)
        self.table = self._make_table()
        self.words = Text(theme, self.tr("Reading {name}…").format(name=path.name), "body", "muted", wrap=True)
        self._none = Empty(theme, "", "")
        self.fault = Text(theme, "", "body", "bad", wrap=True)
        self.fault.hide()
        self.all_new = QPushButton(self.tr("Choose all new"))
        self.all_new.setAutoDefault(False)
        self.all_new.clicked.connect(lambda: self.model.choose(new=True))
        self.none = QPushButton(self.tr("Choose none"))
        self.none.setAutoDefault(False)
        self.none.clicked.connect(lambda: self.model.choose(new=False))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        self.add = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.add.setProperty("look", "primary")
        buttons.accepted.connect(self._add)
        buttons.rejected.connect(self.reject)
        card = Card(theme)
        card.column.setContentsMargins(6, 6, 6, 6)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._none)
        card.column.addLayout(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(Text(theme, self.tr("Import sources"), "title"))
        column.addWidget(self.words)
        column.addWidget(card, 1)
        column.addLayout(line(self.all_new, self.none, None))
        column.addWidget(self.fault)
        column.addWidget(buttons)
        self.resize(760, 540)
        self._judge()
        around.asking.ask(lambda: desk.source_desk.read_list(path), self._show, self._failed, asker=self)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Feeds of the list"))
        table.setAccessibleDescription(self.tr("Space chooses a feed or leaves it out."))
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, 260)
        header.resizeSection(1, 200)
        header.setStretchLastSection(True)
        return table

    def _show(self, found: FeedList) -> None:
        if found.trouble or not found.feeds:
            self.words.hide()
            self._none.say(self.tr("Nothing to import"), self._why(found.trouble))
            self._stack.setCurrentIndex(1)
            self.all_new.setEnabled(False)
            self.none.setEnabled(False)
            return
        self.model.set_feeds(found.feeds)
        self.words.setText(self._counted(found))
        self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus()

    def _counted(self, found: FeedList) -> str:
        states = [feed.state for feed in found.feeds]
        parts = [self.tr("{n} new").format(n=states.count("new"))]
        for state, text in (
            ("followed", self.tr("{n} in your list already")),
            ("rejected", self.tr("{n} left out by us, with the reason")),
            ("not-web", self.tr("{n} with no web address")),
        ):
            if state in states:
                parts.append(text.format(n=states.count(state)))
        told = self.tr("{parts}.").format(parts=" · ".join(parts))
        if found.more:
            more = self.tr("The list names {n} more: only its first {most} feeds are shown.")
            return source_words.joined((told, more.format(n=found.more, most=len(found.feeds))), self._around.language)
        return told

    def _why(self, trouble: str) -> str:
        return {
            "": self.tr("The list names no feed."),
            "not-opml": self.tr(
                "This file is no list of feeds. Export an OPML file from the other program and choose that."
            ),
            "broken": self.tr("The list is damaged. Export it anew from the other program."),
            "too-large": self.tr("The file is larger than 5 MB: no list of feeds is."),
            "too-complex": self.tr("The file is built as no honest list is, and was not read."),
            "unreadable": self.tr("The file cannot be opened. Is it still there, and may you read it?"),
        }.get(trouble, self.tr("The file cannot be read."))

    @Slot()
    def _judge(self) -> None:
        number = len(self.model.wanted())
        self.add.setEnabled(number > 0)
        self.add.setText(self.tr("Add 1 source") if number == 1 else self.tr("Add {n} sources").format(n=number))

    @Slot()
    def _add(self) -> None:
        wanted = self.model.wanted()
        feeds = [NewSource(f.name, f.url, f.tier, language=f.language) for f in wanted]
        self.add.setEnabled(False)

        def kept(written: tuple[tuple[str, ...], Any]) -> None:
            self.added.emit(len(written[0]), written[0][0], written[1])
            self.accept()

        self._around.asking.ask(lambda: self._desk.source_desk.add(feeds), kept, self._failed, asker=self)

    def _failed(self, words: str) -> None:
        self.fault.setText(words)
        self.fault.show()
        self._judge()
