"""What the cards of the Settings page share: a heading, choices with notes, a line that says what came of a thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton, QRadioButton, QWidget

from tracker.ui.around import Around
from tracker.ui.cards import Card, line
from tracker.ui.labels import Text

WIDEST, WIDEST_LETTERS = 760, 104
"""In pixels and in letters of the system's font: a line of text that is longer is hard to read."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of several: its value, its words, and a note beneath."""

    value: str
    words: str
    note: str = ""


def rest(*buttons: QPushButton) -> Callable[[], None]:
    """Let buttons rest while something long is done; what is given wakes them.

    The one that had the focus has it again then, unless the person has gone elsewhere meanwhile.
    """
    window = buttons[0].window()
    had = window.focusWidget()
    for button in buttons:
        button.setEnabled(False)
    left = window.focusWidget()

    def wake() -> None:
        for button in buttons:
            button.setEnabled(True)
        if had in buttons and window.focusWidget() is left:
            had.setFocus()

    return wake


class SettingsCard(Card):
    """A card of one subject."""

    def __init__(self, around: Around) -> None:
        super().__init__(around.theme)
        self.around, self.title = around, ""
        self.column.setSpacing(6)

    def head(self, title: str) -> None:
        """What the card is about."""
        self.title = title
        self.column.addWidget(Text(self.around.theme, title, "heading"))
        self.column.addSpacing(2)

    def reload(self) -> None:
        """The page is seen again: ask anew what may have changed meanwhile."""

    def subject(self, text: str) -> None:
        """A smaller heading inside the card."""
        self.column.addSpacing(8)
        self.column.addWidget(Text(self.around.theme, text, "strong"))

    def note(self, text: str = "", tone: str = "muted", *, indent: int = 0) -> Text:
        """A sentence in small letters."""
        label = Text(self.around.theme, text, "small", tone, wrap=True)
        label.setContentsMargins(indent, 0, 0, 2)
        self.column.addWidget(label)
        return label

    def row(self, *widgets: QWidget | None) -> None:
        """Widgets beside each other; None is the stretch."""
        self.column.addLayout(line(*widgets))

    def choice(
        self, name: str, title: str, options: Sequence[Option], now: str, choose: Callable[[str], object],
        *, beside: bool = False,
    ) -> QButtonGroup:  # fmt: skip
        """One of several, beneath each other with their notes, or beside each other. `choose` hears what is chosen."""
        group = QButtonGroup(self)
        buttons: list[QWidget] = []
        for option in options:
            button = QRadioButton(option.words)
            button.setObjectName(f"{name}-{option.value}")
            button.setAccessibleName(f"{title}: {option.words}")
            button.setAccessibleDescription(option.note)
            button.setChecked(option.value == now)
            button.toggled.connect(lambda on, value=option.value: choose(value) if on else None)
            group.addButton(button)
            buttons.append(button)
            if not beside:
                self.column.addWidget(button)
                if option.note:
                    self.note(option.note, indent=27)
        if beside:
            self.column.addLayout(line(*buttons, None, spacing=18))
        return group

    def button(self, name: str, words: str, press: Callable[[], object]) -> QPushButton:
        """A button; it is not placed yet."""
        made = QPushButton(words)
        made.setObjectName(name)
        made.clicked.connect(lambda: press())  # noqa: PLW0108  drops Qt's "checked"
        return made


def choose_quietly(group: QButtonGroup, name: str, value: str) -> None:
    """Show what is chosen without anybody hearing of it."""
    for button in group.buttons():
        button.blockSignals(True)
        button.setChecked(button.objectName() == f"{name}-{value}")
        button.blockSignals(False)


class _NoWheel(QObject):
    """Who scrolls the page with the wheel must not change what lies under the pointer."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def steady(widget: QWidget) -> None:
    """Leave the wheel to the page that scrolls."""
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(_NoWheel(widget))
