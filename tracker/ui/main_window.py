"""The main window: puts the parts together and carries what one part says to the others.

A page is built when it is first opened and read again when it is seen after something changed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from tracker.errors import TrackerError
from tracker.settings import Settings
from tracker.ui.around import Around, system_now
from tracker.ui.asking import Asking, Work, at_once
from tracker.ui.body import Body
from tracker.ui.bridge import Bridge
from tracker.ui.choices import Choices
from tracker.ui.filling import Filling
from tracker.ui.first_paint import FirstPaint
from tracker.ui.identity import APP_NAME
from tracker.ui.language import tongue
from tracker.ui.menus import Menus
from tracker.ui.navigation import PAGES, Navigation
from tracker.ui.page_links import connect
from tracker.ui.page_makers import Pages
from tracker.ui.right_side import RightSide
from tracker.ui.status_line import StatusLine
from tracker.ui.theme import Theme
from tracker.ui.top_bar import TopBar
from tracker.ui.undo_list import UndoList
from tracker.ui.window_state import WindowState

if TYPE_CHECKING:
    from tracker.model import Change, Decision, PollReport
    from tracker.ui.care import Caretaker
    from tracker.ui.desk import Desk
    from tracker.ui.inspector import Inspector

UNSEEN_MS = 500
"""So long what comes after the first page waits for its paint, should nobody see it."""
SOON_MS = 30
"""So long a window waits for more to have moved before it reads again."""


class MainWindow(QMainWindow):
    """The window over a desk. Everything it cannot do by itself is handed in:

    desk            answers and takes decisions (tracker/ui/desk.py)
    bridge          signals from the workers
    theme           made once for the application
    open_link       opens an http or https address in the browser
    language        "en" or "zh_CN": what dates and names are written in (the translator is installed by the root)
    now             the clock, aware UTC; the demo hands in its own
    has_tray        whether a tray shows our icon now: closing hides only then
    state_path      where geometry and the open page are kept; None keeps nothing
    settings, keep  what the person has chosen so far, and who keeps what is chosen from now on
    caretaker       looks after what lies around the window (tracker/ui/care.py); None leaves it out of the Settings page
    start_work      runs what takes long on another thread (ui/asking.py)
    ready           called once, before the desk is first asked, when the frame stands; False: the program is leaving

    Signals: `quit_asked` when the person wants to leave the program, `hidden` when it was put into the tray, `opened`
    when the first page stands.
    """

    quit_asked = Signal()
    hidden = Signal()
    opened = Signal()
    """The first page stands on the screen: the time for everything heavy that may come after."""

    def __init__(
        self,
        desk: Desk,
        bridge: Bridge,
        *,
        theme: Theme,
        open_link: Callable[[str], object],
        language: str = "en",
        now: Callable[[], datetime] = system_now,
        has_tray: Callable[[], bool] = lambda: False,
        state_path: Path | None = None,
        settings: Settings | None = None,
        keep: Callable[[Settings], object] = lambda _: None,
        caretaker: Caretaker | None = None,
        start_work: Callable[[Work], object] = at_once,
        ready: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__()
        self.setWindowTitle(APP_NAME)
        self.setObjectName("mainWindow")
        self._desk, self._bridge, self._has_tray, self._ready = desk, bridge, has_tray, ready
        self._around = Around(theme, tongue(language), now, open_link, Asking(start_work))
        self._caretaker = caretaker
        self.choices = Choices(settings or Settings(), keep, self)
        self._state = WindowState(state_path)
        self._begun = False
        self._follows, self._followed = True, ""  # the change that is shown until the person chooses
        self._build()
        self._hear()
        self.resize(1280, 800)
        self.setMinimumSize(720, 480)
        self._state.restore(self)
        self._minute = QTimer(self, interval=30_000)
        self._minute.timeout.connect(self._tick)
        self._filling = Filling(self, desk, self._refresh)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.reload)

    def _build(self) -> None:
        """Put the parts together: at the start, and again when another language is chosen."""
        desk, theme = self._desk, self._around.theme
        self._page = ""
        self._stale: set[str] = set(PAGES)
        self.top = TopBar(self._around)
        self.navigation = Navigation(theme)
        self.side = RightSide(desk, self._around, self.choices)
        self.body = Body(theme, self.navigation, self.side)
        self.undo_list = UndoList(desk, self.body.toast, self._around.now, self._around.asking)
        self.status = StatusLine(self._around)
        self.pages = Pages(desk, self._around, self.choices, self._caretaker)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.body, 1)
        column.addWidget(self.status)
        self.setCentralWidget(central)
        self.menus = Menus(self)
        self._connect()

    def speak(self, language: str) -> None:
        """Say everything in another language ("en", "zh_CN"), whose translator is installed; what is shown stays."""
        from tracker.ui.rebuilding import Seen, take_apart

        if self._around.language == tongue(language):
            return
        seen = Seen.of(self) if self._begun else None
        self._around = replace(self._around, language=tongue(language))
        take_apart(self)
        self._build()
        self.body.hold_still()
        if seen is not None:
            seen.show_again(self)

    # --- what other parts of the program ask ----------------------------------------------------------------------

    def show_change(self, change_id: str, token: str = "") -> None:
        """Raise the window at a change, its words highlighted; an unknown id opens the Changes page."""
        self.raise_up(token)
        self.begin()
        self.open_page("changes")
        self.pages.changes.select(change_id)
        self.pick_change(change_id)

    def tell_rejected(self, decision: Decision, change: Change) -> None:
        """A change was taken back from its notification: say so, with Undo beside it. The window is not raised."""
        from tracker import wording

        language = self._around.language
        mission = next((m for m in self._desk.missions if m.id == change.mission), None)
        what = wording.headline(change, mission, language) if mission else change.mission
        self.undo_list.tell(decision, self.tr("Rejected: {what}").format(what=what))

    def show_milestone(self, mission: str, milestone: str, token: str = "") -> None:
        """Raise the window at a milestone on the Race page."""
        self.raise_up(token)
        self.begin()
        self.open_page("race")
        self.pick(mission, milestone)

    def show_article(self, item: str) -> None:
        """Open a stored article."""
        self.open_page("articles")
        self.pages.articles.show_article(item)

    def show_source(self, source: str) -> None:
        """Open the Sources page at a source."""
        self.open_page("sources")
        self.pages.sources.select(source)

    @Slot()
    def raise_up(self, token: str = "") -> None:
        """Show the window in front; `token` is the desktop's permission to do so (Wayland), where it gave one."""
        from tracker.ui.raising import bring_forward

        bring_forward(self, token)

    def open_page(self, page: str) -> None:
        """Open a page by its id (navigation.PAGES), building it the first time."""
        if page not in PAGES:
            return
        first = page not in self.pages.built
        widget = self.pages.get(page)
        if first:
            self.body.hold_still()
            self.body.pages.addWidget(widget)
            connect(self, page)
        if page == self._page and page not in self._stale:
            return
        left, self._page = self._page, page
        if left == "changes" and page != "changes":
            self.pages.changes.leave()
        self.navigation.show_page(page)
        self.body.pages.setCurrentWidget(widget)
        self.top.set_travel(possible=page == "race")
        if page == "sources":
            self.side.setCurrentWidget(self.pages.source_inspector)
        else:
            self.side.setCurrentWidget(self.inspector)
        self.body.set_has_side(has=page not in ("settings", "missions"))
        self._read(page)
        self._follow()

    @property
    def inspector(self) -> Inspector:
        """That of the milestones."""
        return self.side.inspector

    @property
    def desk(self) -> Desk:
        """What answers this window."""
        return self._desk

    @property
    def asking(self) -> Asking:
        """Who does beside the main thread what takes long."""
        return self._around.asking

    @property
    def page(self) -> str:
        """The id of the open page."""
        return self._page

    @Slot()
    def reload(self) -> None:
        """Something moved: the open page is read again now, every other one when it is opened."""
        self._soon.stop()
        self._stale = set(PAGES)
        if self.isVisible():
            self._refresh()

    # --- reading --------------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        counts = self._desk.counts()
        self.top.set_today(self._desk.today())
        self.top.show_counts(counts)
        self.navigation.buttons["changes"].set_count(counts.unseen_changes)
        self.navigation.buttons["review"].set_count(counts.held)
        self.status.show_counts(counts)
        self._read(self._page)
        self._follow()

    def _read(self, page: str) -> None:
        self._stale.discard(page)
        if page == "race":
            race = self.pages.race
            race.show_board(self._desk.board(self.top.day))
        elif page == "changes":
            self.pages.changes.reload()
            self._mark_seen()
        elif page in ("review", "articles", "missions", "sources", "settings"):
            self.pages.reload(page)
        self._read_inspector()

    def _read_inspector(self) -> None:
        if self._page == "sources":
            view = self.pages.sources.view(self.pages.sources.current())
            if view is not None:
                self.pages.source_inspector.show_source(view)
            else:
                self.pages.source_inspector.show_nothing()
        else:
            self.side.read_again(self._day())

    def _day(self) -> date | None:
        return self.top.day if self._page == "race" else None

    def _mark_seen(self) -> None:
        if self.isVisible() and self.navigation.buttons["changes"].count:
            self._desk.mark_changes_seen()
            self.navigation.buttons["changes"].set_count(0)

    @Slot()
    def _tick(self) -> None:
        """Times told from now ("in 24 min") grow old."""
        if self.isVisible():
            self._stale.add("sources")
            self._refresh()

    # --- choosing -------------------------------------------------------------------------------------------------

    def pick(self, mission: str, milestone: str) -> None:
        self._follows = False
        self.side.show_milestone(mission, milestone, self._day())
        self._show_inspector()
        if "race" in self.pages.built:
            self.pages.race.pick(mission, milestone)

    def pick_change(self, change_id: str) -> None:
        change = self._desk.change(change_id)
        if change is None:
            return
        self._follows = False
        self.side.show_milestone(*change.key, self._day(), change_id)
        self._show_inspector()
        if "race" in self.pages.built:
            self.pages.race.pick(*change.key)

    def pick_source(self, source: str) -> None:
        view = self.pages.sources.view(source)
        if view is not None:
            self.pages.source_inspector.show_source(view)
            self.body.show_side()

    def _show_inspector(self) -> None:
        if self._page != "sources":
            self.side.setCurrentWidget(self.inspector)
        self.body.show_side()

    # --- doing ----------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.navigation.asked.connect(self.open_page)
        self.top.day_asked.connect(self._travel)
        self.top.check_asked.connect(self.check_now)
        self.top.health_asked.connect(lambda: self.open_page("sources"))
        self.status.source_asked.connect(self.show_source)
        self.status.export_asked.connect(self.menus.export_milestones)
        self.side.article_asked.connect(self.show_article)
        self.side.review_asked.connect(lambda: self.open_page("review"))
        self.side.closed.connect(self.body.hide_side)
        self.side.decided.connect(self.undo_list.tell)
        self.side.changed.connect(self.undo_list.say)
        self.body.painted.connect(self.begin)
        self.undo_list.moved.connect(self._done_or_undone)

    def _hear(self) -> None:
        self._bridge.changed.connect(self._reload_soon)
        self._bridge.backfilled.connect(self._reload_soon)
        self._bridge.polled.connect(self._polled)
        self._bridge.checking.connect(self._checking)
        self._bridge.raise_asked.connect(self.raise_up)
        self._bridge.troubled.connect(self._broken)

    @Slot(object)
    def _travel(self, day: date | None) -> None:
        if self._page == "race":
            self.pages.race.show_board(self._desk.board(day))
            self._read_inspector()

    @Slot()
    def check_now(self) -> None:
        """Ask every source now."""
        self.top.show_checking(checking=True)
        self._desk.request_check()

    def check_source(self, source: str) -> None:
        self.top.show_checking(checking=True)
        self._desk.request_check(source)

    @Slot(object)
    def _polled(self, _report: PollReport) -> None:
        self.top.show_checking(checking=False)
        self._reload_soon()

    @Slot()
    def _reload_soon(self) -> None:
        """A round ends with several signals at once: they are read of once."""
        if not self._soon.isActive():
            self._soon.start()

    @Slot(object)
    def _broken(self, error: TrackerError) -> None:
        """Machinery beside the window has failed."""
        from tracker.ui.faults import told

        self.trouble(told(error))

    @Slot(str)
    def trouble(self, words: str) -> None:
        """Say in the message at the bottom what went wrong."""
        self.body.toast.say(words, "bad")

    @Slot(bool)
    def _checking(self, on: bool) -> None:
        self.top.show_checking(checking=on)
        self._filling.follow(checking=on and self._begun)
        if not on:
            self._reload_soon()
        elif self.isVisible():
            self.status.show_counts(self._desk.counts())

    @Slot()
    def _done_or_undone(self) -> None:
        self.menus.undo.setEnabled(self.undo_list.there)
        self.reload()

    def search(self) -> None:
        """Ctrl+F: the search of the open page; from a page without one, that of Articles."""
        if self._page == "changes":
            self.pages.changes.focus_search()
            return
        if self._page == "sources":
            self.pages.sources.focus_search()
            return
        self.open_page("articles")
        self.pages.articles.focus_search()

    # --- coming and going -----------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ApplicationFontChange:
            self._around.theme.follow_font()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start()
        if self._begun:
            self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        picture = self.backingStore()
        if picture is not None:
            picture.resize(QSize(1, 1))  # a window's worth of pixels; the first paint after this takes its room again

    @Slot()
    def begin(self) -> None:
        """Open the first page. Comes after the frame's first paint, so that the window is there at once."""
        if self._begun:
            return
        self._begun = True
        if not self._ready():
            return
        self.body.hold_still()
        # before the page is asked for: should it not be readable, the app lives all the same
        FirstPaint(self.body.pages, self.opened.emit, UNSEEN_MS)
        self.top.set_span(self._desk.world.on, self._desk.today())
        if not self._page:
            page = self._state.page()
            self.open_page(page if page in PAGES else "race")
        self._refresh()
        self.body.setFocus()  # nothing wears a focus frame before a key is pressed

    def _follow(self) -> None:
        """Until the person chooses for the first time, a wide window shows the milestone that moved last."""
        if not (self._follows and self.body.wide and self._page == "race" and self.top.day is None):
            return
        last = next(iter(self._desk.changes(1)), None)
        if last is not None and (last.change.key != self.inspector.key or last.change.id != self._followed):
            self._followed = last.change.id
            self.side.show_milestone(*last.change.key, None)
            self.pages.race.pick(*last.change.key)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Into the tray where there is one, saying so once; else the person wants to leave."""
        self._state.keep(self, self._page)
        if not self._has_tray():
            self._minute.stop()
            event.accept()
            self.quit_asked.emit()
            return
        from tracker.ui.closing import stay_in_tray

        event.ignore()
        if stay_in_tray(self, self._state):
            self._minute.stop()
            self.hide()
            self.hidden.emit()
        else:
            self.quit_asked.emit()

    def leave(self) -> None:
        """The program ends: keep size and page, and go without asking anything."""
        self._state.keep(self, self._page)
        self._minute.stop()
        self._filling.stop()
        self._soon.stop()
        self.hide()
