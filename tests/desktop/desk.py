"""A throw-away desktop: X server, session bus, window manager, panel with a tray, notification daemon, accessibility bus.

Everything runs with a private HOME and private XDG folders, so nothing of the person's is touched, and a bus that starts
only what is listed here, so that "no notification service" can be had. The daemon is xfce4-notifyd because its buttons
are real buttons that can be clicked; every popup sent is also seen by a witness on the bus.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Self

import pytest

from tests import x_server
from tests.desktop.accessible import Screen
from tests.desktop.patience import until
from tests.desktop.private_bus import PrivateBus
from tests.desktop.talk import NOTIFICATIONS, Talk, Witness
from tests.desktop.tray_menu import TrayItem, tray_items

_NEEDED = ("Xvfb", "openbox", "xfce4-panel", "xdotool", "wmctrl", "dbus-daemon", "xdpyinfo")
_SERVICES = ("org.a11y.Bus", "org.xfce.Xfconf")  # what the bus may start by itself
_PANEL = Path(__file__).with_name("xfce4-panel.xml")


def _notifyd() -> str | None:
    return next((str(path) for path in Path("/usr/lib").glob("*/xfce4/notifyd/xfce4-notifyd")), None)


def skip_unless_possible(*more: str) -> None:
    """Skip the test, naming what is missing and how to get it. `more`: programs that only this test needs."""
    missing = [name for name in (*_NEEDED, *more) if shutil.which(name) is None]
    missing += [] if _notifyd() else ["xfce4-notifyd"]
    missing += [s for s in _SERVICES if not Path(f"/usr/share/dbus-1/services/{s}.service").exists()]
    if missing:
        pytest.skip(
            f"no real desktop here: {', '.join(missing)} missing; packaging/system-libraries.sh --tests installs them"
        )


class Desk:
    """Use as a context. `tray`: "statusnotifier" (xfce4-panel), "xembed" (trayer) or None."""

    def __init__(self, folder: Path, *, tray: str | None = "statusnotifier", daemon: bool = True) -> None:
        self.folder = folder
        self.tray_kind, self._with_daemon = tray, daemon
        self._running: list[subprocess.Popen[bytes]] = []
        self._daemon: subprocess.Popen[bytes] | None = None
        self.panel: subprocess.Popen[bytes] | None = None
        self.env: dict[str, str] = {}

    def __enter__(self) -> Self:
        try:
            self._start()
        except BaseException as error:
            error.add_note(self.log[-3000:])
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for closing in ("screen", "witness", "talk"):
            with suppress(AttributeError, OSError):
                getattr(self, closing).close()
        for process in reversed(self._running):
            _end(process)
        with suppress(AttributeError):
            self.bus.stop()
        with suppress(AttributeError):
            self._log.close()

    # --- what tests do ---------------------------------------------------------------------------------------------

    def start(self, command: Sequence[str], **more: str) -> subprocess.Popen[bytes]:
        """Start a program on this desktop; it is ended with the desktop. Its output goes to `log`."""
        process = subprocess.Popen(
            list(command), env={**self.env, **more}, stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log,
            cwd=self.folder, start_new_session=True,
        )  # fmt: skip
        self._running.append(process)
        return process

    def run(self, *command: str) -> str:
        """Run a program on this desktop to its end; its output."""
        return subprocess.run(command, env=self.env, capture_output=True, text=True, timeout=30, check=False).stdout

    @property
    def log(self) -> str:
        self._log.flush()
        return (self.folder / "desk.log").read_text(errors="replace")

    def start_daemon(self) -> None:
        """Let a notification daemon come."""
        notifyd = _notifyd()
        assert notifyd is not None
        self._daemon = self.start([notifyd])
        until(lambda: self.talk.has(NOTIFICATIONS), "the notification daemon")

    def stop_daemon(self) -> None:
        assert self._daemon is not None
        _end(self._daemon)
        until(lambda: not self.talk.has(NOTIFICATIONS), "the notification daemon to go")

    def start_panel(self) -> None:
        """Let the panel with the tray come."""
        if self.tray_kind == "statusnotifier":
            self.panel = self.start(["xfce4-panel", "--disable-wm-check"])
            until(lambda: self.talk.has("org.kde.StatusNotifierWatcher"), "the panel's tray", 40)
        elif self.tray_kind == "xembed":
            self.panel = self.start(
                ["trayer", "--edge", "top", "--align", "right", "--widthtype", "request", "--height", "28"]
            )
            until(lambda: "trayer" in self.run("xwininfo", "-root", "-tree"), "the tray")

    def stop_panel(self) -> None:
        assert self.panel is not None
        _end(self.panel)

    def windows(self) -> list[str]:
        """The titles of the windows that the window manager keeps."""
        return [
            line.split(None, 3)[3] for line in self.run("wmctrl", "-l").splitlines() if len(line.split(None, 3)) > 3
        ]

    def window(self, title: str) -> str | None:
        """The id of the first window with this title."""
        lines = (line.split(None, 3) for line in self.run("wmctrl", "-l").splitlines())
        return next((parts[0] for parts in lines if parts[3:] == [title]), None)

    def active_window(self) -> str:
        """The title of the window in front."""
        return self.run("xdotool", "getactivewindow", "getwindowname").strip()

    def key(self, keys: str) -> None:
        self.run("xdotool", "key", "--clearmodifiers", keys)

    def click(self, at: tuple[int, int], button: int = 1) -> None:
        self.run("xdotool", "mousemove", str(at[0]), str(at[1]), "click", str(button))

    def press(self, label: str, *, program: str = "") -> None:
        """Click a button, wherever it is on the screen, with the mouse."""
        node = until(lambda: self.screen.find("push button", label, program=program), f"a button {label!r}")
        self.click(node.middle)

    def tray(self) -> list[TrayItem]:
        return tray_items(self.talk)

    def docked_icon(self) -> tuple[int, int] | None:
        """The middle on the screen of a small window of ours in an XEmbed tray; None without one."""
        for line in self.run("xwininfo", "-root", "-tree").splitlines():
            size = re.search(r"(\d+)x(\d+)\+-?\d+\+-?\d+\s+\+(-?\d+)\+(-?\d+)$", line)
            if size and '("space-race-tracker"' in line and 8 <= int(size[1]) <= 64:
                width, height, x, y = map(int, size.groups())
                return x + width // 2, y + height // 2
        return None

    def popups(self) -> list[str]:
        """The windows of ours that no window manager keeps and that are shown: menus and tips."""
        lines = [
            line for line in self.run("xwininfo", "-root", "-children").splitlines() if "space-race-tracker" in line
        ]
        idents = [line.split()[0] for line in lines if line.strip().startswith("0x")]
        looks = {ident: self.run("xwininfo", "-id", ident) for ident in idents}
        return [i for i, look in looks.items() if "IsViewable" in look and "Override Redirect State: yes" in look]

    def picture(self, name: str) -> Path:
        """The whole screen as a PNG in the desk's folder; for people, and for messages of failed tests."""
        path = self.folder / f"{name}.png"
        self.run("import", "-window", "root", str(path))
        return path

    # --- start -----------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        self._log: IO[bytes] = (self.folder / "desk.log").open("ab")
        home = self.folder / "home"
        runtime = self.folder / "run"
        runtime.mkdir(mode=0o700)
        services = self.folder / "services"
        services.mkdir()
        for name in _SERVICES:
            shutil.copy(f"/usr/share/dbus-1/services/{name}.service", services)
        places = {"XDG_CONFIG_HOME": ".config", "XDG_DATA_HOME": ".local/share", "XDG_CACHE_HOME": ".cache",
                  "XDG_STATE_HOME": ".local/state"}  # fmt: skip
        for below in places.values():
            (home / below).mkdir(parents=True)
        kept = ("PATH", "LD_LIBRARY_PATH", "TMPDIR")
        server, display = x_server.start("1280x800", self._log)
        self._running.append(server)
        self.env = {name: os.environ[name] for name in kept if name in os.environ} | {
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_CURRENT_DESKTOP": "XFCE",
            "XDG_SESSION_TYPE": "x11",
            "LANG": "C.UTF-8",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PYTHONUNBUFFERED": "1",
            "DISPLAY": display,
            **{name: str(home / below) for name, below in places.items()},
        }
        self.bus = PrivateBus(runtime, services=services)
        self.bus.start(env=self.env)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self.bus.address
        self.talk = Talk(self.bus.address)
        self.witness = Witness(self.bus.address)
        self.start(["openbox"])
        until(lambda: "window id" in self.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"), "the window manager")
        self.screen = Screen(self.talk)
        panel = home / ".config/xfce4/xfconf/xfce-perchannel-xml"
        panel.mkdir(parents=True)
        shutil.copy(_PANEL, panel)
        if self._with_daemon:
            self.start_daemon()
        self.start_panel()


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
