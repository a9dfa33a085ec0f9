"""The Race page's cards: a third side beside the two, one that comes while the window is open, and dates that cannot hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui_world import Stage
from tracker.edtf import parse
from tracker.model import MilestoneState, Mission, Position, Standing, Status
from tracker.seeding import Side
from tracker.ui.board_table import BoardTable
from tracker.ui.labels import Text
from tracker.ui.main_window import MainWindow
from tracker.ui.race_cards import LastCard, NextCard
from tracker.views import Next

RUSSIA = Side("russia", {"en": "Russia"}, {"en": "Next for Russia"})
LUNA = Mission("luna-27", {"en": "Luna 27"}, {}, "Roscosmos", "Luna-Glob", "russia", ("launch", "landing"))


def with_russia(stage: Stage) -> None:
    """Let the person have a mission of a third side."""
    world = stage.desk.world
    stage.desk._world = replace(world, missions=(*world.missions, LUNA), sides=(*world.sides, RUSSIA))


def cards(window: MainWindow) -> list[QWidget]:
    found: list[QWidget] = [*window.pages.race.findChildren(NextCard), *window.pages.race.findChildren(LastCard)]
    return [card for card in found if card.isVisible()]


@pytest.mark.parametrize(("width", "rows"), [(900, [2, 2]), (1280, [2, 2]), (2200, [4])])
def test_with_a_third_side_no_card_stands_alone(qtbot: QtBot, width: int, rows: list[int]) -> None:
    stage = Stage()
    with_russia(stage)
    window = stage.window(width=width)
    heights = [card.y() for card in cards(window)]
    assert [heights.count(y) for y in sorted(set(heights))] == rows
    assert len({card.width() // 4 for card in cards(window)}) == 1


def test_the_two_sides_and_the_last_change_share_a_row(qtbot: QtBot) -> None:
    window = Stage().window()
    assert len(cards(window)) == 3
    assert len({card.y() for card in cards(window)}) == 1


def test_a_side_that_comes_with_a_mission_gets_its_card_at_once(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    with_russia(stage)
    stage.bridge.changed.emit()
    qtbot.waitUntil(lambda: len(cards(window)) == 4)
    assert any(label.text() == "Next for Russia" for card in cards(window) for label in card.findChildren(Text))


def test_a_date_its_launch_has_overtaken_is_told_with_that(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    launch = MilestoneState(
        "x", "launch", Position(Status.PLANNED, parse("2027")), Standing.CONFIRMED, date(2026, 8, 1), "c"
    )
    landing = replace(
        launch, milestone="landing", position=Position(Status.PLANNED, parse("2026")), overtaken_by=launch
    )
    landing = replace(landing, since=date(2024, 6, 25))
    card = window.pages.race.findChild(NextCard)
    card.show_next(Next(card.side, landing), stage.desk)
    assert "2026 · no new date since its launch moved to 2027" in card.accessibleName()


@pytest.mark.parametrize("width", [900, 1280])
def test_no_row_of_the_table_is_too_low_for_its_words(qtbot: QtBot, width: int) -> None:
    stage = Stage()
    window = stage.window(width=width)
    page = window.pages.race
    page.as_table.click()
    stage.settle()
    table = page.findChild(BoardTable)
    for row in range(table.rowCount()):
        for column in range(table.columnCount()):
            item = table.item(row, column)
            room = QRect(0, 0, table.columnWidth(column) - 22, 10_000)  # what is free between the paddings
            needed = table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text()).height() + 12
            assert needed <= table.rowHeight(row), item.text()


def test_a_mission_that_is_renamed_has_its_new_name_in_the_trend_too(qtbot: QtBot) -> None:
    stage = Stage()
    window = stage.window()
    world = stage.desk.world
    renamed = tuple(replace(m, names={"en": "Third flight"}) if m.id == "artemis-3" else m for m in world.missions)
    stage.desk._world = replace(world, missions=renamed)
    stage.bridge.changed.emit()
    race = window.pages.race
    qtbot.waitUntil(lambda: "Third flight" in race.timeline.description())
    assert "Third flight" in race.trend.description()
    assert "Artemis III" not in race.trend.description()
