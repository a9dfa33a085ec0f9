"""The tray icon and its menu. Never the only way in: without a tray the window is whole.

A tray may come late (at login), come back (the panel restarted) or be of another kind than the one before: the bus tells, a
slow timer watches too. The icon is then shown anew, because Qt registers only once, or made anew, because Qt binds it to one
kind of tray (desktop/tray_host.py).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from tracker import wording
from tracker.desktop.tray_host import TrayHost
from tracker.errors import TrackerError
from tracker.model import Status
from tracker.ui.around import Around
from tracker.ui.bridge import Bridge
from tracker.ui.desk import Desk
from tracker.ui.icons import tray_icon
from tracker.ui.identity import APP_NAME
from tracker.ui.labels import menu_text
from tracker.ui.language import tongue
from tracker.ui.naming import milestone_name
from tracker.views import ChangeView, Counts

log = logging.getLogger(__name__)

LAST_CHANGES: Final = 5
WATCH_MS: Final = 5_000


class Tray(QObject):
    """Lives as long as the program. What is pressed comes out as signals:

    open_asked, check_asked, quit_asked; change_asked (change id); milestone_asked (mission, milestone);
    pause_asked (aware UTC until when alerts stay quiet, None: not any more); `tray_found` when a tray appears.
    """

    open_asked = Signal()
    toggle_asked = Signal()
    check_asked = Signal()
    quit_asked = Signal()
    change_asked = Signal(str)
    milestone_asked = Signal(str, str)
    pause_asked = Signal(object)
    tray_found = Signal()

    def __init__(
        self,
        desk: Desk,
        bridge: Bridge,
        around: Around,
        *,
        kind: Callable[[], str] | None = None,
    ) -> None:
        """`kind` says which kind of tray can take an icon now, as TrayHost does; only tests hand one in."""
        super().__init__()
        self._desk = desk
        if kind is None:
            host = TrayHost(self)
            host.moved.connect(self.look)
            kind = host.kind
        self._kind = kind
        self._around = replace(around, language=tongue(around.language))
        self._there = ""  # the kind of tray that shows the icon now
        self._bound_to = ""  # the kind of tray that the icon was made for
        self._paused_until: datetime | None = None
        self.state = ""
        self.menu = QMenu()
        self.menu.setObjectName("trayMenu")
        self.icon: QSystemTrayIcon | None = None  # from the moment on when there was a tray for it
        self._tip = ""
        self._shown: list[str] = []  # the ids of the changes in the menu
        self._next: tuple[str, str] | None = None
        self._actions: dict[str, QAction] = {}
        self._build()
        bridge.changed.connect(self.refresh)  # comes at the end of every round too
        bridge.checking.connect(self._checking)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.refresh)
        self._watch = QTimer(self, interval=WATCH_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._watch.timeout.connect(self.look)

    def start(self) -> bool:
        """Show the icon if there is a tray, and keep watching for one; True when it is there now."""
        self.refresh()
        self._watch.start()
        self.look()
        return self.there

    @property
    def there(self) -> bool:
        """Whether a tray shows the icon now."""
        return bool(self._there)

    @property
    def paused_until(self) -> datetime | None:
        """Until when alerts are paused, aware UTC; None when they are not."""
        until = self._paused_until
        return until if until is not None and until > self._around.now() else None

    def set_paused(self, until: datetime | None) -> None:
        """What was kept from last time."""
        self._paused_until = until
        self.refresh()

    def speak(self, language: str) -> None:
        """Say everything in another language ("en", "zh_CN"), whose translator is installed."""
        self._around = replace(self._around, language=tongue(language))
        self.menu.clear()
        self._pause.deleteLater()
        self._actions = {}
        self._build()
        self.refresh()

    def stop(self) -> None:
        """Take the icon away; the program ends."""
        self._watch.stop()
        if self.icon is not None:
            self.icon.hide()

    @Slot()
    def look(self) -> None:
        """Look for the tray: a new one gets the icon, a lost one is remembered."""
        before, self._there = self._there, self._kind()
        if self._there and self._there != before:
            icon = self._icon_for(self._there)
            icon.hide()  # a panel that came back knows nothing of us: register again
            icon.show()
            if not before:
                self.tray_found.emit()
        if self._paused_until is not None and self.paused_until is None:
            self._paused_until = None
            self.refresh()

    def _icon_for(self, kind: str) -> QSystemTrayIcon:
        if self.icon is not None and self._bound_to != kind:
            self.icon.hide()
            self.icon.deleteLater()
            self.icon = None
        if self.icon is None:
            self.icon, self._bound_to = QSystemTrayIcon(), kind
            self.icon.setObjectName("trayIcon")
            self.icon.setContextMenu(self.menu)
            self.icon.activated.connect(self._activated)
            self._dress()
        return self.icon

    def _dress(self) -> None:
        if self.icon is not None and self.state:
            name, _, dark = self.state.partition("-")
            self.icon.setIcon(tray_icon(name, dark_panel=dark == "True"))
            self.icon.setToolTip(self._tip)

    # --- the menu -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._heading(self.tr("Last changes"))
        for number in range(LAST_CHANGES):
            self._add(f"change-{number}", "", partial(self._press_change, number))
        self.menu.addSeparator()
        self._add("next", "", self._press_next)
        self.menu.addSeparator()
        self._add("check", self.tr("Check now"), self.check_asked.emit)
        pause = self.menu.addMenu(self.tr("Pause alerts"))
        pause.setObjectName("pauseMenu")
        self._pause = pause
        self._add("pause-hour", self.tr("For 1 hour"), lambda: self._press_pause("hour"), pause)
        self._add("pause-tomorrow", self.tr("Until tomorrow"), lambda: self._press_pause("tomorrow"), pause)
        self._add("resume", self.tr("Resume alerts"), lambda: self._press_pause(""))
        self.menu.addSeparator()
        self._add("open", self.tr("Open {name}").format(name=APP_NAME), self.open_asked.emit)
        self._add("quit", self.tr("Quit"), self.quit_asked.emit)

    def _heading(self, text: str) -> None:
        action = self.menu.addAction(text)
        action.setObjectName("heading")
        action.setEnabled(False)

    def _add(self, name: str, text: str, slot: Callable[[], object], menu: QMenu | None = None) -> None:
        action = (menu or self.menu).addAction(text)
        action.setObjectName(name)
        action.triggered.connect(lambda: slot())  # noqa: PLW0108  drops Qt's "checked"
        self._actions[name] = action

    def action(self, name: str) -> QAction:
        """An entry by its object name: change-0 .. change-4, next, check, pause-hour, pause-tomorrow, resume, open, quit."""
        return self._actions[name]

    # --- what it says ---------------------------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Read the last changes, what comes next, and how the sources are; what cannot be read is said by icon and tip."""
        self._show_pause()
        try:
            self._read()
        except TrackerError as error:
            from tracker.ui.faults import told

            log.warning("nothing can be read for the tray: %s", error)
            self._shown, self._next = [], None
            for name in (*(f"change-{number}" for number in range(1, LAST_CHANGES)), "next"):
                self._actions[name].setVisible(False)
            self._actions["change-0"].setEnabled(False)
            self._actions["change-0"].setText("–")
            self._wear("problem", told(error))

    def _read(self) -> None:
        counts = self._desk.counts()
        views = list(self._desk.changes(LAST_CHANGES))
        self._shown = [v.change.id for v in views]
        for number in range(LAST_CHANGES):
            action = self._actions[f"change-{number}"]
            action.setVisible(number < len(views) or number == 0)
            action.setEnabled(number < len(views))
            action.setText(menu_text(self._line(views[number])) if number < len(views) else self.tr("No change yet"))
        self._say_next()
        self._checking(counts.checking)
        self._show_state(counts)

    def _show_pause(self) -> None:
        paused = self.paused_until
        self._pause.menuAction().setVisible(paused is None)
        self._actions["resume"].setVisible(paused is not None)
        if paused is not None:
            until = f"{paused.astimezone():%H:%M}"
            self._actions["resume"].setText(self.tr("Resume alerts (paused until {time})").format(time=until))

    def _line(self, view: ChangeView) -> str:
        language = self._around.language
        change = view.change
        mission = next((m for m in self._desk.missions if m.id == change.mission), None)
        if mission is None:
            head = change.mission
        elif change.before is None and change.after.status is not Status.PLANNED:  # its words say "achieved" already
            head = wording.milestone_of(mission, change.milestone, language)
        else:
            head = wording.headline(change, mission, language)
        mark = "• " if not view.seen else ""
        told = self.tr("{what}: {move}").format(what=head, move=wording.move(change, language, headed=True))
        return f"{mark}{told}"

    def _say_next(self) -> None:
        language = self._around.language
        states = [(n.least_days, n.state) for n in self._desk.board().nexts if n.state is not None]
        states.sort(key=lambda pair: (pair[0] is None, pair[0] or 0))
        action = self._actions["next"]
        self._next = states[0][1].key if states else None
        action.setVisible(True)
        action.setEnabled(bool(states))
        if not states:
            action.setText(self.tr("Next: nothing dated"))
            return
        state = states[0][1]
        what = milestone_name(self._desk.missions, state.mission, state.milestone, language)
        when = wording.position(state.position, language)
        action.setText(menu_text(self.tr("Next: {what}, {when}").format(what=what, when=when)))

    def _show_state(self, counts: Counts) -> None:
        if counts.sources_on and counts.sources_fine == 0 and not counts.offline:
            state, told = "problem", self.tr("no source answers")
        elif counts.unseen_changes:
            state, told = "news", self.tr("{n} new").format(n=counts.unseen_changes)
        elif counts.offline:
            state, told = "normal", self.tr("no network")
        elif self.paused_until is not None:
            state, told = "normal", self.tr("alerts paused")
        else:
            state, told = (
                "normal",
                self.tr("{n} of {all} sources answer").format(n=counts.sources_fine, all=counts.sources_on),
            )
        self._wear(state, told)

    def _wear(self, state: str, told: str) -> None:
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        before, self.state, self._tip = (self.state, self._tip), f"{state}-{dark}", f"{APP_NAME}: {told}"
        if before != (self.state, self._tip):
            self._dress()

    # --- what was pressed -----------------------------------------------------------------------------------------

    def _press_change(self, number: int) -> None:
        if number < len(self._shown):
            self.change_asked.emit(self._shown[number])

    def _press_next(self) -> None:
        if self._next is not None:
            self.milestone_asked.emit(*self._next)

    def _press_pause(self, length: str) -> None:
        now = self._around.now()
        if length == "hour":
            until: datetime | None = now + timedelta(hours=1)
        elif length == "tomorrow":
            here = now.astimezone()
            until = datetime.combine(here.date() + timedelta(days=1), time(7), here.tzinfo).astimezone(now.tzinfo)
        else:
            until = None
        self.set_paused(until)
        self.pause_asked.emit(until)

    @Slot(QSystemTrayIcon.ActivationReason)
    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.toggle_asked.emit()

    @Slot(bool)
    def _checking(self, on: bool) -> None:
        self._actions["check"].setEnabled(not on)
        self._actions["check"].setText(self.tr("Checking…") if on else self.tr("Check now"))
