"""The app's icon and the tray's three states, from resources/icons."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QIcon

from tracker.places import shipped
from tracker.ui.identity import APP_ID

TRAY_STATES: Final = ("normal", "news", "problem")


def app_icon() -> QIcon:
    """The icon the desktop has installed under the app's id, else the shipped drawing."""
    return QIcon.fromTheme(APP_ID, QIcon(str(shipped("resources") / "icons" / f"{APP_ID}.svg")))


def tray_icon(state: str, *, dark_panel: bool) -> QIcon:
    """A monochrome icon for a state of TRAY_STATES; light ink for a dark panel, dark ink for a light one."""
    if state not in TRAY_STATES:
        raise ValueError(f"no such tray state: {state}")
    name = f"tray-{state}-{'dark' if dark_panel else 'light'}.svg"
    return QIcon(str(shipped("resources") / "icons" / name))
