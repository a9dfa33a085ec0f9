"""Memory that the C library would keep, given back to the system. Where there is no glibc (Windows, macOS, musl), nothing."""

from __future__ import annotations

import sys


def give_back() -> None:
    """Return to the system what is free now. Takes some milliseconds; for the end of something large."""
    if sys.platform.startswith("linux"):
        import ctypes  # 2 ms of a start, in which nothing is given back

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
