"""Where everything of the timeline lies, worked out before a pixel is drawn: marks, bars, ghosts, labels. Pure values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import Final

from tracker import wording
from tracker.edtf import Window
from tracker.model import MilestoneState, Status
from tracker.ui.time_scale import TimeScale
from tracker.views import Lane, TrendPoint

FADE_DAYS: Final = 330
"""How far an open-ended bar is drawn before it has faded out."""
MARK: Final = 6.5
"""Half the width of a mark, in pixels."""
_TOGETHER: Final = 5.0  # pixels between marks that share one label


@dataclass(frozen=True, slots=True)
class Bar:
    """The uncertainty of a window, in pixels. An open end fades."""

    left: float
    right: float
    open_left: bool = False
    open_right: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """One milestone on the timeline."""

    mission: str
    milestone: str
    side: str
    status: Status
    x: float
    bar: Bar | None
    ghosts: tuple[Bar, ...]
    name: str
    dated: bool = True  # False: it has no date any more and stands where it stood last

    @property
    def key(self) -> tuple[str, str]:
        return self.mission, self.milestone


@dataclass(frozen=True, slots=True)
class Label:
    """Words beside one or more marks; `x` is where the text starts."""

    text: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class LaneLayout:
    """A lane with all that lies on it."""

    lane: Lane
    spots: tuple[Spot, ...]
    labels: tuple[Label, ...]


Measure = Callable[[str], float]


def lanes_in_order(lanes: Sequence[Lane]) -> list[Lane]:
    """Lanes side by side of the race, each side's missions by the day first planned, so that no lane jumps when a plan
    moves; lanes with nothing on them come last."""
    sides: list[str] = []
    for lane in lanes:
        if lane.mission.side not in sides:
            sides.append(lane.mission.side)
    return [lane for side in sides for lane in sorted(lanes, key=_first_day) if lane.mission.side == side]


def _first_day(lane: Lane) -> date:
    days = [_first_planned(lane, state) for state in lane.states]
    return min((d for d in days if d), default=date.max)


def _first_planned(lane: Lane, state: MilestoneState) -> date | None:
    for ghost in lane.ghosts.get(state.milestone, ()):
        if ghost.earliest or ghost.latest:
            return ghost.earliest or ghost.latest
    window = state.position.window
    return (window.earliest or window.latest) if window else None


def extent(lanes: Sequence[Lane], since: date, today: date) -> tuple[date, date]:
    """The days worth showing first: from the start of the record's year to the last window that is or was planned, with
    air at the end."""
    last = today + timedelta(days=400)
    for lane in lanes:
        for state in lane.states:
            window = state.position.window
            if window is not None:
                last = max(last, _end(window.earliest, window.latest, today))
        for ghost in chain.from_iterable(lane.ghosts.values()):
            last = max(last, _end(ghost.earliest, ghost.latest, today))
    return date(since.year, 1, 1), min(last, today + timedelta(days=3650)) + timedelta(days=140)


def _end(earliest: date | None, latest: date | None, today: date) -> date:
    if latest is not None:
        return latest
    return min(earliest or today, date.max - timedelta(days=FADE_DAYS)) + timedelta(days=FADE_DAYS)


def lay_out(
    lanes: Sequence[Lane], scale: TimeScale, measure: Measure, *, language: str, gap: float = 8.0
) -> list[LaneLayout]:
    """Every lane laid out on a scale. `measure` gives the width of a label's text in pixels."""
    return [lay_out_lane(lane, scale, measure, language=language, gap=gap) for lane in lanes_in_order(lanes)]


def lay_out_lane(lane: Lane, scale: TimeScale, measure: Measure, *, language: str, gap: float = 8.0) -> LaneLayout:
    """One of them: no lane hangs on another, so that only those in sight need be laid out."""
    spots = tuple(sorted(_spots(lane, scale, language), key=lambda s: s.x))
    return LaneLayout(lane, spots, tuple(_labels(spots, scale, measure, gap)))


def _spots(lane: Lane, scale: TimeScale, language: str) -> list[Spot]:
    found = []
    for state in lane.states:
        window = drawn_window(state, lane.ghosts.get(state.milestone, ()))
        if window is None:
            continue
        low, high = window
        middle = low + (high - low) / 2 if low and high else low or high
        assert middle is not None
        open_planned = state.position.status is Status.PLANNED
        bar = _bar(low, high, scale) if open_planned and low != high else None
        ghosts = tuple(
            _bar(point.earliest, point.latest, scale)
            for point in lane.ghosts.get(state.milestone, ())
            if (point.earliest, point.latest) != (low, high) and (point.earliest or point.latest)
        )
        found.append(
            Spot(
                lane.mission.id, state.milestone, lane.mission.side, state.position.status, scale.at(middle), bar,
                ghosts, wording.milestone(state.milestone, language), dated=state.position.window is not None,
            )
        )  # fmt: skip
    return found


