"""The very first start: the report's missions at once, words for what is still to come, the page fills in, and no network
is said, quietly."""

from __future__ import annotations

from dataclasses import replace
from typing import NoReturn

import pytest
from pytestqt.qtbot import QtBot

from tests.sample_desk import NOW, SampleDesk
from tests.ui_world import Stage
from tracker.desktop.tray_host import NOTIFIER
from tracker.errors import StoreError
from tracker.model import SourceState
from tracker.ui.tray import Tray
from tracker.views import Counts, SourceView


class Unasked(SampleDesk):
    """No source was asked yet, and the first check runs; `asked` of them have answered."""

    def __init__(self) -> None:
        super().__init__(empty=True)
        self.asked, self.offline, self.reads = 0, False, 0

    def sources(self) -> list[SourceView]:
        """As the sample's, but asked for the first time only now."""
        views = [v for v in SampleDesk().sources() if v.source.enabled]
        states = [
            replace(v.state, last_attempt_at=NOW) if n < self.asked else SourceState(v.source.id)
            for n, v in enumerate(views)
        ]
        return [replace(v, state=state, health="fine") for v, state in zip(views, states, strict=True)]

    def counts(self) -> Counts:
        on = len(self.sources())
        return Counts(sources_fine=on, sources_on=on, sources_asked=self.asked, last_check_at=NOW if self.asked else None,
                      checking=not self.offline, offline=self.offline)  # fmt: skip

    def board(self, *args: object, **more: object):  # type: ignore[no-untyped-def]
        self.reads += 1
        return super().board(*args, **more)  # type: ignore[arg-type]


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    stage = Stage()
    stage.desk = Unasked()
    return stage


def test_the_reports_missions_stand_there_and_nothing_is_claimed_of_unasked_sources(stage: Stage) -> None:
    window = stage.window()
    assert len(window.pages.race.timeline.layouts()) > 3
    on = stage.desk.counts().sources_on
    assert window.top.health.accessibleName() == f"{on} sources, none asked yet"
    assert window.status.checks() == f"Filling in what has happened since June 2024: 0 of {on} sources read"


def test_the_page_fills_in_while_the_first_check_runs(stage: Stage, qtbot: QtBot) -> None:
    window = stage.window()
    desk = stage.desk
    assert isinstance(desk, Unasked)
    window._filling.setInterval(10)
    stage.bridge.checking.emit(True)
    before, desk.asked = desk.reads, 2
    qtbot.waitUntil(lambda: "2 of" in window.status.checks())
    assert desk.reads > before  # the board, too
    desk.asked = len(desk.sources())
    qtbot.waitUntil(lambda: not window._filling.isActive())  # later checks are over before one looks
    stage.bridge.checking.emit(False)
    assert not window._filling.isActive()


def test_no_network_is_one_quiet_state(stage: Stage) -> None:
    desk = stage.desk
    assert isinstance(desk, Unasked)
    desk.offline = True
    window = stage.window()
    assert window.top.health.accessibleName() == "no network"
    tray = Tray(desk, stage.bridge, stage.around, kind=lambda: NOTIFIER)
    tray.start()
    assert tray.state.startswith("normal")
    assert tray.icon is not None
    assert tray.icon.toolTip() == "Space Race Tracker: no network"
    tray.stop()
    for page in ("race", "changes", "review", "articles", "missions", "sources"):
        window.open_page(page)  # everything works on
        stage.settle()
        assert window.page == page


def test_a_first_page_that_cannot_be_read_does_not_keep_the_rest_from_starting(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_limit: int = 500) -> NoReturn:
        raise StoreError("the database is damaged")

    stage = Stage()
    made = stage.window()
    made.hide()
    begun: list[bool] = []
    made.opened.connect(lambda: begun.append(True))
    made._begun = False
    monkeypatch.setattr(stage.desk, "changes", damaged)
    with pytest.raises(StoreError):
        made.begin()
    qtbot.waitUntil(lambda: begun == [True])
