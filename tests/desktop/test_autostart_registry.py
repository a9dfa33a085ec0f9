"""Windows: the Run key over a stand-in for the registry, and the file that knows winreg over a stand-in for winreg. On a
real Windows none of this has run yet."""

from __future__ import annotations

import subprocess
import sys
from types import ModuleType, TracebackType
from typing import Any, Self

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.packaging_room import PACKAGING
from tracker.desktop.autostart import Autostart, AutostartError, Installation, chosen
from tracker.desktop.autostart_registry import APPROVED, LONGEST, RUN, RunKey, words
from tracker.desktop.registry import CurrentUser

COMMAND = (r"C:\Program Files\Space Race Tracker\space-race-tracker.exe", "--hidden", "--data-dir", 'D:\\a "b"\\')
NAME = "Space Race Tracker"


class InMemory:
    def __init__(self) -> None:
        self.values: dict[tuple[str, str], str | bytes] = {}
        self.locked = False

    def _look(self) -> None:
        if self.locked:
            raise PermissionError(5, "Access is denied")

    def get(self, key: str, name: str) -> str | bytes | None:
        self._look()
        return self.values.get((key, name))

    def put(self, key: str, name: str, value: str) -> None:
        self._look()
        self.values[key, name] = value

    def remove(self, key: str, name: str) -> None:
        self._look()
        self.values.pop((key, name), None)


def test_on_and_off_and_on() -> None:
    registry = InMemory()
    listed = RunKey(registry)
    assert listed.where == r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"
    assert listed.state() == Autostart(on=False)
    listed.enable(COMMAND)
    assert registry.values == {
        (
            RUN,
            NAME,
        ): '"C:\\Program Files\\Space Race Tracker\\space-race-tracker.exe" --hidden --data-dir "D:\\a \\"b\\"\\\\"'
    }
    assert listed.state() == Autostart(on=True, command=COMMAND)
    listed.disable()
    listed.disable()
    assert listed.state() == Autostart(on=False)


@pytest.mark.parametrize(
    ("mark", "barred"),
    [
        (b"\x03\x00\x00\x00\x11\x22\x33\x44\x55\x66\x77\x88", True),
        (b"\x07", True),
        (b"\x02" + bytes(11), False),
        (b"\x06" + bytes(11), False),
        (b"", False),
        ("text", False),
    ],
)
def test_windows_own_switch_is_the_persons_word(mark: bytes | str, *, barred: bool) -> None:
    registry = InMemory()
    listed = RunKey(registry)
    listed.enable(COMMAND)
    registry.values[APPROVED, NAME] = mark
    assert listed.state() == Autostart(on=not barred, barred=barred, command=COMMAND)
    listed.enable(COMMAND)
    assert listed.state().on
    registry.values[APPROVED, NAME] = mark
    listed.disable()
    assert registry.values == {}


def test_a_value_of_another_kind_starts_nothing() -> None:
    registry = InMemory()
    registry.values[RUN, NAME] = b"\x00"
    assert RunKey(registry).state() == Autostart(on=False)


def test_what_windows_would_cut_off_is_refused() -> None:
    registry = InMemory()
    listed = RunKey(registry)
    listed.enable(("x" * LONGEST,))
    with pytest.raises(AutostartError, match=r"too long for Windows to start it at login\. Install the program into"):
        listed.enable(("x" * LONGEST, "y"))
    assert listed.state().command == ("x" * LONGEST,)


def test_a_locked_registry_is_said() -> None:
    registry = InMemory()
    registry.locked = True
    listed = RunKey(registry)
    with pytest.raises(AutostartError, match="the Windows registry cannot be read"):
        listed.state()
    for call in (listed.disable, lambda: listed.enable(COMMAND)):
        with pytest.raises(AutostartError, match=r"Run: the Windows registry cannot be written \(.*denied\)"):
            call()


@given(st.lists(st.text(st.sampled_from('ab\\" \t'), max_size=6), min_size=1, max_size=4))
@example(["a b\\\\", '\\"', "", "c\\d"])
def test_our_own_command_is_read_back(command: list[str]) -> None:
    assert words(subprocess.list2cmdline(command)) == tuple(command)


@given(st.text(max_size=30))
def test_anybody_s_line_is_read_without_a_crash(line: str) -> None:
    assert all(isinstance(word, str) for word in words(line))


class Winreg(ModuleType):
    """As much of winreg as is used, with its names and its errors."""

    HKEY_CURRENT_USER, KEY_SET_VALUE, REG_SZ = 0x80000001, 2, 1

    def __init__(self) -> None:
        super().__init__("winreg")
        self.keys: dict[str, dict[str, tuple[Any, int]]] = {}

    class Handle:
        def __init__(self, values: dict[str, tuple[Any, int]], *, writable: bool) -> None:
            self.values, self.writable = values, writable

        def __enter__(self) -> Self:
            return self

        def __exit__(
            self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
        ) -> None: ...

    def OpenKey(self, root: int, key: str, reserved: int = 0, access: int = 0x20019) -> Handle:  # noqa: N802
        assert (root, reserved) == (self.HKEY_CURRENT_USER, 0)
        if key not in self.keys:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        return self.Handle(self.keys[key], writable=access == self.KEY_SET_VALUE)

    def CreateKeyEx(self, root: int, key: str, reserved: int, access: int) -> Handle:  # noqa: N802
        self.keys.setdefault(key, {})
        return self.OpenKey(root, key, reserved, access)

    def QueryValueEx(self, handle: Handle, name: str) -> tuple[Any, int]:  # noqa: N802
        if name not in handle.values:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        return handle.values[name]

    def SetValueEx(self, handle: Handle, name: str, reserved: int, kind: int, value: str) -> None:  # noqa: N802
        assert handle.writable
        assert reserved == 0
        handle.values[name] = (value, kind)

    def DeleteValue(self, handle: Handle, name: str) -> None:  # noqa: N802
        assert handle.writable
        if name not in handle.values:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        del handle.values[name]


@pytest.fixture
def winreg(monkeypatch: pytest.MonkeyPatch) -> Winreg:
    made = Winreg()
    monkeypatch.setitem(sys.modules, "winreg", made)
    return made


def test_the_file_that_knows_winreg(winreg: Winreg) -> None:
    user = CurrentUser()
    user.remove("Software\\A", "n")
    assert user.get("Software\\A", "n") is None
    user.put("Software\\A", "n", "v")
    assert winreg.keys == {"Software\\A": {"n": ("v", winreg.REG_SZ)}}
    assert user.get("Software\\A", "n") == "v"
    assert user.get("Software\\A", "other") is None
    winreg.keys["Software\\A"] |= {"number": (7, 4), "bytes": (b"\x03", 3)}
    assert user.get("Software\\A", "number") is None
    assert user.get("Software\\A", "bytes") == b"\x03"
    user.remove("Software\\A", "n")
    user.remove("Software\\A", "n")
    assert "n" not in winreg.keys["Software\\A"]


def test_the_list_of_windows_is_the_run_key(winreg: Winreg) -> None:
    listed = chosen(Installation("win32", r"C:\x\space-race-tracker.exe"))
    assert isinstance(listed, RunKey)
    listed.enable(COMMAND)
    assert listed.state() == Autostart(on=True, command=COMMAND)
    assert set(winreg.keys) == {RUN}


def test_the_uninstaller_takes_the_entry_away_too() -> None:
    setup = (PACKAGING / "windows" / "space-race-tracker.iss").read_text(encoding="utf-8")
    assert f'Root: HKCU; Subkey: "{RUN}"; ValueType: none; ValueName: "{NAME}"; Flags: dontcreatekey' in setup
