"""The Sources page over a real home and a real server: found, added, edited, paused, muted, removed, listed, undone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPushButton, QScrollBar, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.loopback import Reply, Server, entry, raw, rss, serve, silence
from tests.sample_desk import SampleDesk
from tests.source_room import Room, cells, open_room, said
from tests.ui_world import Stage
from tracker.model import Source, Tier
from tracker.ui.labels import Pill
from tracker.ui.link import Link
from tracker.ui.marked_text import MarkedText
from tracker.ui.source_dialog import SourceDialog
from tracker.ui.source_model import STATE
from tracker.views import FeedPreview

SLIP = entry(
    2, title="A landing slips &lt;b&gt;again", description="NASA said that Artemis III will now launch in mid-2027.",
    pubDate="Fri, 20 Nov 2026 10:00:00 +0000",
)  # fmt: skip
SITE = b"""<html><head><link rel="alternate" type="application/rss+xml" title="News" href="/news">
<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments"></head></html>"""


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with open_room(tmp_path) as opened:
        yield opened


@pytest.fixture
def server() -> Iterator[Server]:
    routes = {
        "/": Reply(SITE), "/news": Reply(rss(entry(), SLIP, title="Moon Notes")),
        "/comments": Reply(rss(entry(), title="What readers say")), "/none": Reply(b"<html></html>"),
    }  # fmt: skip
    with serve(routes) as running:
        yield running


# --- adding -------------------------------------------------------------------------------------------------------------


def test_a_pasted_site_is_looked_at_shown_named_and_added(room: Room, server: Server) -> None:
    room.page.address.setText(f"  {server.url('/')} ")
    QTest.keyClick(room.page.address, Qt.Key.Key_Return)
    room.settle()
    dialog = next(w for w in room.page.children() if w.metaObject().className() == "AddSourceDialog")
    words = said(dialog)
    assert "Moon Notes" in words
    assert "Not encrypted: anybody on the way can read it and change it." in words
    assert "1 of its newest 2 entries name missions of yours (Artemis III); 1 claim would be read." in words
    assert "would be read as Artemis III, launch: mid-2027" in words
    assert [p.text for p in dialog.preview.findChildren(Pill)] == ["Artemis III"]
    marked = [w for view in dialog.preview.findChildren(MarkedText) for w in view.marked_words()]
    assert marked == ["Artemis III will now launch in mid-2027"]
    assert dialog.form.chosen_name() == "Moon Notes"
    dialog.form.name.setText("My\u202emoon")
    dialog.form.show_tier(Tier.PRESS)
    dialog.form.show_interval(120)
    dialog.add.click()
    room.settle()
    assert room.page.current() == "my-moon"
    assert room.source("my-moon") == Source(
        "my-moon", "My moon", server.url("/news"), Tier.PRESS, interval_minutes=120, origin="user"
    )
    assert room.toast == "Added: My moon. What it has already is read in silence."
    assert room.page.address.text() == ""
    assert "My moon" in said(room.window.pages.source_inspector)
    room.undo()
    assert room.source("my-moon") is None
    assert "My moon" not in cells(room.page, 0)


def test_a_source_is_added_by_keys_alone(room: Room, server: Server) -> None:
    room.window.activateWindow()
    room.settle()
    QTest.keyClick(room.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    dialog = next(w for w in room.page.children() if w.metaObject().className() == "AddSourceDialog")
    assert dialog.focusWidget() is dialog.address
    QTest.keyClicks(dialog.focusWidget(), server.url("/news"))
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    room.settle()
    assert dialog.focusWidget() is dialog.form.name
    dialog.form.name.selectAll()
    QTest.keyClicks(dialog.focusWidget(), "By keys")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.form.tier
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Up)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Backtab)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    room.settle()
    assert [(s.name, s.tier) for s in room.home.sources if s.origin == "user"] == [("By keys", Tier.PRESS)]


def test_a_language_without_a_pack_is_said(room: Room, server: Server) -> None:
    german = entry(
        4, title="Mondlandung verschiebt sich",
        description="Die Raumfahrtbehörde hat heute mitgeteilt, dass die Landung auf dem Mond erst im nächsten Jahr erfolgen wird.",
    )  # fmt: skip
    server.routes["/de"] = Reply(rss(german, head="<language>de</language>"))
    dialog = room.page.open_adder(server.url("/de"))
    room.settle()
    told = [words for words in said(dialog) if "is not read here" in words]
    assert told == ["Its language (de) is not read here: entries are kept and shown, and change nothing."]
    assert dialog.add.isEnabled()


