"""Notifications over a real dbus-daemon, against a service that keeps the exact arguments."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.desktop.private_bus import PrivateBus
from tests.desktop.recording_service import RecordingService
from tracker.desktop import freedesktop
from tracker.desktop.freedesktop import FreedesktopNotifier, notify_arguments
from tracker.desktop.notify import ACTIONS, APP_ID, NoServiceError, own_icon
from tracker.desktop.null import NullNotifier
from tracker.errors import NotifyError
from tracker.model import Alert

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ALL = frozenset({"actions", "body", "body-markup"})


def alert(
    ident: str = "change-1", title: str = "Artemis III landing slips", body: str = "2026 → mid-2027 · NASA"
) -> Alert:
    return Alert(ident, title, body, (ident,), AT)


@pytest.fixture
def service(bus: PrivateBus) -> Iterator[RecordingService]:
    service = RecordingService(bus.address)
    yield service
    service.close()


class Listener:
    """What the notifier reported."""

    def __init__(self) -> None:
        self.actions: queue.Queue[tuple[str, str, str]] = queue.Queue()
        self.ready: queue.Queue[bool] = queue.Queue()

    def on_action(self, alert_id: str, action: str, token: str) -> None:
        self.actions.put((alert_id, action, token))

    def on_ready(self) -> None:
        self.ready.put(True)


@pytest.fixture
def heard() -> Listener:
    return Listener()


@pytest.fixture
def notifier(bus: PrivateBus, heard: Listener) -> Iterator[FreedesktopNotifier]:
    notifier = FreedesktopNotifier(
        bus.address, heard.on_action, on_ready=heard.on_ready, seconds=3.0, pause_seconds=0.02
    )
    yield notifier
    notifier.close()


def until(true: Callable[[], bool], seconds: float = 5.0) -> None:
    """Wait for another process or thread; fails when it does not come."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.005)


def test_the_exact_arguments_reach_the_service(service: RecordingService, notifier: FreedesktopNotifier) -> None:
    notifier.send(alert())
    call = service.next_call()
    assert call.signature == "susssasa{sv}i"  # replaces_id is a u: with an i real services know no such method
    app, replaces, icon, title, body, actions, hints, expires = call.body
    assert (app, replaces, icon) == ("Space Race Tracker", 0, APP_ID)
    assert (title, body) == ("Artemis III landing slips", "2026 → mid-2027 · NASA")
    assert actions == ["default", "Show", "show", "Show", "not-true", "Not true"]
    assert hints == {
        "desktop-entry": ("s", APP_ID), "urgency": ("y", 1), "category": ("s", "x-spaceracetracker.change"),
    }  # fmt: skip
    assert expires == -1
    assert service.notifies() == []


def test_a_body_is_escaped_where_it_is_markup_and_the_title_never() -> None:
    words = ("A < B & <b>C</b>", 'x <img src="http://tracker.example/p.png"> & y')
    marked = notify_arguments(words, ALL, ACTIONS)
    assert marked[3] == "A < B & <b>C</b>"
    assert marked[4] == 'x &lt;img src="http://tracker.example/p.png"&gt; &amp; y'
    assert notify_arguments(words, frozenset({"body"}), ACTIONS)[4] == words[1]


def test_buttons_only_where_the_service_has_them_and_the_body_in_the_title_where_it_has_none() -> None:
    assert notify_arguments(("t", "b"), frozenset({"body"}), ACTIONS)[5] == []
    bare = notify_arguments(("t", "b"), frozenset(), ACTIONS)
    assert (bare[3], bare[4], bare[5]) == ("t: b", "", [])


def test_a_service_that_draws_the_default_action_as_a_button_is_given_none(
    bus: PrivateBus, notifier: FreedesktopNotifier
) -> None:
    service = RecordingService(bus.address, name="Xfce Notify Daemon")
    until(lambda: notifier.describe().startswith("Xfce Notify Daemon"))
    notifier.send(alert())
    assert service.next_call().body[5] == ["show", "Show", "not-true", "Not true"]
    service.close()


def test_the_icon_is_a_name_where_it_is_installed_else_the_shipped_drawing(tmp_path: Path) -> None:
    env = {"XDG_DATA_HOME": str(tmp_path), "XDG_DATA_DIRS": str(tmp_path / "none")}
    shown = own_icon(env)
    assert shown.startswith("file:///")
    assert Path(shown.removeprefix("file://")).read_text().lstrip().startswith("<")
    installed = tmp_path / "icons" / "hicolor" / "scalable" / "apps" / f"{APP_ID}.svg"
    installed.parent.mkdir(parents=True)
    installed.touch()
    assert own_icon(env) == APP_ID


@settings(max_examples=150, deadline=None)
@given(st.text(), st.text())
def test_any_text_can_be_sent(title: str, body: str) -> None:
    from tracker.desktop import plain

    words = plain.one_line(title, 120), plain.few_lines(body, 500)
    arguments = notify_arguments(words, ALL, ACTIONS)
    for text in arguments[3:5]:
        text.encode("utf-8")
        assert "\0" not in text
    assert len(words[0]) <= 120
    assert len(words[1]) <= 500
    assert "\n" not in words[0]
    assert "<" not in arguments[4]


