"""macOS: a LaunchAgent of the person's, read by launchd at login. Made and tested as a file; not tried on a Mac yet.

launchd is not told at once: it would start a second program now, and end this one when the agent goes. *Login Items* in
System Settings can hold the agent back without writing into its file; that is not seen here.
"""

from __future__ import annotations

import os
import plistlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self
from xml.parsers.expat import ExpatError

from tracker.desktop.autostart import Autostart, AutostartError, remove, write_whole
from tracker.desktop.notify import APP_ID

LABEL: Final = f"{APP_ID}.login"
"""launchd's name for it, not the app's own id: that one belongs to the app itself."""


@dataclass(frozen=True, slots=True)
class LaunchAgent:
    """See StartList in autostart.py."""

    path: Path

    @classmethod
    def of(cls, env: Mapping[str, str] = os.environ) -> Self:
        """The person's own folder of agents."""
        return cls(Path(env.get("HOME") or Path.home()) / "Library" / "LaunchAgents" / f"{LABEL}.plist")

    @property
    def where(self) -> str:
        return str(self.path)

    def state(self) -> Autostart:
        """How it stands in the file; one that launchd cannot read starts nothing. Raises AutostartError."""
        try:
            read = plistlib.loads(self.path.read_bytes())
        except FileNotFoundError:
            return Autostart(on=False)
        except OSError as error:
            raise AutostartError("the autostart file cannot be read", key=str(self.path)) from error
        except (ValueError, TypeError, LookupError, OverflowError, RecursionError, ExpatError):
            return Autostart(on=False)  # plistlib.InvalidFileException is a ValueError
        agent: dict[str, Any] = read if isinstance(read, dict) else {}
        given = agent.get("ProgramArguments")
        command = tuple(given) if isinstance(given, list) and all(isinstance(word, str) for word in given) else ()
        at_login, barred = agent.get("RunAtLoad") is True and bool(command), agent.get("Disabled") is True
        return Autostart(on=at_login and not barred, barred=at_login and barred, command=command)

    def enable(self, command: Sequence[str]) -> None:
        """Write the file, whole or not at all. Raises AutostartError."""
        try:
            text = contents(command)
        except ValueError as error:  # a character that XML cannot hold
            raise AutostartError("the autostart file cannot be written", key=str(self.path)) from error
        write_whole(self.path, text)

    def disable(self) -> None:
        """Remove the file. Raises AutostartError."""
        remove(self.path)


def contents(command: Sequence[str]) -> str:
    """The agent's property list. `Aqua`: only where there is a screen; the app's id lets macOS show its name and icon."""
    agent = {
        "Label": LABEL,
        "ProgramArguments": list(command),
        "RunAtLoad": True,
        "LimitLoadToSessionType": "Aqua",
        "ProcessType": "Interactive",
        "AssociatedBundleIdentifiers": [APP_ID],
    }
    return plistlib.dumps(agent, sort_keys=False).decode("utf-8")
