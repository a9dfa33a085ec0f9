"""The changes of one milestone beneath each other, newest first; built in parts where they are many."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.views import ChangeView

AT_ONCE, A_TIME = 8, 4
"""So many stand when the story is shown (more than an inspector has room for), and so many come with each turn after."""


class ChangeChain(QWidget):
    """`make` builds a change's widget from it, whether it is the one to look at, and whether it is the oldest (up to 1 ms
    each: thirty at once would cost the window two frames). The one with the id `chosen` is to be looked at; empty: the
    newest."""

    def __init__(
        self, views: Sequence[ChangeView], chosen: str, make: Callable[[ChangeView, bool, bool], QWidget]
    ) -> None:
        super().__init__()
        self._views, self._chosen, self._make = views, chosen, make
        self._last_stop: QWidget | None = None  # of the Tab key, in what is built
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(lambda: self._build(A_TIME))
        self._build(AT_ONCE)

    def _build(self, most: int) -> None:
        """Build so many of those that are not there yet; the others in the next turn."""
        first = self._column.count()
        for number, view in enumerate(self._views[first : first + most], first):
            chosen = view.change.id == self._chosen or (not self._chosen and number == 0)
            block = self._make(view, chosen, number + 1 == len(self._views))
            self._column.addWidget(block)
            self._follow_on(block, anew=first > 0)
        if self._column.count() < len(self._views):
            self._more.start()

    def _follow_on(self, block: QWidget, *, anew: bool) -> None:
        """What comes later stands where it belongs for the Tab key, not behind what stands below the chain."""
        for stop in block.findChildren(QWidget):
            if stop.focusPolicy() & Qt.FocusPolicy.TabFocus:
                if anew and self._last_stop is not None:
                    QWidget.setTabOrder(self._last_stop, stop)
                self._last_stop = stop
