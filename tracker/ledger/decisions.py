"""The user's decisions, as they stand after every undo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from tracker.model import Decision, Verdict


@dataclass(frozen=True, slots=True)
class Rulings:
    """The decisions in force: the last word on each target, and the positions the user has set."""

    accepted: Mapping[str, Decision] = field(default_factory=dict)
    rejected: Mapping[str, Decision] = field(default_factory=dict)
    overrides: tuple[Decision, ...] = ()  # oldest first

    @property
    def in_force(self) -> tuple[Decision, ...]:
        """All of them, newest first."""
        every = (*self.accepted.values(), *self.rejected.values(), *self.overrides)
        return tuple(sorted(every, key=lambda d: (d.at, d.id), reverse=True))


def rulings(decisions: Iterable[Decision], mission: str, today: date) -> Rulings:
    """What the decisions on a mission come to, never looking past `today` (a day's grace for time zones)."""
    known = {d.id: d for d in decisions if d.mission == mission and d.at.date() <= today + timedelta(1)}
    ordered = sorted(known.values(), key=lambda d: (d.at, d.verdict is Verdict.UNDO, d.id))
    undone: set[str] = set()
    for decision in reversed(ordered):
        if decision.id not in undone and decision.verdict is Verdict.UNDO:
            undone.add(decision.target)
    last: dict[str, Decision] = {}
    overrides = []
    for decision in ordered:
        if decision.id in undone:
            continue
        if decision.verdict in (Verdict.ACCEPT, Verdict.REJECT):
            last[decision.target] = decision
        elif decision.verdict is Verdict.OVERRIDE and decision.position is not None:
            overrides.append(decision)
    return Rulings(
        accepted={t: d for t, d in last.items() if d.verdict is Verdict.ACCEPT},
        rejected={t: d for t, d in last.items() if d.verdict is Verdict.REJECT},
        overrides=tuple(overrides),
    )
