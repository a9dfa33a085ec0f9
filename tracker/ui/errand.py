"""A long work that the window has asked for: how far it is, and whether the person wants it stopped."""

from __future__ import annotations

from threading import Event

from tracker.errors import StoppedError


class Errand:
    """Written by the worker (`report`), read by the window; whole numbers only, so no lock is needed."""

    def __init__(self) -> None:
        self.done = self.total = 0
        self._stop = Event()

    def report(self, done: int, total: int) -> None:
        """The worker's word. Raises StoppedError when the person has stopped it."""
        self.done, self.total = done, total
        if self._stop.is_set():
            raise StoppedError("stopped")

    def stop(self) -> None:
        """The person's word; the work ends with its next step."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        return self._stop.is_set()

    @property
    def share(self) -> int:
        """Per cent done, 0 to 100."""
        return min(100, 100 * self.done // self.total) if self.total > 0 else 0
