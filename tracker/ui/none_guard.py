"""Keeps the interpreter alive under PySide6 6.12.0 on Python before 3.12.

That build hands out None without counting it (it takes None for immortal, which it is only from Python 3.12 on). Every
Qt call without a result takes one reference to None away; after some thousand of them the interpreter dies with
"none_dealloc: deallocating None". 6.11.3 does not do it. Where the fault is seen, None is given more references than
any session can use up.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Final

from PySide6.QtCore import QObject

_CALLS: Final = 64
_PLENTY: Final = 1 << 40


def guard() -> bool:
    """Look for the fault and mend it; True when it was there. Costs some microseconds."""
    if sys.version_info >= (3, 12) or sys.getrefcount(None) > _PLENTY // 2:
        return False
    probe = QObject()
    before = sys.getrefcount(None)
    for _ in range(_CALLS):
        probe.setObjectName("")
    if before - sys.getrefcount(None) < _CALLS // 2:
        return False
    count = ctypes.c_ssize_t.from_address(id(None))  # the first field of an object is its reference count
    count.value += _PLENTY
    return True
