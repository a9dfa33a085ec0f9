"""All due sources at once: one request at a time a host, and none waits for another that is slow or dead.

Each visit runs in a daemon thread (crew.py) and gives its Harvest to a queue; the generator that hands them out is the
only one that gives out work and keeps books. They ask at the same time, but read one after the other: reading is all
processor, so it would be no faster together, and the window would have to wait for each of them in turn. A visit that
has waited for its server a while no longer counts against `workers`, unless its answer is there and waits to be read
(which would fill the memory with answers); one that is still running at the deadline is left to itself and reported as
a time-out.
"""

from __future__ import annotations

import queue
import random
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tracker.model import Harvest, Source, SourceState
from tracker.sources import answers, calls, pace
from tracker.sources.calls import Rationed
from tracker.sources.collect import collect
from tracker.sources.crew import Crew
from tracker.sources.envoy import Asks
from tracker.sources.hosts import Hosts, OneAtATime, host_of
from tracker.sources.launches import Launch
from tracker.sources.logins import Logins

PATIENCE_SECONDS = 0.5  # so long a visit that waits for its server holds a place that another could use
_MOST_THREADS = 40
_DEAD_HOST = frozenset(("refused", "dns", "unreachable", "offline", "tls"))

Due = tuple[Source, SourceState]


class _Turn:
    """Held by a visit while its answer is read. Who is waiting for it has its answer in memory."""

    def __init__(self, lock: threading.Lock, holding: set[str], host: str) -> None:
        self._lock, self._holding, self._host = lock, holding, host

    def __enter__(self) -> None:
        self._holding.add(self._host)
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()
        self._holding.discard(self._host)


@dataclass(frozen=True, slots=True)
class _Visit:
    source: Source
    state: SourceState
    rng: random.Random
    host: str


def collect_all(
    due: Sequence[Due],
    *,
    fetcher: Asks,
    now: datetime,
    rng: random.Random,
    workers: int = 6,
    deadline_seconds: float = 120.0,
    stop: threading.Event | None = None,
    known: Callable[[Source], Mapping[str, str]] | None = None,
    hosts: Hosts | None = None,
    may_call: Callable[[str], bool] | None = None,
    launches: Sequence[Launch] = (),
    logins: Logins | None = None,
) -> Iterator[Harvest]:
    """Visits every source and yields each Harvest as it comes. `now` is the start, aware UTC.

    Ends at the deadline at the latest: a visit still under way then gives a Harvest with the trouble "timeout"; a source
    that was not asked at all (its host was busy to the end) gives none and stays due. When `stop` is set, it ends at once.
    `logins` gives the login of a source that names one; it is called in the visit's own thread.
    `known` gives a source's stored items, id -> title; it is called in the caller's thread, for list pages only.
    `hosts` are being asked by others meanwhile: theirs wait. `may_call` counts a call to a host that counts them, and says
    whether it may be made; it is called in the visits' threads. `launches` are what a launch database is asked for.
    """
    stop, hosts = stop or threading.Event(), hosts or Hosts()
    began = time.monotonic()
    reading = threading.Lock()
    holding: set[str] = set()  # the hosts whose answers wait to be read, or are
    done: queue.SimpleQueue[tuple[_Visit, Harvest]] = queue.SimpleQueue()
    waiting = deque(_by_need(_Visit(s, st, random.Random(rng.random()), host_of(s, st)) for s, st in due))  # noqa: S311
    running: dict[str, tuple[_Visit, float]] = {}  # host -> what is asked there, since when
    crew = Crew()

    def start(visit: _Visit) -> None:
        at = now + timedelta(seconds=time.monotonic() - began)
        source, state, rng = visit.source, visit.state, visit.rng
        stored = known(source) if known and source.adapter != "feed" else None

        counted = calls.counted(source) if may_call else None
        asks: Asks = OneAtATime(fetcher, hosts, visit.host, stop.wait)
        asks = Rationed(asks, lambda: may_call is None or may_call(counted or "")) if counted else asks

        def work() -> None:
            try:
                harvest = collect(
                    source, state, fetcher=asks, now=at, rng=rng, pause=stop.wait, known=stored,
                    turn=_Turn(reading, holding, visit.host),
                    launches=launches, logins=logins,
                )  # fmt: skip
            finally:
                hosts.leave(visit.host)
            done.put((visit, harvest))

        running[visit.host] = (visit, time.monotonic())
        crew.take(work)

    try:
        while (waiting or running) and not stop.is_set():
            elapsed = time.monotonic() - began
            if elapsed >= deadline_seconds:
                break
            for visit in _next(waiting, running, holding, workers, hosts):
                start(visit)
            try:
                visit, harvest = done.get(timeout=min(deadline_seconds - elapsed, 0.2))
            except queue.Empty:
                continue
            del running[visit.host]
            yield harvest
            _leave_alone(visit, harvest, waiting)
            yield from _same_host(visit, harvest, waiting, now + timedelta(seconds=time.monotonic() - began))
        if not stop.is_set():
            yield from _late(running, done, now + timedelta(seconds=time.monotonic() - began))
    finally:
        crew.dismiss()


def _next(
    waiting: deque[_Visit], running: dict[str, tuple[_Visit, float]], holding: set[str], workers: int, hosts: Hosts
) -> Iterator[_Visit]:
    """Takes from `waiting` what may start now: its host is free, and there is room."""
    now = time.monotonic()
    fresh = sum(now - since < PATIENCE_SECONDS or host in holding for host, (_, since) in running.items())
    for _ in range(len(waiting)):
        if fresh >= max(workers, 1) or len(running) >= _MOST_THREADS:
            return
        visit = waiting.popleft()
        if visit.host in running or not hosts.take(visit.host):
            waiting.append(visit)
        else:
            fresh += 1
            yield visit


def _same_host(visit: _Visit, harvest: Harvest, waiting: deque[_Visit], now: datetime) -> Iterator[Harvest]:
    """The other sources of a host that cannot be reached at all: they share its trouble and are not asked."""
    trouble = harvest.state.trouble
    if trouble is None or trouble.code not in _DEAD_HOST:
        return
    for other in [v for v in waiting if v.host == visit.host]:
        waiting.remove(other)
        yield Harvest(other.source, answers.bad(other.source, other.state, trouble.code, None, now=now, rng=other.rng))


def _leave_alone(visit: _Visit, harvest: Harvest, waiting: deque[_Visit]) -> None:
    """An API that wants fewer visits is asked nothing else in this round; what was to be asked stays due."""
    trouble = harvest.state.trouble
    if trouble is not None and trouble.code == "http-429" and visit.source.adapter in pace.APIS:
        for other in [v for v in waiting if v.host == visit.host and v.source.adapter == visit.source.adapter]:
            waiting.remove(other)


def _late(
    running: dict[str, tuple[_Visit, float]], done: queue.SimpleQueue[tuple[_Visit, Harvest]], now: datetime
) -> Iterator[Harvest]:
    """What came in the last moment, then a time-out for each visit that is still under way."""
    while not done.empty():
        visit, harvest = done.get()
        del running[visit.host]
        yield harvest
    for visit, _ in running.values():
        yield Harvest(visit.source, answers.bad(visit.source, visit.state, "timeout", None, now=now, rng=visit.rng))


def _by_need(visits: Iterable[_Visit]) -> list[_Visit]:
    """Those that were asked longest ago first, so that nobody starves behind a slow neighbour."""
    return sorted(visits, key=lambda v: (v.state.last_attempt_at is not None, v.state.last_attempt_at or 0))
