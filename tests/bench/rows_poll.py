"""What a poll costs: fifty feeds of two hundred items from the loopback, against bare feedparser over the same bytes."""

from __future__ import annotations

from functools import cache

from measuring import environment, told
from newsstand import open_stand
from registry import Bench, CannotRunError, Figures, row
from rows_start import place

FRAME_MS = 16.0
_FLOOR = "feedparser.parse, same options and bytes"


@cache
def _polls(runs: int) -> dict[str, Figures] | CannotRunError:
    """Both figures come out of the same processes: measured once, shown in two rows. A failure is kept too."""
    figures = {"first": Figures([], []), "unchanged": Figures([], [])}
    try:
        with open_stand() as (base, _):
            for _ in range(runs):
                with place() as home:
                    bare = told("child_poll.py", "floor", base, env=environment(home))
                    full = told("child_poll.py", "ours", base, str(home), env=environment(home))
                for name, measured in figures.items():
                    measured.floor.append(bare[name])
                    measured.ours.append(full[name])
    except CannotRunError as why:
        return why
    return figures


def _of(name: str, runs: int) -> Figures:
    found = _polls(runs)
    if isinstance(found, CannotRunError):
        raise found
    return found[name]


@row("first poll of 50 feeds x 200 items, processor time", floor=_FLOOR, unit="s", target=1.3, issue=5)
def first_poll(bench: Bench) -> Figures:
    return _of("first", bench.runs)


@row("unchanged second poll, processor time", floor=_FLOOR, unit="s", target=0.02, issue=5)
def unchanged_poll(bench: Bench) -> Figures:
    return _of("unchanged", bench.runs)


@row("event loop at the 99th percentile, first poll meanwhile", floor="a frame", unit="ms", target=1.0, issue=5)
def event_loop(bench: Bench) -> Figures:
    """Blocked no longer than a frame of 16 ms: heartbeats of the real window, offscreen, while the workers load it all."""
    figures = Figures([], [])
    with open_stand() as (base, _):
        for number in range(bench.runs):
            with place() as home:
                told_ms = told("child_loop.py", base, str(home), env=environment(home, QT_QPA_PLATFORM="offscreen"))
            bench.say(f"  run {number + 1}: {', '.join(f'{name} {value:.1f}' for name, value in told_ms.items())}")
            figures.ours.append(told_ms["p99"])
            figures.floor.append(FRAME_MS)
    return figures
