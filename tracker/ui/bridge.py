"""The only crossing between worker threads and the window: workers emit, slots run on the main thread.

The bridge must be born on the main thread: Qt then queues every emission from a worker to it. Connect only bound
methods of QObjects, never lambdas, or they would run on the worker.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Bridge(QObject):
    """Signals in the past tense or naming a state; values only, no behaviour."""

    polled = Signal(object)
    """A poll ended; carries its tracker.model.PollReport."""

    changed = Signal()
    """The ledger or the state of a source moved: read again."""

    backfilled = Signal(object)
    """The past of a source came a page nearer, or ended; carries its tracker.views.BackfillView."""

    checking = Signal(bool)
    """A poll began (True) or ended (False)."""

    troubled = Signal(object)
    """Broken machinery (a full disk, a file that cannot be written); carries its tracker.errors.TrackerError."""

    alert_action = Signal(str, str, str)
    """A notification was pressed: alert id, action ("show", "not-true", ...), activation token (may be empty)."""

    raise_asked = Signal(str)
    """A second start wants this window in front; carries the activation token (may be empty)."""
