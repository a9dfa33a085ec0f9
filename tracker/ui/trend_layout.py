"""The milestone trend chart worked out before a pixel is drawn: which series, which axes, steps, bands, labels. Pure values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tracker.model import Mission, Status
from tracker.ui.time_scale import TimeScale
from tracker.views import Board, Trend, TrendPoint

MOST_SERIES: Final = 6
OPEN_DAYS: Final = 270
"""How far an open-ended window is drawn upwards or downwards before it has faded."""


@dataclass(frozen=True, slots=True)
class Step:
    """From pixel `left` to `right` the date was believed at `y`, somewhere in `top`..`bottom` (pixels, top < bottom).

    `y` None: no date was given in that time.
    """

    left: float
    right: float
    y: float | None
    top: float = 0.0
    bottom: float = 0.0
    open_top: bool = False
    open_bottom: bool = False
    moved: bool = False  # the date moved at `left`


@dataclass(frozen=True, slots=True)
class Series:
    """One milestone through time."""

    trend: Trend
    steps: tuple[Step, ...]
    label_y: float


def choose(board: Board, picked: tuple[str, str] | None = None) -> list[Trend]:
    """The series worth showing at once: the chosen one, what races, what comes next, then what moved most."""
    alive = {s.key for lane in board.lanes for s in lane.states if s.position.status is not Status.ACHIEVED}
    racing = [key for lead in board.leads for key in lead.race.contenders]
    nexts = [n.state.key for n in board.nexts if n.state is not None]

    def rank(trend: Trend) -> tuple[bool, bool, bool, bool, int]:
        key = (trend.mission, trend.milestone)
        return key != picked, key not in nexts, key not in racing, key not in alive, -len(trend.points)

    useful = [t for t in board.trends if any(p.earliest or p.latest for p in t.points)]
    return sorted(useful, key=rank)[:MOST_SERIES]


def axes(
    trends: Sequence[Trend], since: date, day: date, frame: tuple[float, float, float, float]
) -> tuple[TimeScale, TimeScale]:
    """The scales of a frame (left, top, right, bottom): the day of the report along x, the planned date along y upwards."""
    left, top, right, bottom = frame
    x = TimeScale.between(since, max(day, since + timedelta(days=60)), left, right)
    known = [d for t in trends for p in t.points for d in (p.earliest, p.latest) if d is not None]
    low = min([*known, since], default=since)
    high = max([*known, day], default=day)
    high = min(high, day + timedelta(days=3650))
    return x, TimeScale.between(low - timedelta(days=60), high + timedelta(days=120), bottom, top)


def series(trends: Sequence[Trend], x: TimeScale, y: TimeScale, day: date, line_height: float) -> list[Series]:
    """The steps of each trend up to a day, with labels that keep a line's height apart."""
    made = []
    for trend in trends:
        points = [p for p in trend.points if p.on <= day]
        if points:
            steps = tuple(_steps(points, x, y, day))
            last = [s.y for s in steps if s.y is not None]
            if last:
                made.append(Series(trend, steps, last[-1]))
    return _apart(made, line_height, y.end, y.start)


def _steps(points: Sequence[TrendPoint], x: TimeScale, y: TimeScale, day: date) -> list[Step]:
    found: list[Step] = []
    for number, point in enumerate(points):
        nextone = points[number + 1].on if number + 1 < len(points) else day
        left, right = max(x.at(point.on), x.start), min(x.at(nextone), x.end)
        if right < x.start:
            continue
        found.append(_step(point, left, max(right, left), y, moved=bool(found) and point != points[number - 1]))
    return found


def _step(point: TrendPoint, left: float, right: float, y: TimeScale, *, moved: bool) -> Step:
    low, high = point.earliest, point.latest
    if low is None and high is None:
        return Step(left, right, None, moved=moved)
    if low is None:
        assert high is not None
        return Step(left, right, y.at(high), y.at(high), y.at(high - timedelta(days=OPEN_DAYS)), False, True, moved)
    if high is None:
        return Step(left, right, y.at(low), y.at(low + timedelta(days=OPEN_DAYS)), y.at(low), True, False, moved)
    middle = low + (high - low) / 2
    return Step(left, right, y.at(middle), y.at(high), y.at(low), False, False, moved)


def _apart(made: Sequence[Series], room: float, top: float, bottom: float) -> list[Series]:
    """Labels pushed apart so that none covers another, kept inside the frame; the series' own order is kept."""
    order = sorted(range(len(made)), key=lambda n: made[n].label_y)
    ys = [max(made[n].label_y, top + room / 2) for n in order]
    for n in range(1, len(ys)):
        ys[n] = max(ys[n], ys[n - 1] + room)
    if ys and ys[-1] > bottom - room / 2:
        ys[-1] = bottom - room / 2
        for n in range(len(ys) - 2, -1, -1):
            ys[n] = min(ys[n], ys[n + 1] - room)
    placed = list(made)
    for n, y in zip(order, ys, strict=True):
        placed[n] = Series(made[n].trend, made[n].steps, y)
    return placed


def name(trend: Trend, missions: Sequence[Mission], language: str, milestone: Callable[[str, str], str]) -> str:
    """ "Artemis III launch"."""
    mission = next((m.name(language) for m in missions if m.id == trend.mission), trend.mission)
    return f"{mission} · {milestone(trend.milestone, language)}"
