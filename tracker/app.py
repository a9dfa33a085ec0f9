"""The desktop app's composition root. The start order, which quitting walks backwards:

    display? -> settings -> log and exception hooks -> QApplication -> single instance -> database and seeds -> library, front,
    bridge, window, tray (painted now) -> notifier, scheduler, reader (heavy imports, in workers, after the first paint)

Threads: the main thread owns Qt and the library; the workers (workers.py) reach it through the bridge's signals only.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import signal
import socket
import sys
import threading
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING, Any

from tracker import house, settings
from tracker.errors import StoreError, TrackerError
from tracker.workers import Ears, Workers

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tracker.desktop.instance import Instance
    from tracker.desktop.notify import Notifier
    from tracker.store import Library
    from tracker.ui.choices import Choices

log = logging.getLogger(__name__)

NO_DISPLAY = (
    "Space Race Tracker needs a display to open its window and there is none here; "
    "these commands work without one: poll, status, changes, export, read, replay, doctor, preview, backup, restore."
)


@dataclass(frozen=True, slots=True)
class Start:
    """How to start: without a window (`hidden`), and how often to look whether a source is due."""

    hidden: bool = False
    demo: bool = False
    tick_seconds: float = 30.0


def run(*, data_dir: Path | None, hidden: bool, demo: bool) -> int:
    """Start the app and stay until it is quit. Returns the exit code; 1 with one sentence on stderr where it cannot.

    Raises TrackerError (settings, seeds, database) for the command line to put into a sentence.
    """
    if sys.stderr is not None:  # a windowed start on Windows has none
        faulthandler.enable()
    if not _has_display():
        print(NO_DISPLAY, file=sys.stderr)
        return 1
    # Once PySide6 is in, its import hook looks into the source of every module that follows: ours come first.
    from tracker import front  # noqa: F401

    try:
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        print(
            f"Qt cannot be loaded: {error}. On Debian and Ubuntu `make run` installs what is missing.", file=sys.stderr
        )
        return 1
    sys.setswitchinterval(
        0.0005
    )  # a worker that parses hands over before the window misses a frame (measured: 19 ms, not 42)
    code = _start(QApplication(["space-race-tracker"]), data_dir=data_dir, hidden=hidden, demo=demo)
    # Everything is closed and written. A visit to a slow server may still be on its way in a thread: nobody need wait
    # for it, and it must not run into the interpreter's own end.
    logging.shutdown()
    sys.stdout.flush()
    os._exit(code)


def _start(application: QApplication, *, data_dir: Path | None, hidden: bool, demo: bool) -> int:
    with ExitStack() as stack:
        try:
            if demo:
                from tracker.demo import start

                folder = Path(
                    stack.enter_context(TemporaryDirectory(prefix="space-race-demo-", ignore_cleanup_errors=True))
                )
                show = start()
                stack.callback(show.close)
                home = house.home(folder, now=show.now, sources=show.sources)
                return _run(application, home, Start(hidden, demo=True, tick_seconds=1.0))
            home = house.home(data_dir, now=lambda: datetime.now(UTC))
            return _run(application, home, Start(hidden))
        except TrackerError as error:
            if not hidden:
                _show_why(error)
            raise


def _show_why(error: TrackerError) -> None:
    """Who starts the app from a menu sees no terminal: the sentence goes into a box. Not where nobody could close it."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QMessageBox

    if QGuiApplication.platformName() in ("offscreen", "minimal"):
        return
    box = QMessageBox(QMessageBox.Icon.Critical, "Space Race Tracker", str(error))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _run(application: QApplication, home: house.Home, start: Start) -> int:
    from tracker.desktop import instance
    from tracker.store import Library as OpenLibrary

    house.log_to_file(home.paths)
    _hook_exceptions()
    for odd in home.odd:
        log.warning("%s", odd)
    try:
        home.paths.data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            "the folder cannot be made", key=str(home.paths.data), advice="Check its permissions"
        ) from error
    only = instance.claim(home.paths.data)
    if only is None:
        log.info("another window has this data folder open; it has been asked to show itself")
        return 0
    with ExitStack() as stack:
        stack.callback(only.close)
        house.prepare(home)
        library = OpenLibrary(home.paths.database)
        stack.callback(library.close)
        return _Desktop(application, home, library, only, start).run()


