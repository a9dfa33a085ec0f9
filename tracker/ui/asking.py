"""What may take long is asked here: it runs beside the main thread, and its answer comes back to it.

A page says `asking.ask(work, then, failed, asker=self)` and goes on; the answer of a page that is gone is dropped.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from tracker.errors import TrackerError

T = TypeVar("T")
Work = Callable[[], None]
log = logging.getLogger(__name__)


class Asking(QObject):
    """Must be born on the main thread. `start` runs a piece of work on another one and returns at once."""

    _answered = Signal(object)

    def __init__(self, start: Callable[[Work], object]) -> None:
        super().__init__()
        self._start = start
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def ask(
        self, work: Callable[[], T], then: Callable[[T], object], failed: Callable[[str], object], *, asker: QObject
    ) -> None:
        """Run `work` beside; on the main thread `then` gets its result, or `failed` a sentence a person can act on."""

        def beside() -> None:
            try:
                result = work()
            except TrackerError as error:
                from tracker.ui.faults import told  # its list of sentences is not in the way of the first window

                words = told(error)
                self._answered.emit((asker, lambda: failed(words)))
            except Exception:
                log.exception("what the window asked for failed")
                words = self.tr("Something went wrong inside the program; the log has the details.")
                self._answered.emit((asker, lambda: failed(words)))
            else:
                self._answered.emit((asker, lambda: then(result)))

        self._start(beside)

    @Slot(object)
    def _deliver(self, answer: tuple[QObject, Work]) -> None:
        asker, call = answer
        if isValid(asker):
            call()


def at_once(work: Work) -> None:
    """A `start` for tests and for a window without workers: runs the work in place; the answer still comes queued."""
    work()