def test_the_same_alert_replaces_its_popup_and_another_does_not(
    service: RecordingService, notifier: FreedesktopNotifier
) -> None:
    notifier.send(alert())
    notifier.send(alert(body="2026 → mid-2027 · NASA, SpaceNews"))
    notifier.send(alert("change-2"))
    assert [service.next_call().body[1] for _ in range(3)] == [0, 1, 0]


def test_a_closed_popup_is_not_replaced(
    service: RecordingService, notifier: FreedesktopNotifier, heard: Listener
) -> None:
    notifier.send(alert())
    service.signal("NotificationClosed", "uu", (1, 2))
    service.press(1, "show")  # arrives after it, so the closing has been read
    heard.actions.get(timeout=5)
    notifier.send(alert(body="more"))
    assert [service.next_call().body[1] for _ in range(2)] == [0, 0]


def test_a_pressed_button_tells_which_alert_with_its_token(
    service: RecordingService, notifier: FreedesktopNotifier, heard: Listener
) -> None:
    notifier.send(alert("a"))
    notifier.send(alert("b"))
    service.signal("ActivationToken", "us", (2, "token-2"))
    service.press(2, "not-true")
    service.press(1, "default")
    assert heard.actions.get(timeout=5) == ("b", "not-true", "token-2")
    assert heard.actions.get(timeout=5) == ("a", "show", "")


def test_a_click_on_somebody_elses_popup_or_from_somebody_else_is_not_ours(
    bus: PrivateBus, service: RecordingService, notifier: FreedesktopNotifier, heard: Listener
) -> None:
    notifier.send(alert("a"))
    service.press(77, "show")
    liar = RecordingServiceLiar(bus.address)
    liar.press(1, "not-true")
    liar.close()
    service.press(1, "show")
    assert heard.actions.get(timeout=5) == ("a", "show", "")
    assert heard.actions.empty()


class RecordingServiceLiar:
    """Somebody on the bus who is not the service, and says that a button was pressed."""

    def __init__(self, address: str) -> None:
        from jeepney import message_bus, new_signal
        from jeepney.bus import get_bus
        from jeepney.io.blocking import DBusConnection, prep_socket

        from tests.desktop.recording_service import HERE

        self._conn = DBusConnection(prep_socket(get_bus(address)))
        self._ping = lambda: self._conn.send_and_get_reply(message_bus.GetId())
        self._press = lambda number, action: self._conn.send(new_signal(HERE, "ActionInvoked", "us", (number, action)))

    def press(self, number: int, action: str) -> None:
        self._press(number, action)
        self._ping()  # answered by the bus after it has passed our signal on

    def close(self) -> None:
        self._conn.close()


def test_a_refusal_is_an_error_with_the_alerts_key_and_the_next_try_counts(
    service: RecordingService, notifier: FreedesktopNotifier
) -> None:
    service.mode = "refuse"
    with pytest.raises(NotifyError, match=r"change-1.*too many") as raised:
        notifier.send(alert())
    assert not isinstance(raised.value, NoServiceError)
    service.mode = "take"
    notifier.send(alert())
    assert len(service.notifies()) == 2


def test_without_a_service_it_is_an_error_and_told_when_one_comes(
    bus: PrivateBus, notifier: FreedesktopNotifier, heard: Listener
) -> None:
    with pytest.raises(NotifyError):
        notifier.send(alert())
    until(lambda: "No notification service answers" in notifier.describe())
    late = RecordingService(bus.address, name="latecomer")
    assert heard.ready.get(timeout=5)
    until(lambda: notifier.describe() == "latecomer 1.0 shows the notifications.")
    notifier.send(alert())
    assert late.next_call().body[3] == "Artemis III landing slips"
    late.close()


def test_a_hanging_service_gets_the_alert_once(bus: PrivateBus, service: RecordingService, heard: Listener) -> None:
    notifier = FreedesktopNotifier(bus.address, heard.on_action, seconds=1.0)
    service.mode = "hang"
    for _ in range(2):
        with pytest.raises(NotifyError, match="does not answer"):
            notifier.send(alert())
    service.next_call()
    service.release()
    notifier.send(alert())  # taken late: told, and not sent again
    assert service.notifies() == []
    service.press(1, "show")
    assert heard.actions.get(timeout=5) == ("change-1", "show", "")
    notifier.close()


def test_a_service_deaf_at_first_is_greeted_anew(bus: PrivateBus, service: RecordingService, heard: Listener) -> None:
    service.deaf = True
    notifier = FreedesktopNotifier(bus.address, heard.on_action, seconds=1.0)
    with pytest.raises(NotifyError, match="does not answer"):
        notifier.send(alert())
    service.deaf = False
    notifier.send(alert())
    assert len(service.notifies()) == 1
    notifier.close()


