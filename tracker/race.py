"""The Race page as values: who is next, who leads, how far each date has moved. Everything from the changes alone.

A state on a past day is made only of what had been said by that day: a later confirmation, return or move is not seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tracker.edtf import shift
from tracker.model import MILESTONES, Change, MilestoneState, Mission, Race, Standing, Status
from tracker.views import Board, Lane, Lead, Next, Trend, TrendPoint

_ZONES = timedelta(days=2)  # an item may be dated ahead of us by its time zone
_OPEN = (Status.PLANNED, Status.ON_HOLD)
_DEAD = (Status.CANCELLED, Status.FAILED)
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SlipFigures:
    """How far a milestone has moved, in days, as honest ranges; None where an end is open or there is no date."""

    slips: int  # how often it slipped
    least_days: int | None  # from its first window to its present one
    most_days: int | None


def states_as_of(changes: Iterable[Change], day: date) -> dict[Key, MilestoneState]:
    """Where each milestone stood as believed on the day; (mission, milestone) -> state.

    All changes of a mission are needed to see that one of its steps has overtaken another (`overtaken_by`).
    """
    return _with_overtaken({k: s for k, own in _grouped(changes).items() if (s := _state(own, day)) is not None})


def board(
    missions: Sequence[Mission],
    races: Sequence[Race],
    sides: Sequence[str],
    changes: Sequence[Change],
    *,
    day: date,
    today: date,
) -> Board:
    """The Race page as believed on `day`. `sides` are side ids in the order they are shown."""
    horizon = today + _ZONES if day >= today else day
    grouped = _grouped(c for c in changes if c.on <= horizon)
    states = states_as_of((c for own in grouped.values() for c in own), horizon)
    drawn = [m for m in missions if m.lane]
    points = {
        (m.id, s): _points(grouped[m.id, s], horizon) for m in drawn for s in m.milestones if (m.id, s) in grouped
    }
    known = {m.id: m for m in missions}
    return Board(
        day=day,
        today=today,
        nexts=tuple(_next(side, drawn, states, day) for side in sides),
        last_change=_last(changes, horizon),
        leads=tuple(_lead(race, known, states, _heirs(changes, horizon), day) for race in races),
        lanes=tuple(_lane(m, points, states) for m in drawn),
        trends=tuple(_trends(drawn, grouped, points)),
    )


def slip_figures(changes: Iterable[Change]) -> SlipFigures:
    """How far one milestone has moved, from all its changes; returned and merely reported moves do not count."""
    sure = [c for c in _in_order(changes) if c.standing is not Standing.REPORTED and not _returned(c)]
    dated = [c for c in sure if c.after.window is not None and c.after.status is not Status.CANCELLED]
    slips = sum(1 for c in sure if c.kind.value == "slipped")
    if not dated:
        return SlipFigures(slips, None, None)
    first, last = dated[0], dated[-1]
    assert first.after.window is not None
    assert last.after.window is not None
    least, most = (0, 0) if first is last else shift(first.after.window, last.after.window)
    return SlipFigures(slips, least, most)


def _points(changes: Sequence[Change], day: date) -> tuple[TrendPoint, ...]:
    """The steps of one milestone's windows up to the day: from each day on, what was believed."""
    days = sorted({d for c in changes for d in (c.on, c.settled_on or c.on) if d <= day})
    points: list[TrendPoint] = []
    for on in days:
        found = _shown(changes, on)
        window = found[0].after.window if found else None
        earliest, latest = (window.earliest, window.latest) if window else (None, None)
        if not points or (points[-1].earliest, points[-1].latest) != (earliest, latest):
            points.append(TrendPoint(on, earliest, latest))
    return tuple(points)


# --- states ------------------------------------------------------------------------------------------------------


def _grouped(changes: Iterable[Change]) -> dict[Key, list[Change]]:
    grouped: dict[Key, list[Change]] = {}
    for change in changes:
        grouped.setdefault(change.key, []).append(change)
    return {key: _in_order(own) for key, own in grouped.items()}


def _in_order(changes: Iterable[Change]) -> list[Change]:
    return sorted(changes, key=lambda c: (c.on, c.settled_on or c.on))


def _returned(change: Change) -> bool:
    return "returned" in change.why


