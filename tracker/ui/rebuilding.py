"""What the window shows is remembered, taken apart and shown again: in another language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QScrollArea, QWidget

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow
    from tracker.ui.undo_list import Act


@dataclass(frozen=True, slots=True)
class Seen:
    """What is shown: the page, how far it is scrolled, what has the focus (by object name), and what is chosen."""

    page: str
    scrolled: int
    focus: str
    day: date | None
    milestone: tuple[str, str] | None
    change: str
    side: bool
    acts: Sequence[Act]  # what can be undone
    said: bool  # the newest of them is on the screen

    @classmethod
    def of(cls, window: MainWindow) -> Seen:
        """What a window shows now."""
        area = _area(window)
        focus = window.focusWidget()
        return cls(
            page=window.page,
            scrolled=area.verticalScrollBar().value() if area else 0,
            focus=focus.objectName() if focus else "",
            day=window.top.day,
            milestone=window.inspector.key,
            change=window.inspector.change,
            side=window.body.side_shown,
            acts=window.undo_list.acts,
            said=window.undo_list.said is not None,
        )

    def show_again(self, window: MainWindow) -> None:
        """Show the same in a window that was built anew."""
        central = window.centralWidget()
        if central is not None:
            central.show()  # by itself it would come only with the next turn of the event loop
        window.top.set_span(window.desk.world.on, window.desk.today())
        if self.day is not None:
            window.top.slider.setValue((self.day - window.desk.world.on).days)
        if self.milestone is not None:
            window.side.show_milestone(*self.milestone, self.day, self.change)
        window.open_page(self.page or "race")
        if not self.side:
            window.body.hide_side()
        window.reload()
        area = _area(window)
        if area is not None:
            inner = area.widget()
            layout = inner.layout() if inner is not None else None
            if layout is not None:
                layout.activate()
            area.verticalScrollBar().setValue(self.scrolled)
        window.undo_list.go_on(self.acts, said=self.said)
        focus = window.findChild(QWidget, self.focus) if self.focus else None
        (focus or window.body).setFocus()


def take_apart(window: MainWindow) -> None:
    """Let every part of the window go; its frame, place and size stay."""
    for action in window.findChildren(QAction, options=Qt.FindChildOption.FindDirectChildrenOnly):
        window.removeAction(action)
        action.deleteLater()
    window.menus.deleteLater()
    old = window.takeCentralWidget()
    if old is not None:
        old.hide()
        old.deleteLater()


def _area(window: MainWindow) -> QScrollArea | None:
    page = window.body.pages.currentWidget()
    return page.findChild(QScrollArea) if page is not None else None
