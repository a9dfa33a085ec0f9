"""A link that leaves the window: it says where it leads, and leads nowhere but to the web."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from tracker.ui.around import Around
from tracker.ui.link import Link
from tracker.webaddress import host

translate = QCoreApplication.translate


def web_link(around: Around, url: str, text: str = "", *, scale: float = 1.0) -> Link | None:
    """A link that opens an address in the browser, named by its host where no `text` is given; None where it is no
    web address: whatever a feed gives, nothing else is ever opened. `scale` is of the system's font."""
    name = host(url)
    if not name:
        return None
    link = Link(around.theme, f"{text or name} ↗", scale=scale)
    link.explain(translate("WebLink", "Opens {host} in your browser").format(host=name))
    if text:
        link.setAccessibleName(translate("WebLink", "{what}, opens {host}").format(what=text, host=name))
    link.clicked.connect(lambda: around.open_link(url))
    return link