def _shown(changes: Sequence[Change], day: date) -> tuple[Change, bool] | None:
    """The change whose position is shown on the day, and whether it was sure by then.

    It is the newest report since the confirmed move that was settled last, else that move.
    """
    base: Change | None = None
    report: Change | None = None
    for change in changes:
        settled = change.settled_on or change.on
        returned = _returned(change)
        if change.on > day or (returned and settled <= day):
            continue
        if settled <= day and not returned and change.standing is not Standing.REPORTED:
            if base is None or settled >= (base.settled_on or base.on):
                base = change
        elif "crowd" not in change.why:
            report = change
    if report is not None and (base is None or report.on >= (base.settled_on or base.on)):
        return report, False
    return (base, True) if base is not None else None


def _state(changes: Sequence[Change], day: date) -> MilestoneState | None:
    found = _shown(changes, day)
    if found is None:
        return None
    shown, sure = found
    return MilestoneState(
        mission=shown.mission,
        milestone=shown.milestone,
        position=shown.after,
        standing=shown.standing if sure else Standing.REPORTED,
        since=shown.on,
        change=shown.id,
        previous=shown.before,
        against=shown.against,
    )


def _last(changes: Sequence[Change], day: date) -> Change | None:
    seen = [c for c in changes if c.on <= day and not (_returned(c) and (c.settled_on or c.on) <= day)]
    own = [c for c in seen if not c.baseline] or [c for c in seen if c.before is not None]
    own.reverse()  # of those of one day, the one that became known last
    return max(own, key=lambda c: (c.on, c.settled_on or c.on, c.before is not None), default=None)


def _with_overtaken(states: dict[Key, MilestoneState]) -> dict[Key, MilestoneState]:
    """The same, each with the earlier step of its mission that has overtaken it. The dates stay as they were told."""
    found = {key: by for key, state in states.items() if (by := _overtaken_by(state, states)) is not None}
    return states | {key: replace(states[key], overtaken_by=by) for key, by in found.items()}


def _overtaken_by(state: MilestoneState, states: Mapping[Key, MilestoneState]) -> MilestoneState | None:
    """The first earlier step that leaves no room for a date: it begins later, is on hold since, or its launch will not be."""
    window = state.position.window
    if window is None or state.position.status not in _OPEN or state.milestone not in MILESTONES:
        return None
    for milestone in MILESTONES[: MILESTONES.index(state.milestone)]:
        step = states.get((state.mission, milestone))
        if step is None:
            continue
        status, start = step.position.status, step.position.window.earliest if step.position.window else None
        if milestone == "launch" and status in _DEAD:
            return step
        if status in _OPEN and start is not None and window.latest is not None and start > window.latest:
            return step
        if status is Status.ON_HOLD and state.position.status is Status.PLANNED and step.since > state.since:
            return step
    return None


def _hopeless(state: MilestoneState) -> bool:
    """True for what was to come after a launch that failed or was cancelled."""
    return state.overtaken_by is not None and state.overtaken_by.position.status in _DEAD


# --- next --------------------------------------------------------------------------------------------------------


def _next(side: str, missions: Sequence[Mission], states: Mapping[Key, MilestoneState], day: date) -> Next:
    """The soonest open milestone of a side that still lies ahead; failing that the one that is overdue."""
    found: list[tuple[bool, date, int, int]] = []
    for number, mission in enumerate(missions):
        for step, milestone in enumerate(mission.milestones if mission.side == side else ()):
            state = states.get((mission.id, milestone))
            if state is None or state.position.status not in _OPEN or _passed(mission, step, states):
                continue
            if _hopeless(state):
                continue
            first, last = _possible(mission, state, states, day)
            sooner = max(first or last or _where_it_stood(state), day)
            found.append((last is not None and last < day, sooner, number, step))
    if not found:
        return Next(side, None)
    _, _, number, step = min(found)
    mission = missions[number]
    state = states[mission.id, mission.milestones[step]]
    first, last = _possible(mission, state, states, day)
    if first is not None and first <= day and last is None and _waits(state):
        first = None  # it cannot have been sooner, and of a hold's end nobody has said anything
    return Next(side, state, (first - day).days if first else None, (last - day).days if last else None)


def _waits(state: MilestoneState) -> bool:
    """True for a hold, and for what comes after one."""
    by = state.overtaken_by
    return Status.ON_HOLD in (state.position.status, by.position.status if by else None)


def _passed(mission: Mission, step: int, states: Mapping[Key, MilestoneState]) -> bool:
    """True when a later step of the mission is done: the mission has gone past this one."""
    later = (states.get((mission.id, m)) for m in mission.milestones[step + 1 :])
    return any(s is not None and s.position.status is Status.ACHIEVED for s in later)


