"""The Race page over a large ledger: 100,000 claims on 200 missions, 2,000 changes."""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from measuring import ROOT, in_turns
from registry import Bench, Figures, row

sys.path.insert(0, str(ROOT))

from tests.making import NOW, change, claim, item, testimony
from tracker import race, seeding
from tracker.model import ChangeKind, History, Mission
from tracker.store import Library, Store, Visit
from tracker.views import Board

MISSIONS, CLAIMS, CHANGES = 200, 500, 10
SAME_ROWS = "SELECT * FROM changes ORDER BY said_on, mission, place"
PAST = date(2025, 7, 1)


def missions() -> list[Mission]:
    like = seeding.load().mission("artemis-3")
    return [replace(like, id=f"bench-{n}", side="us" if n % 2 else "china") for n in range(MISSIONS)]


def _history(mission: Mission) -> History:
    moves = []
    for n in range(CHANGES):
        before, after = f"{2026 + n // 4}-{n % 12 + 1:02d}", f"{2026 + (n + 1) // 4}-{(n + 1) % 12 + 1:02d}"
        moves.append(
            change(f"{mission.id}-{n}", mission=mission.id, milestone="launch" if n % 2 else "landing",
                   kind=ChangeKind.SLIPPED, before=before, after=after, on=date(2024, 7, 1) + timedelta(days=80 * n),
                   carried_by=(f"{mission.id}-t{n}",))
        )  # fmt: skip
    return History(mission.id, tuple(moves))


@contextmanager
def _ledger() -> Iterator[tuple[Path, list[Mission]]]:
    known = missions()
    with tempfile.TemporaryDirectory(prefix="space-race-bench-") as folder:
        path = Path(folder) / "tracker.sqlite3"
        said = item()
        with Store(path) as store:
            for mission in known:
                claims = tuple(
                    testimony(f"{mission.id}-t{n}", claim(mission.id, "launch", "2027"), of=said) for n in range(CLAIMS)
                )
                store.record(Visit(NOW, testimonies=claims, histories=(_history(mission),)))
        yield path, known


def board_of(known: list[Mission], day: date = NOW.date()) -> Board:  # noqa: B008 - a value
    """The Race page over all their changes."""
    changes = sorted((c for m in known for c in _history(m).changes), key=lambda c: c.on)
    return race.board(known, (), ("china", "us"), changes, day=day, today=NOW.date())


def _milliseconds(work: Callable[[], object]) -> Callable[[], float]:
    def once() -> float:
        began = time.perf_counter()
        work()
        return (time.perf_counter() - began) * 1000

    return once


def _measure(bench: Bench, day: date) -> Figures:
    with _ledger() as (path, known):
        library, bare = Library(path), sqlite3.connect(path)

        def page() -> object:
            return race.board(known, (), ("china", "us"), library.changes(), day=day, today=NOW.date())

        figures = in_turns(bench, _milliseconds(page), _milliseconds(lambda: bare.execute(SAME_ROWS).fetchall()))
        library.close()
        bare.close()
        return figures


@row(
    "Race page's data, 100,000 claims (50 ms)", floor="one SQLite query of the same rows", unit="ms", target=12, issue=4
)
def race_page(bench: Bench) -> Figures:
    return _measure(bench, NOW.date())


@row("Race page as of a past day (100 ms)", floor="one SQLite query of the same rows", unit="ms", target=24, issue=4)
def race_page_past(bench: Bench) -> Figures:
    return _measure(bench, PAST)
