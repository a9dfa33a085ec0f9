"""What a claim would do to a milestone's position, were it accepted: nothing new, or a change of some kind."""

from __future__ import annotations

from datetime import date, timedelta

from tracker.edtf import Window
from tracker.ledger.windows import NO_SLACK, Relation, Slack, agree, inside, near, relate
from tracker.model import ChangeKind, Mission, Position, Status, Testimony, Tier

_BY_RELATION = {
    Relation.FINER: ChangeKind.FIRMED,
    Relation.LATER: ChangeKind.SLIPPED,
    Relation.EARLIER: ChangeKind.ADVANCED,
}
_BY_STATUS = {
    Status.ON_HOLD: ChangeKind.ON_HOLD,
    Status.ACHIEVED: ChangeKind.ACHIEVED,
    Status.FAILED: ChangeKind.FAILED,
    Status.CANCELLED: ChangeKind.CANCELLED,
}
LOOSE_DAYS = 2
"""By so many days outlets may differ on when the same thing was done."""


def kind_of(base: Position | None, said: Position, slack: Slack = NO_SLACK) -> ChangeKind | None:
    """The kind of change from `base` to `said`; None when `said` adds nothing to `base`."""
    if said.status is Status.PLANNED and said.window is None:
        return None
    if base is None:
        return _BY_STATUS.get(said.status, ChangeKind.NEW)
    if base.status is said.status:
        return _same_status(base, said, slack)
    if base.status is Status.ACHIEVED:
        failed = said.status is Status.FAILED and (said.window is None or agree(base.window, said.window))
        return None if _tells_of_then(base, said) and not failed else _BY_STATUS.get(said.status, ChangeKind.CORRECTED)
    if said.status is Status.PLANNED:
        if base.status is Status.ON_HOLD:
            known = base.window is not None and said.window is not None
            repeats = known and relate(base.window, said.window, slack) is Relation.SAME  # type: ignore[arg-type]
            return None if repeats else ChangeKind.RESUMED
        return ChangeKind.REINSTATED
    if base.status is Status.CANCELLED and said.status is Status.ON_HOLD:
        return None
    return _BY_STATUS[said.status]


def _same_status(base: Position, said: Position, slack: Slack) -> ChangeKind | None:
    old, new = base.window, said.window
    if new is None:
        return None
    if base.status in (Status.PLANNED, Status.ON_HOLD):
        return ChangeKind.FIRMED if old is None else _BY_RELATION.get(relate(old, new, slack))
    if base.status is Status.ACHIEVED and old is not None:
        if near(old, new, LOOSE_DAYS):
            return None
        again = new.earliest is not None and old.latest is not None and new.earliest - old.latest > timedelta(days=7)
        return ChangeKind.ACHIEVED if again else ChangeKind.CORRECTED
    return None


def _tells_of_then(base: Position, said: Position) -> bool:
    """After an achievement, a plan for that very day or an earlier one is only its history."""
    if said.window is None or base.window is None:
        return True
    start, done = said.window.earliest, base.window.latest
    return start is None or done is None or start - done <= timedelta(days=1)


def restates(known: Position, said: Position) -> bool:
    """True when `said` is the known position again, or a coarser word for it."""
    if known.status is not said.status:
        return False
    if said.window is None or known.window is None:
        return known.status is not Status.PLANNED or said.window is known.window
    return relate(known.window, said.window) is Relation.SAME


def compatible(one: Position, other: Position) -> bool:
    """True when two claims of a move mean the same move: equal status, windows that share a day."""
    if one.status is not other.status:
        return False
    if one.status is Status.PLANNED:
        return agree(one.window, other.window)
    if one.status is Status.ACHIEVED and one.window and other.window:
        return near(one.window, other.window, LOOSE_DAYS)
    return True


def finer(known: Position, said: Position) -> bool:
    """True when `said` is the known position with a better date."""
    if known.status is not said.status or said.window is None:
        return False
    return known.window is None or relate(known.window, said.window) is Relation.FINER


def coarser(known: Position, said: Position) -> bool:
    """True when `said` is a vaguer word for the known position."""
    if known.window is None:
        return False
    return said.window is None or not inside(known.window, said.window)


def slack_for(mission: Mission, testimony: Testimony) -> Slack:
    """How many days a bare day may differ: the press of one country dates the launches of another by its own clock."""
    if testimony.tier in (Tier.AGENCY, Tier.DATABASE):
        return NO_SLACK
    if mission.side == "china":
        return Slack(earlier=1)
    return Slack(later=1) if testimony.tier is Tier.STATE_MEDIA else NO_SLACK


def is_past(window: Window | None, day: date) -> bool:
    """True when the window was over on the day, in every time zone."""
    return window is not None and window.latest is not None and day - window.latest > timedelta(days=1)
