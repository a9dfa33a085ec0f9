"""Started by the benchmark: the app's window, offscreen, while its workers load a newsstand for the first time.

usage: child_loop.py BASE HOME
A timer asks for the event loop every millisecond, from the start of the first round until what it brought is shown.
Prints {"p99": ms, "wait99": ms, "longest": ms, "over": blocks of more than 16 ms, "seconds": s}: the 99th percentile of the
time between two heartbeats, the same of what a key press at a random moment would wait, and the longest of all.
"""

from __future__ import annotations

import json
import os
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

from newsstand import FEEDS, catalogue

AFTERMATH = 1.0  # seconds: the window takes up what the round has brought


class Pulse:
    """The heartbeats of the event loop between the start of a round and the quiet after it."""

    def __init__(self) -> None:
        self.began: float | None = None  # written by the poll's thread, read by the main thread
        self.ended: float | None = None
        self.beats: list[float] = []

    def beat(self) -> None:
        now = time.perf_counter()
        if self.began is None:
            return
        self.beats.append(now)
        if self.ended is not None and now - self.ended > AFTERMATH:
            print(json.dumps(figures(self.beats)), flush=True)
            os._exit(0)


def figures(beats: list[float]) -> dict[str, float]:
    gaps = sorted((after - before) * 1000 for before, after in pairwise(beats))
    whole = sum(gaps)
    low, high = 0.0, gaps[-1]
    while high - low > 0.01:  # how long 99 of 100 events wait that come at any time
        middle = (low + high) / 2
        low, high = (middle, high) if sum(max(0.0, gap - middle) for gap in gaps) > whole / 100 else (low, middle)
    return {
        "p99": gaps[int(len(gaps) * 0.99)], "wait99": high, "longest": gaps[-1],
        "over": sum(gap > 16 for gap in gaps), "beats": len(gaps), "seconds": whole / 1000,
    }  # fmt: skip


def watch(pulse: Pulse) -> None:
    """Take the event loop's pulse as soon as there is one."""
    from PySide6.QtCore import QCoreApplication, Qt, QTimer
    from PySide6.QtWidgets import QApplication

    run = QApplication.exec

    def exec_with_a_pulse(*_: object) -> int:
        timer = QTimer(QCoreApplication.instance())
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(pulse.beat)
        timer.start(1)
        return run()

    QApplication.exec = exec_with_a_pulse


def main(base: str, folder: Path) -> int:
    (folder / "sources.toml").write_text(catalogue(base), encoding="utf-8")
    import tracker.app  # noqa: F401 - before Qt, as in a real start
    from tracker import house

    pulse, poll = Pulse(), house.poll

    def polled(*arguments: Any, **named: Any) -> Any:
        pulse.began = time.perf_counter()
        report = poll(*arguments, **named)
        assert sum(source.items_new > 0 for source in report.sources) == FEEDS
        pulse.ended = time.perf_counter()
        return report

    house.poll = polled
    watch(pulse)
    sys.argv = ["space-race-tracker", "--data-dir", str(folder)]
    from tracker.__main__ import main as start

    return start()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