class _Desktop:
    """The running app: the parts, connected. Lives on the main thread."""

    def __init__(
        self, application: QApplication, home: house.Home, library: Library, only: Instance, start: Start
    ) -> None:
        from PySide6.QtCore import Qt

        from tracker.front import Errands, Front
        from tracker.ui import language
        from tracker.ui.around import Around
        from tracker.ui.asking import Asking
        from tracker.ui.bridge import Bridge
        from tracker.ui.icons import app_icon
        from tracker.ui.identity import APP_ID, APP_NAME
        from tracker.ui.main_window import MainWindow
        from tracker.ui.theme import Theme
        from tracker.ui.tray import Tray

        self._qt, self._home, self._start = application, home, start
        application.setApplicationName("space-race-tracker")
        application.setApplicationDisplayName(APP_NAME)
        application.setDesktopFileName(APP_ID)
        application.setWindowIcon(app_icon())
        application.setQuitOnLastWindowClosed(False)
        speaks = language.wanted(home.settings.language)
        language.install(application, speaks)
        self._bridge = Bridge()
        self._workers = Workers(home, self._ears(), tick_seconds=start.tick_seconds)
        errands = Errands(
            check=self._workers.check,
            decide=self._workers.decide,
            mark_seen=self._workers.mark_seen,
            notification_service=self._workers.describe_notifier,
            is_checking=lambda: self._workers.is_checking,
            reread=self._reread,
            backfill=self._workers.backfill,
            cancel_backfill=self._workers.cancel_backfill,
        )
        self._front = Front(home, library, errands, language=speaks)
        theme = Theme(application, home.settings.appearance)
        around = Around(theme, speaks, home.now, open_link, Asking(self._workers.run))
        self._tray = Tray(self._front, self._bridge, around)
        self._window = MainWindow(
            self._front, self._bridge, theme=theme, open_link=open_link, language=speaks, now=home.now,
            has_tray=lambda: self._tray.there, state_path=home.paths.window, choices=_choices(home.settings),
            keep=self._keep, test_notification=self._workers.test_notification, start_work=self._workers.run,
        )  # fmt: skip
        self._window.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._connect(only)

    def _ears(self) -> Ears:
        bridge = self._bridge
        return Ears(
            checking=bridge.checking.emit,
            polled=bridge.polled.emit,
            changed=bridge.changed.emit,
            trouble=bridge.troubled.emit,
            backfilled=bridge.backfilled.emit,
        )

    def _connect(self, only: Instance) -> None:
        window, tray = self._window, self._tray
        # exit, not quit: quit() first asks the window to close, and a window that goes to the tray refuses
        window.quit_asked.connect(lambda: self._qt.exit(0))
        tray.quit_asked.connect(lambda: self._qt.exit(0))
        tray.open_asked.connect(window.raise_up)
        tray.toggle_asked.connect(self._toggle)
        tray.check_asked.connect(window.check_now)
        tray.change_asked.connect(window.show_change)
        tray.milestone_asked.connect(window.show_milestone)
        tray.pause_asked.connect(self._pause)
        tray.set_paused(self._home.settings.paused_until)
        only.asked.connect(self._asked)
        self._bridge.alert_action.connect(self._alert_pressed)

    def run(self) -> int:
        """Show, start the workers after the first paint, and stay. Returns the exit code."""
        from PySide6.QtCore import QTimer

        there = self._tray.start()
        if self._start.hidden and there:
            QTimer.singleShot(0, self._begin)
        else:
            self._window.opened.connect(self._begin)
            self._window.raise_up()
        with _Signals(self._qt):
            code = self._qt.exec()
        self._tray.stop()
        self._window.leave()
        if not self._workers.stop():
            log.info("leaving while a source is still being asked")
        return code

    def _begin(self) -> None:
        self._workers.start(self._notifier)

    def _notifier(self) -> Notifier:
        """Made in the workers' thread: what it imports need not keep the window waiting."""
        from tracker.desktop import notify

        memory = self._home.paths.state / "popups.json"
        return notify.choose(self._bridge.alert_action.emit, on_ready=self._workers.tell_soon, memory=memory)

    # --- what comes in -------------------------------------------------------------------------------------------------

    def _asked(self, word: str, token: str) -> None:
        """A second start knocks."""
        if word == "show":
            self._window.raise_up(token)

    def _toggle(self) -> None:
        if self._window.isVisible() and self._window.isActiveWindow():
            self._window.hide()
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
            self._front.decide(
                Decision(self._front.new_decision_id(), self._home.now(), Verdict.REJECT, change.id, *change.key)
            )
        else:
            self._window.show_change(changes[0].id, token)

    # --- what the user chooses -----------------------------------------------------------------------------------------

    def _keep(self, choices: Choices) -> None:
        self._change_settings(
            appearance=choices.appearance,
            language=choices.language,
            notifications=choices.alerts != "none",
            hear_reports=choices.alerts == "reports",
        )

    def _reread(self) -> None:
        """The user's sources or missions have changed on disk. Called from a worker thread; raises SeedError."""
        self._home = house.reread(self._home)
        self._front.move_to(self._home)
        self._workers.move_to(self._home)

    def _pause(self, until: datetime | None) -> None:
        self._change_settings(paused_until=until)

    def _change_settings(self, **chosen: Any) -> None:
        changed = replace(self._home.settings, **chosen)
        self._home = replace(self._home, settings=changed)
        self._workers.move_to(self._home)
        try:
            settings.save(changed, self._home.paths.settings)
        except TrackerError as error:
            log.warning("%s", error)
            self._bridge.troubled.emit(str(error))


