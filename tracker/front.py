"""Answers the window's questions (`ui/desk.py`) from the library and the pure rooms. Lives on the main thread.

What has to be written or fetched is only passed on to the callables it was given; they return at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tracker import race, wording
from tracker.house import Home
from tracker.model import Change, Decision, Mission, Source, SourceState, Verdict
from tracker.seeding import World
from tracker.sources import health, progress
from tracker.sources.calls import CALLS, calls_left, counted
from tracker.sources.pace import OFFLINE
from tracker.store import Library
from tracker.takeout import export_file
from tracker.views import Article, ArticleRow, Board, ChangeView, Counts, HeldView, MarkedClaim, SourceView, Story

if TYPE_CHECKING:
    from tracker.mission_desk import MissionDesk
    from tracker.source_desk import SourceDesk


WITNESSES = 30
"""So many of those who say the same are read for a milestone's story: a thousand took 70 ms, and name no other outlets."""


@dataclass(frozen=True, slots=True)
class Errands:
    """What the window may ask to have done; each returns at once."""

    check: Callable[[str | None], None]
    decide: Callable[[Decision], None]
    mark_seen: Callable[[], None]
    notification_service: Callable[[], str]
    is_checking: Callable[[], bool]
    reread: Callable[[], None] = lambda: None
    """The user's sources or missions have changed on disk: read them again. Called from a worker; may raise SeedError."""
    backfill: Callable[[str], None] = lambda _: None
    cancel_backfill: Callable[[str], None] = lambda _: None


