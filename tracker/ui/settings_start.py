"""The card of the start with the system: it shows what the system's own list says, whoever wrote it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox

from tracker.ui.around import Around
from tracker.ui.care import Caretaker, StartView
from tracker.ui.settings_card import SettingsCard

_SOON_MS: Final = 1_000


class StartCard(SettingsCard):
    """Nothing is written before the person presses a switch."""

    def __init__(self, around: Around, caretaker: Caretaker) -> None:
        super().__init__(around)
        self._caretaker = caretaker
        self._asked = self._changed_mind = False
        self._patience = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._patience.timeout.connect(self._say_it_waits)
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
        """Somebody else may have changed the list."""
        self.around.asking.ask(self._caretaker.start_view, self._show, self._show_unknown, asker=self)

    def _choose(self) -> None:
        if self._asked:  # the desktop may be asking the person: one question at a time
            self._changed_mind = True
            return
        self._asked, self._changed_mind = True, False
        on, hidden = self.on.isChecked(), self.hidden.isChecked()
        self._enable(on=False, hidden=False)
        self._patience.start()
        care = self._caretaker
        self.around.asking.ask(lambda: care.set_start(on=on, hidden=hidden), self._done, self._failed, asker=self)

    def _say_it_waits(self) -> None:
        self._words.set_tone("muted")
        self._words.setText(self.tr("Waiting for the desktop's answer. It may be asking you."))

    def _done(self, view: StartView) -> None:
        self._asked = False
        self._patience.stop()
        if self._changed_mind:
            self._choose()
        else:
            self._show(view)

    def _failed(self, why: str) -> None:
        """What was wanted did not come about: the switches go back to how it stands, and the sentence stays."""
        self._asked = False
        self._patience.stop()

        def show(view: StartView) -> None:
            self._show(view)
            self._words.set_tone("bad")
            self._words.setText(why)

        self.around.asking.ask(self._caretaker.start_view, show, lambda _: self._show_unknown(why), asker=self)

    def _show(self, view: StartView) -> None:
        if self._asked:
            return  # its answer comes, and is newer
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
            return self.tr("Switched off in the desktop's own settings. Switching it on here switches it on there too.")
        if view.on:
            if view.file:
                kept = self.tr("Written in {file}").format(file=view.file)
            else:
                kept = self.tr("The desktop has agreed to start it; its own settings have the last word.")
            return kept + "\n" + self.tr("Without a tray the window opens all the same.") if view.hidden else kept
        return self.tr("It then keeps watching from the moment you log in.")

    def _show_unknown(self, why: str) -> None:
        self._enable(on=True, hidden=self.on.isChecked())
        self._words.set_tone("bad")
        self._words.setText(why)

    def _enable(self, *, on: bool, hidden: bool) -> None:
        for box, enabled in ((self.on, on), (self.hidden, hidden)):
            if box.hasFocus() and not enabled:
                continue  # the focus stays where the person has put it; the next answer comes soon
            box.setEnabled(enabled)
