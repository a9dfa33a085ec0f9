"""A sandbox as Flatpak makes it, and the real portal outside of it: xdg-desktop-portal with GNOME's and GTK's part.

The portal knows a sandboxed program by the file /.flatpak-info in the root of its process; bubblewrap, which Flatpak itself
is built on, gives ours a root with one. Files and network are the system's own: only the portal is of interest here.

The programs are Debian's (xdg-desktop-portal, -gnome, -gtk, bubblewrap); PORTAL_ROOT names a folder they were unpacked in,
where they are not installed.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.desktop.desk import Desk
from tests.desktop.patience import until

APP_ID = "org.spaceracetracker.SpaceRaceTracker"
_ROOT = Path(os.environ.get("PORTAL_ROOT", "/"))
_BWRAP = _ROOT / "usr/bin/bwrap"
_PARTS = {  # in the order in which they need one another
    "xdg-permission-store": "org.freedesktop.impl.portal.PermissionStore",
    "xdg-desktop-portal-gtk": "org.freedesktop.impl.portal.desktop.gtk",
    "xdg-desktop-portal-gnome": "org.freedesktop.impl.portal.desktop.gnome",
    "xdg-desktop-portal": "org.freedesktop.portal.Desktop",
}
_INFO = f"""[Application]
name={APP_ID}
runtime=runtime/org.kde.Platform/x86_64/6.10

[Instance]
instance-id=77
app-path=/app

[Context]
shared=network;
"""


def skip_unless_possible() -> None:
    """Skip the test, naming what is missing."""
    places = [_BWRAP, *(_ROOT / "usr/libexec" / part for part in _PARTS)]
    missing = [place.name for place in places if not place.exists()]
    if missing:
        pytest.skip(
            f"no portal here: {', '.join(missing)} missing (Debian has packages of these names, and bubblewrap)"
        )


class Portal:
    """The portal on a desk's bus, with an empty list of permissions."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        libraries = f"{_ROOT}/usr/lib/x86_64-linux-gnu:{_ROOT}/lib/x86_64-linux-gnu"
        more = {"LD_LIBRARY_PATH": libraries} if str(_ROOT) != "/" else {}
        env = {
            "XDG_CURRENT_DESKTOP": "GNOME",
            "XDG_DESKTOP_PORTAL_DIR": str(_ROOT / "usr/share/xdg-desktop-portal/portals"),
            "GSK_RENDERER": "cairo",
            "GSETTINGS_BACKEND": "memory",
            **more,
        }
        for part, name in _PARTS.items():
            desk.start([str(_ROOT / "usr/libexec" / part)], **env)
            until(lambda name=name: desk.talk.has(name), f"{part}")  # type: ignore[misc]
        self.permit("ask")

    def permit(self, word: str) -> None:
        """What the person has said in the desktop's settings: "yes", "no" or "ask"."""
        self._desk.talk.call(
            _PARTS["xdg-permission-store"], "/org/freedesktop/impl/portal/PermissionStore",
            _PARTS["xdg-permission-store"], "SetPermission", "sbssas", "background", True, "background", APP_ID, [word],
        )  # fmt: skip

    @property
    def host_file(self) -> Path:
        """What the desktop starts, outside of the sandbox."""
        return Path(self._desk.env["XDG_CONFIG_HOME"]) / "autostart" / f"{APP_ID}.desktop"


def inside(folder: Path, command: Sequence[str]) -> list[str]:
    """The command that runs another in the sandbox, with a folder of settings of its own."""
    info = folder / "flatpak-info"
    info.write_text(_INFO)
    root: list[str] = []
    for place in sorted(Path("/").iterdir()):  # a new root, so that nothing is written into the system's
        if place.is_symlink():
            root += ["--symlink", str(place.readlink()), str(place)]
        elif place.is_dir():
            root += ["--dev-bind", str(place), str(place)]
    config = folder / "inside" / "config"
    return [
        str(_BWRAP), "--die-with-parent", "--tmpfs", "/", *root, "--ro-bind", str(info), "/.flatpak-info",
        "--setenv", "XDG_CONFIG_HOME", str(config), *command,
    ]  # fmt: skip
