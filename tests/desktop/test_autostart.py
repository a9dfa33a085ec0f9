"""Start with the system: which list and which command, decided over values; the list that is then really opened."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.packaging_room import PACKAGING
from tracker.desktop import autostart
from tracker.desktop.autostart import Autostart, AutostartError, Installation, chosen, followed, kind, program
from tracker.desktop.autostart_agent import LaunchAgent
from tracker.desktop.autostart_file import AutostartFile
from tracker.desktop.autostart_portal import BackgroundPortal

LINUX = Installation("linux", "/opt/venv/bin/python", script="/opt/venv/bin/space-race-tracker")
FLATPAK = Installation("linux", "/usr/bin/python3", flatpak=True)
MAC = Installation(
    "darwin",
    "/Applications/Space Race Tracker.app/Contents/MacOS/space-race-tracker",
    script="/Applications/Space Race Tracker.app/Contents/MacOS/space-race-tracker",
    bundled=True,
)
WINDOWS = Installation(
    "win32",
    r"C:\Program Files\Space Race Tracker\space-race-tracker-cli.exe",
    script=r"C:\Program Files\Space Race Tracker\space-race-tracker.exe",
    bundled=True,
)
WINDOWS_VENV = Installation(
    "win32",
    r"C:\venv\Scripts\python.exe",
    script=r"C:\venv\Scripts\space-race-tracker.exe",
    windowed=r"C:\venv\Scripts\pythonw.exe",
)


@pytest.mark.parametrize(
    ("here", "wanted"),
    [
        (LINUX, "file"),
        (replace(LINUX, platform="freebsd14"), "file"),
        (FLATPAK, "portal"),
        (replace(LINUX, snap=True), None),
        (replace(LINUX, platform="sunos5"), None),
        (MAC, "agent"),
        (WINDOWS, "registry"),
    ],
)
def test_each_system_has_its_list(here: Installation, wanted: str | None) -> None:
    assert kind(here) == wanted


@pytest.mark.parametrize(
    ("here", "start"),
    [
        (LINUX, ("/opt/venv/bin/space-race-tracker",)),
        (replace(LINUX, script=""), ("/opt/venv/bin/python", "-m", "tracker")),
        (replace(LINUX, image="/home/ann/Tracker.AppImage", bundled=True), ("/home/ann/Tracker.AppImage",)),
        (FLATPAK, ("space-race-tracker",)),
        (MAC, (MAC.script,)),
        (WINDOWS, (WINDOWS.script,)),  # never the program with the console
        (WINDOWS_VENV, (r"C:\venv\Scripts\pythonw.exe", "-m", "tracker")),
        (replace(WINDOWS_VENV, windowed=""), (r"C:\venv\Scripts\python.exe", "-m", "tracker")),
    ],
)
def test_the_command_starts_this_very_installation(here: Installation, start: tuple[str, ...]) -> None:
    assert program(here, hidden=False) == start
    assert program(here, ("--data-dir", "/d"), hidden=True) == (*start, "--hidden", "--data-dir", "/d")


def test_a_mac_app_that_was_not_moved_yet_is_not_put_on_the_list() -> None:
    place = "/private/var/folders/x/AppTranslocation/0B1/d/Space Race Tracker.app/Contents/MacOS/space-race-tracker"
    with pytest.raises(AutostartError, match=r"temporary place\. Move it to Applications"):
        program(replace(MAC, python=place, script=place), hidden=True)


def test_this_installation_is_found() -> None:
    here = autostart.installation({"APPIMAGE": "/opt/Tracker.AppImage"})
    assert (here.platform, here.python, here.bundled) == (sys.platform, sys.executable, False)
    assert here.image == "/opt/Tracker.AppImage"
    assert autostart.installation({"APPIMAGE": "not/absolute"}).image == ""
    snap = autostart.installation({"SNAP": "/snap/space-race-tracker/1"})
    assert (snap.snap, snap.flatpak) == (True, False)
    assert here.script in ("", str(Path(sys.executable).with_name("space-race-tracker")))


def test_the_list_is_the_one_of_the_system(tmp_path: Path) -> None:
    env = {"HOME": str(tmp_path), "DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/bus"}
    assert isinstance(chosen(LINUX, env), AutostartFile)
    portal = chosen(FLATPAK, env)
    assert isinstance(portal, BackgroundPortal)
    assert (portal.address, portal.where) == ("unix:path=/run/bus", "")
    assert isinstance(chosen(MAC, env), LaunchAgent)
    assert chosen(replace(LINUX, snap=True), env) is None


def test_flatpak_s_command_is_the_one_of_its_package() -> None:
    manifest = (PACKAGING / "flatpak" / "org.spaceracetracker.SpaceRaceTracker.yml").read_text(encoding="utf-8")
    assert f"\ncommand: {autostart.NAME}\n" in manifest


# --- an installation that moved ---------------------------------------------------------------------------------------

OLD = "/opt/old/space-race-tracker"
D = ("--data-dir", "/d")


@pytest.mark.parametrize(
    ("stands", "extra", "wanted"),
    [
        (Autostart(on=True, command=(OLD,)), (), (LINUX.script,)),
        (Autostart(on=True, command=(OLD, "--hidden")), (), (LINUX.script, "--hidden")),
        (Autostart(on=True, command=(OLD, "--hidden", *D)), D, (LINUX.script, "--hidden", *D)),
        (Autostart(on=True, command=(OLD, "--hidden", *D)), (), None),  # another home
        (Autostart(on=True, command=(OLD, "--hidden")), D, None),
        (Autostart(on=True, command=(OLD, "--data-dir", "/e")), D, None),
        (Autostart(on=False, barred=True, command=(OLD,)), (), None),  # the person has switched it off
        (Autostart(on=False), (), None),
        (Autostart(on=True), (), None),  # somebody has written what cannot be read
    ],
)
def test_it_is_followed_where_the_program_is_gone(
    stands: Autostart, extra: tuple[str, ...], wanted: tuple[str, ...] | None
) -> None:
    assert followed(stands, LINUX, extra, lambda path: path == OLD) == wanted
    assert followed(stands, LINUX, extra, lambda _: False) is None


def test_only_an_absolute_path_can_be_gone(tmp_path: Path) -> None:
    assert autostart.is_gone(str(tmp_path / "no"))
    assert not autostart.is_gone(str(tmp_path))
    assert not autostart.is_gone("space-race-tracker")  # inside Flatpak
