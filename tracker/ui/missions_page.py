"""The Missions page: who is followed, with milestones, facts, names and where each fact comes from; add, edit, remove."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tracker import wording
from tracker.model import MilestoneState, Mission
from tracker.ui import words
from tracker.ui.around import Around
from tracker.ui.cards import Card, Column, clear, line
from tracker.ui.desk import Desk
from tracker.ui.labels import Pill, Text
from tracker.ui.link import Link
from tracker.ui.naming import UNNAMED, in_language
from tracker.ui.rows import Row, RowList
from tracker.ui.web_link import web_link

if TYPE_CHECKING:
    from tracker.ui.mission_dialog import MissionDialog


class MissionsPage(QWidget):
    """`milestone_chosen` carries mission and milestone; `done` what was done to a mission and a callable that undoes it."""

    milestone_chosen = Signal(str, str)
    done = Signal(str, object)
    troubled = Signal(str)

    def __init__(self, desk: Desk, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk, self._around = desk, around
        self._shown: object = None
        self.list = RowList(around.theme, self.tr("Missions"))
        self.list.chosen.connect(self._show)
        left = Card(around.theme)
        left.column.setContentsMargins(6, 6, 6, 6)
        left.column.addWidget(self.list)
        self.add = QPushButton(self.tr("Add a mission…"))
        self.add.setObjectName("addMission")
        self.add.clicked.connect(lambda: self.open_dialog(None))
        left.column.addWidget(self.add)
        right = Card(around.theme)
        right.column.setContentsMargins(4, 6, 4, 6)
        self._scrolled = Column((20, 14, 18, 18), 6)
        right.column.addWidget(self._scrolled)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(14)
        row.addWidget(left, 4)
        row.addWidget(right, 7)

    def reload(self) -> None:
        """Read the missions and their states again."""
        language = self._around.language
        self.list.set_rows([self._row(m, language) for m in self._desk.missions])
        known = {m.id for m in self._desk.missions}
        if self.list.current() not in known and self._desk.missions:
            self.list.select(self._desk.missions[0].id)
        elif self.list.current():
            self._show(self.list.current())

    def _row(self, mission: Mission, language: str) -> Row:
        agency, programme = self._flown_by(mission, language)
        return Row(mission.id, mission.name(language), _joined(agency, programme), side=mission.side)

    def _flown_by(self, mission: Mission, language: str) -> tuple[str, str]:
        """The names of the agency and the programme."""
        world = self._desk.world
        return (
            in_language(world.agencies.get(mission.agency, {}), language, mission.agency),
            in_language(world.programmes.get(mission.programme, {}), language, mission.programme),
        )

    def _show(self, ident: str) -> None:
        mission = next((m for m in self._desk.missions if m.id == ident), None)
        if mission is None:
            return
        states = {s.key: s for lane in self._desk.board().lanes for s in lane.states}
        if (mission, states) == self._shown:
            return
        self._shown = (mission, states)
        theme, language = self._around.theme, self._around.language
        column = self._scrolled.column
        clear(column)
        column.addWidget(Text(theme, mission.name(language), "display", wrap=True))
        about = in_language(mission.about, language)
        if about:
            column.addWidget(Text(theme, about, "body", wrap=True))
        agency, programme = self._flown_by(mission, language)
        origin = _joined(agency, programme, self._origin(mission.origin))
        column.addWidget(Text(theme, origin, "small", "muted", wrap=True))
        column.addSpacing(4)
        column.addLayout(line(*self._buttons(mission), None))
        self._milestones(mission, states)
        self._facts(mission)
        self._names(mission)
        column.addStretch(1)

    # --- adding, editing, removing ----------------------------------------------------------------------------------

    def _buttons(self, mission: Mission) -> list[QPushButton]:
        edit = QPushButton(self.tr("Edit…"))
        edit.setObjectName("editMission")
        edit.clicked.connect(lambda: self.open_dialog(mission))
        if mission.origin != "user":
            return [edit]
        shipped = mission.id in self._desk.mission_desk.shipped_ids()
        drop = QPushButton(self.tr("As it was shipped") if shipped else self.tr("Remove"))
        drop.setObjectName("dropMission")
        drop.clicked.connect(lambda: self._drop(mission))
        return [edit, drop]

    def open_dialog(self, mission: Mission | None) -> MissionDialog:
        """Open the dialog for a mission, or for a new one."""
        from tracker.ui.mission_dialog import MissionDialog

        dialog = MissionDialog(self._desk, self._around, mission, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.kept.connect(self._kept)
        dialog.open()
        return dialog

    def _kept(self, mission: Mission, before: str) -> None:
        self.reload()
        self.list.select(mission.id)
        name = mission.name(self._around.language)
        desk = self._desk.mission_desk
        self.done.emit(self.tr("Saved: {name}").format(name=name), lambda: desk.put_back(before))

    def _drop(self, mission: Mission) -> None:
        name = mission.name(self._around.language)
        desk = self._desk.mission_desk
        self._around.asking.ask(
            lambda: desk.drop(mission.id),
            lambda before: self._told(self.tr("Removed: {name}").format(name=name), lambda: desk.put_back(before)),
            self.troubled.emit,
            asker=self,
        )

    def _told(self, words: str, put_back: Callable[[], None]) -> None:
        self.reload()
        self.done.emit(words, put_back)

    def _heading(self, text: str) -> None:
        self._scrolled.column.addSpacing(14)
        self._scrolled.column.addWidget(Text(self._around.theme, text, "strong"))

    def _milestones(self, mission: Mission, states: dict[tuple[str, str], MilestoneState]) -> None:
        theme, language = self._around.theme, self._around.language
        self._heading(self.tr("Milestones"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        for number, milestone in enumerate(mission.milestones):
            name = Link(theme, wording.milestone(milestone, language))
            name.setAccessibleName(f"{mission.name(language)} {wording.milestone(milestone, language)}")
            name.clicked.connect(lambda _=False, m=milestone: self.milestone_chosen.emit(mission.id, m))
            grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignLeft)
            state = states.get((mission.id, milestone))
            text = wording.position(state.position, language) if state else self.tr("nothing said yet")
            if state and (doubt := wording.overtaken(state, language)):
                text = f"{text} · {doubt}"
            grid.addWidget(Text(theme, text, "body", "text" if state else "muted", wrap=True), number, 1)
            if state:
                pill = Pill(theme, wording.standing(state.standing, language), words.standing_tone(state.standing))
                grid.addWidget(pill, number, 2, Qt.AlignmentFlag.AlignRight)
        self._scrolled.column.addLayout(grid)

    def _facts(self, mission: Mission) -> None:
        theme, language = self._around.theme, self._around.language
        facts = [f for f in self._desk.world.facts if f.mission == mission.id]
        if not facts:
            return
        self._heading(self.tr("Facts"))
        for fact in facts:
            block = QVBoxLayout()
            block.setSpacing(1)
            text = in_language(fact.texts, language)
            block.addWidget(Text(theme, text, "body", wrap=True))
            title, url = self._desk.world.references.get(fact.reference or "", ("", ""))
            origin = Text(theme, self._origin(fact.origin), "small", "muted")
            link = web_link(self._around, url, title, scale=0.92)
            if link is not None:
                block.addLayout(line(origin, link, None, spacing=8))
            else:
                block.addWidget(origin)
            self._scrolled.column.addLayout(block)

    def _names(self, mission: Mission) -> None:
        self._heading(self.tr("Names that are looked for"))
        tongues = {"en": self.tr("English"), "zh": self.tr("Chinese")}
        for tongue in dict.fromkeys([*mission.names, *mission.aliases]):
            names = dict.fromkeys([mission.names.get(tongue, ""), *mission.aliases.get(tongue, ())])
            text = ", ".join(n for n in names if n)
            if text:
                told = self.tr("{language}: {names}").format(language=tongues.get(tongue, tongue), names=text)
                self._scrolled.column.addWidget(Text(self._around.theme, told, "body", "muted", wrap=True))

    def _origin(self, origin: str) -> str:
        return {
            "report": self.tr("from the report of 25 June 2024"),
            "team": self.tr("added by us, so that the race can be understood"),
        }.get(origin, self.tr("added by you"))


def _joined(*parts: str) -> str:
    return " · ".join(p for p in parts if p not in ("", UNNAMED))