def test_a_service_that_dies_with_the_alert_unanswered_gets_it_again(bus: PrivateBus, heard: Listener) -> None:
    notifier = FreedesktopNotifier(bus.address, heard.on_action, on_ready=heard.on_ready, seconds=5.0)
    first = RecordingService(bus.address)
    heard.ready.get(timeout=5)
    first.mode = "hang"
    outcome: queue.Queue[str] = queue.Queue()

    def try_it() -> None:
        try:
            notifier.send(alert())
        except NotifyError as error:
            outcome.put(str(error))

    thread = threading.Thread(target=try_it)
    thread.start()
    first.next_call()
    first.close()
    assert "change-1" in outcome.get(timeout=5)  # the bus says so at once: no waiting for the time-out
    thread.join()
    second = RecordingService(bus.address)
    heard.ready.get(timeout=5)
    notifier.send(alert())
    assert second.next_call().body[1] == 0
    second.close()
    notifier.close()


def test_a_restarted_service_counts_anew_so_old_ids_are_forgotten(
    bus: PrivateBus, notifier: FreedesktopNotifier, heard: Listener
) -> None:
    first = RecordingService(bus.address)
    notifier.send(alert("a"))
    first.close()
    second = RecordingService(bus.address, name="second")
    until(lambda: notifier.describe().startswith("second"))
    second.press(1, "show")  # id 1 is another program's now
    notifier.send(alert("b"))
    second.press(1, "show")
    assert heard.actions.get(timeout=5) == ("b", "show", "")
    assert heard.actions.empty()
    second.close()


def test_after_a_restart_of_the_program_its_popups_are_still_its_own(
    bus: PrivateBus, service: RecordingService, heard: Listener, tmp_path: Path
) -> None:
    memory = tmp_path / "popups.json"
    first = FreedesktopNotifier(bus.address, heard.on_action, memory=memory)
    first.send(alert("a"))
    first.close()
    second = FreedesktopNotifier(bus.address, heard.on_action, memory=memory)
    second.send(alert("b"))  # by now it has met the service
    service.press(1, "not-true")
    assert heard.actions.get(timeout=5) == ("a", "not-true", "")
    second.send(alert("a"))
    assert [service.next_call().body[1] for _ in range(3)] == [0, 0, 1]
    second.close()


def test_a_lost_bus_is_an_error_and_comes_back(bus: PrivateBus, notifier: FreedesktopNotifier, heard: Listener) -> None:
    service = RecordingService(bus.address)
    notifier.send(alert())
    bus.stop()
    service.close()
    until(lambda: "bus is away" in notifier.describe())
    with pytest.raises(NotifyError):
        notifier.send(alert())
    bus.start()
    again = RecordingService(bus.address, name="again")
    until(lambda: notifier.describe().startswith("again"))
    notifier.send(alert("b"))
    assert again.next_call().body[1] == 0
    again.close()


def test_a_bus_that_never_answers_holds_nobody(tmp_path: Path, heard: Listener) -> None:
    import socket

    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(str(tmp_path / "deaf"))
        deaf.listen()
        notifier = FreedesktopNotifier(f"unix:path={tmp_path / 'deaf'}", heard.on_action, seconds=0.2)
        begun = time.monotonic()
        with pytest.raises(NotifyError):
            notifier.send(alert())
        assert time.monotonic() - begun < 1.5
        assert "No notification can be shown" in notifier.describe()
        notifier.close()


@pytest.mark.parametrize(
    "address", ["", "nonsense", "tcp:host=localhost,port=1", "unix:path=/nowhere/bus", "unix:tmpdir=/x"]
)
def test_a_bad_address_is_an_error_and_no_crash(address: str, heard: Listener) -> None:
    notifier = FreedesktopNotifier(address, heard.on_action, seconds=1.0)
    with pytest.raises(NotifyError):
        notifier.send(alert())
    notifier.close()


def test_no_session_bus_at_all_says_so(monkeypatch: pytest.MonkeyPatch, heard: Listener) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    notifier = freedesktop.connect(heard.on_action)
    assert isinstance(notifier, NullNotifier)
    assert "no session bus" in notifier.describe()
    with pytest.raises(NoServiceError, match="change-1"):
        notifier.send(alert())


def test_the_thread_ends_with_close(bus: PrivateBus, heard: Listener) -> None:
    before = {t.name for t in threading.enumerate()}
    notifier = FreedesktopNotifier(bus.address, heard.on_action)
    notifier.close()
    notifier.close()
    assert {t.name for t in threading.enumerate()} == before


def test_a_listener_that_fails_does_not_end_the_listening(
    bus: PrivateBus, service: RecordingService, caplog: pytest.LogCaptureFixture
) -> None:
    got: queue.Queue[str] = queue.Queue()

    def on_action(alert_id: str, action: str, _token: str) -> None:
        got.put(action)
        raise RuntimeError("a slip of the window")

    notifier = FreedesktopNotifier(bus.address, on_action)
    notifier.send(alert())
    service.press(1, "show")
    service.press(1, "not-true")
    assert [got.get(timeout=5), got.get(timeout=5)] == ["show", "not-true"]
    notifier.close()
    assert "a listener of the session bus failed" in caplog.text
