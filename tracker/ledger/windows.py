"""How a newly said window stands to a known one: the same, finer, later or earlier.

The rules follow how people speak of dates. "No earlier than 8 February" is 8 February until it moves; "by 2030" and
"before 2030" are one plan; "2026" adds nothing to "August 2026"; and a launch at 00:05 UTC on the 24th is on the 23rd in Florida.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from tracker.edtf import Precision, Window, parse

_FINER_SHARE: Final = 0.6  # a window must shrink to this share of the old one to be called finer
_SAME_SHARE: Final = 0.6  # windows that share more than this of the smaller one say the same
_SAME_CLOCK: Final = timedelta(hours=20)  # clock times nearer than this are one launch opportunity
_YEAR: Final = timedelta(days=366)
_FINE: Final = (Precision.DAY, Precision.TIME)


class Relation(StrEnum):
    """What a newly said window does to a known one."""

    SAME = "same"  # a repeat, a coarser restatement, or nothing new
    FINER = "finer"
    LATER = "later"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class Slack:
    """Days by which a bare calendar day may differ and still be the same day told in another time zone."""

    earlier: int = 0
    later: int = 0


NO_SLACK: Final = Slack()
DAY_EITHER_WAY: Final = Slack(1, 1)


def relate(old: Window, new: Window, slack: Slack = NO_SLACK) -> Relation:
    """How `new` stands to `old`."""
    if Precision.NOT_AFTER in (old.precision, new.precision):
        return _deadline(old, new)
    plan, word = nominal(old), nominal(new)
    if plan.precision in _FINE and word.precision in _FINE:
        return _days(plan, word, slack)
    if new.precision is Precision.NOT_BEFORE and _still_true(plan, new):
        return Relation.SAME
    return _spans(plan, word)


def nominal(window: Window) -> Window:
    """What people plan with: of "no earlier than X" it is X, of any other window itself."""
    if window.precision is Precision.NOT_BEFORE:
        return parse(window.edtf.split("/", 1)[0])
    return window


def agree(one: Window | None, other: Window | None) -> bool:
    """True when both could be the same plan: they share a day, give or take a time zone. None agrees with anything."""
    if one is None or other is None:
        return True
    first, second = nominal(one), nominal(other)
    if first.instant and second.instant:
        return abs(first.instant - second.instant) < _SAME_CLOCK
    if Precision.TIME in (first.precision, second.precision):
        return bool(_dates(first) & _dates(second)) if _both_fine(first, second) else first.overlaps(second)
    return first.overlaps(second)


def near(one: Window, other: Window, days: int) -> bool:
    """True when no more than so many days lie between them: of what is done, outlets tell the day loosely."""
    gap = timedelta(days=days)
    return _after(one, other) <= gap and _after(other, one) <= gap


def _after(one: Window, other: Window) -> timedelta:
    """How long after the end of `one` `other` begins."""
    if one.latest is None or other.earliest is None:
        return timedelta(0)
    return other.earliest - one.latest


def inside(outer: Window, inner: Window) -> bool:
    """True when every day of `inner` lies in `outer`, both as people plan with them."""
    return nominal(outer).contains(nominal(inner))


def _both_fine(one: Window, other: Window) -> bool:
    return one.precision in _FINE and other.precision in _FINE


def _clock(old: datetime, new: datetime) -> Relation:
    if abs(new - old) < _SAME_CLOCK:
        return Relation.SAME
    return Relation.LATER if new > old else Relation.EARLIER


def _dates(window: Window) -> set[date]:
    """The calendar days a day or clock time may be called, from Honolulu to Auckland."""
    assert window.earliest is not None
    if window.instant is None:
        return {window.earliest}
    days = {window.earliest}
    for hours in (-10, 0, 12):
        with contextlib.suppress(OverflowError):  # at the ends of the calendar
            days.add((window.instant + timedelta(hours=hours)).date())
    return days


def _days(old: Window, new: Window, slack: Slack) -> Relation:
    if old.instant and new.instant:
        return _clock(old.instant, new.instant)
    assert old.earliest is not None
    assert new.earliest is not None
    if _dates(old) & _dates(new):
        return Relation.FINER if new.instant and not old.instant else Relation.SAME
    gap = (new.earliest - old.earliest).days
    if -slack.earlier <= gap <= slack.later:
        return Relation.SAME
    return Relation.LATER if gap > 0 else Relation.EARLIER


def _deadline(old: Window, new: Window) -> Relation:
    """At least one of them is "by X". A deadline of a year is told loosely: by 2030, before 2030, in 2030."""
    assert old.latest is not None or old.precision is Precision.NOT_BEFORE
    old_end, new_end = old.latest or date.max, new.latest or date.max
    if old.precision is Precision.NOT_AFTER and new.precision is Precision.NOT_AFTER:
        if abs(new_end - old_end) <= _YEAR and _year_deadline(old) and _year_deadline(new):
            return Relation.SAME
        if new_end == old_end:
            return Relation.SAME
        return Relation.LATER if new_end > old_end else Relation.EARLIER
    if new.precision is Precision.NOT_AFTER:  # the known one is a span
        return Relation.SAME if (nominal(old).earliest or date.min) <= new_end else Relation.EARLIER
    plan = nominal(new)
    if plan.earliest is not None and plan.earliest > old_end:
        loosely = plan.precision is Precision.YEAR and _year_deadline(old) and plan.earliest - old_end <= timedelta(1)
        # "before 2030" is how people speak of round years, and "in 2030" how others repeat it
        return Relation.SAME if loosely and plan.earliest.year % 10 == 0 else Relation.LATER
    if plan.precision in (Precision.YEAR, Precision.DECADE) and plan.latest is not None and plan.latest >= old_end:
        return Relation.SAME
    return Relation.FINER


def _year_deadline(window: Window) -> bool:
    return len(window.edtf.split("/", 1)[-1].rstrip("~?%")) == 4


def _still_true(plan: Window, new: Window) -> bool:
    """ "No earlier than X" says nothing against a plan that lies at or after X, unless X is a day: that is a plan."""
    assert new.earliest is not None
    start = plan.earliest
    if start is None:
        return False
    return start == new.earliest if nominal(new).precision in _FINE else new.earliest <= start


def _spans(old: Window, new: Window) -> Relation:
    if old.same_days(new) or new.contains(old):
        return Relation.SAME
    if old.contains(new):
        return Relation.FINER if _span(new) <= _FINER_SHARE * _span(old) else Relation.SAME
    if old.overlaps(new):
        assert old.earliest is not None
        assert new.earliest is not None
        assert old.latest is not None
        assert new.latest is not None
        shared = (min(old.latest, new.latest) - max(old.earliest, new.earliest)).days + 1
        if shared > _SAME_SHARE * min(_span(old), _span(new)):
            return Relation.SAME
    later = (new.earliest or date.min) > (old.earliest or date.min)
    return Relation.LATER if later else Relation.EARLIER


def _span(window: Window) -> int:
    return window.days or 100_000
