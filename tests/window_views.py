"""Every view of the window worth looking at: which desk it needs, and what is done before the picture is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tracker.ui.desk import Desk
from tracker.ui.main_window import MainWindow
from tracker.ui.navigation import PAGES

if TYPE_CHECKING:
    from tracker.front import Errands

Prepare = Callable[[MainWindow], QWidget | None]
"""Brings a window into a state; what it returns is pictured instead of the window."""


@dataclass(frozen=True)
class View:
    """`scene` is a key of SCENES."""

    name: str
    scene: str
    prepare: Prepare


@dataclass(frozen=True)
class Scene:
    """A desk for a language, and the clock it lives by."""

    desk: Callable[[str], Desk]
    now: Callable[[], datetime]


# --- desks ------------------------------------------------------------------------------------------------------------


@contextmanager
def sample() -> Iterator[Scene]:
    """The window's test data."""
    from tests.sample_desk import NOW, SampleDesk

    yield Scene(lambda _: SampleDesk(), lambda: NOW)


@contextmanager
def demo() -> Iterator[Scene]:
    """The demo's two years, played to their end by the app's own poll with a clock that is set by hand."""
    from tracker import demo as played
    from tracker import house
    from tracker.front import Front

    seconds, hand = 50, [0.0]
    with TemporaryDirectory() as folder, ExitStack() as stack:
        show = played.start(clock=lambda: hand[0], seconds=seconds)
        stack.callback(show.close)
        home = house.home(Path(folder), now=show.now, sources=show.sources)
        house.prepare(home)
        reader = house.reader(home.missions)
        for second in range(seconds + 3):
            hand[0] = float(second)
            house.poll(home, reader)
        shelf = stack.enter_context(house.library(home))
        yield Scene(lambda language: Front(home, shelf, _errands(), language=language), show.now)


_FIRST = datetime(2026, 11, 22, 14, 12, tzinfo=UTC)


@contextmanager
def fresh() -> Iterator[Scene]:
    """The very first start: the report's missions and the shipped sources, none of them asked yet."""
    from tracker import house
    from tracker.front import Front

    with TemporaryDirectory() as folder, ExitStack() as stack:
        home = house.home(Path(folder), now=lambda: _FIRST)
        house.prepare(home)
        shelf = stack.enter_context(house.library(home))
        yield Scene(lambda language: Front(home, shelf, _errands(checking=True), language=language), home.now)


@contextmanager
def offline() -> Iterator[Scene]:
    """The same without a network: no source could be asked, and none is blamed for it."""
    from tracker import house
    from tracker.front import Front
    from tracker.sources.pace import OFFLINE
    from tracker.store import Store

    with TemporaryDirectory() as folder, ExitStack() as stack:
        home = house.home(Path(folder), now=lambda: _FIRST)
        house.prepare(home)
        with Store(home.paths.database) as store:
            store.set_fact(OFFLINE, _FIRST.isoformat())
        shelf = stack.enter_context(house.library(home))
        yield Scene(lambda language: Front(home, shelf, _errands(), language=language), home.now)


def _who_notifies() -> str:
    from tracker.desktop.spoken import translate

    return translate("Notifier", "{service} shows the notifications.").format(service="Xfce Notify Daemon 0.9")


def _errands(*, checking: bool = False) -> Errands:
    from tracker.front import Errands

    return Errands(
        lambda _: None, lambda _: None, lambda: None, _who_notifies,
        lambda: checking,
    )  # fmt: skip


SCENES: dict[str, Callable[[], AbstractContextManager[Scene]]] = {
    "demo": demo,
    "fresh": fresh,
    "offline": offline,
    "sample": sample,
}


# --- states -----------------------------------------------------------------------------------------------------------


