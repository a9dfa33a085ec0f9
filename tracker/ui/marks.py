"""The marks of both charts: one shape a state, one shape family a side, so that colour is never alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

from tracker.model import Status
from tracker.ui.palette import Roles, blend
from tracker.ui.theme import Theme
from tracker.ui.timeline_layout import MARK, Bar

BAR_FILL: Final = 0.30
BAR_EDGE: Final = 0.75
GHOST: Final = 0.75
"""Shares of a side's colour (a ghost: of the muted one) over the card. The edges hold 3:1 against it, the fill need not."""


SQUARE: Final = "china"
"""The side whose sign is a square; every other one's is a disc."""


def diamond(x: float, y: float, half: float) -> QPolygonF:
    return QPolygonF([QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)])


def draw_mark(
    painter: QPainter, roles: Roles, side: str, status: Status, x: float, y: float, half: float = MARK
) -> None:
    """A milestone: filled = achieved, hollow = planned, two bars = on hold, a cross = cancelled or failed.

    Leaves its pen and brush set: it is drawn by the hundred.
    """
    edge, fill, sign = _ink(roles, side, status)
    painter.setPen(edge)
    painter.setBrush(fill)
    if status is Status.PLANNED or status is Status.ACHIEVED:
        painter.drawPolygon(diamond(x, y, half))
        return
    painter.drawPolygon(diamond(x, y, half + 1.0))
    painter.setPen(sign)
    if status is Status.ON_HOLD:
        for offset in (-1.8, 1.8):
            painter.drawLine(QPointF(x + offset, y - 2.2), QPointF(x + offset, y + 2.2))
    else:
        reach = half / 3
        painter.drawLine(QPointF(x - reach, y - reach), QPointF(x + reach, y + reach))
        painter.drawLine(QPointF(x - reach, y + reach), QPointF(x + reach, y - reach))


_INKS: dict[tuple[str, str, Status], tuple[QPen, QBrush, QPen]] = {}


def _ink(roles: Roles, side: str, status: Status) -> tuple[QPen, QBrush, QPen]:
    """Edge, filling and sign of a mark; made once for each scheme."""
    key = roles.name, side, status
    if key not in _INKS:
        colour = roles.side(side)
        cap = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        if status is Status.ACHIEVED:
            made = QPen(QColor(roles.surface), 1.5), QBrush(QColor(colour)), QPen()
        elif status is Status.PLANNED:
            made = QPen(QColor(colour), 1.8), QBrush(QColor(blend(colour, roles.surface, 0.16))), QPen()
        else:
            tone = {Status.ON_HOLD: roles.warn, Status.FAILED: roles.bad}.get(status, roles.muted)
            made = QPen(QColor(tone), 1.5), QBrush(QColor(roles.surface)), QPen(QColor(tone), 1.7, *cap)
        _INKS[key] = made
    return _INKS[key]


def draw_side_badge(painter: QPainter, roles: Roles, side: str, x: float, y: float) -> None:
    """The sign of a side before its name: a square or a disc."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(roles.side(side)))
    if side == SQUARE:
        painter.drawRect(QRectF(x - 3.5, y - 3.5, 7, 7))
    else:
        painter.drawEllipse(QPointF(x, y), 4, 4)
    painter.restore()


def draw_arrow(painter: QPainter, colour: str, at: QPointF, angle: int) -> None:
    """Where something lies that is out of sight; 0 degrees points to the right, 90 down."""
    painter.save()
    painter.translate(at)
    painter.rotate(angle)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPolygon(QPolygonF([QPointF(-2.5, -4), QPointF(3, 0), QPointF(-2.5, 4)]))
    painter.restore()


def draw_focus(painter: QPainter, roles: Roles, rect: QRectF) -> None:
    """The frame of what has the keyboard."""
    painter.setPen(QPen(QColor(roles.accent), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)


def draw_bar(painter: QPainter, theme: Theme, side: str, bar: Bar, y: float, *, thick: float = 9.0) -> None:
    """The uncertainty of a window; an open end fades out."""
    colour = theme.roles.side(side)
    strong, none = theme.colour(colour, BAR_FILL), theme.colour(colour, 0.0)
    rect = QRectF(bar.left, y - thick / 2, max(bar.right - bar.left, 2.0), thick)
    painter.save()
    edge = theme.colour(colour, BAR_EDGE)
    if bar.open_left or bar.open_right:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_shade(rect, strong, none, bar))
        painter.drawRoundedRect(rect, thick / 2, thick / 2)
        painter.setBrush(_shade(rect, edge, none, bar))
        painter.drawPath(_rim(rect))
    else:
        painter.setBrush(strong)
        painter.setPen(QPen(edge, 1.0))
        painter.drawRoundedRect(rect, thick / 2, thick / 2)
    painter.restore()


def _rim(rect: QRectF) -> QPainterPath:
    """The outline of a bar as an area: a drawing as SVG knows no pen that fades."""
    rim = QPainterPath()
    rim.setFillRule(Qt.FillRule.OddEvenFill)
    for by in (0.5, -0.5):
        edge = rect.adjusted(-by, -by, by, by)
        rim.addRoundedRect(edge, edge.height() / 2, edge.height() / 2)
    return rim


def _shade(rect: QRectF, strong: QColor, none: QColor, bar: Bar) -> QBrush:
    """A colour that fades out where a bar is open."""
    shade = QLinearGradient(rect.left(), 0, rect.right(), 0)
    shade.setColorAt(0.0, none if bar.open_left else strong)
    shade.setColorAt(1.0, none if bar.open_right else strong)
    return QBrush(shade)


def draw_ghost(painter: QPainter, theme: Theme, bar: Bar, y: float, *, thick: float = 6.0) -> None:
    """An earlier window: a dashed outline, open where the window was open."""
    draw_ghosts(painter, theme, [(bar, y)], thick=thick)


def draw_ghosts(painter: QPainter, theme: Theme, bars: Iterable[tuple[Bar, float]], *, thick: float = 6.0) -> None:
    """Many of them, each with the height of its middle: there may be thousands, and each call of the painter counts."""
    small, lines = [], []
    for bar, y in bars:
        left, right, top, bottom = bar.left, bar.right, y - thick / 2, y + thick / 2
        if right - left < 11:
            small.append(diamond((left + right) / 2, y, 3.2))
            continue
        lines += [QLineF(left, top, right, top), QLineF(left, bottom, right, bottom)]
        if not bar.open_left:
            lines.append(QLineF(left, top, left, bottom))
        if not bar.open_right:
            lines.append(QLineF(right, top, right, bottom))
    painter.save()
    pen = QPen(theme.colour(theme.roles.muted, GHOST), 1.0, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([3, 2.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawLines(lines)
    painter.setPen(QPen(theme.colour(theme.roles.muted, 0.9), 1.0))
    for outline in small:
        painter.drawPolygon(outline)
    painter.restore()
