"""What a screen reader meets in a chart: the chart with its words, and a child for each thing drawn on it.

Qt knows a painted widget only as one blank area. Here a chart is a list of marks: each has a name, everything that is told
of it, its place on the screen, whether it is the chosen one, and can be pressed. Texts are made when a reader asks for
them, so a window without a reader pays nothing.
"""

# mypy: disable-error-code="override"
# PySide's stubs know no None where Qt takes a null pointer.

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final, Protocol

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

Key = tuple[str, str]
"""Mission and milestone."""


class Marked(Protocol):
    """What a chart says of itself. Rectangles are in the widget's own pixels; a mark out of sight has an empty one."""

    def description(self) -> str: ...

    def mark_keys(self) -> Collection[Key]: ...

    def pick(self, mission: str, milestone: str) -> None: ...

    def mark_name(self, key: Key) -> str: ...

    def mark_told(self, key: Key) -> str: ...

    def mark_rect(self, key: Key) -> QRect: ...

    def picked_mark(self) -> Key | None: ...

    def press_mark(self, key: Key) -> None: ...

    def show_menu(self, at: QPoint) -> None: ...


def make_accessible(chart: QWidget) -> None:
    """Let readers see into a chart (a QWidget that is `Marked`). To be called once, at the end of its making."""
    chart.setProperty(_PROPERTY, True)
    if not _INSTALLED:
        _INSTALLED.append(True)
        QAccessible.installFactory(_factory)


def tell_moved(chart: QWidget, key: Key) -> None:
    """The keyboard went to a mark: readers speak it."""
    if not QAccessible.isActive():
        return
    interface = QAccessible.queryAccessibleInterface(chart)
    if isinstance(interface, ChartAccess):
        mark = interface.mark(key)
        QAccessible.updateAccessibility(QAccessibleEvent(mark, QAccessible.Event.Selection))
        QAccessible.updateAccessibility(QAccessibleEvent(mark, QAccessible.Event.Focus))


_PRESS: Final = QAccessibleActionInterface.pressAction()
_FOCUS: Final = QAccessibleActionInterface.setFocusAction()
_MENU: Final = QAccessibleActionInterface.showMenuAction()
_PROPERTY: Final = "marked"
_INSTALLED: list[bool] = []
_KEPT: dict[int, ChartAccess] = {}
"""Qt frees an interface with its widget; Python must hold it as long."""


def _factory(_class: str, thing: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget) or not thing.property(_PROPERTY):
        return None
    made = ChartAccess(thing)
    number = id(made)
    _KEPT[number] = made
    thing.destroyed.connect(lambda: _forget(number))
    return made


def _forget(number: int) -> None:
    gone = _KEPT.pop(number, None)
    if gone is not None:
        gone.free()


class ChartAccess(QAccessibleWidget):
    """The chart itself. Its children are the marks, in the order of the chart's own keys."""

    def __init__(self, chart: Any) -> None:
        super().__init__(chart, QAccessible.Role.Chart)
        self._chart = chart
        self._marks: dict[Key, MarkAccess] = {}

    def mark(self, key: Key) -> MarkAccess:
        """The child of a key; one object for the chart's whole life, so that readers know it again."""
        if key not in self._marks:
            self._marks[key] = MarkAccess(self._chart, key)
            QAccessible.registerAccessibleInterface(self._marks[key])
        return self._marks[key]

    def free(self) -> None:
        """The chart is gone, and its marks with it."""
        for mark in self._marks.values():
            if shiboken6.isValid(mark):
                QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(mark))
        self._marks.clear()

    def childCount(self) -> int:
        return len(self._chart.mark_keys())

    def child(self, index: int) -> QAccessibleInterface | None:
        keys = list(self._chart.mark_keys())
        return self.mark(keys[index]) if 0 <= index < len(keys) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        keys = list(self._chart.mark_keys())
        return keys.index(child.key) if isinstance(child, MarkAccess) and child.key in keys else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        where = self._chart.mapFromGlobal(QPoint(x, y))
        found = next((k for k in self._chart.mark_keys() if self._chart.mark_rect(k).contains(where)), None)
        return self.mark(found) if found is not None else None

    def focusChild(self) -> QAccessibleInterface | None:
        picked = self._chart.picked_mark()
        if self._chart.hasFocus() and picked in self._chart.mark_keys():
            return self.mark(picked)
        return super().focusChild()

    def actionNames(self) -> list[str]:
        return [_PRESS, _MENU, _FOCUS]

    def doAction(self, name: str) -> None:
        """Press opens what the keyboard stands on; the menu copies and saves the chart."""
        self._chart.setFocus(Qt.FocusReason.OtherFocusReason)
        picked = self._chart.picked_mark()
        if name == _PRESS and picked in self._chart.mark_keys():
            self._chart.press_mark(picked)
        elif name == _MENU:
            self._chart.show_menu(self._chart.mapToGlobal(self._chart.rect().center()))

    def text(self, which: QAccessible.Text) -> str:
        if which is QAccessible.Text.Description:
            return str(self._chart.description())
        if which is QAccessible.Text.Value:
            picked = self._chart.picked_mark()
            return str(self._chart.mark_name(picked)) if picked in self._chart.mark_keys() else ""
        return super().text(which)


class MarkAccess(QAccessibleWidget):
    """One thing on a chart. A QAccessibleWidget for the sake of its action interface: one written in Python alone crashes
    (PySide 6.11 cannot give out what `interface_cast` returns). Everything that would speak of the widget is overridden.
    """

    def __init__(self, chart: Any, key: Key) -> None:
        super().__init__(chart, QAccessible.Role.ListItem)
        self.key = key
        self._chart = chart

    def isValid(self) -> bool:
        return shiboken6.isValid(self._chart) and self.key in self._chart.mark_keys()

    def object(self) -> QObject | None:
        return None

    def window(self) -> QWindow | None:
        return self._chart.window().windowHandle() if self.isValid() else None

    def parent(self) -> QAccessibleInterface | None:
        return QAccessible.queryAccessibleInterface(self._chart) if shiboken6.isValid(self._chart) else None

    def child(self, _index: int) -> QAccessibleInterface | None:
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:
        return None

    def focusChild(self) -> QAccessibleInterface | None:
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def text(self, which: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        if which is QAccessible.Text.Name:
            return str(self._chart.mark_name(self.key))
        if which is QAccessible.Text.Description:
            return str(self._chart.mark_told(self.key))
        return ""

    def setText(self, _which: QAccessible.Text, _text: str) -> None:
        """Nothing of a mark can be written."""

    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        own: QRect = self._chart.mark_rect(self.key)
        return QRect(self._chart.mapToGlobal(own.topLeft()), own.size()) if not own.isEmpty() else QRect()

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = state.selectable = True
        if not self.isValid():
            state.invalid = True
            return state
        picked = self._chart.picked_mark() == self.key
        state.selected = picked
        state.focused = picked and self._chart.hasFocus()
        state.invisible = not self._chart.isVisible()
        state.offscreen = self._chart.mark_rect(self.key).isEmpty()
        return state

    def actionNames(self) -> list[str]:
        return [_PRESS, _FOCUS]

    def doAction(self, name: str) -> None:
        """Pressing a mark opens it, as a click does; giving it the focus only goes there."""
        if not self.isValid():
            return
        self._chart.setFocus(Qt.FocusReason.OtherFocusReason)
        self._chart.pick(*self.key)
        if name == _PRESS:
            self._chart.press_mark(self.key)

    def keyBindingsForAction(self, _name: str) -> list[str]:
        return []
