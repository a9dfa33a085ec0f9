"""Who leads each race and by how much, in one line; an honest "nobody can say" where that is so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker import wording
from tracker.model import Mission
from tracker.ui.around import Around
from tracker.ui.labels import Text, tip
from tracker.ui.naming import in_language, mission_name
from tracker.views import Lead


class LeadLine(QWidget):
    """A line of text a race, side by side."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._whole = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        self._label = Text(around.theme, "", "body", "muted")
        self._label.setMinimumWidth(40)
        row.addWidget(self._label, 1)
        self.hide()

    def show_leads(self, leads: Sequence[Lead], missions: Sequence[Mission]) -> None:
        """Say each race's lead; hidden where there is no race."""
        self._whole = "   ·   ".join(self.told(lead, missions) for lead in leads)
        self.setVisible(bool(leads))
        self.setAccessibleName(self._whole)
        self.setToolTip(tip("\n".join(self.told(lead, missions) for lead in leads)))
        self._elide()

    def told(self, lead: Lead, missions: Sequence[Mission]) -> str:
        """ "The lunar south pole: Artemis III leads by 3 to 5 months"."""
        language = self._around.language
        race = in_language(lead.race.names, language, lead.race.id)
        if lead.leader is None:
            return self.tr("{race}: undecided").format(race=race)
        leader = mission_name(missions, lead.leader, language)
        if lead.least_days is None and lead.most_days is None:
            return self.tr("{race}: {mission} leads").format(race=race, mission=leader)
        length = wording.duration(lead.least_days, lead.most_days, language)
        return self.tr("{race}: {mission} leads by {time}").format(race=race, mission=leader, time=length)

    def text(self) -> str:
        """The whole line, also where it is elided on the window."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = max(40, self.width() - 8)
        self._label.setText(self._label.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room))
