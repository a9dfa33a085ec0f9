"""Notifications from inside a sandbox, over a real dbus-daemon, against the portal's side of the interface."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.desktop.patience import until
from tests.desktop.private_bus import PrivateBus
from tests.desktop.recording_portal import RecordingPortal
from tests.desktop.recording_service import RecordingService
from tracker.desktop import notify, portal
from tracker.desktop.notify import ACTIONS
from tracker.desktop.null import NullNotifier
from tracker.desktop.portal import PortalNotifier, notification, sandboxed
from tracker.errors import NotifyError
from tracker.model import Alert


def alert(ident: str = "change-1", title: str = "Artemis III landing slips", body: str = "2026 → mid-2027") -> Alert:
    return Alert(ident, title, body, (ident,), datetime(2026, 11, 22, 9, tzinfo=UTC))


@pytest.fixture
def pressed() -> queue.Queue[tuple[str, str, str]]:
    return queue.Queue()


@pytest.fixture
def ready() -> queue.Queue[bool]:
    return queue.Queue()


@pytest.fixture
def notifier(
    bus: PrivateBus, pressed: queue.Queue[tuple[str, str, str]], ready: queue.Queue[bool]
) -> Iterator[PortalNotifier]:
    made = PortalNotifier(
        bus.address, lambda *said: pressed.put(said), on_ready=lambda: ready.put(True), seconds=2.0, pause_seconds=0.02
    )
    yield made
    made.close()


@pytest.fixture
def outside(bus: PrivateBus) -> Iterator[RecordingPortal]:
    service = RecordingPortal(bus.address)
    yield service
    service.close()


def test_an_alert_goes_out_as_the_portal_wants_it(outside: RecordingPortal, notifier: PortalNotifier) -> None:
    notifier.send(alert())
    call = outside.next_call()
    assert call.signature == "sa{sv}"
    ident, said = call.body
    assert ident == "change-1"
    assert said == {
        "title": ("s", "Artemis III landing slips"),
        "body": ("s", "2026 → mid-2027"),
        "priority": ("s", "normal"),
        "default-action": ("s", "show"),
        "buttons": ("aa{sv}", [{"label": ("s", "Show"), "action": ("s", "show")},
                               {"label": ("s", "Not true"), "action": ("s", "not-true")}]),
    }  # fmt: skip
    assert notifier.describe() == "The desktop's portal shows the notifications."


def test_words_are_kept_plain_and_short() -> None:
    said = notification("a\x00 \u202eb\n" + "c" * 500, "x\n\n<b>y</b>", ())
    assert said["title"][1].startswith("a b ccc")
    assert len(said["title"][1]) == 120
    assert said["body"] == ("s", "x\n<b>y</b>")
    assert "buttons" not in said


def test_a_button_comes_back_with_its_token(
    outside: RecordingPortal, notifier: PortalNotifier, pressed: queue.Queue[tuple[str, str, str]]
) -> None:
    notifier.send(alert())
    outside.press_button("change-1", "not-true")
    assert pressed.get(timeout=5) == ("change-1", "not-true", "")
    outside.press_button("change-1", "show", token="token-7")
    assert pressed.get(timeout=5) == ("change-1", "show", "token-7")


def test_a_popup_of_an_earlier_run_still_names_its_change(
    bus: PrivateBus, outside: RecordingPortal, notifier: PortalNotifier, pressed: queue.Queue[tuple[str, str, str]]
) -> None:
    notifier.send(alert())
    notifier.close()
    again = PortalNotifier(bus.address, lambda *said: pressed.put(said), seconds=2.0)
    until(lambda: again.describe().startswith("The desktop's portal"), "the restarted notifier")
    outside.press_button("change-1", "show")
    assert pressed.get(timeout=5) == ("change-1", "show", "")
    again.close()


def test_somebody_else_cannot_press_our_buttons(
    bus: PrivateBus, outside: RecordingPortal, notifier: PortalNotifier, pressed: queue.Queue[tuple[str, str, str]]
) -> None:
    notifier.send(alert())

    class Stranger(RecordingPortal):
        bus_name = "org.example.Stranger"

    stranger = Stranger(bus.address)
    stranger.press_button("change-1", "not-true")
    outside.signal("ActionInvoked", "ssav", ("change-1", "not-true", []))  # the right sender, another interface
    outside.press_button("change-1", "show")
    assert pressed.get(timeout=5) == ("change-1", "show", "")
    assert pressed.empty()
    stranger.close()


def test_odd_parameters_are_no_token(
    outside: RecordingPortal, notifier: PortalNotifier, pressed: queue.Queue[tuple[str, str, str]]
) -> None:
    notifier.send(alert())
    for extra in ([("s", "target")], [("a{sv}", {"activation-token": ("u", 7)})], [("a{sv}", {})]):
        outside._conn.send(portal_signal(extra))
        assert pressed.get(timeout=5) == ("change-1", "show", "")


def portal_signal(extra: list[object]) -> object:
    from jeepney import new_signal

    from tests.desktop.recording_portal import HERE

    return new_signal(HERE, "ActionInvoked", "ssav", ("change-1", "show", extra))


def test_a_portal_that_refuses_hangs_or_is_away_is_an_error_to_try_again(
    bus: PrivateBus, notifier: PortalNotifier, ready: queue.Queue[bool]
) -> None:
    with pytest.raises(NotifyError, match="did not take it"):
        notifier.send(alert())
    assert notifier.describe() == "No portal answers outside of this sandbox; changes stand in the window."
    service = RecordingPortal(bus.address)
    assert ready.get(timeout=5)  # what waits can be told now
    service.mode = "refuse"
    with pytest.raises(NotifyError, match="did not take it"):
        notifier.send(alert())
    service.mode = "hang"
    with pytest.raises(NotifyError, match="does not answer"):
        notifier.send(alert())
    service.release()
    notifier.send(alert())
    service.close()
    until(lambda: "No portal" in notifier.describe(), "the news that it is gone")


def test_a_lost_bus_is_said_and_found_again(bus: PrivateBus, notifier: PortalNotifier) -> None:
    service = RecordingPortal(bus.address)
    notifier.send(alert())
    service.close()
    bus.stop()
    until(lambda: "session bus is away" in notifier.describe(), "the loss")
    with pytest.raises(NotifyError):
        notifier.send(alert())
    bus.start()
    back = RecordingPortal(bus.address)
    until(lambda: notifier.describe().startswith("The desktop's portal"), "the way back")
    notifier.send(alert("change-2"))
    assert back.next_call().body[0] == "change-2"
    back.close()


def test_only_a_sandbox_goes_through_the_portal(
    tmp_path: Path, bus: PrivateBus, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not sandboxed({}, tmp_path / "no-such-file")
    assert sandboxed({"SNAP": "/snap/space-race-tracker/1"}, tmp_path / "no-such-file")
    (tmp_path / ".flatpak-info").write_text("[Application]\n")
    assert sandboxed({}, tmp_path / ".flatpak-info")

    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    for snap, telling in (("/snap/tracker/1", RecordingPortal), ("", RecordingService)):
        monkeypatch.setenv("SNAP", snap)
        service = telling(bus.address)
        chosen = notify.choose(lambda *_: None)
        chosen.send(alert(), actions=ACTIONS)
        service.next_call()
        chosen.close()
        service.close()


def test_without_a_session_bus_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    assert isinstance(portal.connect(lambda *_: None), NullNotifier)
