"""The autostart folder of freedesktop desktops: one file, as https://specifications.freedesktop.org/autostart/latest has it.

A desktop's own switch writes `Hidden=true` (or GNOME's `X-GNOME-Autostart-enabled=false`) into our file: that is the
person's word, and only `enable` overrides it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from tracker.desktop.autostart import Autostart, AutostartError, remove, write_whole
from tracker.desktop.notify import APP_ID, APP_NAME

_DELAY_SECONDS = 15  # the tray of a desktop comes later than its programs
_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_ESCAPED = re.compile(r"\\(.)")
_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=,+@")


@dataclass(frozen=True, slots=True)
class AutostartFile:
    """See StartList in autostart.py."""

    path: Path

    @classmethod
    def of(cls, env: Mapping[str, str] = os.environ) -> Self:
        """The file where desktops look: `$XDG_CONFIG_HOME/autostart/<app id>.desktop`."""
        given = env.get("XDG_CONFIG_HOME", "")
        config = Path(given) if given.startswith("/") else Path(env.get("HOME") or Path.home()) / ".config"
        return cls(config / "autostart" / f"{APP_ID}.desktop")

    @property
    def where(self) -> str:
        return str(self.path)

    def state(self) -> Autostart:
        """How it stands in the file. Raises AutostartError when it is there but cannot be read."""
        try:
            keys = _entry(self.path.read_text(encoding="utf-8", errors="surrogateescape"))
        except FileNotFoundError:
            return Autostart(on=False)
        except OSError as error:
            raise AutostartError("the autostart file cannot be read", key=str(self.path)) from error
        barred = (
            keys.get("Hidden", "").lower() == "true" or keys.get("X-GNOME-Autostart-enabled", "").lower() == "false"
        )
        return Autostart(on=not barred, barred=barred, command=words(keys.get("Exec", "")))

    def enable(self, command: Sequence[str]) -> None:
        """Write the file, whole or not at all. Raises AutostartError."""
        write_whole(self.path, contents(command))

    def disable(self) -> None:
        """Remove the file. Raises AutostartError."""
        remove(self.path)


def contents(command: Sequence[str]) -> str:
    """The desktop entry's text."""
    return "\n".join((
        "[Desktop Entry]",
        "Type=Application",
        f"Name={APP_NAME}",
        "Comment=Follows the return to the Moon",
        "Comment[zh_CN]=追踪重返月球的进程",
        f"Icon={APP_ID}",
        f"Exec={exec_line(command)}",
        "Terminal=false",
        "Hidden=false",
        f"X-GNOME-Autostart-Delay={_DELAY_SECONDS}",
        "",
    ))  # fmt: skip


def exec_line(command: Sequence[str]) -> str:
    """A command as the value of Exec: quoted and escaped as the desktop entry specification wants it."""
    return " ".join(_quoted(part) for part in command)


def words(value: str) -> tuple[str, ...]:
    """The command in the value of Exec, taken apart as `exec_line` puts it together; of anything else what can be read."""
    unescaped = value.replace("\\\\", "\\").replace("%%", "%")
    return tuple(_ESCAPED.sub(r"\1", quoted) if quoted else bare for quoted, bare in _WORD.findall(unescaped))


def _quoted(part: str) -> str:
    if any(c in part for c in "\n\r\0"):
        raise AutostartError("a path with a line break cannot be started by the desktop", key=repr(part))
    doubled = part.replace("%", "%%")  # % starts a field code
    if part and all(c in _BARE for c in part):
        return doubled
    escaped = "".join(f"\\{c}" if c in '"`$\\' else c for c in doubled)
    return '"' + escaped.replace("\\", "\\\\") + '"'  # the value is a string: its own escaping comes on top


def _entry(text: str) -> dict[str, str]:
    """The keys of the [Desktop Entry] group; anything else in the file is somebody else's."""
    keys: dict[str, str] = {}
    inside = False
    for line in text.split("\n"):
        if line.startswith("["):
            inside = line.strip() == "[Desktop Entry]"
        elif inside and "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            keys[key.strip()] = value.strip()
    return keys
