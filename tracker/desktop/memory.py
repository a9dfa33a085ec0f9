"""Memory that is not used now, given back to the system. Linux only; elsewhere nothing is done.

Two kinds. Free blocks that the C library keeps for itself (glibc), which is memory of the program's own. And pages of
program files (Qt's code above all) that the start or a poll went through once: they are not the program's own, the system
could take them at any time and has to search for them when memory is short. Letting go of them costs nothing lasting: what
is needed again comes back out of the file cache, without the disk, a few microseconds for each 64 KiB.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_SMAPS: Final = Path("/proc/self/smaps")
_HEAD: Final = re.compile(r"([0-9a-f]+)-([0-9a-f]+) (r-[x-]p) [0-9a-f]+ [0-9a-f]+:[0-9a-f]+ [1-9]")
"""A file's mapping: one of no file has the inode 0."""
_OURS: Final = ("Anonymous", "Private_Dirty", "Shared_Dirty", "Swap", "Locked")
"""What a page of a file turns into when a program writes to it: letting go of such a one would lose what was written."""
_MADV_DONTNEED: Final = 4


def give_back() -> None:
    """Return to the system what is free now and what it can have back. Takes some milliseconds; for the end of something
    large. Callable in any thread."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes  # 2 ms of a start, in which nothing is given back

    library = ctypes.CDLL(None)
    trim = getattr(library, "malloc_trim", None)
    if trim is not None:
        trim(0)
    try:
        mapped = _SMAPS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return  # no /proc in this sandbox
    for start, length in unwritten(mapped):
        library.madvise(ctypes.c_void_p(start), ctypes.c_size_t(length), _MADV_DONTNEED)  # it may refuse: then it stays


def unwritten(smaps: str) -> Iterator[tuple[int, int]]:
    """The mappings of files, as (address, length in bytes), that are in memory, cannot be written to and never were: their
    pages are as in the file. `smaps`: /proc/PID/smaps (proc_pid_smaps(5))."""
    head: re.Match[str] | None = None
    sizes: dict[str, int] = {}
    for line in smaps.splitlines():
        name, _, value = line.partition(":")
        if name == "VmFlags":  # the last line of each
            if head is not None and sizes.get("Rss") and all(sizes.get(one) == 0 for one in _OURS):
                start = int(head[1], 16)
                yield start, int(head[2], 16) - start
        elif value.endswith(" kB"):
            sizes[name] = int(value[:-3])
        elif "-" in name:
            head, sizes = _HEAD.match(line), {}
