"""Time scale and layouts: properties over any dates, before a pixel is drawn."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tracker.edtf import Window, between, day
from tracker.model import MilestoneState, Mission, Position, Standing, Status
from tracker.ui.tick_words import tick_words
from tracker.ui.time_axis import TimeAxis
from tracker.ui.time_scale import LEAST_DAYS, MOST_DAYS, TimeScale
from tracker.ui.timeline_layout import MARK, LaneLayout, extent, lanes_in_order, lay_out, moved, nearest, out_of_sight
from tracker.ui.trend_layout import choose, series
from tracker.views import Board, Lane, Trend, TrendPoint

DAYS = st.dates(date(1950, 1, 1), date(2150, 1, 1))
SCALE = TimeScale.between(date(2024, 1, 1), date(2031, 1, 1), 100.0, 800.0)


@given(DAYS, DAYS, DAYS)
def test_days_and_pixels_are_one_to_one(first: date, last: date, some: date) -> None:
    scale = TimeScale.between(first, last, 0.0, 4000.0)
    assert abs((scale.day(scale.at(some) + 1e-6) - some).days) <= 1
    assert scale.days >= LEAST_DAYS


FRAMES = st.sampled_from([(100.0, 800.0), (210.0, 10.0)])  # across, and upwards
SHARES = st.floats(0, 1)
SCALES = st.builds(
    lambda first, days, frame: TimeScale.between(first, first + timedelta(days=days), *frame),
    st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(60, 5000), FRAMES,
)  # fmt: skip


def under(scale: TimeScale, at: float) -> float:
    """The day at a pixel, with its fraction."""
    return scale.first + (at - scale.start) / (scale.end - scale.start) * scale.days


def pixel(scale: TimeScale, share: float) -> float:
    return scale.start + share * (scale.end - scale.start)


@given(SCALES, st.lists(st.tuples(st.floats(0.05, 20), SHARES, st.floats(-5000, 5000)), min_size=1, max_size=12))
def test_zoom_and_pan_stay_in_the_calendar(scale: TimeScale, moves: list[tuple[float, float, float]]) -> None:
    for factor, share, pixels in moves:
        scale = scale.zoomed(factor, pixel(scale, share)).panned(pixels)
        assert LEAST_DAYS - 1e-6 <= scale.days <= MOST_DAYS + 1e-6
        assert scale.ticks(40)
        assert date(1899, 1, 1) < scale.day(scale.start) < scale.day(scale.end) < date(2201, 1, 1)


@given(SCALES, st.floats(0.05, 20), SHARES)
def test_zoom_keeps_the_day_under_the_pointer(scale: TimeScale, factor: float, share: float) -> None:
    at = pixel(scale, share)
    assert under(scale.zoomed(factor, at), at) == pytest.approx(under(scale, at), abs=1e-6)


@given(SCALES, st.floats(0.2, 5), SHARES)
def test_zoom_there_and_back_is_where_one_was(scale: TimeScale, factor: float, share: float) -> None:
    assume(LEAST_DAYS < scale.days / factor < MOST_DAYS)
    at = pixel(scale, share)
    there = scale.zoomed(factor, at)
    assert there.days == pytest.approx(scale.days / factor)
    back = there.zoomed(1 / factor, at)
    assert (back.first, back.last) == (pytest.approx(scale.first), pytest.approx(scale.last))


@given(SCALES, st.floats(-900, 900))
def test_what_is_panned_moves_with_the_hand_and_comes_back(scale: TimeScale, pixels: float) -> None:
    there = scale.panned(pixels)
    assert under(there, 300.0 + pixels) == pytest.approx(under(scale, 300.0), abs=1e-6)
    back = there.panned(-pixels)
    assert (back.first, back.last) == (pytest.approx(scale.first), pytest.approx(scale.last))


@given(SCALES, SCALES)
def test_a_scale_is_kept_within_days(scale: TimeScale, around: TimeScale) -> None:
    kept = scale.within(around.first, around.last)
    assert around.first <= kept.first < kept.last <= around.last + 1e-6
    assert kept.days == pytest.approx(min(scale.days, around.days))
    if around.first <= scale.first and scale.last <= around.last:
        assert kept == scale


@given(SCALES, st.floats(-2000, 2000))
def test_what_is_brought_into_sight_is_in_sight(scale: TimeScale, at: float) -> None:
    day, brought = under(scale, at), scale.in_sight(at)
    assume(date(1900, 1, 1).toordinal() <= day <= date(2200, 1, 1).toordinal())
    assert brought.first <= day <= brought.last
    assert brought.days == pytest.approx(scale.days)
    if scale.first < day < scale.last:
        assert brought == scale


# --- an axis a person moves -------------------------------------------------------------------------------------------


class Seen:
    """An axis, and how often it said that other days are in sight."""

    def __init__(self, *, bounded: bool) -> None:
        self.axis = TimeAxis(date(2024, 6, 25), date(2026, 11, 22), bounded=bounded)
        self.changes = 0
        self.axis.changed.connect(self._count)

    def _count(self) -> None:
        self.changes += 1

    @property
    def scale(self) -> TimeScale:
        return self.axis.placed(0.0, 500.0)


def test_an_axis_follows_what_there_is_until_a_person_moves_it() -> None:
    seen = Seen(bounded=False)
    seen.axis.reach(date(2024, 1, 1), date(2031, 1, 1))
    assert seen.scale == TimeScale.between(date(2024, 1, 1), date(2031, 1, 1), 0.0, 500.0)
    seen.axis.see(seen.scale.panned(0.0))  # a hand that only shakes chooses nothing
    seen.axis.reach(date(2024, 1, 1), date(2032, 1, 1))
    assert seen.scale.last == date(2032, 1, 1).toordinal()
    closer = seen.scale.zoomed(3.0, 100.0)
    seen.axis.see(closer)
    seen.axis.reach(date(2024, 1, 1), date(2033, 1, 1))
    assert seen.scale == closer
    assert seen.changes == 3
    seen.axis.see_everything()
    assert seen.scale.last == date(2033, 1, 1).toordinal()


def test_in_and_out_again_is_everything_again() -> None:
    seen = Seen(bounded=False)
    assert not seen.axis.moved
    seen.axis.see(seen.scale.zoomed(1.7, 133.0))
    assert seen.axis.moved
    seen.axis.see(seen.scale.zoomed(1 / 1.7, 133.0))
    assert not seen.axis.moved


def test_a_bounded_axis_leads_nowhere_where_nothing_is() -> None:
    seen = Seen(bounded=True)
    whole = seen.scale
    for scale in (whole.zoomed(0.3, 100.0), whole.panned(80.0), whole.panned(-80.0)):
        seen.axis.see(scale)
        assert seen.scale == whole
    assert seen.changes == 0
    seen.axis.see(whole.zoomed(4.0, 500.0))
    assert seen.scale.last == whole.last
    seen.axis.see(seen.scale.zoomed(0.1, 20.0))  # all the way back: it follows the day again
    seen.axis.reach(date(2024, 6, 25), date(2026, 12, 1))
    assert seen.scale.last == date(2026, 12, 1).toordinal()


def test_travelling_in_time_and_back_shows_what_was_seen_before() -> None:
    seen = Seen(bounded=True)
    seen.axis.see(seen.scale.zoomed(6.0, 480.0))
    chosen = seen.scale
    seen.axis.reach(date(2024, 6, 25), date(2024, 12, 5))
    assert seen.scale.last == date(2024, 12, 5).toordinal()
    assert seen.scale.days == pytest.approx(chosen.days)
    seen.axis.reach(date(2024, 6, 25), date(2026, 11, 22))
    assert seen.scale == chosen


# --- ticks ------------------------------------------------------------------------------------------------------------


@given(st.floats(20, 200), st.floats(0.2, 30))
def test_ticks_keep_their_distance(room: float, factor: float) -> None:
    ticks = SCALE.zoomed(factor, 300.0).ticks(room)
    gaps = [b.at - a.at for a, b in itertools.pairwise(ticks)]
    assert all(gap >= room * 0.9 for gap in gaps), gaps


def test_ticks_say_the_year_once() -> None:
    years = TimeScale.between(date(2026, 1, 1), date(2027, 12, 31), 0.0, 400.0)
    assert tick_words(years.ticks(40, 60), "en") == ["2026", "Jul", "2027", "Jul"]
    months = TimeScale.between(date(2026, 5, 20), date(2026, 8, 20), 0.0, 400.0)
    assert tick_words(months.ticks(40, 60), "en") == ["Jun 2026", "Jul", "Aug"]
    assert tick_words(months.ticks(40, 60), "zh") == ["2026年6月", "7月", "8月"]
    assert tick_words([], "en") == []


def test_a_vertical_axis_runs_upwards() -> None:
    scale = TimeScale.between(date(2024, 1, 1), date(2030, 1, 1), 300.0, 10.0)
    assert scale.at(date(2029, 1, 1)) < scale.at(date(2025, 1, 1))


# --- the timeline ---------------------------------------------------------------------------------------------------

MILESTONES = ("delivery", "rollout", "launch", "lunar-orbit", "docking", "landing", "sample-collection", "return")


def state(milestone: str, window: Window | None, status: Status = Status.PLANNED) -> MilestoneState:
    return MilestoneState("m", milestone, Position(status, window), Standing.CONFIRMED, date(2024, 6, 25), "c")


def lane(*states: MilestoneState, side: str = "china", ident: str = "m") -> Lane:
    return Lane(Mission(ident, {"en": ident}, {}, "a", "p", side, MILESTONES), states)


WINDOWS = st.one_of(
    st.none(),
    st.tuples(st.dates(date(2022, 1, 1), date(2034, 1, 1)), st.integers(0, 900)).map(
        lambda t: between(t[0], t[0] + timedelta(days=t[1]))
    ),
    st.dates(date(2024, 1, 1), date(2032, 1, 1)).map(lambda d: between(d, None)),
    st.dates(date(2024, 1, 1), date(2032, 1, 1)).map(lambda d: between(None, d)),
)


def measure(text: str) -> float:
    return 6.2 * len(text)


@settings(max_examples=200)
@given(st.lists(st.tuples(WINDOWS, st.sampled_from(list(Status))), min_size=1, max_size=len(MILESTONES)))
def test_labels_never_overlap_marks_each_other_or_the_edge(entries: list[tuple[Window | None, Status]]) -> None:
    states = [state(m, w, s) for m, (w, s) in zip(MILESTONES, entries, strict=False)]
    (made,) = lay_out([lane(*states)], SCALE, measure, language="en")
    ordered = sorted(made.labels, key=lambda label: label.x)
    for before, after in itertools.pairwise(ordered):
        assert before.x + before.width <= after.x
    for label in made.labels:
        assert SCALE.start - 0.5 <= label.x
        assert label.x + label.width <= SCALE.end + 0.5
        for spot in made.spots:
            if SCALE.start <= spot.x <= SCALE.end:
                clear = label.x + label.width <= spot.x - MARK + 1.01 or spot.x + MARK - 1.01 <= label.x
                assert clear, (label, spot)


def test_open_windows_fade_and_closed_ones_do_not() -> None:
    (made,) = lay_out(
        [lane(state("launch", between(date(2027, 9, 1), None)), state("landing", between(None, date(2030, 12, 31))))],
        SCALE,
        measure,
        language="en",
    )
    launch, landing = made.spots
    assert launch.bar is not None
    assert landing.bar is not None
    assert (launch.bar.open_right, launch.bar.open_left) == (True, False)
    assert (landing.bar.open_right, landing.bar.open_left) == (False, True)
    (exact,) = lay_out([lane(state("launch", day(date(2027, 9, 14))))], SCALE, measure, language="en")
    assert exact.spots[0].bar is None


def test_what_is_on_hold_stands_where_it_stood_last() -> None:
    held = MilestoneState(
        "m", "launch", Position(Status.ON_HOLD, None), Standing.CONFIRMED, date(2026, 8, 23), "c",
        previous=Position(Status.PLANNED, day(date(2026, 8, 25))),
    )  # fmt: skip
    (made,) = lay_out([lane(held)], SCALE, measure, language="en")
    assert made.spots[0].x == pytest.approx(SCALE.at(date(2026, 8, 25)))
    assert not made.spots[0].dated
    (bare,) = lay_out([lane(state("launch", None))], SCALE, measure, language="en")
    assert bare.spots == ()


def test_lanes_stand_side_by_side_in_order_of_their_first_day() -> None:
    lanes = [
        lane(state("launch", day(date(2027, 1, 1))), ident="late", side="us"),
        lane(state("launch", day(date(2026, 1, 1))), ident="china", side="china"),
        lane(state("launch", day(date(2025, 1, 1))), ident="early", side="us"),
        lane(ident="undated", side="us"),
    ]
    made = lay_out(lanes, SCALE, measure, language="en")
    assert [m.lane.mission.id for m in made] == ["early", "late", "undated", "china"]


def test_arrows_walk_along_a_lane_and_to_the_next() -> None:
    one = lane(state("launch", day(date(2026, 1, 1))), state("landing", day(date(2028, 1, 1))), ident="one")
    two = Lane(one.mission, (MilestoneState("two", "launch", Position(Status.PLANNED, day(date(2027, 12, 1))), Standing.CONFIRMED,
                                            date(2024, 6, 25), "c"),))  # fmt: skip
    made: list[LaneLayout] = lay_out([one, two], SCALE, measure, language="en")
    first = moved(made, None, 1, 0)
    assert first is not None
    assert first.milestone == "launch"
    second = moved(made, first.key, 1, 0)
    assert second is not None
    assert second.milestone == "landing"
    assert moved(made, second.key, 1, 0) == second
    assert moved([], None, 1, 0) is None
    assert nearest(made, 0, second.x + 3) == second
    assert nearest(made, 9, 0.0) is None


def test_every_mark_has_its_name_where_there_is_room_though_bars_lie_all_around() -> None:
    span = between(date(2026, 1, 1), date(2026, 12, 31))
    near = TimeScale.between(date(2026, 3, 1), date(2026, 11, 1), 100.0, 800.0)
    one = lane(state("delivery", day(date(2026, 4, 9)), Status.ACHIEVED), state("landing", span))
    (made,) = lay_out([one], near, measure, language="en")
    assert [label.text for label in made.labels] == ["delivery", "landing"]
    assert not any(out_of_sight(made, near))
    (gone,) = lay_out([one], near.panned(-5000), measure, language="en")
    before, after = out_of_sight(gone, near)
    assert before is not None
    assert before.milestone == "landing"  # the nearest
    assert after is None


# --- the trend --------------------------------------------------------------------------------------------------------

POINTS = st.lists(
    st.tuples(st.dates(date(2024, 6, 25), date(2026, 11, 1)), WINDOWS), min_size=1, max_size=6, unique_by=lambda t: t[0]
)


RECORD = TimeScale.between(date(2024, 6, 25), date(2026, 11, 22), 50.0, 500.0)
PLANNED = TimeScale.between(date(2024, 1, 1), date(2032, 1, 1), 210.0, 10.0)


def trends_of(histories: list[list[tuple[date, Window | None]]]) -> list[Trend]:
    return [
        Trend(f"m{n}", "launch", "us", tuple(
            TrendPoint(on, w.earliest if w else None, w.latest if w else None) for on, w in sorted(history, key=lambda t: t[0])
        ))
        for n, history in enumerate(histories)
    ]  # fmt: skip


@settings(max_examples=150)
@given(st.lists(POINTS, min_size=1, max_size=6), st.floats(1, 12), SHARES, SHARES)
def test_trend_steps_lie_in_the_frame_and_labels_apart(
    histories: list[list[tuple[date, Window | None]]], factor: float, across: float, up: float
) -> None:
    x = RECORD.zoomed(factor, pixel(RECORD, across))
    y = PLANNED.zoomed(factor, pixel(PLANNED, up))
    made = series(trends_of(histories), x, y, date(2026, 11, 22), 14.0)
    assert len(made) == sum(any(w for _, w in history) for history in histories)
    ys = sorted(one.label_y for one in made if one.leaves_y is not None)
    assert all(b - a >= 13.9 for a, b in itertools.pairwise(ys))
    assert all(10.0 <= at <= 210.0 for at in ys)
    for one in made:
        moves = {p.on for p in one.trend.points[1:]}
        for step in one.steps:
            assert 49.9 <= step.left <= step.right <= 500.1
            if step.moved:
                assert min(abs(x.at(on) - step.left) for on in moves) < 1e-6
            if step.y is not None:
                assert step.top <= step.y + 1e-6
                assert step.y <= step.bottom + 1e-6


def test_labels_stand_around_lines_that_end_together() -> None:
    level = [(date(2024, 6, 25), between(date(2026, 1, 1), date(2026, 12, 31)))]
    lone = [(date(2024, 6, 25), between(date(2029, 1, 1), date(2029, 12, 31)))]
    made = series(trends_of([level, level, lone, level]), RECORD, PLANNED, date(2026, 11, 22), 14.0)
    line = made[0].leaves_y
    assert line is not None
    assert made[2].label_y == made[2].leaves_y  # nobody in its way
    assert [one.label_y for n, one in enumerate(made) if n != 2] == [
        pytest.approx(line + by) for by in (-14.0, 0.0, 14.0)
    ]


def test_a_line_leaves_the_frame_where_its_date_does() -> None:
    (trend,) = trends_of([[(date(2024, 6, 25), day(date(2026, 7, 1))), (date(2025, 7, 1), day(date(2030, 7, 1)))]])
    today = date(2026, 11, 22)
    early = TimeScale.between(date(2024, 6, 25), date(2025, 1, 1), 50.0, 500.0)
    (one,) = series([trend], early, PLANNED, today, 14.0)
    assert one.leaves_y == pytest.approx(PLANNED.at(date(2026, 7, 1)))
    assert one.last == (pytest.approx(early.at(today)), pytest.approx(PLANNED.at(date(2030, 7, 1))))
    near = TimeScale.between(date(2026, 1, 1), date(2027, 1, 1), 210.0, 10.0)
    (gone,) = series([trend], RECORD, near, today, 14.0)
    assert gone.leaves_y is not None
    assert gone.leaves_y < 10.0 < gone.label_y < 30.0  # its label stands at the top, where the line went
    late = Trend("m", "launch", "us", (TrendPoint(date(2026, 1, 1), date(2027, 1, 1), date(2027, 1, 1)),))
    (unsaid,) = series([late], early, PLANNED, today, 14.0)
    assert (unsaid.steps, unsaid.leaves_y) == ((), None)


def test_the_chosen_milestone_is_always_among_the_series() -> None:
    trends = tuple(
        Trend(f"m{n}", "launch", "us", (TrendPoint(date(2024, 6, 25), date(2027, 1, 1), date(2027, 12, 31)),)) for n in range(20)
    )  # fmt: skip
    board = Board(date(2026, 1, 1), date(2026, 1, 1), (), None, (), (), trends)
    assert (choose(board, ("m17", "launch"))[0].mission, "launch") == ("m17", "launch")
    assert len(choose(board)) == 6


def test_extent_is_bounded_whatever_is_planned() -> None:
    far = lane(state("launch", between(date(2150, 1, 1), date(2160, 1, 1))))
    first, last = extent([far], date(2024, 6, 25), date(2026, 11, 22))
    assert first == date(2024, 1, 1)
    assert last < date(2040, 1, 1)


def test_everything_holds_what_was_planned_too() -> None:
    ghosts = {"launch": (TrendPoint(date(2024, 6, 25), date(2033, 1, 1), date(2033, 12, 31)),)}
    advanced = Lane(lane().mission, (state("launch", day(date(2028, 1, 1))),), ghosts)
    assert extent([advanced], date(2024, 6, 25), date(2026, 11, 22))[1] > date(2034, 1, 1)


def test_a_lane_keeps_its_place_when_its_plan_moves() -> None:
    second = lane(state("launch", day(date(2026, 1, 1))), ident="second")
    first = lane(state("launch", day(date(2025, 9, 1))), ident="first")
    assert [each.mission.id for each in lanes_in_order([second, first])] == ["first", "second"]
    ghosts = {"launch": (TrendPoint(date(2024, 6, 25), date(2025, 9, 1), date(2025, 9, 30)),)}
    late = Lane(first.mission, (state("launch", day(date(2026, 4, 1))),), ghosts)
    assert [each.mission.id for each in lanes_in_order([second, late])] == ["first", "second"]
