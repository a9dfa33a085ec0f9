"""What a round has to know before it asks a launch database: which launches, how often now, and whether it still may."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from tracker import race
from tracker.model import Mission, Position, Source, Status
from tracker.sources import calls, launches, pace
from tracker.sources.launches import Launch
from tracker.store import Store

_AHEAD = (Status.PLANNED, Status.ON_HOLD)
_MOST_DAYS = timedelta(days=2)


def wanted(missions: Sequence[Mission], store: Store, now: datetime) -> tuple[Launch, ...]:
    """The launches to ask for; those that have flown need no search. `now` is aware UTC."""
    states = race.states_as_of(store.changes(), now.date())
    over = {m for (m, milestone), s in states.items() if milestone == "launch" and s.position.status not in _AHEAD}
    return launches.tracked(missions, store.facts(launches.FOUND), over=over, today=now.date())


def paced(sources: Sequence[Source], missions: Sequence[Mission], store: Store, now: datetime) -> tuple[Source, ...]:
    """The sources with the intervals that hold now: on the day before a launch its database is asked more often."""
    if not any(source.adapter == "ll2" for source in sources):
        return tuple(sources)
    listed = {launch.mission for launch in launches.tracked(missions, {}, today=now.date())}
    newest = {c.key: c for c in store.changes()}
    near = any(c.milestone == "launch" and c.mission in listed and is_near(c.after, now) for c in newest.values())
    return tuple(pace.paced(source, near=near) for source in sources)


def is_near(position: Position, now: datetime) -> bool:
    """True from 24 hours before a planned launch until a day behind its window; only where the day is known."""
    window = position.window
    if position.status is not Status.PLANNED or window is None or window.earliest is None or window.latest is None:
        return False
    if window.latest - window.earliest > _MOST_DAYS:
        return False
    begins = window.instant or datetime.combine(window.earliest, time(), UTC)
    ends = window.instant or datetime.combine(window.latest + timedelta(days=1), time(), UTC)
    return begins - pace.NEAR <= now <= ends + pace.NEAR


def may_call(database: Path, host: str, now: datetime) -> bool:
    """Count a call to a host that counts them; False, and nothing counted, where this hour's share is spent.

    Safe to use from any thread and beside another process: the count is read and written in one transaction.
    """
    with Store(database) as store, store.transaction():
        made = calls.spend(store.fact(calls.CALLS + host), now)
        if made is not None:
            store.set_fact(calls.CALLS + host, made)
    return made is not None
