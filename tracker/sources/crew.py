"""Threads for the visits of one round: who has made a visit takes the next, since a thread costs more than a quick answer."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable

Work = Callable[[], None]


class Crew:
    """Daemon threads, made when nobody is free. One that hangs is not waited for; `dismiss` lets all others end."""

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[Work | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._free = 0
        self._size = 0

    def take(self, work: Work) -> None:
        """Have it done by somebody who is free now, or by a new one. `work` must not raise."""
        with self._lock:
            if self._free:
                self._free -= 1
            else:
                self._size += 1
                threading.Thread(target=self._visit, name=f"visitor {self._size}", daemon=True).start()
        self._jobs.put(work)

    def dismiss(self) -> None:
        """Nothing more is to be done: everybody ends after his visit."""
        for _ in range(self._size):
            self._jobs.put(None)

    def _visit(self) -> None:
        while (work := self._jobs.get()) is not None:
            work()
            with self._lock:
                self._free += 1
