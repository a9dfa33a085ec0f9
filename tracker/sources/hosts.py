"""Which hosts are being asked at this moment. Rounds and back-fills share one, so each host is asked one thing at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tracker.errors import FetchError
from tracker.model import Source, SourceState
from tracker.sources import address, answers
from tracker.sources.said import Answer, Validators

if TYPE_CHECKING:
    from tracker.sources.envoy import Asks

_LOOK_AGAIN_SECONDS = 0.05


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


class OneAtATime:
    """A fetcher for a visit that has taken its own host: for any other (a stand-in's) it waits until that one is free."""

    def __init__(self, fetcher: Asks, hosts: Hosts, own: str, pause: Callable[[float], bool]) -> None:
        self._fetcher, self._hosts, self._own, self._pause = fetcher, hosts, own, pause

    def get(
        self, url: str, *, validators: Validators | None = None, headers: Mapping[str, str] | None = None,
        private_hosts: frozenset[str] = frozenset(),
    ) -> Answer:  # fmt: skip
        """As Fetcher.get. Raises FetchError (stopped) when nobody wants the answer any more."""
        host = server(url)
        if host == self._own:
            return self._fetcher.get(url, validators=validators, headers=headers, private_hosts=private_hosts)
        while not self._hosts.take(host):
            if self._pause(_LOOK_AGAIN_SECONDS):
                raise FetchError("the check was stopped", code="stopped", key=url)
        try:
            return self._fetcher.get(url, validators=validators, headers=headers, private_hosts=private_hosts)
        finally:
            self._hosts.leave(host)


def server(url: str) -> str:
    """Host and port of an address: two ports of one machine are two servers."""
    return f"{address.host(url)}:{address.port(url)}" if address.host(url) else ""


def host_of(source: Source, state: SourceState) -> str:
    """The server behind a source."""
    return server(answers.address_of(source, state)) or source.id