def open_link(url: str) -> None:
    """Open an http or https address in the browser; anything else is refused and written down."""
    from tracker.desktop import links

    try:
        links.open_link(url)
    except TrackerError as error:
        log.warning("%s", error)


def _choices(chosen: settings.Settings) -> Choices:
    from tracker.ui.choices import Choices as Values

    alerts = "none" if not chosen.notifications else "reports" if chosen.hear_reports else "confirmed"
    return Values(chosen.appearance, alerts, chosen.language)


def _hook_exceptions() -> None:
    """An error in a slot or a thread is written down and the app goes on; Qt's own words go to the log too."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.critical("not expected", exc_info=(kind, error, trace))
        sys.__excepthook__(kind, error, trace)

    def in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            caught(args.exc_type, args.exc_value, args.exc_traceback)

    levels = {QtMsgType.QtWarningMsg: logging.WARNING, QtMsgType.QtCriticalMsg: logging.ERROR,
              QtMsgType.QtFatalMsg: logging.CRITICAL}  # fmt: skip

    def qt_said(kind: QtMsgType, _context: object, text: str) -> None:
        logging.getLogger("tracker.qt").log(levels.get(kind, logging.DEBUG), "%s", text)

    sys.excepthook = caught
    threading.excepthook = in_thread
    qInstallMessageHandler(qt_said)


class _Signals:
    """SIGINT and SIGTERM quit the event loop. Python handles signals only between its own steps, and Qt's loop may not
    take one for hours: a byte through a socket wakes it."""

    def __init__(self, application: QApplication) -> None:
        self._qt = application
        self._ours, self._theirs = socket.socketpair()
        self._old: dict[int, Any] = {}

    def __enter__(self) -> None:
        from PySide6.QtCore import QSocketNotifier

        for end in (self._ours, self._theirs):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._woken)
        self._wakeup = signal.set_wakeup_fd(self._theirs.fileno())
        for number in (signal.SIGINT, signal.SIGTERM):
            self._old[number] = signal.signal(number, lambda *_: None)

    def __exit__(self, *_: object) -> None:
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._old.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        self._ours.close()
        self._theirs.close()

    def _woken(self) -> None:
        self._ours.recv(64)
        self._qt.exit(0)
