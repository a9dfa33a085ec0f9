"""The window: pages, badges, time travel, choosing, deciding and undoing, export, keys, coming and going."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QAction, QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.sample_desk import MOVES, NOW, SampleDesk, ident
from tests.ui_world import Stage
from tracker.edtf import parse
from tracker.errors import ExportError
from tracker.model import Decision, PollReport, Position, Status, Verdict
from tracker.ui.change_block import ChangeBlock
from tracker.ui.chart_export import keep, menu, picture, write
from tracker.ui.labels import Text
from tracker.ui.link import Link
from tracker.ui.main_window import MainWindow
from tracker.ui.marked_text import MarkedText
from tracker.ui.navigation import PAGES
from tracker.ui.override_dialog import OverrideDialog

HOLD = ident("chang-e-7", "launch", "2026-08-23")


def texts(window: MainWindow, within: object = None) -> list[str]:
    return [label.text() for label in (within or window).findChildren(Text) if label.isVisible()]  # type: ignore[attr-defined]


def act(window: MainWindow, name: str) -> None:
    action = window.findChild(QAction, name)
    assert action is not None, name
    action.trigger()


def test_it_opens_on_the_race_with_everything_in_place(qtbot: QtBot) -> None:
    window = Stage().window()
    assert window.page == "race"
    assert window.navigation.buttons["changes"].count == 3
    assert window.navigation.buttons["review"].count == 2
    assert "9 of 11 sources answer" in window.top.health.text()
    assert "Chang'e 8 launch" in texts(window)
    assert "in 2 to 3 years" in texts(window)
    assert window.status.text() == (
        "1 source failing: CNSA 国家航天局, the server answers “503 Service Unavailable”, 3 times in a row; again in 12 min"
    )
    assert window.inspector.key == ("artemis-3", "rollout")  # what moved last


def test_until_something_is_chosen_the_inspector_follows_the_news(qtbot: QtBot) -> None:
    stage = Stage()
    every, stage.desk._views = stage.desk._views, stage.desk._views[:-1]
    window = stage.window()
    assert window.inspector.key == ("artemis-3", "launch")
    stage.desk._views = every
    stage.bridge.changed.emit()
    qtbot.waitUntil(lambda: window.inspector.key == ("artemis-3", "rollout"))
    window.show_milestone("chang-e-8", "launch")
    stage.desk._views = every[:-2]
    with qtbot.waitSignal(window._soon.timeout):
        stage.bridge.changed.emit()
    assert window.inspector.key == ("chang-e-8", "launch")


def test_only_what_is_opened_is_built(qtbot: QtBot) -> None:
    window = Stage().window()
    assert set(window.pages.built) == {"race"}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("empty", [False, True])
def test_every_page_opens_by_its_button(qtbot: QtBot, page: str, empty: bool) -> None:
    stage = Stage(empty=empty)
    window = stage.window(width=900, height=600)
    qtbot.mouseClick(window.navigation.buttons[page], Qt.MouseButton.LeftButton)
    stage.settle()
    assert window.page == page
    assert window.body.pages.currentWidget().isVisible()
    assert window.navigation.buttons[page].isChecked()


def test_empty_pages_say_what_will_appear(qtbot: QtBot) -> None:
    stage = Stage(empty=True)
    window = stage.window()
    for page, words in (
        ("race", "No change yet"),
        ("changes", "No change yet"),
        ("review", "Nothing waits"),
        ("articles", "No article yet"),
    ):
        window.open_page(page)
        stage.settle()
        assert words in texts(window, window.body.pages.currentWidget()), page


def test_the_slider_shows_what_was_believed_then(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    window.top.slider.setValue((date(2025, 1, 10) - stage.desk.world.on).days)
    qtbot.waitUntil(lambda: stage.desk.boards_asked[-1] == date(2025, 1, 10))
    stage.settle()
    assert window.top.day == date(2025, 1, 10)
    assert "As of 10 Jan 2025" in texts(window)
    assert "Chang'e 7 launch" in texts(window)  # what came next for China then
    window.show_milestone("artemis-3", "launch")
    assert next(b._view.change.on for b in window.inspector.findChildren(ChangeBlock)) == date(2024, 12, 5)
    assert window.top.back.isVisible()
    qtbot.mouseClick(window.top.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stage.desk.boards_asked[-1] is None)
    assert window.top.day is None
    assert not window.top.back.isVisible()


def test_play_runs_through_the_history(qtbot: QtBot) -> None:
    window = Stage().window()
    window.top.play.click()
    assert window.top.day == date(2024, 6, 25)
    window.resize(900, 600)
    assert window.top.play.isVisible()  # on a narrow window too: it must be possible to stop
    window.top.slider.setValue(window.top.slider.maximum() - 4)
    qtbot.waitUntil(lambda: not window.top.play.isChecked())
    assert window.top.day is None


def test_a_new_day_moves_the_slider_with_those_who_stand_at_today(qtbot: QtBot) -> None:
    window = Stage().window()
    before = window.top.slider.maximum()
    window.top.set_today(date(2026, 11, 23))
    assert window.top.slider.maximum() == before + 1
    assert window.top.day is None
    window.top.slider.setValue(10)
    window.top.set_today(date(2026, 11, 24))
    assert window.top.day == date(2024, 6, 25) + timedelta(days=10)


def test_show_change_raises_the_window_at_the_highlighted_words(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    window.hide()
    window.show_change(HOLD)
    stage.settle()
    assert window.isVisible()
    assert window.page == "changes"
    assert window.pages.changes.list.current() == HOLD
    assert window.inspector.change == HOLD
    quotes = [q.marked_words()[0] for q in window.inspector.findChildren(MarkedText)]
    assert quotes[0] == "嫦娥七号不具备发射条件，无法在今年的窗口发射"
    assert "Launch Library disagrees" in texts(window)
    assert window.navigation.buttons["changes"].count == 0  # looked at, so seen
    assert stage.desk.seen


def test_an_unknown_change_opens_the_changes(qtbot: QtBot) -> None:
    window = Stage().window()
    window.show_change("digest-of-many")
    assert window.page == "changes"


def test_a_change_older_than_the_filter_is_found(qtbot: QtBot) -> None:
    window = Stage().window()
    window.open_page("changes")
    window.pages.changes.search.setText("artemis ii ")
    window.show_change(HOLD)
    assert window.pages.changes.list.current() == HOLD


def test_unseen_marks_stay_until_the_page_is_left(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    window.open_page("changes")
    assert sum(r.unseen for r in window.pages.changes.list.rows()) == 3
    with qtbot.waitSignal(window._soon.timeout):
        stage.bridge.changed.emit()
    assert sum(r.unseen for r in window.pages.changes.list.rows()) == 3
    window.open_page("race")
    window.open_page("changes")
    assert sum(r.unseen for r in window.pages.changes.list.rows()) == 0


def test_the_filter_takes_words_and_kinds(qtbot: QtBot) -> None:
    window = Stage().window()
    window.open_page("changes")
    page = window.pages.changes
    assert len(page.list.rows()) == len(MOVES)
    page.search.setText("chang'e slips")
    assert {r.title for r in page.list.rows()} == {"Chang'e 8 launch slips", "Chang'e 7 launch slips"}
    page.search.clear()
    page.kinds.setCurrentIndex(page.kinds.findData("on-hold"))
    assert {r.title for r in page.list.rows()} == {"Chang'e 7 launch on hold", "Chang'e 7 landing on hold"}
    page.search.setText("nothing like it")
    assert page._stack.currentIndex() == 1


def test_not_true_is_written_at_once_and_can_be_undone(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    window.show_change(HOLD)
    window.inspector.findChild(QAction, "reject").trigger()
    (decision,) = stage.desk.decisions
    assert (decision.verdict, decision.target, decision.at) == (Verdict.REJECT, HOLD, NOW)
    assert window.body.toast.isVisible()
    assert window.body.toast.text().startswith("Rejected: Chang'e 7 launch")
    window.body.toast.undo.click()
    assert stage.desk.decisions[1].verdict is Verdict.UNDO
    assert stage.desk.decisions[1].target == decision.id
    window.body.toast.undone.emit()  # a second press has nothing to undo
    assert len(stage.desk.decisions) == 2


def test_a_decision_can_be_undone_after_its_message_is_gone(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    assert not window.menus.undo.isEnabled()
    window.show_change(HOLD)
    window.inspector.findChild(QAction, "reject").trigger()
    window.body.toast.hide()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [d.verdict for d in stage.desk.decisions] == [Verdict.REJECT, Verdict.UNDO]
    assert not window.menus.undo.isEnabled()


def test_the_main_tasks_by_keyboard_alone(qtbot: QtBot) -> None:
    """See what changed, read the proof, say that it is not true, take it back, find an article, go home."""
    stage = Stage()
    window = stage.window()
    window.activateWindow()
    stage.settle()

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        window.activateWindow()  # without a window manager a closed menu or tip leaves nothing active
        stage.settle()
        qtbot.keyClick(window.focusWidget() or window, key, modifier)
        stage.settle()

    def tab_to(wanted: QWidget | None) -> None:
        for _ in range(80):
            if window.focusWidget() is wanted:
                return
            press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {wanted}")

    press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    tab_to(window.pages.changes.list)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    chosen = window.pages.changes.list.current()
    assert window.inspector.change == chosen != ""
    tab_to(window.inspector.findChild(QPushButton, "notTrue"))
    menu = window.inspector.findChild(QPushButton, "notTrue").menu()
    menu.popup(window.mapToGlobal(window.rect().center()))
    menu.setActiveAction(menu.actions()[0])
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert [(d.verdict, d.target) for d in stage.desk.decisions] == [(Verdict.REJECT, chosen)]
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stage.desk.decisions[-1].verdict is Verdict.UNDO
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)  # the Changes have a filter of their own
    qtbot.keyClicks(window.focusWidget(), "slips")
    assert len(window.pages.changes.list.rows()) < len(MOVES)
    press(Qt.Key.Key_Escape)
    assert len(window.pages.changes.list.rows()) == len(MOVES)
    press(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.focusWidget(), "lander delays")
    qtbot.waitUntil(lambda: len(window.pages.articles.list.rows()) == 1)
    tab_to(window.pages.articles.list)
    press(Qt.Key.Key_Down)
    assert window.pages.articles.view.item == "item-extra"
    press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.page == "race"


def test_what_is_only_reported_can_be_accepted(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    window.show_change(ident("artemis-3", "launch", "2026-11-20"))
    window.inspector.findChild(QPushButton, "accept").click()
    (decision,) = stage.desk.decisions
    assert (decision.verdict, decision.milestone) == (Verdict.ACCEPT, "launch")
    window.show_change(ident("artemis-2", "launch", "2026-04-01"))
    stage.settle()
    assert window.inspector.findChild(QPushButton, "accept") is None


def test_the_person_sets_what_is_true(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    window.show_milestone("artemis-3", "launch")
    window.inspector.findChild(QAction, "override").trigger()
    dialog = window.inspector.findChild(OverrideDialog)
    assert dialog is not None
    assert dialog.when.text() == "2027-09/.."
    for text, fine in (("someday", False), ("", False), ("2027-13", False), ("2028-02", True)):
        dialog.when.setText(text)
        assert dialog.ok.isEnabled() is fine, text
    assert "February 2028 · 1 Feb to 29 Feb 2028" in [label.text() for label in dialog.findChildren(Text)]
    dialog.ok.click()
    (decision,) = stage.desk.decisions
    assert decision.verdict is Verdict.OVERRIDE
    assert decision.position == Position(Status.PLANNED, parse("2028-02"))
    assert window.body.toast.text() == "Your word: February 2028"


def test_held_claims_lead_to_the_review(qtbot: QtBot) -> None:
    window = Stage().window()
    window.show_milestone("artemis-4", "landing")
    link = window.inspector.findChild(Link, "toReview")
    assert link.words == "1 claim waits in Review"
    link.click()
    assert window.page == "review"


def test_charts_are_copied_and_written_as_pictures(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage()
    window = stage.window()
    told: list[tuple[str, str]] = []
    for chart in (window.pages.race.timeline, window.pages.race.trend):
        image = picture(chart, stage.theme)
        assert 2 * chart.width() < image.width() < 2 * chart.width() + 100  # with a margin
        assert len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}) > 8
        assert write(chart, stage.theme, tmp_path / "chart.png")
        assert write(chart, stage.theme, tmp_path / "chart.svg")
        drawn = (tmp_path / "chart.svg").read_text(encoding="utf-8")
        for words in ("Artemis", f">{chart.accessibleName()}</text>", "Space Race Tracker · 22 Nov 2026</text>"):
            assert words in drawn  # what it is, and of when
        assert not write(chart, stage.theme, tmp_path / "no" / "such.png")
        assert not write(chart, stage.theme, tmp_path / "no" / "such.svg")
        actions = menu(chart, chart, "x", stage.theme, lambda *said: told.append(said)).actions()
        keep(chart, stage.theme, tmp_path / "no" / "such.png", lambda *said: told.append(said))
        assert told[-1][1] == "bad"
        assert "choose another folder" in told[-1][0]
        actions[0].trigger()
        assert stage.app.clipboard().image().size() == image.size()


def test_review_accepts_and_rejects(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    window.open_page("review")
    assert len(window.pages.review.cards) == 2
    window.pages.review.cards[0].findChild(QPushButton, "accept").click()
    assert (stage.desk.decisions[0].verdict, stage.desk.decisions[0].target) == (Verdict.ACCEPT, "t-held-1")
    stage.settle()
    assert window.navigation.buttons["review"].count == 0
    assert window.pages.review.cards == []
    window.body.toast.undo.click()
    stage.settle()
    window.pages.review.cards[1].findChild(QPushButton, "reject").click()
    assert stage.desk.decisions[-1].verdict is Verdict.REJECT


def test_articles_are_searched_and_shown_with_their_claims(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    window.open_page("articles")
    page = window.pages.articles
    qtbot.keyClicks(page.search, "lander delays")
    qtbot.waitUntil(lambda: len(page.list.rows()) == 1)
    page.list.setCurrentIndex(page.list.model().index(0, 0))
    assert page.view.item == "item-extra"
    marked = page.view.text.marked_words()
    assert marked[0] == "Artemis III will stay in Earth orbit"
    assert marked[5:] == ["lander"]  # of "landers": the words of the search are marked as well
    assert page.view.title_marks.marked_words() == ["Lander", "delays"]
    shown = texts(window, page.view)
    assert shown.count("Accepted") == 2
    assert shown.count("Kept, not used") == 2
    page.view.open.click()
    assert stage.opened == ["https://spacenews.com/lander-delays-push-first-landing/"]
    page.search.setText("no such words at all")
    qtbot.waitUntil(lambda: not page.list.rows())


def test_an_unread_language_says_so(qtbot: QtBot) -> None:
    window = Stage().window()
    window.show_article("item-de")
    assert window.page == "articles"
    row = next(r for r in window.pages.articles.list.rows() if r.key == "item-de")
    assert row.sub.endswith("not read (de)")
    assert any(t.startswith("Not read (de)") for t in texts(window, window.pages.articles.view))


def test_open_article_leads_from_the_proof_to_the_text(qtbot: QtBot) -> None:
    window = Stage().window()
    window.show_change(HOLD)
    window.open_page("articles")
    window.pages.articles.search.setText("something else")
    window.inspector.findChild(QPushButton, "openArticle").click()
    assert window.page == "articles"
    assert window.pages.articles.list.current() == window.pages.articles.view.item  # the search gave way
    assert "嫦娥七号不具备发射条件，无法在今年的窗口发射" in window.pages.articles.view.text.marked_words()


def test_copy_gives_the_change_its_words_and_its_link(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    window.show_change(HOLD)
    window.inspector.findChild(QPushButton, "copyCitation").click()
    copied = stage.app.clipboard().text()
    assert "25 Aug 2026 → on hold" in copied
    assert "“嫦娥七号不具备发射条件" in copied
    assert copied.endswith("CMSA · 23 Aug 2026 https://www.cmse.gov.cn/xwzx/")


def test_sources_tell_their_state_in_words(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    window.status.trouble.click()
    stage.settle()
    assert window.page == "sources"
    assert window.pages.sources.current() == "cnsa"
    said = texts(window, window.pages.source_inspector)
    assert any(t.startswith("The server answers “503 Service Unavailable”, 3 times in a row.") for t in said)
    assert "214 items · 31 claims · 6 changes" in said
    window.pages.source_inspector.findChild(QPushButton, "checkSource").click()
    assert stage.desk.checks == ["cnsa"]
    model = window.pages.sources.model
    cells = [model.index(row, 4).data() for row in range(model.rowCount())]
    assert "stale: nothing new for 41 days" in cells
    assert "not asked yet" in cells
    assert "Resume" in cells
    assert "Switch on" in cells


def test_missions_show_their_facts_and_origins(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    window.open_page("missions")
    window.pages.missions.list.select("chang-e-7")
    stage.settle()
    said = texts(window, window.pages.missions)
    assert "Goes to the lunar south pole to search for water." in said
    assert "from the report of 25 June 2024" in said
    assert any("CE-7" in t for t in said)


def test_check_now_and_its_way_back(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    act(window, "check")
    assert stage.desk.checks == [None]
    assert not window.top.check.isEnabled()
    stage.bridge.polled.emit(PollReport(NOW, NOW))
    assert window.top.check.isEnabled()
    stage.bridge.checking.emit(True)
    assert window.top.check.text() == "Checking…"


def test_the_end_of_a_round_is_read_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    stage = Stage()
    window = stage.window()
    boards: list[object] = []
    board = stage.desk.board
    monkeypatch.setattr(stage.desk, "board", lambda day: boards.append(day) or board(day))
    with qtbot.waitSignal(window._soon.timeout):
        stage.bridge.polled.emit(PollReport(NOW, NOW))
        stage.bridge.checking.emit(False)
        stage.bridge.changed.emit()
    stage.settle()
    assert len(boards) == 1
    assert not window._soon.isActive()


def test_export_asks_where_and_says_what_came_of_it(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = Stage()
    window = stage.window()
    asked: list[str] = []
    answers = [tmp_path / "a.csv", tmp_path / "b.ics", None]

    def ask(suggested: str) -> Path | None:
        asked.append(suggested)
        return answers.pop(0)

    window.menus.ask_path = ask
    act(window, "exportMilestones")
    act(window, "exportHistory")
    act(window, "exportHistory")
    QApplication.processEvents()
    assert asked == ["milestones.csv", "history.csv", "history.csv"]
    assert stage.desk.exports == [(tmp_path / "a.csv", "csv", False), (tmp_path / "b.ics", "ics", True)]

    def refuse(self: SampleDesk, path: Path, format: str = "csv", *, history: bool = False) -> None:  # noqa: A002
        raise ExportError("cannot be written", key=str(path), advice="Choose another folder")

    monkeypatch.setattr(SampleDesk, "export", refuse)
    window.menus.write(Path("/nowhere/x.csv"), history=False)
    QApplication.processEvents()
    assert "Choose another folder" in window.body.toast.text()


def test_keys_reach_pages_search_and_escape(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    window.activateWindow()
    for number, page in enumerate(PAGES, 1):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert window.page == page
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.page == "articles"
    assert window.pages.articles.search.hasFocus()
    window.open_page("race")
    window.show_milestone("artemis-3", "launch")
    assert window.body.side_shown
    window.menus.escape()
    assert not window.body.side_shown
    window.top.slider.setValue(100)
    window.menus.escape()
    assert window.top.day is None


def test_on_a_narrow_window_the_inspector_lies_over_the_page(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window(width=900, height=600)
    whole = window.body.pages.width()
    assert not window.body.side_shown
    window.show_milestone("artemis-3", "launch")
    stage.settle()
    assert window.body.side_shown
    assert window.body.pages.width() == whole
    window.resize(1280, 800)
    stage.settle()
    assert window.body.pages.geometry().right() < window.body.side.geometry().left()


def test_the_timeline_selects_by_mouse_and_keyboard(qtbot: QtBot) -> None:
    window = Stage().window()
    timeline = window.pages.race.timeline
    centre = timeline.spot_centre("chang-e-8", "launch")
    assert centre is not None
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=centre.toPoint())
    assert window.inspector.key == ("chang-e-8", "launch")
    timeline.setFocus()
    qtbot.keyClick(timeline, Qt.Key.Key_Down)
    qtbot.keyClick(timeline, Qt.Key.Key_Return)
    assert window.inspector.key != ("chang-e-8", "launch")
    assert "Artemis III: rollout July 2027" in timeline.description()
    spot = timeline.spot_at(centre)
    assert spot is not None
    assert timeline.told(spot.key).splitlines() == [
        "Chang'e 8 · launch", "2029", "1 Jan to 31 Dec 2029", "Reported, since 24 Apr 2025", "before: about 2028",
    ]  # fmt: skip


def test_zoom_and_drag_and_back(qtbot: QtBot) -> None:
    window = Stage().window()
    timeline = window.pages.race.timeline
    before = timeline.scale
    timeline.setFocus()
    qtbot.keyClick(timeline, Qt.Key.Key_Plus)
    assert timeline.scale.days < before.days
    qtbot.keyClick(timeline, Qt.Key.Key_Home)
    assert timeline.scale == before


def test_the_charts_have_a_table_of_the_same_data(qtbot: QtBot) -> None:
    window = Stage().window()
    race = window.pages.race
    race.as_table.click()
    table = race.table
    assert table is not None
    rows = [[table.item(r, c).text() for c in range(table.columnCount())] for r in range(table.rowCount())]
    hold = next(r for r in rows if r[0] == "Chang'e 7 · launch")
    assert hold[1:4] == ["on hold", "Disputed", "23 Aug 2026"]
    assert "1 Jan to 31 Dec 2026 (said 25 Jun 2024)" in hold[4]
    table.selectRow(0)
    assert window.inspector.key == ("chang-e-6", "launch")


def test_the_trend_selects_and_describes(qtbot: QtBot) -> None:
    window = Stage().window()
    trend = window.pages.race.trend
    assert "Chang'e 7 · launch" in trend.description()
    one = trend.made()[2][0]
    qtbot.mouseClick(
        trend, Qt.MouseButton.LeftButton, pos=trend.rect().topLeft().__class__(trend.width() - 20, round(one.label_y))
    )
    assert window.inspector.key == (one.trend.mission, one.trend.milestone)


def test_without_a_tray_closing_means_leaving(qtbot: QtBot) -> None:
    window = Stage().window()
    with qtbot.waitSignal(window.quit_asked):
        window.close()


def test_with_a_tray_closing_hides_and_says_so_once(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = Stage()
    stage.tray = True
    told: list[str] = []

    def read(box: QMessageBox) -> int:
        told.append(box.text())
        box.defaultButton().click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", read)
    window = stage.window(state_path=tmp_path / "window.ini")
    for _ in range(3):
        window.show()
        with qtbot.waitSignal(window.hidden):
            window.close()
        assert not window.isVisible()
    assert told == ["Space Race Tracker stays in the tray and keeps watching."]


def test_a_hidden_window_keeps_no_picture_and_paints_a_whole_one_when_it_comes_back(qtbot: QtBot) -> None:
    window = Stage().window(width=1000, height=700)
    qtbot.waitUntil(lambda: window.backingStore().size() == window.size())
    window.hide()
    assert window.backingStore().size().width() <= 1
    painted: list[QRect] = []
    seen = Painted(painted)
    window.centralWidget().installEventFilter(seen)
    window.show()
    qtbot.waitUntil(lambda: window.backingStore().size() == window.size())
    assert painted[-1] == window.centralWidget().rect()


class Painted(QObject):
    """Writes down which part of a widget is painted."""

    def __init__(self, parts: list[QRect]) -> None:
        super().__init__()
        self.parts = parts

    def eventFilter(self, _seen: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QPaintEvent):
            self.parts.append(event.rect())
        return False


def test_geometry_and_page_are_kept_and_a_broken_file_is_harmless(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage()
    path = tmp_path / "window.ini"
    window = stage.window(width=1000, height=700, state_path=path)
    window.open_page("sources")
    window.closeEvent(QCloseEvent())
    again = stage.window(state_path=path, width=1000, height=700)
    assert again.page == "sources"
    path.write_bytes(b"[General]\npage=../../x\ngeometry=\x00\xff garbage\n")
    broken = stage.window(state_path=path)
    assert broken.page == "race"


def test_what_was_called_untrue_in_its_notification_can_be_undone_in_the_window(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    change = next(v.change for v in stage.desk.changes() if v.change.id == HOLD)
    decision = Decision("from-the-popup", NOW, Verdict.REJECT, change.id, *change.key)
    window.tell_rejected(decision, change)
    assert window.body.toast.text() == "Rejected: Chang'e 7 launch on hold"
    act(window, "undoDecision")
    assert (stage.desk.decisions[-1].verdict, stage.desk.decisions[-1].target) == (Verdict.UNDO, "from-the-popup")


def test_an_old_decision_can_be_undone_where_its_milestone_is_shown(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    window.show_change(HOLD)
    story = stage.desk.story("chang-e-7", "launch")
    old = Decision(
        "long-ago", NOW, Verdict.REJECT, "gone", "chang-e-7", "launch", Position(Status.PLANNED, parse("2031"))
    )
    window.inspector.show_story(replace(story, decided=(old,)))
    stage.settle()
    assert "Not true: 2031 · 22 Nov 2026" in texts(window, window.inspector)
    undo = window.inspector.findChild(Link, "undo-long-ago")
    assert undo.accessibleName() == "Undo: Not true: 2031 · 22 Nov 2026"
    undo.click()
    decision = stage.desk.decisions[-1]
    assert (decision.verdict, decision.target) == (Verdict.UNDO, "long-ago")
    assert window.body.toast.text() == "Undone"


@pytest.mark.parametrize("left", [0, 1])
def test_the_focus_stays_on_the_page_when_what_had_it_is_gone(qtbot: QtBot, left: int) -> None:
    stage = Stage()
    window = stage.window()
    window.open_page("review")
    held = list(stage.desk.held())
    accept = window.pages.review.cards[0].findChild(QPushButton, "accept")
    accept.setFocus()
    stage.desk.held = lambda: held[2 - left :]  # type: ignore[method-assign]
    accept.click()
    stage.settle()
    assert len(window.pages.review.cards) == left
    focus = window.focusWidget()
    assert focus is not None
    assert focus is window.pages.review or window.pages.review.isAncestorOf(focus)


def test_a_long_message_is_readable_to_its_end(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window(width=900, height=600)
    words = ("/home/somebody" + "/a-long-folder" * 9 + "/tracker.sqlite3: the database is damaged. Move it away or restore a "
             "back-up; a new one is then made (database disk image is malformed)")  # fmt: skip
    window.trouble(words)
    stage.settle()
    toast = window.body.toast
    assert toast.text() == words
    assert toast.width() <= window.body.pages.width()
    label = toast.findChild(Text)
    assert label.height() >= label.heightForWidth(label.width()) >= 2 * label.fontMetrics().height()
    assert label.width() > toast.width() * 0.8
    window.trouble("Short.")
    stage.settle()
    assert toast.height() < 3 * label.fontMetrics().height()


def test_what_a_source_had_on_its_first_day_can_be_called_untrue_but_not_the_start(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    window.show_change(HOLD)
    story = stage.desk.story("chang-e-7", "launch")
    moved = next(v for v in story.changes if v.change.id == HOLD)
    of_old = replace(moved, change=replace(moved.change, baseline=True))
    window.inspector.show_story(replace(story, changes=(of_old,)), HOLD)
    assert window.inspector.findChild(QAction, "reject").isEnabled()
    start = replace(of_old, change=replace(of_old.change, before=None))
    window.inspector.show_story(replace(story, changes=(start,)), HOLD)
    stage.settle()
    assert not window.inspector.findChild(QAction, "reject").isEnabled()


def test_one_s_own_date_is_typed_at_once(qtbot: QtBot) -> None:
    stage = Stage()
    dialog = OverrideDialog(stage.around, "x", Position(Status.PLANNED, parse("2027")))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.focusWidget() is dialog.when
    assert dialog.when.selectedText() == "2027"


def test_the_race_page_shows_what_moved_last_when_it_is_opened_later(qtbot: QtBot, tmp_path: Path) -> None:
    """Whoever left on another page comes back to one without a choice."""
    stage = Stage()
    state = tmp_path / "window.ini"
    left = stage.window(state_path=state)
    left.open_page("settings")
    left.leave()
    window = stage.window(state_path=state)
    assert window.page == "settings"
    assert window.inspector.key is None
    window.open_page("race")
    assert window.inspector.key == stage.desk.changes(1)[0].change.key
