"""The port to whoever shows notifications, and the choice of the adapter.

What the caller must do with a failed `send`: the alert is stored before it is told, so nothing is lost by an error.

- NotifyError: nobody took it *now* (the service is away, hangs, or refused). Leave the alert in the outbox and try again
  with the next poll, or at once when `on_ready` says that a service has come. One try is one call on the local bus.
- NoServiceError (a NotifyError): nobody will take it for as long as this program runs. Mark the alert as told: it stands
  in the window under Changes with its unread mark, and is not tried again. `describe()` says why, in a sentence to show.

Adapters are imported only when they are chosen.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from tracker.desktop.spoken import QT_TRANSLATE_NOOP
from tracker.errors import NotifyError
from tracker.model import Alert
from tracker.places import shipped

APP_ID = "org.spaceracetracker.SpaceRaceTracker"
APP_NAME = "Space Race Tracker"
SHOW = "show"
NOT_TRUE = "not-true"
ACTIONS: Sequence[tuple[str, str]] = (
    (SHOW, QT_TRANSLATE_NOOP("Notifier", "Show")),
    (NOT_TRUE, QT_TRANSLATE_NOOP("Notifier", "Not true")),
)
"""The labels are English here; the adapters say them in the person's language."""


def buttons(alert: Alert) -> Sequence[tuple[str, str]]:
    """What an alert can be answered with: "Not true" only where it is clear what of."""
    return ACTIONS if len(alert.changes) == 1 else ACTIONS[:1]


OnAction = Callable[[str, str, str], None]
"""(alert id, action id, activation token): called from a worker thread, must return at once. The token is empty except
where the desktop gives one (Wayland); the window needs it to be allowed to come to the front."""


class NoServiceError(NotifyError):
    """Nobody will show notifications for as long as this program runs."""


class Notifier(Protocol):
    """Shows alerts natively. Every method returns in bounded time and may be called from any thread."""

    def describe(self) -> str:
        """Who shows the notifications, or in one sentence why nobody does. Never waits."""
        ...

    def send(self, alert: Alert, *, actions: Sequence[tuple[str, str]] = ACTIONS) -> None:
        """Show an alert with buttons (id, label); the same alert id replaces its earlier popup.

        A click on the popup itself counts as the first action. Returns when the service has taken it.
        Raises NotifyError when nobody took it, NoServiceError when trying again is of no use.
        """
        ...

    def close(self) -> None:
        """Stop listening. Shown popups stay."""
        ...


def choose(
    on_action: OnAction,
    *,
    icon: str = "",
    on_ready: Callable[[], None] | None = None,
    memory: Path | None = None,
) -> Notifier:
    """The notifier of this system. Returns at once and never raises: where there is none, one that says so.

    `icon` is a name of the icon theme or a file:// address; empty: the installed icon, else the shipped drawing.
    `on_ready` is called from a worker thread when a notification service has come (at the start too), so that waiting
    alerts can be told. `memory` is a file in which the popups on the screen are remembered, so that their buttons work
    after a restart of the program.
    """
    if sys.platform == "linux" or "bsd" in sys.platform:
        from tracker.desktop import portal

        if portal.sandboxed():
            return portal.connect(on_action, on_ready=on_ready)
        from tracker.desktop import freedesktop

        return freedesktop.connect(on_action, icon=icon or own_icon(), on_ready=on_ready, memory=memory)
    from tracker.desktop import native

    return native.connect(on_action, icon=icon or own_icon(), on_ready=on_ready)


def own_icon(env: Mapping[str, str] = os.environ) -> str:
    """The app's id where its icon is installed in an icon theme folder, else the shipped drawing as a file:// address."""
    home = env.get("XDG_DATA_HOME") or f"{env.get('HOME', '')}/.local/share"
    for folder in (home, *(env.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")):
        if any(Path(folder, "icons", "hicolor").glob(f"*/apps/{APP_ID}.*")):
            return APP_ID
    return (shipped("resources") / "icons" / f"{APP_ID}.svg").as_uri()
