"""Testimonies and decisions in, a mission's history out: the one way changes and states come to be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Final

from tracker.edtf import Window
from tracker.ledger import gate
from tracker.ledger.compare import compatible
from tracker.ledger.decisions import rulings
from tracker.ledger.draft import AUTHORITIES, Draft, moved_to, rank, unique
from tracker.ledger.heard import Heard
from tracker.ledger.track import Track
from tracker.model import (
    MILESTONES,
    Change,
    ChangeKind,
    Confidence,
    Decision,
    Held,
    History,
    MilestoneState,
    Mission,
    Modality,
    Position,
    Status,
    Testimony,
    Tier,
)

SEED_RULE: Final = "seed"  # the rule id of what the program starts from
Place = tuple[str, int, date, str]
_LAST: Final = datetime.max.replace(tzinfo=UTC)  # the user's own word comes last on its day
_ZONES: Final = timedelta(days=2)  # an item may be dated ahead of us by its time zone


def fold(
    mission: Mission,
    testimonies: Iterable[Testimony],
    decisions: Iterable[Decision] = (),
    *,
    today: date,
    beside: Iterable[Testimony] = (),
) -> History:
    """The history of a mission as it is to be believed on `today`.

    The order of `testimonies` does not matter, repeats by id count once, and what is dated later than two days after
    `today` is not looked at, so folding with a past day gives what was believable then. `beside` are testimonies of
    other missions from the same items: they tell where a cancelled milestone went.
    """
    law = rulings(decisions, mission.id, today)
    spoken: dict[str, Testimony] = {}
    for testimony in testimonies:
        if testimony.claim.mission == mission.id and testimony.id not in law.rejected:
            twin = spoken.get(testimony.id, testimony)
            spoken[testimony.id] = min(twin, testimony, key=_first_heard)
    tracks: dict[str, Track] = {}
    strangers: list[Held] = []

    def track(milestone: str) -> Track:
        return tracks.setdefault(milestone, Track(mission, milestone, law))

    overrides = list(law.overrides)
    for heard in _in_order(mission, spoken.values(), today):
        while overrides and overrides[0].at.date() < heard.day:
            decision = overrides.pop(0)
            track(decision.milestone).override(decision)
        testimony = heard.testimony
        milestone = testimony.claim.milestone
        if milestone not in mission.milestones and testimony.id not in law.accepted:
            if heard.position.window is not None and testimony.claim.confidence is Confidence.FIRM:
                strangers.append(Held(testimony.id, mission.id, milestone, gate.UNKNOWN_MILESTONE, heard.day))
            continue
        track(milestone).hear(heard, tracks, mission.milestones)
    for decision in overrides:
        track(decision.milestone).override(decision)
    for known in tracks.values():
        known.settle(today)
    return _history(mission, tracks, strangers, [t for t in beside if t.claim.modality is Modality.ASSERTED])


def _first_heard(testimony: Testimony) -> tuple[datetime, date, bool]:
    return testimony.heard_at, testimony.day, testimony.baseline


def _in_order(mission: Mission, testimonies: Iterable[Testimony], today: date) -> list[Heard]:
    """What is to be weighed, by day; within a day the seed, then agencies and databases, then the rest.

    Within that earlier steps of the mission come first, then what was heard first, so that more testimonies of the same
    day come after the ones already weighed.
    """
    known = list(testimonies)
    floor = min((t.day for t in known if _is_seed(t)), default=date.min)
    claims = [t for t in known if t.day <= today + _ZONES]
    first_revision: dict[tuple[str, date], int] = {}
    history: dict[Place, list[Window]] = {}
    stated: dict[Place, list[Position]] = {}
    for t in claims:
        key = t.item, t.day
        first_revision[key] = min(t.revision, first_revision.get(key, t.revision))
        if t.claim.modality is Modality.SUPERSEDED and t.claim.window is not None:
            history.setdefault(_place(t), []).append(t.claim.window)
        elif t.claim.modality is Modality.ASSERTED:
            position = Position(t.claim.status, t.claim.window)
            stated.setdefault(_place(t), []).append(position)
    entries = []
    for t in claims:
        if t.claim.modality is not Modality.ASSERTED:
            continue
        # an edited item speaks on the day of the edit, not on the day it first appeared
        edited = t.revision > first_revision[t.item, t.day]
        day = max(t.day, t.heard_at.date()) if edited else t.day
        if floor <= day <= today + _ZONES:
            position = Position(t.claim.status, t.claim.window)
            superseded = tuple(history.get(_place(t), ()))
            entries.append(Heard(t, day, position, superseded, _rivals(t, stated)))
    return sorted(entries, key=lambda h: _key(mission, h))


def _place(testimony: Testimony) -> Place:
    """One version of an item, and the milestone."""
    return testimony.item, testimony.revision, testimony.day, testimony.claim.milestone


def _rivals(testimony: Testimony, stated: Mapping[Place, list[Position]]) -> tuple[Position, ...]:
    """What else the same item asserts of the milestone that excludes this claim."""
    mine = Position(testimony.claim.status, testimony.claim.window)
    return tuple(p for p in stated.get(_place(testimony), ()) if not compatible(p, mine))


def _key(mission: Mission, heard: Heard) -> tuple[date, int, int, bool, datetime, int, int, str]:
    t = heard.testimony
    phase = 0 if _is_seed(t) else 1 if heard.authority else 2
    milestone = t.claim.milestone
    step = mission.milestones.index(milestone) if milestone in mission.milestones else len(MILESTONES)
    width = (t.claim.window.days if t.claim.window else None) or 100_000
    done = t.claim.status in (Status.ACHIEVED, Status.FAILED)  # comes after the plan of the same day
    return heard.day, phase, step, done, t.heard_at, rank(t), width, t.id


def _is_seed(testimony: Testimony) -> bool:
    return SEED_RULE in testimony.claim.rules


def _history(
    mission: Mission, tracks: Mapping[str, Track], strangers: Iterable[Held], beside: Iterable[Testimony]
) -> History:
    others = list(beside)
    order = {m: i for i, m in enumerate((*mission.milestones, *MILESTONES))}
    ordered = sorted(tracks.items(), key=lambda pair: order.get(pair[0], len(order)))
    changes: list[tuple[datetime, Change]] = []
    states: list[MilestoneState] = []
    held = list(strangers)
    for milestone, track in ordered:
        changes.extend(_as_heard((d, _finish(mission, milestone, d, others)) for d in track.drafts if not d.hidden))
        held.extend(_waiting(track))
        if track.shown is not None:
            states.append(_state(mission, milestone, track.shown))
    changes.sort(key=lambda pair: (pair[1].on, pair[1].settled_on or pair[1].on, pair[0]))
    in_order = tuple(change for _, change in changes)
    return History(mission.id, in_order, tuple(states), tuple(sorted(held, key=lambda h: (h.on, h.testimony))))


def _as_heard(drafts: Iterable[tuple[Draft, Change]]) -> Iterable[tuple[datetime, Change]]:
    """One milestone's changes, each with when it was first heard, but never before the one it follows on that day."""
    latest: dict[tuple[date, date], datetime] = {}
    for draft, change in drafts:
        days = change.on, change.settled_on or change.on
        first = min((t.heard_at for t in draft.carriers), default=_LAST)
        latest[days] = max(first, latest.get(days, first))
        yield latest[days], change


