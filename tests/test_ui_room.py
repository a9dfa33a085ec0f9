"""What is done where there is too little room: no date is torn, no day is cut off, no room is kept for nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui_world import Stage
from tracker.edtf import parse
from tracker.errors import StoreDamagedError, StoreError
from tracker.model import Position, Status
from tracker.ui import words
from tracker.ui.failed_start import box_for
from tracker.ui.link import Link
from tracker.ui.rows import Row, RowList, _lines


def planned(text: str) -> Position:
    return Position(Status.PLANNED, parse(text))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("2027-05/2027-08", "2027-09/2027-12", "up to 8 months later"),
        ("2027-09/2027-12", "2027-05/2027-08", "up to 8 months earlier"),
        ("2026", "2027-05/2027-08", "4 to 20 months later"),
        ("2026-08-24", "2026-08-25", "1 day later"),
        ("2026-08", "2026-09", "1 to 60 days later"),
        ("2026-01", "2026-04", "2 to 4 months later"),
    ],
)
def test_a_coarse_date_does_not_slip_by_days(before: str, after: str, told: str, qtbot: QtBot) -> None:
    assert words.slip(planned(before), planned(after), "en") == told


def test_two_lines_part_between_things_and_no_date_is_torn(qtbot: QtBot) -> None:
    font = Stage().theme.font()
    text = "演示通讯社 (demo) · 2026年2月28日 · 3 条说法、2 项变更"
    width = QFontMetrics(font).horizontalAdvance(text) - 20
    assert _lines(text, font, width, 2) == ["演示通讯社 (demo) · 2026年2月28日 ·", "3 条说法、2 项变更"]


def test_a_first_line_is_not_left_all_but_empty(qtbot: QtBot) -> None:
    font = Stage().theme.font()
    text = "CMSA · China's crewed programme to the lunar surface"
    first, _second = _lines(text, font, QFontMetrics(font).horizontalAdvance(text) - 20, 2)
    assert first.startswith("CMSA · China's")


def test_the_chosen_row_is_whole_in_sight_when_a_scroll_bar_has_made_the_rows_higher(qtbot: QtBot) -> None:
    made = RowList(Stage().theme, "rows")
    qtbot.addWidget(made)
    text = "NASA · 28 Feb 2026 · 3 claims"
    made.resize(
        made.fontMetrics().horizontalAdvance(text) + 36, 400
    )  # in one line without a scroll bar, in two with it
    made.show()
    QApplication.processEvents()
    made.set_rows([Row(str(n), "An article", text) for n in range(60)])
    made.select("45")
    rect = made.visualRect(made.currentIndex())
    assert made.viewport().rect().contains(rect)


def test_a_link_that_is_too_long_keeps_its_day(qtbot: QtBot) -> None:
    link = Link(Stage().theme, "Launch Database of the Far Side · 22 Aug 2026 ↗")
    qtbot.addWidget(link)
    link.resize(link.sizeHint())
    assert link.shown() == link.words
    link.resize(link.fontMetrics().horizontalAdvance("Launch Data… · 22 Aug 2026 ↗") + 2, 20)
    assert link.shown().startswith("Launch")
    assert link.shown().endswith("… · 22 Aug 2026 ↗")


def test_the_table_of_the_charts_takes_the_room_and_its_switch_stays_where_it_is(qtbot: QtBot) -> None:
    window = Stage().window()
    window.resize(1280, 800)
    race = window.pages.race
    cards, switch = race._last.height(), race.as_table.mapTo(window, QPoint(0, 0))
    race.as_table.click()
    qtbot.wait_until(lambda: race._timeline_card.height() > 400)
    assert race._last.height() == cards
    assert race.as_table.mapTo(window, QPoint(0, 0)) == switch
    table = race.table
    assert table is not None
    assert table.columnWidth(1) > table.columnWidth(4)
    assert not table.horizontalScrollBar().isVisible()


def test_the_box_of_a_damaged_database_offers_a_way_out_and_others_do_not(qtbot: QtBot) -> None:
    box, anew = box_for(StoreDamagedError("the database is damaged", key="tracker.sqlite", advice="Move it away"))
    qtbot.addWidget(box)
    assert anew is not None
    assert box.text() == "tracker.sqlite: the database is damaged."
    assert box.defaultButton() is not anew
    other, none = box_for(StoreError("the disk is full", advice="Free some space."))
    qtbot.addWidget(other)
    assert none is None
    assert other.text() == "the disk is full. Free some space."
    assert isinstance(anew, QPushButton)
