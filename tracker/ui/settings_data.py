"""The card of the data: where it is, a back-up and back again, and what leaves as a file. Nothing here keeps the window waiting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton
from shiboken6 import isValid

from tracker.ui import words
from tracker.ui.around import Around
from tracker.ui.care import Caretaker, DataView, Progress
from tracker.ui.choices import Choices
from tracker.ui.faults import sentence
from tracker.ui.labels import Text
from tracker.ui.progress_line import ProgressLine
from tracker.ui.settings_card import SettingsCard, rest

SUFFIX = ".backup"


class DataCard(SettingsCard):
    """`changed` carries the words of what was done and who takes it back. `ask_save` and `ask_open` may be replaced where
    no dialog is wanted."""

    changed = Signal(str, object)

    def __init__(self, around: Around, choices: Choices, caretaker: Caretaker) -> None:
        super().__init__(around)
        self._choices, self._caretaker = choices, caretaker
        self.ask_save: Callable[[str, str], Path | None] = self._ask_save
        self.ask_open: Callable[[str], Path | None] = self._ask_open
        self.head(self.tr("Your data"))
        self._where = Text(around.theme, "", "body", wrap=True)
        self.column.addWidget(self._where)
        self._odd = self.note(tone="warn")
        self._odd.hide()
        self.row(self.button("openFolder", self.tr("Open the folder"), self._open_folder), None)
        self._back_up_part()
        self._export_part()
        self.progress = ProgressLine(around.theme)
        self._wake: Callable[[], None] = lambda: None
        self.column.addWidget(self.progress)
        self._words = self.note()
        self._words.hide()

    def reload(self) -> None:
        """Ask how much there is."""
        years = self._choices.value.keep_text_years
        care = self._caretaker
        self.around.asking.ask(lambda: care.data(years), self._show, self._failed, asker=self)

    def _back_up_part(self) -> None:
        self.subject(self.tr("Back-up"))
        self.note(
            self.tr(
                "One file with everything but secrets: articles, claims, changes, your decisions, settings, sources and missions. A restore keeps what was there beside it and can be undone."
            )
        )
        self.back_up = self.button("backUp", self.tr("Back up to a file…"), self._back_up)
        self.restore = self.button("restore", self.tr("Restore from a file…"), self._restore)
        self.undo = self.button("undoRestore", self.tr("Undo the restore"), self._take_back)
        self.undo.hide()
        self.row(self.back_up, self.restore, self.undo, None)

    def _export_part(self) -> None:
        self.subject(self.tr("Export"))
        self.history = QCheckBox(self.tr("Every change instead of the present state"))
        self.history.setObjectName("exportEveryChange")
        forms = (
            ("csv", self.tr("Table (CSV)…")),
            ("json", self.tr("JSON…")),
            ("ics", self.tr("Calendar…")),
            ("datapackage", self.tr("Data package…")),
        )
        self.exports = {f: self.button(f"export-{f}", text, lambda f=f: self._export(f)) for f, text in forms}  # type: ignore[misc]
        for form in ("ics", "datapackage"):
            self.history.toggled.connect(self.exports[form].setDisabled)  # these have a form of their own
        self.row(*self.exports.values(), None)
        self.column.addWidget(self.history)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """What begins a long work."""
        return (self.back_up, self.restore, *self.exports.values())

    # --- doing ----------------------------------------------------------------------------------------------------

    def _open_folder(self) -> None:
        self.around.asking.ask(self._caretaker.open_folder, lambda _: None, self._failed, asker=self)

    def _back_up(self) -> None:
        path = self.ask_save(self.tr("Back up to"), f"space-race-{self.around.now().astimezone():%Y-%m-%d}{SUFFIX}")
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(SUFFIX)
        care = self._caretaker

        def done(articles: int) -> None:
            told = self.tr("Backed up: {n} articles in {path}").format(n=articles, path=path)
            self._end(told, "good")

        self._begin(self.tr("Backing up"), lambda progress: care.back_up(path, progress), done)

    def _restore(self) -> None:
        path = self.ask_open(self.tr("Restore from"))
        if path is None:
            return
        care = self._caretaker

        def done(brought: Sequence[str]) -> None:
            told = self.tr("Restored from {name}.").format(name=path.name)
            if brought:
                told += " " + self.tr("It brought {files} along.").format(files=words.listed(brought))
            self._end(told + " " + self.tr("What was there before lies beside it."), "good")
            self.reload()
            self.changed.emit(self.tr("Restored from {name}.").format(name=path.name), self._take_back)
            care.move_in()

        self._begin(self.tr("Restoring"), lambda progress: care.restore(path, progress), done)

    def _take_back(self) -> None:
        care, asking = self._caretaker, self.around.asking

        def done(_: object) -> None:
            if isValid(self):  # the restore may have brought another language, and with it another page
                self._end(self.tr("Everything is as it was before the restore."), "good")
                self.reload()
            care.move_in()

        def failed(why: str) -> None:
            if isValid(self):
                self._failed(why)

        asking.ask(care.undo_restore, done, failed, asker=asking)

    def _export(self, form: str) -> None:
        history = self.history.isChecked()
        suffix = "" if form == "datapackage" else f".{form}"
        path = self.ask_save(self.tr("Export to"), f"{'history' if history else 'milestones'}{suffix}")
        if path is None:
            return
        path = path if path.suffix or not suffix else path.with_suffix(suffix)
        care = self._caretaker

        def done(number: int) -> None:
            self._end(self.tr("Written: {n} rows in {path}").format(n=number, path=path), "good")

        self._begin(self.tr("Exporting"), lambda _: care.export(path, form, history=history), done)

    def _begin(self, what: str, work: Callable[[Progress], object], done: Callable[..., object]) -> None:
        self._words.hide()
        errand = self.progress.begin(what)
        self._wake = rest(*self.buttons)

        def failed(why: str) -> None:
            if errand.stopped:
                self._end(self.tr("Stopped; nothing has changed."), "muted")
            else:
                self._failed(why)
            self.reload()

        self.around.asking.ask(lambda: work(errand.report), done, failed, asker=self)

    def _end(self, text: str, tone: str) -> None:
        self.progress.end()
        self._wake()
        for form in ("ics", "datapackage"):
            self.exports[form].setDisabled(self.history.isChecked())
        self._words.set_tone(tone)
        self._words.setText(text)
        self._words.show()

    def _failed(self, why: str) -> None:
        self._end(why, "bad")

    # --- showing --------------------------------------------------------------------------------------------------

    def _show(self, view: DataView) -> None:
        locale = QLocale(self.around.language)
        size = locale.formattedDataSize(view.database_bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        many = self.tr("{n} articles").replace("{n}", locale.toString(view.articles))
        articles = self.tr("1 article") if view.articles == 1 else many
        self._where.setText(f"{view.folder}\n{articles} · {size}")
        self.undo.setVisible(view.undoable)
        self._odd.setVisible(bool(view.odd))
        if view.odd:
            self._odd.setText(
                self.tr("Not understood and ignored: {what}").format(what="; ".join(sentence(odd) for odd in view.odd))
            )

    def _ask_save(self, title: str, suggested: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(self, title, suggested)
        return Path(chosen) if chosen else None

    def _ask_open(self, title: str) -> Path | None:
        kinds = ";;".join((self.tr("Back-ups (*.backup)"), self.tr("All files (*)")))
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        return Path(chosen) if chosen else None
