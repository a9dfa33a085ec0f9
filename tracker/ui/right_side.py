"""The right of the window: the inspector of a milestone, or on the Sources page that of a source."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from tracker.ui.around import Around
from tracker.ui.choices import Choices

if TYPE_CHECKING:
    from tracker.ui.desk import Desk
    from tracker.ui.inspector import Inspector


class RightSide(QStackedWidget):
    """Signals are the inspector's own, there from the start though it is not."""

    article_asked = Signal(str)
    review_asked = Signal()
    closed = Signal()
    decided = Signal(object, str)
    changed = Signal(str, object)

    def __init__(self, desk: Desk, around: Around, choices: Choices) -> None:
        super().__init__()
        self._desk, self._around, self._choices = desk, around, choices
        self._inspector: Inspector | None = None

    @property
    def inspector(self) -> Inspector:
        """A milestone's; built when it is first of use."""
        if self._inspector is None:
            from tracker.ui.inspector import Inspector

            self._inspector = Inspector(self._desk, self._around, self._choices)
            self._inspector.article_asked.connect(self.article_asked)
            self._inspector.review_asked.connect(self.review_asked)
            self._inspector.closed.connect(self.closed)
            self._inspector.decided.connect(self.decided)
            self._inspector.changed.connect(self.changed)
            self.insertWidget(0, self._inspector)
        return self._inspector

    def show_milestone(self, mission: str, milestone: str, day: date | None, change: str = "") -> None:
        """Show a milestone as believed on a day (None: today), or what a change of it says."""
        self.inspector.show_story(self._desk.story(mission, milestone, day), change)

    def read_again(self, day: date | None) -> None:
        """Something moved, or another day is looked at: the same milestone again."""
        if self.inspector.key is not None:
            self.show_milestone(*self.inspector.key, day, self.inspector.change)
