"""Windows: a value of the person's Run key, and the mark that its own switch (Task Manager, Settings) leaves beside it.

Tested over a stand-in for the registry; not tried on Windows yet.
https://learn.microsoft.com/windows/win32/setupapi/run-and-runonce-registry-keys
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol, Self

from tracker.desktop.autostart import Autostart, AutostartError
from tracker.desktop.notify import APP_NAME
from tracker.desktop.registry import CurrentUser

RUN: Final = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED: Final = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
LONGEST: Final = 260  # characters of a command that Windows starts from there


class Registry(Protocol):
    """The values of the person's part of the registry. Each method raises OSError where it may not."""

    def get(self, key: str, name: str) -> str | bytes | None:
        """A value; None where there is none, or one of another kind."""
        ...

    def put(self, key: str, name: str, value: str) -> None: ...

    def remove(self, key: str, name: str) -> None:
        """Also where there is none."""
        ...


@dataclass(frozen=True, slots=True)
class RunKey:
    """See StartList in autostart.py."""

    registry: Registry

    @classmethod
    def of(cls) -> Self:
        """The registry of who is logged in."""
        return cls(CurrentUser())

    @property
    def where(self) -> str:
        return f"HKEY_CURRENT_USER\\{RUN}"

    def state(self) -> Autostart:
        """How it stands. Windows' own switch writes an odd first byte to hold an entry back. Raises AutostartError."""
        try:
            line, mark = self.registry.get(RUN, APP_NAME), self.registry.get(APPROVED, APP_NAME)
        except OSError as error:
            raise AutostartError("the Windows registry cannot be read", key=self.where) from error
        if not isinstance(line, str):
            return Autostart(on=False)
        barred = isinstance(mark, bytes) and bool(mark) and mark[0] % 2 == 1
        return Autostart(on=not barred, barred=barred, command=words(line))

    def enable(self, command: Sequence[str]) -> None:
        """Write the value, and take the switch's mark away. Raises AutostartError."""
        line = subprocess.list2cmdline(command)
        if len(line) > LONGEST:
            raise AutostartError(
                "the command is too long for Windows to start it at login",
                key=line,
                advice="Install the program into a folder with a shorter path",
            )
        try:
            self.registry.put(RUN, APP_NAME, line)
            self.registry.remove(APPROVED, APP_NAME)
        except OSError as error:
            raise AutostartError("the Windows registry cannot be written", key=self.where) from error

    def disable(self) -> None:
        """Remove the value, and what the switch left of it. Raises AutostartError."""
        try:
            self.registry.remove(RUN, APP_NAME)
            self.registry.remove(APPROVED, APP_NAME)
        except OSError as error:
            raise AutostartError("the Windows registry cannot be written", key=self.where) from error


def words(line: str) -> tuple[str, ...]:
    """A command line taken apart as Windows programs do: quotes hold a word together, backslashes count before a quote
    only."""
    found: list[str] = []
    word: list[str] | None = None
    quoted, slashes = False, 0
    for c in line:
        if c == "\\":
            slashes += 1
            continue
        if slashes:
            word = word or []
            word.append("\\" * (slashes // 2 if c == '"' else slashes))
            escaped, slashes = c == '"' and slashes % 2 == 1, 0
        else:
            escaped = False
        if c == '"' and not escaped:
            quoted, word = not quoted, word or []
        elif c in " \t" and not quoted:
            if word is not None:
                found.append("".join(word))
            word = None
        else:
            word = word or []
            word.append(c)
    if slashes:
        word = [*(word or []), "\\" * slashes]
    return (*found, "".join(word)) if word is not None else tuple(found)