def test_another_feed_of_the_page_can_be_chosen(room: Room, server: Server) -> None:
    dialog = room.page.open_adder(server.url("/"))
    room.settle()
    offers = dialog.findChild(QComboBox, "feedChoice")
    assert offers.count() == 2
    offers.activated.emit(1)
    room.settle()
    assert "What readers say" in said(dialog)
    assert dialog.form.chosen_name() == "What readers say"
    assert "Its one entry names none of your missions. Later ones may." in said(dialog)


def test_a_name_that_was_typed_stays_when_another_feed_is_chosen(room: Room, server: Server) -> None:
    dialog = room.page.open_adder(server.url("/news"))
    room.settle()
    dialog.form.name.setText("Mine")
    dialog.address.setText(server.url("/comments"))
    dialog.look_button.click()
    room.settle()
    assert dialog.form.chosen_name() == "Mine"
    dialog.form.name.setText("  ")
    assert not dialog.add.isEnabled()


@pytest.mark.parametrize(("path", "title", "advice"), [
    ("/none", "This address is no feed, and the page points to none", "a link called RSS, Atom or Feed"),
    ("/missing", "The feed is not at this address (404)", "its present address"),
])  # fmt: skip
def test_what_cannot_be_followed_is_said_with_what_to_do(
    room: Room, server: Server, path: str, title: str, advice: str
) -> None:
    dialog = room.page.open_adder(server.url(path))
    room.settle()
    words = said(dialog.preview)
    assert words[0] == title
    assert advice in words[1]
    assert not dialog.add.isEnabled()
    assert not dialog.form.isEnabled()
    assert not dialog.busy.isVisible()


def test_a_feed_that_is_followed_already_is_shown_instead(room: Room, server: Server) -> None:
    (ident,), _ = room.front.source_desk.add([_new(server.url("/news"))])
    room.page.reload()
    dialog = room.page.open_adder(server.url("/news"))
    room.settle()
    assert "You follow this feed already, as “Moon”." in said(dialog)
    assert not dialog.add.isEnabled()
    dialog.preview.findChild(Link).click()
    room.settle()
    assert room.page.current() == ident
    assert not isValid(dialog)  # closed, and gone


def test_a_rejected_address_warns_and_may_be_added_all_the_same(qtbot: QtBot) -> None:
    stage = Stage()
    stage.desk.source_desk.found = FeedPreview("x", "https://x.example/rss", "X", rejected="it is old")
    window = stage.window()
    window.open_page("sources")
    dialog = window.pages.sources.open_adder("x.example")
    stage.settle()
    assert "We have looked at this one and left it out: it is old. You can add it all the same." in said(dialog)
    assert dialog.add.text() == "Add all the same"
    dialog.add.click()
    stage.settle()
    assert [f.url for f in stage.desk.source_desk.added] == ["https://x.example/rss"]


def test_looking_can_be_given_up(room: Room, server: Server, qtbot: QtBot) -> None:
    server.routes["/slow"] = raw(silence)
    with ThreadPoolExecutor(1) as pool:
        room.stage.start_work = pool.submit
        dialog = room.page.open_adder(server.url("/slow"))
        assert dialog.busy.isVisible()
        assert "Asking 127.0.0.1…" in said(dialog)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        assert not dialog.busy.isVisible()
        began = time.monotonic()
        pool.submit(lambda: None).result(10)  # the worker is free again at once
        assert time.monotonic() - began < 2
        dialog.address.setText(server.url("/news"))
        dialog.look_button.click()
        qtbot.waitUntil(lambda: dialog.form.chosen_name() == "Moon Notes")
        dialog.address.setText(server.url("/slow"))
        dialog.look_button.click()
        dialog.reject()
        pool.submit(lambda: None).result(10)


