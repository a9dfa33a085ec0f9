"""What the milestone trend chart shows, drawn: axes, the diagonal, lines with their bands and labels.

Everything is cut to the frame by arithmetic and not by the painter: drawings as SVG know no clipping.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPen

from tracker.model import Status
from tracker.ui.marks import SQUARE, draw_arrow, draw_mark
from tracker.ui.theme import Theme
from tracker.ui.tick_words import month, month_and_year
from tracker.ui.time_scale import TimeScale
from tracker.ui.trend_layout import Series, Step

LEADER: Final = 20
"""Pixels from the end of the lines to their labels."""
SMALL: Final = 0.86


def frame(x: TimeScale, y: TimeScale) -> QRectF:
    """Where the lines lie."""
    return QRectF(QPointF(x.start, y.end), QPointF(x.end, y.start))


def left_room(theme: Theme, language: str) -> float:
    """For the planned dates before the frame."""
    metrics = QFontMetricsF(theme.font(SMALL))
    return max(metrics.horizontalAdvance("2028"), metrics.horizontalAdvance(month(date(2028, 12, 1), language))) + 12


def foot_room(theme: Theme) -> float:
    """For the days of report beneath the frame."""
    return max(24.0, QFontMetricsF(theme.font(SMALL)).height() + 10)


def draw_axes(painter: QPainter, theme: Theme, x: TimeScale, y: TimeScale, language: str) -> None:
    """A line for each year that was planned for, a name for each few months of reports."""
    roles, font = theme.roles, theme.font(SMALL)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    ticks, foot, free = (
        y.ticks(max(17.0, metrics.height() + 1), max(17.0, metrics.height() + 1)),
        y.start + metrics.ascent() + 7,
        0.0,
    )
    for tick in ticks:
        line = round(tick.at) + 0.5
        painter.setPen(QPen(theme.colour(roles.line, 1.0 if tick.major else 0.5), 1))
        painter.drawLine(QPointF(x.start, line), QPointF(x.end, line))
        painter.setPen(QColor(roles.muted))
        if line < y.start - 5 or len(ticks) < 3:  # the lowest would stand upon the days of report
            words = str(tick.day.year) if tick.major else month(tick.day, language)
            painter.drawText(QPointF(0, line + metrics.ascent() / 2 - 2), words)
    if not any(tick.major for tick in ticks):  # months of one year: it stands beneath them
        painter.drawText(QPointF(0, foot), str(y.day(y.start).year))
        free = metrics.horizontalAdvance("2028") + 8
    room = metrics.horizontalAdvance(month_and_year(date(2028, 12, 28), language)) + 22
    for tick in x.ticks(room, room):
        at, text = round(tick.at) + 0.5, month_and_year(tick.day, language)
        painter.setPen(QPen(QColor(roles.line), 1))
        painter.drawLine(QPointF(at, y.start + 1), QPointF(at, y.start + 5))
        left = max(tick.at - metrics.horizontalAdvance(text) / 2, 0.0)
        if left >= free:
            painter.setPen(QColor(roles.muted))
            painter.drawText(QPointF(left, foot), text)


def draw_diagonal(painter: QPainter, theme: Theme, x: TimeScale, y: TimeScale, words: str) -> None:
    """The day itself: planned for the very day it is said. Seen where both scales hold the same days."""
    roles = theme.roles
    first, last = max(x.first, y.first), min(x.last, y.last)
    if first >= last:
        return
    line = QLineF(x.at(first), y.at(first), x.at(last), y.at(last))
    pen = QPen(theme.colour(roles.muted, 0.8), 1.1, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([4, 4])
    painter.setPen(pen)
    painter.drawLine(line)
    font = theme.font(0.8)
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(words)
    if width + 30 > line.length():
        return
    painter.save()  # below it, where nothing is planned any more
    painter.setFont(font)
    painter.setPen(QColor(roles.muted))
    painter.translate(line.center())
    painter.rotate(-line.angle())
    painter.drawText(QPointF(-width / 2, metrics.ascent() + 3), words)
    painter.restore()


def draw_bands(painter: QPainter, theme: Theme, one: Series, inside: QRectF, *, strong: bool) -> None:
    """How uncertain each date was; an open end fades."""
    colour, share = theme.roles.side(one.trend.side), 0.2 if strong else 0.09
    painter.setPen(Qt.PenStyle.NoPen)
    for step in one.steps:
        rect = QRectF(step.left, step.top, max(step.right - step.left, 1), max(step.bottom - step.top, 1))
        seen = rect.intersected(inside)
        if step.y is None or seen.isEmpty():
            continue
        if step.open_top or step.open_bottom:
            shade = QLinearGradient(0, rect.top(), 0, rect.bottom())
            shade.setColorAt(0.0, theme.colour(colour, 0.0 if step.open_top else share))
            shade.setColorAt(1.0, theme.colour(colour, 0.0 if step.open_bottom else share))
            painter.setBrush(shade)
        else:
            painter.setBrush(theme.colour(colour, share))
        painter.drawRect(seen)


def draw_line(
    painter: QPainter, theme: Theme, one: Series, inside: QRectF, status: Status | None, *, strong: bool
) -> None:
    """The steps of one milestone, a point for each move, a mark where it ended otherwise than planned."""
    roles, side = theme.roles, one.trend.side
    colour = roles.side(side)
    pen = QPen(QColor(colour), 2.6 if strong else 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLines(_strokes(one.steps, inside))
    for step in one.steps:
        if step.moved and step.y is not None and inside.top() <= step.y <= inside.bottom():
            _draw_point(painter, theme, side, step.left, step.y)
    if one.leaves_y is not None and inside.top() <= one.leaves_y <= inside.bottom():
        dated = [step.right for step in one.steps if step.y is not None]
        start = dated[-1] if dated else inside.left()
        if (
            start < inside.right() - 2
        ):  # no date any more: its last one is carried on faintly, so that the label finds it
            painter.setPen(QPen(theme.colour(colour, 0.55), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(start + 1, one.leaves_y), QPointF(inside.right(), one.leaves_y))
    if (
        status is not None
        and status is not Status.PLANNED
        and inside.adjusted(-1, 0, 1, 0).contains(QPointF(*one.last))
    ):
        draw_mark(painter, roles, side, status, *one.last, 5.0)


def _strokes(steps: tuple[Step, ...], inside: QRectF) -> list[QLineF]:
    """Along each step, and over to the next; what lies outside of the frame is cut off."""
    lines: list[QLineF] = []
    before: Step | None = None
    for step in steps:
        if step.y is not None:
            if inside.top() <= step.y <= inside.bottom():
                lines.append(QLineF(step.left, step.y, step.right, step.y))
            if before is not None and before.y is not None:
                ends = [min(max(y, inside.top()), inside.bottom()) for y in (before.y, step.y)]
                if ends[0] != ends[1]:
                    lines.append(QLineF(step.left, ends[0], step.left, ends[1]))
        before = step
    return lines


def _draw_point(painter: QPainter, theme: Theme, side: str, x: float, y: float) -> None:
    """A move, in the shape of the side's sign."""
    roles = theme.roles
    painter.setPen(QPen(QColor(roles.surface), 1.2))
    painter.setBrush(QColor(roles.side(side)))
    if side == SQUARE:
        painter.drawRect(QRectF(x - 4, y - 4, 8, 8))
    else:
        painter.drawEllipse(QPointF(x, y), 4.6, 4.6)


def draw_label(
    painter: QPainter, theme: Theme, one: Series, inside: QRectF, room: float, words: str, *, strong: bool
) -> None:
    """The name of a line beside its end; an arrow stands before it where the line has left the frame."""
    if one.leaves_y is None:
        return
    roles, font = theme.roles, theme.font(SMALL)
    metrics, edge, y = QFontMetricsF(font), inside.right(), one.label_y
    colour = roles.side(one.trend.side)
    if inside.top() <= one.leaves_y <= inside.bottom():
        painter.setPen(QPen(theme.colour(colour, 0.6), 1))
        bend = QPointF(edge + LEADER / 2, y)
        painter.drawPolyline([QPointF(edge + 2, one.leaves_y), bend, QPointF(edge + LEADER - 5, y)])
    else:
        draw_arrow(painter, colour, QPointF(edge + LEADER - 8, y), 270 if one.leaves_y < inside.top() else 90)
    painter.setFont(font)
    painter.setPen(QColor(roles.text if strong else roles.muted))
    text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room - LEADER)
    painter.drawText(QPointF(edge + LEADER, y + metrics.ascent() / 2 - 1.5), text)