def page(name: str) -> Prepare:
    """A page as in use: something is chosen on it; on a narrow window the inspector stays away."""

    def prepare(window: MainWindow) -> None:
        window.open_page(name)
        wide = window.body.wide
        if name == "changes" and wide:
            rows = window.pages.changes.list.rows()
            if rows:
                window.pages.changes.list.select(rows[min(2, len(rows) - 1)].key)
        elif name == "articles":
            rows = window.pages.articles.list.rows()
            articles = [a for a in (window.desk.article(r.key) for r in rows[:60]) if a is not None]
            best = max(articles, key=lambda a: (len({c.verdict for c in a.claims}), len(a.claims)), default=None)
            if best is not None:
                window.pages.articles.show_article(best.item)
        elif name == "sources" and wide:
            views = window.pages.sources.model.views
            failing = [v for v in views if v.health == "failing"] or list(views[:1])
            if failing:
                window.pages.sources.select(failing[0].source.id)
        window.centralWidget().setFocus()

    return prepare


def _earlier(window: MainWindow) -> None:
    window.open_page("race")
    window.top.slider.setValue((date(2025, 3, 1) - window.desk.world.on).days)
    window.pages.race.show_board(window.desk.board(window.top.day))


def _as_table(window: MainWindow) -> None:
    window.open_page("race")
    window.pages.race.as_table.setChecked(True)


def _nothing_found(window: MainWindow) -> None:
    window.open_page("changes")
    window.pages.changes.search.setText("Voyager")


def _inspector(window: MainWindow) -> None:
    window.open_page("race")
    window.show_milestone("artemis-3", "landing")
    window.body.show_side()


def _toast(window: MainWindow) -> None:
    """Just after "Not true"."""
    from PySide6.QtGui import QAction

    window.open_page("changes")
    window.pages.changes.list.select(window.pages.changes.list.rows()[0].key)
    window.inspector.findChild(QAction, "reject").trigger()


def _override(window: MainWindow) -> QWidget:
    from tracker.ui.override_dialog import OverrideDialog

    window.show_milestone("artemis-3", "landing")
    window.inspector.ask_override()
    return window.inspector.findChildren(OverrideDialog)[-1]


def _mission(ident: str) -> Prepare:
    def prepare(window: MainWindow) -> QWidget:
        window.open_page("missions")
        return window.pages.missions.open_dialog(next((m for m in window.desk.missions if m.id == ident), None))

    return prepare


def _add_source(window: MainWindow) -> QWidget:
    window.open_page("sources")
    return window.pages.sources.open_adder("moon-notes.example")


def _edit_source(window: MainWindow) -> QWidget | None:
    window.open_page("sources")
    return window.pages.sources.open_editor("blog")


def _import_sources(window: MainWindow) -> QWidget:
    window.open_page("sources")
    return window.pages.sources.open_import(Path("my-feeds.opml"))


def _about(window: MainWindow) -> QWidget:
    from PySide6.QtWidgets import QMessageBox

    window.menus.about()
    return window.findChildren(QMessageBox)[-1]


def _stay(window: MainWindow) -> QWidget:
    from tracker.ui.closing import tray_notice

    box, _leave = tray_notice(window)
    box.open()
    return box


def _menu(number: int) -> Prepare:
    def prepare(window: MainWindow) -> QWidget:
        from PySide6.QtWidgets import QMenuBar

        menu = window.findChild(QMenuBar).actions()[number].menu()
        menu.popup(window.mapToGlobal(window.rect().center()))
        return menu  # type: ignore[no-any-return]

    return prepare


VIEWS: tuple[View, ...] = (
    *(View(name, "demo", page(name)) for name in PAGES),
    View("race-earlier", "demo", _earlier),
    View("race-table", "demo", _as_table),
    View("race-inspector", "demo", _inspector),
    View("changes-nothing", "demo", _nothing_found),
    View("changes-toast", "demo", _toast),
    *(View(f"first-{name}", "fresh", page(name)) for name in PAGES if name != "settings"),
    *(View(f"offline-{name}", "offline", page(name)) for name in ("race", "articles", "sources")),
    View("dialog-override", "demo", _override),
    View("dialog-mission-edit", "demo", _mission("chang-e-7")),
    View("dialog-mission-new", "demo", _mission("")),
    View("sources-many-states", "sample", page("sources")),
    View("dialog-source-add", "sample", _add_source),
    View("dialog-source-edit", "sample", _edit_source),
    View("dialog-source-import", "sample", _import_sources),
    View("dialog-about", "demo", _about),
    View("dialog-tray", "demo", _stay),
    View("menu-view", "demo", _menu(2)),
)
