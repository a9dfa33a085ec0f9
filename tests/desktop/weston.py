"""A Wayland compositor without a screen, on a desk: weston's headless backend, with the shell of its own."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtGui import QImage

from tests.desktop.desk import Desk
from tests.desktop.patience import until

SOCKET = "wayland-of-the-tests"


class Weston:
    """Starts the compositor; from then on programs started on the desk speak Wayland, and say in its log what they said."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        runtime = Path(desk.env["XDG_RUNTIME_DIR"])
        desk.start(
            ["weston", "--backend=headless-backend.so", f"--socket={SOCKET}", "--width=1280", "--height=800",
             "--use-pixman", "--idle-time=0", "--no-config", "--debug"],
        )  # fmt: skip
        until(lambda: (runtime / SOCKET).exists(), "the compositor")
        desk.env |= {
            "WAYLAND_DISPLAY": SOCKET, "WAYLAND_DEBUG": "1", "QT_QPA_PLATFORM": "wayland", "XDG_SESSION_TYPE": "wayland",
        }  # fmt: skip

    def app_ids(self) -> list[str]:
        """Every app id that a window was given, oldest first."""
        return re.findall(r'xdg_toplevel@\d+\.set_app_id\("([^"]*)"\)', self.desk.log)

    def titles(self) -> list[str]:
        return re.findall(r'xdg_toplevel@\d+\.set_title\("([^"]*)"\)', self.desk.log)

    def mapped(self) -> int:
        """How many windows stand on the screen: shown, and not destroyed since."""
        made = len(re.findall(r"-> xdg_surface@\d+\.get_toplevel", self.desk.log))
        gone = len(re.findall(r"-> xdg_toplevel@\d+\.destroy", self.desk.log))
        return made - gone

    def picture(self) -> QImage:
        """The whole screen as the compositor has put it together."""
        folder = self.desk.folder / "screens"
        folder.mkdir(exist_ok=True)
        for old in folder.glob("*.png"):
            old.unlink()
        self.desk.run("sh", "-c", f"cd '{folder}' && exec weston-screenshooter")
        (made,) = folder.glob("*.png")
        return QImage(str(made))
