"""The card of the start with the system: it shows what the desktop's own file says, whoever wrote it."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox

from tracker.ui.around import Around
from tracker.ui.care import Caretaker, StartView
from tracker.ui.settings_card import SettingsCard


class StartCard(SettingsCard):
    """Nothing is written before the person presses a switch."""

    def __init__(self, around: Around, caretaker: Caretaker) -> None:
        super().__init__(around)
        self._caretaker = caretaker
        self.head(self.tr("Start with the system"))
        self.on = QCheckBox(self.tr("Start when I log in"))
        self.on.setObjectName("autostart")
        self.hidden = QCheckBox(self.tr("Start hidden in the tray"))
        self.hidden.setObjectName("autostartHidden")
        self.hidden.setChecked(True)
        self.column.addWidget(self.on)
        self.column.addWidget(self.hidden)
        self._words = self.note()
        self.on.toggled.connect(self._choose)
        self.hidden.toggled.connect(self._choose)
        for box in (self.on, self.hidden):
            box.setEnabled(False)  # until it is known how it stands

    def reload(self) -> None:
        """Somebody else may have changed the file."""
        self.around.asking.ask(self._caretaker.start_view, self._show, self._failed, asker=self)

    def _choose(self) -> None:
        on, hidden = self.on.isChecked(), self.hidden.isChecked()
        self._enable(on=False, hidden=False)
        care = self._caretaker
        self.around.asking.ask(lambda: care.set_start(on=on, hidden=hidden), self._show, self._failed, asker=self)

    def _show(self, view: StartView) -> None:
        for box, checked in ((self.on, view.on), (self.hidden, view.hidden)):
            box.blockSignals(True)
            box.setChecked(checked)
            box.blockSignals(False)
        self._enable(on=not view.cannot, hidden=view.on and not view.cannot)
        self._words.set_tone("muted")
        self._words.setText(self._explained(view))

    def _explained(self, view: StartView) -> str:
        if view.cannot == "demo":
            return self.tr("The demo does not start with the system.")
        if view.cannot:
            return self.tr("This system keeps its own list of what starts; add the program there.")
        if view.barred:
            return self.tr("Turned off in the desktop's own settings. Switching it on here turns it on there too.")
        if view.on:
            kept = self.tr("Written in {file}").format(file=view.file)
            return kept + "\n" + self.tr("Without a tray the window opens all the same.") if view.hidden else kept
        return self.tr("It then keeps watching from the moment you log in.")

    def _failed(self, why: str) -> None:
        self._enable(on=True, hidden=self.on.isChecked())
        self._words.set_tone("bad")
        self._words.setText(why)

    def _enable(self, *, on: bool, hidden: bool) -> None:
        for box, enabled in ((self.on, on), (self.hidden, hidden)):
            if box.hasFocus() and not enabled:
                continue  # the focus stays where the person has put it; the next answer comes soon
            box.setEnabled(enabled)
