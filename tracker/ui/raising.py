"""Bringing a window to the front, with the desktop's permission where it gives one."""

from __future__ import annotations

import os

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def bring_forward(window: QWidget, token: str = "") -> None:
    """Show, un-minimise, raise and activate. `token` is an XDG activation token of the click that asked for it."""
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt's Wayland plugin takes it from here
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
