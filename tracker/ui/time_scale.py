"""Days to pixels and back, with the ticks that fit: the one scale that timeline and trend chart share. Pure values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

LEAST_DAYS: Final = 45.0
MOST_DAYS: Final = 40 * 365.25
_EARLIEST: Final = date(1900, 1, 1).toordinal()
_LATEST: Final = date(2200, 1, 1).toordinal()
_STEPS: Final = (1, 3, 6, 12, 24, 60, 120)  # months between ticks


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the scale; `major` where a year starts."""

    day: date
    at: float
    major: bool


@dataclass(frozen=True, slots=True)
class TimeScale:
    """`first` and `last` are ordinals (fractions of a day count); they lie at pixels `start` and `end`.

    `start` may be greater than `end`: a vertical axis runs upwards.
    """

    first: float
    last: float
    start: float
    end: float

    @classmethod
    def between(cls, first: date, last: date, start: float, end: float) -> TimeScale:
        """A scale from one day to another; a span below the least one is widened around its middle."""
        low, high = sorted((first.toordinal(), last.toordinal()))
        if high - low < LEAST_DAYS:
            middle = (low + high) / 2
            return cls(middle - LEAST_DAYS / 2, middle + LEAST_DAYS / 2, start, end)
        return cls(low, high, start, end)

    @property
    def days(self) -> float:
        return self.last - self.first

    @property
    def pixels(self) -> float:
        return abs(self.end - self.start)

    def at(self, day: date | float) -> float:
        """The pixel of a day (its start), also outside the span."""
        value = day.toordinal() if isinstance(day, date) else day
        return self.start + (value - self.first) / self.days * (self.end - self.start)

    def day(self, at: float) -> date:
        """The day under a pixel, kept to what a date can be."""
        share = (at - self.start) / (self.end - self.start) if self.pixels else 0.0
        value = int(self.first + share * self.days)
        return date.fromordinal(min(max(value, 1), date.max.toordinal()))

    def placed(self, start: float, end: float) -> TimeScale:
        """The same days on other pixels."""
        return replace(self, start=start, end=end)

    def zoomed(self, factor: float, at: float) -> TimeScale:
        """Closer (factor above 1) or farther around the day under a pixel; stops at the least and most span."""
        days = min(max(self.days / factor, LEAST_DAYS), MOST_DAYS)
        share = (at - self.start) / (self.end - self.start) if self.pixels else 0.5
        pivot = self.first + share * self.days
        return self._kept(pivot - share * days, days)

    def panned(self, pixels: float) -> TimeScale:
        """Moved so that what lay under a pixel lies `pixels` farther."""
        if not self.pixels:
            return self
        return self._kept(self.first - pixels / (self.end - self.start) * self.days, self.days)

    def in_sight(self, at: float) -> TimeScale:
        """The same, where a pixel lies between its ends; else moved so that what lay there lies in the middle."""
        low, high = sorted((self.start, self.end))
        return self if low <= at <= high else self.panned((low + high) / 2 - at)

    def within(self, first: float, last: float) -> TimeScale:
        """Moved so that it lies between two days, and shortened to them where it is longer."""
        days = min(self.days, last - first)
        begin = min(max(self.first, first), last - days)
        return replace(self, first=begin, last=begin + days)

    def _kept(self, first: float, days: float) -> TimeScale:
        """Within the years 1900 to 2200, so that no input can lead the scale out of the calendar."""
        return replace(self, first=first, last=first + days).within(_EARLIEST, _LATEST)

    def ticks(self, room: float, fine_room: float = 0.0) -> list[Tick]:
        """Year lines at least `room` pixels apart; month and quarter lines where even they keep `fine_room`."""
        step = _STEPS[-1]
        for months in _STEPS:
            if months * 30.44 / self.days * self.pixels >= (room if months >= 12 else max(room, fine_room)):
                step = months
                break
        return [Tick(d, self.at(d), d.month == 1) for d in self._starts(step)]

    def _starts(self, months: int) -> Iterator[date]:
        begin = date.fromordinal(max(1, int(self.first)))
        number = (begin.year * 12 + begin.month - 1) // months * months
        while True:
            year, month = divmod(number, 12)
            if year > 9998:
                return
            if year >= 1:
                day = date(year, month + 1, 1)
                if day.toordinal() > self.last:
                    return
                if day.toordinal() >= self.first - 0.5:
                    yield day
            number += months
