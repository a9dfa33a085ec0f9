"""A process that is killed at random moments of hearing, deciding and telling, two hundred times over: run by test_kill.

    python -m tests.killing DATABASE TOLD-FILE KILLS SEED

Each child goes on where the database says that the last one ended. It writes an alert's id to TOLD-FILE (one line, flushed to
the disk) where a real one would hand it to the desktop, and marks it as told afterwards, as workers.py does.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from datetime import timedelta
from pathlib import Path

from tests.making import NOW, claim, item
from tracker import poll, seeding
from tracker.alerts import AlertRules
from tracker.ledger import testimony as testify
from tracker.model import Decision, SourceState, Verdict
from tracker.poll import Route
from tracker.store import Store, Visit

WORLD = seeding.load()


def route(store: Store, number: int) -> Route:
    now = NOW + timedelta(days=number)
    return Route(store, lambda _: iter(()), None, WORLD.missions, AlertRules(cap=99), lambda: now, WORLD.on)  # type: ignore[arg-type]


def hear(store: Store, number: int) -> None:
    """The agency moves Artemis IV by a month: one new item, one change, one alert."""
    way = route(store, number)
    month = f"{2028 + number // 12}-{number % 12 + 1:02d}"
    text = f"Bulletin {number}: Artemis IV will launch in {month}, the agency decided."
    told = item(f"k{number}", text=text, published_at=way.now())
    said = testify(told, 1, claim("artemis-4", "launch", month, quote=month, start=text.index(month)),
                   heard_at=way.now(), baseline=False)  # fmt: skip
    state = SourceState("nasa-test", fetched_once=True, failures=number)
    poll.settle(way, Visit(way.now(), state=state, items=((told, 1, None),), testimonies=(said,)), (said,))


def decide(store: Store, number: int) -> None:
    """The user takes the newest change back and thinks better of it."""
    way = route(store, number)
    newest = store.changes("artemis-4")[-1]
    no = Decision(f"no-{number}", way.now(), Verdict.REJECT, newest.id, newest.mission, newest.milestone)
    undo = Decision(f"undo-{number}", way.now(), Verdict.UNDO, no.id, newest.mission, newest.milestone)
    for decision in (no, undo):
        poll.settle(way, Visit(way.now()), (), (decision,))


def tell(store: Store, log: int) -> None:
    for alert in store.untold():
        os.write(log, f"{alert.id}\n".encode())
        os.fsync(log)
        store.mark_told([alert.id], NOW)


def work(database: Path, told: Path, begun: int) -> None:
    """Goes on for ever; says through the pipe `begun` when the first word is about to be told."""
    log = os.open(told, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    with Store(database) as store:
        poll.start_from(route(store, 0), WORLD)
        number = len(store.items_after(0, 10_000)) - len(WORLD.items)
        os.write(begun, b".")
        while True:
            tell(store, log)
            hear(store, number)
            if number % 5 == 4:
                decide(store, number)
            number += 1


def main(database: Path, told: Path, kills: int, seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(kills):
        ours, theirs = os.pipe()
        child = os.fork()
        if child == 0:
            work(database, told, theirs)
        os.close(theirs)
        if rng.random() < 0.8:  # else it may die while it opens the file
            os.read(ours, 1)
        time.sleep(rng.uniform(0.0, 0.05))  # the moment of the kill is the random input of this test, not a wait
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(ours)
        with told.open("a", encoding="utf-8") as file:
            file.write("killed\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
