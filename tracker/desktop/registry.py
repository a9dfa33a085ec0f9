"""The person's part of the Windows registry: the one file that knows winreg. Not tried on Windows yet."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from typing import Any


class CurrentUser:
    """Values under HKEY_CURRENT_USER. Each method raises OSError where it may not."""

    def __init__(self) -> None:
        self._winreg: Any = import_module("winreg")  # there on Windows only

    def get(self, key: str, name: str) -> str | bytes | None:
        """A text or bytes; None where there is none, or one of another kind."""
        winreg = self._winreg
        with suppress(FileNotFoundError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
            value, _ = winreg.QueryValueEx(opened, name)
            return value if isinstance(value, str | bytes) else None
        return None

    def put(self, key: str, name: str, value: str) -> None:
        """Write a text; the key is made where there is none."""
        winreg = self._winreg
        with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_SET_VALUE) as opened:
            winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)

    def remove(self, key: str, name: str) -> None:
        """Remove a value, also where there is none."""
        winreg = self._winreg
        with (
            suppress(FileNotFoundError),
            winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_SET_VALUE) as opened,
        ):
            winreg.DeleteValue(opened, name)
