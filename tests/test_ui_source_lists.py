"""Lists of feeds in the window: what is in them is shown before anything is added; nothing hostile stops the window."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.source_room import Room, cells, open_room, said
from tests.ui_world import Stage
from tracker.sources import opml
from tracker.ui.import_dialog import ImportDialog

ROWS = (
    ("Moon Notes", "http://moon.example/feed"), ("Far Side", "https://far.example/rss"),
    ("NASA", "https://www.nasa.gov/missions/artemis/feed/"), ("Old", "http://www.xinhuanet.com/english/rss/a.xml"),
    ("<b>Bad</b>", "javascript:alert(1)"),
)  # fmt: skip


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with open_room(tmp_path) as opened:
        yield opened


def written(path: Path, rows: object = ROWS) -> Path:
    from xml.sax.saxutils import quoteattr

    body = "".join(f"<outline text={quoteattr(n)} xmlUrl={quoteattr(u)}/>" for n, u in rows)  # type: ignore[attr-defined]
    path.write_text(f"<opml><body><outline text='Space'>{body}</outline></body></opml>", encoding="utf-8")
    return path


def opened(room: Room, path: Path) -> ImportDialog:
    dialog = room.page.open_import(path)
    room.settle()
    return dialog


def checked(dialog: ImportDialog) -> list[str]:
    return [feed.name for feed in dialog.model.wanted()]


def test_what_is_new_known_left_out_or_no_address_is_seen_before_anything_is_added(room: Room, tmp_path: Path) -> None:
    dialog = opened(room, written(tmp_path / "in.opml"))
    model = dialog.model
    assert [model.index(row, 2).data() for row in range(5)] == [
        "new, other, not encrypted", "new, other", "in your list already: NASA Artemis",
        "left out by us: Xinhua's English feeds still answer, but with news of 2017", "no web address",
    ]  # fmt: skip
    assert model.index(4, 0).data() == "<b>Bad</b>"
    assert model.index(4, 1).data() == "javascript:alert(1)"
    boxes = [model.index(row, 0).data(Qt.ItemDataRole.CheckStateRole) for row in range(5)]
    assert boxes == [Qt.CheckState.Checked, Qt.CheckState.Checked, None, Qt.CheckState.Unchecked, None]
    assert "2 new · 1 in your list already · 1 left out by us, with the reason · 1 with no web address." in said(dialog)
    assert not room.home.paths.sources.exists()
    dialog.add.click()
    room.settle()
    assert {s.name: s.url for s in room.home.sources if s.origin == "user"} == dict(ROWS[:2])
    assert room.toast == "Added: 2 sources. What they have already is read in silence."
    assert room.page.current() == "moon-notes"
    room.undo()
    assert not room.home.paths.sources.exists()
    assert "Far Side" not in cells(room.page, 0)


def test_the_keyboard_chooses(room: Room, tmp_path: Path) -> None:
    dialog = opened(room, written(tmp_path / "in.opml"))
    assert dialog.add.text() == "Add 2 sources"
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert checked(dialog) == ["Far Side"]
    assert dialog.add.text() == "Add 1 source"
    for _ in range(3):
        QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert checked(dialog) == ["Far Side", "Old"]
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert checked(dialog) == ["Far Side", "Old"]  # no web address: it cannot be chosen
    dialog.none.click()
    assert checked(dialog) == []
    assert not dialog.add.isEnabled()
    dialog.all_new.click()
    assert checked(dialog) == ["Moon Notes", "Far Side"]


def test_one_source_alone_is_told_as_one(room: Room, tmp_path: Path) -> None:
    dialog = opened(room, written(tmp_path / "in.opml"))
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    dialog.add.click()
    room.settle()
    assert room.toast == "Added: 1 source. What it has already is read in silence."


@pytest.mark.parametrize(("body", "words"), [
    (b"<html/>", "no list of feeds"),
    (b"\x00\x01\x02", "no list of feeds"),
    (b"<opml><body><outline", "damaged"),
    (b'<!DOCTYPE opml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><opml><body>&b;</body></opml>', "no honest list"),
    (b"<opml>" + b"<outline>" * 5_000, "no honest list"),
    (b"<opml>" + b" " * 5_000_000, "larger than 5 MB"),
    (b"<opml><body/></opml>", "names no feed"),
])  # fmt: skip
def test_hostile_and_empty_files_are_told_in_words(room: Room, tmp_path: Path, body: bytes, words: str) -> None:
    path = tmp_path / "in.opml"
    path.write_bytes(body)
    dialog = opened(room, path)
    assert words in dialog._none.accessibleName()
    assert not dialog.add.isEnabled()
    assert not dialog.all_new.isEnabled()


def test_a_file_that_is_gone_is_told(room: Room, tmp_path: Path) -> None:
    assert "cannot be opened" in opened(room, tmp_path / "gone.opml")._none.accessibleName()


def test_ten_thousand_outlines_leave_the_window_alive(room: Room, tmp_path: Path, qtbot: QtBot) -> None:
    path = written(tmp_path / "in.opml", [(f"Feed {n}", f"https://x{n}.example/feed") for n in range(10_000)])
    with ThreadPoolExecutor(1) as pool:
        room.stage.start_work = pool.submit
        began = time.perf_counter()
        dialog = room.page.open_import(path)
        assert time.perf_counter() - began < 1  # it is read beside
        assert "Reading in.opml…" in said(dialog)
        qtbot.waitUntil(lambda: dialog.model.rowCount() > 0, timeout=10_000)
        assert dialog.model.rowCount() == opml.MOST_FEEDS
        assert any("The list names 9000 more: only its first 1000 feeds are shown." in words for words in said(dialog))
        dialog.add.click()
        qtbot.waitUntil(room.window.body.toast.isVisible, timeout=20_000)
        assert len(room.home.sources) > 1_000
        assert room.toast.startswith("Added: 1000 sources.")


def test_a_file_that_breaks_while_it_is_added_is_told(room: Room, tmp_path: Path) -> None:
    dialog = opened(room, written(tmp_path / "in.opml"))
    room.home.paths.sources.write_text("[[", encoding="utf-8")
    dialog.add.click()
    room.settle()
    assert "not overwritten" in dialog.fault.text()
    assert dialog.add.isEnabled()


def test_the_followed_feeds_leave_as_a_list(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    room.page.give.click()
    room.settle()
    found = opml.read(target.with_suffix(".opml").read_bytes())
    assert len(found.feeds) == len([s for s in room.home.sources if s.enabled and s.adapter == "feed"])
    assert room.toast == f"Written: {len(found.feeds)} feeds to {target}.opml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "where.opml"), ""))
    room.page.give.click()
    room.settle()
    assert "Create the folder" in room.toast


def test_the_menu_leads_there_too(room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "in.opml")
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: asked.append("save") or ("", ""))
    actions = {a.objectName(): a for a in room.window.findChildren(QAction)}
    room.window.open_page("race")
    actions["importSources"].trigger()
    room.settle()
    assert room.window.page == "sources"
    assert checked(room.page.findChild(ImportDialog)) == ["Moon Notes", "Far Side"]
    actions["exportSources"].trigger()
    assert asked == ["save"]
    actions["addSource"].trigger()
    room.settle()
    assert any(w.metaObject().className() == "AddSourceDialog" for w in room.page.children())


def test_in_the_demo_the_menu_is_off(qtbot: QtBot) -> None:
    stage = Stage()
    stage.desk.source_desk.fixed = True
    window = stage.window()
    actions = {a.objectName(): a for a in window.findChildren(QAction)}
    actions["addSource"].trigger()  # by its shortcut
    stage.settle()
    assert window.page == "sources"
    assert not [w for w in window.pages.sources.children() if w.metaObject().className() == "AddSourceDialog"]
    next(m for m in window.findChildren(QMenu) if actions["addSource"] in m.actions()).aboutToShow.emit()
    assert [actions[n].isEnabled() for n in ("addSource", "importSources", "exportSources")] == [False] * 3
