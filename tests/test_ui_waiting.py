"""The window never waits: what is written is written beside it, what is long is built in parts, what nobody sees not at all."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.making import change
from tests.ui_world import Stage
from tracker.errors import ExportError
from tracker.ui.change_chain import A_TIME, AT_ONCE, ChangeChain
from tracker.ui.first_paint import FirstPaint
from tracker.ui.main_window import MainWindow
from tracker.ui.rows import A_TIME as ROWS_A_TIME
from tracker.ui.rows import Row, RowList
from tracker.views import ChangeView


def window_with(stage: Stage, start: Callable[[Callable[[], None]], object]) -> MainWindow:
    stage.start_work = start
    return stage.window()


def test_an_export_is_written_beside_the_main_thread(qtbot: QtBot, tmp_path: Path) -> None:
    stage, here, seen = Stage(), threading.get_ident(), []
    stage.desk.export = lambda *_, **__: seen.append(threading.get_ident())  # type: ignore[method-assign]
    with ThreadPoolExecutor(1) as pool:
        window = window_with(stage, pool.submit)
        window.menus.write(tmp_path / "a.csv", history=False)
        qtbot.waitUntil(lambda: window.body.toast.text().startswith("Written"))
    assert seen
    assert seen != [here]


def test_an_export_under_way_says_nothing_yet_and_then_what_went_wrong(qtbot: QtBot) -> None:
    stage, gate = Stage(), threading.Event()

    def refuse(*_: object, **__: object) -> None:
        gate.wait(5)
        raise ExportError("cannot be written", key="x.csv", advice="Choose another folder")

    stage.desk.export = refuse  # type: ignore[method-assign]
    with ThreadPoolExecutor(1) as pool:
        window = window_with(stage, pool.submit)
        window.menus.write(Path("x.csv"), history=True)
        stage.settle()
        assert not window.body.toast.isVisible()
        gate.set()
        qtbot.waitUntil(lambda: "Choose another folder" in window.body.toast.text())


def test_an_export_survives_another_language_meanwhile(qtbot: QtBot, tmp_path: Path) -> None:
    """The menus that began it are gone when it is over."""
    stage, waiting = Stage(), []
    window = window_with(stage, waiting.append)
    window.menus.write(tmp_path / "a.csv", history=False)
    window.speak("zh_CN")
    stage.settle()
    waiting[0]()
    stage.settle()
    assert window.body.toast.text() == f"Written: {tmp_path / 'a.csv'}"


# --- the chain of changes -------------------------------------------------------------------------------------------


class Chain:
    """A chain of buttons, each named after its change, with one more button below; what was built, in order."""

    def __init__(self, qtbot: QtBot, *idents: str, chosen: str = "") -> None:
        self.built: list[str] = []
        self.window = QWidget()
        qtbot.addWidget(self.window)
        column = QVBoxLayout(self.window)
        self.chain = ChangeChain([ChangeView(change(ident)) for ident in idents], chosen, self.make)
        column.addWidget(self.chain)
        self.below = QPushButton("below")
        column.addWidget(self.below)

    def make(self, view: ChangeView, chosen: bool, last: bool) -> QWidget:
        made = QWidget()
        button = QPushButton(made)
        button.setObjectName(f"{view.change.id}{'*' if chosen else ''}{'.' if last else ''}")
        self.built.append(button.objectName())
        return made

    def read_by_keys(self) -> list[str]:
        found, at = [], self.window.nextInFocusChain()
        while at is not self.window:
            if isinstance(at, QPushButton):
                found.append(at.objectName())
            at = at.nextInFocusChain()
        return found


def test_a_long_chain_is_built_in_parts_newest_first_and_read_in_order(qtbot: QtBot) -> None:
    stage = Stage()
    many = [f"c{n}" for n in range(AT_ONCE + 2 * A_TIME + 1)]
    wanted = ["c0*", *many[1:-1], f"{many[-1]}."]
    chain = Chain(qtbot, *many)
    assert chain.built == wanted[:AT_ONCE]
    stage.app.processEvents()
    assert AT_ONCE < len(chain.built) < len(many)
    qtbot.waitUntil(lambda: len(chain.built) == len(many))
    assert chain.built == wanted
    assert [b.objectName() for b in chain.chain.findChildren(QPushButton)] == wanted  # as a screen reader goes
    assert chain.read_by_keys() == [*wanted, ""]


def test_the_change_one_came_for_is_the_one_to_look_at(qtbot: QtBot) -> None:
    assert Chain(qtbot, "c", "b", "a", chosen="b").built == ["c", "b*", "a."]


# --- lists ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def rows(qtbot: QtBot) -> RowList:
    made = RowList(Stage().theme, "rows")
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.set_rows([Row(str(n), f"title {n}", "sub") for n in range(ROWS_A_TIME * 3)])
    return made


def test_a_list_knows_all_its_rows_and_lays_out_the_first(rows: RowList) -> None:
    assert len(rows.rows()) == ROWS_A_TIME * 3
    assert rows.model().rowCount() == ROWS_A_TIME


def test_scrolling_to_the_end_brings_more_until_all_are_there(rows: RowList) -> None:
    rows.show()
    for _ in range(4):
        rows.scrollToBottom()
        Stage().settle()
    assert rows.model().rowCount() == ROWS_A_TIME * 3
    rows.set_rows([Row("new", "new", ""), *rows.rows()])
    assert rows.model().rowCount() == ROWS_A_TIME * 3  # who is scrolled down stays there


@pytest.mark.parametrize("key", [Qt.Key.Key_End, Qt.Key.Key_PageDown])
def test_end_goes_to_the_end_and_a_page_only_one_page(rows: RowList, qtbot: QtBot, key: Qt.Key) -> None:
    rows.show()
    rows.select("0")
    qtbot.keyClick(rows, key)
    assert (rows.current() == rows.rows()[-1].key) is (key is Qt.Key.Key_End)
    assert rows.visualRect(rows.currentIndex()).intersects(rows.viewport().rect())


def test_end_in_an_empty_list_is_nothing(rows: RowList, qtbot: QtBot) -> None:
    rows.set_rows([])
    rows.show()
    qtbot.keyClick(rows, Qt.Key.Key_End)
    assert rows.current() == ""


def test_a_row_far_down_can_be_chosen(rows: RowList) -> None:
    rows.show()
    assert rows.select(str(ROWS_A_TIME * 2 + 5))
    assert rows.current() == str(ROWS_A_TIME * 2 + 5)
    assert rows.visualRect(rows.currentIndex()).intersects(rows.viewport().rect())


def test_a_list_nobody_sees_is_not_laid_out_until_it_is_seen(rows: RowList, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    delegate = rows.itemDelegate()
    whole = delegate.sizeHint
    monkeypatch.setattr(delegate, "sizeHint", lambda option, index: asked.append(index.row()) or whole(option, index))
    rows.doItemsLayout()
    assert not asked
    rows.show()
    Stage().settle()
    assert asked
    assert rows.visualRect(rows.model().index(1, 0)).height() > 10


# --- the first page -------------------------------------------------------------------------------------------------


def test_what_comes_after_the_first_page_waits_for_its_paint(qtbot: QtBot) -> None:
    seen: list[str] = []

    class Page(QWidget):
        def paintEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
            seen.append("painted")

    page = Page()
    qtbot.addWidget(page)
    FirstPaint(page, lambda: seen.append("after"), 60_000)
    assert not seen
    page.show()
    qtbot.waitUntil(lambda: "after" in seen)
    assert seen[0] == "painted"
    assert seen.count("after") == 1


def test_it_does_not_wait_for_ever_for_a_page_nobody_sees(qtbot: QtBot) -> None:
    seen: list[str] = []
    page = QWidget()
    qtbot.addWidget(page)
    FirstPaint(page, lambda: seen.append("after"), 1)
    qtbot.waitUntil(lambda: seen == ["after"])
    page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    page.show()
    page.repaint()
    Stage().settle()
    assert seen == ["after"]


def test_the_page_paints_again_once_its_layout_is_done(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    window.open_page("settings")
    assert not window.body.updatesEnabled()
    stage.settle()
    assert window.body.updatesEnabled()
