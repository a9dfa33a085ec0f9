"""A window with its Sources page over a real home: what the tests of that page share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from tests.making import NOW
from tests.ui_world import Stage
from tracker import house
from tracker.front import Errands, Front
from tracker.model import Source
from tracker.store import Library
from tracker.ui.labels import Text
from tracker.ui.main_window import MainWindow
from tracker.ui.sources_page import SourcesPage


@dataclass
class Room:
    """A window over a home of the tests; `start` is where its slow work runs."""

    stage: Stage
    home: house.Home
    library: Library
    checks: list[str | None] = field(default_factory=list)
    front: Front = field(init=False)
    window: MainWindow = field(init=False)

    def __post_init__(self) -> None:
        errands = Errands(
            self.checks.append, lambda _: None, lambda: None, lambda: "", lambda: False, reread=self.reread
        )
        self.front = Front(self.home, self.library, errands, language="en")
        self.stage.desk = self.front  # type: ignore[assignment]
        self.home.paths.window.write_text("[General]\npage=sources\n", encoding="utf-8")  # no other page is built
        self.window = self.stage.window(state_path=self.home.paths.window)

    def reread(self) -> None:
        self.home = house.reread(self.home)
        self.front.move_to(self.home)

    def settle(self) -> None:
        self.stage.settle()

    @property
    def page(self) -> SourcesPage:
        return self.window.pages.sources

    def source(self, ident: str) -> Source | None:
        return next((s for s in self.home.sources if s.id == ident), None)

    def pick(self, ident: str) -> None:
        self.page.select(ident)
        self.settle()

    def press(self, name: str) -> None:
        """A button of the inspector."""
        button = self.window.pages.source_inspector.findChild(QPushButton, name)
        assert button is not None, name
        button.click()
        self.settle()

    def key(self, key: Qt.Key) -> None:
        self.page.table.setFocus()
        QTest.keyClick(self.page.table, key)
        self.settle()

    def undo(self) -> None:
        self.window.body.toast.undo.click()
        self.settle()

    @property
    def toast(self) -> str:
        return self.window.body.toast.text()


@contextmanager
def open_room(folder: Path) -> Iterator[Room]:
    """A room whose home lies in a folder."""
    home = house.home(folder, now=lambda: NOW)
    house.prepare(home)
    library = Library(home.paths.database)
    yield Room(Stage(), home, library)
    library.close()


def said(within: QWidget) -> list[str]:
    return [label.text() for label in within.findChildren(Text) if label.isVisibleTo(within)]


def cells(page: SourcesPage, column: int) -> list[str]:
    model = page.model
    return [str(model.index(row, column).data()) for row in range(model.rowCount()) if model.at(row)]
