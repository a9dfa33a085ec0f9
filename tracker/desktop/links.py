"""Opening links: only safe web addresses (webaddress.py), only on a click; feeds are hostile."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from tracker import webaddress
from tracker.errors import TrackerError


class LinkError(TrackerError):
    """A link that is not opened, or that nothing on this desktop opens; the key is the link, shortened."""


def checked(url: str) -> QUrl:
    """The link as Qt's value. Raises LinkError for anything that is no safe web address."""
    key = repr(url.strip()[:80])
    if why := webaddress.why_not(url):
        raise LinkError(f"this link {why} and is not opened", key=key)
    link = QUrl(url.strip(), QUrl.ParsingMode.StrictMode)
    if not link.isValid():
        link = QUrl(url.strip())  # spaces and Chinese in a path are common in feeds
    if not link.isValid() or not link.host():  # Qt reads it otherwise than Python: neither is believed
        raise LinkError("this link names no web site and is not opened", key=key)
    return link


def open_link(url: str) -> None:
    """Open a link in the person's browser. Raises LinkError."""
    link = checked(url)
    if not QDesktopServices.openUrl(link):
        raise LinkError("no browser took the link", key=repr(url.strip()[:80]))
