"""The Settings page: only what exists. Every choice is taken at once and handed to whoever keeps it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QButtonGroup, QPushButton, QRadioButton, QVBoxLayout, QWidget

from tracker.ui.around import Around
from tracker.ui.cards import Card, Column, line
from tracker.ui.choices import Choices
from tracker.ui.desk import Desk
from tracker.ui.labels import Text


class SettingsPage(QWidget):
    """A card a subject."""

    def __init__(
        self,
        desk: Desk,
        around: Around,
        choices: Choices,
        keep: Callable[[Choices], None],
        test_notification: Callable[[], None] | None,
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk, self._around, self._choices, self._keep = desk, around, choices, keep
        self.groups: dict[str, QButtonGroup] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        column = Column()
        outer.addWidget(column)
        alerts = (
            ("confirmed", self.tr("When a change is confirmed"), self.tr("An agency or a database says so, or two outlets agree.")),
            ("reports", self.tr("Also when it is only reported"), self.tr("One outlet says so; it may turn out wrong.")),
            ("none", self.tr("Never"), self.tr("Changes are still kept and shown here.")),
        )  # fmt: skip
        card = self._card(self.tr("Notifications"), "alerts", alerts)
        self._service = Text(around.theme, "", "small", "muted", wrap=True)
        card.column.addWidget(self._service)
        if test_notification is not None:
            test = QPushButton(self.tr("Send a test notification"))
            test.setObjectName("testNotification")
            test.clicked.connect(lambda: test_notification())  # noqa: PLW0108  drops Qt's "checked"
            card.column.addLayout(line(test, None))
        column.column.addWidget(card)
        looks = (
            ("system", self.tr("As the system"), ""),
            ("light", self.tr("Light"), ""),
            ("dark", self.tr("Dark"), ""),
        )
        column.column.addWidget(self._card(self.tr("Appearance"), "appearance", looks))
        tongues = (("system", self.tr("As the system"), ""), ("en", "English", ""), ("zh_CN", "简体中文", ""))
        card = self._card(self.tr("Language"), "language", tongues)
        note = self.tr("Takes effect when the program starts again.")
        card.column.addWidget(Text(around.theme, note, "small", "muted", wrap=True))
        column.column.addWidget(card)
        column.column.addStretch(1)

    def reload(self) -> None:
        """Ask again who shows the notifications."""
        self._service.setText(self._desk.notification_service())

    def _card(self, title: str, name: str, options: Sequence[tuple[str, str, str]]) -> Card:
        theme = self._around.theme
        card = Card(theme)
        card.setMaximumWidth(760)
        card.column.setSpacing(4)
        card.column.addWidget(Text(theme, title, "heading"))
        card.column.addSpacing(2)
        group = QButtonGroup(self)
        self.groups[name] = group
        for value, text, note in options:
            button = QRadioButton(text)
            button.setObjectName(f"{name}-{value}")
            button.setAccessibleName(f"{title}: {text}")
            button.setAccessibleDescription(note)
            button.setChecked(getattr(self._choices, name) == value)
            button.toggled.connect(lambda on, n=name, v=value: self._choose(n, v) if on else None)
            group.addButton(button)
            card.column.addWidget(button)
            if note:
                label = Text(theme, note, "small", "muted", wrap=True)
                label.setContentsMargins(29, 0, 0, 4)
                card.column.addWidget(label)
        return card

    def _choose(self, name: str, value: str) -> None:
        self._choices = replace(self._choices, **{name: value})
        if name == "appearance":
            self._around.theme.set_mode(value)
        self._keep(self._choices)
