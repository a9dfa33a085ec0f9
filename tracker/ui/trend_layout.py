"""The milestone trend chart worked out before a pixel is drawn: which series, which axes, steps, bands, labels. Pure values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from tracker import wording
from tracker.model import Mission, Status
from tracker.ui.naming import mission_name
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
    """One milestone through time. `steps` are those of the days in sight, whether their dates are in sight or not."""

    trend: Trend
    steps: tuple[Step, ...]
    last: tuple[float, float]  # the pixel where its last date was believed last, also out of sight
    leaves_y: float | None  # the date that stood where the days in sight end; None: nothing was said until then
    label_y: float = 0.0  # beside leaves_y, kept in the frame and apart from the others


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


def record(since: date, day: date) -> tuple[date, date]:
    """The days on which something was said, up to a day."""
    return since, max(day, since + timedelta(days=60))


def series(trends: Sequence[Trend], x: TimeScale, y: TimeScale, day: date, line_height: float) -> list[Series]:
    """The steps of each trend up to a day, with labels that keep a line's height apart.

    Along x lies the day of the report, along y, upwards, the planned date.
    """
    made = []
    for trend in trends:
        points = [p for p in trend.points if p.on <= day]
        dated = [(p, until) for p, until in _until(points, day) if p.earliest or p.latest]
        if dated:
            heights = [(x.at(p.on), _step(p, 0.0, 0.0, y).y) for p, _ in dated]
            leaves = [height for at, height in heights if at <= x.end]
            last = x.at(dated[-1][1]), heights[-1][1] or 0.0
            made.append(Series(trend, tuple(_steps(points, x, y, day)), last, leaves[-1] if leaves else None))
    return _apart(made, line_height, y.end, y.start)


def _until(points: Sequence[TrendPoint], day: date) -> list[tuple[TrendPoint, date]]:
    """Each point with the day until which it was believed."""
    return list(zip(points, [*(p.on for p in points[1:]), day], strict=True))


def _steps(points: Sequence[TrendPoint], x: TimeScale, y: TimeScale, day: date) -> list[Step]:
    """Those of the days in sight. A move that lies before them is not shown at their beginning."""
    found: list[Step] = []
    for number, (point, until) in enumerate(_until(points, day)):
        left, right = x.at(point.on), x.at(until)
        if right < x.start or left > x.end:
            continue
        moved = number > 0 and left >= x.start and point != points[number - 1]
        found.append(_step(point, max(left, x.start), min(max(right, left), x.end), y, moved=moved))
    return found


def _step(point: TrendPoint, left: float, right: float, y: TimeScale, *, moved: bool = False) -> Step:
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
    """Labels as near to their lines as can be while none covers another, kept inside the frame; the series' own order is
    kept. Where lines end together, the labels stand above and below them, one mission's beside each other."""
    placed = list(made)
    order = sorted(
        (one.leaves_y, one.trend.mission, one.trend.milestone, n)
        for n, one in enumerate(made)
        if one.leaves_y is not None
    )
    lowest = bottom - room / 2 - room * (len(order) - 1)
    starts = _rising([y - room * place for place, (y, *_) in enumerate(order)])
    for place, ((*_, n), start) in enumerate(zip(order, starts, strict=True)):
        placed[n] = replace(made[n], label_y=min(max(start, top + room / 2), lowest) + room * place)
    return placed


def _rising(values: Sequence[float]) -> list[float]:
    """The values that never fall and lie nearest to these: those in each other's way meet in their middle."""
    groups: list[tuple[float, int]] = []  # the middle of so many
    for value in values:
        groups.append((value, 1))
        while len(groups) > 1 and groups[-2][0] > groups[-1][0]:
            (one, few), (other, more) = groups.pop(), groups.pop()
            groups.append(((one * few + other * more) / (few + more), few + more))
    return [middle for middle, count in groups for _ in range(count)]


def name(trend: Trend, missions: Sequence[Mission], language: str) -> str:
    """ "Artemis III launch"."""
    return f"{mission_name(missions, trend.mission, language)} · {wording.milestone(trend.milestone, language)}"