def drawn_window(state: MilestoneState, ghosts: Sequence[TrendPoint]) -> tuple[date | None, date | None] | None:
    """Where a milestone is drawn: its window; without one where it stood last, so that "on hold" has a place."""
    window: Window | None = state.position.window
    if window is None and state.previous is not None:
        window = state.previous.window
    if window is not None:
        return window.earliest, window.latest
    for point in reversed(ghosts):
        if point.earliest or point.latest:
            return point.earliest, point.latest
    return None


def _bar(low: date | None, high: date | None, scale: TimeScale) -> Bar:
    if low is None:
        assert high is not None
        end = scale.at(high + timedelta(days=1))
        return Bar(scale.at(high - timedelta(days=FADE_DAYS)), end, open_left=True)
    if high is None:
        start = scale.at(low)
        return Bar(start, scale.at(low + timedelta(days=FADE_DAYS)), open_right=True)
    return Bar(scale.at(low), scale.at(high + timedelta(days=1)))


def _labels(spots: Sequence[Spot], scale: TimeScale, measure: Measure, gap: float) -> list[Label]:
    """Labels that neither overlap a mark, nor each other, nor the edge: right of the mark and its bar, else left of them,
    else over a bar, else none."""
    seen = [spot for spot in spots if scale.start <= spot.x <= scale.end]
    groups: list[list[Spot]] = []
    for spot in seen:
        if groups and spot.x - groups[-1][-1].x < 2 * MARK + _TOGETHER + measure(groups[-1][-1].name) + 2 * gap:
            groups[-1].append(spot)
        else:
            groups.append([spot])
    placed: list[Label] = []
    free_from = scale.start
    for number, group in enumerate(groups):
        right_edge = max([s.x + MARK for s in group] + [min(s.bar.right, scale.end) for s in group if s.bar])
        left_edge = min([s.x - MARK for s in group] + [s.bar.left for s in group if s.bar])
        nearest = groups[number + 1][0] if number + 1 < len(groups) else None
        limit = scale.end if nearest is None else min(nearest.x - MARK, nearest.bar.left if nearest.bar else 1e9)
        label = _fit(group, right_edge + gap, limit - gap / 2, measure)
        if label is None and free_from < left_edge - gap:
            label = _fit(group, free_from + gap / 2, left_edge - gap, measure, to_right=True)
        if label is None:  # bars all around, as when one has zoomed into them
            marks_end = scale.end if nearest is None else nearest.x - MARK - gap / 2
            label = _fit(group, group[-1].x + MARK + gap, marks_end, measure)
        if label is not None:
            placed.append(label)
            free_from = max(free_from, label.x + label.width)
        free_from = max(free_from, right_edge)
    return placed


def _fit(group: Sequence[Spot], left: float, right: float, measure: Measure, *, to_right: bool = False) -> Label | None:
    """The longest wording of a group that fits between two pixels: every name, the last ones, or nothing."""
    names: list[str] = []
    for spot in group:
        if spot.name not in names:
            names.append(spot.name)
    wordings = [" · ".join(names)]
    dated = [spot.name for spot in group if spot.dated]
    if dated and len(dated) < len(group):
        wordings.append(" · ".join(dict.fromkeys(dated)))
    if len(names) > 2:
        wordings.append(f"{names[0]} … {names[-1]}")
    wordings.append(names[-1])
    for text in wordings:
        width = measure(text)
        if width <= right - left:
            return Label(text, right - width if to_right else left, width)
    return None


def out_of_sight(layout: LaneLayout, scale: TimeScale) -> tuple[Spot | None, Spot | None]:
    """Where a lane shows none of its marks: the nearest before and after what is in sight."""
    if any(scale.start <= spot.x <= scale.end for spot in layout.spots):
        return None, None
    before = [spot for spot in layout.spots if spot.x < scale.start]
    after = [spot for spot in layout.spots if spot.x > scale.end]
    return before[-1] if before else None, after[0] if after else None


def nearest(layouts: Sequence[LaneLayout], lane: int, x: float, reach: float = 14.0) -> Spot | None:
    """The mark nearest to a pixel on a lane, else the one whose bar holds it."""
    if not 0 <= lane < len(layouts):
        return None
    spots = layouts[lane].spots
    close = min(spots, key=lambda s: abs(s.x - x), default=None)
    if close is not None and abs(close.x - x) <= reach:
        return close
    held = [s for s in spots if s.bar is not None and s.bar.left <= x <= s.bar.right]
    return held[-1] if held else None


def moved(layouts: Sequence[LaneLayout], key: tuple[str, str] | None, dx: int, dy: int) -> Spot | None:
    """The mark reached by an arrow key from the chosen one: along its lane, or the nearest one of the next lane."""
    everything = [(n, s) for n, layout in enumerate(layouts) for s in layout.spots]
    if not everything:
        return None
    here = next(((n, s) for n, s in everything if s.key == key), None)
    if here is None:
        return everything[0][1]
    row, spot = here
    if dx:
        lane = layouts[row].spots
        return lane[min(max(lane.index(spot) + dx, 0), len(lane) - 1)]
    number = row + dy
    while 0 <= number < len(layouts):
        if layouts[number].spots:
            return min(layouts[number].spots, key=lambda s: abs(s.x - spot.x))
        number += dy
    return spot
