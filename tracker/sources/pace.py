"""When a source is asked next. Pure: by the wall clock, so that a laptop that slept knows what it has missed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from tracker.model import Source, SourceState
from tracker.sources import hosts

OFFLINE = "offline_since"
"""The fact that says since when no host at all could be reached; empty while the network is there."""

SOON = timedelta(minutes=1)
"""How soon a network that was away is looked for again."""

NEAR = timedelta(hours=24)
_NEAR_MINUTES = 15
_FEWEST_MINUTES = 8  # of a server that counts its calls: seven or eight an hour, and the rest of its share for searches
_MOST_JITTER = timedelta(minutes=10)
_NAP_SECONDS = 60.0
_CLOCK_SET_BACK = timedelta(minutes=5)


def due_at(source: Source, state: SourceState, now: datetime, *, slow: bool = False) -> datetime | None:
    """When the source is due; None: at once. `slow` doubles the wait (a metered connection, an empty battery)."""
    due, last = state.next_due_at, state.last_attempt_at
    if due is None or last is None:
        return due
    if last > now + _CLOCK_SET_BACK and not told_to_wait(state, last):
        return None  # the clock was wrong then: what it said of the future means nothing
    if state.trouble is None:
        usual = timedelta(minutes=source.interval_minutes)
        if due - last > usual * 1.1 + _MOST_JITTER:  # the interval has been shortened since
            due = last + usual
        return due + (due - last) if slow else due
    return due


def slept(before: tuple[float, float], now: tuple[float, float]) -> bool:
    """True when this machine was asleep between two looks at (wall clock, running clock), both in seconds: the one went on
    without the other."""
    return (now[0] - before[0]) - (now[1] - before[1]) > _NAP_SECONDS


def told_to_wait(state: SourceState, now: datetime) -> bool:
    """True while a server's wish to be left alone holds: the user's impatience does not shorten it."""
    waits = state.next_due_at is not None and state.next_due_at > now
    return waits and state.trouble is not None and state.trouble.code in ("http-429", "http-410")


APIS = ("ll2", "snapi")  # one allowance for all that is asked of the server


def must_wait(source: Source, state: SourceState, closed: frozenset[str], now: datetime) -> bool:
    """True while the server behind a source wants fewer visits: told of the source itself, of another question to the same
    API, or of the API that stands in for it. `closed` as from `closed_hosts`."""
    if told_to_wait(state, now) or (source.adapter in APIS and hosts.host_of(source, state) in closed):
        return True
    stood_in = bool(source.stand_in) and state.blocked_until is not None and now < state.blocked_until
    return stood_in and hosts.host_of(replace(source, url=source.stand_in), SourceState(source.id)) in closed


def closed_hosts(sources: Iterable[Source], states: Mapping[str, SourceState], now: datetime) -> frozenset[str]:
    """The hosts that asked for fewer visits for one of their sources: nothing that can wait is asked of them."""
    return frozenset(
        hosts.host_of(source, state)
        for source in sources
        if (state := states.get(source.id)) is not None
        and state.trouble is not None
        and state.trouble.code == "http-429"
        and told_to_wait(state, now)
    )


def paced(source: Source, *, near: bool) -> Source:
    """The source with the interval that holds now: a launch database is asked more often on the day before a launch, and
    never so often that its hour's share is spent by the clock alone."""
    if source.adapter != "ll2":
        return source
    minutes = min(source.interval_minutes, _NEAR_MINUTES) if near else source.interval_minutes
    return replace(source, interval_minutes=max(minutes, _FEWEST_MINUTES))


def without_network(state: SourceState, now: datetime) -> SourceState:
    """After a round in which no host at all could be reached: nothing is learned of the source, it is asked again soon."""
    return replace(state, last_attempt_at=now, next_due_at=now + SOON)
