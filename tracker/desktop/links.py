"""Opening links: only http and https, only with a host, only on a click; feeds are hostile."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from tracker.errors import TrackerError

_SCHEMES = frozenset({"http", "https"})
_LONGEST = 4000


class LinkError(TrackerError):
    """A link that is not opened, or that nothing on this desktop opens; the key is the link, shortened."""


def checked(url: str) -> QUrl:
    """The link as Qt's value. Raises LinkError for anything but http and https with a host and without a login."""
    shown = url.strip()[:80]
    if len(url) > _LONGEST or any(ord(c) < 32 or ord(c) == 127 for c in url.strip()):
        raise LinkError("this link is malformed and is not opened", key=repr(shown))
    link = QUrl(url.strip(), QUrl.ParsingMode.StrictMode)
    if not link.isValid():
        link = QUrl(url.strip())  # spaces and Chinese in a path are common in feeds
    if link.scheme().lower() not in _SCHEMES:
        raise LinkError("only web links (http, https) are opened", key=repr(shown))
    if not link.isValid() or not link.host():
        raise LinkError("this link names no web site", key=repr(shown))
    if link.userInfo():
        raise LinkError("this link carries a login and is not opened", key=repr(shown))
    return link


def open_link(url: str) -> None:
    """Open a link in the person's browser. Raises LinkError."""
    link = checked(url)
    if not QDesktopServices.openUrl(link):
        raise LinkError("no browser took the link", key=repr(url.strip()[:80]))


def host(url: str) -> str:
    """The web site a link leads to, to be shown beside it; empty for a link that is not opened."""
    try:
        return checked(url).host()
    except LinkError:
        return ""
