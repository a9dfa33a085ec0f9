"""The changes of one milestone beneath each other, newest first: kept where they stay, built in parts where they are many."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui.cards import keep_focus
from tracker.views import ChangeView

AT_ONCE, A_TIME = 8, 4
"""So many stand when the story is shown (more than an inspector has room for), and so many come with each turn after."""

Link = tuple[ChangeView, bool, bool]
"""A change, whether it is the one to look at, whether it is the oldest."""


class ChangeChain(QWidget):
    """`make` builds a change's widget (up to 1 ms each: thirty at once would cost the window two frames)."""

    def __init__(self, make: Callable[[ChangeView, bool, bool], QWidget]) -> None:
        super().__init__()
        self._make = make
        self._links: list[Link] = []
        self._built: dict[str, tuple[Link, QWidget]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(lambda: self._build(A_TIME))

    def show_changes(self, views: Sequence[ChangeView], chosen: str) -> None:
        """Show these, the one with the id `chosen` to be looked at (empty: the newest)."""
        last = len(views) - 1
        self._links = [
            (view, view.change.id == chosen or (not chosen and number == 0), number == last)
            for number, view in enumerate(views)
        ]
        wanted = {link[0].change.id: link for link in self._links}
        for ident, (link, block) in list(self._built.items()):
            if wanted.get(ident) != link:
                self._let_go(ident, block)
        self.setVisible(bool(views))
        self._build(max(0, AT_ONCE - len(self._built)))

    def _let_go(self, ident: str, block: QWidget) -> None:
        del self._built[ident]
        keep_focus(block, self)
        self._column.removeWidget(block)
        block.hide()
        block.deleteLater()

    def _build(self, most: int) -> None:
        """Build up to so many of those that are not there yet, the newest first; the others in the next turn."""
        self._more.stop()
        for place, link in enumerate(self._links):
            ident = link[0].change.id
            if ident in self._built:
                continue
            if most == 0:
                self._more.start()
                return
            most -= 1
            self._built[ident] = link, self._make(*link)
            self._column.insertWidget(place, self._built[ident][1])
