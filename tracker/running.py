"""The running app: window, tray, front and workers, built one from another and connected. Lives on the main thread.

The start order, which quitting walks backwards:

    the window's frame (painted now) -> log, database and seeds, library, front, the first page
        -> tray, notifier, scheduler, reader (heavy imports, in workers, after the first page)

What the frame does not need is imported after it is painted; a hidden start makes no window until one is asked for.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, cast

from tracker import settings
from tracker.errors import TrackerError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tracker.caretaker import HouseCaretaker
    from tracker.desktop.instance import Instance
    from tracker.desktop.notify import Notifier
    from tracker.front import Front
    from tracker.house import Home
    from tracker.ui.care import Caretaker
    from tracker.ui.desk import Desk
    from tracker.ui.main_window import MainWindow
    from tracker.workers import Ears, Workers

log = logging.getLogger(__name__)

_AT_REST_MS = 2_000
_AFTERWARDS_MS = 5_000


@dataclass(frozen=True, slots=True)
class Start:
    """What is known before the house is opened. `home` opens it: settings, seeds, the user's missions."""

    paths: settings.Paths
    settings: settings.Settings
    home: Callable[[], Home]
    now: Callable[[], datetime]
    hidden: bool = False
    data_dir: Path | None = None  # as it was given, for starting with the system
    lasting: bool = True  # False: everything is gone when the program ends
    tick_seconds: float = 30.0  # how often to look whether a source is due
    tray_seconds: float = 10.0  # a hidden start waits for a tray: at login the panel comes later than its programs


