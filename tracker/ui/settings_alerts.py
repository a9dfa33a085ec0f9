"""The card of the alerts: what is told, which kinds of change, how many at once, when it is quiet, and a test."""

from __future__ import annotations

from datetime import time, timedelta

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QPushButton, QSizePolicy, QWidget

from tracker import wording
from tracker.model import ChangeKind
from tracker.ui import words
from tracker.ui.around import Around
from tracker.ui.cards import line
from tracker.ui.care import Caretaker
from tracker.ui.choices import Choices
from tracker.ui.clock_edit import ClockEdit
from tracker.ui.desk import Desk
from tracker.ui.labels import Text
from tracker.ui.settings_card import Option, SettingsCard, choose_quietly, rest, steady

_FROM, _UNTIL = time(22), time(7)
SINGLE = (1, 2, 3, 5, 10, 20)
_KINDS_WIDTH = 720  # pixels that the kinds of change may take side by side


class AlertsCard(SettingsCard):
    """Every choice takes effect at once."""

    def __init__(self, desk: Desk, around: Around, choices: Choices, caretaker: Caretaker | None) -> None:
        super().__init__(around)
        self.head(self.tr("Notifications"))
        self._desk, self._choices, self._caretaker = desk, choices, caretaker
        self._what()
        self._kinds()
        self._how_many()
        self._quiet()
        self._pause()
        self._service()
        choices.changed.connect(self._show)
        self._show()

    def reload(self) -> None:
        """Who shows the notifications may have changed, and a pause may have ended."""
        self._who.setText(self._desk.notification_service())
        self._show_pause()

    # --- the parts ------------------------------------------------------------------------------------------------

    def _what(self) -> None:
        options = (
            Option("confirmed", self.tr("When a change is confirmed"), self.tr("An agency or a database says so, or two outlets agree.")),
            Option("reports", self.tr("Also when it is only reported"), self.tr("One outlet says so; it may turn out wrong.")),
            Option("none", self.tr("Never"), self.tr("Changes are still kept and shown here.")),
        )  # fmt: skip
        self.group = self.choice("alerts", self.title, options, self._choices.hears, self._choices.hear)
        self.note(
            self.tr("A single milestone or mission can be told otherwise: select it and look under “Alerts” beside it.")
        )

    def _kinds(self) -> None:
        self.subject(self.tr("Kinds of change that are told"))
        holder = QWidget()
        holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(2)
        self.kinds: dict[ChangeKind, QCheckBox] = {}
        for kind in ChangeKind:
            box = QCheckBox(wording.kind(kind, self.around.language))
            box.setObjectName(f"kind-{kind.value}")
            box.setAccessibleName(self.tr("Tell of changes of the kind: {kind}").format(kind=box.text()))
            box.toggled.connect(self._choose_kinds)
            self.kinds[kind] = box
        widest = max(box.sizeHint().width() for box in self.kinds.values())
        columns = max(1, min(4, _KINDS_WIDTH // (widest + 18)))  # fewer in large letters
        for number, box in enumerate(self.kinds.values()):
            grid.addWidget(box, number // columns, number % columns)
        for number in range(columns):
            grid.setColumnStretch(number, 1)
        self.column.addWidget(holder)

    def _how_many(self) -> None:
        self.subject(self.tr("Many at once"))
        self.most = QComboBox()
        self.most.setObjectName("alertsPerPoll")
        for number in sorted({*SINGLE, self._choices.value.alerts_per_poll}):
            self.most.addItem(str(number), number)
        self.most.setAccessibleName(self.tr("More changes than this at once become one digest"))
        self.most.setAccessibleDescription(self.most.accessibleName())  # a reader names a choice on Linux by its value
        steady(self.most)
        self.most.currentIndexChanged.connect(lambda: self._choices.change(alerts_per_poll=self.most.currentData()))
        theme = self.around.theme
        self.row(Text(theme, self.tr("More than")), self.most, Text(theme, self.tr("at once become one digest")), None)

    def _quiet(self) -> None:
        self.subject(self.tr("Quiet hours"))
        self.quiet = QCheckBox(self.tr("No notifications from"))
        self.quiet.setObjectName("quiet")
        self.quiet.setAccessibleName(self.tr("Quiet hours"))
        self.begins, self.ends = (
            self._clock("quietFrom", self.tr("Quiet from")),
            self._clock("quietUntil", self.tr("Quiet until")),
        )
        self.quiet.toggled.connect(self._choose_quiet)
        self.row(self.quiet, self.begins, Text(self.around.theme, self.tr("until")), self.ends, None)
        self._quiet_note = self.note()

    def _clock(self, name: str, spoken: str) -> ClockEdit:
        edit = ClockEdit(spoken)
        edit.setObjectName(name)
        steady(edit)
        edit.timeChanged.connect(self._choose_quiet)
        return edit

    def _pause(self) -> None:
        self._paused = Text(self.around.theme, "", "body", wrap=True)
        self.pause = self.button("pause", self.tr("Pause for 1 hour"), self._press_pause)
        self.resume = self.button("resume", self.tr("Resume alerts"), lambda: self._choices.change(paused_until=None))
        self.subject(self.tr("Pause"))
        row = line(self._paused, self.pause, self.resume)
        row.setStretch(0, 1)
        self.column.addLayout(row)

    def _service(self) -> None:
        self.subject(self.tr("Test"))
        self._who = self.note()
        self.test: QPushButton | None = None
        if self._caretaker is not None:
            self.test = self.button("testNotification", self.tr("Send a test notification"), self._send_test)
            self.row(self.test, None)
            self._came = self.note()
            self._came.hide()

    # --- choosing -------------------------------------------------------------------------------------------------

    def _choose_kinds(self) -> None:
        off = tuple(kind.value for kind, box in self.kinds.items() if not box.isChecked())
        self._choices.change(kinds_off=off)

    def _choose_quiet(self) -> None:
        on = self.quiet.isChecked()
        begins, ends = _time(self.begins.time()), _time(self.ends.time())
        self._choices.change(quiet_from=begins if on else None, quiet_until=ends if on else None)

    def _press_pause(self) -> None:
        self._choices.change(paused_until=self.around.now() + timedelta(hours=1))

    def _send_test(self) -> None:
        care = self._caretaker
        assert care is not None
        assert self.test is not None
        wake = rest(self.test)
        title = self.tr("This is a test")
        body = self.tr("This is how a change will be told.")

        def took(who: str) -> None:
            wake()
            self._say(self.tr("Sent. {who}").format(who=who) if who else self.tr("Sent."), "good")

        def failed(why: str) -> None:
            wake()
            self._say(self.tr("Not shown: {why}").format(why=why), "bad")

        self.around.asking.ask(lambda: care.test_notification(title, body), took, failed, asker=self)

    def _say(self, text: str, tone: str) -> None:
        self._came.set_tone(tone)
        self._came.setText(text)
        self._came.show()

    # --- showing --------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        """What is in force, whoever chose it."""
        value = self._choices.value
        choose_quietly(self.group, "alerts", self._choices.hears)
        for kind, box in self.kinds.items():
            _quietly(box, on=kind.value not in value.kinds_off)
        self.most.blockSignals(True)
        if self.most.findData(value.alerts_per_poll) < 0:
            self.most.addItem(str(value.alerts_per_poll), value.alerts_per_poll)
        self.most.setCurrentIndex(self.most.findData(value.alerts_per_poll))
        self.most.blockSignals(False)
        on = value.quiet_from is not None and value.quiet_until is not None
        _quietly(self.quiet, on=on)
        for edit, chosen, usual in ((self.begins, value.quiet_from, _FROM), (self.ends, value.quiet_until, _UNTIL)):
            edit.setEnabled(on)
            if chosen is not None or not edit.property("shown"):
                edit.setProperty("shown", True)
                edit.blockSignals(True)
                edit.setTime(QTime((chosen or usual).hour, (chosen or usual).minute))
                edit.blockSignals(False)
        self._quiet_note.setText(self._quiet_words(on=on))
        self._show_pause()

    def _quiet_words(self, *, on: bool) -> str:
        begins, ends = self.begins.time(), self.ends.time()
        if on and begins == ends:
            return self.tr("Both times are the same: there are no quiet hours.")
        held = self.tr("Checking goes on; what changes meanwhile is held back and told at the end as one digest.")
        if on and begins > ends:
            return (
                self.tr("Over midnight, until {time} the next morning.").format(time=ends.toString("HH:mm"))
                + " "
                + held
            )
        return held

    def _show_pause(self) -> None:
        now = self.around.now()
        until = self._choices.paused_until(now)
        if until is None:
            self._paused.setText(self.tr("Alerts are told as they come."))
        else:
            when = words.clock(until, now, self.around.language)
            self._paused.setText(
                self.tr("Alerts are paused until {time}; what changes meanwhile is told then.").format(time=when)
            )
        self.pause.setVisible(until is None)
        self.resume.setVisible(until is not None)


def _quietly(box: QCheckBox, *, on: bool) -> None:
    box.blockSignals(True)
    box.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    box.blockSignals(False)


def _time(value: QTime) -> time:
    return time(value.hour(), value.minute())
