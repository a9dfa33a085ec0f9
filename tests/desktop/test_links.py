"""Only web links are opened."""

from __future__ import annotations

from typing import ClassVar

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from tracker.desktop import links
from tracker.desktop.links import LinkError

GOOD = [
    "https://www.nasa.example/a?b=c#d",
    "HTTP://cnsa.example/",
    "https://a.example/嫦娥 七号.html",
    " https://a.example/x ",
]
BAD = [
    "", "nasa.example", "//nasa.example/x", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "ftp://a.example",
    "https://", "https:///x", "https://user:pw@a.example/", "https://a.example/\nHost: x", "smb://a/b", "x" * 5000,
    "https://a.example/" + "y" * 5000, "\x00https://a.example",
]  # fmt: skip


@pytest.mark.parametrize("url", GOOD)
def test_web_links_pass(url: str) -> None:
    assert links.checked(url).scheme() in {"http", "https"}


@pytest.mark.parametrize("url", BAD)
def test_everything_else_is_refused_with_a_short_key(url: str) -> None:
    with pytest.raises(LinkError) as raised:
        links.open_link(url)
    assert len(str(raised.value)) < 250


def test_a_link_reaches_the_desktop_once(qapp: object) -> None:
    class Browser(QObject):
        opened: ClassVar[list[QUrl]] = []

        @Slot(QUrl)
        def take(self, url: QUrl) -> None:
            self.opened.append(url)

    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "take")
    try:
        links.open_link("https://www.nasa.example/a")
    finally:
        QDesktopServices.unsetUrlHandler("https")
    assert [u.toString() for u in browser.opened] == ["https://www.nasa.example/a"]
