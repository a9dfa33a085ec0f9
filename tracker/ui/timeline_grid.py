"""What the lanes of the timeline lie on, drawn: the years, the names in front of the lanes, today's line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from tracker.ui.marks import draw_side_badge
from tracker.ui.theme import Theme
from tracker.ui.tick_words import month_and_year, tick_words
from tracker.ui.time_scale import TimeScale
from tracker.ui.timeline_layout import LaneLayout

Heights = tuple[float, float]
"""From one pixel down to another."""


def draw_years(
    painter: QPainter, theme: Theme, scale: TimeScale, lines: Heights, baseline: float, language: str
) -> None:
    """A line for each year, or for some months where one is near enough, and its words above."""
    roles, font = theme.roles, theme.font(0.86)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    months = metrics.horizontalAdvance(month_and_year(date(2028, 12, 28), language)) + 14
    ticks = scale.ticks(metrics.horizontalAdvance("2028") + 14, months)
    for tick, text in zip(ticks, tick_words(ticks, language), strict=True):
        x = round(tick.at)
        line = QRectF(x, lines[0], 1, lines[1] - lines[0])
        painter.fillRect(line, theme.colour(roles.line, 1.0 if tick.major else 0.5))  # much cheaper than a pen
        if x + 3 + metrics.horizontalAdvance(text) < scale.end + 8:
            painter.setPen(QColor(roles.muted))
            painter.drawText(QPointF(x + 2.5, baseline), text)


def draw_names(
    painter: QPainter, theme: Theme, scale: TimeScale, seen: Sequence[tuple[LaneLayout, float]], language: str,
    undated: str,
) -> None:  # fmt: skip
    """What stands in front of each lane; `undated` is said of one without a date."""
    roles, font = theme.roles, theme.font(0.95)
    metrics = QFontMetricsF(font)
    room = scale.start - 18 - 10
    painter.setFont(font)
    text, muted = QColor(roles.text), QColor(roles.muted)
    for layout, y in seen:
        mission = layout.lane.mission
        draw_side_badge(painter, roles, mission.side, 6, y)
        painter.setPen(text)
        baseline = y + metrics.ascent() / 2 - 1.5
        painter.drawText(
            QPointF(18, baseline), metrics.elidedText(mission.name(language), Qt.TextElideMode.ElideRight, room)
        )
        if not layout.spots:
            painter.setPen(muted)
            painter.drawText(QPointF(scale.start + 8, baseline), undated)


def draw_hairlines(painter: QPainter, theme: Theme, scale: TimeScale, heights: Sequence[float]) -> None:
    """The lines between the lanes."""
    colour = theme.colour(theme.roles.line, 0.8)
    for y in heights:
        painter.fillRect(QRectF(scale.start, round(y), scale.pixels, 1), colour)


def draw_today(
    painter: QPainter, theme: Theme, scale: TimeScale, day: date, lines: Heights, foot: float, words: str
) -> None:
    """The line of the day that is shown, with its words beneath the lanes."""
    x, font = scale.at(day), theme.font(0.86)
    if not scale.start <= x <= scale.end:
        return
    metrics = QFontMetricsF(font)
    painter.setPen(QPen(QColor(theme.roles.good), 1.5))
    painter.drawLine(QPointF(x, lines[0] - 2), QPointF(x, lines[1] + 4))
    painter.setFont(font)
    left = x + 4
    if left + metrics.horizontalAdvance(words) > scale.end + 2:  # before the line, where there is no room behind it
        left = x - 4 - metrics.horizontalAdvance(words)
    painter.drawText(QPointF(left, foot + metrics.ascent() + 4), words)
