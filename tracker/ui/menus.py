"""The menus and their shortcuts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QMenuBar

from tracker import __version__
from tracker.ui.icons import app_icon
from tracker.ui.identity import APP_NAME
from tracker.ui.navigation import PAGES

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow
    from tracker.ui.sources_page import SourcesPage

_ENDINGS: Final = (".csv", ".json", ".ics")


class Menus(QObject):
    """Made once for a window; `ask_path` may be replaced where no dialog is wanted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.ask_path: Callable[[str], Path | None] = self._ask_path
        bar = QMenuBar()
        bar.setAccessibleName(self.tr("Menu bar"))
        file = bar.addMenu(self.tr("&File"))
        self._add(file, "exportMilestones", self.tr("Export &milestones…"), "Ctrl+E", self.export_milestones)
        self._add(file, "exportHistory", self.tr("Export &history…"), "Ctrl+Shift+E", self.export_history)
        file.addSeparator()
        add = self._add(file, "addSource", self.tr("&Add a source…"), "Ctrl+N", self.add_source)
        bring = self._add(file, "importSources", self.tr("&Import sources (OPML)…"), "", self.import_sources)
        give = self._add(file, "exportSources", self.tr("E&xport sources (OPML)…"), "", self.export_sources)
        self._source_actions = (add, bring, give)
        file.aboutToShow.connect(self._judge_sources)
        file.addSeparator()
        quit_ = self._add(file, "quit", self.tr("&Quit"), "Ctrl+Q", window.quit_asked.emit)
        quit_.setMenuRole(QAction.MenuRole.QuitRole)
        edit = bar.addMenu(self.tr("&Edit"))
        self.undo = self._add(edit, "undoDecision", self.tr("&Undo"), "Ctrl+Z", window.undo_list.undo)
        self.undo.setEnabled(False)
        self._add(edit, "find", self.tr("&Find"), "Ctrl+F", window.search)
        view = bar.addMenu(self.tr("&View"))
        for number, page in enumerate(PAGES, 1):
            name = window.navigation.name(page)
            self._add(view, f"open-{page}", name, f"Ctrl+{number}", partial(window.open_page, page))
        view.addSeparator()
        self._add(view, "inspector", self.tr("Show or hide the &inspector"), "Ctrl+I", self.toggle_inspector)
        self._add(view, "today", self.tr("Back to &today"), "Ctrl+T", window.top.go_to_today)
        self._add(view, "play", self.tr("&Play or pause the history"), "Ctrl+P", self._play)
        self._add(view, "check", self.tr("&Check now"), "F5", window.check_now)
        escape = QAction(window)
        escape.setShortcut(Qt.Key.Key_Escape)
        escape.triggered.connect(self.escape)
        window.addAction(escape)
        help_ = bar.addMenu(self.tr("&Help"))
        about = self._add(help_, "about", self.tr("&About"), "", self.about)
        about.setMenuRole(QAction.MenuRole.AboutRole)
        window.top.take_menus(bar)

    def export_milestones(self) -> None:
        """Ask where, then write every milestone's state."""
        path = self.ask_path("milestones.csv")
        if path is not None:
            self.write(path, history=False)

    def export_history(self) -> None:
        """Ask where, then write every change."""
        path = self.ask_path("history.csv")
        if path is not None:
            self.write(path, history=True)

    def add_source(self) -> None:
        """Open the dialog that adds a source, on its page."""
        self._on_sources(lambda page: page.open_adder())

    def import_sources(self) -> None:
        """Ask for a list of feeds, on the Sources page."""
        self._on_sources(lambda page: page.import_list())

    def export_sources(self) -> None:
        """Ask where, then write the followed feeds."""
        self._on_sources(lambda page: page.export_list())

    def _judge_sources(self) -> None:
        for action in self._source_actions:
            action.setEnabled(not self._window.desk.source_desk.fixed)

    def _on_sources(self, do: Callable[[SourcesPage], object]) -> None:
        """On the Sources page; where its sources cannot be changed, it says so."""
        self._window.open_page("sources")
        if not self._window.desk.source_desk.fixed:
            do(self._window.pages.sources)

    def write(self, path: Path, *, history: bool) -> None:
        """Write a file beside the main thread and say so, or why not. The format is the suffix's: .csv, .json, .ics."""
        kind = path.suffix.lower().lstrip(".")
        form = kind if kind in ("json", "ics") else "csv"
        window, said = self._window, self.tr("Written: {path}").format(path=path)
        window.asking.ask(
            lambda: window.desk.export(path, form, history=history), lambda _: window.body.toast.say(said), window.trouble,
            asker=window,
        )  # fmt: skip

    def escape(self) -> None:
        """Escape: empty the search that is typed in, else put away what lies on top, else come back to today."""
        typed = self._window.focusWidget()
        if isinstance(typed, QLineEdit) and typed.text():
            typed.clear()
        elif self._window.body.toast.isVisible():
            self._window.body.toast.hide()
        elif self._window.body.hide_side():
            pass
        elif self._window.top.day is not None:
            self._window.top.go_to_today()

    def _play(self) -> None:
        """From any page: the history plays on the Race page."""
        self._window.open_page("race")
        self._window.top.play.toggle()

    def toggle_inspector(self) -> None:
        """Put the inspector away, or let it come."""
        if not self._window.body.hide_side():
            self._window.body.show_side()

    def _add(self, menu: QMenu, name: str, text: str, keys: str, slot: Callable[[], object]) -> QAction:
        action = QAction(text, self._window)
        action.setObjectName(name)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: slot())  # noqa: PLW0108  drops Qt's "checked"
        menu.addAction(action)
        return action

    def _ask_path(self, suggested: str) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        kinds = ";;".join((self.tr("Table (*.csv)"), self.tr("JSON (*.json)"), self.tr("Calendar (*.ics)")))
        chosen, kind = QFileDialog.getSaveFileName(self._window, self.tr("Export"), suggested, kinds)
        if not chosen:
            return None
        return ended(Path(chosen), next((s for s in _ENDINGS if s in kind), _ENDINGS[0]))

    def about(self) -> None:
        """What this program is, which version, under which licence."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIconPixmap(app_icon().pixmap(64))
        box.setWindowTitle(self.tr("About {name}").format(name=APP_NAME))
        box.setText(f"{APP_NAME} {__version__}")
        box.setInformativeText(
            self.tr(
                "Follows the return to the Moon: reads the feeds and keeps every change of a date with the sentence that "
                "proves it.\n\nFree software under the MIT licence."
            )
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


def ended(path: Path, picked: str) -> Path:
    """The path with the ending of the kind that was picked in the dialog: some dialogs leave the suggested one.

    An ending that was typed holds against the kind nobody picked (the first); nothing is written over unasked.
    """
    if not path.suffix:
        return path.with_suffix(picked)
    if picked == _ENDINGS[0] or path.suffix.lower() == picked or path.suffix.lower() not in _ENDINGS:
        return path
    names = (path.with_name(f"{path.stem}{number}{picked}") for number in ("", *(f" {n}" for n in range(2, 1000))))
    return next((name for name in names if not name.exists()), path)
