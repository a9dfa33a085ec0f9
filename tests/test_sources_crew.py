"""The threads of a round: the free are taken again, the hanging are left, all end when they are dismissed."""

from __future__ import annotations

import threading

from tracker.sources.crew import Crew

PATIENCE = 10.0


def test_whoever_is_free_is_taken_again() -> None:
    crew, who = Crew(), []
    for _ in range(20):
        done = threading.Event()
        crew.take(lambda done=done: (who.append(threading.current_thread()), done.set()))  # type: ignore[misc]
        assert done.wait(PATIENCE)
        while not crew._free:  # the last instruction of the visit
            pass
    assert len(set(who)) == 1
    crew.dismiss()
    who[0].join(PATIENCE)
    assert not who[0].is_alive()


def test_one_that_hangs_keeps_nobody_waiting() -> None:
    crew, leave, done, seen = Crew(), threading.Event(), threading.Event(), []
    crew.take(lambda: (seen.append(threading.current_thread()), leave.wait(PATIENCE)))
    crew.take(done.set)
    assert done.wait(PATIENCE)
    crew.dismiss()
    assert seen[0].is_alive()
    leave.set()
    seen[0].join(PATIENCE)
    assert not seen[0].is_alive()
