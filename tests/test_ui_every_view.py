"""Every view there is (tests/window_views.py), in both languages: what takes the keyboard has a name that says what it is,
and no word is cut off, in large letters too."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QMenu,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui_world import Stage
from tests.window_views import SCENES, VIEWS, Scene, View
from tracker.ui.bridge import Bridge
from tracker.ui.language import install
from tracker.ui.link import Link
from tracker.ui.main_window import MainWindow

LANGUAGES = ("en", "zh_CN")


@pytest.fixture(scope="module")
def scenes() -> Iterator[dict[str, Scene]]:
    """Each desk played once for all tests here."""
    from contextlib import ExitStack

    with ExitStack() as stack:
        yield {name: stack.enter_context(make()) for name, make in SCENES.items()}


@contextmanager
def shown(scene: Scene, view: View, language: str, *, width: int = 1280, height: int = 800) -> Iterator[QWidget]:
    """A view as it stands on the screen: the window, or the dialog over it."""
    stage = Stage()
    translator = install(stage.app, language)
    window = MainWindow(
        scene.desk(language), Bridge(), theme=stage.theme, open_link=lambda _: None, language=language, now=scene.now
    )
    try:
        window.resize(width, height)
        window.show()
        window.begin()
        stage.settle()
        made = view.prepare(window) or window
        stage.settle()
        yield made
        made.close()
    finally:
        window.close()
        window.deleteLater()
        if translator is not None:
            stage.app.removeTranslator(translator)
        stage.settle()


def said(widget: QWidget) -> str:
    """The name a reader speaks. A choice's name is on Linux its value, whatever it was called (Qt leaves the rest to its
    label): there what it is called counts, and that a label or a description says it to the reader."""
    interface = QAccessible.queryAccessibleInterface(widget)
    if isinstance(widget, QComboBox):
        labelled = any(relation[1] & QAccessible.RelationFlag.Label for relation in interface.relations())
        return widget.accessibleName() if labelled or widget.accessibleDescription() else ""
    return interface.text(QAccessible.Text.Name)


def takes_keys(widget: QWidget) -> bool:
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    part = isinstance(widget, QScrollBar) or isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox)
    return bool(tab) and widget.isVisible() and not part


def panel(widget: QWidget) -> str:
    """The part of the window a control stands in: in there no two may have one name."""
    parent: QWidget | None = widget
    while parent is not None:
        if parent.objectName() in ("topBar", "navigation", "inspector", "statusLine", "page") or parent.isWindow():
            return f"{parent.objectName()} {id(parent)}"
        parent = parent.parentWidget()
    return ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS, ids=lambda v: v.name)
def test_what_takes_the_keyboard_says_what_it_is(
    qtbot: QtBot, scenes: dict[str, Scene], view: View, language: str
) -> None:
    with shown(scenes[view.scene], view, language) as seen:
        controls = [w for w in seen.findChildren(QWidget) if takes_keys(w) and w.window() is seen.window()]
        named = [(panel(w), said(w), type(w).__name__, w.toolTip()) for w in controls]
        mute = [(kind, name, tip) for _panel, name, kind, tip in named if sum(c.isalnum() for c in name) < 2]
        assert not mute
        places = [
            (where, name) for where, name, kind, _tip in named if kind != Link.__name__
        ]  # two links may lead to one
        assert not {name for where, name in places if places.count((where, name)) > 1}
        if isinstance(seen, QMenu):
            assert all(action.text() for action in seen.actions() if not action.isSeparator())
        else:
            assert controls


def cut_off(seen: QWidget) -> list[str]:
    """Labels, buttons and choices whose words do not fit into what they were given."""
    found = []
    for widget in seen.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not seen.window() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, QLabel) and widget.text() and not widget.wordWrap():
            need = widget.fontMetrics().horizontalAdvance(widget.text())
            fits = widget.width() >= need - 1 and widget.height() >= widget.fontMetrics().height() - 3
        elif isinstance(widget, QLabel) and widget.text():
            fits = widget.height() >= widget.heightForWidth(widget.width()) - 3
        elif isinstance(widget, QAbstractButton) and widget.text() and widget.objectName() != "failing":
            need = widget.fontMetrics().horizontalAdvance(widget.text().replace("&&", "&"))
            fits = widget.width() >= need and widget.height() >= widget.fontMetrics().height() - 3
        elif isinstance(widget, QComboBox):
            fits = widget.width() >= widget.fontMetrics().horizontalAdvance(widget.currentText())
        else:
            continue
        if not fits:
            found.append(
                f"{type(widget).__name__} {widget.objectName()} {widget.size().toTuple()} {said(widget)[:60]!r}"
            )
    return found


@contextmanager
def letters(app: QApplication, factor: float) -> Iterator[None]:
    """The person's own, larger font."""
    before = QFont(app.font())
    larger = QFont(before)
    larger.setPointSizeF(before.pointSizeF() * factor)
    app.setFont(larger)
    try:
        yield
    finally:
        app.setFont(before)


WORDY = tuple(v for v in VIEWS if not v.name.startswith("menu"))
LARGE = tuple(v for v in WORDY if v.scene == "demo" and v.name not in ("race-earlier", "changes-nothing"))
SIZES = [(v, 1.0, 900, 600) for v in WORDY] + [(v, 2.0, 1600, 1000) for v in LARGE]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("view", "factor", "width", "height"), SIZES, ids=[f"{s[0].name}-{s[1]}" for s in SIZES])
def test_no_word_is_cut_off(
    qtbot: QtBot, qapp: QApplication, scenes: dict[str, Scene], view: View, language: str,
    factor: float, width: int, height: int,
) -> None:  # fmt: skip
    with (
        letters(qapp, factor),
        shown(scenes[view.scene], view, language, width=width, height=height) as seen,
    ):
        assert not cut_off(seen)
