"""The background portal's side of the bus, as xdg-desktop-portal speaks it: keeps what it was asked, answers as it is told."""

from __future__ import annotations

from typing import Any

from jeepney import DBusAddress, HeaderFields, new_error, new_method_return, new_signal

from tests.desktop.recording_service import RecordingService

NAME = "org.freedesktop.portal.Desktop"
_REQUEST = "org.freedesktop.portal.Request"
UNKNOWN = "org.freedesktop.DBus.Error.UnknownMethod"


class BackgroundPortal(RecordingService):
    """`mode`: "allow", "early" (the Response comes before the method's own answer), "refuse" (the person says no), "fail",
    "not-at-login" (it may run, but the desktop has no list), "stubborn" (starts it though it need not), "ask" (waits for the
    person, for ever), "old" (a portal without this interface), "error", "hang" (no answer at all)."""

    bus_name = NAME
    telling = "RequestBackground"

    def __init__(self, address: str, mode: str = "allow") -> None:
        super().__init__(address)
        self.mode = mode
        self.handle = ""

    def respond(self, path: str, code: int, results: dict[str, tuple[str, Any]]) -> None:
        """A Response on any path."""
        here = DBusAddress(path, bus_name=NAME, interface=_REQUEST)
        self._conn.send(new_signal(here, "Response", "ua{sv}", (code, results)))

    def _answer(self, message: Any) -> None:
        fields = message.header.fields
        if fields[HeaderFields.member] != self.telling:
            self._conn.send(new_method_return(message))
            return
        if self.mode in ("old", "error"):
            name = UNKNOWN if self.mode == "old" else "org.freedesktop.portal.Error.Failed"
            self._conn.send(new_error(message, name, "s", ("not today",)))
            return
        given = message.body[1]
        sender = fields[HeaderFields.sender].removeprefix(":").replace(".", "_")
        self.handle = f"/org/freedesktop/portal/desktop/request/{sender}/{given['handle_token'][1]}"
        answer = new_method_return(message, "o", (self.handle,))
        if self.mode != "early":
            self._conn.send(answer)
        self._decide(bool(given["autostart"][1]))
        if self.mode == "early":
            self._conn.send(answer)

    def _decide(self, wanted: bool) -> None:
        if self.mode == "ask":
            return
        allowed = self.mode not in ("refuse", "fail")
        at_login = self.mode == "stubborn" or (wanted and self.mode in ("allow", "early"))
        code = {"refuse": 1, "fail": 2}.get(self.mode, 0)
        known = {} if self.mode == "fail" else {"background": ("b", allowed), "autostart": ("b", at_login)}
        self.respond(self.handle, code, known)
