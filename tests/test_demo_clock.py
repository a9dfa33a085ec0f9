"""Accelerated time: it runs forwards, arrives on time, and takes its time where something happens."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.demo import END, START
from tracker.demo.clock import DemoClock
from tracker.demo.history import load

START_DAY = datetime(2024, 7, 1, tzinfo=UTC)
MOMENTS = st.lists(
    st.datetimes(datetime(2024, 6, 1), datetime(2027, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    max_size=30,
)


class Hand:
    """A real clock that is turned by hand, in seconds."""

    def __init__(self, at: float = 1000.0) -> None:
        self.at = at

    def __call__(self) -> float:
        return self.at


@given(MOMENTS, st.lists(st.floats(0, 200), min_size=2, max_size=20), st.floats(0.5, 120))
def test_it_never_runs_backwards(beats: list[datetime], offsets: list[float], seconds: float) -> None:
    hand = Hand()
    clock = DemoClock(START, END, seconds, hand, beats)
    told = []
    for offset in sorted(offsets):
        hand.at = 1000.0 + offset
        told.append(clock.now())
    assert all(early <= late for early, late in pairwise(told))
    assert all(moment >= START for moment in told)
    assert all(moment.tzinfo is UTC for moment in told)


@given(MOMENTS, st.floats(0.5, 120))
def test_it_begins_and_ends_on_time_and_goes_on_at_the_real_pace(beats: list[datetime], seconds: float) -> None:
    hand = Hand()
    clock = DemoClock(START, END, seconds, hand, beats)
    assert clock.now() == START
    hand.at = 1000.0 + seconds
    assert abs(clock.now() - END) < timedelta(seconds=1)
    hand.at += 90
    assert abs(clock.now() - END - timedelta(seconds=90)) < timedelta(seconds=1)


def test_a_real_clock_that_steps_back_does_no_harm() -> None:
    hand = Hand()
    clock = DemoClock(START, END, 50, hand)
    hand.at = 900.0
    assert clock.now() == START


@pytest.mark.parametrize(("start", "end", "seconds"), [(END, START, 50), (START, START, 50), (START, END, 0)])
def test_time_must_run_forwards(start: datetime, end: datetime, seconds: float) -> None:
    with pytest.raises(ValueError, match="forwards"):
        DemoClock(start, end, seconds, Hand())


def test_every_beat_of_the_shipped_history_lasts_longer_than_a_poll() -> None:
    """The app polls once a second: no two pieces of news in one poll, and each on its own day."""
    beats = sorted(entry.published_at for feed in load() for entry in feed.entries if entry.beat)
    assert len(beats) > 15
    hand = Hand(0.0)
    clock = DemoClock(START, END, 50, hand, beats)
    on_the_day = dict.fromkeys(beats, 0)
    for hundredth in range(5000):
        hand.at = hundredth / 100
        now = clock.now()
        for beat in beats:
            on_the_day[beat] += beat <= now <= beat + timedelta(days=1)
    assert min(on_the_day.values()) > 110, on_the_day


def test_it_tells_what_time_it_was() -> None:
    hand = Hand(0.0)
    clock = DemoClock(START, END, 50, hand)
    hand.at = 20.0
    then = clock.now()
    hand.at = 21.5
    assert clock.now(behind=1.5) == then
    hand.at = 0.5
    assert clock.now(behind=1.5) == START
