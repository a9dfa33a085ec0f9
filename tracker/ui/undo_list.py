"""What the person did in this session: told in a message, taken back by Undo one by one, the newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tracker.ui.asking import Asking
from tracker.ui.body import Toast

if TYPE_CHECKING:
    from tracker.model import Decision
    from tracker.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Act:
    """What was done, in words, and who takes it back; `slow`: beside the main thread, and it may raise TrackerError."""

    words: str
    take_back: Callable[[], object]
    slow: bool = False


class UndoList(QObject):
    """One for a window. `moved` tells that something was written or taken back."""

    moved = Signal()

    def __init__(self, desk: Desk, toast: Toast, now: Callable[[], datetime], asking: Asking) -> None:
        super().__init__(toast)
        self._desk, self._toast, self._now, self._asking = desk, toast, now, asking
        self._acts: list[Act] = []
        self._on_screen = False  # the newest act is what the message speaks of
        toast.undone.connect(self.undo)

    @property
    def there(self) -> bool:
        """Whether there is something to undo."""
        return bool(self._acts)

    @property
    def acts(self) -> Sequence[Act]:
        """All that can still be taken back, oldest first."""
        return tuple(self._acts)

    @property
    def said(self) -> str | None:
        """What is on the screen with Undo beside it; None where that is gone or was taken back."""
        return self._acts[-1].words if self._acts and self._on_screen and self._toast.isVisible() else None

    def go_on(self, acts: Sequence[Act], *, said: bool) -> None:
        """Take over what was done in a window that was built anew; `said`: the newest was still on the screen."""
        self._acts = list(acts)
        if said and acts:
            self._say_newest()
        self.moved.emit()

    @Slot(object, str)
    def tell(self, decision: Decision, words: str) -> None:
        """Say what was written into the ledger, with Undo beside it; undoing is a decision like any other."""
        from tracker.model import Decision, Verdict

        desk, now = self._desk, self._now

        def take_back() -> None:
            ident = desk.new_decision_id()
            desk.decide(Decision(ident, now(), Verdict.UNDO, decision.id, decision.mission, decision.milestone))

        self.say(words, take_back)

    def say(self, words: str, take_back: Callable[[], object]) -> None:
        """Say what was done, with Undo beside it, which calls `take_back` once."""
        self._add(Act(words, take_back))

    def say_written(self, words: str, put_back: Callable[[], object]) -> None:
        """Say what was written into a file of the person's, with Undo beside it; `put_back` is slow."""
        self._add(Act(words, put_back, slow=True))

    def _add(self, act: Act) -> None:
        self._acts.append(act)
        self._say_newest()
        self.moved.emit()

    def _say_newest(self) -> None:
        self._toast.say(self._acts[-1].words, undo=True)
        self._on_screen = True

    @Slot()
    def undo(self) -> None:
        """Take the newest back, if there is one; the one before it is the newest then."""
        if not self._acts:
            return
        act = self._acts.pop()
        self._on_screen = False
        if act.slow:
            self._asking.ask(act.take_back, lambda _: self._undone(act), self._refused, asker=self)
            return
        act.take_back()
        self._undone(act)

    def _undone(self, act: Act) -> None:
        self._toast.say(self.tr("Undone: “{what}”").format(what=act.words))
        self.moved.emit()

    def _refused(self, why: str) -> None:
        self._toast.say(why, "bad")
        self.moved.emit()
