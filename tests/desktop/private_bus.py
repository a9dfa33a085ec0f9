"""A session bus of its own for one test: a real dbus-daemon that starts no services, on a socket in a folder."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

_CONFIG = """<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  {services}
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""


class PrivateBus:
    """Start and stop it as often as wanted: the address stays."""

    def __init__(self, folder: Path, *, services: Path | None = None) -> None:
        if shutil.which("dbus-daemon") is None:
            pytest.skip(
                "dbus-daemon is not installed (package dbus or dbus-daemon): see packaging/system-libraries.sh --tests"
            )
        self.socket = folder / "bus"
        self.address = f"unix:path={self.socket}"
        self._config = folder / "bus.conf"
        listed = f"<servicedir>{services}</servicedir>" if services else ""
        self._config.write_text(_CONFIG.format(socket=self.socket, services=listed))
        self._process: subprocess.Popen[str] | None = None

    def start(self, env: dict[str, str] | None = None) -> None:
        """`env` is what services that the bus starts are given."""
        self.socket.unlink(missing_ok=True)
        self._process = subprocess.Popen(
            ["dbus-daemon", f"--config-file={self._config}", "--nofork", "--nopidfile", "--print-address=1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=env,
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline().startswith("unix:")  # printed once it listens

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            assert self._process.stdout is not None
            self._process.stdout.close()
            self._process = None
