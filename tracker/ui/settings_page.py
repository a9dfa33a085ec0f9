"""The Settings page: a card a subject. Every choice is taken at once; there is no button to save."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.ui.around import Around
from tracker.ui.cards import Column
from tracker.ui.care import Caretaker
from tracker.ui.choices import Choices
from tracker.ui.desk import Desk
from tracker.ui.settings_alerts import AlertsCard
from tracker.ui.settings_card import WIDEST, WIDEST_LETTERS, SettingsCard
from tracker.ui.settings_looks import LanguageCard, LooksCard


class SettingsPage(QWidget):
    """`changed` carries the words of what was done and a callable that takes it back. Without a caretaker there is only
    what the window can do by itself."""

    changed = Signal(str, object)

    def __init__(self, desk: Desk, around: Around, choices: Choices, caretaker: Caretaker | None) -> None:
        super().__init__()
        self.setObjectName("page")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        column = Column()
        outer.addWidget(column)
        self.alerts = AlertsCard(desk, around, choices, caretaker)
        self.cards: list[SettingsCard] = [self.alerts, LooksCard(around, choices), LanguageCard(around, choices)]
        if caretaker is not None:
            self.cards += self._of(caretaker, around, choices)
        inner = QWidget()
        inner.setMaximumWidth(max(WIDEST, WIDEST_LETTERS * QFontMetrics(around.theme.font()).averageCharWidth()))
        cards = QVBoxLayout(inner)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(14)
        for card in self.cards:
            cards.addWidget(card)
        row = QHBoxLayout()  # a row knows how wide its parts may be; a column asks for heights at its own width
        row.addWidget(inner, 1)
        row.addStretch(0)
        column.column.addLayout(row)
        column.column.addStretch(1)

    def reload(self) -> None:
        """Ask anew what may have changed outside the window."""
        for card in self.cards:
            card.reload()

    def _of(self, caretaker: Caretaker, around: Around, choices: Choices) -> list[SettingsCard]:
        from tracker.ui.settings_data import DataCard
        from tracker.ui.settings_network import ProxyCard, SecretsCard
        from tracker.ui.settings_start import StartCard
        from tracker.ui.settings_texts import TextsCard

        data = DataCard(around, choices, caretaker)
        data.changed.connect(self.changed)
        return [
            StartCard(around, caretaker),
            ProxyCard(around, choices, caretaker),
            SecretsCard(around, choices, caretaker),
            data,
            TextsCard(around, choices, caretaker),
        ]
