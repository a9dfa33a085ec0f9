"""Start with the system from inside Flatpak: over a real dbus-daemon, against the portal's side of the interface."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desktop import background_portal
from tests.desktop.patience import until
from tests.desktop.private_bus import PrivateBus
from tracker.desktop.autostart import Autostart, AutostartError
from tracker.desktop.autostart_file import AutostartFile
from tracker.desktop.autostart_portal import BackgroundPortal, options

COMMAND = ("space-race-tracker", "--hidden", "--data-dir", "/home/ann/my data")


@pytest.fixture
def outside(bus: PrivateBus) -> Iterator[Callable[[str], background_portal.BackgroundPortal]]:
    made: list[background_portal.BackgroundPortal] = []

    def start(mode: str) -> background_portal.BackgroundPortal:
        made.append(background_portal.BackgroundPortal(bus.address, mode))
        return made[-1]

    yield start
    for portal in made:
        portal.close()


Outside = Callable[[str], background_portal.BackgroundPortal]


@pytest.fixture
def listed(bus: PrivateBus, tmp_path: Path) -> BackgroundPortal:
    kept = AutostartFile.of({"XDG_CONFIG_HOME": str(tmp_path / "config")})
    return BackgroundPortal(bus.address, kept, seconds=2.0, person_seconds=5.0)


@pytest.mark.parametrize("mode", ["allow", "early"])
def test_the_desktop_agrees_and_it_can_be_taken_back(outside: Outside, listed: BackgroundPortal, mode: str) -> None:
    portal = outside(mode)
    assert listed.state() == Autostart(on=False)
    listed.enable(COMMAND)
    call = portal.next_call()
    assert call.signature == "sa{sv}"
    window, given = call.body
    assert window == ""
    assert given["handle_token"][1].startswith("tracker_")
    assert {key: value for key, value in given.items() if key != "handle_token"} == {
        "reason": ("s", "It watches for news of the race while its window is closed."),
        "autostart": ("b", True),
        "commandline": ("as", list(COMMAND)),
        "dbus-activatable": ("b", False),
    }
    assert listed.state() == Autostart(on=True, command=COMMAND)
    listed.disable()
    assert portal.next_call().body[1]["autostart"] == ("b", False)
    assert listed.state() == Autostart(on=False)


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        ("refuse", "the desktop did not allow it. Allow the program to run in the background"),
        ("fail", "the desktop's portal could not do it. Add the program to the desktop's own list"),
        ("not-at-login", "the desktop's portal could not do it. Add the program to the desktop's own list"),
        ("error", "the desktop's portal could not do it. Add the program to the desktop's own list"),
        ("old", "this desktop has no portal that starts programs at login. Add the program to the"),
    ],
)
def test_a_refusal_is_said_and_it_is_not_on(outside: Outside, listed: BackgroundPortal, mode: str, words: str) -> None:
    outside(mode)
    with pytest.raises(AutostartError) as refused:
        listed.enable(COMMAND)
    assert str(refused.value).startswith(words)
    assert not listed.state().on


def test_what_was_allowed_once_and_is_refused_now_is_off(outside: Outside, listed: BackgroundPortal) -> None:
    portal = outside("allow")
    listed.enable(COMMAND)
    portal.mode = "refuse"  # the person has taken the permission away in the desktop's settings
    with pytest.raises(AutostartError):
        listed.enable(COMMAND)
    assert not listed.state().on


def test_off_is_off_even_where_it_may_not_run(outside: Outside, listed: BackgroundPortal) -> None:
    portal = outside("allow")
    listed.enable(COMMAND)
    for portal.mode in ("stubborn", "fail"):
        with pytest.raises(AutostartError, match="could not do it"):
            listed.disable()
        assert listed.state().on  # it is still started
    portal.mode = "refuse"
    listed.disable()
    assert not listed.state().on


def test_nobody_there_is_said(listed: BackgroundPortal) -> None:
    with pytest.raises(AutostartError, match=r"^this desktop has no portal that starts programs at login\. Add"):
        listed.enable(COMMAND)
    nowhere = BackgroundPortal(None, listed.kept)
    with pytest.raises(AutostartError, match=r"^there is no session bus, so the desktop cannot be asked\. Add"):
        nowhere.enable(COMMAND)
    broken = BackgroundPortal("unix:path=/nowhere/bus", listed.kept, seconds=1.0)
    with pytest.raises(AutostartError, match="could not do it"):
        broken.enable(COMMAND)
    assert not listed.state().on


def test_a_portal_that_hangs_keeps_nobody_waiting(outside: Outside, bus: PrivateBus, listed: BackgroundPortal) -> None:
    outside("hang")
    hasty = BackgroundPortal(bus.address, listed.kept, seconds=0.2)
    with pytest.raises(AutostartError, match=r"^the desktop's portal does not answer\. Try again in a moment$"):
        hasty.enable(COMMAND)


def test_a_person_who_does_not_choose(outside: Outside, bus: PrivateBus, listed: BackgroundPortal) -> None:
    portal = outside("ask")
    listed.kept.enable(COMMAND)
    hasty = BackgroundPortal(bus.address, listed.kept, person_seconds=0.2)
    with pytest.raises(AutostartError, match=r"^the desktop's question was not answered\. Try again, and answer"):
        hasty.enable(("other",))
    portal.next_call("Close")  # its dialog goes
    assert listed.state().command == COMMAND  # nothing was decided, so what was said last holds


def asked(listed: BackgroundPortal) -> tuple[threading.Thread, list[str]]:
    """Somebody who waits for the answer, and what went wrong with it when he is back."""
    failed: list[str] = []

    def ask() -> None:
        try:
            listed.enable(COMMAND)
        except AutostartError as error:
            failed.append(error.message)

    asking = threading.Thread(target=ask)
    asking.start()
    return asking, failed


def test_a_portal_that_ends_while_it_asks_keeps_nobody_waiting(outside: Outside, listed: BackgroundPortal) -> None:
    portal = outside("ask")
    asking, failed = asked(listed)
    until(lambda: portal.handle, "the question")
    portal.close()
    asking.join(4)  # sooner than the person's five seconds
    assert failed == ["the desktop's question was not answered"]


def test_somebody_else_cannot_answer(outside: Outside, bus: PrivateBus, listed: BackgroundPortal) -> None:
    class Stranger(background_portal.BackgroundPortal):
        bus_name = "org.example.Stranger"

    portal, stranger = outside("ask"), Stranger(bus.address)
    done = threading.Event()

    def ask() -> None:
        listed.enable(COMMAND)
        done.set()

    asking = threading.Thread(target=ask)
    asking.start()
    until(lambda: portal.handle, "the question")
    yes = {"background": ("b", True), "autostart": ("b", True)}
    stranger.respond(portal.handle, 0, yes)
    portal.respond(portal.handle + "x", 0, yes)  # the answer to somebody else's question
    portal.respond("/org/freedesktop/portal/desktop", 0, yes)
    assert not done.wait(0.3)
    assert not listed.state().on
    portal.respond(portal.handle, 0, yes)
    asking.join(4)
    assert done.is_set()
    assert listed.state().on
    stranger.close()


def test_an_odd_answer_is_no_yes(outside: Outside, listed: BackgroundPortal) -> None:
    portal = outside("ask")
    answers: list[str] = []
    for results in ({}, {"autostart": ("s", "true")}, {"autostart": ("i", 1)}):
        portal.handle = ""
        asking, failed = asked(listed)
        until(lambda: portal.handle, "the question")
        portal.respond(portal.handle, 0, results)
        asking.join(4)
        answers += failed
    assert answers == ["the desktop's portal could not do it"] * 3


def test_each_question_has_a_token_of_its_own(outside: Outside, listed: BackgroundPortal) -> None:
    portal = outside("allow")
    listed.enable(COMMAND)
    listed.enable(COMMAND)
    tokens = {portal.next_call().body[1]["handle_token"][1] for _ in range(2)}
    assert len(tokens) == 2
    assert all(token.replace("_", "").isalnum() for token in tokens)  # a part of an object path


def test_nothing_but_the_wish_is_told_when_it_goes() -> None:
    assert options("7", (), "why") == {"handle_token": ("s", "tracker_7"), "autostart": ("b", False)}
