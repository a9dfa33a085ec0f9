"""The card of the start with the system, where the desktop may take its time, say no, or ask the person first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.ui_world import Stage
from tracker.desktop.autostart import AutostartError
from tracker.ui.asking import Asking
from tracker.ui.care import StartView
from tracker.ui.settings_start import StartCard


class Slow:
    """A stage whose card is answered when the test lets it be."""

    def __init__(self, start: StartView) -> None:
        self.stage = Stage()
        self.stage.care.start = start
        self.works: list[Callable[[], None]] = []
        self.card = StartCard(replace(self.stage.around, asking=Asking(self.works.append)), self.stage.care)
        self.card.show()
        self.card.reload()
        self.answer()

    def answer(self) -> None:
        """Everything that was asked is answered, and what is asked because of it."""
        while self.works:
            self.works.pop(0)()
            self.stage.settle()

    @property
    def words(self) -> str:
        return self.card._words.text()

    @property
    def asked(self) -> list[tuple[object, ...]]:
        return self.stage.care.asked


REFUSED = AutostartError("the desktop did not allow it", advice="Try again in a moment")


@pytest.mark.parametrize("on", [True, False])
def test_what_was_refused_is_not_shown_as_done(qtbot: QtBot, *, on: bool) -> None:
    slow = Slow(StartView(on=on, hidden=False))
    slow.stage.care.trouble = REFUSED
    slow.card.on.click()
    slow.answer()
    assert slow.card.on.isChecked() is on
    assert slow.card.hidden.isChecked() is False
    assert slow.card.on.isEnabled()
    assert slow.words == "the desktop did not allow it. Try again in a moment"
    slow.card.on.click()  # and it can be tried again
    slow.answer()
    assert slow.card.on.isChecked() is not on
    assert "did not allow" not in slow.words


def test_where_it_is_not_even_known_it_can_be_tried_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = Slow(StartView(on=False))

    def unreadable() -> StartView:
        raise AutostartError("the autostart file cannot be read")

    monkeypatch.setattr(slow.stage.care, "start_view", unreadable)
    slow.card.reload()
    slow.answer()
    assert slow.words == "the autostart file cannot be read"
    slow.stage.care.trouble = REFUSED
    slow.card.on.click()
    slow.answer()
    assert slow.words.startswith("the desktop did not allow it")
    assert slow.card.on.isEnabled()


def test_a_desktop_that_asks_the_person_is_waited_for_and_it_is_said(qtbot: QtBot) -> None:
    slow = Slow(StartView(on=False))
    slow.card.on.click()
    assert not slow.card.hidden.isEnabled()
    before = slow.words
    qtbot.waitUntil(lambda: slow.words != before, timeout=3_000)
    assert slow.words == "Waiting for the desktop's answer. It may be asking you."
    slow.card.reload()  # the page is opened again meanwhile: how it stood before is no news
    slow.works.pop()()
    slow.stage.settle()
    assert slow.card.on.isChecked()
    slow.answer()
    assert slow.card.on.isChecked()
    assert slow.card.hidden.isEnabled()
    assert "Waiting" not in slow.words


def test_a_quick_answer_says_nothing_of_waiting(qtbot: QtBot) -> None:
    slow = Slow(StartView(on=False))
    slow.card.on.click()
    assert slow.card._patience.isActive()
    slow.answer()
    assert not slow.card._patience.isActive()
    slow.stage.care.trouble = REFUSED
    slow.card.on.click()
    slow.answer()
    assert not slow.card._patience.isActive()


def test_who_changes_his_mind_meanwhile_gets_what_he_wanted_last(qtbot: QtBot) -> None:
    """The switch keeps the focus, so it can be pressed again: one question at a time, and the last wish holds."""
    slow = Slow(StartView(on=False))
    slow.card.on.setFocus()
    slow.card.on.setChecked(True)
    slow.card.on.setChecked(False)
    assert len(slow.works) == 1
    slow.answer()
    assert slow.asked == [("start", True, True), ("start", False, True)]
    assert not slow.card.on.isChecked()


def test_what_only_the_desktop_knows_is_said_so(qtbot: QtBot) -> None:
    slow = Slow(StartView(on=True, hidden=False))
    assert slow.words == "The desktop has agreed to start it; its own settings have the last word."
    slow.stage.care.start = StartView(on=True, hidden=True)
    slow.card.reload()
    slow.answer()
    assert slow.words.endswith("last word.\nWithout a tray the window opens all the same.")
