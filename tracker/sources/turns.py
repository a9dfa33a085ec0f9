"""One request at a time a server, however many visits want one: redirects, articles and stand-ins included."""

from __future__ import annotations

import threading
from collections.abc import Hashable, Iterator
from contextlib import contextmanager

from tracker.errors import FetchError


class Turns:
    """Safe to use from many threads; a thread holds one turn at a time."""

    def __init__(self) -> None:
        self._books = threading.Lock()
        self._taken: dict[Hashable, threading.Lock] = {}

    @contextmanager
    def at(self, server: Hashable, seconds: float) -> Iterator[None]:
        """Holds the server's turn for the block. Raises FetchError (timeout) when it does not come within `seconds`."""
        with self._books:
            lock = self._taken.setdefault(server, threading.Lock())
        if not lock.acquire(timeout=seconds):
            raise FetchError("another request keeps the server busy", code="timeout")
        try:
            yield
        finally:
            lock.release()
