"""What is told of one milestone: as everywhere, or otherwise; and one step up, of its whole mission."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from tracker import wording
from tracker.model import Mission
from tracker.settings import Settings
from tracker.ui.around import Around
from tracker.ui.cards import line
from tracker.ui.choices import Choices
from tracker.ui.labels import Text
from tracker.ui.link import Link
from tracker.ui.settings_card import steady


class AlertRule(QWidget):
    """Takes effect at once. `changed` carries the words of what was chosen and who takes it back."""

    changed = Signal(str, object)

    def __init__(self, around: Around, choices: Choices, mission: Mission, milestone: str) -> None:
        super().__init__()
        self._around, self._choices = around, choices
        self._mission, self._milestone = mission, milestone
        theme, language = around.theme, around.language
        name = mission.name(language)
        what = f"{name} · {wording.milestone(milestone, language)}"
        self.one = self._box("alertRule", self.tr("Alerts for {what}").format(what=what))
        self.all: QComboBox | None = None  # made when it is wanted: the inspector is built anew with every choice
        self.wider = Link(theme, self.tr("For all of {mission}…").format(mission=name))
        self.wider.setObjectName("alertRuleWider")
        self.wider.clicked.connect(self._widen)
        self._words = Text(theme, "", "small", "muted", wrap=True)
        self._words.setObjectName("alertRuleWords")
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(Text(theme, self.tr("Alerts"), "small", "muted"))
        column.addLayout(line(self.one, None))
        column.addWidget(self._words)
        column.addLayout(line(self.wider, None))
        self.one.currentIndexChanged.connect(lambda: self._choose(self.one, self._milestone))
        choices.changed.connect(self._show)
        self._show()

    def _box(self, name: str, spoken: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(spoken)
        box.setAccessibleDescription(spoken)  # a reader names a choice on Linux by its value
        for value in ("", "confirmed", "reports", "off"):
            box.addItem(self._named(value), value)
        steady(box)
        return box

    def _named(self, telling: str) -> str:
        return {
            "": self.tr("As everywhere"),
            "confirmed": self.tr("Confirmed changes"),
            "reports": self.tr("Also reports"),
            "off": self.tr("Never"),
        }[telling]

    def _widen(self) -> None:
        self._whole_mission().setFocus()

    def _whole_mission(self) -> QComboBox:
        if self.all is None:
            name = self._mission.name(self._around.language)
            self.all = box = self._box("alertRuleMission", self.tr("Alerts for all of {mission}").format(mission=name))
            self._select(box, "")
            box.currentIndexChanged.connect(lambda: self._choose(box, ""))
            self.wider.hide()
            label = Text(self._around.theme, self.tr("All of {mission}").format(mission=name), "small")
            self._column.addWidget(label)
            self._column.addLayout(line(box, None))
        return self.all

    def _choose(self, box: QComboBox, milestone: str) -> None:
        before, telling = self._choices.value, box.currentData()
        if telling == before.telling(self._mission.id, milestone):
            return
        language = self._around.language
        what = self._mission.name(language)
        what += f" · {wording.milestone(milestone, language)}" if milestone else ""
        mission, earlier = self._mission.id, before.telling(self._mission.id, milestone)
        self._choices.put(before.with_telling(mission, milestone, telling))

        def take_back() -> None:
            self._choices.put(self._choices.value.with_telling(mission, milestone, earlier))

        told = self.tr("Alerts for {what}: {telling}").format(what=what, telling=self._named(telling))
        self.changed.emit(told, take_back)

    def _show(self) -> None:
        value = self._choices.value
        self._select(self.one, self._milestone)
        if self.all is not None or value.telling(self._mission.id):
            self._select(self._whole_mission(), "")
        self._words.setText(self._explained(value))

    def _select(self, box: QComboBox, milestone: str) -> None:
        box.blockSignals(True)
        box.setCurrentIndex(box.findData(self._choices.value.telling(self._mission.id, milestone)))
        box.blockSignals(False)

    def _explained(self, value: Settings) -> str:
        """What that comes to, in a sentence."""
        if not value.notifications:
            return self.tr("Notifications are off altogether (Settings).")
        own = value.telling(self._mission.id, self._milestone)
        of_mission = value.telling(self._mission.id)
        usual = "reports" if value.hear_reports else "confirmed"
        if not own and not of_mission and not self._mission.lane:
            return self.tr("Nothing is announced of this mission unless you choose it here.")
        told = {
            "confirmed": self.tr("You are told of confirmed changes"),
            "reports": self.tr("You are told of confirmed changes and of single reports"),
            "off": self.tr("You are not told of changes"),
        }[own or of_mission or usual]
        if own:
            return self.tr("{told}, as chosen for this milestone.").format(told=told)
        if of_mission:
            mission = self._mission.name(self._around.language)
            return self.tr("{told}, as chosen for {mission}.").format(told=told, mission=mission)
        return self.tr("{told}, as everywhere.").format(told=told)