def test_a_file_that_cannot_be_written_is_told_in_the_dialog(room: Room, server: Server) -> None:
    dialog = room.page.open_adder(server.url("/news"))
    room.settle()
    room.home.paths.sources.write_text("[[broken", encoding="utf-8")
    dialog.add.click()
    room.settle()
    assert "sources.toml: cannot be read, so it is not overwritten" in dialog.fault.text()
    assert dialog.isVisible()
    assert dialog.add.isEnabled()


# --- changing -----------------------------------------------------------------------------------------------------------


def test_space_pauses_and_resumes_and_undo_takes_it_back(room: Room) -> None:
    room.pick("spacenews")
    room.key(Qt.Key.Key_Space)
    paused = room.source("spacenews")
    assert paused is not None
    assert not paused.enabled
    assert room.toast == "Paused: SpaceNews. What it has given stays."
    assert room.page.current() == "spacenews"
    assert "Paused" in [p.text for p in room.window.pages.source_inspector.findChildren(Pill)]
    room.key(Qt.Key.Key_Space)
    assert room.source("spacenews") == room.home.shipped_sources["spacenews"]
    room.undo()
    assert not room.source("spacenews").enabled  # type: ignore[union-attr]


def test_an_offered_source_is_switched_on_with_one_click(room: Room) -> None:
    row = room.page.model.row_of("payload")
    index = room.page.model.index(row, 4)
    assert index.data() == "Switch on"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "State: offered, off. Switch on"
    table = room.page.table
    table.scrollTo(index)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
    room.settle()
    assert room.source("payload").enabled  # type: ignore[union-attr]
    assert "not asked yet" in cells(room.page, 4)


def test_mute_edit_and_reset_from_the_inspector(room: Room) -> None:
    room.pick("cgtn-tech")
    room.press("muteSource")
    assert room.source("cgtn-tech").muted  # type: ignore[union-attr]
    assert "What it says is kept and shown, but counts for nothing in telling you." in said(
        room.window.pages.source_inspector
    )
    room.press("resetSource")
    assert room.source("cgtn-tech") == room.home.shipped_sources["cgtn-tech"]
    room.press("checkSource")
    assert room.checks == ["cgtn-tech"]


def test_a_button_that_has_the_focus_keeps_it_when_the_words_are_told_anew(room: Room) -> None:
    room.window.activateWindow()
    room.pick("cgtn-tech")
    inspector = room.window.pages.source_inspector
    inspector.findChild(QPushButton, "editSource").setFocus()
    view = room.page.view("cgtn-tech")
    assert view is not None
    inspector.show_source(view)
    room.settle()
    focus = room.window.focusWidget()
    assert focus is not None
    assert focus.objectName() == "editSource"


def _editor(room: Room, ident: str) -> SourceDialog:
    dialog = room.page.open_editor(ident)
    assert dialog is not None
    room.settle()
    return dialog


def test_a_shipped_source_keeps_its_name_and_takes_tier_and_pace(room: Room) -> None:
    dialog = _editor(room, "launch-library")
    assert not dialog.form.name.isVisible()
    offered = [dialog.form.interval.itemData(n) for n in range(dialog.form.interval.count())]
    assert min(offered) == 60
    assert any("Not more often than every hour" in words for words in said(dialog))
    dialog.form.show_interval(120)
    dialog.form.show_tier(Tier.PRESS)
    dialog.save.click()
    room.settle()
    changed = room.source("launch-library")
    assert changed is not None
    assert (changed.interval_minutes, changed.tier) == (120, Tier.PRESS)
    assert room.home.paths.sources.read_text(encoding="utf-8").count("=") == 3
    dialog = _editor(room, "launch-library")
    dialog.findChild(QPushButton, "reset").click()
    room.settle()
    assert room.source("launch-library") == room.home.shipped_sources["launch-library"]


def test_nothing_changed_writes_nothing(room: Room) -> None:
    _editor(room, "launch-library").save.click()
    assert not room.home.paths.sources.exists()


def test_one_s_own_source_is_renamed_and_removed(room: Room) -> None:
    (ident,), _ = room.front.source_desk.add([_new("http://plain.example/feed")])
    room.page.reload()
    room.pick(ident)
    assert "not encrypted" in said(room.window.pages.source_inspector)
    room.key(Qt.Key.Key_Return)
    dialog = room.page.findChild(SourceDialog)
    dialog.form.name.setText("Renamed")
    dialog.muted.setChecked(True)
    dialog.save.click()
    room.settle()
    changed = room.source(ident)
    assert changed is not None
    assert (changed.name, changed.muted) == ("Renamed", True)
    room.key(Qt.Key.Key_Delete)
    assert room.source(ident) is None
    assert room.toast == "Removed: Renamed. What it has given stays."
    room.undo()
    assert room.source(ident) == changed


