"""A virtual screen (Xvfb) for the real desktop of the tests, the benchmark and the check of the packages."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO


class NoScreenError(Exception):
    """Why there is no screen, in one clause."""


@contextmanager
def x_server() -> Iterator[str]:
    """The DISPLAY of a screen for the time of the block. Raises NoScreenError."""
    server, display = start()
    try:
        yield display
    finally:
        server.terminate()
        server.wait(10)


def start(size: str = "1400x1000", log: int | IO[bytes] = subprocess.DEVNULL) -> tuple[subprocess.Popen[bytes], str]:
    """A server and its DISPLAY, on a number that it chooses itself, so that many can stand side by side.

    Any local user may use it, since an installed app may be started as another one; it stays when its last client goes.
    Raises NoScreenError.
    """
    read, write = os.pipe()
    with os.fdopen(read) as answer:
        try:
            server = subprocess.Popen(
                ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-ac", "-noreset"],
                pass_fds=[write], stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        except FileNotFoundError as error:
            raise NoScreenError("Xvfb is not installed") from error
        finally:
            os.close(write)
        number = answer.readline().strip()
    if not number:
        server.kill()
        server.wait(10)
        raise NoScreenError("Xvfb did not start")
    return server, f":{number}"
