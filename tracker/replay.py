"""The whole walk in memory: items in order of publication through reader, ledger and alerts, from the report's state.

items, by day -> read -> testimonies -> ledger.fold -> alerts.choose -> one line a change
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any, Protocol

from tracker.alerts import AlertRules, choose
from tracker.ledger import fold, testimony
from tracker.model import Change, Item, Mission, Reading, Testimony
from tracker.seeding import World


class Reads(Protocol):
    """All that replay needs of a reader."""

    def read(self, item: Item) -> Reading: ...


@dataclass(slots=True)
class Memory:
    """What has been heard and told so far in one replay."""

    world: World
    rules: AlertRules
    testimonies: dict[str, list[Testimony]] = field(default_factory=dict)  # by mission
    heard: dict[str, Testimony] = field(default_factory=dict)  # by id
    revisions: dict[str, list[str]] = field(default_factory=dict)  # item -> digests, oldest first
    changes: dict[str, dict[str, Change]] = field(default_factory=dict)  # mission -> change id -> as last folded
    known: set[str] = field(default_factory=set)  # change ids that were told or stood at the start
    alerted: dict[str, Change] = field(default_factory=dict)

    @property
    def missions(self) -> Mapping[str, Mission]:
        return {m.id: m for m in self.world.missions}


def replay(
    items: Iterable[Item], reader: Reads, world: World, *, rules: AlertRules | None = None
) -> Iterator[dict[str, Any]]:
    """One dict a change, oldest first, with the public fields of `replay --json`.

    "alert" tells whether it would have been announced on the way, item by item; a change that was announced and is not
    believed any more is told as it was then. The seeded positions are where it starts and are no changes.
    """
    memory = Memory(world, rules or AlertRules(cap=1_000_000))
    _start(memory)
    for moment, item in _by_publication(items, world.on):
        _hear(memory, item, reader, moment)
    seeds = {t.id for t in world.testimonies}
    last = {c.id: c for own in memory.changes.values() for c in own.values()}
    told = [*last.values(), *(c for c in memory.alerted.values() if c.id not in last)]
    for change in sorted(told, key=lambda c: (c.on, c.settled_on or c.on)):
        if not seeds.issuperset(change.carried_by) or not change.carried_by:
            yield _line(change, memory)


def _start(memory: Memory) -> None:
    for said in memory.world.testimonies:
        memory.testimonies.setdefault(said.claim.mission, []).append(said)
        memory.heard[said.id] = said
    for mission in memory.world.missions:
        history = fold(mission, memory.testimonies.get(mission.id, ()), today=memory.world.on)
        memory.changes[mission.id] = {c.id: c for c in history.changes}
        memory.known.update(c.id for c in history.changes)


def _by_publication(items: Iterable[Item], start: date) -> list[tuple[datetime, Item]]:
    """Items with the moment they are heard; one without a date comes with the dated one before it in the file."""
    moment = datetime.combine(start, time(12), UTC)
    timed = []
    for item in items:
        if item.published_at is not None:
            moment = item.published_at
        elif item.published_on is not None:
            moment = datetime.combine(item.published_on, time(12), UTC)
        timed.append((moment, item))
    return sorted(timed, key=lambda pair: pair[0])


def _hear(memory: Memory, item: Item, reader: Reads, moment: datetime) -> None:
    digests = memory.revisions.setdefault(item.id, [])
    if item.digest in digests:
        return
    digests.append(item.digest)
    touched = set()
    for claim in reader.read(item).claims:
        said = testimony(item, len(digests), claim, heard_at=moment, baseline=moment.date() < memory.world.on)
        if said.id not in memory.heard:
            memory.heard[said.id] = said
            memory.testimonies.setdefault(claim.mission, []).append(said)
            touched.add(claim.mission)
    for ident in sorted(touched & memory.missions.keys()):
        _settle(memory, ident, moment)


def _settle(memory: Memory, ident: str, moment: datetime) -> None:
    """Fold one mission again and choose what to tell."""
    own = memory.testimonies[ident]
    items = {t.item for t in own}
    beside = [t for t in memory.heard.values() if t.item in items and t.claim.mission != ident]
    history = fold(memory.missions[ident], own, today=moment.date(), beside=beside)
    memory.changes[ident] = {c.id: c for c in history.changes}
    alerts = choose(
        history.changes,
        known=memory.known,
        missions=memory.missions,
        rules=memory.rules,
        created_at=moment,
        outlets={t.id: t.outlet for t in own},
    )
    for alert in alerts:
        for change in alert.changes:
            memory.known.add(change)
            memory.alerted[change] = memory.changes[ident][change]


def _line(change: Change, memory: Memory) -> dict[str, Any]:
    carriers = [memory.heard[t] for t in change.carried_by if t in memory.heard]
    return {
        "on": change.on.isoformat(),
        "mission": change.mission,
        "milestone": change.milestone,
        "kind": change.kind.value,
        "from": change.before.when if change.before else "",
        "to": change.after.when,
        "status": change.after.status.value,
        "standing": change.standing.value,
        "alert": change.id in memory.alerted,
        "items": list(dict.fromkeys(t.item for t in carriers)),
        "evidence": carriers[0].claim.evidence.quote if carriers else "",
    }
