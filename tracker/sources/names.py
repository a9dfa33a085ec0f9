"""Looking a host's addresses up without waiting for ever: the system's own call knows no time-out.

Each look-up runs in a thread that may be left behind; who asks for the same host meanwhile waits for the same one, so
that a dead name server collects one thread a host, not one a poll.
"""

from __future__ import annotations

import socket
import threading
from dataclasses import dataclass, field
from typing import Any

from tracker.errors import FetchError
from tracker.sources import address


@dataclass(slots=True)
class _Question:
    """A look-up under way."""

    done: threading.Event = field(default_factory=threading.Event)
    found: list[Any] = field(default_factory=list)
    fault: OSError | UnicodeError | None = None


class Names:
    """Safe to use from many threads."""

    def __init__(self) -> None:
        self._books = threading.Lock()
        self._open: dict[tuple[str, int], _Question] = {}

    def find(self, host: str, port: int, seconds: float) -> list[Any]:
        """What socket.getaddrinfo gives for a TCP connection. Raises FetchError (dns), after `seconds` at the latest."""
        if address.number(host) is not None:  # nobody is asked, so nobody can be slow
            return _of_number(host, port)
        with self._books:
            question = self._open.get((host, port))
            if question is None:
                question = self._open[host, port] = _Question()
                threading.Thread(target=self._ask, args=(host, port, question), name="look-up", daemon=True).start()
        if not question.done.wait(seconds):
            raise FetchError("the name server does not answer", code="dns", key=host)
        if question.fault is not None:
            raise FetchError("the name has no address", code="dns", key=host) from question.fault
        return question.found

    def _ask(self, host: str, port: int, question: _Question) -> None:
        try:
            question.found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            question.fault = error
        finally:
            with self._books:
                del self._open[host, port]
            question.done.set()


def _of_number(host: str, port: int) -> list[Any]:
    try:
        return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:  # fe80::1%eth7 where there is no eth7
        raise FetchError("the name has no address", code="dns", key=host) from error
