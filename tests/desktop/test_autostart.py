"""Start with the system: the file other programs read, and the person's word in it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.desktop import autostart
from tracker.desktop.autostart import Autostart, AutostartError

COMMAND = ("/opt/my app/space-race-tracker", "--hidden", "--data-dir", '/home/ann/100% "mine"$x\\y`z')


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return autostart.file({"XDG_CONFIG_HOME": str(tmp_path / "config")})


def test_the_file_is_where_desktops_look(tmp_path: Path) -> None:
    name = "autostart/org.spaceracetracker.SpaceRaceTracker.desktop"
    assert autostart.file({"XDG_CONFIG_HOME": str(tmp_path)}) == tmp_path / name
    assert autostart.file({"HOME": "/home/ann"}) == Path("/home/ann/.config") / name
    assert autostart.file({"HOME": "/home/ann", "XDG_CONFIG_HOME": "relative"}) == Path("/home/ann/.config") / name


def test_on_and_off_and_on(path: Path) -> None:
    assert autostart.state(path) == Autostart(on=False)
    autostart.enable(path, COMMAND)
    assert autostart.state(path).on
    assert [p.name for p in path.parent.iterdir()] == [path.name]
    autostart.disable(path)
    autostart.disable(path)
    assert autostart.state(path) == Autostart(on=False)


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_the_desktops_own_switch_is_the_persons_word(path: Path, line: str) -> None:
    autostart.enable(path, COMMAND)
    path.write_text(path.read_text().replace("Hidden=false", line))
    assert autostart.state(path).hidden
    assert not autostart.state(path).on
    assert not autostart.refresh(path, ("/elsewhere", "--hidden"))
    assert line in path.read_text()
    autostart.enable(path, COMMAND)
    assert autostart.state(path).on


def test_a_moved_installation_is_followed_only_where_it_is_on(path: Path) -> None:
    assert not autostart.refresh(path, COMMAND)
    assert not path.exists()
    autostart.enable(path, COMMAND)
    assert not autostart.refresh(path, COMMAND)
    assert autostart.refresh(path, ("/elsewhere/space-race-tracker", "--hidden"))
    assert autostart.state(path).command == "/elsewhere/space-race-tracker --hidden"


def test_the_command_is_absolute_and_hidden() -> None:
    command = autostart.program(("--data-dir", "/d"))
    assert Path(command[0]).is_absolute()
    assert command[-3:] == ("--hidden", "--data-dir", "/d")


def test_an_appimage_starts_its_image(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APPIMAGE", "/opt/Tracker.AppImage")
    assert autostart.program() == ("/opt/Tracker.AppImage", "--hidden")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(codec="ascii", exclude_characters="\n\r\0"), max_size=8), min_size=1, max_size=4))
def test_what_is_quoted_is_read_back(command: list[str]) -> None:
    value = autostart.exec_line(command).replace("\\\\", "\\")  # the string's escaping, taken off by the desktop
    script = f"printf '%s\\n' {value}"  # the specification's quoting is the shell's, so a real shell reads it back
    read = subprocess.run(["/bin/sh", "-c", script], capture_output=True, text=True, check=True).stdout
    assert [part.replace("%%", "%") for part in read.split("\n")[:-1]] == command


def test_a_line_break_is_refused() -> None:
    with pytest.raises(AutostartError, match="line break"):
        autostart.exec_line(("/opt/a\nb",))


def test_an_unwritable_folder_is_an_error_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("a file where the folder belongs")
    path = tmp_path / "autostart" / "x.desktop"
    with pytest.raises(AutostartError, match=r"x\.desktop"):
        autostart.enable(path, COMMAND)
    with pytest.raises(AutostartError, match=r"x\.desktop"):
        autostart.state(path)


def test_a_foreign_file_is_read_without_a_crash(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xff\xfe[Other]\nHidden=true\n=\n[Desktop Entry]\nExec\nExec=x\n#Hidden=true\n")
    assert autostart.state(path) == Autostart(on=True, command="x")


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("desktop-file-validate"), reason="desktop-file-utils")
def test_the_specifications_own_checker_accepts_it(path: Path) -> None:
    autostart.enable(path, COMMAND)
    done = subprocess.run(["desktop-file-validate", str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
