"""The gate: what is not accepted at once, and why. Reasons are ids; wording puts them into words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from tracker.ledger.windows import nominal
from tracker.model import Claim, Confidence, Position, Status

BEFORE_EARLIER_STEP: Final = "before-earlier-step"  # a landing before its launch
FAR_MOVE: Final = "far-move"  # a move of more than two years
ACHIEVED_IN_FUTURE: Final = "achieved-in-future"
ACHIEVED_LONG_AGO: Final = "achieved-long-ago"  # first heard of more than a week after
ACHIEVED_EARLY: Final = "achieved-early"  # long before its known window
WEAK_READING: Final = "weak-reading"
AWAY_FROM_ACHIEVED: Final = "away-from-achieved"
AGAINST_CANCELLED: Final = "against-cancelled"  # one outlet alone plans what was cancelled
UNKNOWN_MILESTONE: Final = "unknown-milestone"  # the mission has no such milestone

REASONS: Final = (
    BEFORE_EARLIER_STEP, FAR_MOVE, ACHIEVED_IN_FUTURE, ACHIEVED_LONG_AGO, ACHIEVED_EARLY, WEAK_READING,
    AWAY_FROM_ACHIEVED, AGAINST_CANCELLED, UNKNOWN_MILESTONE,
)  # fmt: skip
TAKES_TWO: Final = frozenset({FAR_MOVE, ACHIEVED_EARLY, AGAINST_CANCELLED})
"""Reasons that a second independent outlet overcomes; the others wait for the user."""

_FAR: Final = timedelta(days=730)
_WEEK: Final = timedelta(days=7)
_ZONES: Final = timedelta(days=1)  # "today" differs by a day around the world
_EARLY: Final = timedelta(days=30)


def reason(claim: Claim, base: Position | None, day: date, *, authority: bool, baseline: bool) -> str | None:
    """Why a claim that would move the milestone is kept aside; None: it may pass. `day` is the day it was said."""
    if base is not None and base.status is Status.ACHIEVED:
        return AWAY_FROM_ACHIEVED
    if claim.confidence is Confidence.WEAK:
        return WEAK_READING
    if claim.status in (Status.ACHIEVED, Status.FAILED):
        return _done(claim, base, day, baseline=baseline)
    if base is not None and base.status in (Status.CANCELLED, Status.FAILED) and not authority:
        return AGAINST_CANCELLED
    return FAR_MOVE if _far(base, claim) else None


def out_of_order(claim: Claim, day: date, bases: Mapping[str, Position], milestones: Sequence[str]) -> str | None:
    """A milestone that would lie before an earlier one of its mission, as that one is known on the day."""
    end = claim.window.latest if claim.window else day if claim.status is Status.ACHIEVED else None
    if claim.status in (Status.CANCELLED, Status.ON_HOLD) or end is None or claim.milestone not in milestones:
        return None
    for earlier in milestones[: milestones.index(claim.milestone)]:
        base = bases.get(earlier)
        if base is None or base.window is None or base.status is Status.CANCELLED:
            continue
        start = nominal(base.window).earliest
        if start is not None and start > end + _ZONES:
            return BEFORE_EARLIER_STEP
    return None


def _done(claim: Claim, base: Position | None, day: date, *, baseline: bool) -> str | None:
    window = claim.window
    if window is not None:
        if window.earliest is not None and window.earliest > day + _ZONES:
            return ACHIEVED_IN_FUTURE
        if window.latest is not None and window.latest < day - _WEEK and not baseline:
            return ACHIEVED_LONG_AGO
    planned = nominal(base.window).earliest if base and base.window and base.status is not Status.ACHIEVED else None
    happened = (window.latest if window else None) or day
    if planned is not None and planned > min(happened, day) + _EARLY:
        return ACHIEVED_EARLY
    return None


def _far(base: Position | None, claim: Claim) -> bool:
    """A move whose shortest reading is more than two years."""
    if base is None or base.window is None or claim.window is None:
        return False
    old, new = nominal(base.window), nominal(claim.window)
    later = (new.earliest or date.min) - (old.latest or date.max) > _FAR
    earlier = (old.earliest or date.min) - (new.latest or date.max) > _FAR
    return later or earlier
