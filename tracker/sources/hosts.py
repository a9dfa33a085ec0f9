"""Which hosts are being asked at this moment. Rounds and back-fills share one, so each host is asked one thing at a time."""

from __future__ import annotations

import threading

from tracker.model import Source, SourceState
from tracker.sources import address, answers


class Hosts:
    """Safe to use from many threads. Who has taken a host gives it back when the answer is there, or is given up."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._lock = threading.Lock()

    def take(self, host: str) -> bool:
        """True when the host was free and is now the caller's."""
        with self._lock:
            if host in self._taken:
                return False
            self._taken.add(host)
            return True

    def leave(self, host: str) -> None:
        with self._lock:
            self._taken.discard(host)


def host_of(source: Source, state: SourceState) -> str:
    """The server behind a source: host and port, since two ports of one machine fail and answer on their own."""
    url = answers.address_of(source, state)
    return f"{address.host(url)}:{address.port(url)}" if address.host(url) else source.id
