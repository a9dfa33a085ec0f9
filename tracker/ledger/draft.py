"""A change in the making: the position it leads to, who carries it and how it ended. Lives inside one fold only."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from tracker.model import Change, ChangeKind, Position, Standing, Status, Testimony, Tier

CORROBORATION: Final = timedelta(days=30)  # two outlets confirm each other when they speak within this time
AUTHORITIES: Final = (Tier.AGENCY, Tier.DATABASE)
_RANK: Final = {tier: rank for rank, tier in enumerate(Tier)}


@dataclass(slots=True)
class Draft:
    """One move of one milestone while the fold still weighs it."""

    id: str
    before: Position | None
    after: Position
    kind: ChangeKind
    on: date
    carriers: list[Testimony] = field(default_factory=list)
    also: list[Testimony] = field(default_factory=list)
    against: list[Testimony] = field(default_factory=list)
    behind: list[Testimony] = field(default_factory=list)  # agencies and databases whose last word is still the old one
    confirmed_on: date | None = None
    returned_on: date | None = None  # the position went back to what it was
    disputed: bool = False
    by_user: bool = False
    hidden: str = ""  # a reason of the gate, or "rejected": not in the history while it is set
    needs_two: bool = False  # even an agency alone is not enough
    needs_official: bool = False  # and one of the two must be an agency or database
    baseline: bool = False
    why: list[str] = field(default_factory=list)

    @property
    def standing(self) -> Standing:
        if self.by_user:
            return Standing.OVERRIDDEN
        if self.disputed:
            return Standing.DISPUTED
        return Standing.CONFIRMED if self.confirmed_on else Standing.REPORTED

    @property
    def crowd(self) -> bool:
        """True when only forums, digests and their like say so: listed, but it does not move what is shown."""
        return not self.confirmed_on and not self.by_user and all(t.tier is Tier.OTHER for t in self.carriers)

    def proved(self) -> bool:
        """True when what carries it is enough: an agency or database, or two independent outlets."""
        official = any(t.tier in AUTHORITIES for t in self.carriers)
        if official and not self.needs_two:
            return True
        if self.needs_official and not official:
            return False
        if len({t.outlet for t in self.carriers}) < 2 or len({t.story for t in self.carriers}) < 2:
            return False  # one outlet, or one wire text in a hundred papers: no pair need be compared
        return any(independent(a, b) for i, a in enumerate(self.carriers) for b in self.carriers[i + 1 :])

    def led_by(self, *tiers: Tier) -> bool:
        """True when anybody of these tiers carries it."""
        return any(t.tier in tiers for t in self.carriers)

    def dispute(self, by: Testimony) -> None:
        """An agency or database disagrees: its last word is listed."""
        self.against = [t for t in self.against if t.outlet != by.outlet] + [by]
        self.disputed = True

    def reconcile(self, testimony: Testimony) -> None:
        """Its outlet agrees now: it is no longer among those that disagree."""
        self.against = [t for t in self.against if t.outlet != testimony.outlet]
        self.behind = [t for t in self.behind if t.outlet != testimony.outlet]
        self.disputed = any(t.tier in AUTHORITIES for t in self.against)

    def change(self, mission: str, milestone: str, moved_to: str | None) -> Change:
        """The finished value."""
        carriers = sorted(self.carriers, key=_best_first)
        carried = {t.id for t in carriers}
        disagree = [*self.against, *self.behind]
        against = {t.id for t in disagree}
        return Change(
            id=self.id,
            mission=mission,
            milestone=milestone,
            kind=ChangeKind.MOVED_TO_MISSION if moved_to else self.kind,
            before=self.before,
            after=self.after,
            on=self.on,
            standing=self.standing,
            carried_by=tuple(t.id for t in carriers),
            also_said_by=unique(t.id for t in self.also if t.id not in carried | against),
            against=unique(t.id for t in disagree),
            moved_to=moved_to,
            baseline=self.baseline,
            why=tuple(self.why),
            settled_on=self.returned_on or self.confirmed_on,
        )


def independent(one: Testimony, other: Testimony) -> bool:
    """Two outlets that did not print the same wire text, near in time, and not both from the crowd."""
    return (
        one.outlet != other.outlet
        and one.story != other.story
        and abs(one.day - other.day) <= CORROBORATION
        and not (one.tier is Tier.OTHER and other.tier is Tier.OTHER)
    )


def unique(idents: Iterable[str]) -> tuple[str, ...]:
    """Each once, in the order of their first coming."""
    return tuple(dict.fromkeys(idents))


def change_id(mission: str, milestone: str, after: Position, before: Position | None, ordinal: int) -> str:
    """The id of the move to `after`, for the `ordinal`-th time.

    It holds where the move leads and not where it came from, what kind it is or who carries it: those become better
    known with more support. Of a hold, a failure or an achievement the date is such a detail too, unless only the date
    moves. The days count, not how they are written.
    """
    target = after.status.value
    same_status = before is not None and before.status is after.status
    if after.window is not None and (after.status is Status.PLANNED or same_status):
        target += f":{after.window.earliest or ''}/{after.window.latest or ''}"
    return hashlib.sha256(f"{mission}|{milestone}|{target}|{ordinal}".encode()).hexdigest()[:16]


class Ids:
    """The ids of one milestone's moves: to the same place for the first time, for the second..."""

    def __init__(self, mission: str, milestone: str) -> None:
        self.mission = mission
        self.milestone = milestone
        self.taken: dict[str, int] = {}

    def plain(self, after: Position, before: Position | None) -> str:
        """What all moves to that place have in common."""
        return change_id(self.mission, self.milestone, after, before, 0)

    def following(self, after: Position, before: Position | None) -> str:
        """The id that the next move to that place will have."""
        ordinal = self.taken.get(self.plain(after, before), 0) + 1
        return change_id(self.mission, self.milestone, after, before, ordinal)

    def take(self, after: Position, before: Position | None) -> str:
        """The id of a move that begins now."""
        ident, plain = self.following(after, before), self.plain(after, before)
        self.taken[plain] = self.taken.get(plain, 0) + 1
        return ident


def rank(testimony: Testimony) -> int:
    """0 for the most trusted tier."""
    return _RANK[testimony.tier]


def _best_first(testimony: Testimony) -> tuple[int, date, bool, int, str]:
    window = testimony.claim.window
    return rank(testimony), testimony.day, window is None, (window.days if window else None) or 100_000, testimony.id


def moved_to(cancelled: Sequence[Testimony], beside: Iterable[Testimony], milestone: str) -> str | None:
    """The mission that takes the milestone over, when the items that cancel it plan it for that mission."""
    items = {t.item for t in cancelled if t.claim.status is Status.CANCELLED}
    votes: dict[str, int] = {}
    for other in beside:
        claim = other.claim
        if other.item in items and claim.milestone == milestone and claim.status is Status.PLANNED:
            votes[claim.mission] = votes.get(claim.mission, 0) + 1
    return max(sorted(votes), key=lambda m: votes[m]) if votes else None
