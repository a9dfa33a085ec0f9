"""What lies on the lanes of the timeline, drawn: everything that is in sight at one go, because each call of a painter counts
where there are two hundred missions. A height beside a spot or a layout is that of its lane's middle.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from tracker.ui.marks import diamond, draw_arrow, draw_bar, draw_ghosts, draw_mark
from tracker.ui.theme import Theme
from tracker.ui.time_scale import TimeScale
from tracker.ui.timeline_layout import MARK, LaneLayout, Spot, out_of_sight

_LIFT: Final = 10.0
"""How far above a mark its ghosts lie."""


def draw_marks(
    painter: QPainter,
    theme: Theme,
    spots: Sequence[tuple[Spot, float]],
    picked: tuple[str, str] | None,
    lanes: QRectF,
) -> None:
    """All ghosts, then all trails, bars and marks: what is drawn with one pen is drawn at one go. Ends where the
    lanes end, which are covered beyond: drawings as SVG know no clipping everywhere. A mark on their edge stands over it."""
    roles = theme.roles
    ghosts = dict.fromkeys((ghost, y - _LIFT) for spot, y in spots for ghost in spot.ghosts)  # one for each date
    draw_ghosts(painter, theme, ghosts, thick=5)
    pen = QPen(theme.colour(roles.warn, 0.9), 1.2, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([2.5, 2.5])
    painter.setPen(pen)
    painter.drawLines([line for spot, y in spots for line in _trail(spot, y)])
    for spot, y in spots:
        if spot.bar is not None:
            draw_bar(painter, theme, spot.side, spot.bar, y)
    aside = 99.0  # more than the margin of a picture
    before = QRectF(-aside, lanes.top(), lanes.left() + aside, lanes.height())
    for beyond in (before, QRectF(lanes.right(), lanes.top(), aside, lanes.height())):
        painter.fillRect(beyond, QColor(roles.surface))
    for spot, y in spots:
        if not lanes.left() <= spot.x <= lanes.right():
            continue
        draw_mark(painter, roles, spot.side, spot.status, spot.x, y)
        if spot.key == picked:
            painter.setPen(QPen(QColor(roles.text), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolygon(diamond(spot.x, y, MARK + 4.5))


def draw_labels(painter: QPainter, theme: Theme, seen: Sequence[tuple[LaneLayout, float]]) -> None:
    """The words beside the marks."""
    roles = theme.roles
    font = theme.font(0.86)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(QColor(roles.muted))
    surface, lift = QColor(roles.surface), metrics.ascent() / 2 - 1.5
    top, height = lift - metrics.capHeight() - 2, metrics.capHeight() + metrics.descent() + 2
    for layout, y in seen:
        for label in layout.labels:
            behind = QRectF(label.x - 3, y + top, label.width + 6, height)
            painter.fillRect(behind, surface)  # no grid, bar or today's line through words
            painter.drawText(QPointF(label.x, y + lift), label.text)


def _trail(spot: Spot, y: float) -> list[QLineF]:
    """From the last of a milestone's earlier windows, in the order they were believed, over and down to its mark."""
    if not spot.ghosts:
        return []
    last, high = spot.ghosts[-1], y - _LIFT
    middle = (last.left + last.right) / 2
    start = last.right if last.right < spot.x - MARK else last.left if last.left > spot.x + MARK else middle
    if abs(start - spot.x) <= MARK:
        return []
    return [QLineF(start, high, spot.x, high), QLineF(spot.x, high, spot.x, y - MARK)]


def draw_arrows(painter: QPainter, theme: Theme, seen: Sequence[tuple[LaneLayout, float]], scale: TimeScale) -> None:
    """Where a lane's marks lie, if none of them is in sight."""
    for layout, y in seen:
        for spot, at, angle in zip(
            out_of_sight(layout, scale), (scale.start + 8, scale.end - 4), (180, 0), strict=True
        ):
            if spot is not None:
                draw_arrow(painter, theme.roles.side(spot.side), QPointF(at, y), angle)
