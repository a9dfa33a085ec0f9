"""The last act of the person in this session: told in a message, taken back by Undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tracker.ui.body import Toast

if TYPE_CHECKING:
    from tracker.model import Decision
    from tracker.ui.desk import Desk


class LastDecision(QObject):
    """`moved` tells that something was written or taken back."""

    moved = Signal()

    def __init__(self, desk: Desk, toast: Toast, now: Callable[[], datetime]) -> None:
        super().__init__(toast)
        self._desk, self._toast, self._now = desk, toast, now
        self._take_back: Callable[[], object] | None = None
        self._words = ""
        toast.undone.connect(self.undo)

    @property
    def there(self) -> bool:
        """Whether there is something to undo."""
        return self._take_back is not None

    @property
    def said(self) -> tuple[str, Callable[[], object]] | None:
        """What is on the screen with Undo beside it; None where that is gone or was taken back."""
        return (self._words, self._take_back) if self._take_back and self._toast.isVisible() else None

    @Slot(object, str)
    def tell(self, decision: Decision, words: str) -> None:
        """Say what was written into the ledger, with Undo beside it; undoing is a decision like any other."""

        from tracker.model import Decision, Verdict

        def take_back() -> None:
            ident = self._desk.new_decision_id()
            self._desk.decide(
                Decision(ident, self._now(), Verdict.UNDO, decision.id, decision.mission, decision.milestone)
            )

        self.say(words, take_back)

    def say(self, words: str, take_back: Callable[[], object]) -> None:
        """Say what was done, with Undo beside it, which calls `take_back` once."""
        self._take_back, self._words = take_back, words
        self._toast.say(words, undo=True)
        self.moved.emit()

    @Slot()
    def undo(self) -> None:
        """Take it back, if there is something."""
        take_back, self._take_back = self._take_back, None
        if take_back is None:
            return
        take_back()
        self._toast.say(self.tr("Undone"))
        self.moved.emit()
