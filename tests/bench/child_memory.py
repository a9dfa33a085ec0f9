"""Started by the benchmark: the app's window, offscreen, whose workers ask every hostile source at once.

usage: child_memory.py CATALOGUE HOME        CATALOGUE: a sources.toml
Prints {"quiet": MiB, "peak": MiB}: PSS when the window has come to rest, and the same with all that was added at the
worst moment of the round.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from pathlib import Path
from typing import Any

from measuring import pss

ORDINARY = "ordinary"  # the source that is no trouble
SETTLE_SECONDS = 3.0


def resident(name: str) -> float:
    """VmRSS (now) or VmHWM (the most since the last reset) of this process in MiB."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024


def main(catalogue: Path, folder: Path) -> int:
    shutil.copy(catalogue, folder / "sources.toml")
    import tracker.app  # noqa: F401 - before Qt, as in a real start
    from tracker import house

    poll = house.poll

    def measured(home: Any, reader: Any, **_named: Any) -> Any:
        poll(home, reader, only=ORDINARY)  # what any poll needs is in memory from now on
        time.sleep(SETTLE_SECONDS)  # in the poll's thread: the window is up and at rest
        quiet, before = pss(os.getpid()), resident("VmRSS")
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        report = poll(home, reader, everything=True)
        found = {"quiet": quiet, "peak": quiet + resident("VmHWM") - before, "sources": len(report.sources)}
        print(json.dumps(found), flush=True)
        os._exit(0)

    house.poll = measured
    sys.argv = ["space-race-tracker", "--data-dir", str(folder)]
    from tracker.__main__ import main as start

    return start()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
