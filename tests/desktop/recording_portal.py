"""The notification portal's side of the bus, as xdg-desktop-portal speaks it: keeps what was sent, presses buttons."""

from __future__ import annotations

from typing import Any

from jeepney import DBusAddress, HeaderFields, new_error, new_method_return, new_signal

from tests.desktop.recording_service import RecordingService

NAME = "org.freedesktop.portal.Desktop"
HERE = DBusAddress("/org/freedesktop/portal/desktop", bus_name=NAME, interface="org.freedesktop.portal.Notification")


class RecordingPortal(RecordingService):
    """Modes as in RecordingService: "take", "refuse", "hang"."""

    bus_name = NAME
    telling = "AddNotification"

    def press_button(self, alert: str, action: str, token: str = "") -> None:
        """A button; with a token as version 2 of the portal gives it."""
        extra = [("a{sv}", {"activation-token": ("s", token)})] if token else []
        self._conn.send(new_signal(HERE, "ActionInvoked", "ssav", (alert, action, extra)))

    def _answer(self, message: Any) -> None:
        member = message.header.fields[HeaderFields.member]
        if member == self.telling and self.mode == "refuse":
            reply = new_error(message, "org.freedesktop.portal.Error.NotAllowed", "s", ("switched off",))
        else:
            reply = new_method_return(message)
        self._conn.send(reply)
