"""The gate: what is not accepted at once, and why. Reasons are ids; wording puts them into words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
ACHIEVED_AGAIN: Final = "achieved-again"  # done a second time, long after the first
AGAINST_CANCELLED: Final = "against-cancelled"  # plans what was cancelled: an agency or database and a second voice
ACHIEVED_UNDATED: Final = "achieved-undated"  # done, but when? nothing says that it was due
ITEMS_OWN_DAY: Final = "items-own-day"  # a far plan that suddenly falls on the day of the item
TWO_DATES: Final = "two-dates"  # one item gives dates that exclude each other
UNKNOWN_MILESTONE: Final = "unknown-milestone"  # the mission has no such milestone

REASONS: Final = (
    BEFORE_EARLIER_STEP, FAR_MOVE, ACHIEVED_IN_FUTURE, ACHIEVED_LONG_AGO, ACHIEVED_EARLY, WEAK_READING,
    AWAY_FROM_ACHIEVED, ACHIEVED_AGAIN, AGAINST_CANCELLED, ACHIEVED_UNDATED, ITEMS_OWN_DAY, TWO_DATES, UNKNOWN_MILESTONE,
)  # fmt: skip
TAKES_TWO: Final = frozenset({FAR_MOVE, ACHIEVED_EARLY, ACHIEVED_UNDATED, AGAINST_CANCELLED, ITEMS_OWN_DAY, TWO_DATES})
"""Reasons that a second independent outlet overcomes; the others wait for the user."""
TAKES_OFFICIAL: Final = frozenset({AGAINST_CANCELLED})
"""Of these, the ones where one of the two must be an agency or database."""

_FAR: Final = timedelta(days=730)
_WEEK: Final = timedelta(days=7)
_ZONES: Final = timedelta(days=1)  # "today" differs by a day around the world
_EARLY: Final = timedelta(days=30)
_NEAR: Final = timedelta(days=31)
_FINE_DAYS: Final = 62


def reason(claim: Claim, base: Position | None, day: date, *, authority: bool, baseline: bool) -> str | None:
    """Why a claim that would move the milestone is kept aside; None: it may pass. `day` is the day it was said."""
    if base is not None and base.status is Status.ACHIEVED and not _better_day(base, claim, authority=authority):
        return ACHIEVED_AGAIN if claim.status is Status.ACHIEVED else AWAY_FROM_ACHIEVED
    if claim.confidence is Confidence.WEAK:
        return WEAK_READING
    if claim.status in (Status.ACHIEVED, Status.FAILED):
        return _done(claim, base, day, authority=authority, baseline=baseline)
    if base is not None and base.status in (Status.CANCELLED, Status.FAILED):
        return AGAINST_CANCELLED
    if _far(base, claim):
        return FAR_MOVE
    return ITEMS_OWN_DAY if _own_day(base, claim, day) else None


def out_of_order(claim: Claim, day: date, earlier: Iterable[Sequence[Position | None]]) -> str | None:
    """A milestone that would lie before an earlier one of its mission. `earlier`: for each earlier step the positions it
    may be measured by; it is out of order when it lies before all of them."""
    end = claim.window.latest if claim.window else day if claim.status is Status.ACHIEVED else None
    if claim.status in (Status.CANCELLED, Status.ON_HOLD) or end is None:
        return None
    slack = _ZONES if claim.window is None or claim.window.days == 1 else timedelta(0)
    if any(all(_begins_after(end, position, slack) for position in step) for step in earlier):
        return BEFORE_EARLIER_STEP
    return None


def _begins_after(end: date, step: Position | None, slack: timedelta) -> bool:
    if step is None or step.window is None or step.status is Status.CANCELLED:
        return False
    start = nominal(step.window).earliest
    return start is not None and start - end > slack


def _done(claim: Claim, base: Position | None, day: date, *, authority: bool, baseline: bool) -> str | None:
    window = claim.window
    if window is not None:
        if window.earliest is not None and window.earliest - day > _ZONES:
            return ACHIEVED_IN_FUTURE
        if window.latest is not None and day - window.latest > _WEEK and not baseline:
            return ACHIEVED_LONG_AGO
    if window is None and not _due(base, day, authority=authority):
        return ACHIEVED_UNDATED
    planned = nominal(base.window).earliest if base and base.window and base.status is not Status.ACHIEVED else None
    happened = (window.latest if window else None) or day
    if planned is not None and planned - min(happened, day) > _EARLY:
        return ACHIEVED_EARLY
    return None


def _better_day(base: Position, claim: Claim, *, authority: bool) -> bool:
    """An agency or database gives a better day for the same achievement, within a week of the known one."""
    if claim.status is not Status.ACHIEVED or claim.window is None or base.window is None:
        return False
    old, new = base.window.latest, claim.window.latest
    return authority and old is not None and new is not None and abs(new - old) <= _WEEK


def _due(base: Position | None, day: date, *, authority: bool) -> bool:
    """True when the milestone is known to fall about this day, so that "done" needs no date."""
    if base is None or base.window is None:
        return False
    window = nominal(base.window)
    fine = authority or (window.days is not None and window.days <= _FINE_DAYS)
    return fine and window.earliest is not None and window.earliest - day <= _ZONES


def _own_day(base: Position | None, claim: Claim, day: date) -> bool:
    """The day of the item is the date most often misread. From a year to "today" in one step takes a second voice."""
    window = claim.window
    if base is None or base.window is None or window is None or window.days != 1 or window.earliest is None:
        return False
    if abs(window.earliest - day) > _ZONES:
        return False
    known = nominal(base.window)
    near = known.earliest is not None and abs(known.earliest - day) <= _NEAR
    return not near


def _far(base: Position | None, claim: Claim) -> bool:
    """A move whose shortest reading is more than two years."""
    if base is None or base.window is None or claim.window is None:
        return False
    old, new = nominal(base.window), nominal(claim.window)
    later = (new.earliest or date.min) - (old.latest or date.max) > _FAR
    earlier = (old.earliest or date.min) - (new.latest or date.max) > _FAR
    return later or earlier