def _finish(mission: Mission, milestone: str, draft: Draft, beside: Iterable[Testimony]) -> Change:
    if draft.confirmed_on is None:
        draft.baseline = bool(draft.carriers) and all(t.baseline for t in draft.carriers)
        if draft.crowd:
            draft.why.append("crowd")
    else:
        draft.why.insert(0, _proof(draft))
    to = None
    if draft.kind is ChangeKind.CANCELLED:
        to = moved_to([*draft.carriers, *draft.also], beside, milestone)
    return draft.change(mission.id, milestone, to)


def _proof(draft: Draft) -> str:
    """The rule that confirmed it."""
    if draft.by_user:
        return "user"
    if draft.led_by(Tier.AGENCY):
        return "agency"
    return "database" if draft.led_by(*AUTHORITIES) else "two-outlets"


def _waiting(track: Track) -> list[Held]:
    return [h for h in track.held.values() if h.testimony not in track.said or not _settled(h, track)]


def _settled(held: Held, track: Track) -> bool:
    """True for what the accepted position says, or has said since, and for a plan of what was done afterwards."""
    said, current = track.said[held.testimony], track.current
    if current is None:
        return False
    since = (d.after for d in track.drafts if d.confirmed_on is not None and d.confirmed_on >= held.on)
    if compatible(current.after, said) or any(compatible(after, said) for after in since):
        return True
    done = current.after.status is Status.ACHIEVED and held.on <= current.on
    return done and said.status in (Status.PLANNED, Status.ON_HOLD)


def _state(mission: Mission, milestone: str, draft: Draft) -> MilestoneState:
    return MilestoneState(
        mission=mission.id,
        milestone=milestone,
        position=draft.after,
        standing=draft.standing,
        since=draft.on,
        change=draft.id,
        previous=draft.before,
        against=unique(t.id for t in [*draft.against, *draft.behind]),
    )
