"""The confirmed positions that a milestone has left, and by which of them a later step of the mission may be measured."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import takewhile
from typing import Final

from tracker.ledger.heard import Heard
from tracker.model import Position, Testimony

_EVER: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Left:
    """A confirmed position that was left (None: nothing was known), on which day and when that was heard."""

    position: Position | None
    day: date
    heard_at: datetime
    items: set[str]  # that told of the move, or of where it led

    def need_not_be_known(self, heard: Heard) -> bool:
        """True when the testimony is of the same day, or could be told before this move was heard of; not when its own
        item speaks of the move."""
        testimony = heard.testimony
        sooner = not testimony.baseline and testimony.heard_at < self.heard_at
        return testimony.item not in self.items and (self.day == heard.day or sooner)


def left(position: Position | None, day: date, by: Iterable[Testimony]) -> Left:
    """`position` was left by the word of these; of none, when the user moved it."""
    words = list(by)
    return Left(position, day, max((t.heard_at for t in words), default=_EVER), {t.item for t in words})


def grounds(base: Position | None, lefts: Sequence[Left], heard: Heard) -> list[Position | None]:
    """The positions by which a later step may be measured: the confirmed one, and those before moves that need not have
    been known. So a step that was told stays told, whatever is heard afterwards of an earlier one."""
    return [base, *(one.position for one in takewhile(lambda one: one.need_not_be_known(heard), reversed(lefts)))]
