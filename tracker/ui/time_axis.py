"""An axis of time that a person zooms and pans. Charts that are given the same one move together."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from tracker.ui.time_scale import TimeScale


class TimeAxis(QObject):
    """The days in sight, without pixels: each chart places them on its own. `changed` when others are in sight.

    `bounded`: there is nothing to see outside of its days, so that nobody is led there.
    """

    changed = Signal()

    def __init__(self, first: date, last: date, *, bounded: bool = False) -> None:
        super().__init__()
        self._all = TimeScale.between(first, last, 0.0, 1.0)
        self._seen: TimeScale | None = None  # what a person chose; None: everything
        self._bounded = bounded

    @property
    def moved(self) -> bool:
        """Whether a person chose what to see, and it is not everything."""
        return self._seen is not None

    def placed(self, start: float, end: float) -> TimeScale:
        """The days in sight between two pixels."""
        return self._shown().placed(start, end)

    def reach(self, first: date, last: date) -> None:
        """Everything there is lies between two days; shown unless a person chose what to see."""
        before, self._all = self._shown(), TimeScale.between(first, last, 0.0, 1.0)
        if self._shown() != before:
            self.changed.emit()

    def see(self, scale: TimeScale) -> None:
        """Show the days of a scale: the person zoomed or panned."""
        seen = scale.placed(0.0, 1.0)
        if self._bounded:
            seen = seen.within(self._all.first, self._all.last)
        if seen != self._shown():
            self._seen = None if _same(seen, self._all) else seen
            self.changed.emit()

    def see_everything(self) -> None:
        """Back to where everything is seen."""
        if self.moved:
            self._seen = None
            self.changed.emit()

    def _shown(self) -> TimeScale:
        if self._seen is None:
            return self._all
        return self._seen.within(self._all.first, self._all.last) if self._bounded else self._seen


def _same(one: TimeScale, other: TimeScale) -> bool:
    """To less than a second: who zooms in and out again sees everything again."""
    return abs(one.first - other.first) < 1e-5 and abs(one.last - other.last) < 1e-5
