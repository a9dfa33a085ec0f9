"""Killed at two hundred random moments of hearing, deciding and telling, on the real file: nothing lost, nothing told twice."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.killing import route, tell
from tracker import poll
from tracker.store import Store

ROOT = Path(__file__).resolve().parent.parent
KILLS = 200


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_two_hundred_kills_lose_nothing_and_repeat_only_what_was_in_flight(tmp_path: Path) -> None:
    database, told = tmp_path / "tracker.sqlite3", tmp_path / "told"
    told.touch()
    subprocess.run(
        [sys.executable, "-m", "tests.killing", str(database), str(told), str(KILLS), "7"], cwd=ROOT, check=True
    )
    with Store(database) as store:
        assert store.integrity() == "ok"
        log = os.open(told, os.O_WRONLY | os.O_APPEND)
        tell(store, log)
        os.close(log)
        heard = store.source_states()["nasa-test"].failures + 1
        assert heard > KILLS / 4  # the kills fell into real work
        own = store.testimonies("artemis-4")
        assert len([t for t in own if not t.baseline]) == heard
        moved = [c for c in store.changes("artemis-4") if not c.baseline]
        assert len({c.id for c in moved}) == len(moved)
        folded = poll.fold_missions(route(store, heard), {"artemis-4"}, ())[0]
        assert store.changes("artemis-4") == folded.changes
        decided = store.decisions("artemis-4")
    assert len({d.id for d in decided}) == len(decided)
    runs = [run.split() for run in told.read_text(encoding="utf-8").split("killed\n")]
    everything = [ident for run in runs for ident in run]
    told_of = set(everything)
    assert {c.id for c in moved if c.settled_on} <= told_of
    for ident, times in Counter(everything).items():
        in_flight = sum(run[-1:] == [ident] for run in runs[:-1])  # the last word before a kill may not be marked yet
        assert times <= 1 + in_flight, ident