def test_a_hand_written_pace_below_the_polite_one_stays_to_be_chosen(room: Room) -> None:
    room.home.paths.sources.write_text('[[source]]\nid = "spacenews"\ninterval_minutes = 3\n', encoding="utf-8")
    room.reread()
    room.page.reload()
    dialog = _editor(room, "spacenews")
    assert dialog.form.minutes() == 3
    assert [dialog.form.interval.itemData(n) for n in range(3)] == [3, 15, 30]
    assert dialog.fields() == {}


def test_delete_leaves_a_shipped_source_alone(room: Room) -> None:
    room.pick("spacenews")
    room.key(Qt.Key.Key_Delete)
    assert not room.home.paths.sources.exists()


def test_the_menu_of_a_source_offers_what_it_takes(room: Room) -> None:
    view = room.page.view("spacenews")
    assert view is not None
    menu = room.page.table.menu_of(view)
    assert [a.text() for a in menu.actions()] == [
        "Check now",
        "Pause",
        "Mute",
        "Edit…",
        "Fetch older news",
        "Open the site",
    ]
    next(a for a in menu.actions() if a.objectName() == "mute").trigger()
    room.settle()
    assert room.source("spacenews").muted  # type: ignore[union-attr]
    next(a for a in menu.actions() if a.objectName() == "open").trigger()
    assert room.stage.opened == ["https://spacenews.com/feed/"]


