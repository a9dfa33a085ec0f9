"""One poll, from due sources to a report. The walk, drawn once:

    due source -> fetch (validators, caps) -> parse            sources.collect_all, many at once, no transaction open
        -> unseen items                                        a new key, or a known key with another digest: a revision
        -> read -> claims -> testimonies                       reading.Reader
        -> [ ledger.fold with all that was ever said           one transaction a source: lock, look, decide, write
             -> alerts.choose -> store ]
        -> report -> window, tray, notification                the caller's

A source's fault is data (`Harvest.state.trouble`) and ends in the report. Broken machinery (a full disk) is an exception.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol

from tracker import alerts, ledger, notices
from tracker.alerts import AlertRules
from tracker.model import (
    Alert,
    Change,
    Claim,
    Decision,
    Harvest,
    History,
    Item,
    Mission,
    PollReport,
    Reading,
    Source,
    SourceReport,
    SourceState,
    Status,
    Testimony,
)
from tracker.seeding import World
from tracker.sources import health, hosts, pace, troubles
from tracker.sources.answers import NO_NETWORK
from tracker.store import Store, Visit

log = logging.getLogger(__name__)

Due = tuple[Source, SourceState]

PAST_OPEN = "past_open"
"""The fact that says that the past of sources is still being fetched: its digest comes at the end."""

FOLDED_ON = "folded_on"
"""The fact that says on which day (UTC) every mission was last folded."""


class ItemReader(Protocol):
    """What the poll needs of the reader."""

    def read(self, item: Item) -> Reading: ...


@dataclass(frozen=True, slots=True)
class Route:
    """The helpers of a poll, passed in. `collect_all` visits sources and yields each harvest as it finishes."""

    store: Store
    collect_all: Callable[[Sequence[Due]], Iterator[Harvest]]
    reader: ItemReader
    missions: Sequence[Mission]
    rules: AlertRules
    now: Callable[[], datetime]
    report_on: date  # the day of the report the app starts from: a digest of history counts from it
    language: str = "en"
    muted: frozenset[str] = frozenset()  # ids of sources that count for nothing in telling
    has_route: Callable[[], bool] = lambda: True  # whether this machine has a way out at all
    watched: Sequence[Source] = ()  # all sources there are, where only some are polled; empty: those that are polled
    # alerts of one source are stored; others may still keep the round waiting
    on_alert: Callable[[], None] = lambda: None


def due(
    sources: Sequence[Source], states: Mapping[str, SourceState], now: datetime, *, everything: bool, slow: bool = False
) -> list[Due]:
    """The sources to visit now, those that wait longest first. `everything`: all but those told to wait by their server.

    `slow`: all wait twice as long (a metered connection).
    """
    chosen = []
    closed = pace.closed_hosts(sources, states, now)
    for source in sources:
        state = states.get(source.id, SourceState(source.id))
        at = pace.due_at(source, state, now, slow=slow)
        waits = not everything and at is not None and at > now
        if source.enabled and not waits and not pace.must_wait(source, state, closed, now):
            chosen.append((source, state))
    return sorted(chosen, key=lambda pair: (pair[1].next_due_at is not None, pair[1].next_due_at, pair[0].id))


def run(route: Route, sources: Sequence[Source], *, everything: bool = False, slow: bool = False) -> PollReport:
    """Visit every due source once and keep what they bring. Raises StoreError.

    Where no host at all could be reached, that is one state of this machine: no source is charged with it.
    """
    started_at = route.now()
    todo = due(sources, route.store.source_states(), started_at, everything=everything, slow=slow)
    reports: list[SourceReport] = []
    changes: list[Change] = []
    told: list[Alert] = []
    first_fetch = False
    unreached: list[Harvest] = []
    quiet: list[Harvest] = []
    for harvest in route.collect_all(todo):
        trouble = harvest.state.trouble
        if trouble is not None and trouble.code in NO_NETWORK:
            unreached.append(harvest)
            continue
        if harvest.unchanged and trouble is None:
            quiet.append(harvest)
            continue
        before = next(state for source, state in todo if source.id == harvest.source.id)
        first_fetch = first_fetch or not before.fetched_once
        report, new_changes, new_alerts = _keep(route, harvest, baseline=not before.fetched_once)
        reports.append(report)
        changes += new_changes
        told += new_alerts
        if new_alerts:
            route.on_alert()
    reports += _keep_quiet(route, quiet)
    offline = _is_offline(route, unreached, reached=bool(reports))
    reports += _keep_unreached(route, todo, unreached, offline=offline)
    told += _fold_daily(route, changes)
    told += tell_of_the_past(route, changes, first_fetch=first_fetch and not route.store.fact(PAST_OPEN))
    if reports and not offline:
        told += _heed_silence(route, route.watched or sources)
    order = {source.id: place for place, (source, _) in enumerate(todo)}
    reports.sort(key=lambda r: order.get(r.source, len(order)))
    return PollReport(started_at, route.now(), tuple(reports), tuple(changes), tuple(told), offline=offline)


def _keep_quiet(route: Route, quiet: Sequence[Harvest]) -> list[SourceReport]:
    """Write down who had nothing new, all together: a crash before that only asks them once more."""
    if not quiet:
        return []
    now, reports = route.now(), []
    with route.store.transaction():
        for harvest in quiet:
            route.store.record(Visit(heard_at=now, state=harvest.state))
            reports.append(SourceReport(harvest.source.id, harvest.source.name, "unchanged"))
    for report in reports:
        log.info("%s: %s", report.source, report.outcome)
    return reports


def _is_offline(route: Route, unreached: Sequence[Harvest], *, reached: bool) -> bool:
    """True when nobody was reached, and that is no single host's fault: several were asked, or there is no way out."""
    asked = {hosts.host_of(h.source, h.state) for h in unreached}
    return bool(asked) and not reached and (len(asked) > 1 or not route.has_route())


