"""Accelerated time: two years in less than a minute, slower where something happens."""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from itertools import accumulate, pairwise
from typing import Final

_EVEN: Final = 0.25
"""The part of the time that is spread evenly over the calendar; the beats share the rest."""

_DWELL: Final = timedelta(days=1)
"""How far the clock gets while it dwells on a beat."""


class DemoClock:
    """Maps the real clock to the demo's: `now()` runs from `start` to `end` in `seconds`, then on at the real pace.

    After each beat the clock dwells on that day for an equal share of the time, so that news arrive on their own day
    and two pieces of news a day apart do not come in one blink. `real_clock` gives seconds that never run backwards.
    All instants are aware UTC.
    """

    def __init__(
        self,
        start: datetime,
        end: datetime,
        seconds: float,
        real_clock: Callable[[], float] = time.monotonic,
        beats: Iterable[datetime] = (),
    ) -> None:
        if end <= start or seconds <= 0:
            raise ValueError("the demo's time must run forwards")
        self.start = start
        self.end = end
        self.seconds = seconds
        self._real_clock = real_clock
        self._moments, self._offsets = _route(start, end, seconds, sorted({b for b in beats if start < b < end}))
        self._began = real_clock()

    def now(self, behind: float = 0) -> datetime:
        """The demo's present, or what it was `behind` real seconds ago."""
        elapsed = max(0.0, self._real_clock() - self._began - behind)
        if elapsed >= self.seconds:
            return self.end + timedelta(seconds=elapsed - self.seconds)
        step = min(bisect_right(self._offsets, elapsed), len(self._offsets) - 1) - 1
        length = self._offsets[step + 1] - self._offsets[step]
        part = min(1.0, (elapsed - self._offsets[step]) / length) if length > 0 else 1.0
        return self._moments[step] + (self._moments[step + 1] - self._moments[step]) * part


def _route(start: datetime, end: datetime, seconds: float, beats: list[datetime]) -> tuple[list[datetime], list[float]]:
    """The moments where the pace changes, and the real second at which each is reached."""
    dwell_seconds = seconds * (1 - _EVEN) / len(beats) if beats else 0.0
    dwells = [min(_DWELL, (late - early) / 2) for early, late in pairwise([*beats, end])]
    running = (end - start) - sum(dwells, timedelta())
    second_of_calendar = (seconds - dwell_seconds * len(beats)) / running.total_seconds()
    moments, steps = [start], [0.0]
    for beat, dwell in zip(beats, dwells, strict=True):
        steps += [(beat - moments[-1]).total_seconds() * second_of_calendar, dwell_seconds]
        moments += [beat, beat + dwell]
    steps.append((end - moments[-1]).total_seconds() * second_of_calendar)
    return [*moments, end], list(accumulate(steps))
