"""The card of the old texts: how long articles keep theirs. What is let go cannot come back, so it is shown first."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from tracker.ui import words
from tracker.ui.around import Around
from tracker.ui.care import Caretaker, DataView
from tracker.ui.choices import Choices
from tracker.ui.settings_card import Option, SettingsCard, choose_quietly

YEARS = (0, 5, 2, 1)
LOOK_MS = 1500


class TextsCard(SettingsCard):
    """A choice only asks how much would go; the button beneath it lets it go. Keeping more takes effect at once."""

    def __init__(self, around: Around, choices: Choices, caretaker: Caretaker) -> None:
        super().__init__(around)
        self._choices, self._caretaker = choices, caretaker
        self._wanted = choices.value.keep_text_years
        self.head(self.tr("Text of old articles"))
        options = [Option(str(years), self._option(years)) for years in YEARS]
        if self._wanted not in YEARS:  # chosen in the file
            options.append(Option(str(self._wanted), self._option(self._wanted)))
        self.group = self.choice(
            "texts", self.tr("Keep the text for"), options, str(self._wanted), self._choose, beside=True
        )
        self.note(
            self.tr(
                "Whatever carries a claim, a change or a decision is always kept whole; of other old articles the title, the date and the link stay."
            )
        )
        self._words = self.note()
        self._words.hide()
        self.forget = self.button("forgetTexts", "", self._forget)
        self.forget.setProperty("look", "danger")
        self.cancel = self.button("keepTexts", self.tr("Keep them"), self._keep)
        self.row(self.forget, self.cancel, None)
        self.forget.hide()
        self.cancel.hide()
        self._again = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._again.timeout.connect(self.reload)
        choices.changed.connect(self._settled)

    def reload(self) -> None:
        """Ask how many texts would go, or are still to go."""
        wanted, care = self._wanted, self._caretaker
        if not wanted:
            self._show(0, DataView("", 0, 0))
            return
        self.around.asking.ask(
            lambda: care.data(wanted), lambda view: self._show(wanted, view), self._failed, asker=self
        )

    def _option(self, years: int) -> str:
        if not years:
            return self.tr("Always")
        return words.counted(years, self.tr("1 year"), self.tr("{n} years"))

    def _choose(self, value: str) -> None:
        self._wanted = int(value)
        now = self._choices.value.keep_text_years
        if not self._wanted or (now and self._wanted >= now):
            self._choices.change(keep_text_years=self._wanted)
        self.reload()

    def _forget(self) -> None:
        self._choices.change(keep_text_years=self._wanted)
        self.reload()

    def _keep(self) -> None:
        """Back to what is in force; while texts are going, no more of them goes."""
        if self._wanted == self._choices.value.keep_text_years:
            self._choices.change(keep_text_years=0)
        self._settled()

    def _settled(self) -> None:
        self._wanted = self._choices.value.keep_text_years
        choose_quietly(self.group, "texts", str(self._wanted))
        self.reload()

    def _show(self, wanted: int, view: DataView) -> None:
        if wanted != self._wanted:
            return  # another was chosen meanwhile
        in_force = wanted == self._choices.value.keep_text_years
        number = view.forgettable
        going = in_force and number > 0
        self.forget.setVisible(not in_force and number > 0)
        self.cancel.setVisible(number > 0)
        self.forget.setText(words.counted(number, self.tr("Remove 1 text"), self.tr("Remove {n} texts")))
        self.cancel.setText(self.tr("Stop, keep the rest") if going else self.tr("Keep them"))
        self._words.set_tone("muted" if in_force else "warn")
        if going:
            self._say(
                words.counted(
                    number,
                    self.tr("Removing in the background: 1 to go"),
                    self.tr("Removing in the background: {n} to go"),
                )
            )
            self._again.start()
        elif not wanted:
            self._say("")
        elif in_force:
            self._say(self.tr("No older text is left; new ones go when they grow old."))
        elif number:
            self._say(
                words.counted(
                    number,
                    self.tr("1 older article would lose its text. It cannot be brought back, except from a back-up."),
                    self.tr(
                        "{n} older articles would lose their text. It cannot be brought back, except from a back-up."
                    ),
                )
            )
        else:
            self._choices.change(keep_text_years=wanted)  # nothing is lost by it

    def _say(self, text: str) -> None:
        """What becomes of the texts; without a word no room is kept for one."""
        self._words.setText(text)
        self._words.setVisible(bool(text))

    def _failed(self, why: str) -> None:
        self._words.set_tone("bad")
        self._say(why)