def _keep_unreached(
    route: Route, todo: Sequence[Due], unreached: Sequence[Harvest], *, offline: bool
) -> list[SourceReport]:
    """Write down who could not be reached. Without a network nothing is learned of a source, and it is tried again soon."""
    now, since = route.now(), route.store.fact(pace.OFFLINE)
    if offline and not since:
        route.store.set_fact(pace.OFFLINE, now.isoformat())
    elif todo and since and not offline:
        route.store.set_fact(pace.OFFLINE, "")
    before = {source.id: state for source, state in todo}
    reports = []
    for harvest in unreached:
        ident = harvest.source.id
        state = pace.without_network(before[ident], now) if offline else harvest.state
        route.store.record(Visit(heard_at=now, state=state))
        trouble = troubles.trouble("offline") if offline else harvest.state.trouble
        reports.append(SourceReport(ident, harvest.source.name, "failed", trouble=trouble))
        log.info("%s: %s", ident, trouble.words if trouble else "")
    return reports


def _heed_silence(route: Route, sources: Sequence[Source]) -> tuple[Alert, ...]:
    """A notice where all agency sources of a mission have failed for a day."""
    store, rules = route.store, route.rules
    states = store.source_states()
    failing = {m.id: names for m in route.missions if m.lane and (names := health.deaf(m.programme, sources, states))}
    if failing:  # what is over needs no watching
        last = {c.key: c for c in store.changes()}
        ahead = {mission for (mission, _), c in last.items() if c.after.status in (Status.PLANNED, Status.ON_HOLD)}
        failing = {mission: names for mission, names in failing.items() if mission in ahead}
    quiet = {key for key, telling in rules.tellings.items() if telling is alerts.Telling.OFF}
    if rules.default is alerts.Telling.OFF:
        quiet |= failing.keys()
    heeded = notices.heed(route.missions, failing, store.facts(notices.DEAF), now=route.now(), mute=quiet,
                          language=route.language)  # fmt: skip
    if heeded.facts:
        store.record(Visit(heard_at=route.now(), alerts=heeded.alerts, facts=heeded.facts))
    return heeded.alerts