def test_older_news_is_asked_for_and_stopped(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    window.show_source("spacenews")
    stage.settle()
    inspector = window.pages.source_inspector
    assert "Being fetched: 4 pages, back to 2 Mar 2025; a page every few seconds." in said(inspector)
    inspector.findChild(QPushButton, "stop-pastSource").click()
    stage.settle()
    window.show_source("ars")
    stage.settle()
    inspector.findChild(QPushButton, "pastSource").click()
    assert stage.desk.backfills == [("spacenews", False), ("ars", True)]
    window.show_source("ll2")
    stage.settle()
    assert "every hour · one request at a time · 13 requests left this hour" in said(inspector)
    assert inspector.findChild(QPushButton, "pastSource") is None


@pytest.mark.parametrize(("left", "words"), [(13, "13 requests left this hour"), (1, "1 request left this hour")])
def test_how_often_a_source_may_still_be_asked_is_said_alike_in_table_and_inspector(
    qtbot: QtBot, left: int, words: str
) -> None:
    stage = Stage()
    view = next(v for v in stage.desk.sources() if v.requests_left is not None)
    view = replace(view, requests_left=left, health="fine")
    stage.desk.sources = lambda: (view,)  # type: ignore[method-assign]
    window = stage.window()
    window.show_source(view.source.id)
    stage.settle()
    model = window.pages.sources.model
    row = model.row_of(view.source.id)
    assert str(model.index(row, STATE).data()).endswith(f", {words}")
    assert any(text.endswith(f" · {words}") for text in said(window.pages.source_inspector))


# --- finding ------------------------------------------------------------------------------------------------------------


def test_groups_have_headings_that_the_arrow_keys_pass(room: Room) -> None:
    model, table = room.page.model, room.page.table
    headings = [model.index(row, 0).data() for row in model.headings()]
    assert headings[0] == "Agencies · 7"
    assert headings[-1].startswith("Offered, off · ")
    assert model.at(0) is None
    first = model.at(1)
    assert first is not None
    room.pick(first.source.id)
    seen = []
    for _ in range(model.rowCount()):
        seen.append(room.page.current())
        room.key(Qt.Key.Key_Down)
    assert list(dict.fromkeys(seen)) == [v.source.id for r in range(model.rowCount()) if (v := model.at(r))]
    assert table.rowSpan(0, 0) == 1
    assert table.columnSpan(0, 0) == 5
    room.page.grouping.setCurrentIndex(2)
    assert not list(model.headings())
    room.page.grouping.setCurrentIndex(1)
    assert [model.index(row, 0).data().split(" · ")[0] for row in model.headings()] == ["Not asked yet", "Offered, off"]


def test_the_search_finds_by_name_host_tier_and_state(room: Room) -> None:
    room.page.focus_search()
    find = room.page.search
    for text, expected in (("cnsa", {"国家航天局 CNSA", "CNSA in English"}), ("gov.cn 载人", {"中国载人航天 CMSA"}),
                           ("database", {"Launch Library 2"})):  # fmt: skip
        find.setText(text)
        assert set(cells(room.page, 0)) == expected, text
    find.setText("offered")
    assert "Payload" in cells(room.page, 0)
    find.setText("nobody has this")
    assert room.page._empty.isVisible()
    room.page.select("payload")
    assert find.text() == ""
    assert room.page.current() == "payload"


def test_ctrl_f_finds_here(room: Room) -> None:
    room.window.search()
    assert room.window.page == "sources"
    assert room.page.search.hasFocus() or room.window.focusWidget() is room.page.search


def test_no_sources_at_all_say_what_to_do(room: Room) -> None:
    room.home.paths.sources.write_text("only = true\n", encoding="utf-8")
    room.reread()
    room.window.reload()
    room.settle()
    assert room.page._empty.accessibleName().startswith("No sources. Paste the address")


def test_a_thousand_sources_do_not_keep_the_window_waiting(qtbot: QtBot) -> None:
    stage = Stage()
    views = stage.desk.sources()
    many = [
        view.__class__(
            **{n: getattr(view, n) for n in view.__dataclass_fields__} | {"source": _numbered(view.source, n)}
        )
        for n, view in zip(range(1_000), list(views) * 80, strict=False)
    ]
    stage.desk.sources = lambda: many  # type: ignore[method-assign]
    window = stage.window()
    began = time.process_time()
    window.open_page("sources")
    stage.settle()
    window.pages.sources.search.setText("nasa")
    stage.settle()
    assert time.process_time() - began < 3
    assert window.pages.sources.model.rowCount() > 50


def _numbered(source: Source, number: int) -> Source:
    return Source(f"s{number}", source.name, source.url, source.tier, enabled=source.enabled)


def _new(url: str) -> object:
    from tracker.views import NewSource

    return NewSource("Moon", url, Tier.OTHER)


# --- the demo, names ----------------------------------------------------------------------------------------------------


def test_the_demo_s_sources_cannot_be_changed(qtbot: QtBot) -> None:
    stage = Stage()
    stage.desk.source_desk.fixed = True
    window = stage.window()
    window.show_source("spacenews")
    stage.settle()
    page = window.pages.sources
    assert not page.address.isVisible()
    assert not page.add.isVisible()
    names = {b.objectName() for b in window.pages.source_inspector.findChildren(QPushButton)}
    assert names == {"closeInspector", "checkSource", "stop-pastSource"}
    assert "Switch on" not in cells(page, 4)
    actions = {a.objectName(): a for a in window.actions()} | {a.objectName(): a for a in window.menus.children()}
    assert actions is not None
    page.act("pause", "spacenews")
    assert stage.desk.source_desk.changed == []


def test_every_control_of_the_dialogs_has_a_name(room: Room, server: Server, tmp_path: Path) -> None:
    path = tmp_path / "x.opml"
    path.write_text('<opml><body><outline text="A" xmlUrl="https://a.example/"/></body></opml>', encoding="utf-8")
    dialogs = [room.page.open_adder(server.url("/")), _editor(room, "launch-library"), room.page.open_import(path)]
    room.settle()
    for dialog in dialogs:
        for widget in dialog.findChildren(QWidget):
            if isinstance(widget, QScrollBar) or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                continue
            if isinstance(widget, (QAbstractButton, QLineEdit, QComboBox)) or widget.isVisibleTo(dialog):
                face = QAccessible.queryAccessibleInterface(widget)
                assert face.text(QAccessible.Text.Name).strip(), f"{type(dialog).__name__}: {widget}"
        dialog.reject()


def test_the_sample_desk_is_a_desk(qtbot: QtBot) -> None:
    desk = SampleDesk()
    assert {v.source.id for v in desk.sources() if v.is_offered} == {"payload", "csa"}
