"""Accelerated time: two years in less than a minute, slower where something happens."""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from itertools import accumulate, pairwise
from typing import Final

_EVEN: Final = 0.4
"""The part of the time that is spread evenly over the calendar; the rest is shared by the beats."""


class DemoClock:
    """Maps the real clock to the demo's: `now()` runs from `start` to `end` in `seconds`, then on at the real pace.

    The time between two beats is at least an equal share of what is not spread over the calendar, so that two pieces
    of news a day apart do not arrive in one blink. `real_clock` gives seconds that never run backwards. All instants
    are aware UTC.
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
        self._knots = sorted({start, end, *(beat for beat in beats if start < beat < end)})
        self._offsets = _offsets(self._knots, seconds)
        self._began = real_clock()

    def now(self) -> datetime:
        """The demo's present."""
        elapsed = max(0.0, self._real_clock() - self._began)
        if elapsed >= self.seconds:
            return self.end + timedelta(seconds=elapsed - self.seconds)
        step = min(bisect_right(self._offsets, elapsed), len(self._knots) - 1) - 1
        since = (elapsed - self._offsets[step]) / (self._offsets[step + 1] - self._offsets[step])
        return self._knots[step] + (self._knots[step + 1] - self._knots[step]) * min(1.0, since)

    @property
    def finished(self) -> bool:
        """True when the whole history has been played."""
        return self.now() >= self.end


def _offsets(knots: list[datetime], seconds: float) -> list[float]:
    """The real second at which each knot is reached."""
    whole = knots[-1] - knots[0]
    share = (1 - _EVEN) / (len(knots) - 1)
    steps = [seconds * (_EVEN * ((late - early) / whole) + share) for early, late in pairwise(knots)]
    return [0.0, *accumulate(steps)]