def _keep(route: Route, harvest: Harvest, *, baseline: bool) -> tuple[SourceReport, list[Change], tuple[Alert, ...]]:
    """Read what is unseen and write it all in one transaction."""
    items = _unseen(harvest.items, route.store.heads(i.id for i in harvest.items))
    stated = {reading.item: reading for reading in harvest.readings}  # a database's rows say what they mean
    visit, testimonies = _heard(route, items, stated, baseline=baseline)
    changes, told = settle(route, replace(visit, state=harvest.state, facts=harvest.facts), testimonies)
    trouble = harvest.state.trouble
    report = SourceReport(
        source=harvest.source.id,
        name=harvest.source.name,
        outcome="failed" if trouble and not harvest.items else "new" if items else "unchanged",
        items_seen=len(harvest.items),
        items_new=len(items),
        claims=len(testimonies),
        changes=len(changes),
        trouble=trouble,
    )
    log.info("%s: %s, %d new of %d, %d claims, %d changes%s", report.source, report.outcome, report.items_new,
             report.items_seen, report.claims, report.changes, f" ({trouble.words})" if trouble else "")  # fmt: skip
    return report, changes, told


def keep_past(
    route: Route, items: Iterable[Item], facts: tuple[tuple[str, str], ...], state: SourceState | None = None
) -> list[Change]:
    """Keep what a page of a source's past brought, as silent baseline, with how far it is: one transaction."""
    unseen = _unseen(items, route.store.heads(i.id for i in items))
    visit, testimonies = _heard(route, unseen, {}, baseline=True)
    changes, _ = settle(route, replace(visit, facts=facts, state=state), testimonies)
    return changes


def _heard(
    route: Route, items: Sequence[tuple[Item, int]], stated: Mapping[str, Reading], *, baseline: bool
) -> tuple[Visit, list[Testimony]]:
    """What is to be written of these items, and the testimonies among it."""
    now = route.now()
    readings = [(item, revision, stated.get(item.id) or route.reader.read(item)) for item, revision in items]
    testimonies = [
        testimony_of(item, revision, claim, now, baseline=baseline)
        for item, revision, reading in readings
        for claim in reading.claims
    ]
    kept = tuple((item, revision, None if r.read else r.language or "?") for item, revision, r in readings)
    return Visit(heard_at=now, items=kept, testimonies=tuple(testimonies)), testimonies


def testimony_of(item: Item, revision: int, claim: Claim, heard_at: datetime, *, baseline: bool) -> Testimony:
    """What a claim testifies. An edited item keeps its date of publication, but what the edit says was said when we saw it."""
    said = ledger.testimony(item, revision, claim, heard_at=heard_at, baseline=baseline)
    return replace(said, said_on=heard_at.date()) if revision > 1 and said.said_on is not None else said


def settle(
    route: Route,
    visit: Visit,
    testimonies: Sequence[Testimony],
    decisions: Sequence[Decision] = (),
    *,
    also: Iterable[str] = (),
) -> tuple[list[Change], tuple[Alert, ...]]:
    """Fold the missions that are spoken of, choose alerts, and write it all with the visit. The one way into the ledger.

    `also` are missions to fold though nothing new was said of them.
    """
    store = route.store
    touched = {t.claim.mission for t in testimonies} | {d.mission for d in decisions} | set(also)
    with store.transaction():
        old = {c.id for mission in touched for c in store.changes(mission)}
        histories = fold_missions(route, touched, testimonies, decisions)
        changes = [c for history in histories for c in history.changes]
        known = store.announced([c.id for c in changes])
        outlets = {t.id: t.outlet for t in testimonies}
        outlets.update(store.outlets(t for c in changes if c.id not in known for t in c.carried_by))
        told = alerts.choose(
            _unmuted(route, changes, testimonies),
            known=known,
            missions={m.id: m for m in route.missions},
            rules=route.rules,
            created_at=visit.heard_at,
            outlets=outlets,
            language=route.language,
        )
        store.record(replace(visit, histories=tuple(histories), alerts=told, decisions=(*visit.decisions, *decisions)))
    return [c for c in changes if c.id not in old], told


def _unmuted(route: Route, changes: Sequence[Change], fresh: Sequence[Testimony] = ()) -> tuple[Change, ...]:
    """The changes as they count for telling, with the muted sources left out."""
    if not route.muted:
        return tuple(changes)
    said = {t.id: t for mission in {c.mission for c in changes} for t in route.store.testimonies(mission)}
    return alerts.without_muted(changes, said | {t.id: t for t in fresh}, route.muted)


