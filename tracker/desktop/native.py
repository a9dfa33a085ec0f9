"""Notifications on Windows and macOS through desktop-notifier, the one file that knows it.

Its `send()` swallows every failure and still returns an id: only `on_dispatched` proves that the system took it. It needs
an asyncio loop, which gets a thread of its own. On macOS only a signed app bundle may notify; a bare Python is told so.
Not tested on either system yet; the tests here run it against a stand-in of the library.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import Future
from threading import Event, Thread
from typing import Any

from tracker.desktop import plain
from tracker.desktop.notify import ACTIONS, APP_ID, APP_NAME, NoServiceError, Notifier, OnAction
from tracker.desktop.null import NullNotifier
from tracker.desktop.spoken import translate
from tracker.errors import NotifyError
from tracker.model import Alert

log = logging.getLogger(__name__)

_TITLE_CAP, _BODY_CAP, _LABEL_CAP = 120, 500, 40


def connect(on_action: OnAction, *, icon: str = APP_ID, on_ready: Callable[[], None] | None = None) -> Notifier:
    """A notifier of this system; where the library is missing or finds no backend, one that says so."""
    try:
        import desktop_notifier
    except Exception as error:  # noqa: BLE001  a broken binding of the system must not stop the app
        why = translate("Notifier", "Notifications need the package desktop-notifier, which cannot be loaded ({why}).")
        return NullNotifier(why.format(why=error))
    try:
        picture = desktop_notifier.Icon(uri=icon) if icon.startswith("file:") else None
        library = desktop_notifier.DesktopNotifier(app_name=APP_NAME, app_icon=picture)
    except Exception as error:  # noqa: BLE001  as above
        why = translate("Notifier", "This system shows no notifications: {why}.")
        return NullNotifier(why.format(why=str(error) or type(error).__name__))
    backend = type(getattr(library, "_backend", None)).__name__
    if backend == "DummyNotificationCenter":
        return NullNotifier(
            translate(
                "Notifier", "This system shows notifications only for an installed app; changes stand in the window."
            )
        )
    notifier = NativeNotifier(desktop_notifier, library, on_action)
    if on_ready is not None:
        on_ready()
    return notifier


class NativeNotifier:
    """See the port. Nothing waits longer than `seconds`."""

    def __init__(self, module: Any, library: Any, on_action: OnAction, *, seconds: float = 8.0) -> None:
        self._module, self._library, self._on_action = module, library, on_action
        self._seconds = seconds
        self._refused = False
        self._default = ACTIONS[0][0]
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, name="notifications", daemon=True)
        self._thread.start()
        library.on_clicked = lambda ident: self._on_action(ident, self._default, "")
        library.on_button_pressed = lambda ident, button: self._on_action(ident, button, "")

    def describe(self) -> str:
        if self._refused:
            return translate("Notifier", "The system's settings do not allow this app to show notifications.")
        return translate("Notifier", "The system shows the notifications.")

    def send(self, alert: Alert, *, actions: Sequence[tuple[str, str]] = ACTIONS) -> None:
        self._default = actions[0][0] if actions else ""
        dispatched = Event()
        buttons = tuple(
            self._module.Button(title=plain.one_line(translate("Notifier", label), _LABEL_CAP), identifier=ident)
            for ident, label in actions
        )
        notification = self._module.Notification(
            title=plain.one_line(alert.title, _TITLE_CAP),
            message=plain.few_lines(alert.body, _BODY_CAP),
            buttons=buttons,
            identifier=alert.id,
            on_dispatched=dispatched.set,
        )
        self._await(self._deliver(notification), alert.id)
        if self._refused:
            raise NoServiceError(self.describe(), key=alert.id)
        if not dispatched.is_set():
            raise NotifyError("the system did not take the notification", key=alert.id)

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=3.0)
        if not self._thread.is_alive():
            self._loop.close()

    async def _deliver(self, notification: Any) -> None:
        self._refused = not await self._library.request_authorisation()
        if not self._refused:
            await self._library.send_notification(notification)

    def _await(self, work: Coroutine[Any, Any, Any], alert_id: str) -> None:
        running: Future[Any] = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            running.result(self._seconds)
        except TimeoutError as error:
            running.cancel()
            raise NotifyError("the system's notification service does not answer", key=alert_id) from error
        except Exception as error:
            raise NotifyError("the system refused the notification", key=alert_id) from error
