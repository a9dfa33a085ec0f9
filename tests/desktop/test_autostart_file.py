"""The autostart folder of freedesktop desktops: the file other programs read, and the person's word in it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.desktop.autostart import Autostart, AutostartError
from tracker.desktop.autostart_file import AutostartFile, exec_line, words

COMMAND = ("/opt/my app/space-race-tracker", "--hidden", "--data-dir", '/home/ann/100% "mine"$x\\y`z')
PARTS = st.text(st.characters(codec="ascii", exclude_characters="\n\r\0"), max_size=8)


@pytest.fixture
def listed(tmp_path: Path) -> AutostartFile:
    return AutostartFile.of({"XDG_CONFIG_HOME": str(tmp_path / "config")})


def test_the_file_is_where_desktops_look(tmp_path: Path) -> None:
    name = "autostart/org.spaceracetracker.SpaceRaceTracker.desktop"
    assert AutostartFile.of({"XDG_CONFIG_HOME": str(tmp_path)}).path == tmp_path / name
    assert AutostartFile.of({"HOME": "/home/ann"}).path == Path("/home/ann/.config") / name
    assert AutostartFile.of({"HOME": "/home/ann", "XDG_CONFIG_HOME": "relative"}).where == f"/home/ann/.config/{name}"


def test_on_and_off_and_on(listed: AutostartFile) -> None:
    assert listed.state() == Autostart(on=False)
    listed.enable(COMMAND)
    assert listed.state() == Autostart(on=True, command=COMMAND)
    assert [p.name for p in listed.path.parent.iterdir()] == [listed.path.name]
    listed.disable()
    listed.disable()
    assert listed.state() == Autostart(on=False)


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_the_desktops_own_switch_is_the_persons_word(listed: AutostartFile, line: str) -> None:
    listed.enable(COMMAND)
    listed.path.write_text(listed.path.read_text().replace("Hidden=false", line))
    assert listed.state() == Autostart(on=False, barred=True, command=COMMAND)
    listed.enable(COMMAND)
    assert listed.state().on


@settings(max_examples=60, deadline=None)
@given(st.lists(PARTS, min_size=1, max_size=4))
def test_what_is_quoted_is_read_back(command: list[str]) -> None:
    value = exec_line(command).replace("\\\\", "\\")  # the string's escaping, taken off by the desktop
    script = f"printf '%s\\n' {value}"  # the specification's quoting is the shell's, so a real shell reads it back
    read = subprocess.run(["/bin/sh", "-c", script], capture_output=True, text=True, check=True).stdout
    assert [part.replace("%%", "%") for part in read.split("\n")[:-1]] == command


@given(st.lists(PARTS, min_size=1, max_size=4))
def test_our_own_command_is_read_back(command: list[str]) -> None:
    assert words(exec_line(command)) == tuple(command)


@given(st.text(max_size=30))
def test_anybody_s_line_is_read_without_a_crash(value: str) -> None:
    assert all(isinstance(word, str) for word in words(value))


def test_a_path_that_is_not_utf_8_stays_the_same(listed: AutostartFile) -> None:
    command = ("/opt/caf\udce9/space-race-tracker",)
    listed.enable(command)
    assert listed.state().command == command
    assert b"/opt/caf\xe9/" in listed.path.read_bytes()


@pytest.mark.parametrize("part", ["/opt/a\nb", "/opt/a\rb"])
def test_a_line_break_is_refused(part: str) -> None:
    with pytest.raises(AutostartError, match="line break"):
        exec_line((part,))


def test_an_unwritable_folder_is_an_error_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("a file where the folder belongs")
    listed = AutostartFile(tmp_path / "autostart" / "x.desktop")
    with pytest.raises(AutostartError, match=r"x\.desktop"):
        listed.enable(COMMAND)
    with pytest.raises(AutostartError, match=r"x\.desktop"):
        listed.state()
    with pytest.raises(AutostartError, match=r"x\.desktop"):
        listed.disable()


def test_a_foreign_file_is_read_without_a_crash(listed: AutostartFile) -> None:
    listed.path.parent.mkdir(parents=True)
    listed.path.write_bytes(b"\xff\xfe[Other]\nHidden=true\n=\n[Desktop Entry]\nExec\nExec=x\n#Hidden=true\n")
    assert listed.state() == Autostart(on=True, command=("x",))


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("desktop-file-validate"), reason="desktop-file-utils")
def test_the_specifications_own_checker_accepts_it(listed: AutostartFile) -> None:
    listed.enable(COMMAND)
    done = subprocess.run(["desktop-file-validate", listed.where], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
