"""The cards of the looks: light or dark, and the language of the whole window. Both take effect at once."""

from __future__ import annotations

from tracker.ui.around import Around
from tracker.ui.choices import Choices
from tracker.ui.settings_card import Option, SettingsCard, choose_quietly


class LooksCard(SettingsCard):
    """Light, dark, or as the system."""

    def __init__(self, around: Around, choices: Choices) -> None:
        super().__init__(around)
        self._choices = choices
        self.head(self.tr("Appearance"))
        options = (
            Option("system", self.tr("As the system")),
            Option("light", self.tr("Light")),
            Option("dark", self.tr("Dark")),
        )
        self.group = self.choice("appearance", self.title, options, choices.value.appearance, self._choose, beside=True)
        choices.changed.connect(self._show)

    def _choose(self, mode: str) -> None:
        self.around.theme.set_mode(mode)
        self._choices.change(appearance=mode)

    def _show(self) -> None:
        choose_quietly(self.group, "appearance", self._choices.value.appearance)


class LanguageCard(SettingsCard):
    """English, Chinese, or as the system. The languages are written in themselves, so that each finds his own."""

    def __init__(self, around: Around, choices: Choices) -> None:
        super().__init__(around)
        self._choices = choices
        self.head(self.tr("Language"))
        options = (Option("system", self.tr("As the system")), Option("en", "English"), Option("zh_CN", "简体中文"))
        self.group = self.choice(
            "language", self.title, options, choices.value.language,
            lambda language: choices.change(language=language), beside=True,
        )  # fmt: skip
        self.note(
            self.tr("The window, the tray and the notifications. Quoted words stay in the language they were said in.")
        )
        choices.changed.connect(self._show)

    def _show(self) -> None:
        choose_quietly(self.group, "language", self._choices.value.language)
