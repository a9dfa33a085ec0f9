"""States of the window that a person meets seldom, each worth a picture: long lists, long names, large letters, high contrast."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from tests.window_views import Prepare, Scene, View, demo, errands, page
from tracker.ui.main_window import MainWindow

LONG = "Preparatory Robotic Reconnaissance of the Permanently Shadowed Craters"
_NOW = datetime(2026, 11, 22, 14, 12, tzinfo=UTC)

# --- desks ------------------------------------------------------------------------------------------------------------


def _own_missions() -> str:
    """Two hundred missions of a person's own, the first two with names as long as anybody gives them."""
    names = [(LONG, "月球永久阴影区环形山机器人勘察预备任务"), (f"{LONG} and Return", "月球永久阴影区采样返回任务")]
    names += [(f"Pathfinder {number}", f"探路者{number}号") for number in range(3, 201)]
    return "\n".join(
        f'[[mission]]\nid = "own-{number}"\nside = "{"us" if number % 2 else "china"}"\n'
        f'agency = "{"nasa" if number % 2 else "cnsa"}"\nprogramme = "{"artemis" if number % 2 else "clep"}"\n'
        f'name = {{en = "{english}", zh = "{chinese}"}}\nmilestones = ["launch", "landing"]\n'
        for number, (english, chinese) in enumerate(names, 1)
    )


@contextmanager
def crowded() -> Iterator[Scene]:
    """Two hundred missions of a person's own; forty of them have a date, and so a lane."""
    from tracker import house, poll
    from tracker.edtf import parse_optional
    from tracker.front import Front
    from tracker.model import Decision, Position, Status, Verdict
    from tracker.store import Store, Visit

    with TemporaryDirectory() as folder, ExitStack() as stack:
        paths = house.home(Path(folder), now=lambda: _NOW).paths
        paths.missions.parent.mkdir(parents=True, exist_ok=True)
        paths.missions.write_text(_own_missions(), encoding="utf-8")
        home = house.home(Path(folder), now=lambda: _NOW)
        house.prepare(home)
        with Store(home.paths.database) as store:
            words = tuple(
                Decision(f"d{n}", _NOW, Verdict.OVERRIDE, "", f"own-{n}", "launch", Position(Status.PLANNED, when))
                for n in range(1, 41)
                if (when := parse_optional(f"{2027 + n % 5}-{1 + n % 12:02}"))
            )
            poll.settle(house.quiet_route(home, store), Visit(heard_at=_NOW), (), words)
        shelf = stack.enter_context(house.library(home))
        yield Scene(lambda language: Front(home, shelf, errands(), language=language), home.now)


@contextmanager
def large() -> Iterator[Scene]:
    """The demo's end in letters of 16 points, as who sees badly sets them."""
    with demo() as scene:
        yield replace(scene, points=16.0)


@contextmanager
def contrasting() -> Iterator[Scene]:
    """The demo's end where the system asks for high contrast."""
    from tracker.ui import theme

    def pick(*, dark: bool, contrast: bool) -> theme.Roles:
        return usual(dark=dark, contrast=True)

    usual = theme.pick
    with patch.object(theme, "pick", pick), demo() as scene:
        yield scene


RARE_SCENES = {"crowded": crowded, "large": large, "contrast": contrasting}


# --- states -----------------------------------------------------------------------------------------------------------


def _zoomed(window: MainWindow) -> None:
    """Into the months around today, so that lanes have marks beyond both ends."""
    from tracker.ui.chart_moves import Zoom

    window.open_page("race")
    timeline, trend = window.pages.race.timeline, window.pages.race.trend
    timeline.take(Zoom(4.0, QPointF(timeline.width() * 0.52, 0)))
    trend.take(Zoom(1.6, QPointF(trend.width() * 0.5, trend.height() * 0.6)))


def _setting(number: int) -> Prepare:
    """The settings, scrolled to a card."""

    def prepare(window: MainWindow) -> None:
        window.open_page("settings")
        page = window.pages.settings
        for _ in range(4):  # the cards learn from their workers how tall they are
            QApplication.processEvents()
        area = page.findChild(QScrollArea)
        assert isinstance(area, QScrollArea)
        area.verticalScrollBar().setValue(page.cards[number].y())

    return prepare


def _quiet_and_paused(window: MainWindow) -> None:
    window.open_page("settings")
    window.choices.change(
        quiet_from=time(22),
        quiet_until=time(7),
        paused_until=datetime.combine(window.desk.today(), time(12), UTC) + timedelta(hours=1),
    )


def _long_toast(window: MainWindow) -> None:
    window.open_page("changes")
    words = f"Rejected: {LONG} launch no earlier than September 2027, as said by the Demo Evening Post on 28 April 2026"
    window.body.toast.say(words, undo=True)


def _long_mission(window: MainWindow) -> None:
    window.open_page("missions")
    missions = window.pages.missions
    missions.list.select("own-1")


def _damaged(_window: MainWindow) -> QWidget:
    from tracker.errors import StoreDamagedError
    from tracker.ui.failed_start import box_for

    error = StoreDamagedError(
        "the database is damaged", key="/home/li/.local/share/space-race-tracker/tracker.sqlite",
        advice="Move it away or restore a back-up; a new one is then made",
    )  # fmt: skip
    box = box_for(error)[0]
    box.open()
    return box


def _focused(window: MainWindow) -> None:
    """Where the keyboard is."""
    page("changes")(window)
    window.activateWindow()
    window.navigation.buttons["review"].setFocus(Qt.FocusReason.TabFocusReason)


RARE_VIEWS: tuple[View, ...] = (
    View("race-zoomed", "demo", _zoomed),
    View("race-many", "crowded", page("race")),
    View("missions-many", "crowded", page("missions")),
    View("missions-long-name", "crowded", _long_mission),
    View("changes-toast-long", "demo", _long_toast),
    View("changes-focus", "demo", _focused),
    View("review-waiting", "sample", page("review")),
    View("settings-quiet", "demo", _quiet_and_paused),
    View("settings-start", "demo", _setting(3)),
    View("settings-data", "demo", _setting(6)),
    View("settings-texts", "demo", _setting(7)),
    View("dialog-damaged", "demo", _damaged),
    *(
        View(f"large-{name}", "large", page(name))
        for name in ("race", "changes", "articles", "missions", "sources", "settings")
    ),
    *(View(f"contrast-{name}", "contrast", page(name)) for name in ("race", "changes", "articles", "sources")),
)
