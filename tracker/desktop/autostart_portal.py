"""Inside Flatpak the desktop keeps the list, out of reach: it is asked through org.freedesktop.portal.Background, and may
ask the person.

The portal never says how it stands later, so what it has last answered is kept, in the form of a freedesktop entry, in the
sandbox's own autostart folder, where nothing starts it. If the person then takes the permission away in the desktop's
settings, that is not seen here.

https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Background.html
"""

from __future__ import annotations

import logging
import os
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Self

from tracker.desktop import portal_request
from tracker.desktop.autostart import Autostart, AutostartError
from tracker.desktop.autostart_file import AutostartFile
from tracker.desktop.bus import BusError, session_address
from tracker.desktop.portal_request import FAILED, GRANTED, REFUSED, Response, UnansweredError
from tracker.desktop.spoken import QT_TRANSLATE_NOOP, translate

log = logging.getLogger(__name__)

_BACKGROUND: Final = "org.freedesktop.portal.Background"
_ABSENT: Final = frozenset(
    f"org.freedesktop.DBus.Error.{name}"
    for name in ("ServiceUnknown", "NameHasNoOwner", "UnknownInterface", "UnknownMethod", "UnknownObject")
)
_OWN_LIST: Final = "Add the program to the desktop's own list of what starts"
_REASON: Final = QT_TRANSLATE_NOOP("Autostart", "It watches for news of the race while its window is closed.")


@dataclass(frozen=True, slots=True)
class BackgroundPortal:
    """See StartList in autostart.py. `address` is the session bus's, None where there is none."""

    address: str | None
    kept: AutostartFile
    seconds: float = 8.0
    person_seconds: float = 120.0

    @classmethod
    def of(cls, env: Mapping[str, str] = os.environ) -> Self:
        """The portal of this session."""
        return cls(session_address(env), AutostartFile.of(env))

    @property
    def where(self) -> str:
        return ""

    def state(self) -> Autostart:
        """As the portal last answered."""
        return self.kept.state()

    def enable(self, command: Sequence[str]) -> None:
        """Ask to be started with `command`. What holds after a refusal is what the portal says: not on."""
        response = self._ask(options(secrets.token_hex(8), command, translate("Autostart", _REASON)))
        if response.code == GRANTED and response.results.get("autostart") is True:
            self.kept.enable(command)
            return
        self.kept.disable()
        raise _refusal(response)

    def disable(self) -> None:
        """Ask not to be started any more. A portal that refuses even this starts nothing, either."""
        response = self._ask(options(secrets.token_hex(8), (), ""))
        if response.code == FAILED or response.results.get("autostart") is True:
            raise AutostartError("the desktop's portal could not do it", advice=_OWN_LIST)
        self.kept.disable()

    def _ask(self, given: dict[str, tuple[str, Any]]) -> Response:
        if self.address is None:
            raise AutostartError("there is no session bus, so the desktop cannot be asked", advice=_OWN_LIST)
        try:
            return portal_request.ask(
                self.address, _BACKGROUND, "RequestBackground", "sa{sv}", ("", given),
                seconds=self.seconds, person_seconds=self.person_seconds,
            )  # fmt: skip
        except BusError as error:
            if error.key in _ABSENT:
                log.info("%s", error)
                raise AutostartError(
                    "this desktop has no portal that starts programs at login", advice=_OWN_LIST
                ) from None
            raise AutostartError("the desktop's portal could not do it", advice=_OWN_LIST) from error
        except TimeoutError:
            raise AutostartError("the desktop's portal does not answer", advice="Try again in a moment") from None
        except UnansweredError:
            raise AutostartError(
                "the desktop's question was not answered", advice="Try again, and answer what the desktop asks"
            ) from None


def options(token: str, command: Sequence[str], reason: str) -> dict[str, tuple[str, Any]]:
    """The a{sv} of RequestBackground: start with `command` at login; without one, not any more."""
    made: dict[str, tuple[str, Any]] = {"handle_token": ("s", f"tracker_{token}"), "autostart": ("b", bool(command))}
    if command:
        made |= {"reason": ("s", reason), "commandline": ("as", list(command)), "dbus-activatable": ("b", False)}
    return made


def _refusal(response: Response) -> AutostartError:
    if response.code == REFUSED or response.results.get("background") is False:
        return AutostartError(
            "the desktop did not allow it",
            advice="Allow the program to run in the background in the desktop's settings, then try again",
        )
    return AutostartError("the desktop's portal could not do it", advice=_OWN_LIST)