class Front:
    """The desk of the window."""

    def __init__(self, home: Home, library: Library, errands: Errands, *, language: str) -> None:
        self._home = home
        self._library = library
        self._errands = errands
        self._language = language
        self._changes: tuple[int, tuple[Change, ...]] = (-1, ())
        self._newest: tuple[int, dict[int, tuple[ChangeView, ...]]] = (-1, {})
        self._board: Board
        self._board_of: tuple[str, int, date, date] | None = None
        self._tallies: tuple[int, dict[str, tuple[int, int, int]]] = (-1, {})

    def move_to(self, home: Home) -> None:
        """Answer from another home: the user's files have changed."""
        self._home = home

    def speak(self, language: str) -> None:
        """Answer in another language."""
        self._language = language

    @cached_property
    def mission_desk(self) -> MissionDesk:
        """Made when it is first asked: the first page need not wait for it, nor for what it imports."""
        from tracker.mission_desk import MissionDesk as Made

        return Made(lambda: self._home, self._errands.reread)

    @cached_property
    def source_desk(self) -> SourceDesk:
        """Made when it is first asked, too."""
        from tracker.source_desk import SourceDesk as Made

        return Made(lambda: self._home, self._errands.reread)

    @property
    def world(self) -> World:
        return self._home.world

    @property
    def missions(self) -> Sequence[Mission]:
        return self._home.world.missions

    def today(self) -> date:
        return self._home.now().astimezone().date()  # in the user's zone; in the demo, the demo's day

    def counts(self) -> Counts:
        sources = [s for s in self.sources() if s.source.enabled]
        last = max((s.state.last_attempt_at for s in sources if s.state.last_attempt_at), default=None)
        due = min((s.state.next_due_at for s in sources if s.state.next_due_at), default=None)
        failing = tuple(s for s in sources if s.health == "failing")
        return Counts(
            unseen_changes=self._library.unseen_count(),
            held=self._library.held_count(),
            sources_fine=len(sources) - len(failing),
            sources_on=len(sources),
            sources_asked=sum(s.state.last_attempt_at is not None for s in sources),
            failing=failing,
            last_check_at=last,
            next_check_at=due,
            checking=self._errands.is_checking(),
            offline=bool(self._library.fact(OFFLINE)),
        )

    def board(self, as_of: date | None = None) -> Board:
        """The last one again where nothing has moved since: the page and the tray ask for it one after the other."""
        world, today, changes = self.world, self.today(), self._all_changes()
        asked = (world.fingerprint, self._changes[0], as_of or today, today)
        if asked != self._board_of:
            sides = [s.id for s in world.sides]
            self._board = race.board(
                world.missions, world.races, sides, changes, day=as_of or today, today=today
            )  # fmt: skip
            self._board_of = asked
        return self._board

    def changes(self, limit: int = 500) -> Sequence[ChangeView]:
        """Each with its first witness only: what a line of a list shows. Asked anew when somebody has written since."""
        version = self._library.version()
        if version != self._newest[0]:
            self._newest = (version, {})
        kept = self._newest[1]
        if limit not in kept:
            newest = [c for c in self._library.newest_changes(limit) if not self._is_beginning(c)]
            kept[limit] = self._library.change_views(newest, most=1)
        return kept[limit]

    def change(self, ident: str) -> Change | None:
        return next((c for c in self._all_changes() if c.id == ident), None)

    def _is_beginning(self, change: Change) -> bool:
        """True for where a milestone stood when the report came: nothing had moved yet."""
        return change.baseline and change.before is None and change.on <= self.world.on

    def story(self, mission: str, milestone: str, as_of: date | None = None) -> Story:
        day = as_of or self.today()
        of_mission = [c for c in self._all_changes() if c.mission == mission and c.on <= day]
        mine = [c for c in of_mission if c.milestone == milestone]
        states = race.states_as_of(of_mission, day)
        moved = race.slip_figures(mine)
        return Story(
            mission=self.world.mission(mission),
            milestone=milestone,
            state=states.get((mission, milestone)),
            changes=self._library.change_views(mine[::-1], most=WITNESSES),
            slips=wording.slips(moved.slips, moved.least_days, moved.most_days, self._language),
            held=tuple(h for h in self._library.held(mission) if h.held.milestone == milestone and h.held.on <= day),
            decided=tuple(d for d in self._rulings(mission, day) if d.milestone == milestone),
        )

    def _rulings(self, mission: str, day: date) -> Sequence[Decision]:
        """The decisions on a mission that hold on a day, newest first."""
        made = self._library.decisions(mission)
        if not made:
            return ()
        from tracker.ledger.decisions import rulings

        return rulings(made, mission, day).in_force

    def held(self) -> Sequence[HeldView]:
        return self._library.held()

    def articles(self, query: str = "", limit: int = 500) -> Sequence[ArticleRow]:
        return self._library.articles(query, limit)

    def search(self, query: str, limit: int = 500) -> Sequence[ArticleRow]:
        with closing(Library(self._library.path)) as shelf:  # one of its own: this may be any thread
            return shelf.articles(query, limit)

    def article(self, item: str) -> Article | None:
        found = self._library.article(item, lambda testimony, verdict: wording.fate(testimony, verdict, self._language))
        if found is None:
            return None
        return replace(found, claims=tuple(self._explained(c) for c in found.claims))

    def _explained(self, claim: MarkedClaim) -> MarkedClaim:
        if claim.verdict == "held":
            return replace(claim, why=wording.reason(claim.why, self._language))
        if claim.verdict == "kept" and any(_rejects(d, claim) for d in self._rulings(claim.mission, self.today())):
            return replace(claim, why=wording.rejected(self._language))
        return claim

    def sources(self) -> Sequence[SourceView]:
        now, counts, states = self._home.now(), self._source_counts(), self._library.source_states()
        pasts, calls = self._library.facts(progress.PLACE), self._library.facts(CALLS)
        shipped = self._home.shipped_sources
        return tuple(
            replace(
                _source_view(s, states, counts, now),
                backfill=progress.view(s, progress.read(pasts.get(s.id))),
                shipped=shipped.get(s.id),
                requests_left=calls_left(calls.get(host), now) if (host := counted(s)) else None,
            )
            for s in self._home.sources
        )

    def changes_of_alert(self, ident: str) -> Sequence[Change]:
        """The changes that a notification told of, newest first; none for an id that is not ours."""
        told = set(self._library.alert_changes(ident))
        return [c for c in reversed(self._all_changes()) if c.id in told]

    def mark_changes_seen(self) -> None:
        self._errands.mark_seen()

    def decide(self, decision: Decision) -> None:
        self._errands.decide(decision)

    def new_decision_id(self) -> str:
        import uuid  # asks for the platform: not before the first page

        return uuid.uuid4().hex

    def request_check(self, source: str | None = None) -> None:
        self._errands.check(source)

    def request_backfill(self, source: str) -> None:
        self._errands.backfill(source)

    def cancel_backfill(self, source: str) -> None:
        self._errands.cancel_backfill(source)

    def export(self, path: Path, format: str = "csv", *, history: bool = False) -> None:  # noqa: A002
        with closing(Library(self._library.path)) as shelf:  # one of its own: this may be any thread
            export_file(self._home, shelf, path, format, history=history)

    def notification_service(self) -> str:
        return self._errands.notification_service()

    def _source_counts(self) -> dict[str, tuple[int, int, int]]:
        """What each source brought; counted again only when somebody has written since: 6 ms over 100,000 articles."""
        version = self._library.version()
        if version != self._tallies[0]:
            self._tallies = (version, self._library.source_counts())
        return self._tallies[1]

    def _all_changes(self) -> tuple[Change, ...]:
        """Every change; read again only when somebody has written since (dragging the slider asks sixty times a second)."""
        version = self._library.version()
        if version != self._changes[0]:
            self._changes = (version, self._library.changes())
        return self._changes[1]


def _rejects(decision: Decision, claim: MarkedClaim) -> bool:
    """Whether the user has said of this claim, or of the change that said the same, that it is not true."""
    if decision.verdict is not Verdict.REJECT or decision.milestone != claim.milestone:
        return False
    judged = decision.position
    same = judged is not None and (judged.status.value, judged.when) == (claim.status, claim.when)
    return decision.target == claim.testimony or same


def _source_view(
    source: Source, states: dict[str, SourceState], counts: dict[str, tuple[int, int, int]], now: datetime
) -> SourceView:
    known = states.get(source.id, SourceState(source.id))
    items, claims, changes = counts.get(source.id, (0, 0, 0))
    return SourceView(source, known, health.health(source, known, now), items, claims, changes)
