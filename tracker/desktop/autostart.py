"""Start with the system: one front door to the lists that systems keep of what starts when a person logs in.

    a freedesktop desktop   a file in its autostart folder    autostart_file.py
    inside Flatpak          the desktop, asked by portal      autostart_portal.py
    macOS                   a LaunchAgent                     autostart_agent.py
    Windows                 a value of the user's Run key     autostart_registry.py

Which list and which command are decided here, over values. Nothing is written before the person asks for it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, Protocol

from tracker.desktop import portal
from tracker.errors import TrackerError

HIDDEN: Final = "--hidden"
"""The argument that starts the program in the tray, where there is one."""

NAME: Final = "space-race-tracker"
"""The program's own name: the console script, the bundle's program, the command inside Flatpak."""

_DATA_DIR: Final = "--data-dir"

Kind = Literal["file", "portal", "agent", "registry"]


class AutostartError(TrackerError):
    """The list could not be read or written, or whoever keeps it has refused."""


@dataclass(frozen=True, slots=True)
class Autostart:
    """How it stands. `barred`: our entry is there, but the system's own switch turned it off. `command`: its words."""

    on: bool
    barred: bool = False
    command: tuple[str, ...] = ()


class StartList(Protocol):
    """One system's list, and our entry in it. Each method may take long and raises AutostartError."""

    @property
    def where(self) -> str:
        """Where the entry lies, for a person to find; empty where only the system knows."""
        ...

    def state(self) -> Autostart: ...

    def enable(self, command: Sequence[str]) -> None:
        """Put the entry in, or put another command into it; the system's own switch is turned on again."""
        ...

    def disable(self) -> None:
        """Take the entry out; the running program goes on."""
        ...


@dataclass(frozen=True, slots=True)
class Installation:
    """How this program came to run here: what list and command are chosen by. Paths are absolute, or empty: none.

    `python` is the interpreter, in a bundle the program itself; `script` is the program beside it; `windowed` is Windows'
    interpreter without a console.
    """

    platform: str
    python: str
    script: str = ""
    windowed: str = ""
    image: str = ""  # the AppImage
    bundled: bool = False
    flatpak: bool = False
    snap: bool = False


def installation(env: Mapping[str, str] = os.environ) -> Installation:
    """This very one."""
    python = Path(sys.executable)
    ending = ".exe" if sys.platform == "win32" else ""
    image = env.get("APPIMAGE", "")
    sandboxed, snap = portal.sandboxed(env), bool(env.get("SNAP"))
    return Installation(
        sys.platform,
        str(python),
        script=_file(python.with_name(NAME + ending)),
        windowed=_file(python.with_name("pythonw.exe")),
        image=image if image.startswith("/") else "",
        bundled=bool(getattr(sys, "frozen", False)),
        flatpak=sandboxed and not snap,
        snap=snap,
    )


def _file(path: Path) -> str:
    return str(path) if path.is_file() else ""


def kind(here: Installation) -> Kind | None:
    """Which list this installation goes into; None where it can reach none (a snap, a system nobody knows)."""
    if here.snap:
        return None
    if here.flatpak:
        return "portal"
    if here.platform == "darwin":
        return "agent"
    if here.platform == "win32":
        return "registry"
    return "file" if here.platform == "linux" or "bsd" in here.platform else None


def program(here: Installation, extra: Sequence[str] = (), *, hidden: bool) -> tuple[str, ...]:
    """The command that starts this very installation at login, in the tray where `hidden`; `extra` are further arguments.

    Raises AutostartError where it runs from a place that will be gone by then.
    """
    if here.platform == "darwin" and "/AppTranslocation/" in here.python:  # a download that was not moved yet
        raise AutostartError(
            "macOS runs the program from a temporary place", advice="Move it to Applications and start it from there"
        )
    arguments = (*((HIDDEN,) if hidden else ()), *extra)
    if here.flatpak:
        return (NAME, *arguments)  # the portal puts "flatpak run" and the app's id before it
    if here.image:
        return (here.image, *arguments)
    if here.script and (here.bundled or here.platform != "win32"):  # from a venv on Windows, the script has a console
        return (here.script, *arguments)
    return (here.windowed or here.python, "-m", "tracker", *arguments)


def followed(
    stands: Autostart, here: Installation, extra: Sequence[str], is_gone: Callable[[str], bool]
) -> tuple[str, ...] | None:
    """The command that should take the place of the one that stands there, because its program is gone and this very home
    was started by it; None where nothing is to be changed."""
    words = stands.command
    if not stands.on or not words or not is_gone(words[0]):
        return None
    theirs = words[len(words) - len(extra) :] != tuple(extra) if extra else _DATA_DIR in words
    command = None if theirs else program(here, extra, hidden=HIDDEN in words)
    return command if command != words else None


def is_gone(path: str) -> bool:
    """True for an absolute path where there is nothing any more."""
    return Path(path).is_absolute() and not Path(path).exists()


def chosen(here: Installation, env: Mapping[str, str] = os.environ) -> StartList | None:
    """The list that this installation goes into; None where it can reach none."""
    match kind(here):
        case "file":
            from tracker.desktop.autostart_file import AutostartFile

            return AutostartFile.of(env)
        case "portal":
            from tracker.desktop.autostart_portal import BackgroundPortal

            return BackgroundPortal.of(env)
        case "agent":
            from tracker.desktop.autostart_agent import LaunchAgent

            return LaunchAgent.of(env)
        case "registry":
            from tracker.desktop.autostart_registry import RunKey

            return RunKey.of()
    return None


def write_whole(path: Path, text: str) -> None:
    """Write a list's file in UTF-8, whole or not at all, to be changed by its owner only (launchd insists on it). Raises
    AutostartError."""
    fresh = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(text, encoding="utf-8", errors="surrogateescape")  # as the system names its files
        fresh.chmod(0o644)
        fresh.replace(path)
    except OSError as error:
        raise AutostartError("the autostart file cannot be written", key=str(path)) from error


def remove(path: Path) -> None:
    """Remove a list's file, if it is there. Raises AutostartError."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise AutostartError("the autostart file cannot be removed", key=str(path)) from error
