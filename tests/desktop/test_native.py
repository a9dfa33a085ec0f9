"""The adapter for Windows and macOS, against a stand-in of its library (the real systems: not tested here)."""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from tracker.desktop import native
from tracker.desktop.notify import NoServiceError, Notifier
from tracker.desktop.null import NullNotifier
from tracker.errors import NotifyError
from tracker.model import Alert

ALERT = Alert(
    "change-1",
    "Artemis III landing slips",
    "2026 → mid-2027\x07 · NASA",
    ("change-1",),
    datetime(2026, 11, 22, tzinfo=UTC),
)


class Library:
    """As desktop-notifier 6.2 behaves: send_notification never raises, on_dispatched is the only proof."""

    allowed, works = True, True

    def __init__(self, app_name: str, app_icon: object) -> None:
        self.sent: list[Any] = []
        self.on_clicked: Any = None
        self.on_button_pressed: Any = None
        Library.last = self

    last: Library

    async def request_authorisation(self) -> bool:
        return self.allowed

    async def send_notification(self, notification: Any) -> str:
        self.sent.append(notification)
        if self.works:
            notification.on_dispatched()
        return str(notification.identifier)


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> type[Library]:
    module = types.ModuleType("desktop_notifier")
    values = {
        "DesktopNotifier": Library,
        "Button": types.SimpleNamespace,
        "Notification": types.SimpleNamespace,
        "Icon": types.SimpleNamespace,
    }
    for name, value in values.items():
        setattr(module, name, value)
    monkeypatch.setitem(sys.modules, "desktop_notifier", module)
    monkeypatch.setattr(Library, "allowed", True)
    monkeypatch.setattr(Library, "works", True)
    return Library


@pytest.fixture
def heard() -> list[tuple[str, str, str]]:
    return []


@pytest.fixture
def notifier(library: type[Library], heard: list[tuple[str, str, str]]) -> Iterator[Notifier]:
    notifier = native.connect(lambda *what: heard.append(what))
    yield notifier
    notifier.close()


def test_the_words_and_buttons_arrive(notifier: Notifier) -> None:
    notifier.send(ALERT)
    (sent,) = Library.last.sent
    assert (sent.title, sent.message, sent.identifier) == (ALERT.title, "2026 → mid-2027 · NASA", "change-1")
    assert [(b.identifier, b.title) for b in sent.buttons] == [("show", "Show"), ("not-true", "Not true")]


def test_what_the_library_swallows_is_an_error_here(notifier: Notifier, library: type[Library]) -> None:
    library.works = False
    with pytest.raises(NotifyError, match="change-1"):
        notifier.send(ALERT)


def test_forbidden_in_the_systems_settings_is_said(notifier: Notifier, library: type[Library]) -> None:
    library.allowed = False
    with pytest.raises(NoServiceError, match="settings"):
        notifier.send(ALERT)
    assert "settings" in notifier.describe()


def test_clicks_come_back(notifier: Notifier, heard: list[tuple[str, str, str]]) -> None:
    notifier.send(ALERT)
    Library.last.on_clicked("change-1")
    Library.last.on_button_pressed("change-1", "not-true")
    assert heard == [("change-1", "show", ""), ("change-1", "not-true", "")]


def test_without_the_library_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "desktop_notifier", None)
    notifier = native.connect(lambda *_: None)
    assert isinstance(notifier, NullNotifier)
    assert "desktop-notifier" in notifier.describe()
