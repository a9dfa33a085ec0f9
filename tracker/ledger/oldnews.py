"""Differing claims that are no news: a delay already known, a date gone by, an old plan told again by one who lags."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final

from tracker.ledger.compare import compatible, is_past, restates
from tracker.ledger.draft import AUTHORITIES, Draft
from tracker.ledger.heard import Heard
from tracker.ledger.windows import Relation, relate
from tracker.model import ChangeKind, Position, Status, Tier

BRIEF: Final = timedelta(days=3)  # there and back within this time is one disputed entry
_DISPUTE: Final = timedelta(days=14)  # so long a database's plan does not lift an agency's hold
_SWALLOW: Final = timedelta(days=7)  # so long "delayed", without a date, repeats a slip
_LONG_SLIP: Final = 14  # days
_MOVES: Final = (ChangeKind.SLIPPED, ChangeKind.ADVANCED)


def gone_by(heard: Heard) -> bool:
    """A plan for a time that was over when it was said."""
    return heard.position.status is Status.PLANNED and is_past(heard.position.window, heard.day)


def known_delay(heard: Heard, chain: Sequence[Draft]) -> bool:
    """ "Delayed", without a date, soon after a long slip (or in the item that brought the slip) is that slip."""
    if heard.position.window is not None:
        return False
    grace = timedelta(0) if heard.authority else _SWALLOW
    for draft in reversed(chain):
        since = heard.day - draft.on
        if draft.kind is ChangeKind.SLIPPED:
            if any(t.item == heard.testimony.item for t in draft.carriers + draft.also):
                return True
            if since <= grace and _is_long(draft):
                return True
        if since > _SWALLOW:
            break
    return False


def gainsays(heard: Heard, kind: ChangeKind, current: Draft) -> bool:
    """A database plans what an agency has just put on hold, cancelled or moved, or before the hold can end."""
    if heard.position.status is not Status.PLANNED:
        return False
    since = heard.day - current.on
    if current.after.status not in (Status.ON_HOLD, Status.CANCELLED):
        return kind in _MOVES and current.kind in _MOVES and since <= BRIEF
    bound, window = current.after.window, heard.position.window
    too_early = bound is not None and window is not None and relate(bound, window) is Relation.EARLIER
    return too_early or since <= _DISPUTE


def agency_move(chain: Sequence[Draft], heard: Heard) -> Draft | None:
    """The agency's move that holds and that this would undo, though databases may have made its date firmer since."""
    for draft in reversed(chain):
        if draft.led_by(Tier.AGENCY):
            return draft if draft is chain[-1] or not compatible(draft.after, heard.position) else None
        if draft.kind is not ChangeKind.FIRMED:
            return None
    return None


def press_gainsays(heard: Heard, kind: ChangeKind, branch: Draft, current: Draft | None) -> bool:
    """So soon after an agency's own move another date of the press alone stays a report."""
    if current is None or branch.led_by(*AUTHORITIES) or not current.led_by(Tier.AGENCY):
        return False
    return current.after.status is Status.PLANNED and gainsays(heard, kind, current)


def restores(current: Draft | None, draft: Draft) -> bool:
    """An agency or database sets right what only the press had moved."""
    if current is None or current.before is None or current.by_user or current.led_by(*AUTHORITIES):
        return False
    return draft.led_by(*AUTHORITIES) and restates(current.before, draft.after)


def told_before(said: Position, formers: Iterable[Position]) -> bool:
    """A position that was left, or a coarser word for it."""
    return any(restates(former, said) for former in formers)


def tells_what_it_leaves(heard: Heard, base: Position | None) -> bool:
    """The item calls the known plan history: it knows of it and moves on."""
    return base is not None and any(restates(base, Position(base.status, w)) for w in heard.superseded)


def changed_its_word(heard: Heard, before: Heard | None, base: Position | None) -> bool:
    """The outlet had followed the last move, or had said something else. Who repeats itself, or is new here, lags."""
    if before is None or base is None:
        return False
    return compatible(base, before.position) or not compatible(heard.position, before.position)


def _is_long(slip: Draft) -> bool:
    old, new = slip.before.window if slip.before else None, slip.after.window
    if old is None or new is None or old.earliest is None or new.earliest is None:
        return False
    return (new.earliest - old.earliest).days >= _LONG_SLIP
