"""Start with the system: one file in the desktop's autostart folder, written only when the person asks for it.

https://specifications.freedesktop.org/autostart/latest. A desktop's own switch writes `Hidden=true` (or GNOME's
`X-GNOME-Autostart-enabled=false`) into our file: that is the person's word, and only `enable` overrides it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tracker.desktop.notify import APP_ID, APP_NAME
from tracker.errors import TrackerError

HIDDEN = "--hidden"
"""The argument that starts the program in the tray, where there is one."""

_DELAY_SECONDS = 15  # the tray of a desktop comes later than its programs
_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=,+@")


class AutostartError(TrackerError):
    """The file could not be read or written."""


@dataclass(frozen=True, slots=True)
class Autostart:
    """How it stands. `hidden`: the file is there, but the desktop's own switch turned it off."""

    on: bool
    hidden: bool = False
    command: str = ""


def supported() -> bool:
    """True on systems with XDG autostart."""
    return sys.platform == "linux" or "bsd" in sys.platform


def file(env: Mapping[str, str] = os.environ) -> Path:
    """Where the file belongs: `$XDG_CONFIG_HOME/autostart/<app id>.desktop`."""
    given = env.get("XDG_CONFIG_HOME", "")
    config = Path(given) if given.startswith("/") else Path(env.get("HOME") or Path.home()) / ".config"
    return config / "autostart" / f"{APP_ID}.desktop"


def program(extra: Sequence[str] = (), *, hidden: bool = True) -> tuple[str, ...]:
    """The command that starts this very installation, in the tray where `hidden`, with absolute paths; `extra` are
    further arguments."""
    image = os.environ.get("APPIMAGE", "")
    script = Path(sys.executable).with_name("space-race-tracker")
    if image.startswith("/"):
        start: tuple[str, ...] = (image,)
    elif script.is_file():
        start = (str(script),)
    else:
        start = (sys.executable, "-m", "tracker")
    return (*start, *((HIDDEN,) if hidden else ()), *extra)


def state(path: Path) -> Autostart:
    """How it stands in the file at `path`. Raises AutostartError when a file is there but cannot be read."""
    try:
        keys = _entry(path.read_text(encoding="utf-8", errors="replace"))
    except FileNotFoundError:
        return Autostart(on=False)
    except OSError as error:
        raise AutostartError("the autostart file cannot be read", key=str(path)) from error
    hidden = keys.get("Hidden", "").lower() == "true" or keys.get("X-GNOME-Autostart-enabled", "").lower() == "false"
    return Autostart(on=not hidden, hidden=hidden, command=keys.get("Exec", ""))


def enable(path: Path, command: Sequence[str]) -> None:
    """Write the file, whole or not at all. Raises AutostartError."""
    fresh = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(contents(command), encoding="utf-8")
        fresh.replace(path)
    except OSError as error:
        raise AutostartError("the autostart file cannot be written", key=str(path)) from error


def disable(path: Path) -> None:
    """Remove the file. Raises AutostartError."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise AutostartError("the autostart file cannot be removed", key=str(path)) from error


def refresh(path: Path, command: Sequence[str]) -> bool:
    """Where it is on, let it start this installation (it may have moved); True when the file was rewritten."""
    if not state(path).on or state(path).command == exec_line(command):
        return False
    enable(path, command)
    return True


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


def _quoted(part: str) -> str:
    if "\n" in part or "\0" in part:
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
    for line in text.splitlines():
        if line.startswith("["):
            inside = line.strip() == "[Desktop Entry]"
        elif inside and "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            keys[key.strip()] = value.strip()
    return keys