def _where_it_stood(state: MilestoneState) -> date:
    """A hold without a date stands, among the others, where its plan stood."""
    window = state.previous.window if state.previous else None
    return (window.earliest or window.latest or date.max) if window else date.max


# --- leads -------------------------------------------------------------------------------------------------------


def _heirs(changes: Iterable[Change], day: date) -> dict[Key, Key]:
    """Which milestone took over which, as far as it was said by the day."""
    return {c.key: (c.moved_to, c.milestone) for c in changes if c.moved_to and c.on <= day}


def _contenders(race: Race, states: Mapping[Key, MilestoneState], heirs: Mapping[Key, Key]) -> Iterable[Key]:
    """The race's milestones; one that was cancelled and moved to another mission is run by its heir."""
    seen: set[Key] = set()
    for key in race.contenders:
        while key in heirs and key in states and states[key].position.status is Status.CANCELLED and key not in seen:
            seen.add(key)
            key = heirs[key]  # noqa: PLW2901 - follows the chain
        if key not in seen:
            seen.add(key)
            yield key


def _lead(
    race: Race,
    missions: Mapping[str, Mission],
    states: Mapping[Key, MilestoneState],
    heirs: Mapping[Key, Key],
    day: date,
) -> Lead:
    """Who leads: only when even the leader's last day comes before the rival's first."""
    best: dict[str, tuple[date, date, str]] = {}
    for ident, milestone in _contenders(race, states, heirs):
        mission, state = missions.get(ident), states.get((ident, milestone))
        if mission is None or state is None or state.position.status in _DEAD or _hopeless(state):
            continue
        first, last = _possible(mission, state, states, day)
        entry = (last or date.max, first or date.min, ident)
        if mission.side not in best or entry < best[mission.side]:
            best[mission.side] = entry
    ranked = sorted(best.values())
    if not ranked:
        return Lead(race, None)
    last, first, leader = ranked[0]
    if len(ranked) == 1:
        return Lead(race, leader if last < date.max else None)
    rival_last, rival_first, _ = min(ranked[1:], key=lambda e: (e[1], e[0]))
    if last == date.max or rival_first <= last:
        return Lead(race, None)
    most = (rival_last - first).days if rival_last < date.max and first > date.min else None
    return Lead(race, leader, (rival_first - last).days, most)


def _possible(
    mission: Mission, state: MilestoneState, states: Mapping[Key, MilestoneState], day: date
) -> tuple[date | None, date | None]:
    """The first and last possible day. A landing whose launch is on hold has no last day any more."""
    window = state.position.window
    first = window.earliest if window else None
    last = window.latest if window else None
    if state.position.status is Status.ACHIEVED:
        return first, last
    if state.position.status is Status.ON_HOLD:
        last = None
    steps = mission.milestones
    for milestone in steps[: steps.index(state.milestone)] if state.milestone in steps else ():
        earlier = states.get((mission.id, milestone))
        if earlier is None or earlier.position.status not in _OPEN:
            continue
        start = earlier.position.window.earliest if earlier.position.window else None
        if earlier.position.status is Status.ON_HOLD:
            first, last = max(d for d in (first, start, day) if d is not None), None
        elif start is not None and (first is None or start > first):
            first = start
    if last is not None and first is not None and last < first:
        last = None
    return first, last


# --- lanes and trends --------------------------------------------------------------------------------------------


def _lane(mission: Mission, points: Mapping[Key, tuple[TrendPoint, ...]], states: Mapping[Key, MilestoneState]) -> Lane:
    own = [s for m in mission.milestones if (s := states.get((mission.id, m))) is not None]
    ghosts: dict[str, tuple[TrendPoint, ...]] = {}
    for state in own:
        window = state.position.window
        now = (window.earliest, window.latest) if window else (None, None)
        earlier = [p for p in points[state.key] if (p.earliest or p.latest) and (p.earliest, p.latest) != now]
        if earlier:
            ghosts[state.milestone] = tuple(earlier)
    return Lane(mission, tuple(own), ghosts)


def _trends(
    missions: Iterable[Mission],
    grouped: Mapping[Key, Sequence[Change]],
    points: Mapping[Key, tuple[TrendPoint, ...]],
) -> Iterable[Trend]:
    """A series for each milestone that was ever planned."""
    for mission in missions:
        for milestone in mission.milestones:
            own = grouped.get((mission.id, milestone), ())
            if any(c.after.status in _OPEN or c.before is not None for c in own):
                yield Trend(mission.id, milestone, mission.side, points[mission.id, milestone])
