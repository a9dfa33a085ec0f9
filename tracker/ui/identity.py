"""Who the app is to the desktop: one id for the desktop file, the icon, the notifications and the window class."""

from __future__ import annotations

from typing import Final

APP_ID: Final = "org.spaceracetracker.SpaceRaceTracker"
"""Reverse-DNS id; the names of the .desktop file, the metainfo and the installed icon are this."""

APP_NAME: Final = "Space Race Tracker"
