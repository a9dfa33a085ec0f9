"""The notifier against a real daemon with real buttons: what the recording service cannot prove."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tests.desktop.desk import Desk, skip_unless_possible
from tests.desktop.patience import until
from tracker.desktop.freedesktop import FreedesktopNotifier
from tracker.errors import NotifyError
from tracker.model import Alert

pytestmark = pytest.mark.desktop


def alert(ident: str, title: str, body: str = "2026 → mid-2027 · NASA") -> Alert:
    return Alert(ident, title, body, (ident,), datetime(2026, 11, 22, tzinfo=UTC))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    skip_unless_possible()
    with Desk(tmp_path_factory.mktemp("desk"), tray=None) as desk:
        yield desk


@pytest.fixture
def pressed() -> queue.Queue[tuple[str, str]]:
    return queue.Queue()


@pytest.fixture
def notifier(desk: Desk, pressed: queue.Queue[tuple[str, str]]) -> Iterator[FreedesktopNotifier]:
    notifier = FreedesktopNotifier(
        desk.bus.address, lambda ident, action, _token: pressed.put((ident, action)), pause_seconds=0.05
    )
    yield notifier
    notifier.close()


def test_a_real_click_on_a_real_button_comes_back(
    desk: Desk, notifier: FreedesktopNotifier, pressed: queue.Queue[tuple[str, str]]
) -> None:
    notifier.send(alert("change-a", "Artemis III landing slips"))
    desk.press("Not true", program="notifyd")
    assert pressed.get(timeout=10) == ("change-a", "not-true")
    notifier.send(alert("change-b", "Chang'e 7 launch on hold"))
    desk.press("Show", program="notifyd")
    assert pressed.get(timeout=10) == ("change-b", "show")


def test_hostile_words_are_shown_as_words(desk: Desk, notifier: FreedesktopNotifier) -> None:
    body = 'x < y, <b>z</b> &amp; <a href="http://tracker.example/">here</a>'
    notifier.send(alert("change-c", "A <b>bold</b> &amp; plain claim", body))
    shown = until(
        lambda: [name for _role, name in desk.screen.words("notifyd") if "here" in name or "plain" in name][:2],
        "the popup's words",
    )
    assert shown == ["A <b>bold</b> &amp; plain claim", body]
    desk.press("Show", program="notifyd")
    until(lambda: "bold" not in str(desk.screen.words("notifyd")), "the popup to go")


def test_a_restarted_daemon_takes_the_next_alert(desk: Desk, notifier: FreedesktopNotifier) -> None:
    notifier.send(alert("change-d", "Before"))
    desk.stop_daemon()
    until(lambda: "No notification service" in notifier.describe(), "the news that nobody shows anything")
    with pytest.raises(NotifyError):
        notifier.send(alert("change-e", "While nobody listens"))
    desk.start_daemon()
    until(lambda: "shows the notifications" in notifier.describe(), "the daemon's name")
    notifier.send(alert("change-e", "After"))
    until(lambda: [n for _r, n in desk.screen.words("notifyd") if n == "After"], "the popup")
    assert desk.witness.sent[-1].replaces == 0
