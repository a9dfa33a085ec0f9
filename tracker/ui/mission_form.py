"""The fields of a mission: names, who flies it, its milestones. Shows a mission and gives the one that was entered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QGridLayout, QLineEdit, QSizePolicy, QWidget

from tracker import wording
from tracker.model import MILESTONES, Mission
from tracker.seeding import World
from tracker.ui.around import Around
from tracker.ui.labels import Text
from tracker.ui.naming import UNNAMED, in_language

_BETWEEN_NAMES = re.compile(r"[,;，、；\n]")


class MissionForm(QWidget):
    """`changed` is emitted with every key and click."""

    changed = Signal()

    def __init__(self, around: Around, world: World, mission: Mission | None) -> None:
        super().__init__()
        self._around = around
        self._start = mission or Mission("", {}, {}, "", "", "", ("launch",), origin="user")
        names, aliases = self._start.names, self._start.aliases
        self.names = {language: self._line(names.get(language, "")) for language in ("en", "zh")}
        self.aliases = {language: self._line(", ".join(aliases.get(language, ()))) for language in ("en", "zh")}
        self.about = self._line(in_language(self._start.about, around.language))
        self.agency = self._combo(_named(world.agencies, around.language), self._start.agency)
        self.programme = self._combo(_named(world.programmes, around.language), self._start.programme)
        sides = {s.id: in_language(s.names, around.language, s.id) for s in world.sides}
        self.side = self._combo(sides, self._start.side)
        self.lane = QCheckBox(self.tr("Has a lane on the Race page"))
        self.lane.setChecked(self._start.lane)
        self.lane.toggled.connect(self.changed)
        self.milestones = {m: self._box(m) for m in MILESTONES}
        self.names["en"].setPlaceholderText("Chang'e 9")
        self.names["zh"].setPlaceholderText("嫦娥九号")
        self.aliases["en"].setPlaceholderText(self.tr("separated by commas"))
        self._lay_out()

    def mission(self) -> Mission | None:
        """What was entered, with the id it started from; None while a name or every milestone is missing."""
        names = {language: line.text().strip() for language, line in self.names.items() if line.text().strip()}
        milestones = tuple(m for m, box in self.milestones.items() if box.isChecked())
        if not names or not milestones:
            return None
        aliases = {language: parts for language, line in self.aliases.items() if (parts := _parts(line.text()))}
        return replace(
            self._start, names=names, aliases=aliases, milestones=milestones, lane=self.lane.isChecked(),
            about=self._about(), side=_chosen(self.side) or "other",
            agency=_chosen(self.agency) or UNNAMED, programme=_chosen(self.programme) or UNNAMED,
        )  # fmt: skip

    def _about(self) -> Mapping[str, str]:
        text = self.about.text().strip()
        before = self._start.about
        if text == in_language(before, self._around.language):
            return before
        return {**before, self._around.language: text} if text else {}

    def _line(self, text: str) -> QLineEdit:
        line = QLineEdit(text)
        line.setMaxLength(400)
        line.textChanged.connect(self.changed)
        return line

    def _box(self, milestone: str) -> QCheckBox:
        box = QCheckBox(wording.milestone(milestone, self._around.language))
        box.setChecked(milestone in self._start.milestones)
        box.toggled.connect(self.changed)
        return box

    def _combo(self, options: Mapping[str, str], chosen: str) -> QComboBox:
        combo = QComboBox()
        combo.setEditable(True)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        combo.lineEdit().setMaxLength(80)  # type: ignore[union-attr]  # an editable box has one
        for ident, name in options.items():
            combo.addItem(name, ident)
        place = combo.findData(chosen)
        if place >= 0:
            combo.setCurrentIndex(place)
        else:
            combo.setEditText(chosen)
        combo.editTextChanged.connect(self.changed)
        return combo

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 8, 0)
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(14)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for text, field in (
            (self.tr("English name"), self.names["en"]),
            (self.tr("Chinese name"), self.names["zh"]),
            (self.tr("Other English names"), self.aliases["en"]),
            (self.tr("Other Chinese names"), self.aliases["zh"]),
            (self.tr("In one sentence"), self.about),
            (self.tr("Agency"), self.agency),
            (self.tr("Programme"), self.programme),
            (self.tr("Side"), self.side),
        ):
            field.setAccessibleName(text)
            if isinstance(field, QComboBox) and (typed := field.lineEdit()) is not None:
                typed.setAccessibleName(text)
            form.addRow(text, field)
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        for number, box in enumerate(self.milestones.values()):
            grid.addWidget(box, number % 5, number // 5)
        heading = Text(self._around.theme, self.tr("Milestones"), "body")
        form.addRow(heading, grid)
        form.addRow("", self.lane)


def _chosen(combo: QComboBox) -> str:
    """The id of a known name, else what was typed."""
    text = combo.currentText().strip()
    place = combo.findText(text)
    return str(combo.itemData(place)) if place >= 0 else text


def _parts(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in _BETWEEN_NAMES.split(text) if part.strip()))


def _named(names: Mapping[str, Mapping[str, str]], language: str) -> dict[str, str]:
    return {ident: in_language(found, language, ident) for ident, found in names.items()}