def fold_missions(
    route: Route, touched: Iterable[str], testimonies: Sequence[Testimony], decisions: Sequence[Decision] = ()
) -> list[History]:
    """The histories of these missions from all that was ever said and decided, the new included."""
    by_id = {m.id: m for m in route.missions}
    today = route.now().date()
    folded = []
    for mission in sorted(by_id.keys() & set(touched)):
        said = [*route.store.testimonies(mission), *(t for t in testimonies if t.claim.mission == mission)]
        lost_in = {t.item for t in testimonies if t.claim.mission == mission}
        beside = [
            *route.store.beside(mission),
            *(t for t in testimonies if t.claim.mission != mission and t.item in lost_in),
        ]
        decided = [*route.store.decisions(mission), *(d for d in decisions if d.mission == mission)]
        folded.append(ledger.fold(by_id[mission], said, decided, today=today, beside=beside))
    return folded


def start_from(route: Route, world: World) -> None:
    """Put the report's missions into a new file, or a changed seed into an old one. Silent: nothing of it is news.

    A mission that is followed no more loses its derived history; what was said of it stays, so that it can come back.
    """
    if route.store.fact("seeds") == world.fingerprint:
        return
    known = route.store.heads(i.id for i in world.items)
    with route.store.transaction():
        followed = {m.id for m in world.missions}
        gone = {c.mission for c in route.store.changes()} - followed
        histories = [*fold_missions(route, followed, world.testimonies), *(History(m) for m in sorted(gone))]
        route.store.record(
            Visit(
                heard_at=route.now(),
                items=tuple((item, 1, None) for item in world.items if item.id not in known),
                testimonies=world.testimonies,
                histories=tuple(histories),
                silent=tuple(c.id for h in histories for c in h.changes),
            )
        )
        route.store.set_fact("seeds", world.fingerprint)


def _unseen(items: Iterable[Item], heads: dict[str, tuple[int, str]]) -> list[tuple[Item, int]]:
    """The items to keep, each with its revision. A key that comes twice in one answer counts once."""
    fresh: dict[str, tuple[Item, int]] = {}
    for item in items:
        revision, digest = heads.get(item.id, (0, ""))
        if digest != item.digest and item.id not in fresh:
            fresh[item.id] = (item, revision + 1)
    return list(fresh.values())


def _fold_daily(route: Route, changes: list[Change]) -> tuple[Alert, ...]:
    """What the passing of days alone decides (a dispute of three days, a date that has come) is settled once a day."""
    now = route.now()
    if route.store.fact(FOLDED_ON) == now.date().isoformat():
        return ()
    settled, told = settle(route, Visit(heard_at=now), (), also=[m.id for m in route.missions])
    route.store.set_fact(FOLDED_ON, now.date().isoformat())
    changes += settled
    return told


def tell_of_the_past(route: Route, changes: Sequence[Change], *, first_fetch: bool) -> list[Alert]:
    """One digest for what is no news but was not known: the backlog of first fetches, and what moved in a long absence."""
    store, now = route.store, route.now()
    missions = {m.id: m for m in route.missions}
    with store.transaction():
        backlog = list(store.unannounced_baseline()) if first_fetch else []
        missed = [c for c in changes if _was_missed(c, missions, route.rules, now)]
        known = store.announced([c.id for c in missed])
        told = _unmuted(route, [*backlog, *(c for c in missed if c.id not in known)])
        since = route.report_on if backlog else None
        digest = alerts.digest(told, missions=missions, created_at=now, since=since, language=route.language)
        store.record(Visit(heard_at=now, alerts=(digest,) if digest else (), silent=tuple(c.id for c in backlog)))
    return [digest] if digest else []


def _was_missed(change: Change, missions: Mapping[str, Mission], rules: AlertRules, now: datetime) -> bool:
    """True for a change that would have been announced on its own day, and is too old for it now."""
    day = change.settled_on or change.on
    old = (now.date() - day).days > alerts.HISTORY_DAYS
    return old and alerts.deserves(change, missions.get(change.mission), rules, day)