class Desktop:
    """The parts, connected; made once, then `run`.

    `_open` makes what the first page is read from: after the frame's first paint, or at once where there is no window;
    `_settle` all the rest, when the first page stands.
    """

    _home: Home
    _front: Front
    _workers: Workers

    def __init__(self, application: QApplication, only: Instance, start: Start, stack: ExitStack) -> None:
        from tracker.ui import language
        from tracker.ui.bridge import Bridge
        from tracker.ui.identity import APP_ID, APP_NAME
        from tracker.ui.theme import Theme

        self._qt, self._only, self._start, self._stack = application, only, start, stack
        self._settings = start.settings
        self._failed: TrackerError | None = None
        self._opened = self._settled = self._begun = False
        self._made_window: MainWindow | None = None
        self._made_caretaker: HouseCaretaker | None = None
        self._making = Lock()
        application.setApplicationName("space-race-tracker")
        application.setApplicationDisplayName(APP_NAME)
        application.setDesktopFileName(APP_ID)
        application.setQuitOnLastWindowClosed(False)
        self._language = language.Language(application, start.settings.language)
        self._bridge = Bridge()
        self._theme = Theme(application, start.settings.appearance, styled=True)

    # --- the start --------------------------------------------------------------------------------------------------

    def run(self) -> int:
        """Show, open the house, start the workers after the first page, and stay. Returns the exit code."""
        from PySide6.QtCore import QTimer

        from tracker.hooks import Signals, faults_told

        self._stack.enter_context(Signals(self._qt))  # before there is a window: whoever sees one may end us cleanly
        self._stack.enter_context(faults_told(self._bridge.troubled.emit))
        if self._start.hidden:
            self._open()
            QTimer.singleShot(0, self._begin)
            if not self._settle():
                QTimer.singleShot(round(self._start.tray_seconds * 1000), self._open_without_tray)
        else:
            self._window.raise_up()
        code = self._qt.exec()
        if self._settled:
            self._tray.stop()
        if self._made_window is not None:
            self._made_window.leave()
        if self._opened and not self._workers.stop():
            log.info("leaving while a source is still being asked")
        if self._failed is not None:
            raise self._failed
        return code

    def _open_without_tray(self) -> None:
        """Hidden where no tray has come, nobody could ever find the window."""
        if not self._tray.there:
            self._window.raise_up()

    @property
    def _window(self) -> MainWindow:
        """The window, made when it is first of use."""
        if self._made_window is None:
            self._made_window = self._make_window()
        return self._made_window

    def _make_window(self) -> MainWindow:
        from PySide6.QtCore import Qt

        from tracker.ui.main_window import MainWindow
        from tracker.ui.window_state import fit

        window = MainWindow(
            cast("Desk", _Later(lambda: self._front)), self._bridge, theme=self._theme, open_link=open_link,
            language=self._language.speaks, now=self._start.now, has_tray=lambda: self._settled and self._tray.there,
            state_path=self._start.paths.window, settings=self._settings, keep=self._keep,
            caretaker=cast("Caretaker", _Later(self._caretaker)), start_work=self._start_work, ready=self._try_to_open,
        )  # fmt: skip
        fit(window)
        window.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        # exit, not quit: quit() first asks the window to close, and a window that goes to the tray refuses
        window.quit_asked.connect(lambda: self._qt.exit(0))
        window.opened.connect(self._first_page_stands)
        window.hidden.connect(self._tidy)
        return window

    def _try_to_open(self) -> bool:
        """What the window calls when its frame is painted; a house that cannot be opened ends the program."""
        try:
            self._open()
        except TrackerError as error:
            self._failed = error
            self._qt.exit(1)
            return False
        return True

    def _open(self) -> None:
        """Log, database, seeds, library, front: what the first page is read from. Raises TrackerError."""
        if self._opened:
            return
        from tracker import house
        from tracker.front import Errands, Front
        from tracker.store import Library
        from tracker.workers import Workers

        house.log_to_file(self._start.paths)
        home = self._home = self._start.home()
        for odd in home.odd:
            log.warning("%s", odd)
        log.info("%d sources", len(home.sources))  # a fault in the user's file is told here, not by the first page
        house.prepare(home)
        library = Library(home.paths.database)
        self._stack.callback(library.close)
        workers = self._workers = Workers(home, self._ears(), tick_seconds=self._start.tick_seconds, thrift=_thrift)
        errands = Errands(
            check=workers.check,
            decide=workers.decide,
            mark_seen=workers.mark_seen,
            notification_service=workers.describe_notifier,
            is_checking=lambda: workers.is_checking,
            reread=self._reread,
            backfill=workers.backfill,
            cancel_backfill=workers.cancel_backfill,
        )
        self._front = Front(home, library, errands, language=self._language.speaks)
        self._opened = True

    def _settle(self) -> bool:
        """Icon, tray, the ears for notifications and for a second start: all the first page does not need. True where a
        tray takes the icon now."""
        from tracker.ui.icons import app_icon

        self._qt.setWindowIcon(app_icon())
        self._make_tray()
        self._bridge.alert_action.connect(self._alert_pressed)
        self._only.asked.connect(self._asked)
        self._only.listen()
        self._settled = True
        return self._tray.start()

    def _make_tray(self) -> None:
        from tracker.ui.around import Around
        from tracker.ui.asking import Asking
        from tracker.ui.tray import Tray

        self._asking = Asking(self._workers.run)
        around = Around(self._theme, self._language.speaks, self._start.now, open_link, self._asking)
        tray = self._tray = Tray(self._front, self._bridge, around)
        tray.quit_asked.connect(lambda: self._qt.exit(0))
        tray.open_asked.connect(self._show_window)
        tray.toggle_asked.connect(self._toggle)
        tray.check_asked.connect(self._check)
        tray.change_asked.connect(self._show_change)
        tray.milestone_asked.connect(self._show_milestone)
        tray.pause_asked.connect(self._pause)
        tray.set_paused(self._settings.paused_until)

    def _caretaker(self) -> HouseCaretaker:
        """Made when it is first asked, in the thread that asks: the start need not wait for it."""
        from tracker.caretaker import HouseCaretaker

        with self._making:
            if self._made_caretaker is None:
                self._made_caretaker = HouseCaretaker(
                    lambda: self._home, moved_in=self._move_in, send=self._workers.show,
                    data_dir=self._start.data_dir, lasting=self._start.lasting,
                )  # fmt: skip
        return self._made_caretaker

    def _first_page_stands(self) -> None:
        if not self._settled:
            self._settle()
        self._begin()

    def _begin(self) -> None:
        """The start is over: what it has made stays, so the collector need not look at it again. Once only."""
        if self._begun:
            return
        self._begun = True
        import gc

        from PySide6.QtCore import QTimer

        gc.freeze()
        gc.enable()
        self._workers.start(self._notifier)
        QTimer.singleShot(_AT_REST_MS, self._tidy)
        QTimer.singleShot(_AFTERWARDS_MS, self._afterwards)

    def _afterwards(self) -> None:
        """What can wait until the start is long over."""
        from tracker.ui import missing_secrets

        self._asking.ask(self._follow_installation, self._tidy, self._tidy, asker=self._asking)
        if self._made_window is not None:
            missing_secrets.look(self._made_window, self._asking, lambda: self._caretaker().missing_secrets())

    def _tidy(self, *_: object) -> None:
        """Something large is over, and what it took may go back to the system."""
        from tracker.desktop import memory

        self._workers.run(memory.give_back)

    def _follow_installation(self) -> bool:
        return self._caretaker().follow_installation()

    def _ears(self) -> Ears:
        from tracker.workers import Ears

        bridge = self._bridge
        return Ears(
            checking=bridge.checking.emit,
            polled=bridge.polled.emit,
            changed=bridge.changed.emit,
            trouble=bridge.troubled.emit,
            backfilled=bridge.backfilled.emit,
        )

    def _notifier(self) -> Notifier:
        """Made in the workers' thread: what it imports need not keep the window waiting."""
        from tracker.desktop import notify

        memory = self._home.paths.state / "popups.json"
        return notify.choose(self._bridge.alert_action.emit, on_ready=self._workers.tell_soon, memory=memory)

    # --- what the tray and the window ask: neither the window nor the workers need be there when it is connected ------

    def _show_window(self) -> None:
        self._window.raise_up()

    def _show_change(self, change: str) -> None:
        self._window.show_change(change)

    def _show_milestone(self, mission: str, milestone: str) -> None:
        self._window.show_milestone(mission, milestone)

    def _check(self) -> None:
        if self._made_window is not None:
            self._made_window.check_now()
        else:
            self._workers.check(None)

    def _start_work(self, work: Callable[[], None]) -> None:
        self._workers.run(work)

    # --- what comes in -------------------------------------------------------------------------------------------------

    def _asked(self, token: str) -> None:
        """A second start knocks."""
        self._window.raise_up(token)

    def _toggle(self) -> None:
        window = self._made_window
        if window is not None and window.isVisible() and window.isActiveWindow():
            window.hide()
        else:
            self._window.raise_up()

    def _alert_pressed(self, ident: str, action: str, token: str) -> None:
        """A button of a notification: Show raises the window at the change, Not true takes it back."""
        from tracker.desktop.notify import NOT_TRUE
        from tracker.model import Decision, Verdict

        changes = self._front.changes_of_alert(ident)
        if not changes:
            self._window.raise_up(token)
        elif action == NOT_TRUE and len(changes) == 1:
            change = changes[0]
            ident = self._front.new_decision_id()
            decision = Decision(ident, self._home.now(), Verdict.REJECT, change.id, *change.key, change.after)
            self._front.decide(decision)
            if self._made_window is not None:
                self._made_window.tell_rejected(decision, change)
        else:
            self._window.show_change(changes[0].id, token)

    # --- what the user chooses -----------------------------------------------------------------------------------------

    def _keep(self, chosen: settings.Settings) -> None:
        """The person has chosen: it holds at once, and is written beside the main thread."""
        self._live_in(self._home.with_settings(chosen))
        path = self._home.paths.settings
        self._workers.in_order(lambda: settings.save(chosen, path))

    def _live_in(self, home: Home) -> None:
        """Let everybody go by another home. A quick hand may choose before the first page has been painted."""
        if not self._settled:
            self._settle()
        self._home, self._settings = home, home.settings
        self._front.move_to(home)
        self._workers.move_to(home)
        self._theme.set_mode(home.settings.appearance)
        self._tray.set_paused(home.settings.paused_until)
        if self._language.change(home.settings.language):
            from PySide6.QtCore import QTimer

            QTimer.singleShot(0, self._speak)  # not while the button that chose it is still being pressed

    def _speak(self) -> None:
        speaks = self._language.speaks
        self._front.speak(speaks)
        self._tray.speak(speaks)
        if self._made_window is not None:
            self._made_window.speak(speaks)

    def _move_in(self, home: Home) -> None:
        """A back-up was restored, or taken back: everything on disk is another."""
        self._live_in(home)
        if self._made_window is not None:
            self._made_window.choices.take(home.settings)
            self._made_window.reload()

    def _reread(self) -> None:
        """The user's sources or missions have changed on disk. Called from a worker thread; raises SeedError."""
        from tracker import house

        fresh = house.reread(self._home)
        self._home = fresh.with_settings(self._settings)  # they may have been changed meanwhile
        self._front.move_to(self._home)
        self._workers.move_to(self._home)

    def _pause(self, until: datetime | None) -> None:
        chosen = replace(self._settings, paused_until=until)
        if self._made_window is not None:
            self._made_window.choices.put(chosen)
        else:
            self._keep(chosen)


class _Later:
    """Stands for a desk that is made when it is first asked."""

    def __init__(self, made: Callable[[], object]) -> None:
        self._made = made

    def __getattr__(self, name: str) -> Any:
        return getattr(self._made(), name)


def open_link(url: str) -> None:
    """Open an http or https address in the browser; anything else is refused and written down."""
    from tracker.desktop import links

    try:
        links.open_link(url)
    except TrackerError as error:
        log.warning("%s", error)


def _thrift() -> str:
    """Why to save the network, in the desktop's word. Asked in a worker."""
    from tracker.desktop import thrift

    return thrift.reason()
