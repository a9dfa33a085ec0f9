"""macOS: the LaunchAgent as a real file. What launchd makes of it is not tested here."""

from __future__ import annotations

import os
import plistlib
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.desktop.autostart import Autostart, AutostartError
from tracker.desktop.autostart_agent import LABEL, LaunchAgent, contents

COMMAND = ("/Applications/Space Race & 探.app/Contents/MacOS/space-race-tracker", "--hidden", "--data-dir", "/<d>")


@pytest.fixture
def listed(tmp_path: Path) -> LaunchAgent:
    return LaunchAgent.of({"HOME": str(tmp_path)})


def test_the_file_is_where_launchd_looks(listed: LaunchAgent, tmp_path: Path) -> None:
    assert LABEL == "org.spaceracetracker.SpaceRaceTracker.login"
    assert listed.where == str(tmp_path / "Library" / "LaunchAgents" / f"{LABEL}.plist")


def test_it_says_what_launchd_wants(listed: LaunchAgent) -> None:
    before = os.umask(0o002)  # a person's own, that lets the group write
    try:
        listed.enable(COMMAND)
    finally:
        os.umask(before)
    read = plistlib.loads(listed.path.read_bytes())
    assert read == {
        "Label": LABEL,
        "ProgramArguments": list(COMMAND),
        "RunAtLoad": True,
        "LimitLoadToSessionType": "Aqua",
        "ProcessType": "Interactive",
        "AssociatedBundleIdentifiers": ["org.spaceracetracker.SpaceRaceTracker"],
    }
    assert stat.S_IMODE(listed.path.stat().st_mode) == 0o644  # launchd passes over what others may write
    assert [p.name for p in listed.path.parent.iterdir()] == [listed.path.name]


def test_on_and_off_and_on(listed: LaunchAgent) -> None:
    assert listed.state() == Autostart(on=False)
    listed.enable(COMMAND)
    assert listed.state() == Autostart(on=True, command=COMMAND)
    listed.enable(("/elsewhere", "--hidden"))
    assert listed.state().command == ("/elsewhere", "--hidden")
    listed.disable()
    listed.disable()
    assert listed.state() == Autostart(on=False)


def test_an_agent_that_was_switched_off_is_off_until_it_is_enabled(listed: LaunchAgent) -> None:
    listed.enable(COMMAND)
    agent = plistlib.loads(listed.path.read_bytes()) | {"Disabled": True}
    listed.path.write_bytes(plistlib.dumps(agent, fmt=plistlib.FMT_BINARY))
    assert listed.state() == Autostart(on=False, barred=True, command=COMMAND)
    listed.enable(COMMAND)
    assert listed.state().on


@pytest.mark.parametrize(
    "body",
    [
        b"", b"bplist00", b"<plist>", b"<plist><dict><key>a</key></plist>", b"\xff\xfe", plistlib.dumps([1]),
        plistlib.dumps({"RunAtLoad": True}), plistlib.dumps({"RunAtLoad": True, "ProgramArguments": "x"}),
        plistlib.dumps({"RunAtLoad": True, "ProgramArguments": [1, "x"]}),
        plistlib.dumps({"RunAtLoad": True, "ProgramArguments": []}),
        b"<plist version='1.0'><dict><key>RunAtLoad</key><integer>x</integer></dict></plist>",
        b"<?xml version='1.0'?><!DOCTYPE p [<!ENTITY a 'b'>]><plist><string>&a;</string></plist>",
        b"<plist>" + b"<array>" * 2000,
    ],
)  # fmt: skip
def test_what_launchd_cannot_start_is_off(listed: LaunchAgent, body: bytes) -> None:
    listed.path.parent.mkdir(parents=True)
    listed.path.write_bytes(body)
    assert listed.state().on is False
    listed.enable(COMMAND)
    assert listed.state().on


@given(st.binary(max_size=60))
def test_any_bytes_are_read_without_a_crash(tmp_path_factory: pytest.TempPathFactory, body: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.plist"
    path.write_bytes(b"bplist00" + body)
    assert not LaunchAgent(path).state().on


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), min_size=1, max_size=4))
def test_our_own_command_is_read_back(command: list[str]) -> None:
    assert plistlib.loads(contents(command).encode())["ProgramArguments"] == command


def test_what_cannot_be_written_is_an_error_with_its_path(tmp_path: Path, listed: LaunchAgent) -> None:
    for odd in ("/opt/a\x00b", "/opt/\udce9"):
        with pytest.raises(AutostartError, match=r"login\.plist: the autostart file cannot be written"):
            listed.enable((odd,))
    assert not listed.path.exists()
    (tmp_path / "Library").write_text("a file where the folder belongs")
    for call in (listed.state, listed.disable, lambda: listed.enable(COMMAND)):
        with pytest.raises(AutostartError, match=r"login\.plist"):
            call()
