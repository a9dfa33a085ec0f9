"""What the desktop app costs while it is there: memory, idling, paints, the search. Issue 6's figures."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import cache
from itertools import count
from pathlib import Path

from measuring import environment, in_turns, pss, told, window, written
from registry import Bench, Figures, row
from rows_start import place
from stock import ITEMS, stocked

from tests.x_server import x_server

SETTLE_SECONDS = 6.0
IDLE_SECONDS = float(os.environ.get("BENCH_IDLE_SECONDS", "60"))
IDLE_PERCENT = 0.1
PAINT_MILLISECONDS = 8.0
SEARCH_MILLISECONDS = 100.0


def _memory(bench: Bench, which: str, before: Callable[[Path], object] = lambda _: None) -> Figures:
    """With 100,000 stored items, on a display of its own. `before` is done to the data folder before each start."""

    def mebibytes(what: str, home: Path, display: str) -> Callable[[], float]:
        def once() -> float:
            before(home)
            env = environment(home, QT_QPA_PLATFORM="xcb", DISPLAY=display)
            with window(what, home, env) as (_, pid):
                time.sleep(SETTLE_SECONDS)  # the figure is of the quiet program, not of its start
                if what != "bare":
                    bench.say(f"  {written(pid):.1f} MiB are the program's own: nobody else could have them")
                return pss(pid)

        return once

    with x_server() as display, stocked(bench) as ours, place() as floor:
        return in_turns(bench, mebibytes(which, ours, display), mebibytes("bare", floor, display))


def _memory_after_a_poll(bench: Bench, which: str) -> Figures:
    """The same; a feed of fifty entries is due at each start, and the figure is taken after it was read."""
    from tests import loopback

    starts = count()
    with loopback.serve({"/news": loopback.Reply(loopback.rss(*map(loopback.entry, range(50))))}) as server:

        def due(home: Path) -> None:
            named = f'id = "fresh-{next(starts)}"\nname = "Fresh"\nurl = "{server.url("/news")}"\ntier = "press"'
            (home / "sources.toml").write_text(f"only = true\n[[source]]\n{named}\n", encoding="utf-8")

        return _memory(bench, which, due)


@row("memory (PSS) with the window open, xcb", floor="bare PySide6 window", unit="MiB", target=1.4, issue=6)
def memory_window(bench: Bench) -> Figures:
    return _memory(bench, "app")


@row("memory (PSS) in the tray, started hidden, xcb", floor="bare PySide6 window", unit="MiB", target=1.25, issue=6)
def memory_hidden(bench: Bench) -> Figures:
    return _memory(bench, "hidden")


@row("memory (PSS) in the tray, window closed, xcb", floor="bare PySide6 window", unit="MiB", target=1.25, issue=6)
def memory_closed(bench: Bench) -> Figures:
    return _memory(bench, "closed")


@row(
    "memory (PSS) with the window open, after a poll, xcb", floor="bare PySide6 window", unit="MiB", target=1.4, issue=6
)
def memory_window_polled(bench: Bench) -> Figures:
    return _memory_after_a_poll(bench, "app")


@row("memory (PSS) in the tray, after a poll, xcb", floor="bare PySide6 window", unit="MiB", target=1.25, issue=6)
def memory_hidden_polled(bench: Bench) -> Figures:
    return _memory_after_a_poll(bench, "hidden")


@row(
    f"idle in the tray, {IDLE_SECONDS:g} s (BENCH_IDLE_SECONDS), % of a core",
    floor=f"{IDLE_PERCENT} %", unit="%", target=1.0, issue=6,
)  # fmt: skip
def idle(bench: Bench) -> Figures:
    with x_server() as display, stocked(bench) as home:
        env = environment(home, QT_QPA_PLATFORM="xcb", DISPLAY=display)
        with window("hidden", home, env) as (_, pid):
            time.sleep(2 * SETTLE_SECONDS)
            before, began = _processor_seconds(pid), time.monotonic()
            time.sleep(IDLE_SECONDS)
            after, passed = _processor_seconds(pid), time.monotonic() - began
            share = 100 * sum(spent - before.get(thread, 0.0) for thread, spent in after.items()) / passed
    return Figures([share], [IDLE_PERCENT])


def _processor_seconds(pid: int) -> dict[str, float]:
    """Of each thread, to the nanosecond: the hundredths of /proc/PID/stat are sampled and miss what is short."""
    tasks = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return {task.parent.name: int(task.read_text(encoding="ascii").split()[0]) / 1e9 for task in tasks}


@cache
def _paints() -> dict[str, list[float]]:
    with place() as home:
        found: dict[str, list[float]] = told(
            "child_desk.py", "paint", env=environment(home, QT_QPA_PLATFORM="offscreen")
        )
    return found


def _longest(bench: Bench, chart: str) -> Figures:
    took = _paints()[chart]
    bench.say(f"  {len(took)} paints, median {statistics.median(took):.1f} ms")
    return Figures([max(took)], [PAINT_MILLISECONDS])


@row(
    "longest paint of the timeline, 200 missions, 2,000 changes",
    floor="8 ms (processor time)",
    unit="ms",
    target=1.0,
    issue=6,
)
def paint_timeline(bench: Bench) -> Figures:
    return _longest(bench, "timeline")


@row(
    "longest paint of the trend chart, 200 missions, 2,000 changes",
    floor="8 ms (processor time)",
    unit="ms",
    target=1.0,
    issue=6,
)
def paint_trend(bench: Bench) -> Figures:
    return _longest(bench, "trend")


@row(f"search in {ITEMS:,} items, key to shown list, 95th percentile", floor="100 ms", unit="ms", target=1.0, issue=6)
def search(bench: Bench) -> Figures:
    with ExitStack() as stack:
        home = stack.enter_context(stocked(bench))
        env = environment(home, QT_QPA_PLATFORM="offscreen")
        runs = [told("child_desk.py", "search", str(home), env=env) for _ in range(min(bench.runs, 3))]
    shown, processor = runs[-1]["shown"], runs[-1]["processor"]
    bench.say(f"  {len(shown)} keys, median {statistics.median(shown):.1f} ms; of the processor alone, 95th percentile "
              f"{statistics.quantiles(processor, n=20)[-1]:.1f} ms")  # fmt: skip
    return Figures([statistics.quantiles(run["shown"], n=20)[-1] for run in runs], [SEARCH_MILLISECONDS])
