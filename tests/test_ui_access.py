"""Every control that takes the focus has a name; the keyboard reaches each page; nothing is built wider than its window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from tests.ui_world import Stage
from tracker.ui.main_window import MainWindow
from tracker.ui.navigation import PAGES


def said(widget: QWidget, what: QAccessible.Text) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(what) if interface else ""


def name(widget: QWidget) -> str:
    return said(widget, QAccessible.Text.Name)


def focusable(window: MainWindow) -> list[QWidget]:
    return [
        w
        for w in window.findChildren(QWidget)
        if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(w, QScrollBar)
    ]


@pytest.mark.parametrize("page", PAGES)
def test_what_takes_the_focus_has_a_name(qtbot: QtBot, page: str) -> None:
    stage = Stage()
    window = stage.window()
    window.show_milestone("chang-e-7", "launch")
    window.open_page(page)
    if page == "articles":
        window.show_article("item-extra")
    if page == "sources":
        window.show_source("cnsa")
    stage.settle()
    nameless = [f"{type(w).__name__} {w.objectName()}" for w in focusable(window) if not name(w).strip()]
    assert not nameless
    assert len(focusable(window)) > 8


def test_tab_walks_through_the_whole_window_and_comes_back(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    window.activateWindow()
    wanted = set(focusable(window))
    reached: list[QWidget] = []
    widget = window.nextInFocusChain()
    for _ in range(2000):
        if widget in wanted and widget not in reached:
            reached.append(widget)
        widget = widget.nextInFocusChain()
        if widget is window:
            break
    assert set(reached) == wanted
    order = [w for w in reached if w.parent() is window.navigation]
    assert [w.objectName() for w in order] == [f"page-{p}" for p in PAGES]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("width", [900, 1280])
def test_nothing_is_cut_off_at_the_side(qtbot: QtBot, page: str, width: int) -> None:
    stage = Stage()
    window = stage.window(width=width, height=600)
    window.show_change("digest")
    window.open_page(page)
    if page == "articles":
        window.show_article("item-extra")
    stage.settle()
    for area in window.findChildren(QScrollArea):
        if area.isVisible() and area.widget() is not None:
            assert area.widget().width() <= area.viewport().width(), f"{page}: {area.parent()}"
    for widget in window.findChildren(QWidget):
        parent = widget.parentWidget()
        if (
            widget.isVisible()
            and parent is not None
            and widget.window() is window
            and not widget.visibleRegion().isEmpty()
        ):
            assert widget.geometry().right() <= max(parent.width(), 1) + 1, (
                f"{page}: {type(widget).__name__} {widget.objectName()}"
            )


def test_a_reader_hears_what_was_done_and_which_day_is_shown(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = Stage().window()
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    window.body.toast.say("Rejected: Artemis III landing")
    assert heard == ["Rejected: Artemis III landing"]
    window.activateWindow()
    window.top.slider.setFocus()
    QTest.keyClick(window.top.slider, Qt.Key.Key_Home)
    assert heard[1:] == ["As of 25 Jun 2024"]


def test_charts_describe_themselves(qtbot: QtBot) -> None:
    window = Stage().window()
    race = window.pages.race
    assert "Chang'e 7: delivery achieved 9 Apr 2026, launch on hold, landing on hold" in said(
        race.timeline, QAccessible.Text.Description
    )
    assert "Artemis III · landing: 25 Jun 2024: 2026" in said(race.trend, QAccessible.Text.Description)
    assert race.leads.text().startswith("The lunar south pole: undecided")
