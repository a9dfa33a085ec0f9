"""Missions of one's own, in the window, over a real home: previewed, kept, live at once, edited, removed, undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.making import NOW, item
from tests.test_poll import NASA, Played
from tests.ui_world import Stage
from tracker import house, poll
from tracker.front import Errands, Front
from tracker.store import Library, Store, Visit
from tracker.ui.labels import Text
from tracker.ui.link import Link
from tracker.ui.marked_text import MarkedText
from tracker.ui.mission_dialog import MissionDialog
from tracker.ui.missions_page import MissionsPage

SAYS = "The agency has moved the launch of Larkspur 2 from 2026 to May 2027."


@dataclass
class Room:
    """A Missions page over a home whose store holds one article that speaks of a mission nobody follows yet."""

    home: house.Home
    front: Front
    page: MissionsPage
    stage: Stage
    done: list[tuple[str, object]]
    troubles: list[str]

    def reread(self) -> None:
        self.home = house.reread(self.home)
        house.prepare(self.home)
        self.front.move_to(self.home)

    def open(self, mission: str | None = None) -> MissionDialog:
        dialog = self.page.open_dialog(next((m for m in self.front.missions if m.id == mission), None))
        self.stage.settle()
        return dialog

    def add_larkspur(self) -> None:
        dialog = self.open()
        dialog.form.names["en"].setText("Larkspur 2")
        dialog.save.click()
        self.stage.settle()

    def said(self, within: object) -> list[str]:
        return [label.text() for label in within.findChildren(Text)]  # type: ignore[attr-defined]


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    home = house.home(tmp_path, now=lambda: NOW, sources=[NASA])
    with Store(home.paths.database) as store:
        played = Played()
        poll.start_from(house.route(home, store, played), home.world)
        store.record(Visit(NOW, items=((item("n1", title="A lander waits", text=SAYS, published_at=NOW), 1, None),)))
    stage = Stage()
    library = Library(home.paths.database)
    made: list[Room] = []
    errands = Errands(
        lambda _: None, lambda _: None, lambda: None, lambda: "", lambda: False, reread=lambda: made[0].reread()
    )
    front = Front(home, library, errands, language="en")
    page = MissionsPage(front, stage.around)
    qtbot.addWidget(page)
    page.show()
    page.reload()
    made.append(Room(home, front, page, stage, [], []))
    page.done.connect(lambda words, back: made[0].done.append((words, back)))
    page.troubled.connect(made[0].troubles.append)
    yield made[0]
    library.close()


def test_while_it_is_written_the_stored_articles_show_what_it_would_match(room: Room) -> None:
    dialog = room.open()
    assert not dialog.save.isEnabled()
    dialog.form.names["en"].setText("Larkspur 2")
    dialog.look()
    room.stage.settle()
    assert dialog.save.isEnabled()
    assert "Named in 1 of the newest " in "".join(room.said(dialog.preview))
    assert [t for t in room.said(dialog.preview) if "read as" in t] == ["would be read as launch: May 2027"]
    assert [m.marked_words() for m in dialog.preview.findChildren(MarkedText)][-1] == ["Larkspur 2"]
    for box in dialog.form.milestones.values():
        box.setChecked(False)
    assert not dialog.save.isEnabled()


def test_doubtful_names_are_told(room: Room) -> None:
    dialog = room.open()
    dialog.form.names["en"].setText("Lark")
    dialog.form.aliases["en"].setText("Artemis III, LX")
    dialog.look()
    room.stage.settle()
    said = room.said(dialog.preview)
    assert "“Artemis III” is a name of Artemis III too: such a text would speak of both." in said
    assert "“LX” is short: it may be found in other words." in said


def test_a_mission_is_added_live_edited_removed_and_brought_back(room: Room) -> None:
    room.add_larkspur()
    assert room.page.list.current() == "larkspur-2"
    assert room.front.world.mission("larkspur-2").origin == "user"
    assert room.done[-1][0] == "Saved: Larkspur 2"

    dialog = room.open("larkspur-2")
    dialog.form.names["zh"].setText("飞燕草二号")
    dialog.save.click()
    room.stage.settle()
    assert room.front.world.mission("larkspur-2").names["zh"] == "飞燕草二号"
    room.done[-1][1]()  # type: ignore[operator]
    room.stage.settle()
    assert "zh" not in room.front.world.mission("larkspur-2").names

    room.page.findChild(QPushButton, "dropMission").click()
    room.stage.settle()
    assert "larkspur-2" not in {m.id for m in room.front.missions}
    assert room.page.list.current() != "larkspur-2"
    room.done[-1][1]()  # type: ignore[operator]
    room.stage.settle()
    assert "larkspur-2" in {m.id for m in room.front.missions}
    assert room.troubles == []


def test_a_mission_that_is_followed_no_more_leaves_nothing_behind_on_any_page(room: Room) -> None:
    room.add_larkspur()
    version = house.reader_version(room.home)
    while house.read_again(room.home, house.reader(room.home.missions), version):
        pass
    assert [c.mission for c in _changes(room)].count("larkspur-2") == 1
    room.page.findChild(QPushButton, "dropMission").click()
    room.stage.settle()
    assert [c.mission for c in _changes(room)].count("larkspur-2") == 0
    assert room.front.counts().unseen_changes == 0
    room.done[-1][1]()  # type: ignore[operator]
    room.stage.settle()
    assert [c.mission for c in _changes(room)].count("larkspur-2") == 1


def test_what_cannot_be_kept_is_said_in_the_dialog_which_stays(room: Room) -> None:
    dialog = room.open("artemis-3")
    dialog.form.milestones["landing"].setChecked(False)
    dialog.look()
    room.stage.settle()
    assert "needs its landing" in dialog.fault.text()
    assert not dialog.save.isEnabled()
    dialog.form.milestones["landing"].setChecked(True)
    room.home.paths.missions.write_text("[[mission]\n", encoding="utf-8")
    dialog.save.click()
    room.stage.settle()
    assert "missions.toml" in dialog.fault.text()
    assert dialog.isVisible()


def _changes(room: Room) -> list[object]:
    with Store(room.home.paths.database) as store:
        return list(store.changes())


def test_nothing_of_the_mission_shown_before_is_left_on_the_page(room: Room) -> None:
    room.page.list.select("chang-e-6")
    room.stage.settle()
    assert "Chang'e 6 ascent" in [link.accessibleName() for link in room.page.findChildren(Link)]

    room.page.list.select("artemis-4")
    room.stage.settle()
    links = [link.accessibleName() for link in room.page.findChildren(Link)]
    assert links
    assert all(name.startswith("Artemis IV ") for name in links)


def test_an_unnamed_programme_is_not_shown_as_a_dash(room: Room) -> None:
    room.add_larkspur()
    room.reread()
    room.page.reload()
    room.page.list.select("larkspur-2")
    room.stage.settle()
    assert not [text for text in room.said(room.page) if "–" in text]
    assert all("–" not in row.sub for row in room.page.list.rows())
