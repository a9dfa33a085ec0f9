"""The fields of a source: name, tier, how often it is asked. Shows a source and gives what was entered."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from tracker.model import Source, Tier
from tracker.ui import source_words
from tracker.ui.around import Around
from tracker.ui.labels import Text


class SourceForm(QWidget):
    """`changed` is emitted with every key and choice."""

    changed = Signal()

    def __init__(self, around: Around, *, least_minutes: int, named: bool = True, tier_note: str = "") -> None:
        """`named`: the name may be chosen; `tier_note` is said after what a tier means."""
        super().__init__()
        self._around, self._least, self._tier_note = around, least_minutes, tier_note
        self.name = QLineEdit()
        self.name.setMaxLength(120)
        self.name.setAccessibleName(self.tr("Name"))
        self.name.textChanged.connect(self.changed)
        self.tier = self._combo(self.tr("Tier"))
        for tier in Tier:
            self.tier.addItem(source_words.tier_name(tier, around.language), tier.value)
        self._meaning = Text(around.theme, "", "small", "muted", wrap=True)
        self.tier.currentIndexChanged.connect(self._explain)
        self.interval = self._combo(self.tr("How often it is asked"))
        self._why = Text(around.theme, "", "small", "muted", wrap=True)
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setVerticalSpacing(8)
        self.form.setHorizontalSpacing(14)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        if named:
            self._add(self.tr("Name"), self.name)
        self._add(self.tr("Tier"), self.tier, self._meaning)
        self._add(self.tr("How often it is asked"), self.interval, self._why)
        self.show_tier(Tier.OTHER)
        self.show_interval(60)

    def show_source(self, source: Source) -> None:
        """Fill the fields from a source."""
        self.name.setText(source.name)
        self.show_tier(source.tier)
        self.show_interval(source.interval_minutes)

    def show_tier(self, tier: Tier) -> None:
        self.tier.setCurrentIndex(self.tier.findData(tier.value))
        self._explain()

    def show_interval(self, minutes: int) -> None:
        """Offer what is polite; what stands in the file already is offered too, whatever it is."""
        offered = sorted({m for m in source_words.INTERVALS if m >= self._least} | {minutes})
        self.interval.clear()
        for offer in offered:
            self.interval.addItem(source_words.every(offer), offer)
        self.interval.setCurrentIndex(self.interval.findData(minutes))
        self._why.setText(source_words.why_not_more_often(self._least))

    def set_least(self, minutes: int) -> None:
        """Another polite interval: what was chosen stays, where it is long enough."""
        self._least = minutes
        self.show_interval(max(self.minutes(), minutes))

    def chosen_tier(self) -> Tier:
        return Tier(self.tier.currentData())

    def minutes(self) -> int:
        return int(self.interval.currentData())

    def chosen_name(self) -> str:
        """The name in one line of visible characters; empty where there is none."""
        visible = "".join(c if c.isprintable() else " " for c in self.name.text())
        return " ".join(visible.split())

    def add_box(self, text: str, note: str) -> QCheckBox:
        """A check box under the fields, with a sentence on what it does."""
        box = QCheckBox(text)
        box.setAccessibleDescription(note)
        box.toggled.connect(self.changed)
        label = Text(self._around.theme, note, "small", "muted", wrap=True)
        label.setContentsMargins(28, 0, 0, 4)
        self.form.addRow(box)
        self.form.addRow(label)
        return box

    def _add(self, label: str, field: QWidget, note: QLabel | None = None) -> None:
        buddy = Text(self._around.theme, label, "small", "muted")
        buddy.setBuddy(field)
        self.form.addRow(buddy, field)
        if note is not None:
            self.form.addRow(note)

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        combo.currentIndexChanged.connect(self.changed)
        return combo

    def _explain(self) -> None:
        if self.tier.currentData() is not None:
            told = (source_words.tier_meaning(self.chosen_tier()), self._tier_note)
            meaning = source_words.joined(told, self._around.language)
            self._meaning.setText(meaning)
            self.tier.setAccessibleDescription(meaning)
